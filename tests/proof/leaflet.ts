import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packetOf } from '../../src/proof/file/packet.ts';
import { type Expectation, faceOutlines, outlined } from '../../src/proof/index.ts';
import { tablesOf } from '../../src/proof/page/font-program.ts';
import { fontFile, type Shapes } from './font-file.ts';
import { type Obj, type Objects, pressFile } from './pdf-file.ts';

/**
 * A small leaflet, written by hand as the press writes PDF, that keeps every promise: three pages of 200 by 300 pt. Every
 * code of its one font is half an em wide. Page contents are in a shorthand, y up from the bottom, that {@link operators}
 * spells out: `«text»` is a string in that font, `x y Td` a place, `x y w h re f` a filled rectangle.
 */
const contents = [
  `/Artifact << /Type /Background >> BDC 1 1 0.9 rg 0 0 200 300 re f EMC 0 g
/H1 << /MCID 0 >> BDC BT /F1 16 Tf 10 260 Td «Coming off heroin» Tj ET EMC
/P << /MCID 1 >> BDC BT /F1 10 Tf 10 235 Td [«You can»0« stop.»] TJ ET EMC
/P << /MCID 2 >> BDC BT /F1 10 Tf 10 215 Td «Ask for » Tj ET EMC
/Span << /MCID 3 >> BDC BT /F1 10 Tf 50 215 Td «ayuda» Tj ET EMC
/Link << /MCID 4 >> BDC BT /F1 14 Tf 10 20 Td «800-315-1376» Tj ET EMC
/P << /MCID 5 >> BDC BT /F1 10 Tf 110 20 Td «Who answers?» Tj ET EMC
`,
  `/H2 << /MCID 0 >> BDC BT /F1 14 Tf 10 260 Td «At home» Tj ET EMC
/Lbl << /MCID 1 >> BDC BT /F1 10 Tf 10 240 Td «1.» Tj ET EMC
/LBody << /MCID 2 >> BDC BT /F1 10 Tf 25 240 Td «Drink water.» Tj ET EMC
/Figure << /MCID 3 >> BDC 0.2 0.4 0.6 rg 20 150 60 40 re f EMC 0 g
/Artifact << /Type /Pagination /Subtype /Footer >> BDC
BT /F1 14 Tf 10 20 Td «800-315-1376» Tj ET BT /F1 10 Tf 110 20 Td «Who answers?» Tj ET EMC
`,
  `/H2 << /MCID 0 >> BDC BT /F1 14 Tf 10 260 Td «Who answers?» Tj ET EMC
/P << /MCID 1 >> BDC BT /F1 10 Tf 10 240 Td «A treatment centre.» Tj ET EMC
/P << /MCID 2 >> BDC BT /F1 10 Tf 10 225 Td «It may be paid for it.» Tj ET EMC
/P << /MCID 3 >> BDC BT /F1 9 Tf 10 60 Td «guide 1.0.0» Tj ET EMC
/Link << /MCID 4 >> BDC BT /F1 14 Tf 10 20 Td «800-315-1376» Tj ET EMC
/P << /MCID 5 >> BDC BT /F1 10 Tf 110 20 Td «Who answers?» Tj ET EMC
`,
];

/** Codes 1 to 255 stand for the characters of the same number. */
const latin = Array.from({ length: 255 }, (_, i) => String.fromCharCode(i + 1));
const digits = [...'0123456789'];
/** Beyond: digits of Arabic, digits without ink, digits that look like the one after them; in shorthand from U+E000. */
export const arabicDigit = (digit: number) => String.fromCharCode(0xe000 + digit);
export const blankDigit = (digit: number) => String.fromCharCode(0xe00a + digit);
export const falseDigit = (digit: number) => String.fromCharCode(0xe014 + digit);
/** A direction mark, the sign for "no glyph" that stands for a Q, a letter of 1.1 em, and one that is an L of 1.1 em. */
export const [directed, missing, tall, angle] = ['\ue01e', '\ue01f', '\ue020', '\ue021'];
const texts = [
  ...latin,
  ...digits.map((d) => String.fromCharCode(0x660 + Number(d))),
  ...digits,
  ...digits,
  '\u200f',
  'Q',
  'T',
  'L',
];
const digitGlyph = (digit: number) => 48 + digit;
/** The glyph of each code from 1. */
const glyphs = texts.map((_, i) => {
  if (i < 265) return i + 1;
  if (i < 275) return 266;
  if (i < 285) return digitGlyph((i - 275 + 1) % 10);
  if (i === 287) return 267;
  if (i === 288) return 268;
  return i === 285 ? 266 : 0;
});
const inkless = new Set([...Array.from({ length: 33 }, (_, i) => i).slice(1), 160, 266]);

