import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideJsonSchema, loadGuide } from '../../src/content/index.ts';
import type { Problem } from '../../src/diagnostics/index.ts';
import { changed, codesOf, problemsOf, whole } from './folder.ts';

const root = join(import.meta.dirname, '../..');

describe('a guide that is right', () => {
  it('has every text by key, in reading order', () => {
    const guide = loadGuide(whole);
    expect([...guide.texts.keys()]).toEqual([
      'title',
      'kicker',
      'overview',
      'helplines.main.call',
      'helplines.main.answers',
      'helplines.crisis.call',
      'helplines.crisis.answers',
      'helplines.crisis.hours',
      'opening.heading',
      'opening.word.term',
      'opening.word.text',
      'sections.one.line',
      'sections.one.said.text',
      'sections.one.said.cite',
      'sections.one.list.first',
      'sections.one.list.second',
      'sections.one.picture.alt',
      'sections.one.picture.caption',
      'sections.two.line',
      'sections.two.found',
      'sections.two.loud',
      'closing.heading',
      'closing.bye',
      'emergency.us',
      'disclosure.heading',
      'disclosure.who',
      'sources.book',
    ]);
    expect(guide.texts.get('sections.two.found')?.text).toBe('Sleep helps.');
  });

  it('says where a text stands', () => {
    expect(loadGuide(whole).place('sections.two.found')).toMatchObject({
      line: 55,
      key: 'sections.two.found',
    });
  });

  it('says where a field stands that has no text', () => {
    const guide = loadGuide(changed(['title: Every', 'terms: { th: [ab, "a b"] }\ntitle: Every']));
    expect(guide.place('terms')).toMatchObject({ line: guide.place('title').line! - 1 });
    expect(guide.data.terms).toEqual({ th: ['ab', 'a b'] });
    expect(guide.place('sources.book.nothing').line).toBeUndefined();
  });

  it.each([
    'https://call-800@example.org/',
    'https://user:word@example.org',
    'ftp://example.org/',
    'javascript:alert',
    'tel:911',
  ])('takes no address of a source that is no page of the web, or bears a name: %s', (address) => {
    const refused = (to: string) => codesOf(() => loadGuide(changed(['https://example.org/book', to])));
    expect(refused(address)[0]).toMatch(/^CONTENT_INVALID:/);
    expect(refused('https://example.org/@name')).toEqual([]);
    expect(refused('http://example.org/a?b=@c')).toEqual([]);
  });

  it('leaves quotes and names of sources as they are said', () => {
    expect(loadGuide(whole).warnings).toEqual([]);
  });

  it('is the guide that ships', () => {
    const guide = loadGuide(join(root, 'guides/heroin-detox'));
    expect(guide.data.sections.map(({ id }) => id)).toEqual([
      'center',
      'support',
      'after',
      'time',
      'medicine',
    ]);
    expect(new Set(guide.warnings.map(({ code }) => code))).toEqual(new Set(['READING_LEVEL']));
  });

  it('has a JSON Schema that is current', () => {
    expect(readFileSync(join(root, 'guides/guide.schema.json'), 'utf8')).toBe(guideJsonSchema());
  });
});

