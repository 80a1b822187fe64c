/** A file that came back becomes a translation: what is written, what it counts as, what is told. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import { sourceHash, wordsHash } from '../../src/locale/index.ts';
import { adopted } from '../../src/translations/adopt.ts';
import { keyedBySource } from '../../src/translations/by-source.ts';
import { type Claim, importReturned, nested } from '../../src/translations/import.ts';
import type { Entry, Returned } from '../../src/translations/returned.ts';
import { exchangeOf, type Unit } from '../../src/translations/unit.ts';
import { problemsOf } from '../files/folder.ts';
import { filesOf, type Given, localesWith, said, smallGuide } from './small.ts';

interface Sent {
  readonly guide: Guide;
  readonly locales: string;
  readonly units: readonly Unit[];
}

function sent(given: Given = {}, ...more: Record<string, string>[]): Sent {
  const guide = smallGuide();
  const locales = localesWith(filesOf(guide, 'es', given), ...more);
  return { guide, locales, units: exchangeOf(guide, 'es', locales).units };
}
/** What came back: all as it was sent, but for these; null: not in the file. */
function back({ units }: Sent, changes: Readonly<Record<string, Partial<Entry> | null>> = {}): Returned {
  const entries = units.flatMap(({ key, source, target }): Entry[] => {
    const change = changes[key];
    return change === null ? [] : [{ key, source, target, marked: undefined, ...change }];
  });
  return { file: 'back.json', text: '', language: 'es', entries };
}
interface Told {
  readonly claim?: Claim;
  readonly where?: 'guide' | 'folder';
  readonly partial?: boolean;
}
const take = (desk: Sent, changes: Parameters<typeof back>[1] = {}, told: Told = {}) =>
  importReturned(
    desk.guide,
    'es',
    back(desk, changes),
    told.claim ?? {},
    desk.locales,
    told.where ?? 'folder',
    told.partial ?? false,
  );
const refusals = (...args: Parameters<typeof take>) =>
  problemsOf(() => take(...args)).map(({ code, place }) => `${code} ${place.key ?? ''}`.trim());
const reviewed = { status: 'reviewed', reviewed: { by: 'Ana Ruiz', on: '2026-01-31' } };
const signed: Claim = { status: 'reviewed', by: ' Bea Sol ', on: '2026-02-01' };

describe('a file that came back as it was sent', () => {
  it('changes nothing: the same texts, and made from the sources as they are', () => {
    const desk = sent();
    const { outputs, changed, dropped, left, isKeyless, state } = take(desk);
    expect({ changed, dropped, left, isKeyless, state }).toEqual({
      changed: [],
      dropped: [],
      left: [],
      isKeyless: false,
      state: { status: 'human-draft' },
    });
    expect(outputs.map(({ path }) => path)).toEqual([
      join(desk.locales, 'es/whole.json'),
      join(desk.locales, 'es/whole.state.json'),
    ]);
    expect(JSON.parse(outputs[0]!.content)).toMatchObject({
      title: said('Every kind of block'),
      opening: { heading: said('First'), word: { term: said('Rest') } },
    });
    expect(outputs[0]!.content).toMatch(/^\{\n {2}"title".*\n\}\n$/s);
    expect(JSON.parse(outputs[1]!.content)).toEqual({
      status: 'human-draft',
      reviewed: null,
      keys: Object.fromEntries([...desk.guide.texts].map(([key, { text }]) => [key, sourceHash(text)])),
    });
  });

  it('leaves out what is in the guide no more, and says so', () => {
    const desk = sent({ texts: { more: 'Más', title: 'x' }, words: { other: 'Otra' } });
    const { outputs, dropped } = take(desk);
    expect(dropped).toEqual(['more', 'other']);
    expect(JSON.parse(outputs[0]!.content)).not.toHaveProperty('more');
  });

  it('may lack what no language needs, and nothing else', () => {
    const desk = sent();
    expect(take(desk, { 'press:day_many': null }).changed).toEqual([]);
    expect(refusals(desk, { 'press:day_one': null })).toEqual(['TRANSLATION_MISSING press:day_one']);
    expect(refusals(desk, { 'guide:title': null, 'press:day_many': { target: ' ' } })).toEqual([
      'TRANSLATION_MISSING press:day_many',
      'TRANSLATION_MISSING guide:title',
    ]);
  });
});

