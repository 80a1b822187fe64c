import { basename, dirname } from 'node:path';
import type { Guide } from '../content/index.ts';
import { PressError, problem, throwIfErrors } from '../diagnostics/index.ts';
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
}

/**
 * The files that a translation becomes. Nothing is written here.
 * @throws PressError USAGE, LOCALE_UNKNOWN, TRANSLATION_*, and JSON_SYNTAX for files that are there and cannot be read:
 * all that are found
 */
export function importReturned(
  guide: Guide,
  tag: string,
  returned: Returned,
  claim: Claim,
  locales: Root,
  where: 'guide' | 'folder' = 'folder',
): Imported {
  checkTag(tag, guide);
  checkClaim(claim);
  const found = survey(tag, guide, locales);
  throwIfErrors(found.unreadable);
  const present = exchangeFrom(guide, found);
  throwIfErrors(checkReturned(returned, present));
  const targets = new Map(returned.entries.map(({ key, target }) => [key, target]));
  const changed = present.units.flatMap(({ key, target }) =>
    (targets.get(key) ?? '') === target ? [] : [key],
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
        content: json(stateFile(guide, state, wordsAfter(found, present.units, targets))),
      },
      ...changedWords(files.words, present.units, targets, changed),
    ],
    state,
    changed,
    dropped: [...found.textProblems, ...found.wordProblems].flatMap(({ code, place }) =>
      code === 'TRANSLATION_UNKNOWN' && place.key !== undefined ? [place.key] : [],
    ),
  };
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

/** What was reviewed and then changed is not reviewed any more. */
export function stateAfter({ state }: Survey, { status, by, on }: Claim, changed: boolean): TranslationState {
  if (status === 'reviewed') return { status, reviewedBy: by!.trim(), reviewedOn: on! };
  if (status !== undefined) return { status };
  if (state === undefined || (state.status === 'reviewed' && changed)) return { status: 'human-draft' };
  return state;
}

/** The products' words as they will be. */
function wordsAfter(
  { tag, words }: Survey,
  units: readonly Unit[],
  targets: ReadonlyMap<string, string>,
): ReadonlyMap<string, unknown> {
  return tag === wordsLanguage ? words.leaves : new Map(given(units, 'press:', targets));
}

/** What stands beside a translation whose texts were made from the sources as they are now. */
export function stateFile(
  guide: Guide,
  { status, reviewedBy, reviewedOn }: TranslationState,
  words: ReadonlyMap<string, unknown>,
): object {
  const keys = [...guide.texts].map(([key, { text }]) => [key, sourceHash(text)]);
  return {
    status,
    reviewed: reviewedBy === undefined ? null : { by: reviewedBy, on: reviewedOn },
    ...(status === 'reviewed' ? { words: wordsHash(words) } : {}),
    keys: Object.fromEntries(keys),
  };
}

interface Tree {
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

/** Dotted keys as objects in objects, in the order of the units. */
function nested(units: readonly Unit[], prefix: string, targets: ReadonlyMap<string, string>): Tree {
  const tree: Tree = {};
  for (const [name, target] of given(units, prefix, targets)) {
    const parts = name.split('.');
    let at = tree;
    for (const part of parts.slice(0, -1)) {
      const inner = Object.hasOwn(at, part) ? at[part]! : {};
      if (typeof inner === 'string') throw collides(`${prefix}${name}`);
      at[part] = inner;
      at = inner;
    }
    const last = parts.at(-1)!;
    if (Object.hasOwn(at, last)) throw collides(`${prefix}${name}`);
    at[last] = target;
  }
  return tree;
}

function collides(key: string): PressError {
  return new PressError([
    problem(
      'ID_DUPLICATE',
      `"${key}" is a text and a group of texts.`,
      { key },
      'Give one of them another id.',
    ),
  ]);
}

export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
