import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { union } from '../../src/geometry/index.ts';
import { qrPicture } from '../../src/image/index.ts';
import { type DisplayItem, paintPages, type TextItem } from '../../src/paint/index.ts';
import { dumpDisplayList } from './dump.ts';
import { box, element, lines, page, pictureFragment, result, sides, text } from './fragments.ts';

const paint = (...args: Parameters<typeof page>) => paintPages(result(page(...args)))[0]!;
const dump = (...args: Parameters<typeof page>) =>
  dumpDisplayList(paint(...args))
    .split('\n')
    .slice(1);
const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;
const picture = qrPicture('tel:988', [0, 0, 0]);
const solid = (width: number, color: readonly [number, number, number]) =>
  ({ width, style: 'solid', color }) as const;

describe('paintPages', () => {
  it('paints the page background as an artifact that reaches into the bleed', () => {
    const { style } = page([]);
    expect(dump([], { style: { ...style, bleed: 9, backgroundColor: red } })).toEqual([
      '  [Background] path MLLLZ -9 -9 249 -9 249 309 -9 309 fill #ff0000',
    ]);
  });

  it('paints a box before its children, positioned ones after their siblings in the flow', () => {
    const fragments = [
      box([0, 0, 9, 9], { backgroundColor: red, position: 'relative' }, [
        box([1, 1, 1, 1], { backgroundColor: blue }),
      ]),
      box([2, 2, 9, 9], { backgroundColor: blue }, [
        box([3, 3, 1, 1], { backgroundColor: red, position: 'absolute' }),
        box([4, 4, 1, 1], { backgroundColor: red }),
      ]),
    ];
    const order = paint(fragments).items.map((item) => item.kind === 'path' && item.path.points[0]);
    expect(order).toEqual([2, 4, 3, 0, 1]);
  });

  it('gives text to its node, markers to their item, running parts to the page', () => {
    const h1 = element('h1');
    const li = element('li');
    const p = element('p');
    const heading = lines([{ node: text('Title', h1), content: 'Title' }]);
    const marker = lines([{ node: li, content: '•' }], { y: 50 });
    const band = (y: number) =>
      box(
        [0, y, 240, 20],
        { backgroundColor: red, position: { running: 'band' } },
        lines([{ node: text('Call', p), content: 'Call' }], { y, role: 'running' }),
        { role: 'running' },
      );
    expect(dump([...heading, ...marker, band(0), band(280)])).toEqual([
      '  [h1] text "Title" #122c3a at 20 32',
      '  [marker of li] text "•" #122c3a at 20 62',
      '  [Pagination Header] path MLLLZ 0 0 240 0 240 20 0 20 fill #ff0000',
      '  [Pagination Header] text "Call" #122c3a at 20 12',
      '  [Pagination Footer] path MLLLZ 0 280 240 280 240 300 0 300 fill #ff0000',
      '  [Pagination Footer] text "Call" #122c3a at 20 292',
      '  place h1 20 20',
    ]);
  });

  it('gives a picture to its image, unless it only decorates', () => {
    const rect = { x: 1, y: 2, width: 30, height: 30 };
    const shown = (attributes: Record<string, string>, more = {}) =>
      dump([pictureFragment(element('img', attributes), picture, rect, more)])[0];
    expect(shown({ alt: 'A code' })).toBe('  [img] picture qr:tel:988 in 1 2 30 30');
    expect(shown({ alt: '' }, { flipped: true })).toBe('  [Layout] picture qr:tel:988 in 1 2 30 30 flipped');
    expect(shown({ alt: 'A code' }, { role: 'running' })).toBe(
      '  [Pagination Header] picture qr:tel:988 in 1 2 30 30',
    );
  });

  it('puts turned boxes into a group', () => {
    const p = element('p', { id: 'here' });
    const inside = lines([{ node: text('Up', p), content: 'Up' }], { x: 100, y: 100 });
    const painted = dump([
      box([100, 100, 40, 20], { backgroundColor: red }, inside, { rotate: 90, element: p }),
    ]);
    expect(painted).toEqual([
      '  group by 0 1 -1 0 230 -10',
      '    [Background] path MLLLZ 100 100 140 100 140 120 100 120 fill #ff0000',
      '    [p] text "Up" #122c3a at 100 112',
      '  place p#here 110 90',
    ]);
  });

  it('underlines after the text, as an artifact in the text’s colour', () => {
    const a = element('a', { href: 'https://example.org' });
    const [first, second] = dump(
      lines([
        { node: text('here', a), content: 'here', style: { textDecoration: 'underline', color: blue } },
      ]),
    );
    expect(first).toContain('[a] text "here" #0000ff');
    expect(second).toMatch(/^ {2}\[Layout\] path MLLLZ 20 33.2 .* fill #0000ff$/);
  });
});

describe('borders', () => {
  it('of one colour are one path, mitred into each other without a seam', () => {
    expect(dump([box([0, 0, 20, 10], { border: sides(solid(1, red)) })])).toEqual([
      '  [Layout] path MLLLZMLLLZ 0 0 20 0 20 10 0 10 1 1 19 1 19 9 1 9 fill #ff0000',
    ]);
  });

  it('on some sides are rectangles in one path: a side without a width is no hairline', () => {
    const none = { width: 0, style: 'none', color: red } as const;
    const rules = { ...sides(none), blockStart: solid(2, red), blockEnd: solid(1, red) };
    expect(dump([box([0, 0, 20, 10], { border: rules })])).toEqual([
      '  [Layout] path MLLLZMLLLZ 0 0 20 0 20 2 0 2 0 9 20 9 20 10 0 10 fill #ff0000',
    ]);
    const corner = { ...sides(none), blockStart: solid(2, red), inlineStart: solid(3, red) };
    expect(dump([box([0, 0, 20, 10], { border: corner })])).toEqual([
      '  [Layout] path MLLLZMLLLZ 0 0 20 0 20 2 0 2 0 0 3 0 3 10 0 10 fill #ff0000',
    ]);
    const three = { ...sides(solid(1, red)), inlineStart: none };
    expect(dump([box([0, 0, 20, 10], { border: three })])).toEqual([
      '  [Layout] path MLLLZMLLLZMLLLZ 0 0 20 0 20 1 0 1 19 0 20 0 20 10 19 10 0 9 20 9 20 10 0 10 fill #ff0000',
    ]);
  });

  it('of several colours are one path an edge', () => {
    const border = { ...sides(solid(1, red)), blockEnd: solid(2, blue) };
    const painted = dump([box([0, 0, 20, 10], { border })]);
    expect(painted.length).toBe(4);
    expect(painted[2]).toBe('  [Layout] path MLLLZ 20 10 0 10 1 8 19 8 fill #0000ff');
  });

  it('stand at the inline start: left in left-to-right, right in right-to-left', () => {
    const none = { width: 0, style: 'none', color: red } as const;
    const border = { ...sides(none), inlineStart: solid(3, red) };
    expect(dump([box([0, 0, 20, 10], { border })])[0]).toContain('MLLLZ 0 10 0 0 3 0 3 10');
    const rtl = box([0, 0, 20, 10], { border }, [], { element: element('p', { dir: 'rtl' }) });
    expect(dump([rtl])[0]).toContain('MLLLZ 20 0 20 10 17 10 17 0');
    expect(dump([box([0, 0, 20, 10], { border })], { direction: 'rtl' })[0]).toContain(
      'MLLLZ 20 0 20 10 17 10 17 0',
    );
  });

  it('dashed are strokes along the middle', () => {
    const border = {
      ...sides({ width: 0, style: 'none', color: red } as const),
      blockStart: { width: 1, style: 'dashed', color: red } as const,
    };
    expect(dump([box([0, 0, 20, 10], { border })])).toEqual([
      '  [Layout] path ML 0 0.5 20 0.5 fill none stroke #ff0000 1',
    ]);
  });

  it('boxes that touch share the edge to the last digit', () => {
    const offset = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(offset, offset, offset, (x, width, other) => {
        fc.pre(width > 0 && other > 0);
        const edges = paint([
          box([x, 0, width, 10], { backgroundColor: red }),
          box([x + width, 0, other, 10], { backgroundColor: red }),
        ]).items.map((item) => (item as Extract<DisplayItem, { kind: 'path' }>).path.points);
        expect(edges[0]![2]).toBe(edges[1]![0]);
      }),
    );
  });
});