describe('what a translation counts as', () => {
  const status = (given: Given, changes: Parameters<typeof back>[1], claim: Claim = {}) =>
    take(sent(given), changes, { claim }).state;
  const kicker = { 'guide:kicker': { target: 'Una guía' } };

  it('is what it was, until what was reviewed is changed', () => {
    expect(status({ state: { status: 'machine-draft' } }, kicker)).toEqual({ status: 'machine-draft' });
    expect(status({ state: reviewed }, {})).toMatchObject({ status: 'reviewed', reviewedBy: 'Ana Ruiz' });
    expect(status({ state: reviewed }, kicker)).toEqual({ status: 'human-draft' });
    expect(status({ state: reviewed }, { 'press:who': { target: '¿Quién está?' } })).toEqual({
      status: 'human-draft',
    });
  });

  it('is a draft where its source changed, though its words did not', () => {
    const stale = { state: reviewed, stale: ['kicker'] };
    expect(status(stale, { 'guide:kicker': { marked: false } })).toEqual({ status: 'human-draft' });
  });

  it('is a person’s draft where nothing was known', () => {
    expect(
      status(
        { state: null },
        Object.fromEntries([...sent().units].map(({ key }) => [key, { marked: false }])),
      ),
    ).toEqual({ status: 'human-draft' });
  });

  it('is what the caller claims, with the name as it is written, without spaces around it', () => {
    expect(status({ state: reviewed }, {}, { status: 'machine-draft' })).toEqual({ status: 'machine-draft' });
    expect(status({}, kicker, signed)).toEqual({
      status: 'reviewed',
      reviewedBy: 'Bea Sol',
      reviewedOn: '2026-02-01',
    });
    const { outputs } = take(sent(), {}, { claim: signed });
    const words = new Map(
      Object.entries({
        who: '¿Quién?',
        call: 'Llame {{number}}',
        'art.door': 'Una puerta',
        'code.pageAlt': 'Abre {{address}}',
        day_one: '{{count}} día',
        day_other: '{{count}} días',
      }),
    );
    expect(JSON.parse(outputs[1]!.content)).toMatchObject({
      status: 'reviewed',
      reviewed: { by: 'Bea Sol', on: '2026-02-01' },
      words: wordsHash(words),
    });
  });
});

describe('words of the products that came back changed', () => {
  it('are written with those that were there, and only then', () => {
    const desk = sent();
    const { outputs, changed } = take(desk, { 'press:who': { target: '¿Quién está?' } });
    expect(changed).toEqual(['press:who']);
    expect(outputs).toHaveLength(3);
    expect(outputs[2]!.path).toBe(join(desk.locales, 'es/press.json'));
    expect(JSON.parse(outputs[2]!.content)).toEqual({
      who: '¿Quién está?',
      call: 'Llame {{number}}',
      art: { door: 'Una puerta' },
      code: { pageAlt: 'Abre {{address}}' },
      day_one: '{{count}} día',
      day_other: '{{count}} días',
    });
    expect(take(desk, { 'guide:kicker': { target: 'Una guía' } }).outputs).toHaveLength(2);
  });

  it('are those that changed alone, where the guide has none of its own', () => {
    const desk = sent();
    const { outputs } = take(desk, { 'press:who': { target: '¿Quién está?' } }, { where: 'guide' });
    expect(outputs.map(({ path }) => path.slice(desk.guide.folder.length))).toEqual([
      '/locales/es.json',
      '/locales/es.state.json',
      '/locales/press.es.json',
    ]);
    expect(JSON.parse(outputs[2]!.content)).toEqual({ who: '¿Quién está?' });
  });
});