describe('a guide that is wrong is refused with code and line', () => {
  const cases: [what: string, from: string, to: string, code: string, at: string][] = [
    ['an unknown field', 'title: Every', 'titel: x\ntitle: Every', 'CONTENT_INVALID', 'titel'],
    ['a missing field', '    answers: A person answers.\n', '', 'CONTENT_INVALID', '  main:'],
    [
      'a letter for who answers',
      'answers: A person answers.',
      'answers: A',
      'CONTENT_INVALID',
      '    answers:',
    ],
    [
      'a mark for who answers',
      'answers: A person answers.',
      "answers: '…'",
      'CONTENT_INVALID',
      '    answers:',
    ],
    ['a letter above the number', 'call: Call now', 'call: g', 'CONTENT_INVALID', '    call:'],
    ['an unknown kind', 'kind: callout', 'kind: shout', 'CONTENT_INVALID', 'kind: shout'],
    ['an id in capitals', 'id: two', 'id: Two', 'CONTENT_INVALID', 'id: Two'],
    ['an id that reaches into objects', 'id: two', 'id: constructor', 'CONTENT_INVALID', 'id: constructor'],
    ['a number for a text', 'Every kind of block', '5', 'CONTENT_INVALID', 'title: 5'],
    ['a date that is none', '2026-01-31', '2026-02-31', 'CONTENT_INVALID', 'date:'],
    ['two sections of one id', 'id: two', 'id: one # again', 'ID_DUPLICATE', 'id: one # again'],
    ['two items of one id', 'id: second', 'id: first # again', 'ID_DUPLICATE', 'id: first # again'],
    ['a block named like the line of its section', 'id: found', 'id: line', 'ID_DUPLICATE', 'id: line'],
    ['a block named like the heading of its part', 'id: bye', 'id: heading', 'ID_DUPLICATE', 'id: heading'],
    ['a figure without alt', '        alt: A door\n', '', 'ALT_MISSING', '- id: picture'],
    ['a figure with an empty alt', 'alt: A door', "alt: ' '", 'ALT_MISSING', "alt: ' '"],
    [
      'a source that is not listed',
      'source: book\nsections',
      'source: bok\nsections',
      'SOURCE_MISSING',
      'source: bok\n',
    ],
    ['an image above the folder', 'figures/door.svg', '../door.svg', 'PATH_OUTSIDE', 'image:'],
    ['an absolute image', 'figures/door.svg', '/etc/passwd', 'PATH_OUTSIDE', 'image:'],
    ['an image that is missing', 'figures/door.svg', 'figures/dor.svg', 'FILE_NOT_FOUND', 'image:'],
    ['an image that is a folder', 'figures/door.svg', 'figures', 'FILE_NOT_PLAIN', 'image:'],
    ['a wrong digit in the number', 'display: 800', 'display: 888', 'HELPLINE_INVALID', 'dial: "+1800'],
    ['a number that cannot be', '"+18003151376"', '"+1800315137"', 'HELPLINE_INVALID', 'dial: "+1800'],
    [
      'letters in the number',
      'display: 800-315-1376',
      'display: 800-GET-HELP',
      'HELPLINE_INVALID',
      'display: 800',
    ],
    [
      'a number without its country',
      'display: "988"\n    dial: "988"',
      'display: "9887654"\n    dial: "9887654"',
      'HELPLINE_INVALID',
      'dial: "9887654"',
    ],
    ['a value of templates', 'Go well.', '"Call {{helpline}}."', 'INLINE_INVALID', 'text: "Call'],
    ['HTML in a text', 'Go well.', 'Go<br>well.', 'INLINE_INVALID', 'text: Go'],
    ['a link to a script', 'Go well.', '"[Go](javascript:x)"', 'INLINE_INVALID', 'text: "[Go'],
    [
      'a helpline that is not there',
      'Go well.',
      'Call <helpline:mian>.',
      'HELPLINE_INVALID',
      'text: Call <helpline:mian',
    ],
    ['a language that is none', 'Go well.', '"[Go](lang:xx-x-x-)"', 'INLINE_INVALID', 'text: "[Go'],
    ['an override of the direction', 'Go well.', '"Go \\u202e well."', 'INLINE_INVALID', 'text: "Go'],
    ['a word that stigmatizes', 'Go well.', 'An addict can go.', 'WORDING', 'text: An addict'],
    ['terms of no language', 'kicker: A', 'terms: { TH: [ab] }\nkicker: A', 'CONTENT_INVALID', 'terms: {'],
    [
      'a term with a mark',
      'kicker: A',
      'terms: { th: ["**ab**"] }\nkicker: A',
      'CONTENT_INVALID',
      'terms: {',
    ],
    ['a term of one letter', 'kicker: A', 'terms: { th: [a] }\nkicker: A', 'CONTENT_INVALID', 'terms: {'],
    [
      'a term of 61 letters',
      'kicker: A',
      `terms: { th: [${'a'.repeat(61)}] }\nkicker: A`,
      'CONTENT_INVALID',
      'terms: {',
    ],
    [
      'a term that is hidden',
      'kicker: A',
      'terms: { th: ["a\\u200bb"] }\nkicker: A',
      'CONTENT_INVALID',
      'terms: {',
    ],
    ['no term', 'kicker: A', 'terms: { th: [] }\nkicker: A', 'CONTENT_INVALID', 'terms: {'],
    ['a field twice', 'kicker: A', 'title: again\nkicker: A', 'YAML_SYNTAX', 'title: again'],
    ['a field that reaches into objects', 'kicker: A', '__proto__: A', 'YAML_SYNTAX', '__proto__'],
    ['YAML that does not parse', 'title: Every', 'title: "Every', 'YAML_SYNTAX', ''],
  ];
  it.each(cases)('%s', (_, from, to, code, at) => {
    const folder = changed([from, to]);
    const before = readFileSync(join(folder, 'guide.yaml'), 'utf8').split(at)[0]!;
    const found = problemsOf(() => loadGuide(folder));
    expect(found.map((p) => p.code)).toEqual([code]);
    expect(found[0]!.place.file).toBe(join(folder, 'guide.yaml'));
    if (at !== '') expect(found[0]!.place.line).toBe(before.split('\n').length);
    expect(found[0]!.hint).toBeTruthy();
  });

  it.each(['"Go \\\\{\\\\{helpline}} well."', '"Go {well}."', '"Go { {well} }."'])(
    'but for braces that are meant: %s',
    (text) => {
      expect(codesOf(() => loadGuide(changed(['Go well.', text])))).toEqual([]);
    },
  );

  it('gives the nearest name as a hint', () => {
    const [unknown] = problemsOf(() => loadGuide(changed(['overview:', 'overveiw:'])));
    expect(unknown?.hint).toBe('Did you mean "overview"?');
    const [source] = problemsOf(() =>
      loadGuide(changed(['source: book\nsections', 'source: bok\nsections'])),
    );
    expect(source?.hint).toBe('Did you mean "book"?');
  });

  it('lists all problems at once', () => {
    const folder = changed(
      ['figures/door.svg', 'figures/dor.svg'],
      ['display: 800', 'display: 888'],
      ['Go well.', 'An addict can go.'],
    );
    expect(codesOf(() => loadGuide(folder)).map((c) => c.split(':')[0])).toEqual([
      'HELPLINE_INVALID',
      'FILE_NOT_FOUND',
      'WORDING',
    ]);
  });

  it('refuses an image that a symbolic link leads out of the folder', () => {
    const folder = changed(['figures/door.svg', 'figures/link.svg']);
    symlinkSync('/etc/hostname', join(folder, 'figures/link.svg'));
    expect(problemsOf(() => loadGuide(folder)).map(({ code }) => code)).toEqual(['PATH_OUTSIDE']);
  });

  it('warns of a guide without an emergency line for its country', () => {
    const guide = loadGuide(changed(['country: US', 'country: CA']));
    expect(guide.warnings.map(({ code }) => code)).toEqual(['EMERGENCY_MISSING']);
    const [{ message, hint }] = guide.warnings as [Problem];
    expect(message).toBe('The guide has no emergency block for CA, and that for US is not printed.');
    expect(hint).toMatch(/; or name US in country or countries, if the guide is for there\.$/);
  });

  it('says of no other country where the guide has no emergency line at all', () => {
    const block = /\nemergency:\n(?: .*\n|\n)*/.exec(readFileSync(join(whole, 'guide.yaml'), 'utf8'))![0];
    const [{ message, hint }] = loadGuide(changed([block, '\n'])).warnings as [Problem];
    expect(message).toBe('The guide has no emergency block for US.');
    expect(hint).toMatch(/and its number to numbers\.$/);
  });

  it('refuses text far above the grade that readers can read', () => {
    const hard =
      'Pharmacological interventions administered throughout detoxification considerably ameliorate physiological complications. '.repeat(
        4,
      );
    expect(problemsOf(() => loadGuide(changed(['Sleep helps.', hard]))).map(({ code }) => code)).toContain(
      'READING_LEVEL',
    );
  });
});

