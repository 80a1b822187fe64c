import { describe, expect, it } from 'vitest';
import { loadCampaign, planOf } from '../../src/campaign/index.ts';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { folderWith } from './folder.ts';
import { errorCell, formulaCell, otherSheet, textCell, workbook } from './zipped.ts';

/** What is refused in a sheet: code, row, column and hint. */
async function refusedIn(
  sheet: string | Uint8Array,
  { more = '', file = 'places.xlsx', said = '' } = {},
): Promise<(Pick<Problem, 'code' | 'message' | 'hint'> & { readonly at: unknown[] })[]> {
  const folder = folderWith({
    'campaign.yaml': `id: a\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en, es]\nplaces: { file: ${file}${said} }\n${more}\n`,
    [file]: sheet,
  });
  try {
    await planOf(loadCampaign(folder));
    return [];
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return error.problems.map(({ code, message, hint = '', place: { line, column } }) => ({
      code,
      message,
      hint,
      at: [line, column],
    }));
  }
}

const head = (name: string) => textCell('A1', 'id') + textCell('B1', 'helpline') + textCell('C1', name);
const row = (line: number, third: string) =>
  textCell(`A${line}`, `p${line}`) + textCell(`B${line}`, `202-555-010${line}`) + third;
/** As a program leaves it that makes workbooks and calculates nothing. */
const uncounted = (at: string) => formulaCell(at, '1+1', '');

describe('a formula that was saved without what it comes to', () => {
  it.each(['country', 'locales', 'products', 'papers', 'copies', 'written', 'confirmed', 'undialled'])(
    'is no empty cell of %s, which would mean all, or nothing',
    async (field) => {
      const told = await refusedIn(workbook([head(field), row(2, ''), row(3, uncounted('C3'))]));
      expect(told).toMatchObject([{ code: 'PLACE_VALUE_INVALID', at: [3, 3] }]);
    },
  );

  it('does no harm in a column that nobody asks for', async () => {
    expect(await refusedIn(workbook([head('Region'), row(2, uncounted('C2'))]))).toEqual([]);
  });
});

describe('a column that a filter asks for', () => {
  const sheet = (second: string, merges: readonly string[] = []) =>
    workbook([head('Region'), row(2, textCell('C2', 'North')), row(3, second)], [], merges);
  const filters = [
    'except: [{ columns: { region: [North] } }]',
    'only: [{ columns: { Region: [North] } }]',
    'quantities: [{ columns: { Region: North }, copies: 5 }]',
  ];

  it.each(filters)('has no value in a cell that is not whole: %s', async (more) => {
    const at = (code: string, line: number) => [{ code, at: [line, 3] }];
    expect(await refusedIn(sheet(uncounted('C3')), { more })).toMatchObject(at('PLACE_VALUE_INVALID', 3));
    expect(await refusedIn(sheet(errorCell('C3', '#REF!')), { more })).toMatchObject(
      at('PLACE_VALUE_INVALID', 3),
    );
    expect(await refusedIn(sheet('', ['C2:C3']), { more })).toMatchObject(at('SHEET_INVALID', 2));
    expect(await refusedIn(sheet(formulaCell('C3', 'C2', 'North')), { more: filters[1]! })).toEqual([]);
    expect(await refusedIn(sheet(''), { more })).toEqual([]);
  });

  it('may be merged or wrong where no filter asks for it', async () => {
    expect(await refusedIn(sheet('', ['C2:C3']))).toEqual([]);
    expect(await refusedIn(sheet(errorCell('C3', '#REF!')))).toEqual([]);
  });
});