const hex = (value: number) => value.toString(16).padStart(4, '0');

/** The one form of a Unicode map that the press writes. */
export function unicodeMap(entries: readonly string[]): string {
  let body = '';
  for (let start = 0; start < entries.length; start += 100) {
    const part = entries.slice(start, start + 100);
    const rows = part.map((text, i) => {
      const units = Array.from({ length: text.length }, (_, k) => hex(text.charCodeAt(k))).join('');
      return `<${hex(start + i + 1)}> <${units}>`;
    });
    body += `${part.length} beginbfchar\n${rows.join('\n')}\nendbfchar\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${body}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** The font with some glyphs otherwise. */
export const fontWith = (shapes: Partial<Shapes>) =>
  fontFile(269, { blank: inkless, tall: new Set([267]), angles: new Set([268]), ...shapes }).toString(
    'latin1',
  );
const font = Buffer.from(fontWith({}), 'latin1');
const program = fontWith({});
const tables = tablesOf(font);
/** Glyphs have the numbers of their characters. */
const outlines = faceOutlines(
  { head: tables.get('head')!, loca: tables.get('loca')!, glyf: tables.get('glyf')! },
  outlined.map((letter) => letter.charCodeAt(0)),
);
const glyphMap = [0, ...glyphs].map((glyph) => String.fromCharCode(glyph >> 8, glyph & 255)).join('');
const profile = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('pdfkit')), 'data/sRGB_IEC61966_2_1.icc'),
).toString('latin1');

const said = {
  title: 'Heroin & you',
  language: 'en',
  producer: 'helpline-press 1.2.3',
  date: '2026-11-23T00:00:00Z',
};
const record = {
  guideId: 'guide',
  guideVersion: '1.0.0',
  guideDate: '2026-11-23',
  locale: 'en',
  product: 'leaflet',
  paper: 'small',
  edition: 'standard',
  purpose: 'screen',
  disclosureVersion: '2026-11',
  disclosureHash: 'abc123',
  translationStatus: 'reviewed',
  translationReviewedBy: 'A. Reader',
  translationReviewedOn: '2026-11-20',
};
/** The packet with its record changed: undefined takes a fact out. */
export const packetWith = (changes: Readonly<Record<string, string | undefined>>): string => {
  const facts = Object.entries({ ...record, ...changes }).filter(([, value]) => value !== undefined);
  const packet = packetOf({ ...said, record: Object.fromEntries(facts) as Record<string, string> });
  // One character a byte, as all streams here.
  return Buffer.from(packet).toString('latin1');
};
const xmp = packetWith({});
/** Everywhere that the day is said of which a file is. */
export const madeOn = (xmpDate: string, date: string): readonly Change[] => [
  [15, xmp, xmp.replaceAll(said.date, xmpDate)],
  [
    24,
    '/CreationDate (D:20261123000000Z) /ModDate (D:20261123000000Z)',
    `/CreationDate (${date}) /ModDate (${date})`,
  ],
];

const page = (index: number, annotations: string) => ({
  value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents ${6 + index} 0 R /Resources 18 0 R /StructParents ${index} /Annots [${annotations}] >>`,
});
const link = (page: number, structParent: number, description: string) => ({
  value: `<< /Type /Annot /Subtype /Link /Rect [8 15 96 36] /Border [0 0 0] /F 4 /P ${page} 0 R /A << /Type /Action /S /URI /URI (tel:+18003151376) >> /Contents (${description}) /StructParent ${structParent} >>`,
});
const element = (type: string, parent: number, pageNumber: number, kids: string, more = '') => ({
  value: `<< /Type /StructElem /S /${type} /P ${parent} 0 R /Pg ${pageNumber} 0 R ${more}/K [${kids}] >>`,
});

