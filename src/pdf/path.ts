import type { Color } from '../geometry/index.ts';
import type { PathData, Stroke } from '../image/index.ts';
import type { ContentStream } from './content.ts';
import { num } from './number.ts';

/** A shape to be painted: a {@link PathItem} of a page or a {@link Shape} of a picture. */
export interface PaintedPath {
  readonly path: PathData;
  readonly fill: Color | undefined;
  readonly rule: 'nonzero' | 'evenodd';
  readonly stroke: Stroke | undefined;
}

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

/** Constructs and paints a path (ISO 32000-1 8.5). Line settings are those of this path only. */
export function writePath(content: ContentStream, shape: PaintedPath): void {
  const { fill, stroke, rule } = shape;
  if (fill === undefined && stroke === undefined) return;
  if (stroke !== undefined) {
    content.save();
    content.stroke(stroke.color);
    const dash = stroke.dash.map(num).join(' ');
    content.write(
      `${num(stroke.width)} w ${caps[stroke.cap]} J ${joins[stroke.join]} j [${dash}] ${num(stroke.phase ?? 0)} d\n`,
    );
  }
  if (fill !== undefined) content.fill(fill);
  const plain = stroke === undefined ? rectangles(shape.path) : undefined;
  content.write(plain ?? segments(shape.path));
  const evenOdd = rule === 'evenodd' ? '*' : '';
  if (fill === undefined) content.write('S\n');
  else content.write(stroke === undefined ? `f${evenOdd}\n` : `B${evenOdd}\n`);
  if (stroke !== undefined) content.restore();
}

export function segments({ verbs, points }: PathData): string {
  let out = '';
  let at = 0;
  const take = (count: number): string => {
    let numbers = '';
    for (let i = 0; i < count; i++) numbers += `${num(points[at++]!)} `;
    return numbers;
  };
  for (const verb of verbs) {
    if (verb === 'M') out += `${take(2)}m\n`;
    else if (verb === 'L') out += `${take(2)}l\n`;
    else if (verb === 'C') out += `${take(6)}c\n`;
    else out += 'h\n';
  }
  return out;
}

/**
 * Upright rectangles of whole numbers, such as the modules of a code: an operator each, and sums of such numbers are exact.
 * Undefined where a path is of other things.
 */
function rectangles({ verbs, points }: PathData): string | undefined {
  const count = points.length / 8;
  if (verbs !== 'MLLLZ'.repeat(count)) return undefined;
  let out = '';
  for (let at = 0; at < points.length; at += 8) {
    const [left, top, right, bottom] = [points[at]!, points[at + 1]!, points[at + 2]!, points[at + 5]!];
    const isUpright =
      points[at + 3] === top &&
      points[at + 4] === right &&
      points[at + 6] === left &&
      points[at + 7] === bottom;
    const isWhole =
      (left | 0) === left && (top | 0) === top && (right | 0) === right && (bottom | 0) === bottom;
    if (!isUpright || !isWhole) return undefined;
    out += `${left} ${top} ${right - left} ${bottom - top} re\n`;
  }
  return out;
}
