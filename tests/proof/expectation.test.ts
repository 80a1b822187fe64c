import { describe, expect, it } from 'vitest';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { type Expectation, parseExpectation, parseRecord } from '../../src/proof/index.ts';
import { expectation } from './leaflet.ts';

function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
  return [];
}

/** The leaflet's expectation with one field, named by its path, set to something else; undefined takes it out. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(expectation)) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop()!;
  let at = copy;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

const long = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const sheet = expectation.sheets[0]!;

/** Field, value, and where the problem is said to be when that is not the field. */
const wrong: readonly [string, unknown, string?][] = [
  ['format', 1],
  ['helpline.display', ''],
  ['helpline.display', '8'],
  ['helpline.display', 'call us'],
  ['helpline.display', `8${long(40)}`],
  ['helpline.display', '800-315-1377', 'helpline'],
  ['helpline.uri', 'https://example.org/'],
  ['helpline.uri', 'tel:'],
  ['helpline.minSize', 0],
  ['helpline.minSize', -14],
  ['helpline.minSize', Number.NaN],
  ['helpline.minSize', '14'],
  ['numbers', []],
  ['numbers', many(201, expectation.numbers[0])],
  ['numbers.0.display', ''],
  ['pointer', ''],
  ['pointer', 'W?'],
  ['title', 7],
  ['title', long(20_001)],
  ['texts', []],
  ['texts', 'all'],
  ['texts.0.text', ''],
  ['texts.0.key', undefined],
  ['texts.0.alt', 'yes'],
  ['sheets', []],
  ['sheets', many(5001, sheet)],
  ['sheets.0.areas', []],
  ['sheets.0.areas', many(65, sheet.areas[0])],
  ['sheets.0.width', Number.POSITIVE_INFINITY],
  ['sheets.0.width', -1],
  ['sheets.0.height', 20_001],
  ['sheets.0.areas.0.rotate', 45],
  ['sheets.0.areas.0.x', null],
  ['disclosure.keys', ['no-such-key'], 'disclosure.keys.0'],
  ['disclosure.minSize', 0],
  ['purpose', 'fax'],
  ['direction', 'up'],
  ['guide.date', 'yesterday'],
  ['translation.status', 'fine'],
  ['links', [{ uri: '', text: 'x' }], 'links.0.uri'],
  ['qr', undefined],
  ['qr.content', ''],
  ['qr.content', long(3001)],
  ['words.0', ''],
  ['loud.0', ''],
  ['phrases.0.language', ''],
  ['imprint', ''],
  ['minSize', 0],
  ['minSize', 2001],
  ['product', ''],
  ['product', long(201)],
  ['guide.id', ''],
  ['disclosure.hash', ''],
  ['disclosure.hash', long(129)],
  ['links', [{ uri: long(2001), text: 'x' }], 'links.0.uri'],
  ['sheets.0.areas.0.x', -20_001],
  ['sheets.0.scale', 0.009],
  ['sheets.0.scale', 1],
  ['codes', []],
  ['codes', [{ display: '151', uri: 'tel:15' }], 'codes.0.display'],
];

/** The least and the most of each. */
const right: readonly [string, unknown][] = [
  ['product', 'x'],
  ['product', long(200)],
  ['guide.id', 'x'],
  ['title', 'x'],
  ['title', long(20_000)],
  ['words', []],
  ['words.0', 'x'],
  ['loud', []],
  ['minSize', 0.1],
  ['minSize', 2000],
  ['numbers', many(200, expectation.numbers[0])],
  ['codes', [{ display: '15', uri: 'tel:15' }]],
  ['sheets.0.areas', [sheet.areas[0]]],
  ['sheets.0.areas', many(64, sheet.areas[0])],
  ['sheets.0.width', 0],
  ['sheets.0.width', 20_000],
  ['sheets.0.scale', 0.01],
  ['sheets.0.areas.0.x', -20_000],
  ['disclosure.hash', 'x'],
  ['disclosure.hash', long(128)],
  ['links', [{ uri: 'x', text: 'x' }]],
  ['links', [{ uri: long(2000), text: 'x' }]],
  ['qr', { content: 'x', pages: [] }],
  ['qr', { content: long(3000), pages: [] }],
];

