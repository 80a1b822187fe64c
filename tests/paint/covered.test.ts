import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Color, cornersOf } from '../../src/geometry/index.ts';
import { polyPath, rectPath, type Shape, type VectorPicture } from '../../src/image/index.ts';
import type { Fragment } from '../../src/layout/index.ts';
import {
  checkPages,
  type DisplayList,
  paintPages,
  recheckNumber,
  type TextItem,
} from '../../src/paint/index.ts';
import { clusterBoxes, glyphInks, inkBounds } from '../../src/paint/ink.ts';
import { bold, box, element, lines, page, pictureFragment, result, text } from './fragments.ts';

const dark: Color = [18, 44, 58];
const white: Color = [255, 255, 255];
const p = element('p');
const paint = (...args: Parameters<typeof page>) => paintPages(result(page(...args)));
const found = (children: readonly Fragment[]) => checkPages(paint(children));
const codes = (children: readonly Fragment[]) => found(children).map(({ code }) => code);

const word = (content: string, x: number, y: number, size = 12, color: Color = [0, 0, 0]) =>
  lines([{ node: text(content, p), content, size, style: { color } }], { x, y });
/** The ink of the first text of fragments, on the page. */
const inkOf = (children: readonly Fragment[]) => {
  const item = paint(children)[0]!.items.find(({ kind }) => kind === 'text');
  return inkBounds(item as Parameters<typeof inkBounds>[0])!;
};
/** Ground that is painted later: positioned boxes lie over the flow. */
const over = (x: number, y: number, width: number, height: number) =>
  box([x, y, width, height], { backgroundColor: white, position: 'absolute' });

const drawing = (shape: Partial<Shape>, size = 300): VectorPicture => ({
  kind: 'vector',
  name: 'v.svg',
  width: size,
  height: size,
  shapes: [{ path: rectPath(0, 0, 1, 1), fill: undefined, rule: 'nonzero', stroke: undefined, ...shape }],
});
/** A picture of 300 × 300 units over the page, painted later, one unit a point. */
const drawn = (shape: Partial<Shape>, clip = { x: 0, y: 0, width: 300, height: 300 }) =>
  pictureFragment(element('img', { alt: '' }), drawing(shape), clip, {
    drawn: { x: 0, y: 0, width: 300, height: 300 },
  });
const line = (points: number[], width: number, more: Partial<Shape['stroke']> = {}) =>
  drawn({
    path: polyPath(points, false),
    stroke: { color: white, width, cap: 'butt', join: 'miter', dash: [], ...more },
  });

