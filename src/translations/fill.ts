import type { Guide } from '../content/index.ts';
import { throwIfErrors } from '../diagnostics/index.ts';
import type { Root } from '../files/index.ts';
import { newTranslationFiles, offersFor, survey, type TranslationState } from '../locale/index.ts';
import { type Imported, json, nested, stateFile } from './import.ts';
import { checkTag } from './locales.ts';
import { exchangeFrom, type UnitState } from './unit.ts';

/** What a guide gets of what was translated already. */
export interface Filled extends Pick<Imported, 'outputs'> {
  readonly state: TranslationState;
  /** What was taken, and what it was translated for: a guide and a key. */
  readonly taken: readonly { readonly key: string; readonly from: string }[];
  /** Texts that have no translation, or one from an older source. */
  readonly open: number;
}

const kept: readonly UnitState[] = ['broken', 'translated', 'reviewed'];

/**
 * A guide's translation with what was translated already elsewhere from the same sources: as drafts, but where it is all
 * the translation of one guide, which stays what it was. Nothing is written here; there is nothing to write where
 * nothing was found.
 * @throws PressError USAGE for the guide's own locale; LOCALE_UNKNOWN, FILE_NOT_FOUND, JSON_SYNTAX
 */
export function filled(guide: Guide, tag: string, locales: Root): Filled {
  checkTag(tag, guide);
  const found = survey(tag, guide, locales);
  throwIfErrors(found.unreadable);
  const offers = offersFor(tag, guide, locales);
  const units = exchangeFrom(guide, found, locales).units.filter(({ key }) => key.startsWith('guide:'));
  const offered = units.filter(({ state }) => state === 'offered').map(({ key }) => key.slice(6));
  const made = new Set(
    units.flatMap(({ key, state }) => (state === 'offered' || kept.includes(state) ? [key] : [])),
  );
  const taken = offered.map((key) => ({ key, from: offers.get(key)!.from }));
  const { from } = found.state ?? {};
  const borrowed =
    from === undefined ? [] : units.filter(({ target, state }) => target !== '' && state !== 'offered');
  const state = stateOf(
    found.state,
    offered.map((key) => offers.get(key)!.status),
  );
  const files = newTranslationFiles(tag, guide, locales, 'guide');
  const targets = new Map(units.map(({ key, target }) => [key, target]));
  const all = [...borrowed.map(({ key }) => ({ key: key.slice(6), from: from! })), ...taken];
  return {
    outputs:
      all.length === 0
        ? []
        : [
            { path: files.texts, content: json(nested(units, 'guide:', targets)) },
            { path: files.state, content: json(stateFile(guide, state, found.words.leaves, made)) },
          ],
    state,
    taken: all,
    open: units.length - made.size,
  };
}

/** As sure as the least sure of its texts; a review does not reach what was put together. */
function stateOf(
  state: TranslationState | undefined,
  offered: readonly TranslationState['status'][],
): TranslationState {
  if (offered.length === 0 && state !== undefined) return state;
  const all = [...offered, ...(state === undefined ? [] : [state.status])];
  return { status: all.includes('machine-draft') ? 'machine-draft' : 'human-draft' };
}
