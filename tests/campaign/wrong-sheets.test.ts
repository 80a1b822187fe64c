import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCampaign, planOf } from '../../src/campaign/index.ts';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { folderWith } from './folder.ts';
import { formulaCell, numberCell, otherSheet, textCell, workbook } from './zipped.ts';

/** What is told of a sheet, and whether anything would be made: code, severity, row and column. */
async function told(
  sheet: string | Uint8Array,
  language?: string,
  columns?: string,
): Promise<{ isRefused: boolean; at: unknown[][] }> {
  const said = Object.entries({ language, columns })
    .map(([name, value]) => (value === undefined ? '' : `, ${name}: ${value}`))
    .join('');
  const name = typeof sheet === 'string' || sheet[0] !== 0x50 ? 'places.csv' : 'places.xlsx';
  const folder = folderWith({
    'campaign.yaml': `id: a\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en]\nplaces: { file: ${name}${said} }\n`,
    [name]: sheet,
  });
  const before = readdirSync(folder);
  const seen = (problems: readonly Problem[]) =>
    problems.map(({ code, place: { line, column } }) => [code, line, column]);
  try {
    return { isRefused: false, at: seen((await planOf(loadCampaign(folder))).problems) };
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return { isRefused: true, at: seen(error.problems) };
  } finally {
    expect(readdirSync(folder)).toEqual(before);
  }
}
const refused = (...at: unknown[][]) => ({ isRefused: true, at });
const warned = (...at: unknown[][]) => ({ isRefused: false, at });

