import { describe, expect, it } from 'vitest';
import { brokenBy, brokenWord, isUntranslated } from '../../src/locale/broken.ts';
import {
  numbersAdded,
  numbersIn,
  standsBesideDigits,
  wholeNumber,
} from '../../src/locale/quantities/numbers.ts';

const otherMarks = 'has other marks (bold, links, languages or helplines) than its source';

describe('marks that a translation keeps', () => {
  const source = '**Call** [911](tel:911) or [read](https://example.org/a), <helpline:main>, *so*.';

  it.each([
    ['as they are', '**Llame** al [911](tel:911) o [lea](https://example.org/a), <helpline:main>, *así*.'],
    ['in another order', '<helpline:main>, [lea](https://example.org/a), **llame** al [911](tel:911).'],
    [
      'with emphasis where its language sets words apart',
      '**Llame** [911](tel:911) *o* [lea](https://example.org/a), <helpline:main>.',
    ],
    [
      'with the page in its own language',
      '**Llame** [911](tel:911) o [lea](https://es.example.org/b/), <helpline:main>.',
    ],
  ])('%s', (_, translated) => {
    expect(brokenBy(source, translated)).toBeUndefined();
  });

  it.each([
    ['bold', '**Llame**', 'Llame', 'it lacks ** **'],
    ['bold, once more', 'o [lea]', '**o** [lea]', 'it has ** ** more'],
    [
      'a page',
      'https://example.org/a',
      'mailto:a@example.org',
      'lacks [ ](https:…), and it has [ ](mailto:…)',
    ],
    [
      'the number that a link dials',
      'tel:911',
      'tel:912',
      'lacks [ ](tel:911), and it has [ ](tel:912) more',
    ],
    ['a link', '[lea](https://example.org/a)', 'lea', 'it lacks [ ](https:…)'],
    ['the helpline', '<helpline:main>', 'el número', 'it lacks <helpline:main>'],
    [
      'which helpline it is',
      '<helpline:main>',
      '<helpline:mail>',
      'lacks <helpline:main>, and it has <helpline:mail>',
    ],
    [
      'the helpline, by saying it twice',
      '<helpline:main>',
      '<helpline:main> <helpline:main>',
      'it has <helpline:main> more',
    ],
  ])('and nothing but: %s', (_, from, to, told) => {
    const whole = '**Llame** al [911](tel:911) o [lea](https://example.org/a), <helpline:main>.';
    expect(whole).toContain(from);
    expect(brokenBy(source, whole)).toBeUndefined();
    const fault = brokenBy(source, whole.replace(from, to));
    expect(fault).toContain(`${otherMarks}: `);
    expect(fault).toContain(told);
  });
});

describe('a phrase in another language than the source’s', () => {
  const source = 'Say [ayuda](lang:es) or [help](lang:en).';
  it.each([
    ['as it is', 'Sagen Sie [ayuda](lang:es) oder [help](lang:en).', undefined],
    ['in a third language', 'قل [помощь](lang:ru) أو [help](lang:en).', undefined],
    ['as the page’s own words', 'Diga ayuda o [help](lang:en).', undefined],
    [
      'but not a name of the source’s language',
      'Sagen Sie [ayuda](lang:es) oder [Hilfe](lang:de).',
      '“help”',
    ],
    ['and not left out', 'Sagen Sie help.', '“ayuda”'],
  ])('may be said %s', (_, translated, fault) => {
    const found = brokenBy(source, translated, 'en');
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });

  it('is one by the language of the source', () => {
    expect(brokenBy('Diga [help](lang:en).', 'Sagen Sie [Hilfe](lang:de).', 'en')).toContain('“help”');
    expect(brokenBy('Diga [help](lang:en).', 'Sagen Sie [Hilfe](lang:de).', 'es')).toBeUndefined();
  });
});

describe('two links of one number', () => {
  const source = '[911](tel:911) here, [911](tel:911) there.';
  it.each([
    ['[911](tel:911) aquí, [911](tel:911) allí.', undefined],
    ['[911](tel:911) aquí, [119](tel:911) allí.', 'does not show “911” where it dials tel:911'],
    ['[119](tel:911) aquí, [911](tel:911) allí.', 'does not show “911” where it dials tel:911'],
    ['[911](tel:911) aquí, [aquí](tel:911) allí.', 'does not show “911” where it dials tel:911'],
  ])('show it both times: %s', (translated, fault) => {
    const found = brokenBy(source, translated);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });

  it('of two numbers keep each its own', () => {
    const two = '[911](tel:911) or [988](tel:988).';
    expect(brokenBy(two, '[988](tel:988) o [911](tel:911).')).toBeUndefined();
    expect(brokenBy(two, '[988](tel:911) o [911](tel:988).')).toContain('where it dials');
  });
});

