import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Entry, loadCampaign, planOf } from '../../src/campaign/index.ts';
import { parseCsv } from '../../src/campaign/places/csv.ts';
import { isEntry, readLines } from '../../src/campaign/store/manifest.ts';
import { manifestLine } from '../../src/campaign/store/manifest-line.ts';
import { readSheet } from '../../src/sheet/xlsx.ts';
import { numberCell, textCell, workbook, zipped } from '../campaign/zipped.ts';
import { byteMutations, mutations, pieces } from './inputs.ts';
import { fewer, property } from './property.ts';

const starter = resolve(import.meta.dirname, '../../campaigns/starter');
const said = readFileSync(join(starter, 'campaign.yaml'), 'utf8').replaceAll(/^ *#.*\n/gm, '');
const places = readFileSync(join(starter, 'places.csv'), 'utf8');
const fields = [
  ...['id: ', 'guides: ', 'products: ', 'locales: ', 'only: ', 'except: ', 'quantities: ', 'name: '],
  ...['all', '[', ']', '{', '}', ',', '\n', '  ', '- ', "'", '"', '{place}', '{Place}', '../', '/dev/zero'],
  ...['poster', 'en', 'ar', 'letter', 'tabloid', 'office', 'copies: 1', '&a ', '*a', '1e9', '0800', 'null'],
];
const cells = [
  ...[',', ';', '\t', '"', '""', '\n', '\r\n', '\r', '="0800"', 'sep=;\n', ' ', '\u00a0', '\ufeff', '\u202e'],
  ...['a', 'Place', 'Helpline', '800-315-1376', '+1 (800) 315-1376', '8.01E+09', '911', '#REF!', '=1+1'],
  ...['https://example.org', 'logos/west.svg', '../../etc/passwd', 'en es', 'مكان', '1234567890123456'],
];

/** Everything that is checked before a campaign is printed, with a file of it changed. */
async function plan(file: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  try {
    const files = { 'campaign.yaml': said, 'places.csv': places, [file]: text };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    await planOf(loadCampaign(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows = [
  textCell('A1', 'Place') + textCell('B1', 'Helpline'),
  textCell('A2', 'north') + numberCell('B2', 8003151376),
  textCell('A3', 'south') + numberCell('B3', 45000, 1),
].join('');
const marks = [
  ...[
    '<c r="B9" t="s"><v>0</v></c>',
    '<c r="A1048577">',
    '<v>',
    '</v>',
    '</c>',
    '<is><t>',
    '</t></is>',
    '<f>',
  ],
  ...['t="b"', 't="e"', 's="9"', '1e308', '-1', '&amp;', '&#x0;', '<!--', '<![CDATA[', ']]>', '</row>'],
  ...[
    '<row r="1000000000"/>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '</sheetData>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
  ],
];
const strings = fc.array(fc.constantFrom('<si>', '<t>', '</t>', '</si>', 'a', '&lt;', '<r>'), {
  maxLength: 40,
});

/** As the thread does it that reads workbooks: what is thrown there is said as a fault of the workbook. */
const read = (bytes: Uint8Array) =>
  readSheet({ bytes, sheet: undefined, most: 1000 }).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
  });

const made: Entry = {
  outcome: 'made',
  file: 'en/poster/مكان.pdf',
  ...{ input: 'a'.repeat(64), sha256: 'b'.repeat(64), bytes: 60_000, pages: 1, translation: 'source' },
  numbers: [{ display: '800-315-1376', dial: '+18003151376', printings: 8 }],
  warnings: [],
};
const written = [made, { ...made, file: 'b.pdf' }];
const manifest = Buffer.from(written.map(manifestLine).join(''));
/** Entries of any form, whose sums are right. */
const entries = fc
  .record({
    outcome: fc.constantFrom('made', 'failed', 'lost'),
    file: fc.oneof(fc.constantFrom('', '../a', '/a', 'a.pdf'), fc.string({ unit: 'binary' })),
    input: fc.constantFrom('a'.repeat(64), 'A'.repeat(64), ''),
    problems: fc.array(fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue()), { maxLength: 3 }),
  })
  .map((entry) => Buffer.from(manifestLine({ ...made, ...entry } as unknown as Entry)));

async function readManifestBytes(bytes: Uint8Array): Promise<void> {
  for await (const _ of readLines([Buffer.from(bytes)], 'campaign.manifest'));
}

/** A line of which one byte is another says nothing, and never something else. */
async function readChangedManifest(bytes: Uint8Array): Promise<void> {
  for await (const read of readLines([Buffer.from(bytes)], 'campaign.manifest'))
    if (isEntry(read) && !written.some((entry) => isDeepStrictEqual(read, entry)))
      throw new Error('a changed line of a manifest is taken for what was written');
}

/** What print shops and authorities send: spreadsheets, workbooks, what a run wrote and a disk kept badly. */
export const properties = [
  fewer(
    20,
    property('a campaign with changes', mutations(said, fields), (text) => plan('campaign.yaml', text)),
  ),
  fewer(
    20,
    property('places with changes', mutations(places, cells), (text) => plan('places.csv', text)),
  ),
  property('a table of its own marks', pieces(cells), (text) => parseCsv(text, 'a.csv', undefined, 1000)),
  property('a workbook with bytes changed', byteMutations(workbook([rows])), read),
  property('a workbook whose cells are changed', mutations(rows, marks), (text) => read(workbook([text]))),
  property('a workbook of any texts', strings, (parts) =>
    read(
      workbook(
        [`<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>4</v></c>`],
        [{ name: 'xl/sharedStrings.xml', content: `<sst>${parts.join('')}</sst>` }],
      ),
    ),
  ),
  property(
    'a zip file that says what is not so',
    fc.record({ says: fc.nat(2 ** 32 - 1), flags: fc.nat(9), method: fc.constantFrom(0, 8, 9, 12) }),
    (lies) => read(zipped([{ name: 'xl/workbook.xml', content: '<workbook/>', ...lies }])),
  ),
  property('a manifest with bytes changed', byteMutations(manifest), readChangedManifest),
  property('a manifest of other entries', entries, readManifestBytes),
];