describe('a sheet that was filled in otherwise than it was meant', () => {
  it('with the names of two columns exchanged is refused at each row', async () => {
    const csv = 'helpline,id\nnorth,202-555-0101\nsouth,202-555-0102\n';
    expect(await told(csv)).toEqual(refused(['PLACE_NUMBER_INVALID', 2, 1], ['PLACE_NUMBER_INVALID', 3, 1]));
    const names = 'id,name,helpline\nnorth,202-555-0101,North Clinic\n';
    expect(await told(names)).toEqual(refused(['PLACE_NUMBER_INVALID', 2, 3], ['PLACE_TEXT_INVALID', 2, 2]));
  });

  it('with addresses for names, and names for addresses, is told', async () => {
    const csv = (name: string, address: string) =>
      `id,helpline,name,address\nnorth,202-555-0101,"${name}","${address}"\n`;
    expect(await told(csv('12 Main Street, Springfield', 'North Clinic'))).toEqual(
      warned(['SHEET_COLUMN', 1, 3]),
    );
    expect(await told(csv('North Clinic', '12 Main Street, Springfield'))).toEqual(warned());
    expect(await told(csv('12 Elm House', '12 Elm Street'))).toEqual(warned());
  });

  it('with rows or sheets that are not seen, or not read, is told', async () => {
    const rows = ['id helpline', 'a 202-555-0101', 'b 202-555-0102', 'c 202-555-0103'].map((row, i) =>
      row
        .split(' ')
        .map((text, column) => textCell(`${'AB'[column]}${i + 1}`, text))
        .join(''),
    );
    const sheet = (more: object) => told(workbook(rows, [], [], more));
    expect(await sheet({ hidden: [3, 4] })).toEqual(warned(['SHEET_UNSEEN', 3, undefined]));
    expect(await sheet({ hidden: [1, 5] })).toEqual(warned());
    expect(await sheet({ hiddenColumn: 2 })).toEqual(warned(['SHEET_UNSEEN', 1, 2]));
    expect(await sheet({ hiddenColumn: 3 })).toEqual(warned());
    expect(await sheet({ sheets: otherSheet('South') })).toEqual(
      warned(['SHEET_UNSEEN', undefined, undefined]),
    );
    expect(await sheet({ sheets: otherSheet('Lists', ' state="hidden"') })).toEqual(warned());
    await expect(
      told(workbook([textCell('A1', 'Read me')], [], [], { sheets: otherSheet('South') })),
    ).resolves.toEqual(refused(['SHEET_EMPTY', undefined, undefined]));
  });

  it('with what is crossed out, whole or in part, is refused where it is read', async () => {
    const head = textCell('A1', 'id') + textCell('B1', 'helpline') + textCell('C1', 'note');
    const number = (style: number) =>
      textCell('A2', 'a') + textCell('B2', '202-555-0101').replace('t=', `s="${style}" t=`);
    const rich = (strike: string) =>
      `${textCell('A2', 'a')}<c r="B2" t="inlineStr"><is><r><t>202-555-</t></r><r><rPr>${strike}<sz val="11"/></rPr><t>0101</t></r></is></c>`;
    expect(await told(workbook([head, number(3)]))).toEqual(refused(['PLACE_VALUE_INVALID', 2, 2]));
    expect(await told(workbook([head, number(0)]))).toEqual(warned());
    expect(await told(workbook([head, rich('<strike/>')]))).toEqual(refused(['PLACE_VALUE_INVALID', 2, 2]));
    expect(await told(workbook([head, rich('<b/>')]))).toEqual(warned());
    const note = number(0) + textCell('C2', 'old').replace('t=', 's="3" t=');
    expect(await told(workbook([head, note]))).toEqual(warned());
  });

  it('with numbers whose format shows other digits than they have is refused', async () => {
    const head = textCell('A1', 'id') + textCell('B1', 'helpline');
    const number = (style: number) => textCell('A2', 'a') + numberCell('B2', 2025550101, style);
    expect(await told(workbook([head, number(4)]))).toEqual(refused(['PLACE_NUMBER_DAMAGED', 2, 2]));
    expect(await told(workbook([head, number(5)]))).toEqual(warned());
  });

  describe('with another number behind its cell', () => {
    const sheet = (behind: { link?: string; note?: string }, confirmed = '') =>
      told(
        workbook(
          [
            textCell('A1', 'id') + textCell('B1', 'helpline') + textCell('C1', 'confirmed'),
            textCell('A2', 'a') + textCell('B2', '202-555-0101') + textCell('C2', confirmed),
          ],
          [],
          [],
          behind,
        ),
      );

    it('which its link calls is refused, until somebody called the one that it shows', async () => {
      const at = refused(['PLACE_NUMBER_DOUBTFUL', 2, 2]);
      expect(await sheet({ link: 'tel:+12025550999' })).toEqual(at);
      expect(await sheet({ link: 'callto:(202)%20555-0999' })).toEqual(at);
      expect(await sheet({ link: 'tel:+12025550999' }, 'Sam Doe')).toEqual(warned());
      for (const link of ['tel:+12025550101', 'tel:202%20555%200101', 'https://example.org/2025550999'])
        expect(await sheet({ link }), link).toEqual(warned());
    });

    it('which its note says is told', async () => {
      const at = warned(['PLACE_NUMBER_DOUBTFUL', 2, 2]);
      expect(await sheet({ note: 'NEW since June: 202-555-0999' })).toEqual(at);
      expect(await sheet({ note: 'Fax (202) 555 0999, 24/7' })).toEqual(at);
      for (const note of ['called by Sam on 03/04/2026 10:30', '+1 202 555 0101 is right', 'row 1234567'])
        expect(await sheet({ note }), note).toEqual(warned());
    });
  });

  it('with a number that a sign of direction turns round is refused: people saw another one', async () => {
    expect(await told('id,helpline\nnorth,\u202e2020-555-202\u202c\n')).toEqual(
      refused(['PLACE_NUMBER_DAMAGED', 2, 2]),
    );
    expect(await told('id,helpline\nnorth,\u202b202-555-0101\u202c\n')).toEqual(warned());
  });

  it('with numbers in a column that is not read is told', async () => {
    expect(await told('id,Hotline\nnorth,202-555-0101\nsouth,\n')).toEqual(warned(['SHEET_COLUMN', 1, 2]));
    expect(await told('id,Hotline\nnorth,Ms. Miller\nsouth,202-555-0101\n')).toEqual(warned());
  });

  it('with extensions in a column of their own is told: numbers would be printed without them', async () => {
    const sheet = (name: string, cell = '42') =>
      `id,helpline,${name}\nnorth,202-555-0101,${cell}\nsouth,202-555-0102,\n`;
    for (const name of ['extension', 'Ext.', 'phone_extension', 'Durchwahl', 'Extensión'])
      expect(await told(sheet(name)), name).toEqual(warned(['SHEET_COLUMN', 1, 3]));
    expect(await told(sheet('extension', 'x42'))).toEqual(warned(['SHEET_COLUMN', 1, 3]));
    expect(await told(sheet('extension', ''))).toEqual(warned());
    expect(await told(sheet('extension', 'east wing'))).toEqual(warned());
    expect(await told(sheet('Extent'))).toEqual(warned());
  });

  it('with a second number, name or address of each place is told: it would be left out unseen', async () => {
    const beside = (name: string, cell: string, read = 'helpline', columns?: string) =>
      told(`id,${read},${name}\nnorth,202-555-0101,${cell}\nsouth,202-555-0102,\n`, undefined, columns);
    const at = warned(['SHEET_COLUMN', 1, 3]);
    for (const name of [
      'helpline 2',
      'helpline2',
      'Helpline_2',
      '2. Helpline',
      'Helpline (2)',
      'HELPLINE II',
    ])
      expect(await beside(name, 'none'), name).toEqual(at);
    const named = (name: string) => `{ helpline: ${name} }`;
    expect(await beside('Teléfono 2', '202-555-0199', 'Teléfono', named('Teléfono'))).toEqual(at);
    expect(await beside('電話2', '202-555-0199', '電話', named('電話'))).toEqual(at);
    expect(await beside('Línea nocturna', '202-555-0199', 'Línea', named('Línea'))).toEqual(at);
    expect(await beside('helpline', '202-555-0199', 'Hotline', named('Hotline'))).toEqual(at);
    for (const name of ['Hotline', 'Phone 2', 'Office phone', 'Tel.', 'Телефон', 'الهاتف'])
      expect(await beside(name, '202-555-0199'), name).toEqual(at);
    // What holds none, or nothing, or is none by its name.
    expect(await beside('Phone checked', 'yes')).toEqual(warned());
    expect(await beside('helpline 2', '')).toEqual(warned());
    for (const name of ['Fax', 'Beds', 'Hotel']) expect(await beside(name, '202-555-0199')).toEqual(warned());
    const addresses = 'id,helpline,name,address,address 2\nnorth,202-555-0101,A,12 Elm Street,Springfield\n';
    expect(await told(addresses)).toEqual(warned(['SHEET_COLUMN', 1, 5]));
  });

  it('with names that hold signs which nobody sees is read by what is seen of them', async () => {
    expect(await told('id\u200b,help\u00adline\nnorth,202-555-0101\n')).toEqual(warned());
    const twice = 'id,helpline\u200b,helpline\nnorth,202-555-0101,202-555-0102\n';
    expect(await told(twice)).toEqual(refused(['SHEET_COLUMN', 1, 3]));
  });

  it('with a list of nothing is refused: nothing would be made for the place', async () => {
    const csv = (locales: string) =>
      `id,helpline,locales\nnorth,202-555-0101,en\nsouth,202-555-0102,"${locales}"\n`;
    expect(await told(csv(';'))).toEqual(refused(['PLACE_VALUE_INVALID', 3, 3]));
    expect(await told(csv(' , '))).toEqual(refused(['PLACE_VALUE_INVALID', 3, 3]));
    expect(await told(csv(' '))).toEqual(warned());
    expect(await told(csv('en,'))).toEqual(warned());
  });

  it('names languages as people do, with spaces in them and what stands between', async () => {
    const folder = (cell: string) =>
      folderWith({
        'campaign.yaml':
          'id: a\nguides: [heroin-detox]\nproducts: [poster]\nlocales: [en, es, ht, zh-Hant]\nplaces: { file: places.csv }\n',
        'places.csv': `id,helpline,locales\nnorth,202-555-0101,"${cell}"\n`,
      });
    const found = async (cell: string) => {
      const plan = await planOf(loadCampaign(folder(cell))).catch((error: PressError) => error);
      return plan instanceof PressError
        ? plan.problems.map(({ message, hint }) => `${message} ${hint}`).join()
        : plan.batches.flatMap(({ rows }) => rows.map(({ setting }) => setting.locale)).join();
    };
    for (const cell of [
      'Haitian Creole, English',
      'haitian creole/ENGLISH',
      'ht & en',
      'en ht',
      'Haitian Creole\nen',
    ])
      expect((await found(cell)).split(',').sort()).toEqual(['en', 'ht']);
    // Another language is no way out, however near its tag is.
    expect(await found('Arabic')).toMatch(
      /^"Arabic" \(ar\) is not .* Add ar to the locales in campaign.yaml/,
    );
    expect((await found('Chinese (Traditional), Español')).split(',').sort()).toEqual(['es', 'zh-Hant']);
    expect(await found('Chinese (Simplified)')).toMatch(/^"Chinese \(Simplified\)" \(zh-Hans\) is not among/);
    expect(await found('Chinese (Cantonese)')).toMatch(/is not among the locales/);
    expect(await found('Haitian Kreole')).toMatch(/is not among the locales/);
  });

  it('with languages in a column that is not read is told', async () => {
    const csv = (name: string, ...cells: string[]) =>
      `id,helpline,${name}\n${cells.map((cell, i) => `p${i},202-555-010${i},"${cell}"\n`).join('')}`;
    const at = warned(['SHEET_COLUMN', 1, 3]);
    expect(await told(csv('Languages', 'es, en', 'es', 'ht'))).toEqual(at);
    expect(await told(csv('Idiomas', 'es', ''))).toEqual(at);
    expect(await told(csv('What is spoken', 'Spanish', 'Spanish; Haitian Creole', '?'))).toEqual(at);
    // Those of Pennsylvania and Hawaii.
    expect(await told(csv('State', 'PA', 'HI', 'AR'))).toEqual(warned());
    expect(await told(csv('Town', 'Springfield', 'English'))).toEqual(warned());
    expect(await told(csv('Languages', '2', '3'))).toEqual(warned());
    const read = 'id,helpline,locales,Languages\nnorth,202-555-0101,en,es\n';
    expect(await told(read)).toEqual(warned());
  });

  it('with a row that adds up the others is refused there: it would be a place with the guide’s number', async () => {
    const csv = (last: string) =>
      `id,helpline,name,copies\nnorth,202-555-0101,,5\nsouth,202-555-0102,,6\n${last}\n`;
    for (const word of ['Total', 'TOTAL:', 'Summe', 'Grand total', 'Итого', '合计', 'المجموع'])
      expect(await told(csv(`${word},,,11`)), word).toEqual(refused(['PLACE_ID_INVALID', 4, 1]));
    expect(await told(csv('total,2,,11'))).toEqual(refused(['PLACE_ID_INVALID', 4, 1]));
    expect(await told(csv(',Total,,11'))).toEqual(refused(['PLACE_ID_INVALID', 4, 2]));
    expect(await told(csv(',,Total,11'))).toEqual(refused(['PLACE_ID_INVALID', 4, 3]));
    // Of a place that is called so more is said.
    expect(await told(csv('total,202-555-0103,,11'))).toEqual(warned());
    expect(await told(csv('total,,Total Care Clinic,11'))).toEqual(warned(['PLACE_NUMBER_MISSING', 4, 2]));
    expect(await told(csv('east,202-555-0103,Total,11'))).toEqual(warned());
    expect(await told('id,helpline,note\nnorth,202-555-0101,\nsouth,,Total\n')).toEqual(
      warned(['PLACE_NUMBER_MISSING', 3, 2]),
    );
    const sum = [textCell('A3', 'Total'), formulaCell('B3', 'COUNTA(B2:B2)', 1)].join('');
    const head = textCell('A1', 'id') + textCell('B1', 'helpline');
    const place = textCell('A2', 'north') + textCell('B2', '202-555-0101');
    expect(await told(workbook([head, place, sum]))).toEqual(refused(['PLACE_ID_INVALID', 3, 1]));
  });

  it('with names over several columns, and those of each below, is refused once', async () => {
    const row = (line: number, ...texts: string[]) =>
      texts.map((text, i) => (text === '' ? '' : textCell(`${'ABCD'[i]}${line}`, text))).join('');
    const rows = [
      row(1, 'id', 'helpline', '', 'locales'),
      row(2, '', 'by day', 'by night', ''),
      row(3, 'north', '202-555-0101', '202-555-0102', 'en'),
    ];
    expect(await told(workbook(rows, [], ['A1:A2', 'B1:C1', 'D1:D2']))).toEqual(
      refused(['SHEET_RAGGED', 1, 2]),
    );
    const one = [row(1, 'id', 'helpline', ''), row(2, 'north', '202-555-0101', '')];
    expect(await told(workbook(one, [], ['B1:C1']))).toEqual(warned());
  });

  it('with a title above the names of the columns is told where these are', async () => {
    const folder = (csv: string) =>
      folderWith({
        'campaign.yaml': 'id: a\nguides: [heroin-detox]\nproducts: [poster]\nplaces: { file: places.csv }\n',
        'places.csv': csv,
      });
    const hint = async (csv: string) => {
      const refusal = planOf(loadCampaign(folder(csv))).catch(
        ({ problems }: PressError) => problems[0]!.hint,
      );
      return (await refusal) as string;
    };
    expect(await hint('Clinics of the county\n\nid,helpline\nnorth,202-555-0101\n')).toMatch(
      /row 3 that names/,
    );
    expect(await hint('place,helpline\nnorth,202-555-0101\n')).toMatch(/which column is which/);
    // Of the rows below it nothing is said.
    expect(await told('Clinics,\n\nid,helpline\nnorth,202-555-0101\n')).toEqual(
      refused(['SHEET_COLUMN', 1, undefined]),
    );
  });

  it('with two rows of names is refused, whichever of them is meant', async () => {
    expect(await told('Place,Telephone\nid,helpline\nnorth,202-555-0101\n')).toEqual(
      refused(['SHEET_COLUMN', 1, undefined]),
    );
    expect(await told('id,helpline\n(code),(as dialled)\nnorth,202-555-0101\n')).toEqual(
      refused(['PLACE_ID_INVALID', 2, 1], ['PLACE_NUMBER_INVALID', 2, 2]),
    );
    expect(await told('id,helpline\nnorth,202-555-0101\nid,helpline\nsouth,202-555-0102\n')).toEqual(
      refused(['PLACE_NUMBER_INVALID', 3, 2]),
    );
  });
});

