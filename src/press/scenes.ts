import { type Guide, type SceneSlot, sceneSlots } from '../content/index.ts';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { isThere, listFolder, type Root } from '../files/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import type { SceneView } from '../template/index.ts';

/** The picture of a slot: one of the stock, or the guide's own. */
export interface Scene extends SceneView {
  readonly folder: Root;
  readonly path: string;
  readonly isArt: boolean;
}

export type Scenes = Partial<Readonly<Record<SceneSlot, Scene>>>;

/** Where the stock lies among the templates. */
const stock = ['art/scenes', 'art'];

/**
 * Words that say what the scenes show which templates print by themselves; of all others it is `scenes.<name>`.
 */
const words: Readonly<Record<string, string>> = {
  'door-cover': 'art.door',
  'path-cover': 'scenes.path',
  house: 'art.house',
  together: 'art.together',
};
const wordOf = (name: string): string => (Object.hasOwn(words, name) ? words[name]! : `scenes.${name}`);

/**
 * The pictures that fill the slots: the guide's choice, or else the theme's.
 * @param chosen by the theme: names of the stock
 * @throws PressError SCENE_UNKNOWN, ALT_MISSING: all that are found
 */
export function scenesOf(
  guide: Guide,
  locale: Locale,
  templates: Root,
  chosen: Partial<Readonly<Record<SceneSlot, string>>> = {},
): Scenes {
  const problems: Problem[] = [];
  const scenes = sceneSlots.flatMap((slot): [SceneSlot, Scene][] => {
    const own = guide.data.scenes?.[slot];
    if (typeof own === 'object') return [[slot, ownScene(guide, slot, own.image, locale)]];
    const name = own ?? chosen[slot];
    if (name === undefined) return [];
    const place = own === undefined ? {} : guide.place(`scenes.${slot}`);
    const found = stockScene(name, locale, templates);
    if ('path' in found) return [[slot, found]];
    problems.push({ ...found, place: { ...place, locale: locale.tag } });
    return [];
  });
  if (problems.length > 0) throw new PressError(problems);
  return Object.fromEntries(scenes);
}

function ownScene(guide: Guide, slot: SceneSlot, image: string, locale: Locale): Scene {
  return {
    ...turned(guide.folder, image, locale),
    folder: guide.folder,
    isArt: false,
    alt: locale.text(`scenes.${slot}.alt`),
  };
}

function stockScene(name: string, locale: Locale, templates: Root): Scene | Problem {
  const at = stock.map((folder) => `${folder}/${name}.svg`).find((path) => isThere(templates, path));
  const word = wordOf(name);
  if (at === undefined || (!at.startsWith(stock[0]!) && !locale.hasWord(word)))
    return problem(
      'SCENE_UNKNOWN',
      `There is no scene "${name}".`,
      {},
      suggest(name, sceneNames(templates, locale)),
    );
  if (!locale.hasWord(word))
    return problem(
      'ALT_MISSING',
      `The scene "${name}" has no text in ${locale.tag} for those who do not see it.`,
      {},
      `Say what it shows as "${word}" in the words of that language, or choose another scene.`,
    );
  return { ...turned(templates, at, locale), folder: templates, isArt: true, alt: locale.word(word) };
}

/** A drawing that is not to be mirrored has one of its own for right to left, beside it: `waiting-room.rtl.svg`. */
function turned(folder: Root, path: string, locale: Locale): Pick<Scene, 'path' | 'upright'> {
  const other = path.replace(/(?=\.\w+$)/, '.rtl');
  const isOther = languageOf(locale.tag).direction === 'rtl' && isThere(folder, other);
  return { path: isOther ? other : path, upright: isOther };
}

/** The scenes of the stock: those that can be said in a language. */
export function sceneNames(templates: Root, locale: Pick<Locale, 'hasWord'>): string[] {
  const names = stock.flatMap((folder) =>
    isThere(templates, folder)
      ? listFolder(templates, folder).flatMap(({ name }) => /^([a-z][a-z0-9-]*)\.svg$/.exec(name)?.[1] ?? [])
      : [],
  );
  return [...new Set(names)].filter((name) => locale.hasWord(wordOf(name))).sort();
}
