/** A translation that is put together from what was translated already. */
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import { sourceHash } from '../../src/locale/index.ts';
import { filled } from '../../src/translations/index.ts';
import { problemsOf } from '../files/folder.ts';
import { filesOf, type Given, localesWith, said, smallGuide } from './small.ts';

const read = ({ outputs }: ReturnType<typeof filled>) =>
  outputs.map(({ path, content }) => [path, JSON.parse(content)] as const);
const fill = (guide: Guide, ...given: Given[]) =>
  filled(guide, 'es', localesWith(...given.map((each) => filesOf(guide, 'es', each))));
const other = (given: Given = {}): Given => ({ id: 'other', ...given });

describe('a translation is filled', () => {
  it('with the texts that it lacks, and with those whose source changed', () => {
    const guide = smallGuide();
    const result = fill(guide, other({ texts: { kicker: 'Otra guía' } }), {
      texts: { kicker: undefined },
      stale: ['title'],
    });
    expect(result.taken).toEqual([
      { key: 'title', from: 'other, title' },
      { key: 'kicker', from: 'other, kicker' },
    ]);
    expect(result.open).toBe(0);
    const [[path, texts], [statePath, state]] = read(result) as never as [
      [string, Record<string, unknown>],
      [string, { keys: Record<string, string> }],
    ];
    expect(path.slice(guide.folder.length)).toBe('/locales/es.json');
    expect(statePath.slice(guide.folder.length)).toBe('/locales/es.state.json');
    expect(texts).toMatchObject({ title: said('Every kind of block'), kicker: 'Otra guía' });
    expect(Object.keys(state.keys)).toEqual([...guide.texts.keys()]);
    expect(state.keys.kicker).toBe(sourceHash('A guide for tests'));
  });

  it('as far as something is there: the rest is open, and what is stale is kept as that', () => {
    const guide = smallGuide();
    const result = fill(guide, other({ texts: { title: undefined, kicker: undefined } }), {
      texts: { title: undefined, overview: undefined },
      stale: ['kicker', 'overview'],
    });
    expect(result.taken).toEqual([{ key: 'overview', from: 'other, overview' }]);
    expect(result.open).toBe(2);
    const [[, texts], [, state]] = read(result) as [[string, object], [string, { keys: object }]];
    expect(texts).not.toHaveProperty('title');
    expect(texts).toMatchObject({ kicker: said('A guide for tests') });
    expect(state.keys).not.toHaveProperty('title');
    expect(state.keys).not.toHaveProperty('kicker');
    expect(state.keys).toHaveProperty('overview');
  });

  it('and keeps what is broken, made from its source as that is now', () => {
    const guide = smallGuide();
    const result = fill(guide, other(), { texts: { kicker: undefined, 'emergency.us': 'Llame.' } });
    expect(result.taken.map(({ key }) => key)).toEqual(['kicker']);
    expect(result.open).toBe(0);
    const [[, texts], [, state]] = read(result) as [[string, object], [string, { keys: object }]];
    expect(texts).toMatchObject({ emergency: { us: 'Llame.' } });
    expect(state.keys).toHaveProperty(['emergency.us']);
  });

  it('with nothing where nothing is found', () => {
    const guide = smallGuide();
    const result = fill(guide, { texts: { kicker: undefined } });
    expect(result).toMatchObject({ outputs: [], taken: [], open: 1, state: { status: 'human-draft' } });
    expect(fill(guide, other(), {})).toMatchObject({ outputs: [], taken: [], open: 0 });
  });

  it('with all of a guide that it was made from, which stays what it was', () => {
    const guide = smallGuide([/^id: .*$/m, 'id: county']);
    const result = fill(guide, other({ state: { status: 'machine-draft' } }));
    expect(result.state).toEqual({ status: 'machine-draft', from: 'other' });
    expect(result.taken).toHaveLength(guide.texts.size);
    expect(result.taken[0]).toEqual({ key: 'title', from: 'other' });
    expect(result.open).toBe(0);
    expect(read(result)[1]![1]).toMatchObject({ status: 'machine-draft', reviewed: null });
  });

  it('with what was reviewed for that guide as reviewed', () => {
    const guide = smallGuide([/^id: .*$/m, 'id: county']);
    const state = { status: 'reviewed', reviewed: { by: 'Ana Ruiz', on: '2026-01-31' } };
    expect(fill(guide, other({ state })).state).toMatchObject({ status: 'reviewed', reviewedBy: 'Ana Ruiz' });
  });
});

describe('what is put together is as sure as the least sure of it', () => {
  const reviewed = { status: 'reviewed', reviewed: { by: 'Ana Ruiz', on: '2026-01-31' } };
  const [human, machine] = [{ status: 'human-draft' }, { status: 'machine-draft' }];
  it.each([
    [human, human, 'human-draft'],
    [machine, human, 'machine-draft'],
    [human, machine, 'machine-draft'],
    [reviewed, human, 'human-draft'],
    [reviewed, machine, 'machine-draft'],
    [human, reviewed, 'human-draft'],
    [reviewed, reviewed, 'human-draft'],
  ])('of %j and %j: %s', (own, offered, status) => {
    const guide = smallGuide();
    const { state } = fill(guide, other({ state: offered }), { state: own, texts: { kicker: undefined } });
    expect(state).toEqual({ status });
  });

  it('also where nothing was there', () => {
    const guide = smallGuide();
    // Less than half of its texts: no translation of this guide, and yet offered.
    const few = Object.fromEntries([...guide.texts.keys()].slice(5).map((key) => [key, undefined]));
    const stale = [...guide.texts.keys()].slice(5);
    const { state, taken } = fill(guide, other({ texts: few, stale, state: human }));
    expect(taken).toHaveLength(5);
    expect(state).toEqual({ status: 'human-draft' });
  });
});

it('the guide’s own language is not filled, nor one that nobody knows, nor what cannot be read', () => {
  const guide = smallGuide();
  const codes = (tag: string, files = {}) =>
    problemsOf(() => filled(guide, tag, localesWith(files))).map(({ code }) => code);
  expect(codes('en')).toEqual(['USAGE']);
  expect(codes('xx-nowhere')).toEqual(['LOCALE_UNKNOWN']);
  expect(codes('es', { 'es/whole.json': '{' })).toContain('JSON_SYNTAX');
});