function objects(): Map<number, Obj> {
  return new Map<number, Obj>([
    [
      1,
      {
        value:
          '<< /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo 29 0 R /ViewerPreferences 37 0 R /Metadata 15 0 R /OutputIntents [26 0 R] /Outlines 27 0 R /StructTreeRoot 20 0 R >>',
      },
    ],
    [
      2,
      {
        value: '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>',
      },
    ],
    [3, page(0, '16 0 R')],
    [4, page(1, '')],
    [5, page(2, '17 0 R')],
    ...contents.map((stream, i) => [6 + i, { value: '<< >>', stream }] as const),
    [
      9,
      {
        value:
          '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Test /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 13 0 R >>',
      },
    ],
    [
      10,
      {
        value: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 11 0 R /W [1 [${texts.map(() => 500).join(' ')}]] /DW 1000 /CIDToGIDMap 14 0 R >>`,
      },
    ],
    [
      11,
      {
        value:
          '<< /Type /FontDescriptor /FontName /ABCDEF+Test /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /XHeight 500 /StemV 80 /FontFile2 12 0 R >>',
      },
    ],
    [12, { value: `<< /Length1 ${program.length} >>`, stream: program }],
    [13, { value: '<< >>', stream: unicodeMap(texts) }],
    [14, { value: '<< >>', stream: glyphMap }],
    [15, { value: '<< /Type /Metadata /Subtype /XML >>', stream: xmp }],
    [16, link(3, 3, 'Call 800-315-1376')],
    [17, link(5, 4, 'Call 800-315-1376')],
    [18, { value: '<< /Font 19 0 R >>' }],
    [19, { value: '<< /F1 9 0 R >>' }],
    [
      24,
      {
        value:
          '<< /Title (Heroin & you) /Creator (helpline-press 1.2.3) /Producer (helpline-press 1.2.3) /CreationDate (D:20261123000000Z) /ModDate (D:20261123000000Z) >>',
      },
    ],
    [25, { value: '<< /N 3 >>', stream: profile }],
    [
      26,
      {
        value:
          '<< /Type /OutputIntent /S /GTS_PDFA1 /Info (sRGB IEC61966-2.1) /OutputConditionIdentifier (sRGB IEC61966-2.1) /DestOutputProfile 25 0 R >>',
      },
    ],
    [27, { value: '<< /Type /Outlines /First 28 0 R /Last 28 0 R /Count 1 >>' }],
    [28, { value: '<< /Title (Coming off heroin) /Parent 27 0 R /Dest [3 0 R /XYZ 10 280 null] >>' }],
    [20, { value: '<< /Type /StructTreeRoot /K [21 0 R] /ParentTree 22 0 R >>' }],
    [
      21,
      element(
        'Document',
        20,
        3,
        '30 0 R 31 0 R 32 0 R 34 0 R 35 0 R 40 0 R 41 0 R 45 0 R 50 0 R 51 0 R 52 0 R 53 0 R 54 0 R 55 0 R',
      ),
    ],
    [
      22,
      {
        value:
          '<< /Nums [0 [30 0 R 31 0 R 32 0 R 33 0 R 36 0 R 35 0 R] 1 [40 0 R 43 0 R 44 0 R 45 0 R] 2 [50 0 R 51 0 R 52 0 R 53 0 R 56 0 R 55 0 R] 3 36 0 R 4 56 0 R] >>',
      },
    ],
    [29, { value: '<< /Marked true >>' }],
    [37, { value: '<< /DisplayDocTitle true >>' }],
    [30, element('H1', 21, 3, '0')],
    [31, element('P', 21, 3, '1')],
    [32, element('P', 21, 3, '2 33 0 R')],
    [33, element('Span', 32, 3, '3', '/Lang (es) ')],
    [34, element('P', 21, 3, '36 0 R')],
    [35, element('P', 21, 3, '5')],
    [36, element('Link', 34, 3, '4 << /Type /OBJR /Obj 16 0 R >>')],
    [40, element('H2', 21, 4, '0')],
    [41, element('L', 21, 4, '42 0 R')],
    [42, element('LI', 41, 4, '43 0 R 44 0 R')],
    [43, element('Lbl', 42, 4, '1')],
    [44, element('LBody', 42, 4, '<< /Type /MCR /Pg 4 0 R /MCID 2 >>')],
    [45, element('Figure', 21, 4, '3', '/Alt (A bed by a window) ')],
    [50, element('H2', 21, 5, '0')],
    [51, element('P', 21, 5, '1')],
    [52, element('P', 21, 5, '2')],
    [53, element('P', 21, 5, '3')],
    [54, element('P', 21, 5, '56 0 R')],
    [55, element('P', 21, 5, '5')],
    [56, element('Link', 54, 5, '4 << /Type /OBJR /Obj 17 0 R >>')],
  ]);
}

/** Replaces a text where it first stands; `at` names the object to look in. */
export type Change = readonly [at: number, from: string, to: string];

/** Bytes of a string that are escaped in page contents. */
const escaped: Readonly<Record<string, string>> = { '(': '\\(', ')': '\\)', '\\': '\\\\', '\r': '\\r' };

function string(text: string): string {
  const bytes = [...text].map((c) => {
    const code = c >= '\ue000' ? c.charCodeAt(0) - 0xe000 + 256 : c.charCodeAt(0);
    return String.fromCharCode(code >> 8, code & 255).replace(/[()\\\r]/g, (byte) => escaped[byte]!);
  });
  return `(${bytes.join('')})`;
}

/** Page contents as the press writes them, of the shorthand: y down, every place a matrix, rectangles as paths. */
export function operators(content: string): string {
  const up = (y: string, h = '0') => String(Number((300 - Number(y) - Number(h)).toFixed(3)));
  const spelled = content
    .replace(/<< /g, '<<')
    .replace(/ >>/g, '>>')
    .replace(/(^|[\s\]])([\d.]+) g(?=\s)/g, '$1$2 $2 $2 rg')
    .replace(/(-?[\d.]+) (-?[\d.]+) Td/g, (_, x: string, y: string) => `1 0 0 -1 ${x} ${up(y)} Tm`)
    .replace(
      /(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) re (f|S|B)(?=\s)/g,
      (_, x: string, y: string, w: string, h: string, paint: string) => {
        const [left, top] = [Number(x), Number(up(y, h))];
        const [right, bottom] = [left + Number(w), top + Number(h)].map((v) => Number(v.toFixed(3)));
        return `${left} ${top} m ${right} ${top} l ${right} ${bottom} l ${left} ${bottom} l h ${paint}`;
      },
    )
    .replace(
      /(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) re W n/g,
      (_, x: string, y: string, w: string, h: string) => `${x} ${up(y, h)} ${w} ${h} re W n`,
    )
    .replace(/«([^»]*)»/g, (_, text: string) => string(text));
  return `1 0 0 -1 0 300 cm\n${spelled}`;
}

/** The objects of the leaflet with changes made to them; a change that finds nothing is a fault of the test. */
export function leafletObjects(...changes: readonly Change[]): Objects {
  const all = objects();
  for (const [at, from, to] of changes) {
    const { value, stream } = all.get(at)!;
    if (stream?.includes(from)) all.set(at, { value, stream: stream.replace(from, () => to) });
    else if (value.includes(from))
      all.set(at, { value: value.replace(from, () => to), ...(stream === undefined ? {} : { stream }) });
    else throw new Error(`object ${at} does not hold ${from}`);
  }
  for (const [number, { value, stream }] of all)
    if (stream !== undefined && number >= 6 && number <= 8)
      all.set(number, { value, stream: operators(stream) });
  return all;
}

/** The leaflet with objects put in place of others, or beside them. */
export function leafletWith(
  changed: Readonly<Record<number, Obj | ((object: Obj) => Obj)>>,
  ...changes: readonly Change[]
): Uint8Array {
  const all = new Map(leafletObjects(...changes));
  for (const [number, object] of Object.entries(changed))
    all.set(Number(number), typeof object === 'function' ? object(all.get(Number(number))!) : object);
  return pressFile(all);
}

export function leaflet(...changes: readonly Change[]): Uint8Array {
  return pressFile(leafletObjects(...changes));
}

const area = { x: 0, y: 0, width: 200, height: 300, rotate: 0 } as const;

/** What the leaflet promises. */
export const expectation: Expectation = {
  format: 2,
  guide: { id: 'guide', version: '1.0.0', date: '2026-11-23' },
  locale: 'en',
  direction: 'ltr',
  product: 'leaflet',
  paper: 'small',
  edition: 'standard',
  purpose: 'screen',
  title: 'Heroin & you',
  helpline: { display: '800-315-1376', uri: 'tel:+18003151376', minSize: 14 },
  numbers: [{ display: '800-315-1376', uri: 'tel:+18003151376' }],
  faces: { number: 'Test', outlines: { Test: outlines }, others: {} },
  loud: ['cover', 'back'],
  pointer: 'Who answers?',
  sheets: ['cover', 'middle', 'back'].map((name) => ({
    width: 200,
    height: 300,
    areas: [{ page: name, ...area }],
  })),
  texts: [
    { key: 'heading', text: 'Coming off heroin', language: 'en' },
    { key: 'stop', text: 'You can stop.', language: 'en' },
    { key: 'ask', text: 'Ask for ayuda', language: 'en' },
    { key: 'home', text: 'At home', language: 'en' },
    { key: 'water', text: 'Drink water.', language: 'en' },
    { key: 'bed.alt', text: 'A bed by a window', language: 'en', alt: true },
    { key: 'disclosure.who', text: 'A treatment centre.', language: 'en' },
    { key: 'disclosure.paid', text: 'It may be paid for it.', language: 'en' },
  ],
  words: ['Call'],
  links: [],
  qr: { content: 'tel:+18003151376', pages: [] },
  disclosure: {
    version: '2026-11',
    hash: 'abc123',
    keys: ['disclosure.who', 'disclosure.paid'],
    minSize: 9,
  },
  phrases: [{ text: 'ayuda', language: 'es' }],
  imprint: 'guide 1.0.0',
  translation: { status: 'reviewed', reviewedBy: 'A. Reader', reviewedOn: '2026-11-20' },
  minSize: 9,
};
