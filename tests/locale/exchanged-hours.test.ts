/** Hours of two helplines that a translation exchanged: all is there, and nobody answers when people call. */
import { describe, expect, it } from 'vitest';
import type { DeclaredNumber } from '../../src/content/index.ts';
import { faultOfText } from '../../src/locale/broken.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '800-855-1390', dial: '+18008551390' },
  { name: 'crisis', kind: 'number', display: '988', dial: '988' },
  { name: 'text', kind: 'number', display: '741741', dial: '741741' },
];
const fault = (source: string, to: string, tag: string) => faultOfText(source, 'en', to, tag, declared);

const both = 'Call 988 (9 a.m. to 5 p.m.) or 741741 (10 a.m. to 8 p.m.).';
const open = 'Call 988 from 9 to 17, or 741741 from 10 to 20.';
const one = 'Call 988 (9–17) or 741741.';

describe('hours beside two numbers', () => {
  it.each([
    ['de', both, 'Rufen Sie 988 (10 bis 20 Uhr) oder 741741 (9 bis 17 Uhr) an.'],
    ['es', both, 'Llame al 988 (de 10 a. m. a 8 p. m.) o al 741741 (de 9 a. m. a 5 p. m.).'],
    ['fr', open, 'Appelez le 988 de 10 à 20 h ou le 741741 de 9 à 17 h.'],
    ['ru', open, 'Звоните 988 с 10 до 20 или 741741 с 9 до 17.'],
    ['ja', open, '10時から20時までは988、9時から17時までは741741に電話。'],
    ['ar', both, 'اتصل على 988 (10:00–20:00) أو 741741 (9:00–17:00).'],
    ['pl', one, 'Zadzwoń pod 741741 (9–17) lub 988.'],
    ['hi', one, '741741 (9–17) या 988 पर कॉल करें।'],
  ])('may not be exchanged: %s: %s', (tag, source, to) => {
    expect(fault(source, to, tag)).toMatch(
      /^has beside .+ the hours, or other numbers, that its source has beside /,
    );
  });

  it.each([
    ['de', both, 'Rufen Sie 988 (9 bis 17 Uhr) oder 741741 (10 bis 20 Uhr) an.'],
    ['de', both, 'Rufen Sie 741741 (10 bis 20 Uhr) oder 988 (9 bis 17 Uhr) an.'],
    ['ja', open, '9時から17時までは988、10時から20時までは741741に電話。'],
    ['ja', open, '988は9時から17時まで、741741は10時から20時まで。'],
    ['ja', both, '988（9時〜17時）または741741（10時〜20時）に電話。'],
    ['tr', open, '9 ile 17 arasında 988, 10 ile 20 arasında 741741 numarasını arayın.'],
    ['pl', one, 'Zadzwoń pod 741741 lub 988 (9–17).'],
    ['es', 'From 9 to 17 call 988, or 741741.', 'Llame al 988 de 9 a 17, o al 741741.'],
    ['es', 'Call 988, or from 9 to 17 741741.', 'Llame al 741741 de 9 a 17, o al 988.'],
    ['es', '988 (24/7) and 741741 (24/7).', 'El 741741 (24/7) y el 988 (24/7).'],
    ['es', 'Call 988 or 741741, 24 hours a day.', 'Las 24 horas del día, llame al 741741 o al 988.'],
  ])('may stand in another order: %s: %s', (tag, source, to) => {
    expect(fault(source, to, tag)).toBeUndefined();
  });
});