describe('text items', () => {
  it('hold every run of a line exactly once, with its piece', () => {
    const words = fc.array(fc.constantFrom('help ', 'is ', 'near ', 'سلام ', 'مرحبا ', '800-315-1376 '), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('ltr' as const, 'rtl' as const), (parts, direction) => {
        const p = element('p', { dir: direction });
        const set = lines(
          parts.map((content) => ({ node: text(content, p), content })),
          { direction, width: 150 },
        );
        const items = paint(set).items as TextItem[];
        const painted = items.flatMap((item) => item.runs.map((run) => [item, run] as const));
        const runs = set.flatMap(({ line }) => line.runs);
        expect(new Set(painted.map(([, run]) => run))).toEqual(new Set(runs));
        expect(painted.length).toBe(runs.length);
        for (const [item, run] of painted) {
          expect(run.start).toBeGreaterThanOrEqual(item.start);
          expect(run.start).toBeLessThan(item.end);
        }
        for (const { rect, x } of items) {
          const line = set.find((l) => l.rect.y === rect.y)!;
          expect(x).toBe(line.rect.x);
          expect(rect.x).toBeGreaterThanOrEqual(x - 1e-9);
          expect(rect.x + rect.width).toBeLessThanOrEqual(x + line.rect.width + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('links', () => {
  it('have one area on a page, with a line for each that they run over, around all their pieces there', () => {
    const p = element('p');
    const before = text('Call ', p);
    const a = element('a', { href: 'tel:988' }, p);
    const b = element('b', {}, a);
    const [number, rest] = [text('988 ', b), text('at any hour of the day or of the night', a)];
    const set = lines(
      [
        { node: before, content: 'Call ' },
        { node: number, content: '988 ' },
        { node: rest, content: rest.text },
      ],
      { width: 120 },
    );
    const { links } = paint(set);
    expect(set.length).toBeGreaterThan(1);
    expect(links.length).toBe(1);
    const [{ rect, lines: active, description, href }] = links as [(typeof links)[number]];
    expect([href, description]).toEqual(['tel:988', '988 at any hour of the day or of the night']);
    expect(active.length).toBe(set.length);
    active.forEach(({ x, y, width, height }, i) => {
      expect([y, height]).toEqual([set[i]!.rect.y, set[i]!.rect.height]);
      expect(x + width).toBeCloseTo(set[i]!.rect.x + set[i]!.rect.width, 6);
    });
    expect(active[0]!.x).toBeGreaterThan(set[0]!.rect.x + 10);
    expect(rect).toEqual(active.reduce(union));
  });

  it('name the heading that they lead to, where they do not say it, nor it them', () => {
    const body = element('body', {});
    const target = (id: string, ...words: string[]) => {
      const section = element('section', { id }, body);
      text('before', element('p', {}, section));
      const h2 = element('h2', {}, section);
      for (const word of words) text(word, h2);
    };
    const link = (href: string, said: string) => {
      const a = element('a', { href }, body);
      return lines([{ node: text(said, a), content: said }]);
    };
    target('who', 'Where do ', 'calls go?');
    const { links } = paint([
      ...link('#who', 'See the back'),
      ...link('#who', 'See “Where do calls go?”'),
      ...link('#who', 'calls go?'),
      ...link('#other', 'See above'),
    ]);
    expect(links.map(({ description }) => description)).toEqual([
      'See the back – Where do calls go?',
      'See “Where do calls go?”',
      'calls go?',
      'See above',
    ]);
  });

  it('say what their title says where it holds what is seen, cover a picture, stay out of running parts, and come in document order', () => {
    const first = element('a', { href: '#a', title: 'Call  the\nhelpline' });
    const second = element('a', { href: '#b' });
    const image = element('img', { alt: 'Map' }, second);
    const rect = { x: 1, y: 2, width: 30, height: 30 };
    const inFirst = lines([{ node: text('Call the', first), content: 'Call the' }]);
    const running = lines([{ node: text(' helpline', first), content: ' helpline' }], { role: 'running' });
    const { links } = paint([pictureFragment(image, picture, rect), ...inFirst, ...running]);
    expect(links.map(({ href, description }) => [href, description])).toEqual([
      ['#a', 'Call the helpline'],
      ['#b', 'Map'],
    ]);
    expect(links[1]!.rect).toEqual(rect);
  });
});

describe('places', () => {
  it('are where headings and elements with an id begin on the page', () => {
    const section = element('section', { id: 's' });
    const h2 = element('h2', {}, section);
    const p = element('p', {}, section);
    const b = element('b', { id: 'word' }, p);
    const inner = [
      box([10, 40, 100, 20], {}, lines([{ node: text('Head', h2), content: 'Head' }], { x: 10, y: 40 }), {
        element: h2,
      }),
      box([10, 70, 100, 20], {}, lines([{ node: text('word', b), content: 'word' }], { x: 14, y: 70 }), {
        element: p,
      }),
    ];
    const painted = dump([box([5, 30, 100, 90], {}, inner, { element: section })]);
    expect(painted.filter((line) => line.includes('place'))).toEqual([
      '  place section#s 5 30',
      '  place h2 10 40',
      '  place b#word 14 70',
    ]);
  });
});
