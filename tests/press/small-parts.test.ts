/** Parts of the press that a print uses, each by itself: they cost nothing, and fail for one reason. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Guide, loadGuide } from '../../src/content/index.ts';
import { Stock } from '../../src/files/index.ts';
import type { Color } from '../../src/geometry/index.ts';
import { hexOf, rectPath, type VectorPicture } from '../../src/image/index.ts';
import type { PageFragment } from '../../src/layout/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { contrast, type DisplayItem, type DisplayList } from '../../src/paint/index.ts';
import { refuseWithoutEasy } from '../../src/press/edition.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { defaultJob } from '../../src/press/job.ts';
import { footIn, isOpen } from '../../src/press/light.ts';
import { newTheme } from '../../src/press/new-theme.ts';
import { mixed, skinsFor, type Tokens } from '../../src/press/palette.ts';
import { formeOf, type Plate } from '../../src/press/plate.ts';
import { scenesOf } from '../../src/press/scenes.ts';
import { crampedOn, pieceHeights } from '../../src/press/section-heights.ts';
import { sparseProblems } from '../../src/press/sparse.ts';
import { type Edition, editions, type Product } from '../../src/product/index.ts';
import { changed, problemsOf } from '../content/folder.ts';

describe('colours that follow from others', () => {
  it('are mixed as a screen of one over the other is printed', () => {
    expect(mixed([200, 100, 0], [0, 0, 0], 0.5)).toEqual([100, 50, 0]);
    expect(mixed([0, 0, 0], [255, 255, 255], 0.15)).toEqual([217, 217, 217]);
    expect(mixed([10, 20, 30], [90, 80, 70], 0)).toEqual([90, 80, 70]);
    expect(mixed([10, 20, 30], [90, 80, 70], 1)).toEqual([10, 20, 30]);
  });

  it.each<Color>([
    [0, 0, 0],
    [29, 43, 26],
    [18, 44, 58],
    [90, 60, 40],
    [120, 0, 0],
  ])('are three skins that show on %j and beside each other, and no lighter than that asks for', (...ink) => {
    const [first, second, third] = skinsFor(ink as unknown as Color);
    const pairs = [
      [third, ink as unknown as Color, 1.9],
      [second, third, 1.6],
      [first, second, 1.6],
    ] as const;
    for (const [color, beside, least] of pairs) expect(contrast(color, beside)).toBeGreaterThanOrEqual(least);
  });

  it('leave browns as they are on an ink that is dark enough', () => {
    expect(skinsFor([0, 0, 0])).toEqual([
      [0xdd, 0xa1, 0x77],
      [0xa6, 0x6a, 0x43],
      [0x77, 0x4a, 0x31],
    ]);
    // One step of two hundredths lighter is not more than is needed.
    const [, , third] = skinsFor([60, 30, 20]);
    expect(contrast(third, [60, 30, 20])).toBeLessThan(1.9 * 1.08);
  });
});

describe('what nobody asks for', () => {
  it('is for a screen, and no draft is handed out', () => {
    expect(defaultJob).toEqual({
      paper: 'letter',
      orientation: undefined,
      edition: 'standard',
      theme: 'dawn',
      qr: undefined,
      purpose: 'screen',
      duplex: 'short',
      allowDrafts: false,
      date: undefined,
    });
  });
});

describe('what is no plate', () => {
  it.each([undefined, null, 5, 'plate', true, {}, () => {}])('has nothing to print: %s', (given) => {
    expect(formeOf(given as unknown as Plate, {} as never)).toBeUndefined();
  });
});

describe('a new theme', () => {
  const token = (css: string, name: string) => new RegExp(`--${name}: (#[0-9A-F]{6});`).exec(css)?.[1];

  it('has the ink and the accent that are asked for, and tints of the accent', () => {
    const css = newTheme('sea-green', { ink: '#10203a', accent: 'A8CF6A' });
    expect([token(css, 'ink'), token(css, 'accent'), token(css, 'paper')]).toEqual([
      '#10203A',
      '#A8CF6A',
      '#FFFFFF',
    ]);
    expect([token(css, 'accent-50'), token(css, 'accent-15')]).toEqual(['#D4E7B5', '#F2F8E9']);
    const skins = skinsFor([0x10, 0x20, 0x3a]).map((color) => hexOf(color).toUpperCase());
    expect(['skin-1', 'skin-2', 'skin-3'].map((name) => token(css, name))).toEqual(skins);
  });

  it.each(['#10203', '#1020300', 'navy', '#10203g', ''])('is not made of %j', (ink) => {
    const [problem] = problemsOf(() => newTheme('a', { ink, accent: '#A8CF6A' }));
    expect(problem).toMatchObject({
      code: 'USAGE',
      message: `--ink "${ink}" is no colour of six digits.`,
      hint: '--ink "#1D2B1A"',
    });
  });

  it('has a name that may be a file’s, of which 80 characters are quoted', () => {
    const colors = { ink: '#1D2B1A', accent: '#A8CF6A' };
    const [problem] = problemsOf(() => newTheme(`A${'b'.repeat(90)}`, colors));
    expect(problem!.message).toBe(`"A${'b'.repeat(79)}" cannot be the name of a theme.`);
    expect(problem!.hint).toContain('Small Latin letters');
  });

  it('is refused where its text could not be read', () => {
    const codes = problemsOf(() => newTheme('a', { ink: '#888888', accent: '#A8CF6A' })).map(
      ({ code }) => code,
    );
    expect(codes.length).toBeGreaterThan(0);
  });
});

describe('a drawing', () => {
  const red: Color = [255, 0, 0];
  const blue: Color = [0, 0, 255];
  const of = (...boxes: readonly (readonly [number, number, number, number, Color])[]): VectorPicture => ({
    kind: 'vector',
    name: 'a.svg',
    width: 100,
    height: 50,
    shapes: boxes.map(([x, y, width, height, fill]) => ({
      path: rectPath(x, y, width, height),
      fill,
      rule: 'nonzero',
      stroke: undefined,
    })),
  });

  it('has no ground of its own where nothing is painted in either upper corner', () => {
    expect(isOpen(of([0, 10, 100, 40, red]))).toBe(true);
    expect(isOpen(of([10, 0, 80, 50, red]))).toBe(true);
    expect(isOpen(of([0, 0, 5, 5, red]))).toBe(false);
    expect(isOpen(of([95, 0, 5, 5, red]))).toBe(false);
    // A hundredth of its height below the edge.
    expect(isOpen(of([0, 0.45, 100, 40, red]))).toBe(false);
    expect(isOpen(of([0, 0.55, 100, 40, red]))).toBe(true);
    expect(isOpen({ kind: 'raster' } as never)).toBe(false);
  });

  it('has so much of a colour at its foot', () => {
    expect(footIn(of([0, 0, 100, 50, red]), red)).toBe(1);
    expect(footIn(of([0, 0, 100, 50, red]), blue)).toBe(0);
    expect(footIn(of([0, 0, 50, 50, red], [50, 0, 50, 50, blue]), red)).toBeCloseTo(0.5, 1);
    expect(footIn(of([0, 0, 100, 49, red]), red)).toBe(0);
  });
});

describe('a cover of the guide’s own', () => {
  const told = (drawing: string) => {
    const cover = 'scenes: { cover: { image: figures/own.svg, alt: A green door } }\nclosing:\n';
    const folder = changed(['closing:\n', cover]);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${drawing}</svg>`;
    writeFileSync(join(folder, 'figures/own.svg'), svg);
    const guide = loadGuide(folder);
    const tokens = { ink: [0, 0, 0], accent: [200, 220, 100] } as unknown as Tokens;
    const locale = loadLocale('en', guide, shippedFolders().locales);
    return scenesOf(guide, locale, { scenes: {}, tokens }, { folders: shippedFolders(), stock: new Stock(0) })
      .problems;
  };
  const ground = (width: number) =>
    `<rect width="100" height="50" fill="#102030"/><rect width="${width}" height="50" fill="var(--accent)"/>`;

  it('runs into the band below it over its whole width, or has no ground: else it is told how much does', () => {
    expect(told(ground(100))).toEqual([]);
    expect(told('<rect x="20" y="10" width="60" height="40" fill="#102030"/>')).toEqual([]);
    expect(told(ground(58))).toMatchObject([
      {
        code: 'SCENE_APART',
        severity: 'warning',
        message:
          'The light of figures/own.svg does not run into the band below it: 58 % of its foot has the accent.',
        hint: 'Let var(--accent) fill the foot of the drawing over its whole width, or leave the ground out: then it stands on the band.',
        place: { key: 'scenes.cover', locale: 'en' },
      },
    ]);
  });
});

describe('a picture that has what is left over', () => {
  const picture = (src: string, width: number, more: object = {}) => ({
    kind: 'picture',
    element: { attributes: { src } },
    style: { height: { fill: true }, objectFit: 'contain', ...more },
    rect: { x: 0, y: 0, width: 100, height: 50 },
    drawn: { x: 0, y: 0, width, height: 9 },
  });
  const cramped = (...children: object[]) =>
    crampedOn([{ children: [{ kind: 'box', children }, { kind: 'line' }] } as unknown as PageFragment]);

  it('is cramped where it is narrower than 55 of 100 of its box: it is told by its file', () => {
    expect(cramped(picture('guide:figures/door.svg', 54.9))).toEqual(['door']);
    expect(cramped(picture('template:art/a.b.svg', 10), picture('lamp', 10))).toEqual(['a.b', 'lamp']);
    expect(cramped(picture('door.svg', 55.1))).toEqual([]);
    expect(cramped(picture('door.svg', 10, { height: 40 }))).toEqual([]);
    expect(cramped(picture('door.svg', 10, { objectFit: 'cover' }))).toEqual([]);
  });

  it('or narrower than its style says at least, which is no more than its box has', () => {
    expect(cramped(picture('door.svg', 79.9, { minWidth: 80 }))).toEqual(['door']);
    expect(cramped(picture('door.svg', 80, { minWidth: 80 }))).toEqual([]);
    expect(cramped(picture('door.svg', 54.9, { minWidth: 40 }))).toEqual(['door']);
    expect(cramped(picture('door.svg', 100, { minWidth: 180 }))).toEqual([]);
  });
});

describe('what is in a section', () => {
  const line = (key: string, y: number, height: number) => ({
    kind: 'line',
    role: 'content',
    rect: { x: 0, y, width: 9, height },
    pieces: [{ node: { origin: { key } } }],
  });
  const heights = (...pages: object[][]) =>
    Object.fromEntries(pieceHeights(pages.map((children) => ({ children })) as unknown as PageFragment[]));

  it('is as high as from its top to the next one’s, the last to where it ends, whatever stands first', () => {
    const [a, b, c] = [
      line('sections.one.line', 10, 12),
      line('sections.one.a.text', 30, 20),
      line('sections.one.b.text', 60, 8),
    ] as const;
    const whole = { 'sections.one.line': 20, 'sections.one.a.text': 30, 'sections.one.b.text': 8 };
    expect(heights([a, b, c])).toEqual(whole);
    expect(heights([c, a, b])).toEqual(whole);
    // A list that only names it is none of it.
    expect(heights([a])).toEqual({});
  });

  it('is as high as all of its lines and pages together', () => {
    const text = (y: number, height = 10) => line('sections.one.a.text', y, height);
    expect(heights([text(0), text(12)], [text(50, 7)])).toEqual({ 'sections.one.a.text': 29 });
    expect(heights([text(0), line('sections.two.b.text', 12, 5)])).toEqual({
      'sections.one.a.text': 10,
      'sections.two.b.text': 5,
    });
  });
});

describe('a page of a folded product', () => {
  const owner = { kind: 'content', element: {}, node: {} };
  const path = (y: number, height: number): unknown => ({
    kind: 'picture',
    owner,
    clip: { x: 0, y, width: 9, height },
  });
  const page = (name: string, ...items: readonly unknown[]): DisplayList =>
    ({
      page: name,
      index: 0,
      width: 100,
      height: 100,
      items: items as DisplayItem[],
    }) as unknown as DisplayList;
  const guide = { folder: 'guide', place: () => ({ file: 'guide.yaml' }) } as unknown as Guide;
  const product = { id: 'leaflet', fold: {}, helpline: { loud: ['cover'] } } as unknown as Product;
  const told = (...pages: readonly DisplayList[]) =>
    sparseProblems(product, pages, guide).map(({ message }) => message);

  it('is for the most part empty where less than 30 of 100 of its height is filled, what overlaps counted once', () => {
    expect(told(page('inside', path(0, 30)))).toEqual([]);
    expect(told(page('inside', path(0, 29.9)))).toEqual(['inside of leaflet is for the most part empty.']);
    expect(told(page('inside', path(60, 15), path(0, 15)))).toEqual([]);
    expect(told(page('inside', path(0, 20), path(5, 20)))).toHaveLength(1);
    expect(told(page('inside', path(0, 28), path(5, 3)))).toHaveLength(1);
    expect(told(page('inside'), page('back'))).toEqual([
      'inside, back of leaflet are for the most part empty.',
    ]);
  });

  it('is not told where it is loud, or its product is not folded; what is repeated on each page fills nothing', () => {
    expect(told(page('cover'))).toEqual([]);
    expect(sparseProblems({ ...product, fold: undefined }, [page('inside')], guide)).toEqual([]);
    const repeated = {
      kind: 'text',
      owner: { kind: 'artifact' },
      rect: { x: 0, y: 0, width: 9, height: 90 },
    };
    const number = { kind: 'text', owner: { ...owner, page: 0 }, rect: { x: 0, y: 0, width: 9, height: 90 } };
    expect(told(page('inside', repeated, number))).toHaveLength(1);
  });
});

describe('an edition of short sentences', () => {
  const refused = (easy: unknown, edition: Edition) =>
    problemsOf(() =>
      refuseWithoutEasy({ data: { easy }, file: 'guide.yaml' } as unknown as Guide, 'easy-read', edition),
    ).map(({ code }) => code);
  it('is refused of a guide that has none, and no other edition is', () => {
    expect(refused(undefined, editions['easy-read'])).toEqual(['EDITION_EMPTY']);
    const guide = { data: {}, file: 'guide.yaml' } as unknown as Guide;
    const [empty] = problemsOf(() => refuseWithoutEasy(guide, 'easy-read', editions['easy-read']));
    expect(empty).toMatchObject({ place: { file: 'guide.yaml' }, hint: expect.stringContaining('easy: [{') });
    expect(refused([], editions['easy-read'])).toEqual([]);
    expect(refused(undefined, editions.standard)).toEqual([]);
  });
});
