import type { Guide } from '../content/index.ts';
import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { Color } from '../geometry/index.ts';
import type { Layer, Shape } from '../image/index.ts';
import type { FamilySetting, LanguageSetting } from '../layout/index.ts';
import { type DisplayList, walkItems } from '../paint/index.ts';
import {
  type Edition,
  inEdition,
  listProducts,
  loadProduct,
  type Product,
  readableProduct,
} from '../product/index.ts';
import type { Equipment } from './equipment.ts';
import type { Setting } from './job.ts';

/**
 * The product of a setting, as its edition asks for it.
 * @throws PressError TEMPLATE_NOT_FOUND, PRODUCT_INVALID where it is not made in that edition, with what is
 */
export function productOf(
  { product: id, edition }: Pick<Setting, 'product' | 'edition'>,
  { folders: { templates }, stock }: Pick<Equipment, 'folders' | 'stock'>,
): Product {
  const isMade = (other: string): boolean =>
    readableProduct(other, templates, stock)?.editions.includes(edition) === true;
  return inEdition(loadProduct(id, templates, stock), edition, () => listProducts(templates).filter(isMade));
}

/** Refuses a guide that says nothing in short sentences, where they are all that is asked for. @throws PressError EDITION_EMPTY */
export function refuseWithoutEasy({ data, file }: Guide, name: string, { kind }: Edition): void {
  if (kind !== 'easy-read' || data.easy !== undefined) return;
  throw new PressError([
    problem(
      'EDITION_EMPTY',
      `The guide has no sentences for the edition "${name}".`,
      { file },
      'Say what matters in short sentences, each with a picture: easy: [{ id: …, picture: path, text: … }] (docs/guides.md).',
    ),
  ]);
}

const larger = new WeakMap<LanguageSetting, LanguageSetting>();

/**
 * A language as large print sets it: scripts are matched to Latin by factors, most of them below 1, and in large print the
 * smallest is 1, so that no letters are smaller than their size says.
 */
export function enlarged(setting: LanguageSetting): LanguageSetting {
  let known = larger.get(setting);
  if (known === undefined) {
    const { text, display } = setting.families;
    const by = smallestFactor(setting);
    const families = { ...setting.families, text: grown(text, by), display: grown(display, by) };
    known = { ...setting, families };
    larger.set(setting, known);
  }
  return known;
}

/** The smallest of the factors by which a language's letters are matched to Latin, 1 at most. */
export function smallestFactor({ families: { text, display } }: LanguageSetting): number {
  return Math.min(text.size, display.size, 1);
}

/** Its faces are opened when they are first asked for, as those of the family are. */
function grown(family: FamilySetting, by: number): FamilySetting {
  return {
    size: family.size / by,
    leading: family.leading,
    ...(family.digits === undefined ? {} : { digits: family.digits }),
    get regular() {
      return family.regular;
    },
    get bold() {
      return family.bold;
    },
  };
}

const isGray: Readonly<Record<NonNullable<Edition['colors']>, (color: Color) => boolean>> = {
  'black-white': ([r, g, b]) => r === g && g === b && (r === 0 || r === 255),
  gray: ([r, g, b]) => r === g && g === b,
};
const named = { 'black-white': 'black and white', gray: 'gray' } as const;

/** Stands for what is between black and white. */
const tint: Color = [128, 128, 128];

/** The colours of gradients in a drawing; of what shows through it: a tint. */
function blendedIn(layers: readonly Layer[]): Color[] {
  return layers.flatMap((layer) => {
    if (layer.kind === 'group') return [...(layer.opacity < 1 ? [tint] : []), ...blendedIn(layer.layers)];
    return [layer.fill, layer.stroke?.paint].flatMap((paint) =>
      paint === undefined
        ? []
        : [
            ...(paint.opacity < 1 ? [tint] : []),
            ...('kind' in paint.of ? paint.of.stops.map(({ color }) => color) : []),
          ],
    );
  });
}

/** Colours that an edition does without: each page's first is told. */
export function colorProblems({ colors }: Edition, name: string, pages: readonly DisplayList[]): Problem[] {
  if (colors === undefined) return [];
  const isAllowed = isGray[colors];
  return pages.flatMap((page) => {
    let found: Color | undefined;
    const look = (color: Color | undefined): void => {
      if (color !== undefined && !isAllowed(color)) found ??= color;
    };
    const lookAt = ({ fill, stroke }: Pick<Shape, 'fill' | 'stroke'>): void => {
      look(fill);
      look(stroke?.color);
    };
    walkItems(page, (item) => {
      if (item.kind === 'text') look(item.color);
      else if (item.kind === 'path') lookAt(item);
      else if (item.kind === 'picture' && item.picture.kind === 'vector') {
        item.picture.shapes.forEach(lookAt);
        // What blends from one colour to another shows those between.
        for (const color of blendedIn(item.picture.layers ?? [])) look(colors === 'gray' ? color : tint);
      }
    });
    if (found === undefined) return [];
    return [
      problem(
        'EDITION_COLOR',
        `${page.page}: the edition "${name}" is ${named[colors]}, and rgb(${found.join(', ')}) is painted.`,
        { page: page.page },
        'Take the colour from a token of the theme, which the edition changes, or say another within @media (docs/templates.md, Editions).',
      ),
    ];
  });
}