describe('numbers as a reader sees them', () => {
  it.each([
    ['9 and 1', '9\u200b1\u200b1', '911'],
    ['9 and 1', '9\u00ad1', '91'],
    ['9 and 1', '9\u03001', '91'],
    ['9 and 1', '9 or 1 or 9', undefined],
    ['1,000', '1.000', undefined],
    ['1,000', '1 000', undefined],
    ['1,000', '1000', undefined],
    ['1,000', '10.00', '1000'],
    ['7', '٧', undefined],
    ['7', '٨', '8'],
    ['30', '三〇', undefined],
    ['307', '三〇七', undefined],
    ['307', '三〇八', '308'],
  ])('of a source with %s, a translation with %j adds %s', (source, translated, added) => {
    const [first] = numbersAdded(translated, source);
    expect(first && wholeNumber(first, translated)).toBe(added);
  });

  it.each([
    ['a digit of Eastern Arabic', '۰۹', ['09']],
    ['a digit of Devanagari', '०९', ['09']],
    ['a digit of Myanmar Shan', '\u1090\u1099', ['09']],
    ['a digit of Tai Tham Hora beside Tham', '\u1a80\u1a89 \u1a90\u1a99', ['09', '09']],
    ['a digit beyond the Basic Multilingual Plane', '\u{104a0}\u{104a9}', ['09']],
    ['a fullwidth digit', '０９', ['09']],
    ['a mathematical digit', '\u{1d7ce}\u{1d7ff}', ['09']],
    ['no digit', 'abc', []],
  ])('reads %s', (_, text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  // Two sets of digits follow each other without a gap (U+116D0 to U+116E3, Unicode 16).
  it.runIf(/\p{Nd}/u.test('\u{116db}'))('reads digits of scripts that follow each other', () => {
    expect(numbersIn('\u{116d9}\u{116da}\u{116db}')).toEqual(['901']);
  });

  it.each([
    ['1\ufffc', '\ufffc 1', true],
    ['\ufffc1', 'a \ufffc', true],
    ['1 \ufffc', '1 \ufffc', false],
    ['1\ufffc', '1 \ufffc', true],
    ['1 \ufffc', '1\ufffc', false],
    ['\ufffc-1', '\ufffc 1', false],
    ['one \ufffc', '\ufffc', false],
    ['1 hour, \ufffc', '\ufffc', false],
  ])('%j of %j stands beside what is filled in: %s', (text, source, stands) => {
    expect(standsBesideDigits(text, source)).toBe(stands);
  });
});

describe('a sentence that is still the source’s', () => {
  it.each([
    ['Rest well now', false],
    ['Rest well now please', true],
    ['Rest well now, dear people', true],
    ['Rest well now, 4 people', true],
    ['[Rest well now please](lang:en)', false],
    ['Rest [well](lang:en) now please', false],
    ['**Rest** well now please', true],
    ['Rest well {{name}} now', false],
    ['Rest well {{name}} now please', true],
  ])('has four words or more: %s', (text, untranslated) => {
    expect(isUntranslated(text, 'en', text, 'es')).toBe(untranslated);
    expect(isUntranslated(text, 'en', ` ${text} `, 'es')).toBe(untranslated);
    expect(isUntranslated(text, 'en', `${text}!`, 'es')).toBe(false);
    expect(isUntranslated(text, 'en', text, 'en-GB')).toBe(false);
  });

  it.each([
    ['all of it marked as the source’s language', '[Rest well now please](lang:en)', true],
    ['that within another mark', '**[Rest well now, and more](lang:en)**', true],
    ['but for a sign', '[Rest well now please](lang:en)!', true],
    ['but for a word', 'Sí: [Rest well now please](lang:en)', false],
    ['marked as a third language', '[Reposez-vous bien](lang:fr)', false],
  ])('is one too with %s', (_, translated, untranslated) => {
    expect(isUntranslated('Rest well now please', 'en', translated, 'es')).toBe(untranslated);
    expect(isUntranslated('[SAMHSA](lang:en)', 'en', translated, 'es')).toBe(false);
    expect(isUntranslated('Rest well now', 'en', translated, 'es')).toBe(false);
  });
});

describe('values of a product’s word', () => {
  it.each([
    ['{{a}} and {{b}}', '{{b}} y {{a}}', undefined],
    ['{{a}} and {{b}}', '{{a}} y {{a}}', 'has other placeholders than its source'],
    ['{{a}} and {{b}}', '{{a}}', 'has other placeholders than its source'],
    ['{{a}}', '{{a}} {{a}}', 'has other placeholders than its source'],
    ['{{a}}', '{{ a }}', 'has other placeholders than its source'],
    ['{{a}}', '{{a}} {{', 'has other placeholders than its source'],
    ['a', 'b {{', 'has other placeholders than its source'],
  ])('of %s in %s', (source, translated, fault) => {
    expect(brokenWord(source, translated)).toBe(fault);
  });
});