describe('an expectation that is read', () => {
  it('is taken as it is when it keeps to its schema', () => {
    const read: Expectation = parseExpectation(JSON.parse(JSON.stringify(expectation)));
    expect(read).toEqual(expectation);
  });

  it.each(wrong)('is refused with %s set to %j, by its path', (path, value, key = path) => {
    const problems = problemsOf(() => parseExpectation(changed(path, value)));
    expect(problems.map(({ code }) => code)).toContain('EXPECTATION_INVALID');
    expect(problems.map(({ place }) => place.key)).toContain(key);
  });

  it.each(right)('is taken with %s set to what is just within: %j', (path, value) => {
    expect(problemsOf(() => parseExpectation(changed(path, value)))).toEqual([]);
  });

  it.each([null, 7, 'x', [], {}])('is refused when it is %j', (value) => {
    expect(problemsOf(() => parseExpectation(value))[0]?.code).toBe('EXPECTATION_INVALID');
  });

  it('is refused with a field that nobody knows', () => {
    expect(problemsOf(() => parseExpectation({ ...expectation, extra: 1 }))).toHaveLength(1);
  });

  it.each([
    ['800-315-1376', 'tel:+18003151376'],
    ['(800) 315-1376', 'tel:+18003151376'],
    ['1-800-315-1376', 'tel:+18003151376'],
    ['0300 123 6600', 'tel:+443001236600'],
    ['8 (800) 200-01-22', 'tel:+78002000122'],
    ['1-800-662-HELP', 'tel:+18006624357'],
    ['1-800-662-HELP (4357)', 'tel:+18006624357'],
    ['116 123', 'tel:116123'],
    ['911', 'tel:911'],
  ])('takes %s for %s', (display, uri) => {
    expect(problemsOf(() => parseExpectation(changed('numbers.1', { display, uri })))).toEqual([]);
  });

  it.each([
    ['800-315-1376', 'tel:+18003151377'],
    ['800-315-1376', 'tel:+19005551234'],
    ['800-315-1376', 'tel:800315137'],
    ['911', 'tel:912'],
    ['0911', 'tel:911'],
    ['315-1376', 'tel:+18003151376'],
    ['1-800-662-HELP', 'tel:+18006624358'],
    ['1-800-662-HELP (4358)', 'tel:+18006624357'],
    ['ABC', 'tel:222'],
  ])('refuses %s for %s: a link dials what it shows', (display, uri) => {
    const [problem] = problemsOf(() => parseExpectation(changed('numbers.1', { display, uri })));
    expect(problem?.place.key).toMatch(/^numbers\.1/);
  });
});

describe('a record that is read', () => {
  const sha256 = '0f'.repeat(32);

  it('gives its expectation and the hash of its file', () => {
    expect(parseRecord({ format: 2, expectation, sha256, checks: 'of another time' })).toEqual({
      expectation,
      sha256,
    });
  });

  it('says in words of ours what it lacks', () => {
    expect(problemsOf(() => parseRecord({})).map(({ message }) => message)).toEqual([
      'expectation: it is missing.',
      'sha256: it is missing.',
    ]);
  });

  it.each(['', '0f'.repeat(31), `${'0f'.repeat(31)}0g`, undefined])('is refused with the hash %j', (hash) => {
    const problems = problemsOf(() => parseRecord({ expectation, sha256: hash }, 'x.proof.json'));
    expect(problems.map(({ place }) => place)).toEqual([{ file: 'x.proof.json', key: 'sha256' }]);
  });

  it.each([1, 3, '2', null])('is refused in another format: %j', (format) => {
    const problems = problemsOf(() => parseRecord({ format, expectation, sha256 }));
    expect(problems.map(({ place }) => place.key)).toEqual(['format']);
  });

  it('is refused when what it expects is wrong', () => {
    const problems = problemsOf(() => parseRecord({ expectation: changed('pointer', ''), sha256 }));
    expect(problems.map(({ place }) => place.key)).toEqual(['expectation.pointer']);
  });
});
