/** Small parts of the reading, each from both sides of its limits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Raster } from '../../src/proof/codes/raster.ts';
import { Budget } from '../../src/proof/file/budget.ts';
import { prove, proveNew } from '../../src/proof/index.ts';
import { isConvex } from '../../src/proof/page/cover.ts';
import { tablesOf } from '../../src/proof/page/font-program.ts';
import { polygonsOf } from '../../src/proof/page/ink.ts';
import { hasInk, Outlines } from '../../src/proof/page/outlines.ts';
import type { Painted } from '../../src/proof/page/page-content.ts';
import { colorAt, type Shading } from '../../src/proof/page/shading.ts';
import { isWithinOther, type PageArea } from '../../src/proof/reading/area.ts';
import { SameAreas } from '../../src/proof/reading/same-areas.ts';
import { glyphOutline } from '../../src/text/glyph-outline.ts';
import { Faces } from '../../src/text/index.ts';
import { expectation, leaflet } from './leaflet.ts';

describe('the outlines of glyphs', () => {
  /** Area and box of polygons, parts of the size. */
  const measured = (polygons: readonly ArrayLike<number>[], scale: number) => {
    let area = 0;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const p of polygons)
      for (let i = 0; i < p.length; i += 2) {
        const [x, y] = [p[i]! * scale, p[i + 1]! * scale];
        const [x2, y2] = [p[(i + 2) % p.length]! * scale, p[(i + 3) % p.length]! * scale];
        area += (x * y2 - x2 * y) / 2;
        box[0] = Math.min(box[0]!, x);
        box[1] = Math.min(box[1]!, y);
        box[2] = Math.max(box[2]!, x);
        box[3] = Math.max(box[3]!, y);
      }
    return [area, ...box];
  };

  it.each([
    ['atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf', 400],
    ['noto-naskh-arabic/NotoNaskhArabic-Regular.ttf', 400],
    ['noto-sans-devanagari/NotoSansDevanagari-Regular.ttf', 300],
  ])('are those that the press sets by, also of glyphs that are put together: %s', (name, count) => {
    const path = join(import.meta.dirname, '../../fonts', name);
    const face = new Faces().open(path);
    const tables = tablesOf(readFileSync(path));
    const table = (tag: string) => tables.get(tag)!;
    const outlines = new Outlines({ head: table('head'), loca: table('loca'), glyf: table('glyf') }, true);
    let compared = 0;
    for (let glyph = 1; glyph < Math.min(count, outlines.count); glyph++) {
      const own = polygonsOf(outlines.contours(glyph), outlines.unitsPerEm);
      const set = glyphOutline(face, glyph);
      if (set === undefined) {
        expect(own, `glyph ${glyph}`).toEqual([]);
        continue;
      }
      compared++;
      const [a, b] = [measured(own, 1), measured(set.polygons, 1 / face.unitsPerEm)];
      for (const [i, value] of b.entries()) expect(a[i], `glyph ${glyph}`).toBeCloseTo(value, 2);
    }
    expect(compared).toBeGreaterThan(count / 2);
  });
});

describe('a gradient', () => {
  const red = [1, 0, 0] as const;
  const green = [0, 1, 0] as const;
  const blue = [0, 0, 1] as const;
  const shading = (...stops: readonly (readonly [number, readonly [number, number, number]])[]): Shading => ({
    kind: 'axial',
    coordinates: [0, 0, 100, 0],
    stops: stops.map(([offset, color]) => ({ offset, color })),
    toGradient: [1, 0, 0, 1, 0, 0],
  });
  const at = (gradient: Shading, x: number) =>
    colorAt(gradient, x, 7)!.map((part) => Math.round(part * 1000) / 1000);

  it('is mixed between its stops, and goes on beyond them as it ends', () => {
    const three = shading([0, red], [0.5, green], [1, blue]);
    expect([-50, 0, 25, 50, 75, 100, 150].map((x) => at(three, x))).toEqual([
      red,
      red,
      [0.5, 0.5, 0],
      green,
      [0, 0.5, 0.5],
      blue,
      blue,
    ]);
  });

  it('has a hard edge where two stops are at one place: the last holds from there on', () => {
    const edge = shading([0, red], [0.5, red], [0.5, blue], [1, blue]);
    expect([0, 49, 50, 51].map((x) => at(edge, x))).toEqual([red, red, blue, blue]);
  });

  it('begins and ends where its outer stops are', () => {
    const inner = shading([0.2, red], [0.8, blue]);
    expect([0, 20, 50, 80, 90].map((x) => at(inner, x))).toEqual([red, red, [0.5, 0, 0.5], blue, blue]);
    expect(at(shading([0, red], [1, green], [1, blue]), 100)).toEqual(blue);
  });
});

