import { describe, expect, it } from 'vitest';
import type { DeclaredNumber } from '../../src/content/index.ts';
import { brokenBy, brokenWord, faultOfText, faultOfWord, isUntranslated } from '../../src/locale/broken.ts';
import { numbersAdded, numbersIn, wholeNumber } from '../../src/locale/quantities/numbers.ts';

const emergency = '**In danger? Call [911](tel:911).** This helpline is not an emergency line.';
const call = 'Call <helpline:main>.';

/** What people dial is what they see. A translation cannot change it, whatever it is written with. */
describe('a translation of a text', () => {
  it.each([
    ['no number any more', '[emergencias](tel:911)'],
    ['a digit less', '[91](tel:911)'],
    ['a letter for a digit', '[9l1](tel:911)'],
    ['dashes between digits', '[9–1–1](tel:911)'],
    ['something between digits that is not seen', '[9\u200b1\u200b1](tel:911)'],
    ['marks that turn digits round', '[1\u200f1\u200f9](tel:911)'],
    ['circled digits', '[⑨①①](tel:911)'],
    ['raised digits', '[⁹¹¹](tel:911)'],
    ['digits of another script', '[٩١١](tel:911)'],
    ['nothing', '[](tel:911)'],
    ['nothing that is seen', '[\u2060](tel:911)'],
  ])('may not show %s where its source shows a number to dial', (_, link) => {
    expect(brokenBy(emergency, emergency.replace('[911](tel:911)', link))).toBeDefined();
    expect(
      brokenBy(emergency, `**¿Peligro? Llame al [911](tel:911).** No es de emergencia.`),
    ).toBeUndefined();
  });

  it('may have its own words in a link whose words are no number', () => {
    const source = 'Read [our page](https://example.org) or [write, 24 hours](mailto:a@example.org).';
    const translated = 'Lea [la página](https://example.org) o [escriba, 24 horas](mailto:a@example.org).';
    expect(brokenBy(source, translated)).toBeUndefined();
    expect(brokenBy('[call 988 now](tel:988)', '[llame al 988 ya](tel:988)')).toBeUndefined();
    expect(brokenBy('[call 988 now](tel:988)', '[llame al 98 8 ya](tel:988)')).toBeDefined();
  });

  it.each(['&#x202e;911&#x202c;', '&#8294;911', '&#xFDD0;911'])(
    'may not hold %s: an entity is the character that it stands for',
    (label) => {
      expect(brokenBy(emergency, emergency.replace('911](', `${label}](`))).toContain('control character');
    },
  );

  it.each([
    ['added', 'Cinco cosas', 'Cinco cosas 7'],
    ['changed', 'a rate of 100%', 'una tasa del 10%'],
    ['in dashes', 'Help', 'Llame 80–05–55–01–99'],
    ['with soft hyphens', 'Help', 'Llame 800\u00ad555\u00ad0199'],
    ['with slashes and commas', 'Help', 'Llame 800/555,0199'],
    ['in circles', 'Help', '⑧⓪⓪'],
    ['as keys', 'Help', '8\ufe0f\u20e30\ufe0f\u20e3'],
    ['in Arabic digits', 'Help', 'اتصل ٨٠٠'],
    ['in Chinese digits', 'Help', '拨打八〇〇'],
    ['with zero-width spaces', '800 in all', '8\u200b0\u200b1'],
    ['with emphasis between', 'Help', '8*0*0'],
    ['with Persian separators', '64,212 people', '۶۴٬۲۱۳ درخواست'],
  ])('may not have a number that its source has not: %s', (_, source, translated) => {
    expect(brokenBy(source, translated)).toMatch(/has the number \d+, which its source does not have|mark/);
  });

  it.each([
    ['1,000 people and 2,500.75', '1.000 personas y 2.500,75'],
    ['1,00,000 people', '1\u202f00\u202f000 Menschen'],
    ['4–6 hours, 100%', '4 a 6 horas, el 100 %'],
    ['about 1 minute', 'دقيقة واحدة تقريبًا'],
    ['24/7', '24 horas, 7 días'],
    ['on 2026-11-23', 'am 23.11.2026'],
    ['64.212 αιτήσεις', '۶۴٬۲۱۲ درخواست'],
    ['64,212 people', '٦٤،٢١٢ شخصًا'],
  ])('may write numbers as its language does: %s', (source, translated) => {
    expect(brokenBy(source, translated)).toBeUndefined();
  });

  it.each([
    ['before it', 'In 1 minute: <helpline:main>', 'Llame al 1<helpline:main>'],
    ['after it', 'In 1 minute: <helpline:main>', '<helpline:main>1'],
    ['with a dash', 'In 1 minute: <helpline:main>', 'Llame al 1-<helpline:main>'],
    ['apart by a space', 'In 1 minute, call <helpline:main>', 'Llame al 1 <helpline:main>'],
  ])('may not put a digit beside the helpline: %s', (_, source, translated) => {
    expect(brokenBy(source, translated)).toContain('beside');
    expect(brokenBy(call, 'Llame al <helpline:main>.')).toBeUndefined();
    expect(brokenBy('<helpline:main> 24 hours', '<helpline:main> 24 horas')).toBeUndefined();
  });

  it('keeps names that are marked as another language’s', () => {
    const source = 'It is [Recovery Helpline](lang:en).';
    expect(brokenBy(source, 'Es [Recovery Helpline](lang:en).')).toBeUndefined();
    expect(brokenBy(source, 'Es [Other Company](lang:en).')).toContain('“Recovery Helpline”');
    expect(brokenBy(source, 'Es [](lang:en).')).toContain('no words');
  });

  it.each(['\u200b', '**\u2060**', '\ue000', '\u2028', '\u3164', '&#x200b;'])(
    'is none when nothing of it can be seen: %j',
    (text) => {
      const source = text.startsWith('**') ? '**Help**' : 'Help';
      expect(brokenBy(source, text)).toBeDefined();
    },
  );

  it('is none when it is the source’s sentence; names and languages of one base aside', () => {
    const sentence = 'Many centers are low-cost or free.';
    expect(isUntranslated(sentence, 'en', sentence, 'es')).toBe(true);
    expect(isUntranslated(sentence, 'en', sentence, 'en-GB')).toBe(false);
    expect(isUntranslated('Harvard Medical School', 'en', 'Harvard Medical School', 'es')).toBe(false);
    expect(
      isUntranslated(
        '[Alli Addiction Services Inc](lang:en)',
        'en',
        '[Alli Addiction Services Inc](lang:en)',
        'es',
      ),
    ).toBe(false);
  });
});