describe('what is no number', () => {
  it.each([
    ['202–555–0101', 'Is it 202-555-0101?'],
    ['202 555  0101', 'Is it 202 555 0101?'],
    ['Call 202-555-0101', 'Is it 202-555-0101?'],
    ['tel: (202) 555-0101', 'Is it (202) 555-0101?'],
    ['☎ 202-555-0101', 'Is it 202-555-0101?'],
    ['２０２-５５５-０１０１', 'Is it 202-555-0101?'],
    ['٢٠٢ ٥٥٥ ٠١٠١', 'Is it 202 555 0101?'],
    ['२०२-५५५-०१०१', 'Is it 202-555-0101?'],
    ['202-555-0101 / 202-555-0102', 'A place has one number'],
    ['n/a', 'Leave the cell empty'],
    // Of what is no number either way nothing is guessed.
    ['202–555–010', 'Write all of its digits'],
    ['２０２-５５５-０１０', 'Write all of its digits'],
    ['٢٠٢ ٥٥٥ ٠١', 'Write all of its digits'],
    ['202-555-O101', 'Write all of its digits'],
    ['202-555-010 (24/7)', 'Write all of its digits'],
  ])('%s, is refused with what to write', async (written, told) => {
    const folder = folderWith({
      'campaign.yaml': 'id: a\nguides: [heroin-detox]\nproducts: [poster]\nplaces: { file: places.csv }\n',
      'places.csv': `id,helpline\nnorth,${written}\n`,
    });
    const refusal = await planOf(loadCampaign(folder)).catch(({ problems }: PressError) => problems);
    expect(refusal).toMatchObject([{ code: 'PLACE_NUMBER_INVALID', hint: expect.stringContaining(told) }]);
  });
});