describe('lists of areas', () => {
  const area: PageArea = { page: 'a', x: 1, y: 2, width: 3, height: 4, rotate: 0 };
  it.each([
    ['page', { page: 'b' }],
    ['x', { x: 9 }],
    ['y', { y: 9 }],
    ['width', { width: 9 }],
    ['height', { height: 9 }],
    ['rotate', { rotate: 90 }],
    ['copy', { copy: true }],
  ] as const)('are the same only with the same %s', (_, change) => {
    const same = new SameAreas();
    const first = [area, area];
    expect(same.of(first)).toBe(first);
    expect(same.of([{ ...area }, { ...area }])).toBe(first);
    const other = [area, { ...area, ...change } as PageArea];
    expect(same.of(other)).toBe(other);
    const shorter = [area];
    expect(same.of(shorter)).toBe(shorter);
    expect(same.of([{ ...area }, { ...area }])).toBe(first);
  });
});

describe('a number within a longer one', () => {
  const text = 'call 800 911 2000 now';
  it.each([
    [9, 12, ['800 911 2000'], true],
    [5, 8, ['800 911 2000'], true],
    [13, 17, ['800 911 2000'], true],
    [5, 17, ['800 911 2000'], false],
    [9, 12, ['800 911'], true],
    [13, 17, ['800 911'], false],
    [9, 12, ['911 2000'], true],
    [5, 8, ['911 2000'], false],
    [9, 12, [], false],
    [18, 21, ['800 911 2000'], false],
  ])('from %i to %i of it, with %j: %s', (start, end, others, within) => {
    expect(isWithinOther(text, start, end, others)).toBe(within);
  });

  it('is looked for at each place where the longer one stands', () => {
    expect(isWithinOther('8000 000', 5, 8, ['0000', '00 00'])).toBe(false);
    expect(isWithinOther('12 x 123', 5, 7, ['123'])).toBe(true);
    expect(isWithinOther('123 x 12', 6, 8, ['123'])).toBe(false);
  });
});

