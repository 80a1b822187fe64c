import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { declaredNumbers, type Guide } from '../content/index.ts';
import { PressError, type Problem, problem, suggest, throwIfErrors } from '../diagnostics/index.ts';
import { type JsonSource, layerWith, type Root, type Stock } from '../files/index.ts';
import { askedLocale } from './asked.ts';
import { isAt, readAt } from './files.ts';
import { languageOf } from './language.ts';
import { type WordsFolder, withOwnWords } from './own-words.ts';
import { longer } from './pseudo.ts';
import { type Survey, survey } from './survey.ts';
import type { TranslationState } from './translation.ts';
import { checkFirstWords, checkPointer, checkWords, readWords, wordsLanguage, wordsStatus } from './words.ts';

/** The texts of one guide in one locale, and the products' own words. */
export interface Locale {
  readonly tag: string;
  readonly translation: TranslationState;
  /** How sure the products' words are, in the guide's own language: `source` in English, and where they are of the translation. */
  readonly wordsStatus: TranslationState['status'];
  /** A text of the guide, marks and all. */
  text(key: string): string;
  /** A word of the products (`press.json`). @throws PressError TRANSLATION_MISSING */
  word(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** True where the products have such a word: of a product, say, that the shipped words need not know. */
  hasWord(key: string): boolean;
  /** All words of the products, marks and placeholders and all. */
  words(): readonly string[];
}

/**
 * Loads a locale of a guide whole: every key there, nothing stale, nothing unknown.
 * @param own where the product, and those that it is like, have words of their own: the product's first
 * @param stock keeps the files' values
 * @throws PressError LOCALE_UNKNOWN, FILE_NOT_FOUND, JSON_SYNTAX, TRANSLATION_*: all that are found.
 */
export function loadLocale(
  tag: string,
  guide: Guide,
  locales: Root,
  own: readonly WordsFolder[] = [],
  stock?: Stock,
): Locale {
  const { pseudo } = languageOf(tag);
  if (pseudo !== undefined) return pseudoLocale(tag, pseudo, guide, locales, own);
  const found = survey(tag, guide, locales, stock);
  if (tag === guide.data.locale) {
    refuse(found, [], locales);
    return {
      ...makeLocale(
        tag,
        { status: 'source' },
        withGiven(tag, guide, sourceTexts(guide)),
        withOwnWords(tag, guide, found.words, own, stock),
      ),
      wordsStatus: wordsStatus(tag, guide, locales, found.words, stock),
    };
  }
  const { state, texts, textProblems } = found;
  if (texts.leaves.size === 0 && !isAt(found.files.root, found.files.texts))
    throw notTranslated(tag, guide, found.files.texts);
  // Without a state all are stale, which is said once.
  const isTold = ({ code, place }: Problem) =>
    state !== undefined || code !== 'TRANSLATION_STALE' || place.key === undefined;
  const told = textProblems.filter(isTold);
  const { from } = found.files;
  refuse(found, from === undefined ? told : told.map((each) => besideGuide(each, from, tag, guide)), locales);
  const words = withOwnWords(tag, guide, found.words, own, stock);
  return makeLocale(tag, state!, withGiven(tag, guide, texts.leaves as ReadonlyMap<string, string>), words);
}

/** What is wrong with a translation that was made for another guide is mended beside this one: nobody changes that guide's file. */
function besideGuide(told: Problem, from: string, tag: string, { folder }: Guide): Problem {
  const { key } = told.place;
  const file = join(folder, 'locales', `${tag}.json`);
  const place = { file, locale: tag, ...(key === undefined ? {} : { key }) };
  const first = `The guide has no such file yet; to begin it with what fits of ${from}: helpline-press translations fill ${folder} --locale ${tag}.`;
  return { ...told, place, hint: told.hint === undefined ? first : `${first} ${told.hint}` };
}

function refuse(
  { tag, files, words, unreadable, wordProblems }: Survey,
  textProblems: readonly Problem[],
  locales: Root,
): void {
  throwIfErrors(unreadable);
  mustBeThere(layerWith(locales, join(tag, 'press.json')), files.words, words);
  throwIfErrors([...textProblems, ...wordProblems]);
}

function mustBeThere(root: string, file: string, { leaves }: JsonSource): void {
  // What has texts was read. What is not there cannot be: the reader says why.
  if (leaves.size === 0 && !isAt(root, file)) readAt(root, file);
}

function notTranslated(tag: string, { data, folder, place }: Guide, file: string): PressError {
  // The guide's own language, by another name for it: en-US, english.
  if (askedLocale(data.locale).tag === tag)
    return new PressError([
      problem(
        'LOCALE_UNKNOWN',
        `The guide is written in "${data.locale}", which the table of languages has as ${tag}.`,
        place('locale'),
        `Write locale: ${tag}.`,
      ),
    ]);
  return new PressError([
    problem(
      'FILE_NOT_FOUND',
      `${data.id} has no translation into ${tag}: there is neither ${join(folder, 'locales', `${tag}.json`)} nor ${file}.`,
      { file, locale: tag },
      `For translators: helpline-press translations export ${folder} --locale ${tag} --format xlsx.`,
    ),
  ]);
}

function sourceTexts(guide: Guide): ReadonlyMap<string, string> {
  return new Map([...guide.texts].map(([key, { text }]) => [key, text]));
}

/** The texts with those that no locale translates: as they are, marked as the language that they are in. */
function withGiven(
  tag: string,
  guide: Guide,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const given = [...guide.texts].flatMap(([key, { text, language }]): [string, string][] => {
    if (language === undefined) return [];
    return [[key, language === tag ? text : `[${text}](lang:${language})`]];
  });
  return given.length === 0 ? texts : new Map([...texts, ...given]);
}

/** The source language's texts and words, changed. It counts as a draft: nothing of it is handed out. */
function pseudoLocale(
  tag: string,
  kind: 'longer' | 'mirrored',
  guide: Guide,
  locales: Root,
  own: readonly WordsFolder[],
): Locale {
  const change = kind === 'longer' ? longer : (text: string) => text;
  const shipped = wholeWords(guide.data.locale, guide, locales);
  const source = withOwnWords(guide.data.locale, guide, shipped, own);
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    return Object.fromEntries(
      Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, changed(inner)]),
    );
  };
  const texts = new Map([...sourceTexts(guide)].map(([key, text]) => [key, change(text)]));
  const words = { ...source, value: changed(source.value) as Record<string, unknown> };
  return makeLocale(tag, { status: 'machine-draft' }, withGiven(tag, guide, texts), words);
}

