import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { type Expectation, prove } from '../../src/proof/index.ts';
import { Phrasebook } from '../../src/proof/reading/phrasebook.ts';
import { type Change, expectation, leaflet } from './leaflet.ts';

const [first, second, third] = [6, 7, 8];

function check(code: Code, changes: readonly Change[], differs: Partial<Expectation> = {}) {
  return prove(leaflet(...changes), { ...expectation, ...differs }).checks.find((c) => c.code === code)!;
}

describe('a phrasebook', () => {
  const book = new Phrasebook([
    'Who answers?',
    'Call',
    '800-315-1376',
    'Where do calls go?',
    'Call now',
    'نعم',
    'हाँ',
  ]);

  it.each([
    'Who answers?',
    'who answers?'.replace('w', 'W'),
    '1 Who answers?',
    '12. Who answers?',
    'Call 800-315-1376',
    'Call800-315-1376Who answers?',
    'Call now',
    '“Who answers?” – Call.',
    '•',
    '',
    '3',
    'Who answers',
    'نعم',
    'हाँ हाँ',
  ])('has nothing against "%s"', (text) => {
    expect(book.foreign(text)).toBeUndefined();
  });

  it.each([
    ['Who answers? Nobody', 'Nobody'],
    ['Nobody. Who answers?', 'Nobody. Who answers?'],
    ['Call 800-315-1377', '800-315-1377'],
    ['Call 8', '8'],
    ['123 Who answers?', '123 Who answers?'],
    ['1 2 Who answers?', '2 Who answers?'],
    ['Calls', 's'],
    ['who answers?', 'who answers'],
    ['Call nòw', 'nòw'],
    ['Who answers? ½', '½'],
    ['हाँा', 'ा'],
  ])('finds in "%s" what is foreign', (text, foreign) => {
    expect(book.foreign(text)?.startsWith(foreign.slice(0, 1)), book.foreign(text)).toBe(true);
  });

  it('takes no longer for what could be read in many ways', () => {
    const many = new Phrasebook(Array.from({ length: 40 }, (_, i) => 'a'.repeat(i + 1)));
    expect(many.foreign(`${'a'.repeat(3000)}b`)).toBe('b');
  });
});

