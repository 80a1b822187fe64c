import { describe, expect, it } from 'vitest';
import type { DeclaredNumber, Guide } from '../../src/content/index.ts';
import { parseJson } from '../../src/files/index.ts';
import { sourceHash } from '../../src/locale/made-from.ts';
import { checkTranslation } from '../../src/locale/translation.ts';
import { checkFirstWords, checkWords } from '../../src/locale/words.ts';

const beside = (display: string, name = 'main'): DeclaredNumber => ({
  name,
  kind: 'helpline',
  display,
  dial: `+1${display.replace(/\D/g, '')}`,
});
const [far, near, shown] = ['855-555-0100', '800-315-1376', '888-555-0134'].map((display) => [
  beside(display),
]) as [DeclaredNumber[], DeclaredNumber[], DeclaredNumber[]];
const said = {
  who: 'Who answers?',
  cost: 'It cost $800,315,137 in all.',
  call: 'Call 888-555-0134 now.',
  plain: 'Nothing to dial here.',
};

describe('a word with a number put into it', () => {
  it.each([
    ['Text {{word}} to {{number}}, or 12345', ['NUMBER_UNDECLARED']],
    ['Text {{number}} or 12345.', ['NUMBER_UNDECLARED']],
    ['Text {{number}}-1', ['NUMBER_DISGUISED']],
    ['Text {{word}} to {{number}}, day and night', []],
    ['{{number}}: 5 lines', []],
    ['Order no. {{number}}', []],
  ])('has none beside it that could be dialled too: %s', (text, codes) => {
    const source = parseJson(JSON.stringify({ text }), 'press.json');
    expect(checkFirstWords(source, near).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a translation that is looked through beside other numbers', () => {
  const text = said.cost;
  const guide = (display: string, texts: Guide['texts']) =>
    ({
      data: { locale: 'en', helplines: { main: { display, dial: `+1${display.replace(/\D/g, '')}` } } },
      texts,
    }) as unknown as Guide;

  it('is told as when it is looked through first', () => {
    const texts = new Map([['cost', { text }]]) as unknown as Guide['texts'];
    const hashes = new Map([['cost', sourceHash(text)]]);
    const source = parseJson(JSON.stringify({ cost: 'Costó $800,315,137 en total.' }), 'es.json');
    const codes = (display: string) =>
      checkTranslation(guide(display, texts), 'es', source, hashes).map(({ code }) => code);
    expect(codes('855-555-0100')).toEqual([]);
    expect(codes('800-315-1376')).toEqual(['TRANSLATION_BROKEN']);
    expect(codes('855-555-0100')).toEqual([]);
  });
});

describe('words that are looked through beside other numbers', () => {
  const faults = (words: Record<string, string>, numbers: readonly DeclaredNumber[][]) => {
    const source = parseJson(JSON.stringify(words), 'press.json');
    return numbers.map((declared) => checkFirstWords(source, declared).map(({ code }) => code));
  };

  it.each([
    ['a number that is near', { cost: said.cost }, [far, near, far, near], [0, 1, 0, 1]],
    ['one that was shown', { call: said.call }, [shown, far, shown], [0, 1, 0]],
    ['one more number', { cost: said.cost }, [far, [...far, near[0]!], far], [0, 1, 0]],
    [
      'the same number, called otherwise',
      { call: said.call },
      [shown, [beside('888-555-0134', 'aid')]],
      [0, 0],
    ],
    ['nothing near', { plain: said.plain, who: said.who }, [far, near, shown], [0, 0, 0]],
    ['a number in letters', { who: 'BOO-EIS IEGB' }, [far, [beside('800-315-1368')], far], [0, 1, 0]],
  ])('are told as when they are looked through first: %s', (_, words, numbers, count) => {
    const found = faults(words, numbers);
    expect(found.map(({ length }) => length)).toEqual(count);
    expect(found).toEqual(numbers.map((declared) => faults(words, [declared])[0]));
  });

  it('are looked through anew beside other English words', () => {
    const words = parseJson(JSON.stringify({ who: 'Quién contesta' }), 'es.json');
    const english = (who: string) => parseJson(JSON.stringify({ who }), 'en.json');
    expect(checkWords('es', words, english('Who answers'), far)).toEqual([]);
    expect(checkWords('es', words, english('Who answers {{name}}'), far)).toHaveLength(1);
    expect(checkWords('es', words, english('Quién contesta'), far)).toEqual([]);
    // And as those of another language beside others.
    expect(checkWords('fr', words, english('Who answers {{name}}'), far)).toHaveLength(1);
  });
});
