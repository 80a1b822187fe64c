/** How far a translation is, in numbers and in words. */
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/diagnostics/index.ts';
import { formatStatus, isWhole, type LocaleStatus, statusOf } from '../../src/translations/index.ts';
import { filesOf, type Given, localesWith, smallGuide } from './small.ts';

type Progress = LocaleStatus['texts'];
const done: Progress = { complete: 3, total: 3, missing: [], stale: [], broken: [], unknown: [] };
const status = (more: Partial<LocaleStatus> = {}): LocaleStatus => ({
  locale: 'es',
  name: 'Español',
  status: 'human-draft',
  offered: {},
  texts: done,
  words: { ...done, complete: 2, total: 2 },
  problems: [],
  ...more,
});

function statusWith(given: Given, tag = 'es') {
  const guide = smallGuide();
  return statusOf(guide, tag, localesWith(filesOf(guide, tag, given)));
}

describe('a status counts', () => {
  it('what is sound, and lists what is not by its kind, each once', () => {
    const { texts, words, problems, ...rest } = statusWith({
      texts: { title: undefined, kicker: 'Guía 12', 'emergency.us': 'Llame.', more: 'Más' },
      stale: ['title', 'emergency.us', 'closing.bye'],
      words: { who: undefined, call: 'Llame', more: 'Más' },
    });
    expect(texts).toEqual({
      complete: 23,
      total: 27,
      missing: ['title'],
      stale: ['closing.bye', 'emergency.us'],
      broken: ['kicker', 'emergency.us'],
      unknown: ['more'],
    });
    expect(words).toEqual({
      complete: 4,
      total: 6,
      missing: ['who'],
      stale: [],
      broken: ['call'],
      unknown: ['more'],
    });
    expect(problems).toEqual([]);
    expect(rest).toEqual({ locale: 'es', name: 'Español', status: 'human-draft', offered: {} });
  });

  it('nothing of the language that the guide is written in', () => {
    const { status, texts, words } = statusWith({}, 'en');
    expect([status, texts.complete, texts.total, words.complete]).toEqual(['source', 27, 27, 6]);
  });

  it('what is there of none', () => {
    const guide = smallGuide();
    const { status, texts, words, problems } = statusOf(guide, 'es', localesWith());
    expect([status, texts.complete, texts.missing.length, words.missing.length]).toEqual(['none', 0, 27, 6]);
    expect(problems).toEqual([]);
  });

  it('who reviewed it, and when', () => {
    const state = { status: 'reviewed', reviewed: { by: 'Ana Ruiz', on: '2026-01-31' } };
    expect(statusWith({ state })).toMatchObject({
      status: 'reviewed',
      reviewedBy: 'Ana Ruiz',
      reviewedOn: '2026-01-31',
    });
    expect(statusWith({})).not.toHaveProperty('reviewedBy');
    expect(statusWith({})).not.toHaveProperty('reviewedOn');
    expect(statusWith({})).not.toHaveProperty('from');
  });

  it('what else is wrong: a state that is not there, files that are none', () => {
    expect(statusWith({ state: null }).problems.map(({ code }) => code)).toEqual(['TRANSLATION_STALE']);
    const guide = smallGuide();
    const broken = { ...filesOf(guide, 'es'), 'es/press.json': '{' };
    expect(statusOf(guide, 'es', localesWith(broken)).problems.map(({ code }) => code)).toEqual([
      'JSON_SYNTAX',
    ]);
  });

  it('what is offered of what is missing or stale, and of nothing else', () => {
    const guide = smallGuide();
    const other = filesOf(guide, 'es', { id: 'other' });
    const own = (given: Given) =>
      statusOf(guide, 'es', localesWith(other, filesOf(guide, 'es', given))).offered;
    expect(own({})).toEqual({});
    expect(own({ texts: { kicker: 'Guía 12' } })).toEqual({});
    expect(own({ texts: { kicker: undefined }, stale: ['title'] })).toEqual({
      title: 'other, title',
      kicker: 'other, kicker',
    });
    expect(own({ texts: { kicker: undefined } })).toEqual({ kicker: 'other, kicker' });
    expect(own({ stale: ['title'] })).toEqual({ title: 'other, title' });
  });
});