function makeLocale(
  tag: string,
  state: TranslationState,
  texts: ReadonlyMap<string, string>,
  words: JsonSource,
): Locale {
  const { instance, said } = sayerOf(tag, words.value);
  let all: readonly string[] | undefined;
  return {
    tag,
    translation: withDoubt(state, tag),
    wordsStatus: 'source',
    // Texts of a guide take no values and have no plurals: i18next would give each as it is.
    text(key) {
      const text = texts.get(key);
      if (text === undefined)
        throw new PressError([
          problem(
            'CONTENT_KEY_UNKNOWN',
            `The guide has no text "${key}".`,
            { key, locale: tag },
            suggest(key, [...texts.keys()]),
          ),
        ]);
      return text;
    },
    hasWord: (key) => typeof words.leaves.get(key) === 'string',
    words() {
      all ??= leavesOf(words.value);
      return all;
    },
    word(key, values = {}) {
      const asked = JSON.stringify([key, values]);
      const known = said.get(asked);
      if (known !== undefined) return known;
      if (
        typeof instance.t(key, { ns: 'press', ...values, returnObjects: true, skipInterpolation: true }) !==
          'string' ||
        !instance.exists(key, { ns: 'press', ...values })
      )
        throwIfErrors([
          problem(
            'TRANSLATION_MISSING',
            `The products' word "${key}" has no text in ${tag}.`,
            {
              file: words.file,
              key,
              locale: tag,
            },
            suggest(key, [...words.leaves.keys()]),
          ),
        ]);
      const word = instance.t(key, { ns: 'press', ...values, nest: false });
      if (said.size >= mostSaid) said.clear();
      said.set(asked, word);
      return word;
    },
  };
}

/** The strings of a JSON value, in order. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

/** Notes of a draft that its language makes it less sure. */
function withDoubt(state: TranslationState, tag: string): TranslationState {
  const isDraft = state.status !== 'source' && state.status !== 'reviewed';
  return isDraft && languageOf(tag).unsure === true ? { ...state, unsure: true } : state;
}

/** What says the words of a language. */
interface Sayer {
  readonly tag: string;
  readonly instance: i18n;
  /** What it said, by key and values. */
  readonly said: Map<string, string>;
}

/** Words with their values that one sayer remembers. */
const mostSaid = 1000;

/** By the words that they were made of, which a press keeps. */
const sayers = new WeakMap<Record<string, unknown>, Sayer>();

function sayerOf(tag: string, words: Record<string, unknown>): Sayer {
  const known = sayers.get(words);
  if (known?.tag === tag) return known;
  const sayer = { tag, instance: newInstance(tag, words), said: new Map<string, string>() };
  sayers.set(words, sayer);
  return sayer;
}

function newInstance(tag: string, words: Record<string, unknown>): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: tag,
    load: 'currentOnly',
    fallbackLng: false,
    initAsync: false,
    returnNull: false,
    saveMissing: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, value: RegExpExecArray) => {
      throw new PressError([
        problem(
          'TEMPLATE_KEY_UNKNOWN',
          `The products' word "${text}" wants a value "${value[1]}".`,
          { locale: tag },
          `Write {{word "…" ${value[1]}=…}}.`,
        ),
      ]);
    },
    ns: ['press'],
    resources: { [tag]: { press: words as Record<string, string> } },
  });
  return instance;
}

/** The products' words of a locale, whole. @throws PressError FILE_NOT_FOUND, JSON_SYNTAX, TRANSLATION_* */
function wholeWords(tag: string, guide: Guide, locales: Root): JsonSource {
  const words = readWords(tag, guide, locales);
  const declared = declaredNumbers(guide.data);
  throwIfErrors([
    ...(tag === wordsLanguage
      ? checkFirstWords(words, declared)
      : checkWords(tag, words, readWords(wordsLanguage, guide, locales), declared)),
    ...checkPointer(tag, words),
  ]);
  return words;
}