describe('a file that is taken in part', () => {
  const wrong = {
    'guide:title': { target: '' },
    'guide:kicker': { target: 'Guía 12' },
    'guide:overview': { target: 'Hay', source: 'An older one' },
    'guide:closing.bye': { target: 'Que le vaya bien' },
  };
  const desk = () => sent({ texts: { title: undefined, overview: 'Otra' }, stale: ['overview'] });

  it('is refused whole, where nobody asked for a part', () => {
    expect(refusals(desk(), wrong)).toEqual([
      'TRANSLATION_MISSING guide:title',
      'TRANSLATION_BROKEN guide:kicker',
      'TRANSLATION_STALE guide:overview',
    ]);
  });

  it('gives what is finished, and keeps the rest as it was, told as warnings', () => {
    const { outputs, changed, left, state } = take(desk(), wrong, { partial: true });
    expect(changed).toEqual(['guide:closing.bye']);
    expect(left.map(({ severity, place }) => [severity, place.key])).toEqual([
      ['warning', 'guide:title'],
      ['warning', 'guide:kicker'],
      ['warning', 'guide:overview'],
    ]);
    expect(state).toEqual({ status: 'human-draft' });
    const texts = JSON.parse(outputs[0]!.content);
    expect(texts).toMatchObject({
      kicker: said('A guide for tests'),
      overview: 'Otra',
      closing: { bye: 'Que le vaya bien' },
    });
    expect(texts).not.toHaveProperty('title');
    const { keys } = JSON.parse(outputs[1]!.content);
    expect(keys).not.toHaveProperty('title');
    expect(keys).not.toHaveProperty('overview');
    expect(keys).toHaveProperty('kicker');
    expect(Object.keys(keys)).toHaveLength(25);
  });

  it('leaves what was only offered as nothing, and takes it where somebody says that it fits', () => {
    const guide = smallGuide();
    const other = filesOf(guide, 'es', { id: 'other', texts: { title: 'Otro título' } });
    const part = sent({ texts: { title: undefined } }, other);
    const { outputs, changed, left } = take(part, {}, { partial: true });
    expect([changed, left.length]).toEqual([[], 1]);
    expect(JSON.parse(outputs[0]!.content)).not.toHaveProperty('title');
    expect(JSON.parse(outputs[1]!.content).keys).not.toHaveProperty('title');
    const fits = take(part, { 'guide:title': { marked: false } });
    expect(fits.changed).toEqual(['guide:title']);
    expect(JSON.parse(fits.outputs[0]!.content)).toMatchObject({ title: 'Otro título' });
  });

  it('is refused for what is wrong with the file, and not with one text', () => {
    const file = { ...back(desk(), wrong), language: 'hi' };
    const part = desk();
    const codes = problemsOf(() =>
      importReturned(part.guide, 'es', file, {}, part.locales, 'folder', true),
    ).map(({ code }) => code);
    expect(codes).toEqual(['TRANSLATION_LANGUAGE']);
    const unknown = {
      ...back(part, wrong),
      entries: [...back(part).entries, { key: 'guide:no', source: 'a', target: 'b', marked: false }],
    };
    expect(
      problemsOf(() => importReturned(part.guide, 'es', unknown, {}, part.locales, 'folder', true)).map(
        ({ code }) => code,
      ),
    ).toContain('TRANSLATION_UNKNOWN');
  });

  it('is not reviewed, unless all of it is finished', () => {
    expect(refusals(desk(), wrong, { partial: true, claim: signed })).toEqual(['USAGE']);
    const [problem] = problemsOf(() => take(desk(), wrong, { partial: true, claim: signed }));
    expect(problem!.message).toContain('3 of its texts');
    expect(take(sent(), {}, { partial: true, claim: signed }).state.status).toBe('reviewed');
    expect(take(desk(), wrong, { partial: true, claim: { status: 'machine-draft' } }).state.status).toBe(
      'machine-draft',
    );
  });
});

describe('a file that lost its keys', () => {
  const units = (...sources: string[]) =>
    sources.map(
      (source, i): Unit => ({
        key: `k${i}`,
        source,
        target: '',
        state: 'missing',
        note: '',
        optional: false,
      }),
    );
  const keyed = (entries: readonly [key: string, source: string][], of: readonly Unit[]) =>
    keyedBySource(
      {
        file: 'x',
        language: 'es',
        text: '',
        entries: entries.map(([key, source]) => ({ key, source, target: 't', marked: undefined })),
      },
      of,
    )?.entries.map(({ key }) => key);

  it('has those of its sources: of several of one source each in its turn', () => {
    const of = units('A', 'B', 'A');
    expect(
      keyed(
        [
          ['1', 'A'],
          ['2', 'A'],
          ['3', 'B'],
        ],
        of,
      ),
    ).toEqual(['k0', 'k2', 'k1']);
    expect(
      keyed(
        [
          ['1', 'A'],
          ['2', 'A'],
          ['3', 'A'],
          ['4', 'C'],
        ],
        of,
      ),
    ).toEqual(['k0', 'k2', '3', '4']);
  });

  it('is not one that has a key of ours, or no source of ours, or nothing', () => {
    const of = units('A', 'B');
    expect(
      keyed(
        [
          ['1', 'A'],
          ['k1', 'B'],
        ],
        of,
      ),
    ).toBeUndefined();
    expect(
      keyed(
        [
          ['1', 'X'],
          ['2', 'Y'],
        ],
        of,
      ),
    ).toBeUndefined();
    expect(keyed([], of)).toBeUndefined();
  });

  it('is said to be one', () => {
    const desk = sent();
    const file = back(desk);
    const lost = { ...file, entries: file.entries.map((entry, i) => ({ ...entry, key: `row ${i}` })) };
    const { isKeyless, changed } = importReturned(desk.guide, 'es', lost, {}, desk.locales);
    expect([isKeyless, changed]).toEqual([true, []]);
  });
});