describe('a translation is whole', () => {
  it('with all its texts and words, and nothing wrong', () => {
    expect(isWhole(status())).toBe(true);
    expect(isWhole(statusWith({}))).toBe(true);
  });

  it.each<[string, Partial<LocaleStatus>]>([
    ['a text', { texts: { ...done, complete: 2 } }],
    ['a word', { words: { ...done, complete: 2 } }],
    ['a text that nobody knows', { texts: { ...done, unknown: ['more'] } }],
    ['a word that nobody knows', { words: { ...done, unknown: ['more'] } }],
    ['what else is wrong', { problems: [problem('JSON_SYNTAX', 'x')] }],
  ])('but for %s', (_, more) => {
    expect(isWhole(status(more))).toBe(false);
  });
});

describe('a status in words', () => {
  const first = (more: Partial<LocaleStatus>) => formatStatus(status(more)).split('\n')[0];
  const counts = '3 of 3 texts, 2 of 2 words          ';

  it.each<[Partial<LocaleStatus>, string]>([
    [{ status: 'none' }, 'not begun'],
    [{ status: 'source' }, 'the source'],
    [{ status: 'machine-draft' }, 'machine-draft, not reviewed'],
    [{ status: 'human-draft' }, 'human-draft, not reviewed'],
    [
      { status: 'reviewed', reviewedBy: 'Ana Ruiz', reviewedOn: '2026-01-31' },
      'reviewed by Ana Ruiz on 2026-01-31',
    ],
    [{ from: 'other' }, 'human-draft, not reviewed, made for other'],
    // No terminal is told to do anything.
    [{ status: 'reviewed', reviewedBy: 'A\u001b[31m', reviewedOn: 'x' }, 'reviewed by A\\u001b[31m on x'],
  ])('says of %j: %s', (more, words) => {
    expect(first(more)).toBe(`es       ${counts} ${words} (Español)`);
  });

  const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`);
  const lines = (more: Partial<LocaleStatus>) => formatStatus(status(more)).split('\n').slice(1);

  it('lists what is missing, stale, broken and unknown, texts and words', () => {
    expect(
      lines({
        texts: { ...done, missing: ['a'], stale: ['b'], broken: ['c'], unknown: ['d'] },
        words: { ...done, missing: ['e'], unknown: ['f'] },
      }),
    ).toEqual([
      '    missing 2: guide:a, press:e',
      '    stale 1: guide:b',
      '    broken 1: guide:c',
      '    unknown 2: guide:d, press:f',
    ]);
    expect(lines({})).toEqual([]);
  });

  it('lists twelve of a kind', () => {
    const missing = (count: number) => lines({ texts: { ...done, missing: keys(count) } })[0];
    const twelve = keys(12)
      .map((key) => `guide:${key}`)
      .join(', ');
    expect(missing(12)).toBe(`    missing 12: ${twelve}`);
    expect(missing(13)).toBe(`    missing 13: ${twelve}, and 1 more (--json lists all)`);
    expect(missing(20)).toBe(`    missing 20: ${twelve}, and 8 more (--json lists all)`);
  });

  it('lists nothing of what is not begun: all of it is missing', () => {
    const texts = { ...done, complete: 0, missing: keys(3) };
    const words = { ...done, complete: 0, missing: keys(3) };
    expect(lines({ status: 'none', texts, words })).toEqual([]);
    expect(lines({ status: 'none', texts, words: { ...words, complete: 1 } })).toHaveLength(1);
    expect(lines({ status: 'none', texts: { ...texts, complete: 1 }, words })).toHaveLength(1);
    expect(lines({ status: 'human-draft', texts, words })).toHaveLength(1);
  });

  it('says what is offered, and of which guides', () => {
    expect(lines({ offered: { a: 'other, b', c: 'third, c', d: 'other, d' } })).toEqual([
      '    offered 3: translated already for other, third (translations fill takes them)',
    ]);
  });
});
