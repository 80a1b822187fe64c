import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCampaign, planOf } from '../../src/campaign/index.ts';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { folderWith } from './folder.ts';
import { textCell, workbook } from './zipped.ts';

const head = 'id: clinics\nguides: [heroin-detox]\n';
const made = 'products: [poster]\nlocales: [en]\n';
const places = 'places: { file: places.csv }\n';
const campaign = head + made + places;
const sheet = 'id,helpline,name,address,web,logo,locales,copies\n';
const good = 'north,202-555-0101,North,,,,,\n';

/** What a campaign is refused for. */
async function problemsOf(
  yaml: string,
  csv: string | Uint8Array = sheet + good,
  more: Record<string, string | Uint8Array> = {},
): Promise<readonly Problem[]> {
  const folder = folderWith({ 'campaign.yaml': yaml, 'places.csv': csv, ...more });
  const before = readdirSync(folder);
  try {
    await planOf(loadCampaign(folder));
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    expect(readdirSync(folder)).toEqual(before);
    for (const each of error.problems) expect(each.code, each.message).not.toBe('INTERNAL');
    return error.problems;
  }
  return [];
}

/** Code, line and column of each problem. */
const told = (problems: readonly Problem[]) =>
  problems.map(({ code, place: { line, column } }) => [code, line, column]);

/** A place in the second row of its sheet, with one cell changed. */
const withCell = (column: number, text: string) => {
  const cells = good.trim().split(',');
  cells[column] = text;
  return `${sheet}${cells.join(',')}\n`;
};

it('takes a good campaign', async () => {
  expect(await problemsOf(campaign)).toEqual([]);
});

it.each([
  ['quantities: [{ copies: 0 }]\n', 'quantities.0.copies: it is at least 1.'],
  ['quantities: [{ copies: 1.5 }]\n', 'quantities.0.copies: a whole number is wanted.'],
  ['products: 5\n', 'products: a list is wanted, or one of the words that stand for all.'],
])('%s is told in words, not in those of the schema', async (yaml, message) => {
  const all = yaml.startsWith('products') ? `${head}locales: [en]\n${yaml}${places}` : campaign + yaml;
  expect((await problemsOf(all)).map((each) => each.message)).toEqual([message]);
});

it('a filter that leaves nothing, since no place has its value, says which', async () => {
  const yaml = `${campaign}only: [{ columns: { name: [Nort] } }]\n`;
  const [told] = await problemsOf(yaml);
  expect(told).toMatchObject({ code: 'CAMPAIGN_EMPTY', place: { line: 6 } });
  expect(told!.hint).toMatch(/names "Nort" of the column "name".*"north"/);
});

it.each([
  ['1-800-662-HELP', 'Is it 1-800-662-4357?'],
  ['202-555-0147 #3', 'Say what is asked for: 202-555-0147 ext. 3.'],
  ['202-555-0101 (24/7)', 'Is it 202-555-0101?'],
  ['202-555-0101 24h', 'Is it 202-555-0101?'],
  ['202-555-0101 option 2', 'Is it 202-555-0101?'],
  ['202-555-0101 202-555-0102', 'A place has one number'],
  ['202-555-0101 (home) or (202) 555-0102 (mobile)', 'A place has one number'],
  ['202-555-0101 (WhatsApp)', 'Is it 202-555-0101?'],
  ['Tel. 202-555-0101, Mon-Fri', 'Is it 202-555-0101?'],
])('a number that is written as %s is told with the one to write', async (written, hint) => {
  const [told] = await problemsOf(campaign, withCell(1, `"${written}"`));
  expect(told).toMatchObject({ code: 'PLACE_NUMBER_INVALID', hint: expect.stringContaining(hint) });
});

