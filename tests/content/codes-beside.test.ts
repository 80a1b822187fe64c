/** A short code beside digits: with what is dialled too it is told, and as a part of an everyday number it is none. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, declaredIn, dialableFaults } from '../../src/content/index.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'life', kind: 'number', display: '988', dial: '988' },
  { name: 'aid', kind: 'number', display: '112', dial: '112' },
  { name: 'health', kind: 'number', display: '104', dial: '104' },
  { name: 'relay', kind: 'number', display: '711', dial: '711' },
  { name: 'words', kind: 'number', display: '741741', dial: '741741' },
];
const codes = (text: string) => dialableFaults(text, declared, {}).map(({ code }) => code);
const shown = (text: string) => declaredIn(text, declared).map(({ display }) => display);

describe('a declared code', () => {
  it.each(['988 5', '988-5', '988 24', '988 (5)', '5-988', '988 #5', '741741 2', '741741-5', '112 – 108'])(
    'with digits beside it is told: %s',
    (text) => {
      expect(codes(text)).toEqual(['NUMBER_DISGUISED']);
    },
  );

  it.each(['988 ext. 5', '988, ext. 5', '988 ext. five', '988 one two', 'Call 988 ext. 5'])(
    'with what is dialled after it is told: %s',
    (text) => {
      expect(codes(text)).toEqual(['NUMBER_DISGUISED']);
    },
  );

  it.each([
    ...['x5', 'x 5', 'X12', '(x12)', ', x5', 'Ext: 5', 'int. 5', 'DW 12', 'Nst. 4', 'toestel 4', 'wewn. 4'],
    ...[',,2', ' ,,2', ';2', ',2', ' ,12', 'p2', ',w2'],
  ])('and a long number with an extension or a pause after it are told: %s', (after) => {
    for (const display of ['988', '800-855-1390'])
      expect(codes(`Call ${display}${/^[,; ]/.test(after) ? '' : ' '}${after}.`)).toContain(
        'NUMBER_DISGUISED',
      );
  });

  it('a long number with what is dialled for an outside line is told', () => {
    for (const before of ['9,', '0,', '12,'])
      expect(codes(`Call ${before}800-855-1390.`)).toContain('NUMBER_DISGUISED');
    for (const before of ['9, ', 'A9,', 'At 9, call '])
      expect(codes(`${before}800-855-1390.`)).not.toContain('NUMBER_DISGUISED');
  });

  it.each([
    ...[
      ', 24 hours a day',
      '; 24 hours a day',
      ' p. 2',
      ' with 2 friends',
      ', pets too',
      ' (24 hours)',
      ' xx',
      ' int the',
    ],
    ...[', press 2', ' x', ' W. 2 Street'],
  ])('a long number may have words and what counts after it: %s', (after) => {
    expect(codes(`Call 800-855-1390${after}.`)).toEqual([]);
  });

  it.each(['112 / 108', '112 | 108', '112 • 108', '112 · 108', '112/108', '112 (108)'])(
    'with another beside it that nobody declared is told: %s',
    (text) => {
      expect(codes(text)).toEqual(['NUMBER_NEAR_MISS']);
    },
  );

  it.each(['112 / 104', '112/104', '112 | 104', '112 • 104', '112 – 104', '112 / 104 / 988'])(
    'beside another declared one is held as a number, and so is that: %s',
    (text) => {
      expect(codes(text)).toEqual([]);
      expect(shown(text)).toEqual(text.match(/\d+/g));
    },
  );

  it.each([
    ...['112,000 people', '988,000', '1.112.000', '$112.50', '€112,50', '112–119 mg', '112 500 €', '112%'],
    ...['pp. 711–717', '€741741', '741741 mg', 'MMWR 2024;73:711–717', '104.5 °F', '104 mg', '112/80 mg'],
  ])('as a part of an everyday number is none: %s', (text) => {
    expect(codes(text)).toEqual([]);
    expect(shown(text)).toEqual([]);
  });

  it.each([
    '988/1',
    '1 988',
    '1.988',
    '0.988',
    '112 500 deaths',
    '112–119 cases',
    'H.No. 12-3-104',
    'page 988-5',
  ])('as a group of other digits is none: %s', (text) => {
    expect(codes(text)).toEqual([]);
    expect(shown(text)).toEqual([]);
  });

  it.each(['988 24/7', '988 (24/7)', '988, 5 lines', '988 2 times', '988 9am–5pm', '1. 988', '988: 5 lines'])(
    'beside what counts is itself: %s',
    (text) => {
      expect(codes(text)).toEqual([]);
      expect(shown(text)).toEqual(['988']);
    },
  );
});
