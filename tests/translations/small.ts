import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Guide, loadGuide } from '../../src/content/index.ts';
import { sourceHash } from '../../src/locale/index.ts';
import type { Tree } from '../../src/translations/import.ts';
import { whole } from '../content/folder.ts';
import { folderOf } from '../files/folder.ts';

/** Words of the products that need no more than a moment: a plain one, with a value, of a picture, by number. */
export const words = {
  who: 'Who answers?',
  call: 'Call {{number}}',
  art: { door: 'An open door' },
  code: { pageAlt: 'Code that opens {{address}}' },
  day_one: '{{count}} day',
  day_other: '{{count}} days',
} as const;

/** Translated: what a text that came from the source looks like here. */
export const said = (source: string) => `Aquí: ${source}`;

export interface Given {
  /** Texts by key instead of `said`; undefined: left out. */
  readonly texts?: Readonly<Record<string, string | undefined>>;
  readonly words?: Readonly<Record<string, unknown>>;
  /** Keys that were made from an older source. */
  readonly stale?: readonly string[];
  /** What the state says beside its keys; null: there is no state. */
  readonly state?: Readonly<Record<string, unknown>> | null;
  /** Id of the guide that the files are called after. */
  readonly id?: string;
}

/** A small guide, with changes, in a folder of its own. */
export function smallGuide(...changes: readonly (readonly [from: string | RegExp, to: string])[]): Guide {
  const folder = mkdtempSync(join(tmpdir(), 'small-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(whole, folder, { recursive: true });
  const file = join(folder, 'guide.yaml');
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`The guide does not hold ${String(from)}`);
    text = next;
  }
  writeFileSync(file, text);
  return loadGuide(folder);
}

export function tree(leaves: Readonly<Record<string, unknown>>): Tree {
  const made: Tree = {};
  for (const [key, value] of Object.entries(leaves)) {
    const parts = key.split('.');
    let at = made;
    for (const part of parts.slice(0, -1)) {
      at[part] ??= {};
      at = at[part] as Tree;
    }
    if (value !== undefined) at[parts.at(-1)!] = value as string;
  }
  return made;
}

/** The files of a translation, by their paths in a folder of translations. */
export function filesOf(guide: Guide, tag: string, given: Given = {}): Record<string, string> {
  const { texts = {}, words: own = {}, stale = [], state = { status: 'human-draft' }, id } = given;
  const at = join(tag, id ?? guide.data.id);
  const all = Object.fromEntries([...guide.texts].map(([key, { text }]) => [key, said(text)]));
  const keys = Object.fromEntries(
    [...guide.texts].map(([key, { text }]) => [key, stale.includes(key) ? '0' : sourceHash(text)]),
  );
  const wordsSaid = {
    who: '¿Quién?',
    call: 'Llame {{number}}',
    'art.door': 'Una puerta',
    'code.pageAlt': 'Abre {{address}}',
    day_one: '{{count}} día',
    day_other: '{{count}} días',
  };
  return {
    [`${at}.json`]: JSON.stringify(tree({ ...all, ...texts })),
    [`${tag}/press.json`]: JSON.stringify(tree({ ...wordsSaid, ...own })),
    ...(state === null ? {} : { [`${at}.state.json`]: JSON.stringify({ ...state, keys }) }),
  };
}

/** A folder of translations with these files, and the English words. */
export function localesWith(...files: readonly Readonly<Record<string, string>>[]): string {
  return folderOf(Object.assign({ 'en/press.json': JSON.stringify(words) }, ...files));
}
