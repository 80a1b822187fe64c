import { describe, expect, it } from 'vitest';
import { sharesSheets, sheetFaults } from '../../src/proof/reading/shared-sheets.ts';
import type { BundleExpectation, Expectation } from '../../src/proof/types.ts';

type Sheet = Expectation['sheets'][number];
const area = (x: number, y = 0) => ({ page: 'a', x, y, width: 100, height: 200, rotate: 0 }) as const;
const sheet = (...xs: number[]): Sheet => ({ width: 200, height: 200, areas: xs.map((x) => area(x)) });
const piece = (sheets: readonly Sheet[], purpose = 'office') =>
  ({ expectation: { purpose, sheets } }) as unknown as BundleExpectation['pieces'][number];
const bundle = (pieces: BundleExpectation['pieces']) => ({ facing: true as const, pieces });
const [left, right] = [piece([sheet(0), sheet(100)]), piece([sheet(100), sheet(0)])];
const messages = (...pieces: BundleExpectation['pieces'][number][]) =>
  sheetFaults(bundle(pieces)).map((fault) => fault.join(': '));

describe('two languages on the same sheets', () => {
  it('have each its own places on them', () => {
    expect(messages(left, right)).toEqual([]);
    expect(messages(left, piece([sheet(100), sheet(100)]))).toEqual([
      "pieces.1.expectation.sheets.1: an area lies on the other language's",
    ]);
    // Pages of inner sheets meet in the fold, and no more than that.
    expect(messages(left, piece([sheet(60), sheet(40)]))).toEqual([]);
    expect(messages(left, piece([sheet(50), sheet(0)]))).toHaveLength(1);
    expect(messages(left, piece([{ ...sheet(), areas: [area(0, 100)] }, sheet(0)]))).toHaveLength(1);
    expect(messages(left, piece([{ ...sheet(), areas: [area(0, 101)] }, sheet(0)]))).toEqual([]);
  });

  it('are two, with as many sheets of the same sizes', () => {
    expect(messages(left)).toEqual(['facing: two languages face each other']);
    expect(messages(left, right, right)).toEqual(['facing: two languages face each other']);
    expect(messages(left, piece([sheet(100)]))).toEqual(['facing: the two languages have other sheets']);
    for (const size of [{ width: 201 }, { height: 201 }])
      expect(messages(left, piece([{ ...sheet(100), ...size }, sheet(0)]))).toEqual([
        'pieces.1.expectation.sheets.0: the sheet has another size',
      ]);
  });

  it('share none on the screen, and where they do not face each other', () => {
    const seen = [piece([sheet(0)], 'screen'), piece([sheet(0)], 'screen')];
    expect([sharesSheets(bundle(seen)), sheetFaults(bundle(seen))]).toEqual([false, []]);
    const apart = { pieces: [left, left] };
    expect([sharesSheets(apart), sheetFaults(apart)]).toEqual([false, []]);
    expect(sharesSheets(bundle([seen[0]!, left]))).toBe(true);
  });
});
