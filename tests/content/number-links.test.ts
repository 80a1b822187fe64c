import { describe, expect, it } from 'vitest';
import {
  besideNumeral,
  type DeclaredNumber,
  declaredIn,
  numberFaults,
  parseInline,
  splitAtNumbers,
} from '../../src/content/index.ts';
import { faultOfText } from '../../src/locale/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '855-208-4673', dial: '+18552084673' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
  { name: 'words', kind: 'number', display: '838255', dial: '838255' },
];
const faults = (text: string) => numberFaults(parseInline(text), declared, { key: 'title' });
const codes = (text: string) => faults(text).map(({ code }) => code);

/** A link dials what it shows. */
describe('a link', () => {
  it.each([
    '[911](tel:911)',
    '[call 911 now](tel:911)',
    '[**911**](tel:911)',
    '[855-208-4673](tel:+18552084673)',
    '**[855-208-4673](tel:+18552084673)**',
    '[our page](https://example.org/12345678)',
    '[write to us, 24 hours](mailto:a@example.org)',
    'Call <helpline:main> or [911](tel:911).',
    '**<helpline:main>** 24/7',
  ])('may be %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['another declared number than it dials', '[911](tel:838255)', ['LINK_DIALS_OTHER']],
    ['a number nearly as it dials', '[911](tel:912)', ['NUMBER_NEAR_MISS']],
    ['a number that is not declared', '[434](tel:434)', ['NUMBER_UNDECLARED']],
    ['a long one that is not declared', '[900-976-5511](tel:+19009765511)', ['NUMBER_UNDECLARED']],
    ['a near miss of the helpline', '[our line](tel:+18552084674)', ['NUMBER_NEAR_MISS']],
    ['words alone', '[our line](tel:+18552084673)', ['LINK_DIALS_OTHER']],
    ['the helpline in words', '[emergency](tel:911)', ['LINK_DIALS_OTHER']],
    ['two numbers', '[911 or 838255](tel:911)', ['LINK_DIALS_OTHER']],
    ['the helpline’s mark where it dials another', '[<helpline:main>](tel:911)', ['LINK_DIALS_OTHER']],
    ['the number in another dress', '[9-1-1](tel:911)', ['LINK_DIALS_OTHER', 'NUMBER_DISGUISED']],
    ['a number where it opens a page', '[855-208-4673](https://example.org)', ['LINK_DIALS_OTHER']],
    ['a short number where it opens a page', '[call 911](https://example.org)', ['LINK_DIALS_OTHER']],
    ['a number where it writes', '[911](mailto:a@example.org)', ['LINK_DIALS_OTHER']],
    [
      'an undeclared number where it opens a page',
      '[900-976-5511](https://example.org)',
      ['NUMBER_UNDECLARED'],
    ],
    ['a page that is called as the number', '[911.org](https://911.org)', ['LINK_DIALS_OTHER']],
    ['a part of the number', '[855-208](tel:+18552084673)-4673', ['LINK_DIALS_OTHER', 'NUMBER_DISGUISED']],
    ['the number with a digit before it', '1-[855-208-4673](tel:+18552084673)', ['NUMBER_DISGUISED']],
  ])('may not show %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is told how a page that is called as the number is shown', () => {
    expect(faults('[911.org/a](https://911.org/a)')[0]?.hint).toContain('[www.911.org/a](https://911.org/a)');
    expect(codes('[www.911.org/a](https://911.org/a)')).toEqual([]);
    expect(faults('[911](https://911.org)')[0]?.hint).toContain('[911](tel:911)');
  });

  it('is told with what it shows, what it dials and what to write', () => {
    const [other] = faults('[911](tel:838255)');
    expect(other).toMatchObject({
      message: 'The link shows 911 and dials 838255.',
      place: { key: 'title' },
      hint: 'Write [838255](tel:838255): a link dials what it shows.',
    });
    const [near] = faults('[911](tel:912)');
    expect(near?.message).toContain('dials 912');
    expect(near?.hint).toContain('Did you mean 911?');
    expect(faults('[434](tel:434)')[0]?.hint).toContain('declare it in guide.yaml under numbers');
    expect(faults('[x](tel:911)')[0]?.message).toContain('does not show the number that it dials, 911');
    expect(faults('[911](https://example.org)')[0]?.hint).toContain('[911](tel:911)');
  });
});