describe('a guide cannot hurt the program', () => {
  it('takes neither nesting without end, nor a bomb of aliases, nor a huge file', () => {
    const write = (text: string) => {
      const folder = changed();
      writeFileSync(join(folder, 'guide.yaml'), text);
      return () => loadGuide(folder);
    };
    expect(codesOf(write(`a: ${'['.repeat(50_000)}`))[0]).toMatch(/^YAML_SYNTAX/);
    const depths = [...Array(40).keys()].map((depth) => `${'  '.repeat(depth)}a:`).join('\n');
    expect(codesOf(write(`${depths} 1`))[0]).toMatch(/^YAML_SYNTAX/);
    const laughs = [
      'a0: &a0 [x, x]',
      ...[...Array(30).keys()].map((i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`),
    ];
    expect(codesOf(write(laughs.join('\n')))[0]).toMatch(/^YAML_SYNTAX/);
    expect(codesOf(write(`# ${'x'.repeat(2_100_000)}`))).toEqual(['FILE_TOO_LARGE:']);
  });

  it('says which file is missing', () => {
    expect(codesOf(() => loadGuide('/nowhere/at/all'))).toEqual(['FILE_NOT_FOUND:']);
  });

  it('leaves Object.prototype alone', () => {
    problemsOf(() => loadGuide(changed(['kicker: A', '__proto__: { polluted: 1 }\nkicker: A'])));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
