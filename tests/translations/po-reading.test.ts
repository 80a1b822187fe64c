import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { poEntries } from '../../src/translations/po-entries.ts';
import { longest, openTray, type Tray } from './tray.ts';

/** Lines 1 to 4; what follows begins on line 5. */
const head = (language = 'es') => `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n\n`;
const entry = (key: string, target = 'B') => `msgctxt "${key}"\nmsgid "A"\nmsgstr "${target}"\n\n`;

describe('PO that came back', () => {
  let tray: Tray;
  beforeAll(() => {
    tray = openTray();
  });
  afterAll(() => tray.clear());
  const refused = (text: string) => tray.refused('x.po', text);

  it('says all that is wrong at once, each with its line', async () => {
    const text = [
      head(),
      entry('guide:a.b'),
      entry('guide:a.b', 'C'),
      'msgid "Loose"\nmsgstr "B"\n\n',
      'msgctxt "guide:c"\nmsgid "A"\n\n',
      'msgctxt "guide:d"\nmsgid "A"\nmsgid_plural "As"\nmsgstr[0] "B"\nmsgstr[1] "Bs"\n\n',
      'msgctxt "guide:e"\nmsgid "A"\nmsgstr "B"\nmsgstr "C"\n\n',
      'msgctxt "guide:f"\nmsgstr "B"\n\n',
      'msgctxt ""\n"guide:"\n"a.b"\nmsgid "Other"\nmsgstr "B"\n',
    ].join('');
    expect(await refused(text)).toEqual([
      '9: "guide:a.b" is there twice, first in line 5.',
      '13: "Loose" has no msgctxt.',
      '16: "guide:c" has no translation (msgstr).',
      '19: "guide:d" has plural forms (msgid_plural), which no text of ours has.',
      '25: "guide:e" has more than one translation (msgstr).',
      '30: "guide:f" has no msgid.',
      '33: "guide:a.b" is there twice, first in line 5.',
    ]);
  });

  it('says what its header lacks', async () => {
    expect(await refused(`msgid ""\n\n${entry('guide:a')}`)).toEqual([
      '1: The header has no translation (msgstr).',
    ]);
    expect(await refused(`${head()}${head('hi')}`)).toEqual([
      '5: The header is there twice, first in line 1.',
    ]);
  });

  it('says where an old entry is none', async () => {
    expect(await refused(`${head()}${entry('guide:a')}#~ msgid_plural "As"\n`)).toEqual([
      '9: "" is out of use, and has no msgid.',
    ]);
  });

  it('says where it is no PO', async () => {
    for (const [text, line] of [
      ['msgctxt "guide:a"\nmsgid "A" B\n', 6],
      ['msgctxt "guide:a"\nmsgid "A \n B"\n', 6],
      ['msgctxt "guide:a"\nmsgid "A"\nmsgstr "a "b" c"\n', 7],
      ['msgctxt "guide:a"\nmsgid "A"\nmsgstr "a', 7],
      ['nothing of the kind', 5],
    ] as const)
      expect(await refused(`${head()}${text}`)).toEqual([`${line}: The file is not PO from this line on.`]);
  });

  it('may hold what other tools put in', async () => {
    const text = [
      '# A remark with "quotes" and msgctxt "x"\n',
      '#, fuzzy\n',
      head(),
      '#| msgctxt "guide:a"\n#| msgid "Old"\n',
      'msgctxt ""\n"guide:"\n# between\n"a"\nmsgid "A \\"1\\" \\\\"\nmsgstr[0] ""\n"B "\n\'C\'\n',
      'msgctxt "1" msgid "A" msgstr "B"\n',
      '#~ msgctxt "guide:a"\n#~ msgid "Old"\n#~ msgstr ""\n#~ "x"\n#~| msgid "Older"\n',
      '#~ msgctxt "guide:a"\n#~ msgid "Old"\n#~ msgstr "x"\n',
      'msgctxt "guide:b"\nmsgid "toString"\nmsgstr "D"',
    ].join('');
    const { language, entries } = await tray.read('x.po', text);
    expect(language).toBe('es');
    expect(entries).toEqual([
      { key: '1', source: 'A', target: 'B', marked: false },
      { key: 'guide:a', source: 'A "1" \\', target: 'B C', marked: false },
      { key: 'guide:b', source: 'toString', target: 'D', marked: false },
    ]);
  });

  it.each([
    ['#, fuzzy', true],
    ['#, no-wrap, fuzzy', true],
    ['#, no-wrap\n#, fuzzy', true],
    ['#, not-fuzzy', false],
    ['# fuzzy', false],
  ])('with the flag %j is marked: %s', async (flag, marked) => {
    const { entries } = await tray.read('x.po', `${head()}${flag}\n${entry('guide:a')}`);
    expect(entries).toMatchObject([{ marked }]);
  });

  it.each([
    ['es_ES', 'es'],
    ['pt_br', 'pt-BR'],
    [' ZH_hans ', 'zh-Hans'],
  ])('names its language %s as the tag %s, which a command takes', async (said, tag) => {
    expect((await tray.read('x.po', `${head(said)}${entry('guide:a')}`)).language).toBe(tag);
  });

  it.each([
    ['translations of one text', `msgctxt "a"\nmsgid "A"\n${'msgstr""'.repeat(230_000)}`],
    ['old translations of one text', `#~ msgid "A"\n${'#~msgstr""\n'.repeat(160_000)}`],
    ['strings', `msgctxt "a"\nmsgid "A"\nmsgstr ${'"a"\n'.repeat(450_000)}`],
    ['escapes', `msgctxt "a"\nmsgid "A"\nmsgstr "${'\\n'.repeat(900_000)}"`],
    ['quotes that do not end', `#~ msgid "\\\n${'\\"'.repeat(900_000)}`],
    ['characters in one string', `msgctxt "a"\nmsgid "A"\nmsgstr "${'a'.repeat(1_800_000)}"`],
    ['spaces', `${' '.repeat(1_800_000)}x`],
  ])('is read or refused, with many %s', async (_, text) => {
    // What is searched twice for each of them ends by the test's own limit, long after.
    await refused(`${head()}${text}`);
  });

  it('is quoted in bounded messages', async () => {
    const long = 'k'.repeat(5000);
    const text = `${head()}${entry(long)}${entry(long)}msgid "${long}"\nmsgstr "x"\n`;
    const problems = await tray.problems('x.po', text);
    expect(problems).toHaveLength(2);
    expect(longest(problems)).toBeLessThan(350);
  });
});

