import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editYaml, parseYaml, type YamlEdit } from '../../src/files/index.ts';

const guide = `# A guide.
id: clinic # never changes
helplines:
  main:
    # as people read it
    display: 800-315-1376
    dial: "+18003151376" # as phones dial it

publisher:
  name: >-
    Rivers County
    Health
  web: 'https://example.org' # short
sources: []
`;
const edit = (text: string, ...edits: YamlEdit[]) => editYaml(text, edits, 'guide.yaml');
const display = ['helplines', 'main', 'display'] as const;

describe('editing YAML', () => {
  it('changes a value and nothing else: comments, order, quotes and empty lines stay', () => {
    expect(edit(guide, { path: [...display], value: '988' })).toBe(
      guide.replace('display: 800-315-1376', 'display: "988"'),
    );
    expect(edit(guide, { path: ['helplines', 'main', 'dial'], value: '988' })).toBe(
      guide.replace('"+18003151376" #', '"988" #'),
    );
  });

  it('changes a text over several lines into one, and leaves the line after it alone', () => {
    expect(edit(guide, { path: ['publisher', 'name'], value: 'Lake County: Health' })).toBe(
      guide.replace('>-\n    Rivers County\n    Health\n', '"Lake County: Health"\n'),
    );
  });

  it('adds what was not there at the end of its mapping, or makes the mapping', () => {
    expect(edit(guide, { path: ['publisher', 'address'], value: '12 Main Street' })).toBe(
      guide.replace('# short\n', '# short\n  address: 12 Main Street\n'),
    );
    expect(edit(guide, { path: ['review', 'by', 'name'], value: 'true' })).toBe(
      `${guide}review:\n  by:\n    name: "true"\n`,
    );
    expect(edit('a: b', { path: ['c', 'd'], value: 'e' })).toBe('a: b\nc:\n  d: e\n');
    expect(edit('a:\r\n  b: c\r\nd: e\r\n', { path: ['a', 'f'], value: 'g' })).toBe(
      'a:\r\n  b: c\r\n  f: g\r\nd: e\r\n',
    );
  });

  it('takes a field out with its line, and the mapping that it was alone in', () => {
    expect(edit(guide, { path: ['publisher', 'web'], value: undefined })).toBe(
      guide.replace("  web: 'https://example.org' # short\n", ''),
    );
    const none = edit(
      guide,
      { path: ['publisher', 'web'], value: undefined },
      { path: ['publisher', 'name'], value: undefined },
    );
    expect(none).toBe(guide.replace(/publisher:[\s\S]*(?=sources)/, ''));
    expect(edit(guide, { path: ['publisher', 'logo'], value: undefined })).toBe(guide);
  });

  it('edits mappings on one line, where a comma would end a value', () => {
    const flow = 'main: { display: 1-800, dial: "1" }\nlast: x\n';
    expect(edit(flow, { path: ['main', 'display'], value: '800, or 900' })).toBe(
      flow.replace('1-800', '"800, or 900"'),
    );
    expect(edit(flow, { path: ['main', 'country'], value: 'US' })).toBe(
      flow.replace('"1" }', '"1", country: "US" }'),
    );
    expect(edit(flow, { path: ['main', 'dial'], value: undefined })).toBe(flow.replace(', dial: "1"', ''));
    expect(edit(flow, { path: ['main', 'display'], value: undefined })).toBe(
      flow.replace('display: 1-800, ', ''),
    );
  });

  it('refuses what it cannot change so, and what does not parse', () => {
    expect(() => edit('- a\n- b\n', { path: ['c'], value: 'd' })).toThrow('only a person can change');
    expect(() => edit('a: [b\n', { path: ['a'], value: 'd' })).toThrow('YAML_SYNTAX');
  });

  it('writes any text so that it is read back, in the shipped guide too', () => {
    const shipped = readFileSync(
      resolve(import.meta.dirname, '../../guides/heroin-detox/guide.yaml'),
      'utf8',
    );
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(texts, fc.constantFrom('name', 'address', 'web'), texts, (name, field, other) => {
        const edits: YamlEdit[] = [
          { path: ['publisher', 'name'], value: name },
          { path: ['publisher', field], value: other },
          { path: [...display], value: name },
        ];
        let edited: string;
        try {
          edited = edit(shipped, ...edits);
        } catch (error) {
          // A text that no file of ours may hold is refused, and never written otherwise.
          expect(String(error)).toMatch(/TEXT_UNNATURAL|only a person/);
          return;
        }
        const value = parseYaml(edited, 'guide.yaml').value as Record<string, Record<string, unknown>>;
        expect(value.publisher).toEqual({ name, [field]: other });
        expect(value.helplines!.main).toMatchObject({ display: name, dial: '+18003151376' });
        expect(edited.split('\n').length).toBeGreaterThanOrEqual(shipped.split('\n').length);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