it.each([
  ["name: 'campaign.{place}.pdf'", '', [/^Each name by campaign\.\{place\}\.pdf begins with "campaign\."/]],
  ["name: '{locale}/{product}/{place}.pdf'", 'aux', [/^The name en\/\S+\/aux\.pdf has the part "aux\.pdf"/]],
  [
    "name: '{product}/{place}.pdf'",
    '',
    [/^Two files would be named \S+\/a\.pdf, and 3 more have a name twice so\.$/],
  ],
])('what is wrong with names is told of its cause, and not of each file: %s %s', async (name, id, wanted) => {
  const yaml = `${head}products: [poster, pamphlet-trifold]\nlocales: [en, es]\n${name}\nplaces: { file: places.csv }\n`;
  const told = await problemsOf(yaml, `id,helpline\n${id || 'a'},202-555-0101\nb,202-555-0102\n`);
  expect(told.map(({ message }) => message)).toEqual(wanted.map((each) => expect.stringMatching(each)));
});

it('a country that is none is told once, and which letters are wanted', async () => {
  const told = await problemsOf(`${head}${made}places: { file: places.csv, country: uk }\n`);
  expect(told).toMatchObject([{ message: expect.stringContaining('the United Kingdom is GB') }]);
});

describe('campaign.yaml', () => {
  it.each([
    ['an unknown field', `${campaign}oders: 3\n`, 'CAMPAIGN_INVALID', 6],
    ['a missing field', made, 'CAMPAIGN_INVALID', 1],
    ['a value of another kind', `${head}products: 3\n`, 'CAMPAIGN_INVALID', 3],
    ['a locale that is none', `${head}locales: [xx]\n`, 'CAMPAIGN_INVALID', 3],
    ['no YAML', `${head}products: [poster\n`, 'YAML_SYNTAX', 4],
    ['a product that does not exist', `${head}products: [postre]\n`, 'CAMPAIGN_NOT_MADE', 3],
    [
      'a product that is not made on a paper',
      `${head}products: [pamphlet-trifold]\npapers: [a2]\n`,
      'CAMPAIGN_NOT_MADE',
      4,
    ],
    [
      'a way up that a product has not',
      `${head}products: [handout]\npapers: [letter]\norientations: [landscape]\n`,
      'CAMPAIGN_NOT_MADE',
      4,
    ],
    ['a theme that does not exist', `${head}${made}themes: [dusk]\n`, 'CAMPAIGN_NOT_MADE', 5],
    [
      'a code that opens what is no address',
      `${head}${made}qr: javascript:alert(1)\n`,
      'CAMPAIGN_INVALID',
      5,
    ],
    ['a guide that does not exist', 'id: a\nguides: [heroin]\n', 'FILE_NOT_FOUND', 2],
    ['a guide outside of the folder', 'id: a\nguides: [../../etc]\n', 'FILE_NOT_FOUND', 2],
    [
      'a draft for handing out',
      `${head}products: [poster]\nlocales: [de]\npurposes: [office]\n`,
      'TRANSLATION_DRAFT',
      5,
    ],
    [
      'a filter that names what there is not',
      `${campaign}except: [{ product: pamphlet }]\n`,
      'CAMPAIGN_INVALID',
      6,
    ],
    [
      'a filter by a column that there is not',
      `${campaign}only: [{ columns: { Region: North } }]\n`,
      'CAMPAIGN_INVALID',
      6,
    ],
    ['filters that leave nothing', `${campaign}except: [{ product: poster }]\n`, 'CAMPAIGN_EMPTY', 6],
    ['a field that names have not', `${campaign}name: '{city}.pdf'\n`, 'CAMPAIGN_NAME_INVALID', 6],
    ['names that are no PDF', `${campaign}name: '{place}'\n`, 'CAMPAIGN_NAME_INVALID', 6],
    ['names that lead out', `${campaign}name: '../{place}.pdf'\n`, 'CAMPAIGN_NAME_INVALID', 6],
    ['names of its own proof', `${campaign}name: 'campaign.pdf'\n`, 'CAMPAIGN_NAME_INVALID', 6],
    [
      'names below its manifest',
      `${campaign}name: 'Campaign.manifest/{place}.pdf'\n`,
      'CAMPAIGN_NAME_INVALID',
      6,
    ],
    [
      'names in the folder of its bundles',
      `${campaign}name: 'Bundles/place/{place}.screen.pdf'\n`,
      'CAMPAIGN_NAME_INVALID',
      6,
    ],
    ['names with a device', `${campaign}name: 'aux/{place}.pdf'\n`, 'CAMPAIGN_NAME_INVALID', 6],
    [
      'names with a dot at the end of a folder',
      `${campaign}name: 'a./{place}.pdf'\n`,
      'CAMPAIGN_NAME_INVALID',
      6,
    ],
    ['names with a star', `${campaign}name: 'a*{place}.pdf'\n`, 'CAMPAIGN_NAME_INVALID', 6],
    [
      'one name for two files',
      `${head}products: [poster]\nlocales: [en, es]\nname: '{product}.pdf'\n`,
      'CAMPAIGN_NAME_TWICE',
      5,
    ],
    [
      'a spreadsheet that is not there',
      `${head}${made}places: { file: other.csv }\n`,
      'FILE_NOT_FOUND',
      undefined,
    ],
    [
      'a spreadsheet outside',
      `${head}${made}places: { file: ../../etc/passwd }\n`,
      'PATH_OUTSIDE',
      undefined,
    ],
    [
      'a column that there is not',
      `${head}${made}places: { file: places.csv, columns: { name: Ort } }\n`,
      'SHEET_COLUMN',
      1,
    ],
  ])('refuses %s', async (_, yaml, code, line) => {
    const problems = await problemsOf(yaml);
    expect(problems.map((each) => [each.code, each.place.line])).toContainEqual([code, line]);
  });

  it('says which locale has no translation', async () => {
    const folder = folderWith({});
    (await import('node:fs')).cpSync('tests/guides/after-birth', join(folder, 'g'), { recursive: true });
    writeFileSync(
      join(folder, 'campaign.yaml'),
      'id: a\nguides: [g]\nproducts: [poster]\nlocales: [en, fr]\n',
    );
    await expect(planOf(loadCampaign(folder))).rejects.toMatchObject({
      problems: [{ code: 'TRANSLATION_MISSING', place: { line: 4, locale: 'fr' } }],
    });
  });
});