describe('a raster of a part of the page', () => {
  const all = [0, 0, 1000, 1000] as const;
  const rows = ({ pixels, width, height }: Raster) =>
    Array.from({ length: height }, (_, y) => [...pixels.subarray(y * width, (y + 1) * width)]);
  const grey = (value: number) => value | (value << 8) | (value << 16);
  const white = 0xffffff;
  /** Two by two samples, the first row at the top. */
  const samples = { width: 2, height: 2, samples: Uint8Array.of(10, 20, 30, 40), colors: 1 as const };

  it('has an image whose first row is at the top, where its corners lie', () => {
    const raster = new Raster([100, 200, 104, 204], 1, new Budget());
    // Its unit square, y up: from its lower left over its lower right to its upper right and upper left.
    raster.image([101, 203, 103, 203, 103, 201, 101, 201], samples, all);
    expect(rows(raster)).toEqual([
      [white, white, white, white],
      [white, grey(10), grey(20), white],
      [white, grey(30), grey(40), white],
      [white, white, white, white],
    ]);
  });

  it('has it larger, turned, cut off and seen through', () => {
    const large = new Raster([100, 200, 102, 202], 2, new Budget());
    large.image([100, 202, 102, 202, 102, 200, 100, 200], samples, all);
    const [dark, light] = [[10, 10, 20, 20].map(grey), [30, 30, 40, 40].map(grey)];
    expect(rows(large)).toEqual([dark, dark, light, light]);
    const turned = new Raster([100, 200, 102, 202], 1, new Budget());
    turned.image([100, 200, 100, 202, 102, 202, 102, 200], samples, all);
    expect(rows(turned)).toEqual([
      [grey(30), grey(10)],
      [grey(40), grey(20)],
    ]);
    const cut = new Raster([100, 200, 102, 202], 1, new Budget());
    cut.image([100, 202, 102, 202, 102, 200, 100, 200], samples, [101, 201, 102, 202]);
    expect(rows(cut)).toEqual([
      [white, white],
      [white, grey(40)],
    ]);
    const through = new Raster([100, 200, 102, 202], 1, new Budget());
    through.image(
      [100, 202, 102, 202, 102, 200, 100, 200],
      { ...samples, opacities: Uint8Array.of(255, 0, 51, 255) },
      all,
    );
    expect(rows(through)).toEqual([
      [grey(10), white],
      [grey(210), grey(40)],
    ]);
    const colored = new Raster([100, 200, 101, 201], 1, new Budget());
    const one = { width: 1, height: 1, samples: Uint8Array.of(1, 2, 3), colors: 3 as const };
    colored.image([100, 201, 101, 201, 101, 200, 100, 200], one, all);
    expect(rows(colored)).toEqual([[1 | (2 << 8) | (3 << 16)]]);
  });

  it('has dots where a line of no length has round or square ends, and nothing else', () => {
    const dot = (cap?: 1 | 2) => {
      const raster = new Raster([100, 200, 105, 205], 1, new Budget());
      raster.stroke(
        [[102.5, 202.5, 102.5, 202.5]],
        { reach: 1, ...(cap !== undefined && { cap }) },
        [0, 0, 0],
        all,
      );
      return rows(raster)
        .flat()
        .filter((pixel) => pixel === 0).length;
    };
    expect(dot(2)).toBe(4);
    expect(dot(1)).toBeGreaterThan(0);
    expect(dot()).toBe(0);
  });

  it('is filled by its winding, or between every other edge', () => {
    // A square within a square, both round the same way.
    const square = (from: number, to: number) => [from, from, to, from, to, to, from, to];
    const filled = (evenOdd: boolean, inner: number[]) => {
      const raster = new Raster([0, 0, 4, 4], 1, new Budget());
      raster.fill([square(0, 4), inner], evenOdd, [0, 0, 0], [0, 0, 4, 4]);
      return rows(raster).map((row) => row.map((pixel) => (pixel === 0 ? '#' : '.')).join(''));
    };
    expect(filled(false, square(1, 3))).toEqual(['####', '####', '####', '####']);
    for (const hole of [filled(true, square(1, 3)), filled(false, [1, 1, 1, 3, 3, 3, 3, 1])])
      expect(hole).toEqual(['####', '#..#', '#..#', '####']);
  });

  it('counts how often edges cross its rows as work', () => {
    let spent = 0;
    const budget = {
      spend(amount: number) {
        spent += amount;
      },
    };
    const raster = new Raster([0, 0, 9, 8], 2, budget);
    // Two edges over the lower 6 pt, which are 12 rows; of one that lies level, and beyond the clip, none.
    raster.fill([[1, 0, 8, 0, 8, 6, 1, 6]], false, [0, 0, 0], [0, 0, 9, 8]);
    expect(spent).toBe(2 * 12 * 20);
    spent = 0;
    raster.fill([[1, 0, 8, 0, 8, 6, 1, 6]], false, [0, 0, 0], [0, 2, 9, 3]);
    expect(spent).toBe(2 * 2 * 20);
  });
});

