import { describe, expect, it } from 'vitest';
import { parseYaml, readYaml } from '../../src/files/index.ts';
import { folderOf, problemsOf } from './folder.ts';

const told = (text: string) =>
  problemsOf(() => parseYaml(text, 'a.yaml')).map(
    ({ code, message, place }) => `${code} ${place.line}:${place.column} ${message}`,
  );

describe('a YAML file', () => {
  it('is read with the places of its values', () => {
    const { value, place } = readYaml(
      folderOf({ 'a.yaml': '\ufeffa: [1, "x"]\nb:\n  c: |\n    two\n    lines\n' }),
      'a.yaml',
    );
    expect(value).toEqual({ a: [1, 'x'], b: { c: 'two\nlines\n' } });
    expect(place(['a', 1])).toMatchObject({ line: 1, column: 8, key: 'a.1', source: 'a: [1, "x"]' });
    expect(place(['b', 'c'])).toMatchObject({ line: 3, column: 3 });
    expect(place(['b', 'none', 'more'])).toMatchObject({ line: 2, key: 'b.none.more' });
  });

  it.each([
    ['an anchor', 'a: &x 1', 'An anchor (&name) is not taken.'],
    ['an alias', 'a: *x', 'An alias (*name) is not taken.'],
    ['a tag', 'a: !!str 1', 'A tag (!name) is not taken.'],
    ['a directive', '%YAML 1.1\n---\na: yes', 'A directive (%) is not taken.'],
    ['an escape that there is not', 'a: "\\q"', '"\\q" is no escape of a quoted text.'],
    ['an escape beyond the last character', 'a: "\\U00110000"', '"\\U" is no escape of a quoted text.'],
    ['a field twice', 'a: 1\nb: 2\na: 3', 'The field "a" stands twice.'],
    ['a field twice, in braces', '{a: 1, a: 2}', 'The field "a" stands twice.'],
    ['a name that is a number', '1: a', '"1" cannot be the name of a field.'],
    ['a name that is a list', '? [a]\n: b', '"undefined" cannot be the name of a field.'],
    ['a name that reaches into objects', 'a:\n  __proto__: 1', '"__proto__" cannot be the name of a field.'],
    ['two documents', 'a: 1\n---\nb: 2', 'The file holds more than one document.'],
    ['an open bracket', 'a: [1', 'The YAML does not parse: '],
  ])('is refused with %s, where it stands', (_, text, said) => {
    const all = told(text);
    expect(all[0]).toMatch(/^YAML_SYNTAX \d+:\d+ /);
    expect(all[0]).toContain(said);
  });

  it('is told what to write for a number with a star, and for a name that is a number', () => {
    const hintOf = (text: string) => problemsOf(() => parseYaml(text, 'a.yaml'))[0]?.hint;
    expect(hintOf('a: *4141')).toContain('needs quotes: "*4141"');
    expect(hintOf('911: a')).toContain('begins with a letter');
  });

  it('takes what only looks like them, in texts', () => {
    const text = `a: "&x *y !z %"\nb: 'it''s'\nc: |\n  &a\n  *b !c\n  %d\ne: "\\t\\x41\\u00e9\\U0001F600\\\n  x"\nf: a & b * c ! d\n`;
    expect(parseYaml(text, 'a.yaml').value).toEqual({
      a: '&x *y !z %',
      b: "it's",
      c: '&a\n*b !c\n%d\n',
      e: '\tAé😀x',
      f: 'a & b * c ! d',
    });
  });

  it('is refused for all that is wrong, in order', () => {
    expect(told('a: 1\na: 2\n__proto__: 3\nb: {c: 1, c: 2}\n')).toEqual([
      'YAML_SYNTAX 2:1 The field "a" stands twice.',
      'YAML_SYNTAX 3:1 "__proto__" cannot be the name of a field.',
      'YAML_SYNTAX 4:11 The field "c" stands twice.',
    ]);
  });

  it('is told once where quotes are missing within braces, and nothing of what is right after it', () => {
    const text = `a:\n  - { id: b, text: See [one](https://example.org), two. }\n  - { id: c, text: "right" }\nd: right\n`;
    const [found, ...more] = problemsOf(() => parseYaml(text, 'a.yaml'));
    expect(found).toMatchObject({ code: 'YAML_SYNTAX', place: { line: 2 } });
    expect(found?.hint).toContain('needs quotes');
    expect(more).toEqual([]);
  });

  it('is told of each fault at which the parser still knows where it is', () => {
    expect(told('a: "1\\u"\nb: [1\nc: 2\n').length).toBeGreaterThan(0);
    expect(told('a: b: c\nd: e: f\n')).toHaveLength(2);
  });

  it('may be thirty deep, and no deeper', () => {
    const deep = (levels: number) =>
      `${'a: {'.repeat(levels - 1)}a: 1${'}'.repeat(levels - 1)}`.replace('a: {', 'a:\n {');
    expect(parseYaml(deep(30), 'a.yaml').place([]).line).toBe(1);
    expect(told(deep(31))[0]).toContain('nested more than 30 deep');
    const blocks = (levels: number) =>
      Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`)
        .join('\n')
        .concat(' 1');
    expect(parseYaml(blocks(30), 'a.yaml').value).toBeDefined();
    expect(told(blocks(31))[0]).toContain('nested more than 30 deep');
    expect(told('['.repeat(100_000))[0]).toContain('nested more than 30 deep');
    expect(told('- '.repeat(100_000))[0]).toContain('nested more than 30 deep');
  });

  it.each([
    ['keys', Array.from({ length: 150_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['items', '- a\n'.repeat(60_000)],
    ['commas', `a: [${','.repeat(200_000)}`],
    ['comments', '#\n'.repeat(200_000)],
    ['documents', '---\n'.repeat(200_000)],
  ])('is read no further than a file of ours goes: %s', (_, text) => {
    expect(told(text)).toEqual([expect.stringContaining('more than 100000 values and marks')]);
  });

  it('tells a hundred faults at most', () => {
    expect(told(Array.from({ length: 300 }, () => 'a: 1').join('\n'))).toHaveLength(100);
  });
});