describe('a spreadsheet', () => {
  it('that has a field’s own name where the campaign names another column says which of the two is wrong', async () => {
    const yaml = `${head}${made}places: { file: places.csv, columns: { name: Ort } }\n`;
    const told = (csv: string) => problemsOf(yaml, csv).then((all) => all.map(({ message }) => message));
    expect(await told('id,name\nnorth,North\n')).toEqual([
      'There is no column "Ort".',
      'The column "name" is not read: columns says that another one is "name", which there is not.',
    ]);
    expect(await told('id,nam\nnorth,North\n')).toEqual([
      'There is no column "Ort".',
      'The column "nam" is nearly "name", and would not be read.',
    ]);
  });

  it.each([
    ['nothing in it', '', 'SHEET_EMPTY', undefined],
    ['only a first row', sheet, 'SHEET_EMPTY', undefined],
    ['no id', `place,helpline\n${good}`, 'SHEET_COLUMN', 1],
    ['two columns of one name', `id,helpline,Name,náme,NAME\nnorth,202-555-0101,,,\n`, 'SHEET_COLUMN', 1],
    [
      'two names that are composed otherwise',
      `id,helpline,ne\u0301,n\u00e9\nnorth,202-555-0101,,\n`,
      'SHEET_COLUMN',
      1,
    ],
    ['a column that reaches into objects', `id,__proto__\nnorth,x\n`, 'SHEET_COLUMN', 1],
    ['a column that is nearly one', `id,helplin\nnorth,202-555-0101\n`, 'SHEET_COLUMN', 1],
    ['a quote that does not close', `id,name\nnorth,"North\nsouth,South\n`, 'SHEET_INVALID', 2],
    [
      'another dividing sign',
      { separator: ',', csv: 'id;helpline\nnorth;202-555-0101\n' },
      'SHEET_COLUMN',
      1,
    ],
    [
      'a row with too many cells',
      `id,name,address\nnorth,North,12 Main Street, Springfield\n`,
      'SHEET_RAGGED',
      2,
    ],
    ['a row with too few cells', `id,name,address\nnorth,North\n`, 'SHEET_RAGGED', 2],
    ['UTF-16', Buffer.from(`\ufeff${sheet}${good}`, 'utf16le'), 'FILE_ENCODING', 1],
    ['Windows-1252 that nobody said', Buffer.from('id,name\nnorth,Caf\xe9\n', 'latin1'), 'FILE_ENCODING', 2],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'SHEET_INVALID', undefined],
    ['half a workbook', Buffer.from('PK\x03\x04 and so on', 'latin1'), 'SHEET_INVALID', undefined],
  ])('is refused with %s', async (_, given, code, line) => {
    const isSaid = typeof given === 'object' && 'separator' in given;
    const yaml = isSaid
      ? `${head}${made}places: { file: places.csv, separator: '${given.separator}' }\n`
      : campaign;
    const problems = await problemsOf(yaml, isSaid ? given.csv : given);
    expect(problems.map((each) => [each.code, each.place.line])).toContainEqual([code, line]);
  });

  describe('that is divided by another sign than it is read by', () => {
    const columns = 'columns: { id: Place, helpline: Line, name: By, address: At, web: Web }';
    const rows = [
      'Place,Line,By,At,Web',
      'north,202-555-0101,,,',
      'west,202-555-0102,West,"1 Elm Street, X",',
    ];
    const by = (sign: string, from = 0) =>
      rows.map((row, i) => (i < from ? row : row.replace(/,(?! )/g, sign))).join('\n');
    it.each([
      [
        'said',
        "separator: ';', ",
        rows.join('\n'),
        /is one cell: it is divided by ",", and read as .* ";"/,
        /take separator: out/,
      ],
      [
        'the line above says',
        '',
        `sep=;\n${rows.join('\n')}`,
        /divided by ",", and read/,
        /"sep=;" above it says so: take it out/,
      ],
      ['not read', '', by('|'), /divided by "\|", and read/, /write the line sep=\| above/],
      ['not read, of a Chinese keyboard', '', by('，'), /divided by "，"/, /save it anew as CSV UTF-8/],
      [
        'of the rows alone',
        '',
        by(';', 1),
        /^The rows are divided by ";", and the names of the columns by ","/,
        /One sign/,
      ],
      [
        'none: lines in cells of a workbook',
        '',
        rows.map((row, i) => textCell(`A${i + 1}`, row.replaceAll('"', '&quot;'))),
        /all of the first row is one cell/,
        /Text to Columns/,
      ],
    ] as const)('is told once: %s', async (_, separator, given, message, hint) => {
      const yaml = `${head}${made}places: { file: places.csv, ${separator}${columns} }\n`;
      const csv = typeof given === 'string' ? given : workbook(given);
      for (const each of typeof csv === 'string' ? [csv, csv.replaceAll('"', '')] : [csv]) {
        const problems = await problemsOf(yaml, each);
        expect(problems).toMatchObject([
          {
            code: expect.stringMatching(/^SHEET_/),
            message: expect.stringMatching(message),
            hint: expect.stringMatching(hint),
          },
        ]);
      }
    });

    it('is none where a text has signs in it', async () => {
      expect(await problemsOf(campaign, 'id\nnorth\n')).toEqual([]);
      const yaml = `${head}${made}places: { file: places.csv, columns: { id: "Place, or id" } }\n`;
      expect(await problemsOf(yaml, '"Place, or id"\nnorth\nsouth\n')).toEqual([]);
    });

    it('a title above the names is told once', async () => {
      const yaml = `${head}${made}places: { file: places.csv, ${columns} }\n`;
      const problems = await problemsOf(yaml, `Our clinics,,,,\n${rows.join('\n')}`);
      expect(problems).toMatchObject([
        { code: 'SHEET_COLUMN', hint: expect.stringContaining('Is it row 2') },
      ]);
    });
  });

  it.each(['José', 'Hôpital', 'Fundación', 'Niños', 'Médica', 'Città', 'École', 'Zürich'])(
    'of Excel on a Mac is not read as Windows-1252: %s',
    async (name) => {
      const marks = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü';
      const signs = [...name].map((sign) =>
        sign < '\x80' ? sign.charCodeAt(0) : 0x80 + marks.indexOf(sign),
      );
      const csv = Buffer.concat([Buffer.from('id,name\nnorth,'), Buffer.from(signs)]);
      const yaml = `${head}${made}places: { file: places.csv, encoding: windows-1252 }\n`;
      const told = await problemsOf(yaml, csv);
      expect(told).toMatchObject([
        { code: 'FILE_ENCODING', message: expect.stringContaining('Mac OS Roman') },
      ]);
    },
  );

  it('is refused as Windows-1252 where it is UTF-8', async () => {
    const yaml = `${head}${made}places: { file: places.csv, encoding: windows-1252 }\n`;
    expect(told(await problemsOf(yaml, 'id,name\nnorth,Café\n'))).toEqual([
      ['FILE_ENCODING', undefined, undefined],
    ]);
    expect(await problemsOf(yaml, Buffer.from('id,name\nnorth,Caf\xe9\n', 'latin1'))).toEqual([]);
  });
});

