import { type Guide, sceneSlots } from '../content/index.ts';
import { type Place, PressError, type Problem, problem, suggest, warning } from '../diagnostics/index.ts';
import { isThere, listFolder, type Root } from '../files/index.ts';
import type { Picture } from '../image/index.ts';
import { type Locale, languageOf } from '../locale/index.ts';
import type { SceneView } from '../template/index.ts';
import type { Equipment } from './equipment.ts';
import { footIn, isOpen } from './light.ts';
import { filePicture } from './pictures.ts';
import type { Theme } from './theme.ts';

/** The picture of a slot: one of the stock, or the guide's own. */
export interface Scene extends SceneView {
  readonly folder: Root;
  readonly path: string;
  readonly isArt: boolean;
}

/** By their slots; of a sentence that is easy to read, `easy-` and its id. */
export type Scenes = Readonly<Record<string, Scene>>;

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

/** What the slots hold, and what is to be said of it. */
export interface Chosen {
  readonly scenes: Scenes;
  readonly problems: readonly Problem[];
}

/**
 * The pictures that fill the slots: the guide's choice, or else the theme's.
 * @param isEasy also those of sentences that are easy to read
 * @throws PressError SCENE_UNKNOWN, ALT_MISSING, IMAGE_INVALID: all that are found
 */
export function scenesOf(
  guide: Guide,
  locale: Locale,
  theme: Pick<Theme, 'scenes' | 'tokens'>,
  { folders: { templates }, stock: kept }: Pick<Equipment, 'folders' | 'stock'>,
  isEasy = false,
): Chosen {
  const refused: Problem[] = [];
  const problems: Problem[] = [];
  const load = (slot: string, name: Choice, key: string | undefined): [string, Scene][] => {
    const place: Place = { ...(key === undefined ? {} : guide.place(key)), locale: locale.tag };
    const found =
      typeof name === 'object'
        ? ownScene(guide, `${key}.alt`, name.image, locale)
        : stockScene(name, locale, templates);
    if (!('path' in found)) {
      refused.push({ ...found, place });
      return [];
    }
    const palette = { tokens: theme.tokens, isArt: found.isArt };
    const picture = filePicture(found.folder, found.path, place, kept, palette);
    const open = isOpen(picture);
    if (slot === 'cover' && !open && standsApart(picture, theme)) {
      const isGuides = key !== undefined;
      const others =
        isGuides && found.isArt
          ? sceneNames(templates, locale).filter((other) => {
              const { folder, path } = stockScene(other, locale, templates) as Found;
              const drawn = filePicture(folder, path, place, kept, { tokens: theme.tokens, isArt: true });
              return isOpen(drawn) || !standsApart(drawn, theme);
            })
          : [];
      problems.push(apart(picture, theme, isGuides, others, place));
    }
    return [[slot, { ...found, open }]];
  };
  const scenes = sceneSlots.flatMap((slot) => {
    const own = guide.data.scenes?.[slot];
    const name = own ?? theme.scenes[slot];
    return name === undefined ? [] : load(slot, name, own === undefined ? undefined : `scenes.${slot}`);
  });
  if (isEasy)
    for (const { id, picture } of guide.data.easy ?? [])
      scenes.push(...load(`easy-${id}`, picture, `easy.${id}.picture`));
  if (refused.length > 0) throw new PressError(refused);
  return { scenes: Object.fromEntries(scenes), problems };
}

/** True where the light of a cover does not run down into the band. */
const standsApart = (picture: Picture, { tokens }: Pick<Theme, 'tokens'>): boolean =>
  picture.kind === 'vector' && footIn(picture, tokens.accent) < 1;

/** @param others scenes of the stock that suit a cover, for a guide that chose one which does not */
function apart(
  picture: Picture,
  { tokens }: Pick<Theme, 'tokens'>,
  isGuides: boolean,
  others: readonly string[],
  place: Place,
): Problem {
  const part = picture.kind === 'vector' ? footIn(picture, tokens.accent) : 1;
  const say = isGuides ? warning : problem;
  return say(
    'SCENE_APART',
    `The light of ${picture.name} does not run into the band below it: ${Math.round(100 * part)} % of its foot has the accent.`,
    place,
    others.length > 0
      ? `On a cover stand well: ${others.join(', ')}.`
      : 'Let var(--accent) fill the foot of the drawing over its whole width, or leave the ground out: then it stands on the band.',
  );
}

type Found = Omit<Scene, 'open'>;
type Choice = string | { readonly image: string };

function ownScene(guide: Guide, alt: string, image: string, locale: Locale): Found {
  return {
    ...turned(guide.folder, image, locale),
    folder: guide.folder,
    isArt: false,
    alt: locale.text(alt),
  };
}

function stockScene(name: string, locale: Locale, templates: Root): Found | Problem {
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
