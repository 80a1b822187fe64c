import { describe, expect, it } from 'vitest';
import { endMarks, type Stroke, strokeItems } from '../../src/imposition/cut-marks.ts';
import { foldMarks } from '../../src/imposition/fold-marks.ts';
import { type ImpositionPlan, impose } from '../../src/imposition/index.ts';
import { blank } from './blank.ts';

const ends = (axis: 'x' | 'y', block: readonly [number, number], paper: number) =>
  endMarks(axis, { at: [{ place: 100, dashed: false }], block, paper }).map(({ from, to }) => [from, to]);

describe('marks of a cut', () => {
  it('are 9 pt long and stand 3 pt off the pieces, where there is room for that', () => {
    expect(ends('x', [12, 700], 712)).toEqual([
      [
        [100, 0],
        [100, 9],
      ],
      [
        [100, 703],
        [100, 712],
      ],
    ]);
    expect(ends('y', [36, 576], 612)).toEqual([
      [
        [24, 100],
        [33, 100],
      ],
      [
        [579, 100],
        [588, 100],
      ],
    ]);
  });

  it('begin at the edge of the paper where there is less room on either side', () => {
    expect(ends('x', [11, 700], 800)).toEqual([
      [
        [100, 0],
        [100, 8],
      ],
      [
        [100, 703],
        [100, 800],
      ],
    ]);
    expect(ends('x', [100, 700], 711)).toEqual([
      [
        [100, 0],
        [100, 97],
      ],
      [
        [100, 703],
        [100, 711],
      ],
    ]);
  });

  it('are ticks of 6 pt on the very line, where pieces fill the paper to its edge', () => {
    expect(ends('y', [0, 612], 612)).toEqual([
      [
        [0, 100],
        [6, 100],
      ],
      [
        [606, 100],
        [612, 100],
      ],
    ]);
    // A rim of less than the tick and what keeps off is all tick.
    expect(ends('y', [8, 604], 612)).toEqual([
      [
        [0, 100],
        [6, 100],
      ],
      [
        [606, 100],
        [612, 100],
      ],
    ]);
  });

  it('are thin lines, dashed where it is folded or torn', () => {
    const stroke: Stroke = { from: [1, 2], to: [3, 4], dashed: false };
    const items = strokeItems([stroke, { ...stroke, dashed: true }], [0.1, 0.2, 0.3]);
    const line = { color: [0.1, 0.2, 0.3], width: 0.35, cap: 'butt', join: 'miter' };
    const path = { verbs: 'ML', points: Float64Array.of(1, 2, 3, 4) };
    const common = { kind: 'path', owner: { kind: 'artifact', type: 'Page' }, path, fill: undefined };
    expect(items).toEqual([
      { ...common, rule: 'nonzero', stroke: { ...line, dash: [] } },
      { ...common, rule: 'nonzero', stroke: { ...line, dash: [1.2, 1.2] } },
    ]);
  });
});

describe('marks of a fold', () => {
  it('are dashed ticks of 6 pt at both edges of the paper', () => {
    const items = foldMarks({ columns: [200], rows: [300] }, { width: 612, height: 792 }, [0, 0, 0]);
    const paths = items.map((item) => (item.kind === 'path' ? item : undefined)!);
    expect(paths.map(({ path }) => [...path.points])).toEqual([
      [200, 0, 200, 6],
      [200, 786, 200, 792],
      [0, 300, 6, 300],
      [606, 300, 612, 300],
    ]);
    for (const { stroke, fill } of paths) {
      expect(stroke).toMatchObject({ width: 0.35, dash: [1.2, 1.2] });
      expect(fill).toBeUndefined();
    }
  });
});

describe('cuts between pieces', () => {
  /** Two by two pieces on letter paper; the back has its own fold. */
  const plan = (gap: readonly [number, number]): Extract<ImpositionPlan, { kind: 'cut' }> => ({
    kind: 'cut',
    paper: { width: 612, height: 792 },
    piece: { width: 200, height: 300 },
    across: 2,
    down: 2,
    gap,
    sides: [
      [{ page: 'front', height: 300, times: 1, inset: 0, turn: 0 }],
      [
        { page: 'head', height: 100, times: 1, inset: 0, turn: 0 },
        { page: 'foot', height: 200, times: 1, inset: 0, turn: 0 },
      ],
    ],
  });
  const pages = [blank('front', 0, 200, 300), blank('head', 1, 200, 100), blank('foot', 2, 200, 200)];
  const marksOf = (gap: readonly [number, number], duplex: 'short' | 'long' = 'short') =>
    impose(pages, plan(gap), 'office', { direction: 'ltr', duplex, ink: [0, 0, 0] }).sheets.map(({ marks }) =>
      marks.map((mark) =>
        mark.kind === 'path' ? { points: [...mark.path.points], dashed: mark.stroke!.dash.length > 0 } : [],
      ),
    );
  const across = (y: number, dashed = false) => [
    { points: [94, y, 103, y], dashed },
    { points: [509, y, 518, y], dashed },
  ];
  const down = (x: number) => [
    { points: [x, 84, x, 93], dashed: false },
    { points: [x, 699, x, 708], dashed: false },
  ];

  it('stand on both sides of the paper, front and back', () => {
    const { sheets } = impose(pages, plan([0, 0]), 'office', {
      direction: 'ltr',
      duplex: 'short',
      ink: [0, 0, 0],
    });
    expect(sheets.map(({ name }) => name)).toEqual(['front', 'back']);
  });

  it('are one where pieces touch, and two where a gap is between them', () => {
    expect(marksOf([0, 0])[0]).toEqual([
      ...[106, 306, 506].flatMap(down),
      ...[96, 396, 696].flatMap((y) => across(y)),
    ]);
    const xs = marksOf([8, 4])[0]!.map((mark) => ('points' in mark ? mark.points : []));
    expect([...new Set(xs.filter(([x0, , x1]) => x0 === x1).map(([x]) => x))]).toEqual([102, 302, 310, 510]);
    expect([...new Set(xs.filter(([, y0, , y1]) => y0 === y1).map(([, y]) => y))]).toEqual([
      94, 394, 398, 698,
    ]);
  });

  it('are joined on the back by its folds, and turned with what is printed upside down there', () => {
    expect(marksOf([0, 0], 'long')[1]).toEqual([
      ...[106, 306, 506].flatMap(down),
      ...[96, 396, 696].flatMap((y) => across(y)),
      ...[196, 496].flatMap((y) => across(y, true)),
    ]);
    const places = (dashed: boolean) => {
      const marks = marksOf([0, 0], 'short')[1]!.flatMap((mark) => ('points' in mark ? [mark] : []));
      return [...new Set(marks.filter((mark) => mark.dashed === dashed).map(({ points }) => points[1]!))];
    };
    expect(places(true)).toEqual([596, 296]);
    const ends = marksOf([0, 0], 'short')[1]!.flatMap((mark) =>
      'points' in mark ? [mark.points[0]!, mark.points[2]!] : [],
    );
    expect([...new Set(ends)].sort((a, b) => a - b)).toEqual([94, 103, 106, 306, 506, 509, 518]);
    // With room between the rows, each row of pieces has its fold.
    const folds = marksOf([8, 4], 'long')[1]!.flatMap((mark) =>
      'points' in mark && mark.dashed ? [mark.points[1]!] : [],
    );
    expect([...new Set(folds)]).toEqual([194, 498]);
    expect(places(false)).toEqual([708, 93, 696, 396, 96]);
  });
});