describe('a translation of a product’s word', () => {
  it.each([
    ['a digit beside the value', 'Call {{number}}', 'Llame al {{number}}0'],
    ['a digit before it', 'Code that dials {{number}}', 'Código que marca el 9{{number}}'],
    ['a mark around it', 'Source: {{name}}', 'Fuente: [{{name}}](lang:en)'],
    ['an escape before it', 'Source: {{name}}', 'Fuente: \\{{name}}'],
    ['emphasis', 'Call {{number}}', 'Llame *al* {{number}}'],
    ['an entity', 'Call {{number}}', 'Llame al {{number}} &amp;'],
    ['a value that is none', 'Call {{number}}', 'Llame {{foo bar}} al {{number}}'],
    ['nothing seen', 'Help', '\u200b'],
  ])('may not have %s', (_, source, translated) => {
    expect(brokenWord(source, translated)).toBeDefined();
  });

  it('may put the value wherever its sentence wants it', () => {
    expect(brokenWord('See “{{heading}}”', '「{{heading}}」をご覧ください')).toBeUndefined();
    expect(
      brokenWord('{{guide}} {{version}} · {{date}}', '{{date}} · {{guide}} {{version}}'),
    ).toBeUndefined();
  });
});

/** What the source has may be written anew; what people dial stays as the guide declares it. */
describe('a number in a translation', () => {
  const declared: readonly DeclaredNumber[] = [
    { name: 'main', kind: 'helpline', display: '855-208-4673', dial: '+18552084673' },
    { name: 'aid', kind: 'number', display: '911', dial: '911' },
  ];
  const ofText = (source: string, translated: string) =>
    faultOfText(source, 'en', translated, 'fa', declared);
  const ofWord = (source: string, translated: string) =>
    faultOfWord(source, 'en', translated, 'fa', declared);

  it.each([
    ['as it is declared', 'Call 855-208-4673.', 'با 855-208-4673 تماس بگیرید.'],
    ['by its mark', 'Call <helpline:main>.', 'با <helpline:main> تماس بگیرید.'],
    ['as an amount in groups of another language', '1,234,567 people', '1.234.567 نفر'],
    ['as an amount in digits of its script', '4–6 hours of 2026', '۴ تا ۶ ساعت از ۲۰۲۶'],
  ])('may stand %s', (_, source, translated) => {
    expect(ofText(source, translated)).toBeUndefined();
  });

  it.each([
    [
      'the digits of its script',
      'Call 855-208-4673.',
      'با ۸۵۵-۲۰۸-۴۶۷۳ تماس بگیرید.',
      'written in another way',
    ],
    ['its digits for a short one', 'Call 911.', 'با ۹۱۱ تماس بگیرید.', 'written in another way'],
    ['other separators', 'Call 855-208-4673.', 'با 855 208 4673 تماس بگیرید.', 'has the number 8552084673'],
    [
      'groups in another order',
      'Call 855-208-4673.',
      'با 4673-208-855 تماس بگیرید.',
      'not as the guide declares',
    ],
    ['something unseen between', 'Call 855-208-4673.', 'با 855-\u200f208-4673 تماس بگیرید.', 'U+200F'],
    [
      'another amount of the source where one is dialled',
      'Room 434. Call 911.',
      '911 . با 434 تماس بگیرید',
      'not as the guide declares',
    ],
  ])('may not stand in %s', (_, source, translated, says) => {
    expect(ofText(source, translated)).toContain(says);
  });

  it('is held to the same in the products’ words', () => {
    expect(ofWord('Call {{number}}', 'تماس {{number}}')).toBeUndefined();
    expect(ofWord('Call 911', 'تماس 911')).toBeUndefined();
    expect(ofWord('Call 911', 'تماس ۹۱۱')).toContain('written in another way');
    expect(ofWord('In 434 rooms', '434 تماس')).toContain('434');
  });

  it('is known by its digits, however they are grouped', () => {
    expect(numbersIn('1,234,567 or 1.234.567 or 12,34,567 or 1 234 567')).toEqual(Array(4).fill('1234567'));
    expect(numbersIn('१२ and ٣')).toEqual(['12', '3']);
    expect(numbersIn('八〇〇')).toEqual(['800']);
    expect(numbersIn('none')).toEqual([]);
    expect(numbersAdded('80-05-55', '80 and 5')).toEqual(['05', '55']);
    expect(wholeNumber('55', '80-05-55')).toBe('800555');
    expect(wholeNumber('55', '1-55, 2-55')).toBe('155');
    expect(wholeNumber('55', '1-55, 55')).toBe('55');
    expect(wholeNumber('55', '5 55')).toBe('555');
    expect(wholeNumber('55', 'a 55 b')).toBe('55');
    expect(wholeNumber('7', '1-55')).toBe('7');
    expect(brokenBy('No 5', '5')).toBe('has no letters, and its source has');
    expect(brokenBy('A 5', '5')).toBeUndefined();
    expect(numbersAdded('80 of 5', '5 of 80')).toEqual([]);
  });
});

