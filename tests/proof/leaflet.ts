import type { Expectation } from '../../src/proof/index.ts';
import { classicFile, type Obj, type Objects } from './pdf-file.ts';

/**
 * A small leaflet, written by hand as PDF, that keeps every promise: three pages of 200 by 300 pt. Every code of its
 * one font is half an em wide, and stands for the Unicode character of the same number. In page contents, `«text»` is
 * a string in that font.
 */
const contents = [
  `/Artifact << /Type /Background >> BDC 1 1 0.9 rg 0 0 200 300 re f EMC 0 g
/H1 << /MCID 0 >> BDC BT /F1 16 Tf 10 260 Td «Coming off heroin» Tj ET EMC
/P << /MCID 1 >> BDC BT /F1 10 Tf 10 235 Td [«You can» 0 « stop.»] TJ ET EMC
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

const xmp = `<x:xmpmeta><rdf:RDF><rdf:Description>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Heroin &amp; you</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<hp:guideId>guide</hp:guideId><hp:guideVersion>1.0.0</hp:guideVersion><hp:guideDate>2026-11-23</hp:guideDate>
<hp:locale>en</hp:locale><hp:product>leaflet</hp:product><hp:paper>small</hp:paper><hp:edition>standard</hp:edition>
<hp:purpose>screen</hp:purpose><hp:disclosureVersion>2026-11</hp:disclosureVersion>
<hp:disclosureHash>abc123</hp:disclosureHash><hp:translationStatus>reviewed</hp:translationStatus>
<hp:translationReviewedBy>A. Reader</hp:translationReviewedBy><hp:translationReviewedOn>2026-11-20</hp:translationReviewedOn>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

const page = (index: number, annotations: string) => ({
  value: `<< /Type /Page /Parent 2 0 R /Contents ${6 + index} 0 R /StructParents ${index} /Annots [${annotations}] >>`,
});
const link = (structParent: number, description: string) => ({
  value: `<< /Type /Annot /Subtype /Link /Rect [8 15 96 36] /StructParent ${structParent} /Contents (${description}) /A << /S /URI /URI (tel:+18003151376) >> >>`,
});
const element = (type: string, parent: number, pageNumber: number, kids: string, more = '') => ({
  value: `<< /Type /StructElem /S /${type} /P ${parent} 0 R /Pg ${pageNumber} 0 R /K ${kids} ${more}>>`,
});

function objects(): Map<number, Obj> {
  return new Map<number, Obj>([
    [
      1,
      {
        value:
          '<< /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> /Metadata 15 0 R /StructTreeRoot 20 0 R >>',
      },
    ],
    [
      2,
      {
        value:
          '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox [0 0 200 300] /Resources << /Font << /F1 9 0 R >> >> >>',
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
        value:
          '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Test /FontDescriptor 11 0 R /DW 500 /CIDToGIDMap 14 0 R >>',
      },
    ],
    [11, { value: '<< /Type /FontDescriptor /FontName /ABCDEF+Test /FontFile2 12 0 R >>' }],
    [12, { value: '<< >>', stream: 'a font' }],
    [13, { value: '<< >>', stream: '1 beginbfrange\n<0000> <00ff> <0000>\nendbfrange' }],
    [14, { value: '<< >>', stream: '\0\u0001'.repeat(256) }],
    [15, { value: '<< /Type /Metadata /Subtype /XML >>', stream: xmp }],
    [16, link(3, 'Call 800-315-1376')],
    [17, link(4, 'Call 800-315-1376')],
    [20, { value: '<< /Type /StructTreeRoot /K 21 0 R /ParentTree 22 0 R >>' }],
    [
      21,
      element(
        'Document',
        20,
        3,
        '[30 0 R 31 0 R 32 0 R 34 0 R 35 0 R 40 0 R 41 0 R 45 0 R 50 0 R 51 0 R 52 0 R 53 0 R 54 0 R 55 0 R]',
      ),
    ],
    [
      22,
      {
        value:
          '<< /Nums [0 [30 0 R 31 0 R 32 0 R 33 0 R 36 0 R 35 0 R] 1 [40 0 R 43 0 R 44 0 R 45 0 R] 2 [50 0 R 51 0 R 52 0 R 53 0 R 56 0 R 55 0 R] 3 36 0 R 4 56 0 R] >>',
      },
    ],
    [30, element('H1', 21, 3, '0')],
    [31, element('P', 21, 3, '[1]')],
    [32, element('P', 21, 3, '[2 33 0 R]')],
    [33, element('Span', 32, 3, '3', '/Lang (es) ')],
    [34, element('P', 21, 3, '36 0 R')],
    [35, element('P', 21, 3, '5')],
    [36, element('Link', 34, 3, '[4 << /Type /OBJR /Obj 16 0 R >>]')],
    [40, element('H2', 21, 4, '0')],
    [41, element('L', 21, 4, '42 0 R')],
    [42, element('LI', 41, 4, '[43 0 R 44 0 R]')],
    [43, element('Lbl', 42, 4, '1')],
    [44, element('LBody', 42, 4, '<< /Type /MCR /Pg 4 0 R /MCID 2 >>')],
    [45, element('Figure', 21, 4, '3', '/Alt (A bed by a window) ')],
    [50, element('H2', 21, 5, '0')],
    [51, element('P', 21, 5, '1')],
    [52, element('P', 21, 5, '2')],
    [53, element('P', 21, 5, '3')],
    [54, element('P', 21, 5, '56 0 R')],
    [55, element('P', 21, 5, '5')],
    [56, element('Link', 54, 5, '[4 << /Type /OBJR /Obj 17 0 R >>]')],
  ]);
}

/** Replaces a text where it first stands; `at` names the object to look in. */
export type Change = readonly [at: number, from: string, to: string];

function strings(content: string): string {
  return content.replace(/«([^»]*)»/g, (_, text: string) => {
    const codes = [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0'));
    return `<${codes.join('')}>`;
  });
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
    if (stream !== undefined && number !== 12 && number !== 14 && number !== 15)
      all.set(number, { value, stream: strings(stream) });
  return all;
}

export function leaflet(...changes: readonly Change[]): Uint8Array {
  return classicFile(leafletObjects(...changes));
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