describe('what is told of a sheet', () => {
  const csv = (cells: string) => refusedIn(`id,helpline,country,name\n${cells}\n`, { file: 'places.csv' });

  it('is of the country, where it is none', async () => {
    for (const cells of ['a,020 7946 0128,UK,', 'a,+44 20 7946 0128,UK,', 'a,202-555-0101,XX,'])
      expect(await csv(cells), cells).toMatchObject([{ code: 'PLACE_VALUE_INVALID', at: [2, 3] }]);
    const [told] = await refusedIn('id,helpline\na,020 7946 0128\n', {
      file: 'places.csv',
      said: ', country: UK',
    });
    expect(told).toMatchObject({ code: 'CAMPAIGN_INVALID', at: [5, 29] });
    expect(told!.message).toContain('the United Kingdom is GB');
  });

  it('names no short code in place of a number that ends in letters', async () => {
    for (const written of ['1-800-DETOX-NOW', '800 HELP', '1-800-CALL']) {
      const [told] = await csv(`a,${written},,`);
      expect(told!.hint, written).toMatch(/^Write its digits/);
    }
  });

  it('is that a cell has two numbers, also with a line between', async () => {
    const [told] = await csv('a,"202-555-0101\n202-555-0102",,');
    expect(told!.hint).toMatch(/^A place has one number/);
  });

  it('has no marks that a cell does not take', async () => {
    const [told] = await csv('a,202-555-0101,,School 912');
    expect(told).toMatchObject({ code: 'PLACE_TEXT_INVALID', at: [2, 4] });
    expect(told!.hint).not.toMatch(/\]\(/);
    expect(told!.hint).toContain('undialled');
  });

  it('is in our words, of a name that is too long', async () => {
    const [told] = await csv(`a,202-555-0101,,${'Clinic '.repeat(1000)}`);
    expect(told!.message).toBe('publisher.name: at most 4000 letters.');
  });

  it('names languages and scripts as people do', async () => {
    const [told] = await csv('a,202-555-0101,,مركز الشفاء');
    expect(told!.message).toMatch(/is said to be in English, and is written in Arabic letters: /);
  });

  it('is that a page of a browser is no table, whatever its name says', async () => {
    for (const page of [
      '<html><table><tr><td>id</td></tr></table></html>',
      '\ufeff<?xml version="1.0"?>\n<a b="c"/>',
    ])
      expect(await refusedIn(page, { file: 'places.xls' })).toMatchObject([
        { code: 'SHEET_INVALID', message: expect.stringContaining('HTML') },
      ]);
  });

  it('is which other sheet there is, where the first has no places', async () => {
    const book = workbook([textCell('A1', 'Read') + textCell('B1', 'me'), row(2, '')], [], [], {
      sheets: otherSheet('Clinics'),
    });
    const [told] = await refusedIn(book);
    expect(told).toMatchObject({ code: 'SHEET_COLUMN', hint: expect.stringContaining('sheet: "Clinics"') });
  });
});

describe('a workbook', () => {
  it('is read where a chart is the first of its sheets', async () => {
    const sheet = workbook([head('name'), row(2, textCell('C2', 'North'))], [], [], { hasChart: true });
    expect(await refusedIn(sheet)).toEqual([]);
    const told = await refusedIn(sheet, { said: ', sheet: Chart' });
    expect(told).toMatchObject([{ message: 'The workbook has no sheet "Chart", but "Places".' }]);
  });

  it('has no readings of its texts within its cells: their digits would be read as those of the number', async () => {
    const number = '<c r="B2" t="inlineStr"><is><t>202-555-010</t><rPh sb="0" eb="1"><t>1</t></rPh></is></c>';
    const told = await refusedIn(workbook([head('name'), textCell('A2', 'a') + number]));
    expect(told).toMatchObject([{ code: 'SHEET_INVALID', message: expect.stringContaining('furigana') }]);
  });

  it('whose first row is no names of columns points to its other sheets', async () => {
    const sheet = workbook([textCell('A1', 'Exported from Numbers'), textCell('B2', 'Table')], [], [], {
      sheets: otherSheet('Sheet 1 - Table 1'),
    });
    const [told] = await refusedIn(sheet);
    expect(told).toMatchObject({
      code: 'SHEET_COLUMN',
      hint: expect.stringContaining('"Sheet 1 - Table 1"'),
    });
  });
});

describe('typographic quotes', () => {
  const csv = (cells: string) => refusedIn(`id,helpline,name,address\n${cells}\n`, { file: 'places.csv' });

  it('that seem to hold a cell together, which they do not, are told', async () => {
    for (const cells of [
      'a,202-555-0101,“North, East”',
      'a,202-555-0101,„North, East“',
      'a,202-555-0101,«Norte, Sur»',
    ])
      expect(await csv(cells)).toMatchObject([{ code: 'SHEET_INVALID', at: [2, undefined] }]);
    for (const cells of ['a,202-555-0101,“North”,“East”', 'a,202-555-0101,The “Old” Mill,1 Road'])
      expect(await csv(cells)).toEqual([]);
  });

  it('around a number are told with the number', async () => {
    expect((await csv('a,“202-555-0101”,North,1 Road'))[0]!.hint).toContain('Is it 202-555-0101?');
  });
});
