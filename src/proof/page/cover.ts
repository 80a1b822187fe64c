import { type Budget, costs } from '../file/budget.ts';
import { type Bounds, contains, grown, intersect, touch } from './matrix.ts';
import type { Clip, Corners, Painted } from './page-content.ts';

/** Less than this is no touching: coordinates are written in thousandths of a point, curves are flattened. */
const slack = 0.02;

/** An area of the page: upright, or with the corners of a rectangle that is turned. */
export interface Area {
  readonly bounds: Bounds;
  readonly corners?: Corners;
}

/** A side of a convex area: points with x·nx + y·ny ≤ c are within. */
type Side = readonly [nx: number, ny: number, c: number];

function sidesOf({ bounds, corners }: Area, grow: number): Side[] {
  if (corners === undefined) {
    const [left, top, right, bottom] = bounds;
    return [
      [-1, 0, grow - left],
      [0, -1, grow - top],
      [1, 0, grow + right],
      [0, 1, grow + bottom],
    ];
  }
  const [cx, cy] = middleOf(bounds);
  return [0, 2, 4, 6].map((i): Side => {
    const [x, y] = [corners[i]!, corners[i + 1]!];
    const [ex, ey] = [corners[(i + 2) % 8]! - x, corners[(i + 3) % 8]! - y];
    const length = Math.hypot(ex, ey) || 1;
    const [nx, ny] = [ey / length, -ex / length];
    // The middle is within, whichever way the corners go round.
    const out = nx * (cx - x) + ny * (cy - y) > 0 ? -1 : 1;
    return [out * nx, out * ny, out * (nx * x + ny * y) + grow];
  });
}

const middleOf = ([left, top, right, bottom]: Bounds) => [(left + right) / 2, (top + bottom) / 2] as const;

/** Does any of a straight piece lie within all sides (Cyrus and Beck)? */
function reaches(sides: readonly Side[], x0: number, y0: number, x1: number, y1: number): boolean {
  let [from, to] = [0, 1];
  for (const [nx, ny, c] of sides) {
    const [start, end] = [nx * x0 + ny * y0 - c, nx * x1 + ny * y1 - c];
    if (start > 0 && end > 0) return false;
    if (start > 0) from = Math.max(from, start / (start - end));
    else if (end > 0) to = Math.min(to, start / (start - end));
    if (from > to) return false;
  }
  return true;
}

/** Is a point within a fill's outlines, by its rule (ISO 32000-1 8.5.3.3)? */
export function fills(painted: Pick<Painted, 'outlines' | 'evenOdd'>, x: number, y: number): boolean {
  let winding = 0;
  let crossings = 0;
  for (const points of painted.outlines)
    for (let i = 0; i < points.length; i += 2) {
      const j = i + 2 === points.length ? 0 : i + 2;
      const [x1, y1, x2, y2] = [points[i]!, points[i + 1]!, points[j]!, points[j + 1]!];
      if (y1 <= y === y2 <= y) continue;
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) < x) continue;
      crossings++;
      winding += y2 > y1 ? 1 : -1;
    }
  return painted.evenOdd ? crossings % 2 === 1 : winding !== 0;
}

/** Do outlines, closed as fills close them, come into an area? */
function outlinesReach(painted: Painted, sides: readonly Side[], budget: Budget): boolean {
  const closed = painted.kind !== 'stroke';
  for (const points of painted.outlines) {
    budget.spend(points.length * costs.test);
    for (let i = 0; i + 3 < points.length; i += 2)
      if (reaches(sides, points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!)) return true;
    const last = points.length - 2;
    if (closed && reaches(sides, points[last]!, points[last + 1]!, points[0]!, points[1]!)) return true;
    if (points.length === 2 && reaches(sides, points[0]!, points[1]!, points[0]!, points[1]!)) return true;
  }
  return false;
}

/** What a clip leaves of an area: exact where both are upright, else more than that. */
function leftOf(area: Area, clip: Clip): Area {
  return area.corners === undefined ? { bounds: intersect(area.bounds, clip.bounds) } : area;
}

