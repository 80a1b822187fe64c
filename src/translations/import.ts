import { basename, dirname } from 'node:path';
import type { Guide } from '../content/index.ts';
import { PressError, type Problem, problem, throwIfErrors } from '../diagnostics/index.ts';
import { isThere, type Root, readJson } from '../files/index.ts';
import {
  newTranslationFiles,
  type Survey,
  sourceHash,
  survey,
  type TranslationState,
  type TranslationStatus,
  wordsHash,
  wordsLanguage,
} from '../locale/index.ts';
import { keyedBySource } from './by-source.ts';
import { checkReturned } from './check.ts';
import { checkTag } from './locales.ts';
import type { Returned } from './returned.ts';
import { exchangeFrom, type Unit } from './unit.ts';

/** What no name holds; joiners are letters of some. */
const unfit = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/u;

/** What the caller says of a translation that came back; nothing: what is known of it already holds on. */
export interface Claim {
  readonly status?: TranslationStatus;
  /** Only of `reviewed`: who, and on which day. */
  readonly by?: string;
  readonly on?: string;
}

/** What an import will write. */
export interface Imported {
  readonly outputs: readonly { readonly path: string; readonly content: string }[];
  readonly state: TranslationState;
  /** Keys whose translation changed. */
  readonly changed: readonly string[];
  /** Keys that were in the translation, but are in the guide and the products no more: they are left out. */
  readonly dropped: readonly string[];
  /** True for a file without our keys, whose texts were found by their sources. */
  readonly isKeyless: boolean;
  /** Of a file that is taken in part, what is wrong with the texts that are left as they were. */
  readonly left: readonly Problem[];
}

/**
 * The files that a translation becomes. Nothing is written here.
 * @param where it is written: beside the guide, or in the caller's own folder of translations
 * @param partial what is finished is taken, and the rest left as it is
 * @throws PressError USAGE, LOCALE_UNKNOWN, TRANSLATION_*, and JSON_SYNTAX for files that are there and cannot be read:
 * all that are found
 */
export function importReturned(
  guide: Guide,
  tag: string,
  given: Returned,
  claim: Claim,
  locales: Root,
  where: 'guide' | 'folder' = 'folder',
  partial = false,
): Imported {
  checkTag(tag, guide);
  checkClaim(claim);
  const found = survey(tag, guide, locales);
  throwIfErrors(found.unreadable);
  const present = exchangeFrom(guide, found, locales);
  const keyed = keyedBySource(given, present.units);
  const returned = keyed ?? given;
  const problems = checkReturned(returned, present);
  const left = partial ? problems.filter(isOfOneText) : [];
  throwIfErrors(problems.filter((each) => !left.includes(each)));
  if (left.length > 0 && claim.status === 'reviewed') throw halfReviewed(left.length);
  const taken = targetsOf(returned, present.units, new Set(left.map(({ place }) => place.key)));
  const { targets, made } = taken;
  const changed = present.units.flatMap(({ key, target, state }) =>
    (targets.get(key) ?? '') === (state === 'offered' ? '' : target) ? [] : [key],
  );
  // What was made from an older source and holds on was looked at by somebody, but not by the one who signed.
  const isNew = changed.length > 0 || present.units.some(({ state }) => state === 'stale');
  const state = stateAfter(found, claim, isNew);
  const files = newTranslationFiles(tag, guide, locales, where);
  const texts = nested(present.units, 'guide:', targets);
  return {
    outputs: [
      { path: files.texts, content: json(texts) },
      {
        path: files.state,
        content: json(stateFile(guide, state, wordsAfter(found, present.units, targets), made)),
      },
      ...changedWords(files.words, present.units, targets, changed),
    ],
    state,
    changed,
    dropped: [...found.textProblems, ...found.wordProblems].flatMap(({ code, place }) =>
      code === 'TRANSLATION_UNKNOWN' && place.key !== undefined ? [place.key] : [],
    ),
    isKeyless: keyed !== undefined,
    left: left.map((each) => ({ ...each, severity: 'warning' })),
  };
}

/** What keeps one text from being taken, and not the others. */
function isOfOneText({ code, place }: Problem): boolean {
  return (
    place.key !== undefined &&
    ['TRANSLATION_MISSING', 'TRANSLATION_STALE', 'TRANSLATION_BROKEN'].includes(code)
  );
}

function halfReviewed(count: number): PressError {
  return new PressError([
    problem(
      'USAGE',
      `A translation is reviewed whole, and ${count} of its texts are not finished.`,
      {},
      'Take it in without --status reviewed.',
    ),
  ]);
}