describe('what a spreadsheet made of what was typed', () => {
  const head = [textCell('A1', 'id'), textCell('B1', 'helpline'), textCell('C1', 'name')].join('');
  const row = (line: number, ...more: string[]) =>
    [textCell(`A${line}`, `p${line}`), textCell(`B${line}`, `202-555-010${line}`), ...more].join('');

  it.each([
    ['a name that was rounded', '8.00555E+09'],
    ['a name that is a moment with its zone', '2027-03-01T00:00:00+02:00'],
    ['a name that is a date', '1/3/2027'],
    ['a name that is a formula', '=B2'],
    ['a name that is an error', '#REF!'],
  ])('%s is refused', async (_, name) => {
    expect(await told(`id,helpline,name\nnorth,202-555-0101,${name}\n`)).toEqual(
      refused(['PLACE_TEXT_INVALID', 2, 3]),
    );
    expect(await told(`id,helpline,name,address\nnorth,202-555-0101,North,${name}\n`)).toEqual(
      refused(['PLACE_TEXT_INVALID', 2, 4]),
    );
  });

  it('of a workbook: a name that is an amount, a date, a truth', async () => {
    const cells = [numberCell('C2', 8005550199), numberCell('C3', 46082, 1), '<c r="C4" t="b"><v>1</v></c>'];
    const bytes = workbook([head, ...cells.map((cell, i) => row(i + 2, cell))]);
    expect(await told(bytes)).toEqual(
      refused(['PLACE_TEXT_INVALID', 2, 3], ['PLACE_TEXT_INVALID', 3, 3], ['PLACE_TEXT_INVALID', 4, 3]),
    );
    expect(await told(workbook([head, row(2, textCell('C2', '42nd Street Clinic'))]))).toEqual(warned());
  });

  it('an id or a number by a formula is refused, whatever it came to when the sheet was saved', async () => {
    const second = [formulaCell('A2', '"p"&amp;ROW()', 2), formulaCell('B2', '1+2025550100', 2025550101)];
    expect(await told(workbook([head, second.join('')]))).toEqual(
      refused(['PLACE_ID_INVALID', 2, 1], ['PLACE_NUMBER_DAMAGED', 2, 2]),
    );
  });

  it('merged cells are refused where a place would lack what they seem to say of it', async () => {
    const rows = [head, row(2), [textCell('A3', 'p3')].join('')];
    expect(await told(workbook(rows, [], ['B2:B3']))).toEqual(refused(['SHEET_INVALID', 2, 2]));
    expect(await told(workbook(rows, [], ['A1:A3']))).toEqual(refused(['SHEET_INVALID', 2, 1]));
    // Beside what is read, or above it, they do no harm.
    expect(await told(workbook([head, row(2), row(3)], [], ['D2:E3', 'C1:D1']))).toEqual(warned());
  });
});