describe('keys as objects', () => {
  const units = (...keys: string[]) => keys.map((key) => ({ key }) as Unit);
  const made = (prefix: string, ...keys: string[]) =>
    nested(units(...keys), prefix, new Map(keys.map((key) => [key, key])));

  it('stand in each other as their dots say, and in their order', () => {
    const tree = made('guide:', 'guide:b.c.d', 'guide:a', 'press:x', 'guide:b.e', 'guide:toString');
    expect(tree).toEqual({
      b: { c: { d: 'guide:b.c.d' }, e: 'guide:b.e' },
      a: 'guide:a',
      toString: 'guide:toString',
    });
    expect(Object.keys(tree)).toEqual(['b', 'a', 'toString']);
  });

  it('keep their dots below a text, in either order: nothing is a text and a group of texts', () => {
    const both = { a: 'guide:a', 'a.b': 'guide:a.b', 'a.b.c': 'guide:a.b.c' };
    expect(made('guide:', 'guide:a', 'guide:a.b', 'guide:a.b.c')).toEqual(both);
    expect(made('guide:', 'guide:a.b.c', 'guide:a.b', 'guide:a')).toEqual(both);
    expect(made('guide:', 'guide:x.a', 'guide:x.a.b', 'guide:x.c.d')).toEqual({
      x: { a: 'guide:x.a', 'a.b': 'guide:x.a.b', c: { d: 'guide:x.c.d' } },
    });
  });
});

describe('a translation that was made by hand', () => {
  it('is adopted with its hashes; the products’ words in the guide’s own language with theirs', () => {
    const { guide, locales } = sent({ state: null });
    const { outputs, state } = adopted(guide, 'es', signed, locales);
    expect(state).toEqual({ status: 'reviewed', reviewedBy: 'Bea Sol', reviewedOn: '2026-02-01' });
    expect(outputs.map(({ path }) => path)).toEqual([join(locales, 'es/whole.state.json')]);
    expect(Object.keys(JSON.parse(outputs[0]!.content).keys)).toHaveLength(27);
    const spanish = smallGuide(['locale: en', 'locale: es']);
    const words = adopted(spanish, 'es', { status: 'human-draft' }, locales);
    expect(words.outputs.map(({ path }) => path.slice(spanish.folder.length))).toEqual([
      '/locales/press.es.state.json',
    ]);
    expect(JSON.parse(words.outputs[0]!.content)).toEqual({
      status: 'human-draft',
      words: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(JSON.parse(adopted(spanish, 'es', signed, locales).outputs[0]!.content)).toMatchObject({
      reviewed: { by: 'Bea Sol', on: '2026-02-01' },
    });
  });

  it('is not where it is not there, has a state, is wrong, or cannot be read', () => {
    const codes = (given: Given, files: Record<string, string> = {}) => {
      const guide = smallGuide();
      const locales = localesWith(filesOf(guide, 'es', given), files);
      return problemsOf(() => adopted(guide, 'es', { status: 'human-draft' }, locales)).map(
        ({ code }) => code,
      );
    };
    expect(codes({ id: 'other', state: null })).toEqual(['FILE_NOT_FOUND']);
    const none = problemsOf(() => adopted(smallGuide(), 'es', { status: 'human-draft' }, localesWith()));
    expect(none[0]!.hint).toBe(
      'Begin with translations export, and take the file in with translations import.',
    );
    expect(codes({})).toEqual(['USAGE']);
    const guide = smallGuide();
    const [known] = problemsOf(() =>
      adopted(guide, 'es', { status: 'human-draft' }, localesWith(filesOf(guide, 'es'))),
    );
    expect(known!.hint).toBe('What is stale in it goes to a translator: translations export, then import.');
    expect(codes({ state: null, texts: { title: undefined } })).toEqual(['TRANSLATION_MISSING']);
    expect(codes({ state: null, words: { who: undefined } })).toEqual(['TRANSLATION_MISSING']);
    expect(codes({ state: null }, { 'es/press.json': '{' })).toEqual(['JSON_SYNTAX']);
    expect(codes({ state: null, texts: { title: undefined } }, { 'es/press.json': '{' })).toEqual([
      'JSON_SYNTAX',
    ]);
  });

  it('is not in words that are wrong, where it is of the products’ words alone', () => {
    const spanish = smallGuide(['locale: en', 'locale: es']);
    const codes = (words: string) =>
      problemsOf(() =>
        adopted(spanish, 'es', { status: 'human-draft' }, localesWith({ 'es/press.json': words })),
      ).map(({ code }) => code);
    expect(new Set(codes('{"who": "¿Quién?"}'))).toEqual(new Set(['TRANSLATION_MISSING']));
    expect(codes('{')).toContain('JSON_SYNTAX');
    expect(
      problemsOf(() => adopted(smallGuide(), 'en', { status: 'human-draft' }, localesWith())).map(
        ({ code }) => code,
      ),
    ).toEqual(['USAGE']);
  });
});