/** The translation as it will be: what came back, and of what is left what was there; `made`: from its source as it is now. */
function targetsOf(
  { entries }: Returned,
  units: readonly Unit[],
  left: ReadonlySet<string | undefined>,
): { readonly targets: ReadonlyMap<string, string>; readonly made: ReadonlySet<string> } {
  const back = new Map(entries.map(({ key, target }) => [key, target]));
  const targets = new Map<string, string>();
  const made = new Set<string>();
  for (const { key, target, state } of units) {
    const isLeft = left.has(key);
    targets.set(key, isLeft ? (state === 'offered' ? '' : target) : (back.get(key) ?? ''));
    if (!isLeft || !['missing', 'stale', 'offered'].includes(state)) made.add(key);
  }
  return { targets, made };
}

/** The file of the products' words, with those that changed; none where none did. */
function changedWords(
  path: string,
  units: readonly Unit[],
  targets: ReadonlyMap<string, string>,
  changed: readonly string[],
): Imported['outputs'] {
  if (!changed.some((key) => key.startsWith('press:'))) return [];
  const [root, name] = [dirname(path), basename(path)];
  const known = isThere(root, name) ? readJson(root, name).leaves : new Map<string, unknown>();
  const kept = units.filter(({ key }) => changed.includes(key) || known.has(key.replace(/^press:/, '')));
  return [{ path, content: json(nested(kept, 'press:', targets)) }];
}

/** @throws PressError USAGE: all that is wrong */
export function checkClaim({ status, by, on }: Claim): void {
  const problems: string[] = [];
  const isReview = status === 'reviewed';
  if (isReview && (by === undefined || on === undefined))
    problems.push('Say who reviewed the translation, and when: --by "name" --on YYYY-MM-DD.');
  if (!isReview && (by !== undefined || on !== undefined))
    problems.push('--by and --on belong to --status reviewed.');
  if (by !== undefined && (!/\p{L}/u.test(by) || by.length > 200 || unfit.test(by)))
    problems.push('--by is a name of up to 200 characters, without control characters.');
  if (on !== undefined && !isDay(on)) problems.push(`--on is a day, such as 2026-11-23, and not "${on}".`);
  throwIfErrors(
    problems.map((message) =>
      problem('USAGE', message, {}, 'A translation is reviewed once a qualified translator signed it.'),
    ),
  );
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

/** What a translation is where nothing else is known: what somebody says of it, else a person's draft. */
export function claimed({ status = 'human-draft', by, on }: Claim): TranslationState {
  return status === 'reviewed' ? { status, reviewedBy: by!.trim(), reviewedOn: on! } : { status };
}

/** What was reviewed and then changed is not reviewed any more. */
function stateAfter({ state }: Survey, claim: Claim, changed: boolean): TranslationState {
  const isKnown = claim.status === undefined && !(state?.status === 'reviewed' && changed);
  return (isKnown ? state : undefined) ?? claimed(claim);
}

/** The products' words as they will be. */
function wordsAfter(
  { tag, words }: Survey,
  units: readonly Unit[],
  targets: ReadonlyMap<string, string>,
): ReadonlyMap<string, unknown> {
  return tag === wordsLanguage ? words.leaves : new Map(given(units, 'press:', targets));
}

/** What stands beside a translation, of which all texts, or those that are named, were made from the sources as they are now. */
export function stateFile(
  guide: Guide,
  { status, reviewedBy, reviewedOn }: TranslationState,
  words: ReadonlyMap<string, unknown>,
  made?: ReadonlySet<string>,
): object {
  const keys = [...guide.texts].flatMap(([key, { text }]) =>
    made === undefined || made.has(`guide:${key}`) ? [[key, sourceHash(text)]] : [],
  );
  return {
    status,
    reviewed: reviewedBy === undefined ? null : { by: reviewedBy, on: reviewedOn },
    ...(status === 'reviewed' ? { words: wordsHash(words) } : {}),
    keys: Object.fromEntries(keys),
  };
}

export interface Tree {
  [name: string]: string | Tree;
}

/** What there is of the texts whose keys begin so, in the order of the units, by the rest of the key. */
function given(
  units: readonly Unit[],
  prefix: string,
  targets: ReadonlyMap<string, string>,
): (readonly [name: string, target: string])[] {
  return units.flatMap(({ key }) => {
    const target = targets.get(key) ?? '';
    return key.startsWith(prefix) && target.trim() !== ''
      ? [[key.slice(prefix.length), target] as const]
      : [];
  });
}

/** Dotted keys as objects in objects, in the order of the units; below a key that is a text itself they stay dotted. */
export function nested(units: readonly Unit[], prefix: string, targets: ReadonlyMap<string, string>): Tree {
  const texts = new Set(units.map(({ key }) => key));
  const tree: Tree = {};
  for (const [name, target] of given(units, prefix, targets)) {
    const parts = name.split('.');
    let at = tree;
    let depth = 0;
    while (depth < parts.length - 1 && !texts.has(`${prefix}${parts.slice(0, depth + 1).join('.')}`)) {
      const part = parts[depth++]!;
      const inner = Object.hasOwn(at, part) ? at[part] : undefined;
      at = at[part] = typeof inner === 'object' ? inner : {};
    }
    at[parts.slice(depth).join('.')] = target;
  }
  return tree;
}

export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
