/** An elliptical arc in SVG's endpoint form. */
export interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Rotation of the ellipse's x axis, degrees. */
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

function angle(ux: number, uy: number, vx: number, vy: number): number {
  return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
}

/**
 * Cubics (six coordinates each) for an arc between two points: SVG 2 B.2.4, from endpoint to centre form, then one
 * cubic for each quarter at most. Empty when the ends are the same; a straight cubic when a radius is 0 (B.2.5).
 */
export function arcToCubics(x1: number, y1: number, arc: Arc, x2: number, y2: number): number[] {
  if (x1 === x2 && y1 === y2) return [];
  let [rx, ry] = [Math.abs(arc.rx), Math.abs(arc.ry)];
  if (rx === 0 || ry === 0) return [x1, y1, x2, y2, x2, y2];
  const phi = (arc.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const x = (cos * (x1 - x2) + sin * (y1 - y2)) / 2;
  const y = (-sin * (x1 - x2) + cos * (y1 - y2)) / 2;
  const grow = Math.hypot(x / rx, y / ry);
  if (grow > 1) [rx, ry] = [rx * grow, ry * grow];
  const [u, v] = [x / rx, y / ry];
  const squared = u * u + v * v;
  const root = Math.sqrt(Math.max(0, 1 / squared - 1)) * (arc.large === arc.sweep ? -1 : 1);
  const [cu, cv] = [root * v, -root * u];
  const cx = cos * cu * rx - sin * cv * ry + (x1 + x2) / 2;
  const cy = sin * cu * rx + cos * cv * ry + (y1 + y2) / 2;
  const start = Math.atan2(v - cv, u - cu);
  let turn = angle(u - cu, v - cv, -u - cu, -v - cv);
  if (arc.sweep && turn < 0) turn += 2 * Math.PI;
  if (!arc.sweep && turn > 0) turn -= 2 * Math.PI;

  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  const cubics: number[] = [];
  const put = (px: number, py: number): void => {
    cubics.push(cx + cos * rx * px - sin * ry * py, cy + sin * rx * px + cos * ry * py);
  };
  for (let i = 0; i < count; i++) {
    const [from, to] = [start + i * step, start + (i + 1) * step];
    put(Math.cos(from) - reach * Math.sin(from), Math.sin(from) + reach * Math.cos(from));
    put(Math.cos(to) + reach * Math.sin(to), Math.sin(to) - reach * Math.cos(to));
    if (i < count - 1) put(Math.cos(to), Math.sin(to));
    else cubics.push(x2, y2);
  }
  return cubics;
}
