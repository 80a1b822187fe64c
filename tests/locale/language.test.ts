import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, sameLanguage, translationStatuses, writtenAlike } from '../../src/locale/index.ts';
import { readState } from '../../src/locale/translation.ts';
import { problemsOf } from '../content/folder.ts';

describe('two tags', () => {
  it.each([
    ['zh-Hans', 'zh-Hant', true, false],
    ['zh-Hans', 'zh-CN', true, true],
    ['zh-Hant', 'zh-TW', true, true],
    ['zh', 'zh-Hans', true, true],
    ['en', 'en-GB', true, true],
    ['EN', 'en', true, true],
    ['pa', 'pa-Arab', true, false],
    ['es', 'et', false, false],
    ['uk', 'ru', false, false],
    ['f', 'fil', false, false],
  ])('%s and %s are of one language: %s, and written alike: %s', (a, b, language, written) => {
    expect(sameLanguage(a, b)).toBe(language);
    if (a.length > 1) expect(writtenAlike(a, b)).toBe(written);
  });
});

describe('digits', () => {
  it.each(Object.entries(languages))(
    'of %s have a plain zero, in text and in headings',
    (_, { text, display }) => {
      // Atkinson strikes its zero through; Naskh draws one that is no text face's.
      for (const row of [text, display])
        for (const weight of ['regular', 'bold'] as const)
          expect(row.digits?.[weight] ?? row[weight][0]).not.toMatch(/atkinson|naskh/);
    },
  );
});

describe('the state beside a translation', () => {
  const read = (state: unknown, words = new Map<string, unknown>()) => {
    const root = mkdtempSync(join(tmpdir(), 'state-'));
    writeFileSync(join(root, 'es.state.json'), JSON.stringify(state));
    return readState({ root, state: join(root, 'es.state.json') }, words).state;
  };
  const signed = { by: 'A. Person', on: '2026-01-31' };

  it.each(translationStatuses)('may be %s', (status) => {
    expect(read({ status, reviewed: signed }).status).toBe(status);
  });

  it.each([
    [{ status: 'source' }],
    [{ status: 'Reviewed', reviewed: signed }],
    [{ status: 'reviewed' }],
    [{ status: 'reviewed', reviewed: null }],
    [{ status: 'reviewed', reviewed: { by: 'A. Person' } }],
    [{ status: 'reviewed', reviewed: { on: '2026-01-31' } }],
    [{ status: 'reviewed', reviewed: { by: 7, on: '2026-01-31' } }],
    [{}],
  ])('is none: %j', (state) => {
    expect(problemsOf(() => read(state)).map(({ code }) => code)).toEqual(['TRANSLATION_BROKEN']);
  });

  it('is a person’s draft again with other words of the products than were signed', () => {
    const words = new Map([['who', 'Who answers?']]);
    const state = { status: 'reviewed', reviewed: signed };
    expect(read({ ...state, words: '0123456789abcdef' }, words)).toEqual({ status: 'human-draft' });
    expect(read(state, words).status).toBe('reviewed');
  });
});
