import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longest, openTray, type Tray } from './tray.ts';

let tray: Tray;
beforeAll(() => {
  tray = openTray();
});
afterAll(() => tray.clear());

/** What a word for the state says in JSON and in CSV. */
const states = [
  ['missing', true],
  ['stale', true],
  ['broken', true],
  ['Stale ', true],
  ['translated', false],
  ['reviewed', false],
  ['', undefined],
  ['done', undefined],
  [undefined, undefined],
] as const;

describe('JSON that came back', () => {
  const refused = (text: string) => tray.refused('x.json', text);
  const file = (...units: string[]) => `{"targetLanguage": "es", "units": [\n${units.join(',\n')}\n]}`;
  const unit = (rest = '', key = 'guide:a') => `{"key": "${key}", "source": "A", "target": "B"${rest}}`;

  it('lets nothing that is there twice silently win', async () => {
    const twice = (name: string) => `"${name}" is there twice in one place.`;
    expect(await refused(file(unit(), unit(',\n"target": "C"', 'guide:b')))).toEqual([
      `4: ${twice('target')}`,
    ]);
    expect(await refused(file(unit(', "k\\u0065y": "guide:b"')))).toEqual([`2: ${twice('key')}`]);
    expect(await refused(`${file(unit()).slice(0, -1)},\n"units": []}`)).toEqual([`4: ${twice('units')}`]);
    expect(await refused(`{"units": [1, 2],\n${file(unit(), '1').slice(1)}`)).toEqual([
      `2: ${twice('units')}`,
      '4: Unit 2 is not an object.',
    ]);
    expect(await refused(`{"targetLanguage": "hi",\n${file(unit()).slice(1)}`)).toEqual([
      `2: ${twice('targetLanguage')}`,
    ]);
  });

  it('says all that is wrong at once, each with its line', async () => {
    const text = file(
      unit(),
      '{"key": "guide:b", "source": "A", "target": 5}',
      '"guide:c"',
      '[]',
      '{"key": "guide:d",\n "source": "A"}',
      unit(', "more": ["{", {"target": ",", "target": 1}]', 'guide:e'),
      'null',
    );
    expect(await refused(text)).toEqual([
      '3: Unit 2 has "target", which is unknown or not a string.',
      '4: Unit 3 is not an object.',
      '5: Unit 4 is not an object.',
      '6: Unit 5 lacks its key, its source or its target.',
      '8: "target" is there twice in one place.',
      '8: Unit 6 has "more", which is unknown or not a string.',
      '9: Unit 7 is not an object.',
    ]);
  });

  it('is read whatever marks of JSON stand in its texts, or names of its own stand elsewhere', async () => {
    const strange = '{\\"units\\": [1, 2], \\"key\\": \\\\';
    const text = `\ufeff{"other": {"units": [1, 2]}, ${file(unit(), unit('', strange)).slice(1)}`;
    const { entries } = await tray.read('x.json', text);
    expect(entries.map(({ key }) => key)).toEqual(['guide:a', JSON.parse(`"${strange}"`)]);
  });

  it.each(states)('with the state %j is marked: %s', async (state, marked) => {
    const said = state === undefined ? '' : `, "state": "${state}"`;
    expect((await tray.read('x.json', file(unit(said)))).entries).toMatchObject([{ marked }]);
  });

  it.each([
    ['lists in lists', '['.repeat(900_000) + ']'.repeat(900_000)],
    ['names', `{${Array.from({ length: 120_000 }, (_, i) => `"n${i}": 1`).join(', ')}}`],
    ['escapes', `"${'\\n'.repeat(900_000)}"`],
    ['characters in one string', `"${'a'.repeat(1_800_000)}"`],
    ['numbers', Array.from({ length: 800_000 }, () => '1').join(',')],
  ])('is refused in a moment, with many %s', async (_, unitText) => {
    expect((await refused(file(unitText)))[0]).toMatch(/^2: (?:Unit 1 |Values are nested|There are more)/);
  });

  it('is quoted in bounded messages', async () => {
    const long = 'k'.repeat(5000);
    const problems = await tray.problems('x.json', file(unit(`, "${long}": 1, "${long}": 2`)));
    expect(problems).toHaveLength(2);
    expect(longest(problems)).toBeLessThan(350);
  });
});

describe('CSV that came back', () => {
  const refused = (text: string) => tray.refused('x.csv', text);
  const file = (...rows: string[]) => `key,source,target,state\nfile:languages,en,es,\n${rows.join('\n')}\n`;

  it.each([';', '\t', ','])(
    'may name its separator %j in a first line, as spreadsheets do',
    async (separator) => {
      const table = file('guide:a,A,B,stale').replaceAll(',', separator);
      for (const first of [`sep=${separator}\r\n`, `\ufeffSEP=${separator}\n`, `"sep=${separator}"\n`]) {
        const { language, entries } = await tray.read('x.csv', `${first}${table}`);
        expect(language).toBe('es');
        expect(entries).toEqual([{ key: 'guide:a', source: 'A', target: 'B', marked: true }]);
      }
    },
  );

  it.each([
    ['#NAME?', '#REF!', '#VALUE!'],
    ['#¿NOMBRE?', '#¡REF!', '#N/A'],
  ])(
    'holds %s, %s or %s where a spreadsheet took a translation for a formula: all are told',
    async (...errors) => {
      const text = file(...errors.map((error, i) => `guide:k${i},"A\nA",${error},`));
      const problems = await tray.problems('x.csv', text);
      expect(problems.map(({ message, place }) => [message, place.line])).toEqual(
        errors.map((error, i) => [
          `"guide:k${i}" is ${error}: a spreadsheet took it for a formula.`,
          3 + 2 * i,
        ]),
      );
      expect(problems[0]!.hint).toContain("apostrophe (')");
    },
  );

  it('keeps translations that look a little like such an error', async () => {
    const { entries } = await tray.read(
      'x.csv',
      file('guide:a,A,#1: ¡Llame!,', 'guide:b,A,#,', 'guide:c,A,¡No!,'),
    );
    expect(entries.map(({ target }) => target)).toEqual(['#1: ¡Llame!', '#', '¡No!']);
  });

  it.each([
    [1, '"key,source,target\n'],
    [3, 'key,source,target\nfile:languages,en,es\nguide:a,"A,B\n'],
    [4, 'key,source,target\nfile:languages,en,es\nguide:a,A,B\nguide:b,"A"x,B\n'],
  ])('says in which row a quote does not end: %i', async (row, text) => {
    const [first] = await tray.problems('x.csv', text);
    expect(first!.message).toMatch(new RegExp(`^Row ${row} does not parse: `));
  });

  it('lets no column that is there twice silently win', async () => {
    expect(await refused('key,source,target,Target \nguide:a,A,B,C\n')).toEqual([
      '1: The first row has the column "target" twice.',
    ]);
  });

  it.each(states)('with the state %j is marked: %s', async (state, marked) => {
    const text =
      state === undefined
        ? 'key,source,target\nfile:languages,en,es\nguide:a,A,B\n'
        : file(`guide:a,A,B,${state}`);
    expect((await tray.read('x.csv', text)).entries).toMatchObject([{ marked }]);
  });

  it('is quoted in bounded messages', async () => {
    const problems = await tray.problems('x.csv', file(`${'k'.repeat(5000)},A,#REF!,`));
    expect(problems).toHaveLength(1);
    expect(longest(problems)).toBeLessThan(350);
  });
});
