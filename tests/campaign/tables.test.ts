import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/campaign/places/csv.ts';
import { readTable } from '../../src/campaign/places/read-table.ts';
import { letterOf } from '../../src/campaign/places/table.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { readSheetApart, zipBounds, zipFault } from '../../src/sheet/index.ts';
import { folderWith } from './folder.ts';
import { errorCell, formulaCell, numberCell, textCell, workbook, zipped } from './zipped.ts';

const said = { file: 'places', encoding: 'utf-8', separator: 'auto', columns: {} } as const;

async function tableOf(content: string | Uint8Array, more: object = {}) {
  const table = await readTable(folderWith({ places: content }), { ...said, ...more });
  const cells = (row: { cells: readonly { text: string }[] }) => row.cells.map(({ text }) => text);
  return { header: cells(table.header), rows: table.rows.map((row) => [row.line, ...cells(row)]) };
}

describe('a CSV file', () => {
  const whole = {
    header: ['id', 'name'],
    rows: [
      [2, 'a', 'Café'],
      [3, 'b', 'B, and b'],
    ],
  };
  it.each([
    ['LibreOffice, with commas', 'id,name\na,Café\nb,"B, and b"\n'],
    ['Excel, UTF-8', '\ufeffid,name\r\na,Café\r\nb,"B, and b"\r\n'],
    ['Excel, where a comma is the decimal mark', '\ufeffid;name\r\na;Café\r\nb;B, and b\r\n'],
    ['Google, with tabs', 'id\tname\na\tCafé\nb\tB, and b'],
    ['an old Macintosh', 'id,name\ra,Café\rb,"B, and b"\r'],
    ['texts kept as formulas', 'id,name\n="a",Café\n="b","B, and b"\n'],
    ['all in quotes', '"id","name"\n"a","Café"\n"b","B, and b"\n'],
  ])('is read as %s writes it', async (_, text) => {
    expect(await tableOf(text)).toEqual(whole);
  });

  it('is divided as its first line says, whose lines are counted on', async () => {
    expect(await tableOf('sep=;\r\nid;name\r\na;x,y,z\r\n')).toEqual({
      header: ['id', 'name'],
      rows: [[3, 'a', 'x,y,z']],
    });
    for (const line of ['"sep=;"', 'SEP=;'])
      expect(await tableOf(`${line}\nid;name\na;x\n`)).toMatchObject({ rows: [[3, 'a', 'x']] });
    expect(await tableOf('separator;name\na;x\n')).toMatchObject({ rows: [[2, 'a', 'x']] });
    expect(await tableOf('sep=\t\nid\tname\na\tx;y;z;w\n')).toMatchObject({ rows: [[3, 'a', 'x;y;z;w']] });
  });

  it('is divided as the campaign says', async () => {
    expect(await tableOf('id;a,b,c\n1;2\n', { separator: ';' })).toEqual({
      header: ['id', 'a,b,c'],
      rows: [[2, '1', '2']],
    });
    expect(await tableOf('id,a;b;c\n1,2\n', { separator: ',' })).toMatchObject({ header: ['id', 'a;b;c'] });
  });

  it('counts lines within quotes and empty ones', async () => {
    const text = '\r\nid,name\r\na,"one\r\ntwo"\r\n\r\nb,"x ""y"" z"\r\n';
    expect(await tableOf(text)).toEqual({
      header: ['id', 'name'],
      rows: [
        [3, 'a', 'one\ntwo'],
        [6, 'b', 'x "y" z'],
      ],
    });
  });

  it('is not taken with a quote in the middle: rows could be lost in a cell', async () => {
    for (const [text, line] of [
      ['id,note,n\na,"x\nb,"y",1\nc,"z",2\n', 3],
      ['id,note\na,the "old" mill\n', 2],
      ['id,note\na,b\nc,"d\n', 3],
    ] as const)
      await expect(tableOf(text)).rejects.toMatchObject({
        problems: [{ code: 'SHEET_INVALID', place: { line } }],
      });
  });

  it('ends where there are more rows than are asked for', async () => {
    const { rows } = await parseCsv(`id\n${'a\n'.repeat(50)}`, 'x', undefined, 10);
    expect(rows).toHaveLength(11);
  });

  it('is Windows-1252 where that is said', async () => {
    const bytes = Buffer.from('id,name\na,Caf\xe9 \x80\n', 'latin1');
    expect(await tableOf(bytes, { encoding: 'windows-1252' })).toMatchObject({ rows: [[2, 'a', 'Café €']] });
  });
});

