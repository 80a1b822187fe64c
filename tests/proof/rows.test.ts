/** Rows with digits: what stands on their baselines, and which of them are read anew. */
import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/proof/file/budget.ts';
import type { Piece, Run } from '../../src/proof/page/page-content.ts';
import { ReadRows, readRows, type View } from '../../src/proof/reading/rows.ts';

const upright: View = { key: 'upright', frame: (x, y) => [x, y], counts: () => true };

let order = 0;
const run = (text: string, y: number, size = 10): Run =>
  ({
    ...{ text, size, first: 0, end: 1, dx: 1, dy: 0, order: order++, digits: /\d/.test(text) ? 1 : 0 },
    glyphs: { xs: [0], ys: [y] },
  }) as unknown as Run;
const piece = (...runs: readonly Run[]) => ({ runs }) as unknown as Piece;

/** Reads pages, and what was read of them anew. */
function reader() {
  const kept = new Map<Piece, ReadRows<string>>();
  const anew: string[] = [];
  const keptIn = (of: Piece) => {
    const rows = kept.get(of) ?? new ReadRows<string>();
    kept.set(of, rows);
    return rows;
  };
  const read = (runs: readonly Run[]) => {
    const text = runs.map((each) => each.text).join(' ');
    anew.push(text);
    return [text];
  };
  const rowsOf = (pieces: readonly Piece[], view = upright, gap = (_largest: number) => 1) =>
    readRows(pieces, keptIn, view, gap, read, new Budget());
  return { rowsOf, anew };
}

describe('rows with digits', () => {
  it('have what stands beside a digit, in the order of painting', () => {
    const page = [piece(run('a', 100), run('7', 100.2), run('b', 120)), piece(run('c', 99.8), run('8', 60))];
    expect(reader().rowsOf(page)).toEqual(['8', 'a 7 c']);
  });

  it('are one where no gap is between their baselines', () => {
    const page = [piece(run('7', 100), run('8', 101)), piece(run('9', 110))];
    expect(reader().rowsOf(page)).toEqual(['7 8', '9']);
    expect(reader().rowsOf(page, upright, () => 9)).toEqual(['7 8 9']);
  });

  it('are one where no gap of their largest sign is between them', () => {
    const gap = (largest: number) => largest / 5;
    const page = (size: number) => [piece(run('7', 100, size), run('s', 100, 10), run('8', 104, 10))];
    expect(reader().rowsOf(page(10), upright, gap)).toEqual(['7 s', '8']);
    expect(reader().rowsOf(page(19), upright, gap)).toEqual(['7 s', '8']);
    expect(reader().rowsOf(page(21), upright, gap)).toEqual(['7 s 8']);
    const apart = (size: number) => [piece(run('7', 100, 10), run('8', 104, size))];
    expect(reader().rowsOf(apart(21), upright, gap)).toEqual(['7 8']);
    expect(reader().rowsOf(apart(19), upright, gap)).toEqual(['7', '8']);
  });

  it('have only what counts', () => {
    const view: View = { ...upright, counts: ({ text }) => text !== '7' };
    expect(reader().rowsOf([piece(run('7', 100), run('a', 100), run('8', 50))], view)).toEqual(['8']);
  });

  it('are none that stand nowhere', () => {
    expect(reader().rowsOf([piece(run('7', Number.NaN), run('8', Infinity), run('9', 10))])).toEqual(['9']);
  });

  it('are read again where anything on them is another, and only then', () => {
    const { rowsOf, anew } = reader();
    const [words, number, other] = [
      piece(run('call', 100), run('911', 50)),
      piece(run('800', 100)),
      piece(run('801', 100)),
    ];
    expect(rowsOf([words, number])).toEqual(['911', 'call 800']);
    expect(rowsOf([words, number])).toEqual(['911', 'call 800']);
    expect(anew.splice(0)).toEqual(['911', 'call 800']);
    expect(rowsOf([words, other])).toEqual(['911', 'call 801']);
    expect(anew.splice(0)).toEqual(['call 801']);
    expect(rowsOf([words])).toEqual(['911']);
    expect(rowsOf([words, piece(run('2', 50))])).toEqual(['911 2']);
    expect(anew.splice(0)).toEqual(['911 2']);
    expect(rowsOf([words, piece(run('3', 100.4))])).toEqual(['911', 'call 3']);
  });

  it('are read in each view by itself', () => {
    const { rowsOf, anew } = reader();
    const page = [piece(run('7', 100))];
    rowsOf(page);
    rowsOf(page, { ...upright, key: 'another' });
    expect(anew).toEqual(['7', '7']);
  });
});
