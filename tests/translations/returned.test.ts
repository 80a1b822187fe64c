/** What every file that came back is read by: places, quotes, marks, endings, bounds. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames, readReturned } from '../../src/translations/formats.ts';
import { brief, keyFinder, lineFinder, lineIn, markedBy } from '../../src/translations/returned.ts';
import { folderOf } from '../files/folder.ts';
import { openTray } from './tray.ts';

describe('a place in a file', () => {
  const text = 'one\ntwo\n\nfour';

  it('is a line, from 1 on', () => {
    const lines = [...text, ''].map((_, offset) => lineIn(text, offset));
    expect(lines).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 4, 4]);
    const lineAt = lineFinder(text);
    expect([...text, ''].map((_, offset) => lineAt(offset))).toEqual(lines);
    expect(lineIn(text, -1)).toBeUndefined();
    expect(lineFinder('one')(2)).toBe(1);
    expect([0, 1, 2].map((offset) => lineIn('\na\n', offset))).toEqual([1, 2, 2]);
    expect([0, 1, 2].map(lineFinder('\na\n'))).toEqual([1, 2, 2]);
  });

  it('is where a key stands first, whole', () => {
    const lineOf = keyFinder('"guide:a.b-c"\nguide:a.b\n"guide:a",guide:a.b\npress:x_other');
    expect(['guide:a.b-c', 'guide:a.b', 'guide:a', 'press:x_other', 'press:x'].map(lineOf)).toEqual([
      1,
      2,
      3,
      4,
      undefined,
    ]);
  });
});

it('a quote has 200 characters, and none of them is half of one', () => {
  expect(brief('x'.repeat(200))).toBe('x'.repeat(200));
  expect(brief('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
  expect(brief(`${'x'.repeat(199)}😀`)).toBe(`${'x'.repeat(199)}\ufffd…`);
});

it.each([
  ['missing', true],
  ['stale', true],
  ['broken', true],
  ['offered', true],
  ['translated', false],
  ['reviewed', false],
  [' Stale\n', true],
  ['REVIEWED', false],
  ['done', undefined],
  ['', undefined],
  ['toString', undefined],
])('the state %j says of being unfinished: %s', (word, marked) => {
  expect(markedBy(word)).toBe(marked);
});

describe('a file that came back', () => {
  const csv = 'key,source,target\nfile:languages,en,es\n';

  it('is read by its ending, however that is written', async () => {
    expect(formatNames).toEqual(['xliff', 'po', 'csv', 'xlsx', 'json']);
    const xliff =
      '<xliff version="1.2"><file original="g" source-language="en" target-language="es"><body/></file></xliff>';
    const folder = folderOf({
      'a.CSV': csv,
      'a.xliff': xliff,
      'a.xlf': xliff,
      'a.po': 'msgid ""\nmsgstr ""\n"Language: es\\n"\n',
      'a.json': '{"targetLanguage": "es", "units": []}',
    });
    for (const name of ['a.CSV', 'a.xliff', 'a.xlf', 'a.po', 'a.json'])
      expect(await readReturned(join(folder, name))).toMatchObject({ language: 'es', entries: [] });
  });

  it.each(['a.txt', 'a', 'a.csv.bak'])('that is called %s is none', async (name) => {
    await expect(readReturned(join(folderOf(), name))).rejects.toThrow(/^USAGE: .*is not the ending/);
  });

  it('says its language in any way, or not at all', async () => {
    const language = async (said: string) => {
      const folder = folderOf({ 'a.json': JSON.stringify({ targetLanguage: said, units: [] }) });
      return (await readReturned(join(folder, 'a.json'))).language;
    };
    expect(await language('zh_CN')).toBe('zh-Hans');
    expect(await language('Klingon-ish')).toBe('Klingon-ish');
    expect(await language('')).toBeUndefined();
    expect(await language(' \t')).toBeUndefined();
  });

  it('has texts that may be writing: each that is none is told with its key, and its line where it is there', async () => {
    const tray = openTray();
    const row = (key: string, target: string) => `${key},A,${target}\n`;
    const marks = `a${'\u0301'.repeat(13)}`;
    const problems = await tray.problems(
      'a.csv',
      `${csv}${row('guide:a', 'B')}${row('guide:b', marks)}${row('', marks)}`,
    );
    expect(problems).toMatchObject([
      { code: 'TEXT_UNNATURAL', place: { key: 'guide:b', line: 4 } },
      { code: 'TEXT_UNNATURAL', place: { key: '' } },
    ]);
    expect(problems[1]!.place).not.toHaveProperty('line');
    expect(await tray.problems('a.csv', `${csv}${row('guide:a', `a${'\u0301'.repeat(12)}`)}`)).toEqual([]);
    tray.clear();
  });

  it('is divided by commas, semicolons or tabs, as CSV', async () => {
    const tray = openTray();
    const by = (sign: string) => `${csv}guide:a,A,B\nguide:b,A,B\n`.replaceAll(',', sign);
    for (const sign of [',', ';', '\t']) expect((await tray.read('a.csv', by(sign))).entries).toHaveLength(2);
    for (const sign of ['|', '\u001f']) expect(await tray.refused('a.csv', by(sign))).toHaveLength(1);
    tray.clear();
  });

  it('is 2 MB large at most', async () => {
    const folder = folderOf();
    const file = join(folder, 'a.csv');
    writeFileSync(file, `${csv}${'\n'.repeat(2_000_000 - csv.length)}`);
    expect((await readReturned(file)).entries).toEqual([]);
    writeFileSync(file, `${csv}${'\n'.repeat(2_000_001 - csv.length)}`);
    await expect(readReturned(file)).rejects.toThrow(/^FILE_TOO_LARGE/);
  });

  it.each([
    ['__proto__', 2],
    ['"__pro"\n"to__"', undefined],
    ["'__pro' '\\to__'", undefined],
  ])('has no %j in it', async (name, line) => {
    const tray = openTray();
    const [first] = await tray.problems('a.csv', `key\n${name}`);
    expect(first).toMatchObject({ message: '"__proto__" is not taken.' });
    expect(first!.place.line).toBe(line);
    expect((await tray.problems('a.csv', `${csv}proto,A,B\n`)).length).toBe(0);
    tray.clear();
  });
});