describe('a workbook', () => {
  it('gives numbers with all digits, and says what its cells are', async () => {
    const bytes = workbook([
      textCell('A1', 'id') + textCell('B1', 'helpline'),
      textCell('A2', ' a ') + numberCell('B2', 18005550199, 2),
      numberCell('A3', 7) + textCell('B3', '0800 1111'),
      textCell('A5', 'b') + formulaCell('B5', '1+8005550199', 8005550200),
      textCell('A6', 'c') + errorCell('B6', '#N/A'),
      textCell('A7', 'd') + numberCell('B7', 46000, 1),
      textCell('A8', 'e') + numberCell('B8', '1.23456789012345E+17'),
      `${textCell('A9', 'f')}<c r="B9" t="b"><v>1</v></c>`,
    ]);
    const answer = await readSheetApart({ bytes, sheet: undefined, most: 100 });
    expect(
      'rows' in answer &&
        answer.rows.map(({ line, cells }) => [line, ...cells.map(({ kind, text }) => `${kind} ${text}`)]),
    ).toEqual([
      [1, 'text id', 'text helpline'],
      [2, 'text a', 'number 18005550199'],
      [3, 'number 7', 'text 0800 1111'],
      [5, 'text b', 'formula 8005550200'],
      [6, 'text c', 'error #N/A'],
      [7, 'text d', 'date 2025-12-09T00:00:00.000Z'],
      [8, 'text e', 'number 1.23456789012345e+17'],
      [9, 'text f', 'truth true'],
    ]);
  });

  it('says formula of each cell that one fills, though one alone has its words', async () => {
    const filled = (at: string, attributes: string, text = '') =>
      `<c r="${at}"><f ${attributes}>${text}</f><v>2025550152</v></c>`;
    const bytes = workbook([
      filled('A1', 't="shared" ref="A1:A2" si="0"', 'B1') + numberCell('B1', 1),
      filled('A2', 't="shared" si="0"') + numberCell('B2', 1),
      filled('A3', 't="array" ref="A3:B4"', '_xlfn.UNIQUE(D1:E2)') +
        textCell('B3', '0800') +
        numberCell('C3', 1),
      numberCell('A4', 1) + numberCell('B4', 1) + numberCell('C4', 1),
      numberCell('A5', 1) + filled('B5', 't="array" ref="B5"', 'D1'),
    ]);
    const answer = await readSheetApart({ bytes, sheet: undefined, most: 100 });
    expect('rows' in answer && answer.rows.map(({ cells }) => cells.map(({ kind }) => kind))).toEqual([
      ['formula', 'number', 'text'],
      ['formula', 'number', 'text'],
      ['formula', 'formula', 'number'],
      ['formula', 'formula', 'number'],
      ['number', 'formula', 'text'],
    ]);
  });

  it('is told as too large by its rows, and by a sheet that it has not', async () => {
    const bytes = workbook([textCell('A1', 'id'), textCell('A2', 'a'), textCell('A3', 'b')]);
    expect(await readSheetApart({ bytes, sheet: undefined, most: 2 })).toMatchObject({ isTooLarge: true });
    expect(await readSheetApart({ bytes, sheet: undefined, most: 3 })).toMatchObject({ rows: [{}, {}, {}] });
    expect(await readSheetApart({ bytes, sheet: 'Other', most: 3 })).toEqual({
      fault: 'The workbook has no sheet "Other", but "Places"',
    });
    expect(await readSheetApart({ bytes, sheet: 'Places', most: 3 })).toMatchObject({ rows: [{}, {}, {}] });
  });

  it('that is none, or takes too much, is an answer too', async () => {
    const rows = [zipped([{ name: 'a.txt', content: 'a' }]), workbook(['<c r="A1" t="s"><v>9</v>'])];
    for (const bytes of rows) {
      const answer = await readSheetApart({ bytes, sheet: undefined, most: 3 });
      expect('fault' in answer || answer.rows.length === 0).toBe(true);
    }
    const slow = await readSheetApart(
      { bytes: workbook([textCell('A1', 'id')]), sheet: undefined, most: 3 },
      { seconds: 0.001, megabytes: 500 },
    );
    expect(slow).toEqual({ fault: 'Reading the workbook takes more than 0.001 seconds' });
  });

  it.each([
    [
      'has a cell twice',
      [textCell('A1', 'id') + textCell('B1', '1') + textCell('B1', '2')],
      'has the cell B1 twice',
    ],
    ['has a row twice', ['', '</row><row r="2"></row><row r="1">'], 'has row 2 twice'],
    ['lacks the text of a cell', ['<c r="A1" s="1" t="s"><v>2</v></c>'], 'has no text for the cell A1'],
    ['has one of less than none', ['<c t="s" r="A1"><v>-1</v></c>'], 'has no text for the cell A1'],
  ])('is refused where it %s', async (_, rows, fault) => {
    const texts = { name: 'xl/sharedStrings.xml', content: '<sst><si><t>a</t></si><si><t>b</t></si></sst>' };
    const answer = await readSheetApart({ bytes: workbook(rows, [texts]), sheet: undefined, most: 9 });
    expect(answer).toEqual({ fault: `The workbook ${fault}` });
  });

  it('may have its rows in any order, and cells that say no place', async () => {
    const texts = { name: 'xl/sharedStrings.xml', content: '<sst><si><t>a</t></si><si><t>b</t></si></sst>' };
    const rows = [
      `${textCell('A1', 'id')}</row><row r="3">${textCell('A3', 'c')}</row><row r="2">${textCell('A2', 'b')}`,
    ];
    const answer = await readSheetApart({ bytes: workbook(rows, [texts]), sheet: undefined, most: 9 });
    expect(answer).toMatchObject({ rows: [{ line: 1 }, { line: 2 }, { line: 3 }] });
    const unplaced = workbook(['<c t="inlineStr"><is><t>id</t></is></c>', textCell('A2', 'a')], [texts]);
    expect(await readSheetApart({ bytes: unplaced, sheet: undefined, most: 9 })).toMatchObject({
      rows: [{ line: 1 }, { line: 2 }],
    });
  });

  it('is refused whole as a table, with a code', async () => {
    const bytes = zipped([{ name: 'content.xml', content: '<x/>' }]);
    await expect(tableOf(bytes)).rejects.toThrow(PressError);
    await expect(tableOf(bytes)).rejects.toMatchObject({ problems: [{ code: 'SHEET_INVALID' }] });
  });
});