describe('TEXT_FOREIGN: a file is not proved when', () => {
  it.each<[string, readonly Change[], string]>([
    ['a block says more', [[first, '«Coming off heroin»', '«Coming off heroin fast»']], 'a H1 says "fast"'],
    ['a block says one letter more', [[second, '«Drink water.»', '«Drink waters.»']], 'a LBody says "s"'],
    ['a numeral is no numeral', [[second, '«1.»', '«100.»']], 'a Lbl says "100"'],
    [
      'a band says more',
      [[second, 'Td «Who answers?» Tj ET EMC', 'Td «Who answers? Us.» Tj ET EMC']],
      'an artifact on page 2 says "Us."',
    ],
    [
      'an alternative text says more',
      [[45, '(A bed by a window)', '(A bed by a window. Call 911)']],
      'the alternative text of a Figure says "911"',
    ],
    [
      'what stands for content says another thing',
      [[31, '/K [1]', '/K [1] /ActualText (You must.)']],
      'what stands for a P says "You must."',
    ],
    [
      'a link is described as something else',
      [[16, 'Call 800-315-1376', 'Call 800-315-1377']],
      'the description of a link on page 1 says "800-315-1377"',
    ],
  ])('%s', (_, changes, detail) => {
    const { status, detail: said } = check('TEXT_FOREIGN', changes);
    expect(status).toBe('failed');
    expect(said).toContain(detail.replace(/"[^"]*"$/, ''));
  });

  it.each<[string, Partial<Expectation>, readonly Change[]]>([
    [
      'a word of the products',
      { words: ['Call', 'Source:'] },
      [[third, '«A treatment centre.»', '«Source: A treatment centre.»']],
    ],
    ['a text twice', {}, [[second, '«Drink water.»', '«Drink water. You can stop.»']]],
    [
      'another declared number',
      { numbers: [...expectation.numbers, { display: '911', uri: 'tel:911' }] },
      [[second, '«Drink water.»', '«Drink water. 911»']],
    ],
    [
      'what a link shows',
      { links: [{ uri: 'https://example.org/', text: 'our site' }] },
      [[second, '«Drink water.»', '«Drink water. our site»']],
    ],
    [
      'what the QR code says',
      { qr: { content: 'https://example.org/a', pages: [] } },
      [[45, '(A bed by a window)', '(https://example.org/a)']],
    ],
  ])('not when it says %s', (_, differs, changes) => {
    expect(check('TEXT_FOREIGN', changes, differs)).toMatchObject({ status: 'passed' });
  });
});

describe('DISCLOSURE_MISSING: each block of the disclosure equals its text. A file is not proved when', () => {
  it.each<[string, readonly Change[]]>([
    ['words stand after it', [[third, '«A treatment centre.»', '«A treatment centre. You can stop.»']]],
    ['words stand before it', [[third, '«A treatment centre.»', '«You can stop. A treatment centre.»']]],
    ['two are one block', [[third, '«A treatment centre.»', '«A treatment centre. It may be paid for it.»']]],
    ['one is cut', [[third, '«It may be paid for it.»', '«It may be paid»']]],
    [
      'one is said twice, with another between',
      [
        [third, '«A treatment centre.»', '«It may be paid for it.»'],
        [
          third,
          '«It may be paid for it.» Tj ET EMC\n/P << /MCID 2 >>',
          '«It may be paid for it.» Tj ET EMC\n/P << /MCID 2 >>',
        ],
      ],
    ],
  ])('%s', (_, changes) => {
    expect(check('DISCLOSURE_MISSING', changes).status).toBe('failed');
  });
});

describe('LINK_WRONG: a file is not proved when', () => {
  const another = '<< /Type /Action /S /URI /URI (tel:+18003151376) >>';
  /** The last page's link on the first page. */
  const moved: readonly Change[] = [
    [3, '/Annots [16 0 R]', '/Annots [16 0 R 17 0 R]'],
    [5, '/Annots [17 0 R]', '/Annots []'],
    [17, '/P 5 0 R', '/P 3 0 R'],
  ];
  it.each<[string, readonly Change[], string]>([
    [
      'a link dials a number that is not declared',
      [[16, 'tel:+18003151376', 'tel:911']],
      'page 1: a link leads to tel:911',
    ],
    [
      'a link opens an address that is not declared',
      [[17, 'tel:+18003151376', 'https://example.org/']],
      'page 3: a link leads to https://example.org/',
    ],
    [
      'a link shows less than it dials',
      [[first, '«800-315-1376» Tj ET EMC\n/P', '«800-315-137» Tj ET EMC\n/P']],
      '"800-315-137" is shown, and tel:+18003151376 dialled',
    ],
    [
      'a link shows more than a number',
      [[first, '«800-315-1376» Tj ET EMC\n/P', '«Call 800-315-1376» Tj ET EMC\n/P']],
      '"Call 800-315-1376" is shown',
    ],
    [
      'a link that dials shows no number',
      [
        [36, '[4 <<', '[<<'],
        [34, '/K [36 0 R]', '/K [36 0 R 4]'],
      ],
      '"" is shown',
    ],
    [
      'a link lies over another',
      moved,
      'page 1: the link to tel:+18003151376 lies over the link to tel:+18003151376',
    ],
    [
      'a link within the file lies over another',
      [...moved, [17, another, '<< /Type /Action /S /GoTo /D [3 0 R /XYZ 10 280 null] >>']],
      'a place in the file',
    ],
    [
      'it lies over it by more than rounding',
      [...moved, [17, '[8 15 96 36]', '[94 33 120 60]']],
      'lies over',
    ],
  ])('%s', (_, changes, detail) => {
    const { status, detail: said } = check('LINK_WRONG', changes);
    expect(status).toBe('failed');
    expect(said).toContain(detail);
  });

  it.each<[string, string]>([
    ['beside', '[95.5 15 120 36]'],
    ['above', '[8 35.5 96 60]'],
    ['at the other side', '[0 15 8.5 36]'],
    ['below', '[8 0 96 15.5]'],
  ])('not when another link lies right %s it', (_, rectangle) => {
    const changes: readonly Change[] = [...moved, [17, '[8 15 96 36]', rectangle]];
    expect(check('LINK_WRONG', changes).status).toBe('passed');
  });

  it('not when a text of the guide links so', () => {
    const links = [{ uri: 'https://example.org/', text: 'ours' }];
    const changes: readonly Change[] = [[17, 'tel:+18003151376', 'https://example.org/']];
    expect(check('LINK_WRONG', changes, { links }).status).toBe('passed');
  });
});

describe('HELPLINE_UNLINKED: a file is not proved when', () => {
  /** A link to the end of the file, on the page whose number is a repeated band. */
  const over = (rectangle: string): readonly Change[] => [
    [4, '/Annots []', '/Annots [17 0 R]'],
    [5, '/Annots [17 0 R]', '/Annots []'],
    [17, '/P 5 0 R', '/P 4 0 R'],
    [17, 'tel:+18003151376', 'https://example.org/'],
    [17, '[8 15 96 36]', rectangle],
  ];

  it.each([
    ['over all of it', '[8 15 96 36]'],
    ['over its last digit', '[90 15 120 36]'],
    ['over its feet', '[8 0 96 21]'],
  ])('another link lies %s, be it content or a band', (_, rectangle) => {
    const { status, detail } = check('HELPLINE_UNLINKED', over(rectangle));
    expect(status).toBe('failed');
    expect(detail).toContain('middle: another link lies over the number');
  });

  it.each([
    ['right of', '[94.5 15 120 36]'],
    ['under', '[8 0 96 19.5]'],
    ['above', '[8 31 96 60]'],
  ])('not because of a link right %s it', (_, rectangle) => {
    expect(check('HELPLINE_UNLINKED', over(rectangle)).detail).not.toContain('another link');
  });

  it('a loud page has it as a band', () => {
    const { status, detail } = check('HELPLINE_UNLINKED', [], { loud: ['cover', 'middle', 'back'] });
    expect(status).toBe('failed');
    expect(detail).toContain('middle: the number is not content');
    expect(check('HELPLINE_UNLINKED', [], { loud: ['cover', 'back'] }).status).toBe('passed');
  });
});

describe('numbers of pages', () => {
  const book = new Phrasebook(['who answers', 'the way'], undefined, 12);

  it.each(['who answers 3', 'who answers 3 / 12', 'the way 12', 'who answers 1 the way 2'])(
    'may be said: %s',
    (text) => {
      expect(book.foreign(text)).toBeUndefined();
    },
  );

  it.each([
    'who answers 13',
    'who answers 0',
    'who answers 012',
    'who answers 3 4',
    'who answers 3-4-5',
    'who answers 1 2 3',
    'who answers 123',
  ])('are those of pages there are, each by itself: not %s', (text) => {
    expect(book.foreign(text)).toBeDefined();
  });

  it('are said by files alone whose pages have them', () => {
    expect(new Phrasebook(['who answers']).foreign('who answers 3')).toBeDefined();
  });
});
