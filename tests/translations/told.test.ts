/** What is told of a file that came back: each thing with its place, its key and what to do. */
import { describe, expect, it } from 'vitest';
import { checkReturned } from '../../src/translations/check.ts';
import type { Entry } from '../../src/translations/returned.ts';
import type { Exchange, Unit } from '../../src/translations/unit.ts';

const unit = (key: string, more: Partial<Unit> = {}): Unit => ({
  key,
  source: 'Rest well.',
  target: 'Descanse bien.',
  state: 'translated',
  note: '',
  optional: false,
  ...more,
});
const entry = (key: string, more: Partial<Entry> = {}): Entry => ({
  key,
  source: 'Rest well.',
  target: 'Descanse mucho.',
  marked: undefined,
  ...more,
});

function told(
  units: readonly Unit[],
  entries: readonly Entry[],
  language: string | undefined = 'es',
  text?: string,
) {
  const exchange: Exchange = {
    guide: 'test',
    version: '1.0.0',
    sourceLanguage: 'en',
    targetLanguage: 'es',
    numbers: [],
    units,
  };
  const said = text ?? entries.map(({ key }) => `"${key}"\n`).join('');
  return checkReturned({ file: 'es.json', language, entries, text: said }, exchange);
}

describe('a language', () => {
  it('is told where it is none, or another, with how to take it in', () => {
    expect(told([], [], 'es_ES')).toEqual([]);
    const [other] = told([], [], 'pt-BR');
    expect(other).toMatchObject({
      code: 'TRANSLATION_LANGUAGE',
      message: 'The file is translated into pt-BR, not into es.',
      hint: 'Import it with --locale pt-BR.',
      place: { file: 'es.json', locale: 'es' },
    });
    const exchange = { targetLanguage: 'es', units: [] } as unknown as Exchange;
    expect(
      checkReturned({ file: 'es.json', language: undefined, entries: [], text: '' }, exchange),
    ).toMatchObject([
      {
        code: 'TRANSLATION_LANGUAGE',
        message: 'The file does not say which language it is translated into.',
        hint: 'Keep what the export says of languages.',
      },
    ]);
  });
});

describe('a key', () => {
  it('that is there twice is told, and each time looked at', () => {
    const found = told([unit('guide:a')], [entry('guide:a'), entry('guide:a', { target: '' })]);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['TRANSLATION_FILE_INVALID', '"guide:a" is there twice.'],
      ['TRANSLATION_MISSING', '"guide:a" is not translated.'],
    ]);
    expect(found[0]!.hint).toBe('Keep the one that is right.');
  });

  it('that is not known is told with the nearest one, fifty times', () => {
    const unknown = (count: number) =>
      told(
        [unit('guide:abcdef')],
        [entry('guide:abcdef'), ...Array.from({ length: count }, (_, i) => entry(`guide:abcde${i}`))],
      );
    expect(unknown(1)).toMatchObject([
      {
        code: 'TRANSLATION_UNKNOWN',
        message: '"guide:abcde0" is not a text of the guide or a word of the products.',
        hint: 'Did you mean "guide:abcdef"?',
        place: { file: 'es.json', key: 'guide:abcde0', locale: 'es', line: 2, source: '"guide:abcde0"' },
      },
    ]);
    const hints = unknown(52).map(({ hint }) => hint);
    expect(hints.slice(0, 10)).toEqual(Array(10).fill('Did you mean "guide:abcdef"?'));
    expect(hints[49]).not.toBe('Leave the keys as they were exported.');
    expect(hints.slice(50)).toEqual(Array(2).fill('Leave the keys as they were exported.'));
  });

  it('that is not in the file is told, but where no language needs it', () => {
    expect(told([unit('guide:a'), unit('guide:b')], [entry('guide:b')])).toMatchObject([
      {
        code: 'TRANSLATION_MISSING',
        message: '"guide:a" is not in the file.',
        hint: 'Export anew, and keep every row or unit.',
        place: { file: 'es.json', key: 'guide:a', locale: 'es' },
      },
    ]);
    expect(told([unit('guide:a', { optional: true, target: '' })], [])).toEqual([]);
    expect(told([unit('guide:a', { optional: true })], [])).toHaveLength(1);
  });

  it('that stands nowhere as it is has no line', () => {
    const [found] = told([unit('guide:a')], [entry('guide:a', { target: '' })], 'es', 'nothing');
    expect(found!.place).toEqual({ file: 'es.json', key: 'guide:a', locale: 'es' });
  });
});

describe('a text', () => {
  const long = 'Rest well and go on. '.repeat(8).trim();
  const one = (more: Partial<Unit>, back: Partial<Entry>) =>
    told([unit('guide:a', more)], [entry('guide:a', back)])[0];

  it('is quoted from its beginning: eighty characters to translate, a hundred to compare', () => {
    expect(one({ source: long }, { source: long, target: '' })?.hint).toBe(`Translate: ${long.slice(0, 80)}`);
    expect(one({ source: long }, { source: 'Rest.' })?.hint).toBe(`The source is now: ${long.slice(0, 100)}`);
    expect(one({ source: long }, { source: long, target: 'Llame al 12.' })).toMatchObject({
      code: 'TRANSLATION_BROKEN',
      hint: `The source is: ${long.slice(0, 100)}`,
    });
  });

  it.each([
    ['stale', 'still marked as made from an older source, and was not changed'],
    ['offered', 'still as it was offered, and nobody said that it fits here'],
    ['translated', 'marked as not finished'],
    ['broken', 'marked as not finished'],
  ] as const)('that was sent as %s and is marked is told so', (state, message) => {
    expect(one({ state }, { target: 'Descanse bien.', marked: true })).toMatchObject({
      code: 'TRANSLATION_STALE',
      message: `"guide:a" is ${message}.`,
      hint: 'Translate it anew; where it still holds, take the mark off (fuzzy, needs-…, stale, offered).',
    });
  });

  it('is stale and broken at once where it is both', () => {
    const codes = told(
      [unit('guide:a')],
      [entry('guide:a', { source: 'Rest.', target: 'Llame al 12.', marked: true })],
    ).map(({ code }) => code);
    expect(codes).toEqual(['TRANSLATION_STALE', 'TRANSLATION_STALE', 'TRANSLATION_BROKEN']);
  });

  it('of the guide is held to its source’s language, a word to English', () => {
    const source = 'Please rest now and sleep well tonight.';
    const same = (key: string, sourceLanguage: string, targetLanguage: string) =>
      checkReturned(
        {
          file: 'x',
          language: targetLanguage,
          text: '',
          entries: [{ key, source, target: source, marked: false }],
        },
        {
          guide: 'g',
          version: '1.0.0',
          sourceLanguage,
          targetLanguage,
          numbers: [],
          units: [unit(key, { source })],
        },
      ).map(({ code }) => code);
    expect(same('guide:a', 'en', 'es')).toEqual(['TRANSLATION_BROKEN']);
    expect(same('press:a', 'es', 'fr')).toEqual(['TRANSLATION_BROKEN']);
    // A variety of the same language may keep the words.
    expect(same('guide:a', 'en', 'en-GB')).toEqual([]);
  });
});
