import { join } from 'node:path';
import { declaredNumbers, type Guide, isBlank } from '../content/index.ts';
import { PressError } from '../diagnostics/index.ts';
import { isThere, layersOf, layerWith, listFolder, type Root, readJson, type Stock } from '../files/index.ts';
import { faultOfText } from './broken.ts';
import { sourceHash, type TranslationStatus, translationStatuses } from './made-from.ts';

/** A text that was translated already, from a source that is the same. */
export interface Offer {
  readonly target: string;
  /** How sure the translation is that it was taken from. */
  readonly status: TranslationStatus;
  /** What it was translated for: a guide, and the key there. */
  readonly from: string;
}

/** A translation of some guide that lies where translations are looked for. */
interface Remembered {
  /** Folder and path of its texts. */
  readonly root: string;
  readonly path: string;
  readonly guide: string;
  readonly status: TranslationStatus;
  /** Hash of the source of each text that it has, by key, in the order of the file. */
  readonly made: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, unknown>;
}

/**
 * The translation of another guide that is this guide's too, as one was made from the other: texts with the same keys have
 * the same sources, at least half of the guide's. Of several the one with most.
 */
export function renamedTranslation(
  tag: string,
  guide: Guide,
  locales: Root,
  stock?: Stock,
): Pick<Remembered, 'root' | 'path' | 'guide'> | undefined {
  const sources = [...guide.texts].filter(([, { language }]) => language === undefined);
  const alike = othersIn(tag, guide, locales, stock).map((other) => ({
    other,
    count: sources.filter(([key, { text }]) => other.made.get(key) === sourceHash(text)).length,
  }));
  const [best] = alike.sort((a, b) => b.count - a.count);
  return best !== undefined && best.count > 0 && best.count * 2 >= sources.length ? best.other : undefined;
}

/**
 * What of a guide's texts was translated already, by key: found by the source alone, whatever guide and key it was
 * translated for; the guide's own translation first, then those of other guides. Files that cannot be read offer nothing,
 * and no text is offered that lost or changed something that must stay.
 */
export function offersFor(
  tag: string,
  guide: Guide,
  locales: Root,
  stock?: Stock,
): ReadonlyMap<string, Offer> {
  const bySource = new Map<string, Offer[]>();
  for (const { made, texts, status, guide: name } of [
    ...ownOf(tag, guide, locales, stock),
    ...othersIn(tag, guide, locales, stock),
  ])
    for (const [key, hash] of made) {
      const target = texts.get(key);
      if (typeof target !== 'string' || isBlank(target)) continue;
      const offer = { target, status, from: `${name}, ${key}` };
      bySource.set(hash, [...(bySource.get(hash) ?? []), offer]);
    }
  const { locale } = guide.data;
  const declared = declaredNumbers(guide.data);
  const offers = [...guide.texts].flatMap(([key, { text, language }]): [string, Offer][] => {
    const found = language === undefined ? bySource.get(sourceHash(text)) : undefined;
    const offer = found?.find(
      ({ target }) => faultOfText(text, locale, target, tag, declared, key) === undefined,
    );
    return offer === undefined ? [] : [[key, offer]];
  });
  return new Map(offers);
}

/** The guide's own, where a text has moved to another key: beside it, else under its id. */
function ownOf(tag: string, { folder, data }: Guide, locales: Root, stock?: Stock): Remembered[] {
  const shared = join(tag, `${data.id}.json`);
  const own = remembered(folder, join('locales', `${tag}.json`), data.id, stock);
  return own.length > 0 ? own : remembered(layerWith(locales, shared), shared, data.id, stock);
}

/** Translations into a language of other guides: those of the uppermost folder first. */
function othersIn(tag: string, { data }: Guide, locales: Root, stock?: Stock): Remembered[] {
  return layersOf(locales).flatMap((root) =>
    namesIn(root, tag).flatMap((name) => {
      const guide = name.replace(/\.json$/, '');
      return isTexts(name) && guide !== data.id ? remembered(root, join(tag, name), guide, stock) : [];
    }),
  );
}

/** What is in a folder; nothing where it cannot be read: whoever needs a file of it is told. */
function namesIn(root: string, path: string): string[] {
  if (!isThere(root, path)) return [];
  try {
    return listFolder(root, path).map(({ name }) => name);
  } catch (error) {
    if (error instanceof PressError) return [];
    throw error;
  }
}

const isTexts = (name: string) =>
  name.endsWith('.json') && !name.endsWith('.state.json') && name !== 'press.json';

/** A translation with its state; without one nobody knows what it was made from, and it is not remembered. */
function remembered(root: string, path: string, guide: string, stock?: Stock): Remembered[] {
  const state = path.replace(/\.json$/, '.state.json');
  if (!isThere(root, path) || !isThere(root, state)) return [];
  try {
    const { value } = readJson(root, state, stock);
    const status = translationStatuses.find((known) => known === value.status);
    if (status === undefined) return [];
    const keys = Object.entries((value.keys ?? {}) as Record<string, unknown>);
    const made = new Map(keys.map(([key, hash]) => [key, String(hash)]));
    return [{ root, path, guide, status, made, texts: readJson(root, path, stock).leaves }];
  } catch (error) {
    // It is another guide's: whoever prints that one is told.
    if (error instanceof PressError) return [];
    throw error;
  }
}