describe('what is painted over a text', () => {
  const h = word('H', 50, 50);
  const ink = inkOf(h);
  const right = ink.x + ink.width;
  const bottom = ink.y + ink.height;

  it('is found where it meets the edge of a letter’s ink, from each side', () => {
    const inside = 0.1;
    for (const [box, clear] of [
      [over(ink.x - 9, ink.y, 9 + inside, 5), over(ink.x - 9, ink.y, 9, 5)],
      [over(right - inside, ink.y, 9, 5), over(right + 0.01, ink.y, 9, 5)],
      [over(ink.x, ink.y - 9, 5, 9 + inside), over(ink.x, ink.y - 9.01, 5, 9)],
      [over(ink.x, bottom - inside, 5, 9), over(ink.x, bottom + 0.01, 5, 9)],
    ] as const) {
      expect(codes([...h, box])).toEqual(['TEXT_COVERED']);
      expect(codes([...h, clear])).toEqual([]);
    }
  });

  it.each([12, 40])(
    'is found wherever on the page a text of %i pt stands, however high either is',
    (size) => {
      for (let y = 40; y < 90; y += 2) {
        const text = word('H', 50, y, size);
        const { x, y: top, height } = inkOf(text);
        for (const [from, to] of [
          [top - 1, top + 1],
          [top + height - 1, top + height + 1],
          [top + height - 1, top + height + 100],
          [top - 40, top + 1],
          [top - 40, top + height + 100],
        ] as const)
          expect(codes([...text, over(x, from, 3, to - from)]), `${y}: ${from} to ${to}`).toEqual([
            'TEXT_COVERED',
          ]);
        expect(codes([...text, over(x, top + height + 0.1, 3, 100), over(x, 0, 3, top - 0.1)])).toEqual([]);
      }
    },
  );

  it('is not what was painted before', () => {
    expect(codes([box([0, 0, 240, 300], { backgroundColor: white }), ...h])).toEqual([]);
  });

  it('says what lies where, and over what', () => {
    const [problem] = found([...h, over(ink.x, ink.y, 3, 3)]);
    expect(problem).toMatchObject({
      code: 'TEXT_COVERED',
      message: 'A ground or border is painted over "H".',
      place: { file: 'test.hbs', page: 'cover' },
    });
    const owner = element('div');
    const lid = { ...over(ink.x, ink.y, 3, 3), element: owner };
    expect(found([...h, lid])[0]!.message).toBe(
      `A ground or border (test.hbs:${owner.origin.line}) is painted over "H".`,
    );
  });

  it('is told once for each text and thing, not for each letter', () => {
    expect(codes([...word('helpline', 50, 50), over(40, 50, 100, 20)])).toEqual(['TEXT_COVERED']);
  });

  it('may be a border, solid or dashed, by its whole width', () => {
    for (const style of ['solid', 'dashed'] as const) {
      const side = { width: 4, style, color: white } as const;
      const none = { width: 0, style: 'none', color: white } as const;
      const ruled = (y: number) =>
        box([40, y, 60, 40], {
          position: 'absolute',
          border: { blockStart: side, blockEnd: none, inlineStart: none, inlineEnd: none },
        });
      expect(codes([...h, ruled(bottom - 0.2)])).toEqual(['TEXT_COVERED']);
      expect(codes([...h, ruled(bottom + 0.1)])).toEqual([]);
      expect(codes([...h, ruled(ink.y - 4.1)])).toEqual([]);
      expect(codes([...h, ruled(ink.y - 3.8)])).toEqual(['TEXT_COVERED']);
    }
  });

  it('may be a stroke: grown by half its width, with its caps and mitres', () => {
    const y = ink.y + 4;
    expect(codes([...h, line([0, bottom + 2, 200, bottom + 2], 3.8)])).toEqual([]);
    expect(codes([...h, line([0, bottom + 2, 200, bottom + 2], 4.2)])).toEqual(['TEXT_COVERED']);
    // A square cap reaches further than a butt one.
    expect(codes([...h, line([0, y, ink.x - 1.2, y], 2)])).toEqual([]);
    expect(codes([...h, line([0, y, ink.x - 1.2, y], 2, { cap: 'square' })])).toEqual(['TEXT_COVERED']);
    // A sharp corner that points at the letter.
    const corner = [ink.x - 40, y - 4, ink.x - 6, y, ink.x - 40, y + 4];
    expect(codes([...h, line(corner, 2, { join: 'round' })])).toEqual([]);
    expect(codes([...h, line(corner, 2)])).toEqual(['TEXT_COVERED']);
    // However short its legs are.
    for (const leg of [0.5, 1, 2]) {
      const arrow = (tip: number) => [tip - leg, y - leg / 9, tip, y, tip - leg, y + leg / 9];
      expect(codes([...h, line(arrow(ink.x - 8), 2, { join: 'bevel' })])).toEqual([]);
      expect(codes([...h, line(arrow(ink.x - 8), 2)])).toEqual(['TEXT_COVERED']);
      expect(codes([...h, line(arrow(ink.x - 10), 2)])).toEqual([]);
    }
    // Where a path stands still, or runs on straight, there is no corner.
    const still = [ink.x - 40, y, ink.x - 4, y, ink.x - 4, y];
    expect(codes([...h, line(still, 2)])).toEqual([]);
    expect(codes([...h, line([...still.slice(0, 4), ink.x - 3, y, ink.x - 2, y], 2)])).toEqual([]);
    const triangle = { ...drawn({}), picture: drawing({}) };
    expect(codes([...h, triangle])).toEqual([]);
  });

  it('may be the mitre where a closed path begins', () => {
    const y = ink.y + 4;
    const closed = (join: 'miter' | 'bevel') =>
      drawn({
        path: polyPath([ink.x - 6, y, ink.x - 40, y - 4, ink.x - 40, y + 4], true),
        stroke: { color: white, width: 2, cap: 'butt', join, dash: [] },
      });
    expect(codes([...h, closed('bevel')])).toEqual([]);
    expect(codes([...h, closed('miter')])).toEqual(['TEXT_COVERED']);
  });

  it('may be a picture: where it paints, not the whole of it', () => {
    const at = (x: number) => drawn({ path: rectPath(x, 0, 20, 300), fill: white });
    expect(codes([...h, at(right + 0.1)])).toEqual([]);
    expect(codes([...h, at(right - 0.1)])).toEqual(['TEXT_COVERED']);
    // Cut off before it comes to the letter; mirrored into it.
    expect(
      codes([
        ...h,
        drawn({ path: rectPath(0, 0, 300, 300), fill: white }, { x: 0, y: 0, width: ink.x - 1, height: 300 }),
      ]),
    ).toEqual([]);
    expect(codes([...h, { ...at(300 - 20 - ink.x), flipped: true }])).toEqual(['TEXT_COVERED']);
    const photo = {
      kind: 'raster',
      name: 'p.png',
      width: 9,
      height: 9,
      format: 'png',
      data: new Uint8Array(),
      components: 3,
    } as const;
    const photoAt = (x: number) =>
      pictureFragment(element('img', { alt: '' }), photo, { x, y: 40, width: 90, height: 90 });
    expect(codes([...h, photoAt(right + 0.1)])).toEqual([]);
    expect(codes([...h, photoAt(right - 0.1)])).toEqual(['TEXT_COVERED']);
  });

  it('knows holes: of the even-odd rule, and of winding', () => {
    const ring = (rule: 'nonzero' | 'evenodd', inner: number[]) =>
      drawn({
        path: { verbs: 'MLLLZMLLLZ', points: Float64Array.of(10, 10, 200, 10, 200, 200, 10, 200, ...inner) },
        fill: white,
        rule,
      });
    const sameWay = [30, 30, 100, 30, 100, 100, 30, 100];
    const otherWay = [30, 30, 30, 100, 100, 100, 100, 30];
    expect(codes([...h, ring('evenodd', sameWay)])).toEqual([]);
    expect(codes([...h, ring('nonzero', otherWay)])).toEqual([]);
    expect(codes([...h, ring('nonzero', sameWay)])).toEqual(['TEXT_COVERED']);
  });

  it('is found in turned groups, as they stand', () => {
    // A quarter turn about (120, 110) brings the upright text into the band, which lay beside it.
    const turned = box([20, 100, 200, 20], {}, word('helpline', 90, 103), { rotate: 90 });
    const band = (x: number) => over(x, 60, 20, 100);
    expect(codes([turned, band(110)])).toEqual(['TEXT_COVERED']);
    expect(codes([turned, band(140)])).toEqual([]);
    const cut = (x: number) =>
      drawn({ path: rectPath(0, 0, 300, 300), fill: white }, { x, y: 60, width: 20, height: 100 });
    expect(codes([turned, cut(110)])).toEqual(['TEXT_COVERED']);
    expect(codes([turned, cut(140)])).toEqual([]);
  });

  it('is found wherever on the page, by however small a thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 180 }), fc.integer({ min: 10, max: 270 }), (x, y) => {
        const there = word('m', x, y);
        const spot = inkOf(there);
        const [cx, cy] = [spot.x + spot.width / 2, spot.y + spot.height / 2];
        expect(codes([...there, over(cx, cy, 0.1, 0.1)])).toEqual(['TEXT_COVERED']);
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});

describe('text printed over text', () => {
  it('is found where the ink of letters meets, or one stands in the room of another', () => {
    const o = word('O', 50, 50, 40);
    const ink = inkOf(o);
    const beside = word('I', ink.x + ink.width + 2, 50, 40);
    expect(codes([...o, ...beside])).toEqual([]);
    expect(codes([...o, ...word('I', ink.x + ink.width - 8, 50, 40)])).toEqual(['TEXT_COVERED']);
    // Whole in the hole of the other: their ink does not meet.
    const dot = word('.', 0, 50);
    const from = inkOf(dot);
    const [cx, cy] = [ink.x + ink.width / 2, ink.y + ink.height / 2];
    const inHole = lines([{ node: text('.', p), content: '.' }], {
      x: cx - from.x - from.width / 2,
      y: 50 + cy - from.y,
    });
    expect(codes([...o, ...inHole])).toEqual(['TEXT_COVERED']);
  });

  it('in one paragraph is found where a line or a piece was pulled over another', () => {
    const close = lines([{ node: text('one two three', p), content: 'one two three' }], { width: 40 });
    const squeezed = (by: number) => close.map((line, i) => ({ ...line, baseline: 40 + i * by }));
    expect(close.length).toBeGreaterThan(1);
    expect(codes(squeezed(12))).toEqual([]);
    expect(new Set(codes(squeezed(1)))).toEqual(new Set(['TEXT_COVERED']));
    const two = lines([
      { node: text('one', p), content: 'one ' },
      { node: text('two', p), content: 'two' },
    ]);
    const pulled = (by: number): Fragment[] =>
      two.map((one) => ({
        ...one,
        line: {
          ...one.line,
          runs: one.line.runs.map((run) => (run.start >= 4 ? { ...run, x: run.x - by } : run)),
        },
      }));
    expect(codes(pulled(0))).toEqual([]);
    expect(codes(pulled(12))).toEqual(['TEXT_COVERED']);
  });

  it('is found where one lies whole in the ink of another, in groups turned in other ways', () => {
    const bar = word('I', 50, 50, 60);
    const ink = inkOf(bar);
    const dot = inkOf(word('.', 0, 0, 8));
    const spot = (x: number) =>
      lines([{ node: text('.', p), content: '.', size: 8 }], {
        x: x - dot.x - dot.width / 2,
        y: ink.y + ink.height / 2 - dot.y,
      });
    const turned = (x: number) => box([0, 0, 240, 300], {}, spot(x), { rotate: 0.001 });
    expect(codes([...bar, turned(ink.x + ink.width / 2)])).toEqual(['TEXT_COVERED']);
    expect(codes([...bar, turned(ink.x + ink.width + 5)])).toEqual([]);
  });

  it('is not what stands beside it in the flow of its line, however its letters reach', () => {
    // The foot of the j reaches back under the letter before it.
    const flow = (gap: number): Fragment[] =>
      lines(
        [
          { node: text('_', p), content: '_', size: 60, faces: bold },
          { node: text('j', p), content: 'j', size: 60, faces: bold },
        ],
        { x: 50, y: 50 },
      ).map((one) => ({
        ...one,
        line: {
          ...one.line,
          runs: one.line.runs.map((run) => (run.start >= 1 ? { ...run, x: run.x - gap } : run)),
        },
      }));
    expect(codes(flow(0))).toEqual([]);
    expect(codes(flow(6))).toEqual(['TEXT_COVERED']);
  });

  it('lets tall letters touch those of the next line a little, in one colour, and not more', () => {
    const j = word('j', 50, 50, 40);
    const foot = inkOf(j).y + inkOf(j).height;
    /** An l whose head reaches `by` pt into the foot of the j above it. */
    const below = (by: number, color?: Color) => {
      const head = inkOf(word('l', 50, 50, 40)).y;
      return word('l', 47, 50 + foot - head - by, 40, color);
    };
    expect(codes([...j, ...below(-1)])).toEqual([]);
    expect(codes([...j, ...below(1)])).toEqual([]);
    expect(codes([...j, ...below(1, dark)])).toEqual(['TEXT_COVERED']);
    expect(codes([...j, ...below(12)])).toEqual(['TEXT_COVERED']);
  });

  it('bounds marks that are stacked on a letter by what they meet', () => {
    const above = word('helpline', 50, 50);
    const marks = (count: number) => word(`o${'\u0302'.repeat(count)}`, 60, 70);
    expect(codes([...above, ...marks(1)])).toEqual([]);
    expect(codes([...above, ...marks(8)])).toContain('TEXT_COVERED');
  });
});

describe('the number', () => {
  const number = (
    x: number,
    y: number,
    { size = 20, parent = p, role = 'content' as 'content' | 'running' } = {},
  ) =>
    lines([{ node: { ...text('800-315-1376', parent), number: 'main' }, content: '800-315-1376', size }], {
      x,
      y,
      role,
    });
  const there = number(50, 50);
  const ink = inkOf(there);
  const zone = ink.height / 10;
  const right = ink.x + ink.width;

  it('has an empty zone of a tenth of its height: nothing may be painted there, before or after', () => {
    const spots = (by: number) =>
      [
        [ink.x - zone + by - 5, ink.y - 5, 5, 4.9],
        [right + zone - by, ink.y + ink.height + 0.1, 5, 5],
        [ink.x, ink.y - zone + by - 5, 5, 5],
        [ink.x, ink.y + ink.height + zone - by, 5, 5],
      ] as const;
    for (const [x, y, width, height] of spots(0.1)) {
      const before = box([x, y, width, height], { backgroundColor: white });
      expect(found([...there, over(x, y, width, height)])[0]!.hint).toContain('nothing may come nearer than');
      expect(codes([...there, over(x, y, width, height)])).toEqual(['HELPLINE_COVERED']);
      expect(codes([before, ...there])).toEqual(['HELPLINE_COVERED']);
    }
    for (const [x, y, width, height] of spots(-0.1)) {
      expect(codes([...there, over(x, y, width, height)])).toEqual([]);
    }
  });

  it.each([
    [9, 'its height', (height: number) => height],
    [16, 'its height', (height: number) => height],
    [20, '12 pt', () => 12],
    [40, 'half of it', (height: number) => height / 2],
    [60, 'half of it', (height: number) => height / 2],
  ])('has room for no drawn figure beside it: at %i pt %s', (size, _, roomOf) => {
    const shown = number(size < 40 ? 50 : 20, 100, { size: Math.min(size, 60) });
    const { x, y, width, height } = inkOf(shown);
    const room = roomOf(height);
    const asked = (at: number) => [
      codes([...shown, over(at, y + 1, 2, height - 2)]).includes('HELPLINE_COVERED'),
      codes([box([at, y + 1, 2, height - 2], { backgroundColor: white }), ...shown]).includes(
        'HELPLINE_COVERED',
      ),
    ];
    expect(asked(x + width + room - 0.1)).toEqual([true, true]);
    expect(asked(x + width + room + 0.1)).toEqual([false, false]);
    expect(asked(x - room - 2 + 0.1)).toEqual([true, true]);
    expect(asked(x - room - 2 - 0.1)).toEqual([false, false]);
  });

  it('may have a ground that ends beside it, and beside that nothing drawn, before or after', () => {
    const { x, y, width, height } = ink;
    const near = height / 5;
    const ground = box([x - near, y - near, width + 2 * near, height + 2 * near], { backgroundColor: white });
    const figure = box([x + width, y, height / 3, height], { backgroundColor: dark });
    expect(codes([ground, ...there])).toEqual([]);
    expect(codes([figure, ground, ...there])).toEqual(['HELPLINE_COVERED']);
    const wide = box([x - height, y - near, width + 2 * height, height + 2 * near], {
      backgroundColor: white,
    });
    expect(codes([figure, wide, ...there])).toEqual([]);
    expect(codes([...there, over(x - near, y - near, width + 2 * near, height + 2 * near)])).toContain(
      'HELPLINE_COVERED',
    );
  });

  it.each(['left', 'right', 'top', 'bottom'] as const)(
    'keeps off the %s edge of its page, where paper is cut or folded',
    (side) => {
      const [{ width: pageWidth, height: pageHeight }] = paint([]) as [DisplayList];
      const at = (room: number) => {
        const x = { left: room, right: pageWidth - ink.width - room, top: 50, bottom: 50 }[side];
        const y = { left: 50, right: 50, top: room, bottom: pageHeight - ink.height - room }[side];
        return number(50 + x - ink.x, 50 + y - ink.y);
      };
      const told = (room: number) => found(at(room)).map(({ code, message }) => `${code} ${message}`);
      expect(told(8.4)).toEqual([expect.stringMatching(/^HELPLINE_COVERED .* 8\.4 pt from the edge/)]);
      expect(told(8.6)).toEqual([]);
      expect(told(0.1)).toEqual([expect.stringMatching(/^HELPLINE_COVERED/)]);
      // Beyond it that is told.
      expect(codes(at(-0.5))).toEqual(['TEXT_OVERFLOW']);
      expect(codes(word('H', 50 + (side === 'left' ? -49 : 0), 50))).toEqual([]);
    },
  );

  it('is one too that is typed in a text, and declared', () => {
    const typed = lines([{ node: text('911', p), content: '911', size: 10 }], { x: 50, y: 50 });
    const { x, y, width, height } = inkOf(typed);
    const figure = (at: number) => over(x + width + at, y, 2, height);
    const asked = (at: number, declared: readonly string[]) =>
      checkPages(paint([...typed, figure(at)]), new Set(declared)).map(({ code }) => code);
    expect(asked(height - 0.1, ['911'])).toEqual(['HELPLINE_COVERED']);
    expect(asked(height + 0.1, ['911'])).toEqual([]);
    expect(asked(height - 0.1, ['988'])).toEqual([]);
    // Other words of its own text stand around it: as near as its zone, which is the number's alone.
    const below = (parent: typeof p) =>
      lines([{ node: text('ANA', parent), content: 'ANA', size: 10 }], { x: 50, y: 50 + height + 0.4 });
    const near = (parent: typeof p) =>
      checkPages(paint([...typed, ...below(parent)]), new Set(['911'])).map(({ code }) => code);
    expect(near(element('p'))).toContain('HELPLINE_COVERED');
    expect(near(p)).not.toContain('HELPLINE_COVERED');
  });

  it('has no ground with a figure in it beside it, nor one that is cut out', () => {
    const { x, y, width, height } = ink;
    const near = height / 5;
    const [left, top, right, bottom] = [x - near, y - near, x + width + height, y + height + near];
    const bar = [x + width + near, y, x + width + near + 3, y + height] as const;
    const rect = ([l, t, r, b]: readonly [number, number, number, number]) => [l, t, r, t, r, b, l, b];
    const ground = (points: number[], verbs: string) =>
      drawn({ path: { verbs, points: Float64Array.from(points) }, fill: white, rule: 'evenodd' });
    const outer = rect([left, top, right, bottom]);
    // A ground that reaches farther than all that is looked at, a bar cut out of it, and one with a bay.
    const wide = rect([0, 0, 240, 300]);
    expect(codes([ground(wide, 'MLLLZ'), ...there])).toEqual([]);
    expect(codes([ground([...wide, ...rect([...bar])], 'MLLLZMLLLZ'), ...there])).toEqual([
      'HELPLINE_COVERED',
    ]);
    expect(codes([ground([...outer, ...rect([...bar])], 'MLLLZMLLLZ'), ...there])).toEqual([
      'HELPLINE_COVERED',
    ]);
  });

  it('has a zone of 4 pt where it is large', () => {
    const large = number(10, 50, { size: 60 });
    const { y, height } = inkOf(large);
    expect(height).toBeGreaterThan(40);
    expect(codes([...large, over(50, y + height + 4.1, 5, 5)])).not.toContain('HELPLINE_COVERED');
    expect(codes([...large, over(50, y + height + 3.9, 5, 5)])).toContain('HELPLINE_COVERED');
  });

  it('stands on its own ground, all over the zone, and on what that hides', () => {
    const ground = box([ink.x - 13, ink.y - 9, ink.width + 26, ink.height + 18], { backgroundColor: white });
    const half = box([0, 0, 100, 300], { backgroundColor: dark });
    expect(codes([ground, ...there])).toEqual([]);
    expect(codes([half, ground, ...there])).toEqual([]);
    expect(codes([ground, half, ...there])).toEqual(['HELPLINE_COVERED']);
    const whole = over(0, 0, 240, 300);
    expect(codes([...there, whole])).toEqual(['HELPLINE_COVERED']);
  });

  it('may stand on a picture that is even there', () => {
    const scene = (width: number) => drawn({ path: rectPath(0, 0, width, 300), fill: white });
    expect(codes([scene(300), ...there])).toEqual([]);
    expect(codes([scene(100), ...there])).toEqual(['HELPLINE_COVERED']);
    expect(codes([line([100, 0, 100, 300], 0.2), ...there])).toEqual(['HELPLINE_COVERED']);
    // Cut off in the middle of the zone; and a photograph that ends there.
    const half = { x: 0, y: 0, width: 100, height: 300 };
    expect(codes([drawn({ path: rectPath(0, 0, 300, 300), fill: white }, half), ...there])).toEqual([
      'HELPLINE_COVERED',
    ]);
    const photo = {
      kind: 'raster',
      name: 'p.png',
      width: 9,
      height: 9,
      format: 'png',
      data: new Uint8Array(),
      components: 3,
    } as const;
    const img = element('img', { alt: '' });
    const all = { x: 0, y: 0, width: 300, height: 300 };
    expect(codes([pictureFragment(img, photo, all), ...there])).toEqual([]);
    expect(codes([pictureFragment(img, photo, all, { drawn: half }), ...there])).toEqual([
      'HELPLINE_COVERED',
    ]);
    expect(codes([pictureFragment(img, photo, half, { drawn: all }), ...there])).toEqual([
      'HELPLINE_COVERED',
    ]);
  });

  it('keeps other text out of its zone, though not that beside it on its line', () => {
    const below = (gap: number) => {
      const probe = word('H', 50, 100);
      return word('H', 50, 100 + ink.y + ink.height + gap - inkOf(probe).y);
    };
    expect(codes([...there, ...below(zone + 0.1)])).toEqual([]);
    expect(codes([...there, ...below(zone - 0.1)])).toEqual(['HELPLINE_COVERED']);
    expect(codes([...below(zone - 0.1), ...there])).toEqual(['HELPLINE_COVERED']);
    const inText = lines(
      [
        { node: text('Call ', p), content: 'Call (' },
        { node: { ...text('800-315-1376', p), number: 'main' }, content: '800-315-1376' },
        { node: text('.', p), content: '). It is free.' },
      ],
      { width: 220 },
    );
    expect(codes(inText)).toEqual([]);
    // A slash stands nearer than the zone is wide: it is as the face sets it.
    const dashed = lines([
      {
        node: { ...text('800-315-1376', p), number: 'main' },
        content: '800-315-1376',
        size: 26,
        faces: bold,
      },
      { node: text('/', p), content: '/', size: 26, faces: bold },
    ]);
    const all = inkOf(dashed);
    const dash = paint(dashed)[0]!.items[1] as Parameters<typeof inkBounds>[0];
    expect(inkBounds(dash)!.x - all.x - all.width).toBeLessThan(all.height / 10);
    expect(codes(dashed)).toEqual([]);
    const pulled = inText.map((one) => ({
      ...one,
      line: {
        ...one.line,
        runs: one.line.runs.map((run) => (run.start >= 18 ? { ...run, x: run.x - 9 } : run)),
      },
    }));
    expect(codes(pulled)).toEqual(['HELPLINE_COVERED']);
  });

  it('lets no link meet it but its own', () => {
    const a = element('a', { href: 'tel:+18003151376' });
    expect(codes(number(50, 50, { parent: a }))).toEqual([]);
    const other = (x: number) => {
      const link = element('a', { href: 'tel:+18005550199' });
      return pictureFragment(element('img', { alt: '' }, link), drawing({}), {
        x,
        y: 40,
        width: 60,
        height: 60,
      });
    };
    expect(codes([...number(50, 50, { parent: a }), other(right - 0.1)])).toEqual(['HELPLINE_COVERED']);
    expect(codes([...number(50, 50, { parent: a }), other(right + 0.1)])).toEqual([]);
    expect(codes([other(right - 0.1), ...number(50, 50, { parent: a })])).toEqual(['HELPLINE_COVERED']);
  });

  it('is held to the same in running bands', () => {
    const running = number(50, 50, { role: 'running' });
    const content = word('text', 10, 200);
    expect(codes([...content, ...running])).toEqual([]);
    expect(codes([...content, ...running, over(right - 1, 50, 5, 5)])).toEqual(['HELPLINE_COVERED']);
    const link = element('a', { href: '#x' });
    const lid = pictureFragment(element('img', { alt: '' }, link), drawing({}), {
      x: 60,
      y: 40,
      width: 60,
      height: 60,
    });
    expect(codes([...content, ...running, lid])).toEqual(['HELPLINE_COVERED']);
  });

  it('is checked again by itself, for another number of the same shape', () => {
    const covered = paint([
      ...there,
      over(right - 1, ink.y, 5, 5),
      ...word('lost', 10, 200),
      over(10, 200, 9, 20),
    ]);
    expect(recheckNumber(covered).map(({ code }) => code)).toEqual(['HELPLINE_COVERED']);
    expect(recheckNumber(paint([...there, ...word('lost', 10, 200), over(10, 200, 9, 20)]))).toEqual([]);
    expect(recheckNumber(paint(number(200, 50))).map(({ code }) => code)).toEqual(['TEXT_OVERFLOW']);
    expect(recheckNumber(paint(word('lost', 230, 20)))).toEqual([]);
  });
});

it('the ink of a run is that of its glyphs, with their offsets', () => {
  const plain = inkOf(word('o', 50, 50));
  const stacked = inkOf(word('o\u0302\u0302\u0302', 50, 50));
  expect(stacked.y).toBeLessThan(plain.y - 5);
  expect(stacked.y + stacked.height).toBeCloseTo(plain.y + plain.height, 5);
  expect(cornersOf(plain).length).toBe(4);
});

describe('underlines', () => {
  const underlined = (content: string, after = '') =>
    lines([
      { node: text(content, p), content, style: { textDecoration: 'underline' } },
      ...(after === '' ? [] : [{ node: text(after, p), content: after }]),
    ]);
  const bars = (children: readonly Fragment[]) =>
    paint(children)[0]!.items.flatMap((item) =>
      item.kind === 'path' ? [[item.path.points[0]!, item.path.points[2]!] as const] : [],
    );

  it('leave out letters that reach down into them, each with a gap beside it, and nothing else', () => {
    expect(bars(underlined('here')).length).toBe(1);
    expect(bars(underlined('help')).length).toBe(1); // up to the p
    expect(bars(underlined('hoping')).length).toBe(2);
    expect(codes(underlined('hoping for a gypsy'))).toEqual([]);
    const [first, second] = bars(underlined('hopon'));
    expect(second![0] - first![1]).toBeGreaterThan(inkOf(word('p', 0, 0)).width);
  });

  it('leave out the letters of the words beside them too', () => {
    const alone = bars(underlined('.'));
    const [bar] = bars(underlined('.', 'j'));
    expect(bar![1]).toBeLessThan(alone[0]![1]);
    expect(codes(underlined('.', 'j'))).toEqual([]);
  });

  it('leave out a letter together with its marks, which the file writes as one', () => {
    const word = underlined('\u064a\u0631');
    const item = paint(word)[0]!.items.find((each) => each.kind === 'text') as TextItem;
    const everywhere = { x: -1e4, y: -1e4, width: 2e4, height: 2e4 };
    const whole = clusterBoxes(item, everywhere);
    expect(whole.length).toBe(2);
    expect(glyphInks(item, everywhere).length).toBeGreaterThan(whole.length);
    for (const [left, right] of bars(word))
      for (const { x, width } of clusterBoxes(item, { ...everywhere, y: item.baseline + 1, height: 1 }))
        expect(right <= x || left >= x + width).toBe(true);
  });

  it('leave out a mark that is a cluster without a width together with its letter', () => {
    const everywhere = { x: -1e4, y: -1e4, width: 2e4, height: 2e4 };
    const boxes = (content: string, clusters: readonly number[], level: number) => {
      const item = paint(underlined(content))[0]!.items.find((each) => each.kind === 'text') as TextItem;
      const [run] = item.runs;
      const glyphs = { ...run!.glyphs, clusters: Uint32Array.from(clusters) };
      expect(glyphs.ids).toHaveLength(clusters.length);
      return clusterBoxes({ ...item, runs: [{ ...run!, glyphs, level }] }, everywhere).length;
    };
    // A letter, its mark behind it as it is seen, a letter: by itself, and among letters that go leftwards.
    for (const level of [0, 2]) expect(boxes('o\u0302\u0302n', [0, 1, 2], level)).toBe(2);
    // The mark before its letter as it is seen.
    expect(boxes('\u0628\u0651', [2, 1, 0], 1)).toBe(1);
  });

  it('begin anew after the letter that reaches furthest', () => {
    // In Arabic letters lie over each other: a short one must not end the gap of a long one.
    const arabic = underlined('\u062d\u0649\u062d\u0649');
    expect(codes(arabic)).toEqual([]);
  });
});