describe('a mark', () => {
  it.each(['855-**208**-4673', '9[1](lang:es)1', '855-208-[4673](lang:es)', '**855**-208-4673'])(
    'may not stand inside of a number: %s',
    (text) => {
      expect(codes(text)).toEqual(['NUMBER_DISGUISED']);
    },
  );

  it.each([
    '**855-208-4673**',
    '*911*',
    '[llame al 911](lang:es)',
    '**Call 911** or *838255*',
    '911 and **911**',
  ])('may stand around it: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('hides no digits: what is read is what the marks leave', () => {
    expect(codes('900-*976*-5511')).toEqual(['NUMBER_UNDECLARED']);
    expect(codes('900-&#57;76-5511')).toEqual(['NUMBER_UNDECLARED']);
    expect(codes('<helpline:main>5')).toEqual(['NUMBER_NEAR_MISS']);
    expect(codes('5 <helpline:main>')).toEqual(['NUMBER_DISGUISED']);
    expect(codes('1-<helpline:main>')).toEqual(['NUMBER_DISGUISED']);
  });
});

describe('the numbers in a text', () => {
  it('are found where they stand, in order', () => {
    const text = 'Call 855-208-4673, 911 or 838255; not 9111 or 91 1.';
    expect(declaredIn(text, declared).map(({ name }) => name)).toEqual(['main', 'aid', 'words']);
    const pieces = splitAtNumbers(text, declared);
    expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.display)).join('')).toBe(text);
    expect(pieces.filter((piece) => typeof piece === 'string')).toEqual([
      'Call ',
      ', ',
      ' or ',
      '; not 9111 or 91 1.',
    ]);
    expect(splitAtNumbers('none', declared)).toEqual(['none']);
    expect(splitAtNumbers('911', declared)).toEqual([declared[1]]);
    expect(splitAtNumbers('\u200f911\u200f!', declared)).toEqual(['\u200f', declared[1], '\u200f!']);
  });
});

describe('a line that products number', () => {
  const declared: readonly DeclaredNumber[] = [
    { name: 'main', kind: 'helpline', display: '800-315-1376', dial: '+18003151376' },
    { name: 'life', kind: 'number', display: '988', dial: '988' },
    { name: 'aid', kind: 'number', display: '116 123', dial: '116123' },
    { name: 'word', kind: 'number', display: '85258', dial: '85258' },
  ];
  const told = (text: string, key = 'sections.one.line') =>
    besideNumeral(key, parseInline(text), declared, {}).map(({ code }) => code);

  it.each([
    '116 123 is free.',
    '<helpline:main> is free.',
    '**[85258](tel:85258)** is free.',
    '“116 123” is free.',
  ])('begins with no number of five digits and more: %s', (line) => {
    expect(told(line)).toEqual(['NUMBER_DISGUISED']);
    expect(told(line, 'sections.one.blocks.said')).toEqual([]);
    expect(told(line, 'opening.heading')).toEqual([]);
  });

  it.each([
    '988 is free.',
    'Call 116 123.',
    '24 hours a day',
    '15 of us',
    '9888 people',
    'Free: <helpline:main>',
  ])('may begin with what is none: %s', (line) => {
    expect(told(line)).toEqual([]);
  });

  it('is held so in a translation too', () => {
    const of = (key: string) =>
      faultOfText(
        'Call [85258](tel:85258) now',
        'en',
        '[85258](tel:85258) पर अभी कॉल करें',
        'hi',
        declared,
        key,
      );
    expect(of('sections.one.line')).toMatch(/begins with 85258/);
    expect(of('sections.one.said')).toBeUndefined();
  });
});