describe('the entries of PO', () => {
  const entries = (text: string) => {
    const found = poEntries(text);
    return typeof found === 'number'
      ? found
      : found.map(({ context, id, translations, offset }) => [offset, context, id, translations]);
  };

  it('begin with a context, or with an id after one or after a translation', () => {
    expect(entries('msgctxt "a"\nmsgid "A"\nmsgstr "B"\nmsgctxt "b"\nmsgid "C"\nmsgstr "D"')).toEqual([
      [0, 'a', 'A', 1],
      [33, 'b', 'C', 1],
    ]);
    expect(entries('msgid "A"\nmsgid "B"\nmsgstr "C"')).toEqual([
      [0, undefined, 'A', 0],
      [10, undefined, 'B', 1],
    ]);
    expect(entries('msgctxt "a"\nmsgstr "B"\nmsgid "C"')).toEqual([
      [0, 'a', undefined, 1],
      [23, undefined, 'C', 0],
    ]);
    expect(entries('msgctxt "a"\nmsgid "A"\nmsgstr "B"\nmsgstr "C"')).toEqual([[0, 'a', 'A', 2]]);
  });

  it('end where the text is no PO: at what stands there', () => {
    expect(entries('msgid "A"\n  nonsense')).toBe(12);
    expect(entries(' \n')).toEqual([]);
  });
});
