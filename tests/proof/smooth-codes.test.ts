/** A code is sought however its outlines are drawn: in as few corners as may be, rounded, cut, and both. */
import encodeQR from 'qr';
import { expect, it } from 'vitest';
import { codeAreas } from '../../src/proof/page/code-areas.ts';
import type { Painted } from '../../src/proof/page/page-content.ts';

type Outline = readonly (readonly [x: number, y: number])[];

/** The outlines of what is dark, a module wide, with points at their corners alone. */
function outlinesOf(modules: readonly (readonly boolean[])[]): Outline[] {
  const dark = (x: number, y: number) => modules[y]?.[x] === true;
  const edges = new Map<string, (readonly [number, number])[]>();
  const edge = (from: readonly [number, number], to: readonly [number, number]) =>
    edges.set(from.join(), [...(edges.get(from.join()) ?? []), to]);
  for (const [y, row] of modules.entries())
    for (const x of row.keys()) {
      if (!dark(x, y)) continue;
      if (!dark(x, y - 1)) edge([x, y], [x + 1, y]);
      if (!dark(x + 1, y)) edge([x + 1, y], [x + 1, y + 1]);
      if (!dark(x, y + 1)) edge([x + 1, y + 1], [x, y + 1]);
      if (!dark(x - 1, y)) edge([x, y + 1], [x, y]);
    }
  const found: Outline[] = [];
  for (const [from] of edges) {
    let [x, y] = from.split(',').map(Number) as [number, number];
    const outline: (readonly [number, number])[] = [];
    for (let to = edges.get(from)!.pop(); to !== undefined; to = edges.get(`${x},${y}`)!.pop()) {
      outline.push([x, y]);
      [x, y] = to;
    }
    if (outline.length > 0) found.push(straightened(outline));
  }
  return found;
}

const around = (outline: Outline, i: number) =>
  [outline.at(i - 1)!, outline[i]!, outline[(i + 1) % outline.length]!] as const;

const straightened = (outline: Outline): Outline =>
  outline.filter((_, i) => {
    const [[ax, ay], [x, y], [bx, by]] = around(outline, i);
    return (x - ax) * (by - y) !== (y - ay) * (bx - x);
  });

/** Each corner cut away at a quarter of its sides (Chaikin). */
const cut = (outline: Outline): Outline =>
  outline.flatMap((_, i) => {
    const [, [x, y], [bx, by]] = around(outline, i);
    return [
      [x * 0.75 + bx * 0.25, y * 0.75 + by * 0.25],
      [x * 0.25 + bx * 0.75, y * 0.25 + by * 0.75],
    ] as const;
  });
/** From the middle of each side to that of the next: what goes down in steps is a straight line. */
const slanted = (outline: Outline): Outline =>
  straightened(
    outline.map((_, i) => {
      const [, [x, y], [bx, by]] = around(outline, i);
      return [(x + bx) / 2, (y + by) / 2] as const;
    }),
  );
const rounded = (outline: Outline) => cut(cut(cut(outline)));

it.each<[string, (outline: Outline) => Outline]>([
  ['sharp', (outline) => outline],
  ['rounded', rounded],
  ['slanted', slanted],
  ['slanted and rounded', (outline) => rounded(slanted(outline))],
])('%s, wherever it stands, from the smallest modules up', (_, drawn) => {
  for (const content of ['tel:911', 'tel:+18005550199', 'a']) {
    const framed = encodeQR(content, 'raw', { border: 1, ecc: 'low' });
    const code = framed.slice(1, -1).map((row) => row.slice(1, -1));
    for (const module of [0.6, 1, 3, 10])
      for (const [left, top] of [
        [30, 30],
        [47.3, 61.9],
      ] as const) {
        const painted = {
          kind: 'fill' as const,
          outlines: outlinesOf(code).map((outline) =>
            Float64Array.from(drawn(outline).flatMap(([x, y]) => [x * module + left, y * module + top])),
          ),
          clip: { bounds: [0, 0, 600, 800], turned: [] },
        } as unknown as Painted;
        const side = code.length * module;
        const areas = codeAreas([{ painted: [painted], runs: [] }], [600, 800]);
        const whole = areas.filter(
          ({ bounds: [x0, y0, x1, y1], module: sought }) =>
            sought <= module &&
            Math.min(left - x0, top - y0, x1 - left - side, y1 - top - side) > -2 * module,
        );
        expect(whole, `${content}, ${module} pt at ${left}, ${top}`).not.toEqual([]);
      }
  }
});