it('a name and an address stay as they are written, marked as the language that they are in', () => {
  const address = '12 Mill Street, Riverbend, OR 97999';
  const found = (key: string, translated: string) => faultOfText(address, 'en', translated, 'es', [], key);
  const marked = `[${address}](lang:en)`;
  for (const key of [
    'publisher.address',
    'publisher.name',
    'sources.nida',
    'review.by',
    'guide:publisher.address',
  ])
    expect(found(key, marked), key).toBeUndefined();
  for (const key of ['', 'title', 'publisher.contact', 'sections.publisher.address'])
    expect(found(key, marked), key).toBe('is still the source’s text');
  expect(found('publisher.address', address)).toMatch(
    /^is still the source’s text; .*\[12 Mill Street.*\]\(lang:en\)$/,
  );
});

describe('a declared number that is typed', () => {
  const declared = [
    { name: 'danger', kind: 'number', display: '911', dial: '911' },
    { name: 'main', kind: 'helpline', display: '800-315-1376', dial: '+18003151376' },
  ] as const;
  const found = (source: string, translated: string) => faultOfText(source, 'en', translated, 'es', declared);

  it.each([
    ['In danger call 911.', 'En peligro llame.', '911'],
    ['In danger call **911** at once.', 'En peligro llame **ya** por favor.', '911'],
    ['Call 911 or 800-315-1376.', 'Llame al 911, o a quien quiera.', '800-315-1376'],
    ['Call 911 or 800-315-1376.', 'Llame al 800-315-1376.', '911'],
  ])('of %s is lost in: %s', (source, translated, number) => {
    expect(found(source, translated)).toBe(`lacks the number ${number}, which its source has`);
  });

  it.each([
    ['In danger call 911.', 'En peligro llame al 911.'],
    ['Call 911 or 800-315-1376.', 'Llame al 800-315-1376 o al 911.'],
    ['Call 911. Say it again: 911.', 'Llame al 911, y dígalo otra vez.'],
    ['On page 911 of the book it says so.', 'Lo dice en la página 911 del libro.'],
    ['It takes 5 days.', 'Tarda cinco días.'],
  ])('is kept, or none: %s, %s', (source, translated) => {
    expect(found(source, translated)).toBeUndefined();
  });
});