describe('the zip of a workbook', () => {
  const small = { entries: 3, bytes: 1000 };
  const entry = (name: string, length: number, more = {}) => ({
    name,
    content: Buffer.alloc(length, 65),
    ...more,
  });
  it.each([
    ['as many entries as may be', [entry('a', 1), entry('b', 1), entry('c', 1)], undefined],
    ['one too many', [entry('a', 1), entry('b', 1), entry('c', 1), entry('d', 1)], /4 parts; it may have 3/],
    ['as many bytes as may be', [entry('a', 400), entry('b', 600)], undefined],
    ['one byte too many', [entry('a', 400), entry('b', 601)], /more than/],
    ['a lie about its bytes', [entry('a', 1001, { says: 1 })], /more than/],
    ['stored bytes', [entry('a', 1001, { method: 0 })], /more than/],
    ['a password', [entry('a', 1, { flags: 1 })], /password/],
    ['another way of packing', [entry('a', 1, { method: 12 })], /damaged/],
  ])('with %s', (_, entries, fault) => {
    const found = zipFault(zipped(entries), small);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(fault);
  });

  it('is damaged where an entry, the directory or the end is', () => {
    const good = zipped([entry('a', 100)]);
    expect(zipFault(good)).toBeUndefined();
    for (const [at, value] of [
      [0, 0],
      [good.length - 22, 0],
      [good.length - 22 - 47, 0],
      [34, 0xff],
    ] as const) {
      const bytes = Buffer.from(good);
      bytes[at] = value;
      expect(zipFault(bytes), `byte ${at}`).toBeDefined();
    }
    expect(zipFault(Buffer.from('PK'))).toMatch(/no workbook/);
    expect(zipFault(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/old workbook/);
    const content = 'application/vnd.oasis.opendocument.spreadsheet';
    expect(zipFault(zipped([{ name: 'mimetype', content, method: 0 }]))).toMatch(/LibreOffice/);
    expect(zipBounds).toEqual({ entries: 1000, bytes: 100_000_000 });
  });

  it('of a bomb is unpacked no further than allowed', () => {
    const bomb = zipped([{ name: 'a', content: Buffer.alloc(30_000_000), says: 10 }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(zipFault(bomb, { entries: 10, bytes: 1_000_000 })).toBe(
      'The workbook holds more than 1 MB when it is unpacked',
    );
  });
});

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