describe('a place', () => {
  it.each([
    ['logos\\north.svg', 'logos/north.svg'],
    ['Logos/North.svg', 'logos/north.svg'],
  ])('whose logo is written %s is told how it is found on every machine', async (path, hint) => {
    const logo = {
      'logos/north.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    };
    expect(await problemsOf(campaign, withCell(5, 'logos/north.svg'), logo)).toEqual([]);
    expect(await problemsOf(campaign, withCell(5, path), logo)).toMatchObject([
      { code: 'PLACE_LOGO_INVALID', hint: expect.stringContaining(hint) },
    ]);
  });

  it.each([
    ['no id', 0, '', 'PLACE_ID_INVALID'],
    ['an id with a space', 0, 'north clinic', 'PLACE_ID_INVALID'],
    ['an id that leads out', 0, '../north', 'PLACE_ID_INVALID'],
    ['an id that is too long', 0, 'a'.repeat(61), 'PLACE_ID_INVALID'],
    ['a number that nobody can dial', 1, '202-5550', 'PLACE_NUMBER_INVALID'],
    ['a number with a digit too few', 1, '202-555-010', 'PLACE_NUMBER_INVALID'],
    ['a number in words', 1, 'call us', 'PLACE_NUMBER_INVALID'],
    ['letters without their digits', 1, '1-800-662-HELP', 'PLACE_NUMBER_INVALID'],
    ['a number of another country that is not said', 1, '020 7946 0018', 'PLACE_NUMBER_INVALID'],
    ['a rounded number', 1, '8.00555E+09', 'PLACE_NUMBER_DAMAGED'],
    ['a rounded number with a comma', 1, '"8,00555E+09"', 'PLACE_NUMBER_DAMAGED'],
    ['a rounded number, written out', 1, '8005550000', 'PLACE_NUMBER_DOUBTFUL'],
    ['a formula', 1, '=1+8005550199', 'PLACE_NUMBER_DAMAGED'],
    ['an error', 1, '#N/A', 'PLACE_NUMBER_DAMAGED'],
    ['an error in German', 1, '#WERT!', 'PLACE_NUMBER_DAMAGED'],
    ['a date', 1, '2027-03-01', 'PLACE_NUMBER_DAMAGED'],
    ['decimals', 1, '2025550101.0', 'PLACE_NUMBER_DAMAGED'],
    ["the guide's emergency number", 1, '911', 'PLACE_NUMBER_DOUBTFUL'],
    ['a code that nobody knows', 1, '12345', 'PLACE_NUMBER_DOUBTFUL'],
    ["nearly the guide's number", 1, '800-315-1367', 'PLACE_NUMBER_DOUBTFUL'],
    ["the guide's number with another prefix", 1, '888-315-1376', 'PLACE_NUMBER_DOUBTFUL'],
    ['a name with marks of HTML', 2, '<b>North</b>', 'PLACE_TEXT_INVALID'],
    ['a name with a link', 2, '[North](https://example.org)', 'PLACE_TEXT_INVALID'],
    ['a name with a heading’s mark', 2, '# North', 'PLACE_TEXT_INVALID'],
    ['an address with a quotation’s mark', 3, '> 12 Elm Street', 'PLACE_TEXT_INVALID'],
    ['a name of another encoding', 2, 'CafÃ©', 'PLACE_TEXT_INVALID'],
    ['a name whose letters an encoding did not have', 2, '????? ?????', 'PLACE_TEXT_INVALID'],
    ['an address with a letter that an encoding did not have', 3, '12 Calle Peque?a', 'PLACE_TEXT_INVALID'],
    ['a name with a number that nobody declared', 2, 'North 202-555-0188', 'PLACE_TEXT_INVALID'],
    ['an address over two lines', 3, '"12 Main Street\nSpringfield"', 'PLACE_TEXT_INVALID'],
    ['an address with another number', 3, 'Tel. 202-555-0188', 'PLACE_TEXT_INVALID'],
    ['pages that are none', 4, 'example', 'PLACE_TEXT_INVALID'],
    ['pages without https', 4, 'http://example.org', 'PLACE_TEXT_INVALID'],
    ['a logo that is not there', 5, 'north.svg', 'PLACE_LOGO_INVALID'],
    ['a logo elsewhere', 5, '../north.svg', 'PLACE_LOGO_INVALID'],
    ['a logo of a disk', 5, 'C:\\logos\\north.svg', 'PLACE_LOGO_INVALID'],
    ['a logo that is no picture', 5, 'campaign.yaml', 'PLACE_LOGO_INVALID'],
    ['a locale that the campaign has not', 6, 'fr', 'PLACE_VALUE_INVALID'],
    ['no copies', 7, '0', 'PLACE_VALUE_INVALID'],
    ['copies in words', 7, 'many', 'PLACE_VALUE_INVALID'],
  ])('is refused with %s', async (_, column, text, code) => {
    expect(told(await problemsOf(campaign, withCell(column, text)))).toEqual([[code, 2, column + 1]]);
  });

  it('is refused with the id of another, in any case', async () => {
    const csv = `id,helpline\nnorth,202-555-0101\nsouth,202-555-0102\nNorth,202-555-0103\n`;
    expect(told(await problemsOf(campaign, csv))).toEqual([['PLACE_TWICE', 4, 1]]);
  });

  it('is refused with a prefix in place of another of the sheet, until somebody called', async () => {
    const rows = (confirmed: string) =>
      `id,helpline,confirmed\na,800-555-0111,\nb,800-555-0122,\nc,888-555-0111,${confirmed}\n`;
    expect(told(await problemsOf(campaign, rows('')))).toEqual([['PLACE_NUMBER_DOUBTFUL', 4, 2]]);
    expect(await problemsOf(campaign, rows('J. Doe'))).toEqual([]);
    expect(await problemsOf(`${campaign}confirmed: ["+1 888 555 0111"]\n`, rows(''))).toEqual([]);
  });

  it('may have a number with zeros at its end where somebody called, or divided it', async () => {
    const rows = (number: string, confirmed = '') => `id,helpline,confirmed\na,${number},${confirmed}\n`;
    expect(await problemsOf(campaign, rows('800-555-0000'))).toEqual([]);
    expect(await problemsOf(campaign, rows('8005551000'))).toEqual([]);
    expect(await problemsOf(campaign, rows('8005550000', 'J. Doe'))).toEqual([]);
    expect(await problemsOf(`${campaign}confirmed: ["800-555-0000"]\n`, rows('8005550000'))).toEqual([]);
  });

  it('may ask a question in its name, and in the address of its pages', async () => {
    expect(await problemsOf(campaign, withCell(2, 'Need help? North'))).toEqual([]);
    expect(await problemsOf(campaign, withCell(4, 'https://example.org/a?b=c'))).toEqual([]);
  });

  it('is refused where it shows another number than it dials', async () => {
    const rows = (dial: string) => `id,helpline,dial\na,202-555-0101,${dial}\n`;
    expect(told(await problemsOf(campaign, rows('+12025550102')))).toEqual([['PLACE_NUMBER_INVALID', 2, 2]]);
    expect(told(await problemsOf(campaign, rows('12025550101')))).toEqual([['PLACE_NUMBER_INVALID', 2, 2]]);
    for (const dial of ['+12025550101', 'tel:+12025550101', '+1 (202) 555-0101', '+1.202.555.0101'])
      expect(await problemsOf(campaign, rows(dial))).toEqual([]);
    expect(told(await problemsOf(campaign, rows('tel:+1 202 555 0102')))).toHaveLength(1);
    expect(told(await problemsOf(campaign, 'id,helpline,dial\na,,+12025550101\n'))).toEqual([
      ['PLACE_NUMBER_INVALID', 2, 3],
    ]);
  });

  it("may have the guide's own number, and a code that is known", async () => {
    expect(await problemsOf(campaign, 'id,helpline\na,800-315-1376\nb,988\n')).toEqual([]);
  });

  it('is read as of the country of the places, also where the guide is of another', async () => {
    const yaml = `${head}${made}places: { file: places.csv, country: MX }\n`;
    // In the guide's United States these ten digits would be another number.
    const csv = 'id,helpline\na,800 911 2000\nb,8009112001\n';
    expect(await problemsOf(yaml, csv)).toEqual([]);
    const plan = await planOf(loadCampaign(folderWith({ 'campaign.yaml': yaml, 'places.csv': csv })));
    const numbers = plan.batches.flatMap(({ rows }) => rows.map(({ place }) => place?.helpline));
    expect(numbers).toEqual([
      { display: '800 911 2000', dial: '+528009112000', country: 'MX' },
      { display: '800 911 2001', dial: '+528009112001', country: 'MX' },
    ]);
  });

  it.each([
    ['0800 222 555 24/7', 'hours behind a number: 24/7'],
    ['0800 222 555 (24/7)', 'hours behind a number: (24/7)'],
    ['0800 222 555 7/24', 'hours behind a number: 7/24'],
    ['0800 222 555 9-17', 'hours behind a number: 9-17'],
    ['0800 222 555/112', 'two numbers: 0800 222 555 and 112'],
  ])('%s is refused where numbers have no one length: all of it would be dialled', async (written, what) => {
    const yaml = `${head}${made}places: { file: places.csv, country: AT }\n`;
    expect(await problemsOf(yaml, `id,helpline\na,${written}\n`)).toMatchObject([
      {
        code: 'PLACE_NUMBER_DOUBTFUL',
        message: `${written} seems to be ${what}.`,
        hint: expect.stringContaining('Is it 0800 222 555?'),
      },
    ]);
    expect(await problemsOf(yaml, `id,helpline,confirmed\na,${written},Ana\n`)).toEqual([]);
  });

  it('may end in what is no hours: the number of a desk behind a hyphen', async () => {
    const yaml = `${head}${made}places: { file: places.csv, country: DE }\n`;
    expect(
      await problemsOf(
        yaml,
        'id,helpline\na,030 259 37 95-0\nb,030/259 37 95-12\nc,030 259 37 12-0\nd,030 259 37 22-15\ne,0711 64 01-8\n',
      ),
    ).toEqual([]);
  });

  it('of another country than its place is told, and one that no country is known to give out', async () => {
    const toldOf = async (said: string, csv: string) => {
      const yaml = `${head}${made}places: { file: places.csv${said} }\n`;
      const plan = await planOf(loadCampaign(folderWith({ 'campaign.yaml': yaml, 'places.csv': csv })));
      return plan.problems.map(({ code, message, place }) => [code, place.line, message]);
    };
    // The code of Sudan is 249, and that of Grenada, where a 1 is missing, would be Norway's.
    const rows = 'id,helpline,country\na,+256 200 906263,SD\nb,+473 417 6167,GD\nc,+256 200 906264,UG\n';
    expect(await toldOf('', rows)).toEqual([
      ['PLACE_NUMBER_DOUBTFUL', 2, expect.stringContaining('those of SD begin with +249')],
      ['PLACE_NUMBER_DOUBTFUL', 3, expect.stringContaining('those of GD begin with +1')],
    ]);
    const home = Array.from({ length: 12 }, (_, i) => `p${i},0155 01 ${2000 + 7 * i}\n`).join('');
    const lonely = `id,helpline\n${home}x,+256 200 906263\n`;
    expect(await toldOf(', country: SD', lonely)).toEqual([
      ['PLACE_NUMBER_DOUBTFUL', 14, expect.stringContaining('those of SD begin with +249')],
    ]);
    // Where rows say no country, and many have numbers of several, that is how they are meant.
    const many = 'id,helpline\na,+256 200 906263\nb,+255 713 557 588\nc,+356 2122 8333\n';
    expect(await toldOf('', many)).toEqual([]);
    expect(await toldOf(', country: AE', 'id,helpline\na,920033360\nb,600 522 222\n')).toEqual([
      ['PLACE_NUMBER_DOUBTFUL', 2, expect.stringContaining('in no range of numbers')],
    ]);
  });

  it('is refused where a 0 was lost', async () => {
    const yaml = `${head}${made}places: { file: places.csv, country: GB }\n`;
    expect(told(await problemsOf(yaml, 'id,helpline\na,2079460018\n'))).toEqual([
      ['PLACE_NUMBER_DAMAGED', 2, 2],
    ]);
    expect(await problemsOf(yaml, 'id,helpline\na,02079460018\n')).toEqual([]);
  });

  it('is refused with an address that no name stands above', async () => {
    expect(told(await problemsOf(campaign, 'id,address,name\na,12 Main Street,\n'))).toEqual([
      ['PLACE_TEXT_INVALID', 2, 3],
    ]);
  });

  it('may have a name with a short number, where its row says that nobody dials it', async () => {
    const rows = (name: string, undialled: string, address = '') =>
      `id,helpline,name,address,undialled\na,202-555-0101,${name},${address},${undialled}\n`;
    expect(told(await problemsOf(campaign, rows('Clinic 910', '')))).toEqual([['PLACE_TEXT_INVALID', 2, 3]]);
    expect(await problemsOf(campaign, rows('Clinic 910', 'Clinic 910'))).toEqual([]);
    expect(await problemsOf(campaign, rows('Clinic 910', 'Clinic 910; Mill 912', 'Mill 912'))).toEqual([]);
    // Said of other words, of a call, of what is a telephone number, of a code that people know.
    const column = (text: string, name = 'Clinic 910') => problemsOf(campaign, rows(name, text));
    expect(told(await column('School 910'))).toEqual([
      ['PLACE_VALUE_INVALID', 2, 5],
      ['PLACE_TEXT_INVALID', 2, 3],
    ]);
    expect(told(await column('910'))).toEqual([
      ['PLACE_VALUE_INVALID', 2, 5],
      ['PLACE_TEXT_INVALID', 2, 3],
    ]);
    expect(told(await column('Call 910', 'Call 910'))).toEqual([['PLACE_TEXT_INVALID', 2, 3]]);
    expect(told(await column('House 112', 'House 112'))).toEqual([['PLACE_TEXT_INVALID', 2, 3]]);
    expect(told(await column('North 202-555-0188', 'North 202-555-0188'))).toEqual([
      ['PLACE_VALUE_INVALID', 2, 5],
      ['PLACE_TEXT_INVALID', 2, 3],
    ]);
  });

  it('whose row says that a name is no number is told, that somebody looks at it', async () => {
    const csv = 'id,helpline,name,undialled\na,202-555-0101,Clinic 910,Clinic 910\n';
    const plan = await planOf(loadCampaign(folderWith({ 'campaign.yaml': campaign, 'places.csv': csv })));
    const { code, severity, place } = plan.problems.find(({ place: { line } }) => line === 2)!;
    expect([code, severity, place.column]).toEqual(['PLACE_NUMBER_DOUBTFUL', 'warning', 4]);
  });

  it('may name its own number in its address', async () => {
    expect(
      await problemsOf(
        campaign,
        `id,helpline,name,address\na,202-555-0101,North,"12 Main Street, 202-555-0101"\n`,
      ),
    ).toEqual([]);
  });
});

it('tells everything at once, and of more than can be read how much', async () => {
  const rows = Array.from({ length: 411 }, (_, i) => `p${i},1234567\n`);
  const problems = await problemsOf(campaign, `id,helpline\n${rows.join('')}`);
  expect(problems).toHaveLength(100);
  expect(problems.at(-1)).toMatchObject({
    code: 'CAMPAIGN_MORE',
    message: 'And 312 more: PLACE_NUMBER_INVALID 312.',
  });
});
