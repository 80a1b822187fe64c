/** A letter by itself before a declared number, which is read as a digit that is dialled first. */
import { describe, expect, it } from 'vitest';
import { codesOf } from './spelled.ts';

const [long, short] = ['800-315-1376', '988'];
const found = (text: string) => codesOf(text.replace('%', long), long, short);

describe('a letter that looks like a digit', () => {
  it.each([
    'Call l %.',
    'l % is free',
    'Call I %.',
    'Tel. I %',
    'Dial O-%',
    'Dial l-%',
    'O - %',
    'I/%',
    'Call l 988.',
  ])('makes another number of the one behind it: %s', (text) => {
    expect(found(text)).toEqual(['NUMBER_DISGUISED']);
  });

  it.each([
    ...[
      'Disque o 988',
      'DISQUE O %',
      'Llame al 988 o %',
      'Sono due: I %',
      'I 988 now',
      'Ho chiamato il 988 o il %',
    ],
    ...['Dzwoń pod 988 i %', 'C’est l’% !', 'Appendix I. %', 'All: %', 'Kal %'],
  ])('is a word of its language: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