describe('who called', () => {
  const doubtful = (who: string) => `id,helpline,confirmed\nnorth,800-315-1367,"${who}"\n`;

  it.each([
    'no',
    'No.',
    'FALSE',
    'n/a',
    '#N/A',
    '-',
    '?',
    '0',
    'x',
    '✓',
    'yes',
    'TBD',
    'not yet',
    '8.00E+09',
    '=B2',
  ])('“%s” is nobody: what looks wrong stays refused', async (who) => {
    expect(await told(doubtful(who))).toEqual(
      refused(['PLACE_VALUE_INVALID', 2, 3], ['PLACE_NUMBER_DOUBTFUL', 2, 2]),
    );
  });

  it.each(['J. Doe', 'Nora, 3 March 2027', '李明', 'Núñez', 'Jo'])('“%s” is somebody', async (who) => {
    expect(await told(doubtful(who))).toEqual(warned());
  });
});

describe('a sheet that is too much', () => {
  const wide = (columns: number, last: string) =>
    `id,${Array.from({ length: columns }, (_, i) => `c${i}`).join(',')},helpline\nnorth,${','.repeat(columns)}${last}\n`;

  it('with 100,000 columns is refused at once', async () => {
    expect(await told(wide(100_000, '202-555-0101'))).toEqual(refused(['SHEET_INVALID', 1, undefined]));
  });

  it('no column is left out unseen: the helpline may be the last of them', async () => {
    expect(await told(wide(198, '202-555-0101'))).toEqual(warned());
    expect(await told(wide(199, '202-555-0101'))).toEqual(refused(['SHEET_INVALID', 1, 201]));
    const head = `id,helpline${','.repeat(300)}`;
    expect(await told(`${head}\nnorth,202-555-0101${','.repeat(300)}\n`)).toEqual(warned());
    expect(await told(`${head}\nnorth,202-555-0101${','.repeat(299)}x\n`)).toEqual(
      refused(['SHEET_INVALID', 2, 301]),
    );
  });

  it('of a workbook neither', async () => {
    const cells = (line: number) => `${textCell(`A${line}`, 'id')}${textCell(`GS${line}`, 'helpline')}`;
    expect(await told(workbook([cells(1), cells(2)]))).toEqual(
      refused(['SHEET_INVALID', undefined, undefined]),
    );
  });

  it('with a byte that no text has is refused at its line', async () => {
    expect(await told('id,helpline\nnorth,202-555-0101\nsouth,202-555\0-0102\n')).toEqual(
      refused(['FILE_ENCODING', 3, undefined]),
    );
  });
});

