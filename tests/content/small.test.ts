/** Words are known however they are typed: in capitals, in those of Turkish, and with marks apart from their letters, as some systems store them. */
import { describe, expect, it } from 'vitest';
import { small } from '../../src/content/words/small.ts';
import { codesOf } from './spelled.ts';

describe('a word in small letters', () => {
  it.each([
    ['İTFAİYE', 'itfaiye'],
    ['ARAYIN', 'arayin'],
    ['arayın', 'arayin'],
    ['TÉL', 'tél'],
    ['ΓΡΑΜΜΉ', 'γραμμή'],
    ['ｔｅｌ', 'tel'],
  ])('is the same with its marks apart: %s', (word, as) => {
    expect(small(word)).toBe(as);
    expect(small(word.normalize('NFD'))).toBe(as);
  });
});

describe.each(['NFC', 'NFD'])('a text in %s', (form) => {
  it.each([
    ...['Tél 394', 'TÉL 394', 'Téléphonez au 394', 'Γραμμή: 394', 'أرسل 394', 'ZADZWOŃ: 394'],
    ...['394 NUMARASINI ARAYIN', '394 numarasını arayın', 'ACİL: 394', 'İTFAİYE: 394'],
    ...['394 est une ligne d’écoute', '112 र 394', 'Le 394 açıktır'],
  ])('asks to dial: %s', (text) => {
    expect(codesOf(text.normalize(form), '112')).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each(['Call 110 ÇAĞRI', 'Call 110 KİŞİ', 'Call 110 décès', '988 EMERGENCY VISITS'])(
    'counts: %s',
    (text) => {
      expect(codesOf(text.normalize(form))).toEqual([]);
    },
  );
});
