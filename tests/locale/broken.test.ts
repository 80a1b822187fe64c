import { describe, expect, it } from 'vitest';
import { brokenBy, brokenWord, isUntranslated } from '../../src/locale/broken.ts';

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
  ])('may not have a number that its source has not: %s', (_, source, translated) => {
    expect(brokenBy(source, translated)).toMatch(/has the number \d+, which its source does not have|marks/);
  });

  it.each([
    ['1,000 people and 2,500.75', '1.000 personas y 2.500,75'],
    ['1,00,000 people', '1\u202f00\u202f000 Menschen'],
    ['4–6 hours, 100%', '4 a 6 horas, el 100 %'],
    ['about 1 minute', 'دقيقة واحدة تقريبًا'],
    ['24/7', '24 horas, 7 días'],
    ['on 2026-11-23', 'am 23.11.2026'],
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
