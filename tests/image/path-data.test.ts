import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePath } from '../../src/image/path-data.ts';

type Point = readonly [number, number];

/** Points along a parsed path: each segment at even steps of its parameter. */
function sample(verbs: string, points: ArrayLike<number>, steps: number): Point[] {
  const out: Point[] = [];
  let at = 0;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const verb of verbs) {
    if (verb === 'Z') {
      [x, y] = [startX, startY];
      out.push([x, y]);
      continue;
    }
    const p = Array.from({ length: verb === 'C' ? 6 : 2 }, () => points[at++]!);
    const [endX, endY] = p.slice(-2) as [number, number];
    if (verb === 'M') {
      [startX, startY] = [endX, endY];
      out.push([endX, endY]);
    }
    for (let i = 1; verb !== 'M' && i <= steps; i++) {
      const t = i / steps;
      const bezier = [x, ...p.filter((_, k) => k % 2 === 0)];
      const bezierY = [y, ...p.filter((_, k) => k % 2 === 1)];
      out.push([deCasteljau(bezier, t), deCasteljau(bezierY, t)]);
    }
    [x, y] = [endX, endY];
  }
  return out;
}

function deCasteljau(values: readonly number[], t: number): number {
  if (values.length === 1) return values[0]!;
  return deCasteljau(
    values.slice(1).map((value, i) => values[i]! * (1 - t) + value * t),
    t,
  );
}

type Command = readonly [letter: string, ...numbers: number[]];

/** An evaluation of its own: follows the commands by the text of SVG 2 §9.3 and returns points along each. */
function follow(commands: readonly Command[], steps: number): Point[] {
  const out: Point[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  let before: { control: Point; letter: string } | undefined;
  for (const [letter, ...n] of commands) {
    const relative = letter === letter.toLowerCase();
    const pairs: Point[] = [];
    const base: Point = relative ? at : [0, 0];
    const kind = letter.toUpperCase();
    if (kind === 'H') pairs.push([base[0] + n[0]!, at[1]]);
    else if (kind === 'V') pairs.push([at[0], base[1] + n[0]!]);
    else for (let i = 0; i < n.length; i += 2) pairs.push([base[0] + n[i]!, base[1] + n[i + 1]!]);
    const mirror = (kinds: string): Point =>
      before !== undefined && kinds.includes(before.letter)
        ? [2 * at[0] - before.control[0], 2 * at[1] - before.control[1]]
        : at;
    let curve: Point[] = [at, ...pairs];
    if (kind === 'S') curve = [at, mirror('CS'), ...pairs];
    if (kind === 'T') curve = [at, mirror('QT'), ...pairs];
    if (kind === 'Z') {
      at = start;
      before = undefined;
      out.push(at);
      continue;
    }
    if (kind === 'M') {
      at = pairs[0]!;
      start = at;
      out.push(at);
    } else {
      for (let i = 1; i <= steps; i++)
        out.push([
          deCasteljau(
            curve.map(([x]) => x),
            i / steps,
          ),
          deCasteljau(
            curve.map(([, y]) => y),
            i / steps,
          ),
        ]);
      at = curve.at(-1)!;
    }
    before = { control: curve.at(-2) ?? at, letter: kind };
  }
  return out;
}

const coordinate = fc.integer({ min: -40_000, max: 40_000 }).map((value) => value / 100);
const counts = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2 } as const;
const command: fc.Arbitrary<Command> = fc
  .constantFrom(...(Object.keys(counts) as (keyof typeof counts)[]))
  .chain((letter) =>
    fc
      .tuple(fc.boolean(), fc.array(coordinate, { minLength: counts[letter], maxLength: counts[letter] }))
      .map(([relative, numbers]) => [relative ? letter.toLowerCase() : letter, ...numbers] as const),
  );
const writings: readonly ((value: number) => string)[] = [
  String,
  (value) => (value >= 0 ? `+${value}` : String(value)),
  (value) => String(value).replace(/^(-?)0\./, '$1.'),
  (value) => `${value * 100}e-2`,
];