/** Does a painted thing put ink into an area? Where it cannot be told exactly, yes. */
export function meets(painted: Painted, area: Area, budget: Budget): boolean {
  const seen = grown(intersect(painted.bounds, painted.clip.bounds), -slack);
  if (!touch(seen, area.bounds)) return false;
  if (painted.plain && area.corners === undefined) return true;
  const left = leftOf(area, painted.clip);
  if (painted.kind === 'stroke') {
    if (outlinesReach(painted, sidesOf(left, painted.reach - slack), budget)) return true;
    return painted.corner > painted.reach && cornersReach(painted, sidesOf(left, painted.corner - slack));
  }
  if (outlinesReach(painted, sidesOf(left, -slack), budget)) return true;
  return fills(painted, ...middleOf(left.bounds));
}

function cornersReach({ outlines }: Painted, sides: readonly Side[]): boolean {
  return outlines.some((points) => {
    for (let i = 0; i < points.length; i += 2)
      if (reaches(sides, points[i]!, points[i + 1]!, points[i]!, points[i + 1]!)) return true;
    return false;
  });
}

/** Does a fill or a picture hide all of an area? Where it cannot be told exactly, no. */
export function hides(painted: Painted, area: Area, budget: Budget): boolean {
  return painted.seeThrough !== true && spans(painted, area, budget);
}

/** Has a fill or a picture all of an area, whatever may be seen through it? Where it cannot be told exactly, no. */
export function spans(painted: Painted, area: Area, budget: Budget): boolean {
  if (painted.kind === 'stroke' || painted.clip.turned.length > 0) return false;
  const inner = grown(area.bounds, -slack);
  if (!contains(intersect(painted.bounds, painted.clip.bounds), inner)) return false;
  if (painted.plain) return true;
  if (outlinesReach(painted, sidesOf({ bounds: inner }, 0), budget)) return false;
  return fills(painted, ...middleOf(area.bounds));
}

/** Is an area wholly within what a clip leaves? It may stick out by `by`, pt. */
export function isWithin({ bounds, corners }: Area, clip: Clip, by: number): boolean {
  if (!contains(grown(clip.bounds, by), bounds)) return false;
  if (clip.turned.length === 0) return true;
  const [left, top, right, bottom] = bounds;
  const points = corners ?? [left, top, right, top, right, bottom, left, bottom];
  return clip.turned.every((turned) => {
    const xs = [turned[0], turned[2], turned[4], turned[6]];
    const ys = [turned[1], turned[3], turned[5], turned[7]];
    const around: Bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const sides = sidesOf({ bounds: around, corners: turned }, by);
    return [0, 2, 4, 6].every((i) =>
      sides.every(([nx, ny, c]) => nx * points[i]! + ny * points[i + 1]! <= c),
    );
  });
}

/** Is a fill one outline without a bay: no figure, and none cut out of it? What is drawn as a picture is not known. */
export function isConvex({ kind, outlines }: Painted): boolean {
  const [points] = outlines;
  if (kind !== 'fill' || points === undefined || outlines.length > 1)
    return kind === 'fill' && outlines.length === 0;
  let [left, right] = [false, false];
  const count = points.length / 2;
  const at = (i: number) => [points[(i % count) * 2]!, points[(i % count) * 2 + 1]!] as const;
  let turned = 0;
  for (let i = 0; i < count; i++) {
    const [[ax, ay], [bx, by], [cx, cy]] = [at(i), at(i + 1), at(i + 2)];
    const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
    const turn = ux * vy - uy * vx;
    // Curves are flattened, and places rounded to thousandths: straight on is no turn.
    const least = 0.01 * (Math.hypot(ux, uy) + Math.hypot(vx, vy));
    if (turn > least) right = true;
    if (turn < -least) left = true;
    turned += Math.abs(Math.atan2(turn, ux * vx + uy * vy));
  }
  // Once around: more, and its outline crosses itself.
  return !(left && right) && turned < 2 * Math.PI + 0.1;
}
