import { PressError } from '../diagnostics/index.ts';
import { decodeText } from '../files/index.ts';
import { type Matrix, multiply } from '../geometry/index.ts';
import { invalid } from './fault.ts';
import { groupsWithin, isPlain, shapesOf } from './layers.ts';
import { LimitError, ValueError } from './path-data.ts';
import { SvgDrawing } from './svg-drawing.ts';
import { readNodes, type SvgNode } from './svg-node.ts';
import { MOST_SEGMENTS, SvgReading, tooLarge } from './svg-reading.ts';
import type { Palette } from './svg-tokens.ts';
import { parseAspect, parseLength, parseViewBox, type ViewBox } from './svg-value.ts';
import type { VectorPicture } from './types.ts';

const MOST_BYTES = 1_000_000;
/** Coordinates are written with three decimals: a canvas smaller than this is read as one that is larger. */
const SMALLEST_CANVAS = 8;
const ENLARGED = 100;
/** Each is painted by itself when codes are sought. */
const DEEPEST_GROUPS = 6;
const pt = 0.75;

/**
 * An SVG of the subset (docs/pictures.md) as what it paints, in the coordinates of its viewBox.
 * @param palette the colours of the theme, which it may name
 * @throws PressError IMAGE_INVALID with every problem found, IMAGE_TOO_LARGE
 */
export function decodeSvg(bytes: Uint8Array, name: string, palette?: Palette): VectorPicture {
  if (bytes.length > MOST_BYTES)
    throw tooLarge(name, `is ${Math.ceil(bytes.length / 1000)} kB; an SVG may have ${MOST_BYTES / 1000} kB`);
  // As XML reads them (XML 1.0 2.11); the parser takes the square of their number for it.
  const text = decodeText(bytes, name).replace(/\r\n?/g, '\n');
  const reading = new SvgReading(name, text, palette);
  const root = readNodes(text, name, (what) => tooLarge(name, what));
  if ('what' in root) {
    reading.report(root, root.what, root.hint);
    throw new PressError(reading.problems);
  }
  reading.prepare(root);
  const { box, natural } = canvas(reading, root);
  const [x, y, width, height] = box;
  const scale = Math.max(width, height) < SMALLEST_CANVAS ? ENLARGED / Math.max(width, height) : 1;
  const matrix: Matrix =
    scale === 1 ? [1, 0, 0, 1, -x, -y] : multiply([scale, 0, 0, scale, 0, 0], [1, 0, 0, 1, -x, -y]);
  const drawing = new SvgDrawing(reading);
  try {
    drawing.readRoot(root, matrix, { width, height });
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    throw tooLarge(name, `has more than ${MOST_SEGMENTS} path segments`);
  }
  if (reading.problems.length > 0) throw new PressError(reading.problems);
  const { layers } = drawing;
  if (groupsWithin(layers) > DEEPEST_GROUPS)
    throw invalid(
      name,
      `has transparent groups in groups, more than ${DEEPEST_GROUPS} deep`,
      'Set opacity on the shapes, or flatten the groups.',
    );
  const aspect = reading.attributes(root).read('preserveAspectRatio', parseAspect, undefined);
  return {
    kind: 'vector',
    name,
    width: width * scale,
    height: height * scale,
    shapes: shapesOf(layers),
    ...(isPlain(layers) ? {} : { layers }),
    ...(isNear(natural.width, width * scale) && isNear(natural.height, height * scale) ? {} : { natural }),
    ...(aspect === undefined ? {} : { aspect }),
  };
}

/** Units come and go with fractions that no binary number holds. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9 * b;

interface Canvas {
  readonly box: ViewBox;
  /** pt */
  readonly natural: { readonly width: number; readonly height: number };
}

/**
 * The viewBox, or width and height without one; and the size that the drawing asks for: a side that is not given follows
 * from the other, and where none is a user unit is a point.
 */
function canvas(reading: SvgReading, root: SvgNode): Canvas {
  const nothing: Canvas = { box: [0, 0, 1, 1], natural: { width: 1, height: 1 } };
  if (root.name !== 'svg') {
    reading.report(root, 'is the root', 'The root of an SVG is <svg>.');
    return nothing;
  }
  const attributes = reading.attributes(root);
  // A share of what is around is no size of its own.
  const side = (name: string): number | undefined =>
    attributes.read(
      name,
      (text) => {
        if (/%\s*$|^\s*auto\s*$/.test(text)) return undefined;
        const length = parseLength(text, undefined);
        if (length < 0) throw new ValueError('is negative');
        return length;
      },
      undefined,
    );
  const [width, height] = [side('width'), side('height')];
  const given = attributes.has('viewBox') ? attributes.read('viewBox', parseViewBox, nothing.box) : undefined;
  const box = given ?? ([0, 0, width ?? 0, height ?? 0] as const);
  if (!(box[2] > 0 && box[3] > 0)) {
    reading.report(root, 'has no extent', 'Give it viewBox="0 0 width height".');
    return nothing;
  }
  const ratio = box[2] / box[3];
  const [w, h] = [width || (height ?? 0) * ratio, height || (width ?? 0) / ratio];
  return {
    box,
    natural: w > 0 && h > 0 ? { width: w * pt, height: h * pt } : { width: box[2], height: box[3] },
  };
}
