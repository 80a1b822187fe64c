import { describe, expect, it } from 'vitest';
import { checkReturned } from '../../src/translations/check.ts';
import type { Exchange, Unit, UnitState } from '../../src/translations/index.ts';

const unit = (state: UnitState, source = 'Rest well.', target = 'Descanse bien.'): Unit => ({
  key: 'guide:closing.bye',
  source,
  target: state === 'missing' ? '' : target,
  state,
  note: '',
  optional: false,
});

/** Codes of what is wrong with one text that came back. */
function codes(sent: Unit, target: string, marked?: boolean, source = sent.source): string[] {
  const exchange: Exchange = {
    guide: 'test',
    version: '1.0.0',
    sourceLanguage: 'en',
    targetLanguage: 'es',
    numbers: [{ name: 'main', kind: 'helpline', display: '800-315-1376', dial: '+18003151376' }],
    units: [sent],
  };
  const entries = [{ key: sent.key, source, target, marked }];
  return checkReturned({ file: 'es.csv', language: 'es', entries, text: '' }, exchange).map(
    ({ code }) => code,
  );
}

describe('a text that came back', () => {
  const [same, other] = ['Descanse bien.', 'Descanse mucho.'];
  // What the file says of it: that it is not finished, that it is, nothing.
  it.each<[state: UnitState, target: string, whereMarked: string, whereNot: string, whereNothing: string]>([
    ['translated', same, 'refused', 'taken', 'taken'],
    ['translated', other, 'refused', 'taken', 'taken'],
    ['reviewed', same, 'refused', 'taken', 'taken'],
    ['reviewed', other, 'refused', 'taken', 'taken'],
    // Nobody looked at it where our own mark is gone without a word.
    ['stale', same, 'refused', 'taken', 'refused'],
    // Not every tool takes off the mark that we set ourselves.
    ['stale', other, 'taken', 'taken', 'taken'],
    ['broken', same, 'refused', 'taken', 'taken'],
    ['broken', other, 'taken', 'taken', 'taken'],
    ['missing', other, 'taken', 'taken', 'taken'],
  ])('and was sent as %s, is now %s', (state, target, ...verdicts) => {
    for (const [i, marked] of [true, false, undefined].entries())
      expect(codes(unit(state), target, marked), String(marked)).toEqual(
        verdicts[i] === 'taken' ? [] : ['TRANSLATION_STALE'],
      );
  });

  it('is stale where its source is another', () => {
    expect(codes(unit('translated'), same, false, 'Rest well')).toEqual(['TRANSLATION_STALE']);
  });

  it.each([
    ['', ['TRANSLATION_MISSING']],
    [' ', ['TRANSLATION_MISSING']],
    ['\u200b', ['TRANSLATION_MISSING']],
  ])('is missing where nothing of it is seen: %j', (target, found) => {
    expect(codes(unit('translated'), target)).toEqual(found);
    expect(codes({ ...unit('missing'), optional: true }, target)).toEqual(target === '' ? [] : found);
  });

  const marked = 'Say [hola](lang:es-MX), [bonjour](lang:fr) or [salut](lang:fr).';
  it.each([
    ['Di [hola](lang:es-MX), [bonjour](lang:fr) o [salut](lang:fr).', []],
    // Marks of the language itself may go.
    ['Di hola, [bonjour](lang:fr) o [salut](lang:fr).', []],
    ['Di hola, [bonjour](lang:fr) o salut.', ['TRANSLATION_BROKEN']],
    ['Di hola, bonjour o [salut](lang:fr).', ['TRANSLATION_BROKEN']],
    ['Di hola, [bonjour](lang:fr) o [salut](lang:de).', ['TRANSLATION_BROKEN']],
    ['Di [hola](lang:fr), [bonjour](lang:fr) o [salut](lang:fr).', []],
  ])('keeps every mark of another language: %s', (target, found) => {
    expect(codes(unit('translated', marked), target)).toEqual(found);
  });

  it('holds no number that the guide does not declare, and none of its own', () => {
    expect(codes(unit('translated'), 'Llame al 800-315-1367.')).toEqual(['TRANSLATION_BROKEN']);
    expect(codes(unit('translated'), 'Descanse 7 días.')).toEqual(['TRANSLATION_BROKEN']);
    expect(codes(unit('translated', 'Rest 7 days.'), 'Descanse 7 días.')).toEqual([]);
  });
});
