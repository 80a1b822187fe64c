import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJson } from '../../src/files/index.ts';
import { problemsOf } from '../content/folder.ts';

describe('a JSON file of texts', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'json-'));
    file = join(folder, 'es.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read as editors on Windows save it, with a byte order mark', () => {
    writeFileSync(file, '\ufeff{\r\n  "title": "Título"\r\n}\r\n');
    const { leaves, place } = readJson(folder, 'es.json');
    expect([...leaves]).toEqual([['title', 'Título']]);
    expect(place('title')).toMatchObject({ line: 2 });
    writeFileSync(file, '\ufeff{"title": x}');
    expect(problemsOf(() => readJson(folder, 'es.json'))).toMatchObject([{ place: { line: 1, column: 11 } }]);
  });

  it.each([
    ['a list', '[]', 'JSON_SYNTAX'],
    ['empty', '', 'JSON_SYNTAX'],
    ['cut off', '{"title": ', 'JSON_SYNTAX'],
    ['reaching into objects', '{"__proto__": "x"}', 'JSON_SYNTAX'],
    ['deep', `${'{"a":'.repeat(20)}1${'}'.repeat(20)}`, 'JSON_SYNTAX'],
    ['huge', `"${'x'.repeat(2_000_001)}"`, 'FILE_TOO_LARGE'],
  ])('is refused with its path and what to do: %s', (_, text, code) => {
    writeFileSync(file, text);
    const problems = problemsOf(() => readJson(folder, 'es.json'));
    expect(problems).toMatchObject([{ code, place: { file } }]);
    expect(problems[0]!.hint).toMatch(/[.?]$/);
  });
});
