import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { loadProduct, pagesOf } from '../../src/product/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rest = `id: card
name: Card
fit: { min: 11.5, max: 13 }
carries: [title]
floors: { text: 9, body: 11.5, disclosure: 9 }
helpline: { loud: [front], minSize: 14 }
`;

function card(fields: string) {
  mkdirSync(join(folder, 'card'), { recursive: true });
  writeFileSync(join(folder, 'card/product.yaml'), `${rest}${fields}\n`);
  return loadProduct('card', folder);
}

const faults = (fields: string) => {
  try {
    card(fields);
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
  return [];
};

const two = 'pages: [front, back]\nsheet: { sides: [[front], [back]], on: ';
const onLetter = (how: string) => `papers: [letter]\n${two}{ letter: { ${how} } } }`;

describe('sheet of a product.yaml', () => {
  it('gives pages of the size of the piece, in the order in which they are read', () => {
    const product = card(
      `papers: [letter, a4]\n${two}{ letter: { width: 4in, height: 9in, across: 2 }, a4: { width: 99mm, height: 210mm, across: 3, lying: true } } }`,
    );
    expect(pagesOf(product, 'letter', undefined)).toMatchObject({
      orientation: 'portrait',
      sheet: { width: 612, height: 792 },
      pages: [
        { name: 'front', width: 288, height: 648 },
        { name: 'back', width: 288, height: 648 },
      ],
    });
    const a4 = pagesOf(product, 'a4', undefined);
    expect(a4.orientation).toBe('landscape');
    expect(a4.cut).toMatchObject({ across: 3, down: 1, gap: [0, 0] });
    expect(() => pagesOf(product, 'a4', 'portrait')).toThrow('card is not made in portrait');
  });

  it('takes what is left for the row that says no height, and turns sizes of what lies', () => {
    const product = card(
      'papers: [letter]\npages: [front, tab]\nsheet: { sides: [[front, { page: tab, height: 2in, times: 8, turn: 270 }]], on: { letter: {} } }',
    );
    expect(pagesOf(product, 'letter', undefined).pages).toEqual([
      { name: 'front', width: 612, height: 648 },
      { name: 'tab', width: 144, height: 76.5 },
    ]);
  });

  it('fills a paper exactly, and not a hair more', () => {
    expect(faults(onLetter('width: 4.25in, height: 5.5in, across: 2, down: 2'))).toEqual([]);
    expect(faults(onLetter('width: 4.251in, height: 5.5in, across: 2, down: 2'))).toEqual([
      'PRODUCT_INVALID: sheet: 2 by 2 pieces take 612.1 by 792.0 pt, and letter has 612.0 by 792.0 pt.',
    ]);
    const gap = (size: string) =>
      faults(
        `papers: [letter]\npages: [front]\nsheet: { sides: [[front]], gap: ${size}, on: { letter: { width: 4in, height: 9in, across: 2 } } }`,
      );
    expect(gap('[0.5in, 9in]')).toEqual([]);
    expect(gap('[0.51in, 0pt]')).toHaveLength(1);
    expect(gap('0.5in')).toEqual([]);
    expect(gap('0.51in')).toHaveLength(1);
  });

  it.each([
    [
      'a page that there is not',
      `papers: [letter]\npages: [front]\nsheet: { sides: [[front], [bakc]], on: { letter: {} } }`,
      'there is no page "bakc"',
    ],
    [
      'a page without a place',
      `papers: [letter]\npages: [front, back]\nsheet: { sides: [[front]], on: { letter: {} } }`,
      'the page "back" has no place on a piece',
    ],
    [
      'a page with two places',
      `papers: [letter]\npages: [front]\nsheet: { sides: [[front], [front]], on: { letter: {} } }`,
      'the page "front" has two places',
    ],
    [
      'a paper that is not said',
      `papers: [letter, a4]\n${two}{ letter: {} } }`,
      'it is not said how pieces lie on a4',
    ],
    [
      'a paper that it is not made on',
      `papers: [letter]\n${two}{ letter: {}, a4: {} } }`,
      'a4 is not among the papers',
    ],
    ['orientations', `orientations: [landscape]\n${onLetter('')}`, 'has pages with names'],
    [
      'pages that flow',
      `papers: [letter]\npages: { flow: front, most: 9 }\nsheet: { sides: [[front]], on: { letter: {} } }`,
      'has pages with names',
    ],
    [
      'rows higher than the piece',
      `papers: [letter]\npages: [front, back]\nsheet: { sides: [[{ page: front, height: 6in }, { page: back, height: 6in }]], on: { letter: {} } }`,
      'are 864.0 pt high',
    ],
    [
      'tabs too narrow to hold',
      `papers: [letter]\npages: [front, tab]\nsheet: { sides: [[front, { page: tab, height: 2in, times: 24 }]], on: { letter: { width: 4in, height: 6in } } }`,
      '24 of tab are too many',
    ],
    ['a unit that there is not', onLetter('width: 4inch, height: 9in'), 'a length with its unit'],
    ['a piece too small to hold', onLetter('width: 0.4in, height: 9in'), 'at least 36 pt'],
    [
      'half a turn',
      `papers: [letter]\npages: [front]\nsheet: { sides: [[{ page: front, turn: 45 }]], on: { letter: {} } }`,
      'sheet.sides.0.0',
    ],
  ])('is refused with %s', (_, fields, message) => {
    expect(faults(fields).join('\n')).toContain(message);
  });
});
