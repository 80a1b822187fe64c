import { type Budget, costs, type Worked } from '../file/budget.ts';
import { type Area, hides, meets, spans } from '../page/cover.ts';
import { inkArea, inkedIn, textAt } from '../page/glyph.ts';
import { areApart } from '../page/matrix.ts';
import type { Color, Painted, Piece, Run } from '../page/page-content.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Document } from '../page/read.ts';
import { extremesIn, isWhole, type Shading } from '../page/shading.ts';
import type { Check } from '../types.ts';
import { count, verdict } from './verdict.ts';

/** WCAG 2.2, 1.4.6: 7:1, and 4.5:1 for text from 18 pt, or bold from 14 pt. */
const [ordinary, large] = [7, 4.5];
const white: Color = [255, 255, 255];

function luminance([r, g, b]: Color): number {
  const channel = (value: number) => {
    const v = value / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
}

function ratio(a: Color, b: Color): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const pack = ([r, g, b]: Color) => (r << 16) | (g << 8) | b;

/** Contrast ratios by pair of colours: a file has few. */
class Ratios {
  readonly #known = new Map<number, number>();

  /** Where a colour is not known, nothing is proved. */
  of(ink: Color, ground: Color | undefined): number {
    if (ground === undefined) return 1;
    const key = pack(ink) * 2 ** 24 + pack(ground);
    let found = this.#known.get(key);
    if (found === undefined) {
      found = ratio(ink, ground);
      this.#known.set(key, found);
    }
    return found;
  }
}

/**
 * The lowest contrast of an ink with what may show under an area: from the top down, all that reaches into it, to the
 * first that hides the rest.
 */
function lowest(ink: Color, area: Area, below: readonly Painted[], ratios: Ratios, budget: Budget): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = below.length - 1; i >= 0; i--) {
    const painted = below[i]!;
    if (!meets(painted, area, budget)) continue;
    const gradient = opaqueGradient(painted);
    if (gradient !== undefined) {
      least = Math.min(least, worstOn(ink, gradient, area, budget));
      if (isWhole(gradient) && spans(painted, area, budget)) return least;
      continue;
    }
    least = Math.min(least, ratios.of(ink, painted.color));
    if (hides(painted, area, budget)) return least;
  }
  return Math.min(least, ratios.of(ink, white));
}

/** The gradient that a fill shows as it is: uncut, opaque. */
function opaqueGradient({ kind, look }: Painted): Shading | undefined {
  if (kind !== 'fill' || look?.shading === undefined) return undefined;
  const { shading, opacity, masks, groups, cuts } = look;
  return opacity === 1 && masks.length + groups.length + cuts.length === 0 ? shading : undefined;
}

/** The least contrast of an ink with all that a gradient shows in an area: 1 where it passes through the ink's lightness. */
function worstOn(ink: Color, gradient: Shading, { bounds, corners }: Area, budget: Budget): number {
  budget.spend(costs.test * gradient.stops.length);
  const [left, top, right, bottom] = bounds;
  const upright = [left, top, right, top, right, bottom, left, bottom];
  const [darkest, lightest] = extremesIn(gradient, corners ?? upright, luminance);
  const [own, dark, light] = [luminance(ink), luminance(darkest), luminance(lightest)];
  if (own > dark && own < light) return 1;
  return ratio(ink, own >= light ? lightest : darkest);
}

/** Of a glyph's height and width, at each side: letters are read without the last of their strokes. */
const tip = 0.06;

function withoutTips({ bounds, corners }: Area): Area {
  if (corners !== undefined) return { bounds, corners };
  const [left, top, right, bottom] = bounds;
  const [x, y] = [(right - left) * tip, (bottom - top) * tip];
  return { bounds: [left + x, top + y, right - x, bottom - y] };
}

/** What was found of a piece, on what was painted before it. */
export interface Contrast {
  readonly grounds: readonly Piece[];
  readonly found: Worked<Stands>;
}

/** How the glyphs of a piece stand out. */
interface Stands {
  readonly wrong: readonly string[];
  readonly looked: number;
  readonly least: number;
}

/** Promise 5: every glyph stands out from the worst colour under all of it. */
export function checkContrast(document: Document): Check {
  const { file } = document;
  const wrong = new Set<string>();
  const ratios = new Ratios();
  let looked = 0;
  let least = Number.POSITIVE_INFINITY;
  document.pages.forEach(({ content }, i) => {
    content.pieces.forEach((piece, j) => {
      const grounds = groundsOf(piece, j, content.pieces);
      const found = standsOn(piece, grounds, ratios, file.budget);
      looked += found.looked;
      least = Math.min(least, found.least);
      for (const fault of found.wrong) wrong.add(`page ${i + 1}: ${fault}`);
    });
  });
  const passed = `The lowest contrast of ${count(looked, 'glyph')} is ${least.toFixed(1)}:1.`;
  return verdict('CONTRAST_LOW', [...wrong], looked, passed);
}

/** The pieces that may paint under a piece's ink, itself among them: what else is before it changes nothing. */
function groundsOf({ ink }: Piece, at: number, pieces: readonly Piece[]): Piece[] {
  const grounds: Piece[] = [];
  if (ink === undefined) return grounds;
  for (let i = 0; i <= at; i++) {
    const { paint } = pieces[i]!;
    if (paint !== undefined && !areApart(paint, ink)) grounds.push(pieces[i]!);
  }
  return grounds;
}

const isSame = (a: readonly Piece[], b: readonly Piece[]) =>
  a.length === b.length && a.every((piece, i) => piece === b[i]);

function standsOn(piece: Piece, grounds: readonly Piece[], ratios: Ratios, budget: Budget): Stands {
  const known = piece.found.contrast;
  if (known !== undefined && isSame(known.grounds, grounds)) return budget.again(known.found);
  const found = budget.measure(() => contrastOf(piece, grounds, ratios, budget));
  piece.found.contrast = { grounds, found };
  return found.value;
}

function contrastOf(piece: Piece, grounds: readonly Piece[], ratios: Ratios, budget: Budget): Stands {
  const wrong = new Set<string>();
  let looked = 0;
  let least = Number.POSITIVE_INFINITY;
  const paints = grounds.map((ground) => indexOf(ground).paint);
  for (const run of piece.runs) {
    const { ink, order, color } = run;
    if (ink === undefined) continue;
    looked += run.inked;
    const needed = neededBy(run);
    const below: Painted[] = [];
    for (const paint of paints)
      for (const painted of paint.near(ink, budget)) if (painted.order < order) below.push(painted);
    const whole = lowest(color, { bounds: ink }, below, ratios, budget);
    if (whole >= needed - 0.005) {
      least = Math.min(least, whole);
      continue;
    }
    for (const g of inkedIn(run)) {
      const found = lowest(color, withoutTips(inkArea(run, g)), below, ratios, budget);
      least = Math.min(least, found);
      if (found < needed - 0.005)
        wrong.add(
          `"${textAt(run, g)}" of ${run.size.toFixed(1)} pt has ${found.toFixed(2)}:1, and needs ${needed}:1`,
        );
    }
  }
  return { wrong: [...wrong], looked, least };
}

function neededBy({ size, font }: Run): number {
  return size >= 18 || (size >= 14 && font.bold) ? large : ordinary;
}