describe('path data', () => {
  it('draws what SVG 2 says, however it is written', () => {
    const path = fc.array(command, { maxLength: 12 }).map((rest) => [['M', 3, 4] as Command, ...rest]);
    fc.assert(
      fc.property(
        path,
        fc.infiniteStream(fc.nat(3)),
        fc.constantFrom(' ', ',', ' , ', '\n'),
        (commands, choice, gap) => {
          const text = commands
            .map(
              ([letter, ...numbers]) =>
                letter + numbers.map((n) => writings[choice.next().value!]!(n)).join(gap),
            )
            .join('');
          const { verbs, points } = parsePath(text);
          const drawn = sample(verbs, points, 4);
          const expected = follow(commands, 4);
          expect(drawn.length).toBe(expected.length);
          drawn.forEach(([x, y], i) => {
            expect(x).toBeCloseTo(expected[i]![0], 6);
            expect(y).toBeCloseTo(expected[i]![1], 6);
          });
        },
      ),
    );
  });

  it('draws arcs that lie on their ellipse and turn the way their flags say', () => {
    const radius = fc.integer({ min: 1, max: 200 });
    const angle = fc.integer({ min: 0, max: 359 });
    const turn = fc.oneof(fc.integer({ min: 5, max: 355 }), fc.integer({ min: -355, max: -5 }));
    fc.assert(
      fc.property(radius, radius, angle, angle, turn, (rx, ry, rotation, from, by) => {
        const phi = (rotation * Math.PI) / 180;
        const on = (degrees: number): Point => {
          const a = (degrees * Math.PI) / 180;
          const [u, v] = [rx * Math.cos(a), ry * Math.sin(a)];
          return [7 + Math.cos(phi) * u - Math.sin(phi) * v, -3 + Math.sin(phi) * u + Math.cos(phi) * v];
        };
        fc.pre(Math.abs(by) !== 180);
        const [start, end] = [on(from), on(from + by)];
        const flags = `${Math.abs(by) > 180 ? 1 : 0}${by > 0 ? 1 : 0}`;
        const { verbs, points } = parsePath(
          `M${start.join(' ')}A${rx} ${ry} ${rotation} ${flags}${end.join(' ')}`,
        );
        const drawn = sample(verbs, points, 8).slice(1);
        drawn.forEach(([x, y], i) => {
          const [px, py] = [
            Math.cos(phi) * (x - 7) + Math.sin(phi) * (y + 3),
            -Math.sin(phi) * (x - 7) + Math.cos(phi) * (y + 3),
          ];
          expect(Math.hypot(px / rx, py / ry)).toBeCloseTo(1, 3);
          const [ex, ey] = on(from + (by * (i + 1)) / drawn.length);
          expect(Math.hypot(x - ex, y - ey)).toBeLessThan(0.01 * Math.max(rx, ry));
        });
        expect(drawn.at(-1)).toEqual(end);
      }),
    );
  });

  it.each([
    ['M.5.5-1e-3+2', [0.5, 0.5, -0.001, 2]],
    ['m1 1 2 2', [1, 1, 3, 3]],
    ['M0 0a1 1 0 1110 0', undefined],
    ['M0 0h1v1zl2 2', [0, 0, 1, 0, 1, 1, 0, 0, 2, 2]],
    ['', []],
  ])('reads %s', (text, points) => {
    const path = parsePath(text);
    if (points !== undefined) expect([...path.points]).toEqual(points);
  });

  it('grows radii that are too small, and draws a line for a radius of 0', () => {
    const grown = parsePath('M0 0A1 1 0 0 1 10 0');
    expect(sample(grown.verbs, grown.points, 2)[1]![1]).toBeCloseTo(-3.5355, 2);
    const flat = parsePath('M0 0A0 5 0 0 1 10 4');
    for (const [x, y] of sample(flat.verbs, flat.points, 5)) expect(y).toBeCloseTo(0.4 * x, 9);
  });

  it.each([
    'L1 1',
    'M1',
    'M1 1 2',
    'M1 1,',
    'M1 1 K',
    'M1 1L,2 2',
    'M0 0A1 1 0 2 0 1 1',
    'M1e400 0',
    'M 1 1 Z 2',
  ])('refuses %s', (text) => {
    expect(() => parsePath(text)).toThrow(/character|too large/);
  });
});
