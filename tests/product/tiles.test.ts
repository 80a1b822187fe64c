import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { loadProduct, pagesOf } from '../../src/product/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiles-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rest = `id: wall
name: Wall
orientations: [portrait, landscape]
fit: { min: 11.5, max: 13 }
carries: [title]
floors: { text: 9, body: 11.5, disclosure: 9 }
helpline: { loud: [poster], minSize: 14 }
`;

function wall(fields: string) {
  mkdirSync(join(folder, 'wall'), { recursive: true });
  writeFileSync(join(folder, 'wall/product.yaml'), `${rest}${fields}\n`);
  return loadProduct('wall', folder);
}

const faults = (fields: string) => {
  try {
    wall(fields);
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
  return [];
};

const tiled = (papers: string, on: string, more = '') =>
  `papers: [${papers}]\npages: [poster, foot]\ntiles: { page: poster, foot: foot, on: { ${on} }${more} }`;

describe('tiles of a product.yaml', () => {
  it('give the page of the paper, and a foot as wide as what is printed of a sheet, but the plan of the tiles', () => {
    const { pages, tiles } = pagesOf(wall(tiled('a2', 'a2: a4')), 'a2', undefined);
    const mm = 72 / 25.4;
    expect(pages).toMatchObject([
      { name: 'poster', width: 420 * mm, height: 594 * mm },
      { name: 'foot', width: 297 * mm - 36 - 52, height: 34 },
    ]);
    // On standing sheets it would take nine.
    expect(tiles).toMatchObject({ columns: 2, rows: 4, sheet: { width: 297 * mm, height: 210 * mm } });
  });

  it('may be of a page that is larger than the paper that is asked for, whichever side is said first', () => {
    const { pages, tiles, sheet } = pagesOf(
      wall(tiled('letter', 'letter: { width: 24in, height: 18in }')),
      'letter',
      'portrait',
    );
    expect(pages).toMatchObject([{ name: 'poster', width: 18 * 72, height: 24 * 72 }, { name: 'foot' }]);
    expect(sheet).toEqual({ width: 18 * 72, height: 24 * 72 });
    expect(tiles!.sheet).toEqual({ width: 792, height: 612 });
  });

  it('are of a page of half an inch to two hundred inches a side', () => {
    const size = (width: string, height: string) =>
      faults(tiled('letter', `letter: { width: ${width}, height: ${height} }`)).join();
    expect(size('36pt', '3000pt')).toBe('');
    for (const [width, height] of [
      ['35.9pt', '3000pt'],
      ['36pt', '14400.1pt'],
    ] as const)
      expect(size(width, height)).toContain('a side is from 36 to 14400 pt long');
    expect(size('36pt', '14400pt')).not.toContain('pt long');
  });

  it('take a sheet more where the page is a hair larger than sheets with what they share', () => {
    const across = (width: number) =>
      pagesOf(
        wall(tiled(`{ name: wide, width: ${width}pt, height: 700pt }`, 'wide: letter', ', overlap: 36pt')),
        'wide',
        'landscape',
      ).tiles;
    // 576 pt of a standing letter sheet are printed, of which 36 are glued: 540 are its own.
    expect(across(1080)).toMatchObject({ columns: 2, rows: 1 });
    expect(across(1081)).not.toMatchObject({ columns: 2, rows: 1 });
  });

  it.each([
    ['of a page that is not there', tiled('a1', 'a1: a4').replace('page: poster', 'page: wall'), 'two pages'],
    [
      'with a third page',
      tiled('a1', 'a1: a4').replace('[poster, foot]', '[poster, foot, back]'),
      'two pages',
    ],
    ['on no paper', tiled('a1, a2', 'a1: a4'), 'it is not said what a2 is printed on'],
    ['for a paper that it has not', tiled('a1', 'a1: a4, a2: a4'), 'a2 is not among the papers'],
    ['on a paper that there is not', tiled('a1', 'a1: a44'), 'there is no paper "a44"'],
    ['of one sheet', tiled('a5', 'a5: a4'), 'the page of a5 goes onto one sheet'],
    [
      'of a size on their own paper that one sheet takes',
      tiled('a4', 'a4: { width: 10cm, height: 20cm }'),
      'the page of a4 goes onto one sheet',
    ],
    ['of no size', tiled('a4', 'a4: { width: 10cm, height: 1mm }'), 'a side is from 36 to 14400 pt long'],
    ['of more sheets than anybody glues', tiled('a1', 'a1: a6'), 'more than 48 sheets'],
    ['without room between margins', tiled('a1', 'a1: a4', ', margin: 4in'), 'more than 48 sheets'],
    ['that share all that they have', tiled('a1', 'a1: a4', ', overlap: 9in'), 'more than 48 sheets'],
  ])('are refused %s', (_what, fields, message) => {
    expect(faults(fields).join('\n')).toContain(message);
  });
});
