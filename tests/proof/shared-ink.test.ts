import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedPart } from '../../src/proof/page/ink.ts';

/** On a grid, so that edges lie on each other and cross at one place. */
const polygon = (most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 7 }), { minLength: 6, maxLength: most })
    .map((places) => Float64Array.from(places.slice(0, places.length - (places.length % 2))));
const ink = fc.oneof(fc.array(polygon(12), { minLength: 1, maxLength: 3 }), fc.tuple(polygon(400)));

/** Spans of a level line in an ink, as one would write it down: crossings from left to right, by the winding rule. */
function spansAt(polygons: readonly Float64Array[], y: number): number[] {
  const crossings = polygons.flatMap((points) => {
    const at = (i: number) => points[(i + points.length) % points.length]!;
    return Array.from(points).flatMap((_, i) => {
      const [x1, y1, x2, y2] = [at(i - 2), at(i - 1), at(i), at(i + 1)];
      if (i % 2 === 1 || y1 <= y === y2 <= y) return [];
      return [{ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: Math.sign(y2 - y1) }];
    });
  });
  let winding = 0;
  return crossings
    .sort((p, q) => p.x - q.x)
    .flatMap(({ x, turn }) => {
      const before = winding;
      winding += turn;
      return before === 0 || winding === 0 ? [x] : [];
    });
}

/** The area that they share, and that of the smaller. */
function sampled(a: readonly Float64Array[], b: readonly Float64Array[]): readonly [number, number] {
  const range = (polygons: readonly Float64Array[], axis: number) => {
    const places = polygons.flatMap((points) => [...points].filter((_, i) => i % 2 === axis));
    return [Math.min(...places), Math.max(...places)] as const;
  };
  const lines = (top: number, bottom: number) =>
    Array.from({ length: 24 }, (_, i) => top + ((i + 0.5) * (bottom - top)) / 24);
  const inPairs = (spans: readonly number[]) =>
    spans.flatMap((from, i) => (i % 2 === 0 ? [[from, spans[i + 1]!] as const] : []));
  const area = (polygons: readonly Float64Array[]) => {
    const [top, bottom] = range(polygons, 1);
    const lengths = lines(top, bottom).flatMap((y) =>
      inPairs(spansAt(polygons, y)).map(([x1, x2]) => x2 - x1),
    );
    return (lengths.reduce((sum, length) => sum + length, 0) * (bottom - top)) / 24;
  };
  const [[top1, bottom1], [top2, bottom2]] = [range(a, 1), range(b, 1)];
  const [top, bottom] = [Math.max(top1, top2), Math.min(bottom1, bottom2)];
  const least = Math.max(1e-9, Math.min(area(a), area(b)));
  if (bottom <= top) return [0, least];
  let shared = 0;
  for (const y of lines(top, bottom))
    for (const [a1, a2] of inPairs(spansAt(a, y)))
      for (const [b1, b2] of inPairs(spansAt(b, y)))
        shared += Math.max(0, Math.min(a2, b2) - Math.max(a1, b1)) * ((bottom - top) / 24);
  return [shared, least];
}

describe('what two inks share', () => {
  it('is what lines through both have in common, however often these cross their edges', () => {
    fc.assert(
      fc.property(ink, ink, (a, b) => {
        const [shared, least] = sampled(a, b);
        expect(sharedPart(a, b) * least).toBeCloseTo(shared, 6);
      }),
      { numRuns: 2000 },
    );
  });
});
