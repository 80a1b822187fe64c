import { describe, expect, it } from 'vitest';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { type Change, expectation, leaflet } from './leaflet.ts';

/* On the second page "At home", "1." and "Drink water." stand 40 and 60 pt below its top; a copy of them 140 pt lower. */
const second = 7;
const own = '/Figure << /MCID 3 >> BDC';
const copied = `BT /F1 14 Tf 10 120 Td «At home» Tj ET EMC
/Artifact << /Type /Layout >> BDC BT /F1 10 Tf 10 100 Td «1.» Tj ET EMC
/Artifact << /Type /Layout >> BDC BT /F1 10 Tf 25 100 Td «Drink water.» Tj ET`;
const withCopy = (operators: string): Change => [
  second,
  own,
  `/Artifact << /Type /Layout >> BDC ${operators} EMC
${own}`,
];

const area = (y: number, copy?: true): Expectation['sheets'][number]['areas'][number] => ({
  page: 'card',
  x: 0,
  y,
  width: 200,
  height: 50,
  rotate: 0,
  ...(copy === undefined ? {} : { copy }),
});
const sheets = expectation.sheets.map((sheet, i) =>
  i === 1 ? { ...sheet, areas: [area(20), area(160, true)] } : sheet,
);
const copies = (...changes: readonly Change[]) => {
  const { checks } = prove(leaflet(...changes), { ...expectation, sheets });
  const { status, detail } = checks.find(({ code }) => code === 'COPY_OTHER')!;
  return status === 'failed' ? detail : status;
};

describe('COPY_OTHER: a page that stands again shows what it showed', () => {
  it('is not asked where no page stands twice', () => {
    const { checks } = prove(leaflet(), expectation);
    expect(checks.some(({ code }) => code === 'COPY_OTHER')).toBe(false);
  });

  it('passes for the same texts at the same places', () => {
    expect(copies(withCopy(copied))).toBe('passed');
    expect(copies(withCopy(copied.replaceAll(' 100 Td', ' 100.04 Td')))).toBe('passed');
  });

  it.each([
    ['a word of it is missing', copied.replace('«1.»', '« »')],
    ['another word', copied.replace('water', 'wines')],
    ['a digit more', copied.replace('«1.»', '«1.1»')],
    ['it stands elsewhere', copied.replaceAll(' 100 Td', ' 99.9 Td')],
    ['it is of another size', copied.replace('/F1 14 Tf', '/F1 13.9 Tf')],
    ['it is in another colour', `1 0 0 rg ${copied} 0 g`],
    [
      'something is painted over it',
      `${copied} EMC
/Artifact << /Type /Layout >> BDC 20 105 30 10 re f`,
    ],
    [
      'something reaches into it',
      `${copied} EMC
/Artifact << /Type /Layout >> BDC 20 60 30 31 re f`,
    ],
    [
      'something unseen is said in it',
      `${copied} EMC
/Artifact << /Type /Layout >> BDC BT /F1 10 Tf 90 100 Td « » Tj ET`,
    ],
    ['two texts of it changed places', copied.replace('25 100', '150 100').replace('10 100', '25 100')],
  ])('fails where %s', (_, operators) => {
    expect(copies(withCopy(operators))).toContain('copy 1 of card on sheet 2: ');
  });

  /** Beside the texts of the first, and beside those of the copy 140 pt lower. */
  const painted = (first: string, copy: string) =>
    copies(
      withCopy(`${first} EMC
/Artifact << /Type /Layout >> BDC ${copied} EMC
/Artifact << /Type /Layout >> BDC ${copy}`),
    );
  /** Lines and figures by their corners go down from the top of the page. */
  const lines = (y: number, width: number, more: string) =>
    `q 0 0 0 RG ${width} w ${more} 150 ${y} m 170 ${y} l S Q`;
  const ring = (y: number, rule: 'f' | 'f*') =>
    `150 ${y} m 190 ${y} l 190 ${y + 20} l 150 ${y + 20} l h 160 ${y + 5} m 170 ${y + 5} l 170 ${y + 15} l 160 ${y + 15} l h ${rule}`;

  it.each([
    ['a fill', '150 245 20 10 re f', '150 105 20 10 re f'],
    ['a ring', ring(40, 'f*'), ring(180, 'f*')],
    ['a line', lines(45, 2, '0 J 0 j [] 0 d'), lines(185, 2, '0 J 0 j [] 0 d')],
    ['a line that ends round', lines(45, 2, '1 J 0 j [] 0 d'), lines(185, 2, '1 J 0 j [] 0 d')],
    ['a line of dashes', lines(45, 2, '0 J 0 j [3 1] 0 d'), lines(185, 2, '0 J 0 j [3 1] 0 d')],
  ])('passes with the same figure in both: %s', (_, first, copy) => {
    expect(painted(first, copy)).toBe('passed');
  });

  it.each([
    ['narrower', '150 245 20 10 re f', '150 105 19.9 10 re f'],
    ['elsewhere', '150 245 20 10 re f', '150 104.9 20 10 re f'],
    ['in another colour', '150 245 20 10 re f', 'q 0.1 0 0 rg 150 105 20 10 re f Q'],
    ['filled by the other rule', ring(40, 'f*'), ring(180, 'f')],
    ['a fill, and no line', lines(45, 2, '0 J 0 j [] 0 d'), '150 114 20 2 re f'],
    ['thicker', lines(45, 2, '0 J 0 j [] 0 d'), lines(185, 2.2, '0 J 0 j [] 0 d')],
    ['ended otherwise', lines(45, 2, '0 J 0 j [] 0 d'), lines(185, 2, '1 J 0 j [] 0 d')],
    ['dashed', lines(45, 2, '0 J 0 j [] 0 d'), lines(185, 2, '0 J 0 j [3 1] 0 d')],
  ])('fails where a figure of the copy is %s', (_, first, copy) => {
    expect(painted(first, copy)).toContain('looks or stands otherwise than in the first');
  });

  it('fails where the copy is not there at all', () => {
    expect(copies()).toBe('copy 1 of card on sheet 2: it has 0 things where the first has 3');
  });

  it('leaves alone what only touches its edge', () => {
    const mark = `${copied} EMC
/Artifact << /Type /Layout >> BDC 20 60 30 30.4 re f`;
    expect(copies(withCopy(mark))).toBe('passed');
  });
});