describe('names that a system or an eye takes for something else', () => {
  it.each(['../../etc/passwd', '/etc/x', 'C:\\x', '..%2Fx', 'a/b', '~', '.', '🙂', 'con\u202etxt'])(
    'an id is no path: %s',
    async (id) => {
      const { isRefused, at } = await told(`id,helpline\n${id},202-555-0101\n`);
      if (id.includes('\u202e')) expect(isRefused).toBe(false);
      else expect({ isRefused, at }).toEqual(refused(['PLACE_ID_INVALID', 2, 1]));
    },
  );

  it.each(['🙂 Clinic', 'Clinic \ue000', `A${'\u0302'.repeat(8)} Clinic`])(
    'a name that no face can set is refused before the first page: %s',
    async (name) => {
      const csv = `id,helpline,name,address\nnorth,202-555-0101,${name},\nsouth,202-555-0102,South,${name}\n`;
      expect(await told(csv)).toEqual(refused(['PLACE_TEXT_INVALID', 2, 3], ['PLACE_TEXT_INVALID', 3, 4]));
    },
  );

  const names = [
    ['en', 'Clinic® & Friends™'],
    ['vi', 'Bệnh viện Đống Đa'],
    ['my', 'စိတ်ကျန်းမာရေး ဆေးခန်း'],
    ['th', 'ศูนย์บำบัดน้ำใจ'],
    ['ja', '診療所「光の丘」'],
    ['ru', 'Клиника «Надежда»'],
    ['km', 'មណ្ឌល \u200bសុខភាព'],
    ['ar', 'عيادة الشمال (North)'],
    // Not enough letters to tell.
    ['en', 'Oak Clinic (Клиника)'],
    ['ru', 'WHO YMCA'],
  ] as const;
  it.each(names)(
    'a name in the script of the sheet’s language is none of these: %s, %s',
    async (language, name) => {
      expect(await told(`id,helpline,name\nnorth,202-555-0101,${name}\n`, language)).toEqual(warned());
    },
  );

  it('a letter that no face of its language has is told at its row, before the others are made', async () => {
    const csv =
      'id,helpline,name,address,written\na,202-555-0101,光の丘,,\nb,202-555-0102,Clinic,Հաղթանակ 1,\nc,202-555-0103,උතුරු,,si\n';
    expect(await told(csv)).toEqual(
      refused(['PLACE_TEXT_INVALID', 2, 3], ['PLACE_TEXT_INVALID', 3, 4], ['PLACE_TEXT_INVALID', 4, 3]),
    );
  });

  it('a name in another script than its row says, and a language that is none, are refused', async () => {
    const csv =
      'id,helpline,name,written\nnorth,202-555-0101,Northern Clinic,Thai\nsouth,202-555-0102,South,Thia\n';
    expect(await told(csv)).toEqual(refused(['PLACE_TEXT_INVALID', 2, 3], ['PLACE_VALUE_INVALID', 3, 4]));
    const right =
      'id,helpline,name,written\nnorth,202-555-0101,ศูนย์บำบัดน้ำใจ,Thai\nsouth,202-555-0102,South,\n';
    expect(await told(right)).toEqual(warned());
  });

  it.each(names.slice(2, 6))(
    'a name in another script than that is refused before the first page, as its files would be: not %s, %s',
    async (_, name) => {
      const csv = `id,helpline,name,address\nnorth,202-555-0101,${name},\nsouth,202-555-0102,South,"${name}, ${name}"\n`;
      expect(await told(csv)).toEqual(refused(['PLACE_TEXT_INVALID', 2, 3], ['PLACE_TEXT_INVALID', 3, 4]));
    },
  );

  it('signs that turn a text round turn no digits', async () => {
    const csv = (number: string) => `id,helpline,name\nnorth,${number},عيادة الشمال\n`;
    expect(await told(csv('\u2066202-555-0101\u2069'), 'ar')).toEqual(warned());
    expect(await told(csv('\u202e1010-555-202\u202c'), 'ar')).toEqual(
      refused(['PLACE_NUMBER_DAMAGED', 2, 2]),
    );
    expect(await told(csv('٢٠٢-٥٥٥-٠١٠١'), 'ar')).toEqual(refused(['PLACE_NUMBER_INVALID', 2, 2]));
    expect(await told('id,helpline,name\nnorth,202-555-0101,עיר 202-555-0188\n', 'he')).toEqual(
      refused(['PLACE_TEXT_INVALID', 2, 3]),
    );
  });
});