describe('a contour', () => {
  it('has ink from three points on', () => {
    const of = (points: number) =>
      hasInk({ points: new Float64Array(points * 2), on: new Uint8Array(points) });
    expect([0, 1, 2, 3, 4].map(of)).toEqual([false, false, false, true, true]);
  });
});

describe('a number in the contents of a page', () => {
  const with_ = (red: string) => {
    const own = '/Figure << /MCID 3 >> BDC';
    const file = leaflet([7, own, `/Artifact << /Type /Layout >> BDC q ${red} 0 0 rg Q EMC\n${own}`]);
    try {
      return proveNew(file, expectation, 'test').verdict;
    } catch (error) {
      return String((error as { problems?: readonly { code: string }[] }).problems?.[0]?.code);
    }
  };

  it('has fifteen digits at most, nine of them behind the point', () => {
    expect(with_('0.123456789')).toBe('proved');
    expect(with_('0.1234567891')).toBe('PDF_FOREIGN');
    expect(with_('000000000000001')).toBe('proved');
    expect(with_('0000000000000001')).toBe('PDF_FOREIGN');
    expect(with_('1.')).toBe('PDF_FOREIGN');
    expect(with_('.5')).toBe('PDF_FOREIGN');
  });
});

describe('a figure without a bay', () => {
  const convex = (...points: number[]) =>
    isConvex({ kind: 'fill', outlines: [Float64Array.from(points)] } as unknown as Painted);
  it('is one outline that turns one way', () => {
    expect(convex(0, 0, 1, 0, 1, 1, 0, 1)).toBe(true);
    expect(convex(0, 0, 1, 0, 1, 0.5, 0.5, 0.5, 0.5, 1, 0, 1)).toBe(false);
    expect(convex(0, 0, 9, 0, 9, 4, 4, 4, 4, 9, 0, 9)).toBe(false);
    // Rounded to thousandths, an edge is not quite straight.
    expect(convex(0, 0, 5, 0.001, 9, 0, 9, 9, 0, 9)).toBe(true);
    // A star crosses itself.
    expect(convex(0, 0, 9, 6, 0, 6, 9, 0, 4.5, 9)).toBe(false);
    const two = [Float64Array.of(0, 0, 1, 0, 1, 1), Float64Array.of(2, 2, 3, 2, 3, 3)];
    expect(isConvex({ kind: 'fill', outlines: two } as unknown as Painted)).toBe(false);
    expect(isConvex({ kind: 'fill', outlines: [] } as unknown as Painted)).toBe(true);
    expect(isConvex({ kind: 'image', outlines: [] } as unknown as Painted)).toBe(false);
  });
});

describe('a text that is lost', () => {
  it('is told by 60 characters, from 30 before where the nearest text goes on otherwise', () => {
    const lost = (text: string) => {
      const texts = [...expectation.texts, { ...expectation.texts[0]!, key: 'lost', text }];
      return prove(leaflet(), { ...expectation, texts }).checks.find(({ code }) => code === 'TEXT_LOST')!
        .detail;
    };
    const [first, rest] = [`Q${'x'.repeat(58)}y`, 'z'.repeat(20)];
    expect(lost(first + rest)).toContain(`"${first}" is not there`);
    expect(lost('A treatment center')).toContain(
      '"A treatment center" is not there; nearest: "A treatment centre.',
    );
  });
});

describe('a table of objects', () => {
  it('that says to have more rows than there are is cut off', () => {
    const text = Buffer.from(leaflet()).toString('latin1');
    const more = Buffer.from(
      text.replace(/\nxref\n0 \d+\n/, (said) =>
        said.replace(/\d+\n$/, (n) => `${'9'.repeat(n.length - 1)}\n`),
      ),
      'latin1',
    );
    const told = (() => {
      try {
        return proveNew(more, expectation, 'test').verdict;
      } catch (error) {
        return String((error as { problems?: readonly { message: string }[] }).problems?.[0]?.message);
      }
    })();
    expect(told).toContain('its cross-reference table is cut off');
  });
});
