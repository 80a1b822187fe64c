/** A workbook is read as people see it, or refused: nothing of a cell is dropped, and nothing put in its place. */
import { describe, expect, it } from 'vitest';
import { textFaultIn } from '../../src/sheet/text-fault.ts';
import { readSheet, type SheetAnswer } from '../../src/sheet/xlsx.ts';
import { type Entry, textCell, workbook } from '../campaign/zipped.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet whose cell B2 is given, in a workbook that shares these texts. */
function read(cell: string, shared?: string, more: readonly Entry[] = []): Promise<SheetAnswer> {
  const rows = [textCell('A1', 'id') + textCell('B1', 'helpline'), textCell('A2', 'north') + cell];
  const texts: readonly Entry[] =
    shared === undefined
      ? []
      : [
          { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${shared}</sst>` },
          // In place of the one that names no shared texts.
          {
            name: 'xl/_rels/workbook.xml.rels',
            content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
          },
        ];
  return readSheet({ bytes: workbook(rows, [...texts, ...more]), sheet: undefined, most: 10 });
}

const cellOf = (answer: SheetAnswer) =>
  'rows' in answer ? answer.rows[1]?.cells[1] : `refused: ${answer.fault}`;

const sharedCell = (value: string) => `<c r="B2" t="s">${value}</c>`;
const own = (inner: string) => `<c r="B2" t="inlineStr"><is>${inner}</is></c>`;
const number = '202-555-0143';

describe('a text in several pieces', () => {
  it.each([
    ['shared, two', sharedCell('<v>0</v>'), `<si><t>202-</t><t>555-0143</t></si>`],
    ['shared, before runs', sharedCell('<v>0</v>'), `<si><t>202-</t><r><t>555-0143</t></r></si>`],
    ['shared, after runs', sharedCell('<v>0</v>'), `<si><r><t>202-</t></r><t>555-0143</t></si>`],
    ['shared, two in a run', sharedCell('<v>0</v>'), `<si><r><t>202-</t><t>555-0143</t></r></si>`],
    ['its own, before runs', own('<t>202-</t><r><t>555-0143</t></r>'), undefined],
    ['its own, two in a run', own('<r><t>202-</t><t>555-0143</t></r>'), undefined],
  ])('of which readers drop some is refused: %s', async (_, cell, shared) => {
    expect(await read(cell, shared)).toMatchObject({ fault: expect.stringContaining('several pieces') });
  });

  it.each([
    ['runs', sharedCell('<v>0</v>'), `<si><r><t>202-</t></r><r><rPr><b/></rPr><t>555-0143</t></r></si>`],
    ['an empty one before runs', sharedCell('<v>0</v>'), `<si><t/><r><t>202-555-0143</t></r></si>`],
    ['a reading', sharedCell('<v>0</v>'), `<si><t>202-555-0143</t><rPh sb="0" eb="1"><t>99</t></rPh></si>`],
    ['its own, two', own('<t>202-</t><t>555-0143</t>'), undefined],
    ['a remark within', sharedCell('<v>0</v>'), `<si><t>202-<!-- x -->555-0143</t></si>`],
  ])('that all take whole is read: %s', async (_, cell, shared) => {
    expect(cellOf(await read(cell, shared))).toMatchObject({ text: number, kind: 'text' });
  });
});

it.each(['<si><t>a', '<si><r><t>a', '<si><rPh '])(
  'texts that do not end are looked through once: %s',
  (text) => {
    expect(textFaultIn(text.repeat(300_000))).toBeUndefined();
  },
);

describe('a cell of shared texts that names none', () => {
  it.each(['', '<v></v>', '<v/>', '<v> </v>'])('is empty, and not the first of them: %s', async (value) => {
    const answer = await read(sharedCell(value), `<si><t>${number}</t></si>`);
    expect(cellOf(answer)).toEqual({ text: '', kind: 'text' });
  });

  it('is another one where another sheet has it in its place', async () => {
    const other = `<worksheet xmlns="${main}"><sheetData><row r="2"><c r="B2" t="s"/></row></sheetData></worksheet>`;
    const answer = await read(sharedCell('<v>0</v>'), `<si><t>${number}</t></si>`, [
      { name: 'xl/worksheets/sheet2.xml', content: other },
    ]);
    expect(cellOf(answer)).toMatchObject({ text: number });
  });
});

describe('a cell', () => {
  it.each([
    ['with a text of its own that it does not speak of', `<c r="B2"><is><t>${number}</t></is></c>`],
    ['that speaks of a text of its own, and has a value', `<c r="B2" t="inlineStr"><v>${number}</v></c>`],
    ['with a part of a number of a text', sharedCell('<v>0.7</v>')],
    ['with two values', '<c r="B2"><v>20255</v><v>50143</v></c>'],
  ])('%s is refused', async (_, cell) => {
    expect(await read(cell, '<si><t>911</t></si><si><t>988</t></si>')).toMatchObject({
      fault: expect.stringMatching(/cell B2/),
    });
  });

  it.each([
    ['without words', '<c r="B2"><f></f><v>2025550143</v></c>'],
    ['of a table of what-ifs', '<c r="B2"><f t="dataTable" ref="B2:B3" r1="A1"/><v>2025550143</v></c>'],
    ['behind its value', '<c r="B2"><v>2025550143</v><f>1+1</f></c>'],
  ])('with a formula is one: %s', async (_, cell) => {
    expect(cellOf(await read(cell))).toMatchObject({ kind: 'formula' });
  });

  it('that stands twice is seen behind however many columns', async () => {
    const columns = Array.from({ length: 600 }, (_, i) => `<col min="${i + 1}" max="${i + 1}" width="9"/>`);
    const cells = `<row r="1">${textCell('A1', 'id')}</row><row r="2">${textCell('A2', 'a')}${textCell('A2', 'b')}</row>`;
    const sheet = `<worksheet xmlns="${main}"><cols>${columns.join('')}</cols><sheetData>${cells}</sheetData></worksheet>`;
    expect(sheet.indexOf('<sheetData')).toBeGreaterThan(20_000);
    const bytes = workbook([], [{ name: 'xl/worksheets/sheet1.xml', content: sheet }]);
    expect(await readSheet({ bytes, sheet: undefined, most: 10 })).toMatchObject({
      fault: 'The workbook has the cell A2 twice',
    });
  });
});

it('a part that a workbook has twice is refused, in whatever letters', async () => {
  const twice = { name: 'xl/Worksheets/Sheet1.xml', content: 'x' };
  expect(await read(textCell('B2', number), undefined, [twice])).toMatchObject({
    fault: 'The workbook has the part xl/Worksheets/Sheet1.xml twice',
  });
});
