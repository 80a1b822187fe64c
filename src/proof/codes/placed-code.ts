import type { CodeArea } from '../page/code-areas.ts';
import { type Bounds, boundsOf, contains, grown, intersect, touch } from '../page/matrix.ts';
import type { Color, PageContent, Painted, Piece } from '../page/page-content.ts';
import { isPlain } from '../page/path.ts';
import { isTold } from './channels.ts';
import type { CodeReader } from './code-reader.ts';

/** A code as the press places it. */
export interface PlacedCode extends CodeArea {
  /** Undefined: it is not made of whole modules, or not of colours that are told apart. */
  readonly modules: Modules | undefined;
}

/** The modules of a code and of the white around it, row by row: 1 is dark. */
export interface Modules {
  readonly side: number;
  readonly dark: Uint8Array;
}

const white: Color = [255, 255, 255];
/** Modules along a code with the white around it, at most: the largest has 177 (ISO/IEC 18004 5.3.1). */
const longestSide = 200;
/** White around a code (6.3.8), in modules. */
const quietZone = 4;
/** How far an edge may lie beside the grid, in modules: places are written with a few decimals. */
const near = 1 / 20;
/** Pixels along a module: there is nothing smaller to be seen. */
const perModule = 2;

/** A piece by itself that paints a white ground, and shapes of one colour on it, the least of which is a module. */
export function placedCode(
  { painted, runs }: Piece,
  { width, height }: { readonly width: number; readonly height: number },
): PlacedCode | undefined {
  const [ground, shapes] = painted;
  if (painted.length !== 2 || runs.length > 0 || ground === undefined || shapes === undefined)
    return undefined;
  if (ground.kind !== 'fill' || shapes.kind !== 'fill' || !ground.plain) return undefined;
  if (ground.color?.join() !== white.join() || !contains(ground.bounds, shapes.bounds)) return undefined;
  const all = shapes.outlines.map((points) => boundsOf([points]));
  const module = all.reduce(
    (least, [left, top, right, bottom]) => Math.min(least, right - left, bottom - top),
    Number.POSITIVE_INFINITY,
  );
  const bounds = intersect(ground.bounds, [0, 0, width, height]);
  if (!(module > 0 && bounds[2] - bounds[0] <= module * longestSide)) return undefined;
  const isWhole = (item: Painted) => isSeenWhole(item, bounds, module * near);
  const isCode = isWhole(ground) && isWhole(shapes) && isTold(white, shapes.color!);
  const modules = isCode ? modulesOf(ground.bounds, shapes.outlines, all, module) : undefined;
  return { bounds: grown(bounds, module), module, modules };
}

/** Nothing is cut off, but for less than `by`, and nothing shows through. */
const isSeenWhole = ({ look, seeThrough, clip, bounds }: Painted, within: Bounds, by: number): boolean =>
  look === undefined &&
  !seeThrough &&
  clip.turned.length === 0 &&
  contains(grown(intersect(clip.bounds, within), by), bounds);

/** The modules that rectangles are made of; undefined where one lies beside the grid, two share a module, or the white is narrow. */
function modulesOf(
  [left, top, right, bottom]: Bounds,
  outlines: readonly Float64Array[],
  all: readonly Bounds[],
  least: number,
): Modules | undefined {
  const side = Math.round((right - left) / least);
  const module = (right - left) / side;
  const at = (length: number): number => {
    const exact = length / module;
    const whole = Math.round(exact);
    return Math.abs(exact - whole) <= near ? whole : Number.NaN;
  };
  if (at(bottom - top) !== side) return undefined;
  const dark = new Uint8Array(side * side);
  for (const [i, bounds] of all.entries()) {
    if (!isPlain([outlines[i]!])) return undefined;
    const [from, to] = [at(bounds[0] - left), at(bounds[2] - left)];
    const [first, end] = [at(bounds[1] - top), at(bounds[3] - top)];
    const isWithin =
      from >= quietZone && to <= side - quietZone && first >= quietZone && end <= side - quietZone;
    if (!isWithin || !(from < to && first < end)) return undefined;
    for (let y = first; y < end; y++)
      for (let x = from; x < to; x++) {
        if (dark[y * side + x] === 1) return undefined;
        dark[y * side + x] = 1;
      }
  }
  return { side, dark };
}

/** Does anything that is painted later reach into the ground of a code? */
export function isPaintedOver({ pieces }: PageContent, code: Piece): boolean {
  const [{ bounds }] = code.painted as [Painted];
  return pieces.slice(pieces.indexOf(code) + 1).some(
    ({ ink, paint, painted, runs }) =>
      // Around all of a piece first.
      (paint !== undefined && touch(paint, bounds) && painted.some((item) => touch(item.bounds, bounds))) ||
      (ink !== undefined &&
        touch(ink, bounds) &&
        runs.some((run) => run.ink !== undefined && touch(run.ink, bounds))),
  );
}

/** What codes say whose modules are these. */
export function readModules({ side, dark }: Modules, reader: CodeReader): string[] {
  const width = side * perModule;
  const shades = new Uint8Array(width * width);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++)
      shades[y * width + x] =
        dark[Math.floor(y / perModule) * side + Math.floor(x / perModule)] === 1 ? 0 : 255;
  return reader.read({ width, height: width }, shades);
}

/** Names modules: a bit each. */
export function keyOfModules({ side, dark }: Modules): string {
  const bits = Buffer.alloc(Math.ceil(dark.length / 8));
  for (let i = 0; i < dark.length; i++) bits[i >> 3]! |= dark[i]! << (i & 7);
  return `modules ${side} ${bits.toString('latin1')}`;
}
