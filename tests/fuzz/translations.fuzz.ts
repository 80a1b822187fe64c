import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadGuide } from '../../src/content/index.ts';
import {
  exchangeOf,
  type FormatName,
  formatNames,
  importReturned,
  readReturned,
  writeExchange,
} from '../../src/translations/index.ts';
import { byteMutations, mutations, pieces } from './inputs.ts';
import { property } from './property.ts';

const root = join(import.meta.dirname, '../..');
const locales = join(root, 'locales');
const guide = loadGuide(join(root, 'guides/heroin-detox'));
const exchange = exchangeOf(guide, 'es', locales);
const folder = mkdtempSync(join(tmpdir(), 'fuzz-translations-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const keys = [
  'guide:kicker',
  'guide:opening.hard',
  'press:call',
  'press:pages_other',
  'guide:',
  '__proto__',
  'constructor',
];
const texts = [
  'Llame al {{number}}',
  '[a](lang:es)',
  '<helpline:main>',
  '{{',
  '&#0;',
  '\u202e',
  '\ud800',
  '\\x41',
  'ñ',
];
/** Workbooks are fuzzed as zips and XML (`campaign.fuzz.ts`); the others are texts. */
type TextFormat = Exclude<FormatName, 'xlsx'>;
const textFormats = formatNames.filter((format) => format !== 'xlsx');
/** Words and marks of each format. */
const words: Readonly<Record<TextFormat, readonly string[]>> = {
  xliff: [
    '<?xml version="1.0"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    '</xliff>',
    '<file original="a" source-language="en" target-language="es" datatype="plaintext">',
    '</file>',
    '<body>',
    '</body>',
    '<group id="a">',
    '</group>',
    '<trans-unit id="guide:kicker">',
    '<trans-unit>',
    '</trans-unit>',
    '<source>',
    '</source>',
    '<target state="final">',
    '<target>',
    '</target>',
    '<note>',
    '</note>',
    '<g id="1">',
    '</g>',
    '<x id="1"/>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&amp;',
    '<seg-source>',
    '<mrk mtype="seg">',
    '</mrk>',
  ],
  po: [
    'msgid ',
    'msgstr ',
    'msgctxt ',
    'msgid_plural ',
    'msgstr[0] ',
    'msgstr[9999999] ',
    '#, fuzzy\n',
    '#~ ',
    '#| ',
    '# ',
    '#: ',
    '"',
    '"Language: es\\n"',
    '\\n',
    '\\',
    '\n',
    '\r\n',
    ' ',
    'domain ',
    '"Plural-Forms: nplurals=9;"',
  ],
  csv: [
    'key',
    'source',
    'target',
    'state',
    'note',
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r\n',
    '=1+1',
    'stale',
    'translated',
    '\ufeff',
  ],
  json: [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '"key"',
    '"units"',
    '"target"',
    '"source"',
    '"language"',
    '"es"',
    'null',
    '1e999',
    '\\u0000',
    '\\ud800',
    '\n',
  ],
};

/** Inputs that were findings. */
const kept: Partial<Record<TextFormat, readonly string[]>> = { po: ['#~ msgid_plural '] };

/** Takes a file in that came back from a translator; nothing is written but the file. */
async function takeIn(name: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, content);
  importReturned(guide, 'es', await readReturned(file), {}, locales);
}

const written = new Map<TextFormat, { readonly name: string; readonly text: string }>();
for (const format of textFormats) written.set(format, await writeExchange(exchange, format));
/** Encodings that tools save in. */
const encodings = ['utf8', 'utf16le', 'latin1'] as const;

export const properties = [...written].flatMap(([format, { name, text }]) => {
  const own = [...words[format], ...keys, ...texts];
  return [
    property(`${format} with changes`, mutations(text, own), (changed) => takeIn(name, changed)),
    property(`${format} of its own marks`, pieces(own), (made) => takeIn(name, made), kept[format]),
    property(`${format} with bytes changed`, byteMutations(Buffer.from(text)), (bytes) =>
      takeIn(name, bytes),
    ),
    property(
      `${format} in another encoding`,
      fc.tuple(fc.constantFrom(...encodings), mutations(text.slice(0, 3000), own)),
      ([encoding, changed]) => takeIn(name, Buffer.from(changed, encoding)),
    ),
  ];
});
