import type { Color } from '../page/page-content.ts';

/** A way to tell light from dark, 0 to 255. */
type Channel = (red: number, green: number, blue: number) => number;

/**
 * What cameras and their software look at: luma (ITU-R BT.601), each colour, and what tells colours of one lightness apart.
 * Two colours that differ do so in one of them.
 */
const channels: readonly Channel[] = [
  (red, green, blue) => Math.round(0.299 * red + 0.587 * green + 0.114 * blue),
  (red) => red,
  (_, green) => green,
  (_, __, blue) => blue,
  (red, green) => (red - green + 255) >> 1,
  (_, green, blue) => (green - blue + 255) >> 1,
  (red, _, blue) => (blue - red + 255) >> 1,
];

/** Colours of a drawing that are told apart one by one; more are those of a photograph. */
const mostColors = 64;
/** Shades that lie nearer than this are one to a camera. */
const leastContrast = 6;
/** A block of pixels whose shades differ less is taken for plain. */
const apart = 26;
/** What is farther apart than this outshines what is near. */
const farthest = 2 * apart;

/** Are two colours told apart by luma? */
export const isTold = (a: Color, b: Color): boolean =>
  Math.abs(channels[0]!(...a) - channels[0]!(...b)) >= leastContrast;

/**
 * Pixels in shades of grey, once for each way of telling light from dark that shows something else than those before: the
 * few shades of a drawing far enough apart, those of a photograph from black to white.
 */
export function* shadesOf(pixels: Uint32Array, ways = channels.length): Generator<Uint8Array> {
  const drawing = colorsOf(pixels);
  const seen = new Set<string>();
  for (const channel of channels.slice(0, ways)) {
    const of = (pixel: number) => channel(pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255);
    if (drawing === undefined) {
      const shades = stretched(pixels, of);
      if (shades !== undefined) yield shades;
      continue;
    }
    const { colors, places } = drawing;
    const values = [...new Set(colors.map(of))].sort((a, b) => a - b);
    if (values.at(-1)! - values[0]! < leastContrast) continue;
    const ranks = colors.map((color) => values.indexOf(of(color)));
    const mirror = ranks.map((rank) => values.length - 1 - rank);
    // A reader of codes takes light for dark by itself.
    if (seen.has(ranks.join()) || seen.has(mirror.join())) continue;
    seen.add(ranks.join());
    const steps = stepsOf(values);
    const spread = Uint8Array.from(ranks, (rank) => steps[rank]!);
    yield shadesAt(places, spread);
  }
}

function shadesAt(places: Uint8Array, spread: Uint8Array): Uint8Array {
  const shades = new Uint8Array(places.length);
  for (let i = 0; i < shades.length; i++) shades[i] = spread[places[i]!]!;
  return shades;
}

/** Shades as far apart as they are, but never so near that a reader of codes takes two for one, or so far that it sees nothing else; from black to white. */
function stepsOf(values: readonly number[]): number[] {
  let sum = 0;
  const steps = values.map((value, i) => {
    if (i > 0) sum += Math.min(Math.max(value - values[i - 1]!, apart), farthest);
    return sum;
  });
  return steps.map((step) => Math.round((255 * step) / sum));
}

/** A shade for each pixel; those that are alike lie beside each other. */
function shaded(pixels: Uint32Array, of: (pixel: number) => number): Uint8Array {
  const shades = new Uint8Array(pixels.length);
  let last = -1;
  let shade = 0;
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i]!;
    if (pixel !== last) {
      last = pixel;
      shade = of(pixel);
    }
    shades[i] = shade;
  }
  return shades;
}

/** The colours of a drawing, and which of them each pixel has; undefined of a photograph. */
function colorsOf(
  pixels: Uint32Array,
): { readonly colors: readonly number[]; readonly places: Uint8Array } | undefined {
  const known = new Map<number, number>();
  const places = new Uint8Array(pixels.length);
  let last = -1;
  let place = 0;
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i]!;
    if (pixel !== last) {
      last = pixel;
      place = known.get(pixel) ?? known.size;
      if (place === mostColors) return undefined;
      known.set(pixel, place);
    }
    places[i] = place;
  }
  return { colors: [...known.keys()], places };
}

function stretched(pixels: Uint32Array, of: (pixel: number) => number): Uint8Array | undefined {
  const shades = shaded(pixels, of);
  let [least, most] = [255, 0];
  for (const shade of shades) {
    if (shade < least) least = shade;
    if (shade > most) most = shade;
  }
  if (most - least < leastContrast) return undefined;
  const factor = 255 / (most - least);
  for (let i = 0; i < shades.length; i++) shades[i] = (shades[i]! - least) * factor;
  return shades;
}
