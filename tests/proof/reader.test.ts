import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import { Kept, prove, proveNew } from '../../src/proof/index.ts';
import { expectation, fontWith, leaflet, leafletObjects, leafletWith, unicodeMap } from './leaflet.ts';
import { modernFile, type Obj, pressFile, updated } from './pdf-file.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const poster = new Press().run(guide, { ...defaultJob, product: 'poster', locale: 'en' });

/** What comes of bytes: a proof, or a PressError; anything else is a fault of the reader. */
function outcome(bytes: Uint8Array, verdict = () => prove(bytes, poster.proof.expectation).verdict): string {
  try {
    return verdict();
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    const codes = error.problems.map(({ code }) => code).join();
    return { PDF_UNREADABLE: 'unreadable', PDF_FOREIGN: 'foreign' }[codes] ?? codes;
  }
}

const leafletOutcome = (bytes: Uint8Array) =>
  outcome(bytes, () => proveNew(bytes, expectation, 'test').verdict);

describe('the reader', () => {
  it('proves the file as it was written', () => {
    expect(outcome(poster.bytes)).toBe('proved');
    expect(leafletOutcome(leaflet())).toBe('proved');
  });

  it('never does anything but prove, refuse or say that it cannot read, whatever bytes are changed', () => {
    const seen = new Set<string>();
    // Half of the changes fall into dictionaries and tables, where they mean something.
    const text = Buffer.from(poster.bytes).toString('latin1');
    const streams = text.replace(/stream\n[\s\S]*?\nendstream/g, (stream) => '\0'.repeat(stream.length));
    const plain = [...streams].flatMap((character, at) => (character === '\0' ? [] : [at]));
    const at = fc.oneof(fc.nat(poster.bytes.length - 1), fc.constantFrom(...plain));
    const change = fc.record({ at, byte: fc.oneof(fc.nat(255), fc.integer({ min: 48, max: 57 })) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(poster.bytes);
        for (const { at, byte } of changes) bytes[at] = byte;
        seen.add(outcome(bytes));
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(seen.size).toBeGreaterThan(1);
  });

  it('says that it cannot read a file that is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(poster.bytes.length - 40), (end) => {
        expect(outcome(poster.bytes.subarray(0, end))).toBe('unreadable');
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no PDF', Buffer.from('hello')],
    ['a header alone', Buffer.from('%PDF-1.7\n')],
    ['a table that points nowhere', Buffer.from('%PDF-1.7\nstartxref\n999999999\n%%EOF\n')],
  ])('says that it cannot read %s', (_, bytes) => {
    expect(['unreadable', 'foreign']).toContain(outcome(bytes));
  });

  it('gives the same verdicts with what it kept of other files', () => {
    const kept = new Kept();
    for (const [bytes, wanted] of [
      [leaflet(), expectation],
      [poster.bytes, poster.proof.expectation],
      [leaflet([6, '800-315-1376', '800-315-1367']), expectation],
      [leaflet(), expectation],
    ] as const)
      expect(prove(bytes, wanted, 'x', kept)).toEqual(prove(bytes, wanted, 'x'));
  });
});

const key = (more: string) => (object: Obj) => ({
  ...object,
  value: object.value.replace('<<', `<< ${more}`),
});
const swap = (from: string, to: string) => (object: Obj) => {
  if (!object.value.includes(from)) throw new Error(`there is no ${from}`);
  return { ...object, value: object.value.replace(from, () => to) };
};
/** Operators put before the rest of the first page. */
const content = (more: string) => (object: Obj) => ({ ...object, stream: object.stream! + more });
const text = (from: string, to: string) => (bytes: string) => {
  if (!bytes.includes(from)) throw new Error(`there is no ${from}`);
  return bytes.replace(from, () => to);
};

/** Object, and what is put into its dictionary that is not in the vocabulary. */
const keys: readonly (readonly [string, number, string])[] = [
  ['a script that runs when it is opened', 1, '/OpenAction << /S /JavaScript /JS (x) >>'],
  ['names of scripts', 1, '/Names 38 0 R'],
  ['a form to fill in', 1, '/AcroForm << /Fields [] >>'],
  ['layers', 1, '/OCProperties << /OCGs [] >>'],
  ['actions of its catalog', 1, '/AA << >>'],
  ['a collection', 1, '/Collection << >>'],
  ['a page that is turned', 3, '/Rotate 90'],
  ['a page that is cropped', 3, '/CropBox [0 0 100 100]'],
  ['a page that is trimmed', 3, '/TrimBox [0 0 100 100]'],
  ['a page in other units', 3, '/UserUnit 2'],
  ['a page with a transition', 3, '/Trans << >>'],
  ['a page with a group', 3, '/Group << /S /Transparency >>'],
  ['actions of a page', 3, '/AA << >>'],
  ['a link with an appearance', 16, '/AP << /N 38 0 R >>'],
  ['a link with actions', 16, '/AA << >>'],
  ['a link of a shape', 16, '/QuadPoints [0 0 1 1 2 2 3 3]'],
  ['a link on a layer', 16, '/OC 38 0 R'],
  ['graphics states', 18, '/ExtGState << >>'],
  ['patterns', 18, '/Pattern << >>'],
  ['shadings', 18, '/Shading << >>'],
  ['a default colour space', 18, '/ColorSpace << /DefaultRGB [/CalRGB << >>] >>'],
  ['properties', 18, '/Properties << >>'],
  ['a predictor', 6, '/DecodeParms << /Predictor 12 >>'],
  ['contents in another file', 6, '/F (x)'],
  ['vertical metrics', 10, '/W2 [1 [0 0 0]]'],
  ['a role map', 20, '/RoleMap << /P /Artifact >>'],
  ['a class map', 20, '/ClassMap << >>'],
  ['an element of a class', 31, '/C /x'],
  ['a bookmark with an action', 28, '/A << /S /URI /URI (x) >>'],
];

/** What else the press never writes. */
const foreign: readonly (readonly [string, Uint8Array])[] = [
  ['object streams', modernFile(leafletObjects())],
  ['an incremental update', updated(leaflet(), 6, leafletObjects().get(7)!)],
  ['bytes after its end', Buffer.concat([leaflet(), Buffer.from('\n')])],
  ['another version', pressFile(leafletObjects(), { change: text('%PDF-1.7', '%PDF-1.6') })],
  ['encryption', pressFile(leafletObjects(), { trailer: '/Encrypt 38 0 R ' })],
  ['an earlier section', pressFile(leafletObjects(), { trailer: '/Prev 15 ' })],
  ['a comment', leafletWith({ 31: swap('/S /P', '/S %x\n/P') })],
  ['a name that is spelled in another way', leafletWith({ 31: swap('/S /P', '/S /#50') })],
  ['an octal escape', leafletWith({ 16: swap('(Call 8', '(Call \\070') })],
  ['a string without escapes', leafletWith({ 16: swap('(Call 8', '(Call() 8') })],
  ['a string over two lines', leafletWith({ 16: swap('(Call 8', '(Call\n8') })],
  ['a string in hexadecimal', leafletWith({ 16: swap('(Call 800-315-1376)', '<43>') })],
  ['a tabulator', leafletWith({ 31: swap('/S /P', '/S\t/P') })],
  ['a number with an exponent', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 2e2 300]') })],
  ['a number with a sign', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 +200 300]') })],
  ['a number without its zero', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 200 300.]') })],
  ['a number with zeros before it', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 0200 300]') })],
  ['a number with zeros after it', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 200.0 300]') })],
  ['a number below nothing', leafletWith({ 3: swap('[0 0 200 300]', '[0 -0 200 300]') })],
  ['a number of nineteen signs', leafletWith({ 28: swap('10 280', `10 280.${'1'.repeat(15)}`) })],
  ['a number of an object with a zero', leafletWith({ 3: swap('6 0 R', '06 0 R') })],
  [
    'a table that begins at a number with a zero',
    pressFile(leafletObjects(), { change: (bytes) => bytes.replace(/(startxref\n)/, '$10') }),
  ],
  ['a text of 20,001 signs', leafletWith({ 45: swap('A bed', `A ${'\0b'.repeat(20_001)}bed`) })],
  ['a later generation of an object', leafletWith({ 3: swap('6 0 R', '6 1 R') })],
  ['an object that belongs to nothing', leafletWith({ 38: { value: '<< /Type /Page >>' } })],
  ['a key twice', leafletWith({ 3: key('/Contents 7 0 R') })],
  ['a key twice, the other way round', leafletWith({ 3: swap('>>', '/Contents 7 0 R >>') })],
  ['no contents', leafletWith({ 3: swap('/Contents 6 0 R', '') })],
  ['contents of another kind', leafletWith({ 3: swap('/Contents 6 0 R', '/Contents 14 0 R'), 13: key('') })],
  ['a page box that begins elsewhere', leafletWith({ 3: swap('[0 0 200 300]', '[0 10 200 300]') })],
  ['a page box of four corners', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 200 300 0]') })],
  ['a page twice', leafletWith({ 2: swap('[3 0 R 4', '[3 0 R 3') })],
  ['another count of pages', leafletWith({ 2: swap('/Count 3', '/Count 2') })],
  ['pages in pages', leafletWith({ 2: swap('[3 0 R', '[2 0 R') })],
  ['a page of no size', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 0 300]') })],
  ['a page larger than pages are', leafletWith({ 3: swap('[0 0 200 300]', '[0 0 14401 300]') })],
  ['an annotation that is no link', leafletWith({ 16: swap('/Link', '/Stamp') })],
  ['a link with a border', leafletWith({ 16: swap('[0 0 0]', '[0 0 9]') })],
  ['a hidden link', leafletWith({ 16: swap('/F 4', '/F 6') })],
  ['a link of another page', leafletWith({ 16: swap('/P 3 0 R', '/P 4 0 R') })],
  ['a link that goes on to another', leafletWith({ 16: swap('/S /URI', '/Next << >> /S /URI') })],
  ['a link that starts a program', leafletWith({ 16: swap('/S /URI', '/S /Launch') })],
  ['a filter', leafletWith({ 6: (o) => ({ ...o, value: '<< /Filter /ASCIIHexDecode >>' }) })],
  ['filters in an array', leafletWith({ 6: (o) => ({ ...o, value: '<< /Filter [/FlateDecode] >>' }) })],
  ['another encoding of a font', leafletWith({ 9: swap('/Identity-H', '/Identity-V') })],
  ['a map as encoding of a font', leafletWith({ 9: swap('/Identity-H', '13 0 R') })],
  ['a font of another kind', leafletWith({ 9: swap('/Type0', '/Type3') })],
  ['a font with two names', leafletWith({ 11: swap('ABCDEF', 'ABCDEG') })],
  ['a font that is not embedded', leafletWith({ 11: swap('/FontFile2 12 0 R', ''), 12: { value: '<< >>' } })],
  ['a font of another length', leafletWith({ 12: swap('/Length1 ', '/Length1 1') })],
  [
    'a glyph with instructions',
    leafletWith({
      12: (o) => ({ ...o, stream: fontWith({ instructed: new Set([65]) }).slice(0, o.stream!.length) }),
    }),
  ],
  ['widths that are a hair other', leafletWith({ 10: swap('[1 [500 ', '[1 [500.002 ') })],
  [
    'bytes after the end of a stream',
    leafletWith({
      6: (o) => ({
        value: '<< /Filter /FlateDecode >>',
        stream: `${deflateSync(Buffer.from(o.stream!, 'latin1')).toString('latin1')}x`,
      }),
    }),
  ],
  [
    'bytes between its objects and their table',
    pressFile(leafletObjects(), {
      change: (bytes) =>
        bytes
          .replace(/\nxref\n/, '\n\nxref\n')
          .replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) + 1}`),
    }),
  ],
  ['a font that is none', leafletWith({ 12: { value: '<< /Length1 6 >>', stream: 'a font' } })],
  ['widths that are not the glyphs’', leafletWith({ 10: swap('[1 [500 ', '[1 [400 ') })],
  ['widths from another code', leafletWith({ 10: swap('/W [1 ', '/W [2 ') })],
  ['a width too few', leafletWith({ 10: swap('[1 [500 ', '[1 [') })],
  ['another width for the rest', leafletWith({ 10: swap('/DW 1000', '/DW 500') })],
  ['a glyph map too short', leafletWith({ 14: (o) => ({ ...o, stream: o.stream!.slice(2) }) })],
  [
    'a glyph that is not there',
    leafletWith({ 14: (o) => ({ ...o, stream: `${o.stream!.slice(0, -2)}\xff\xff` }) }),
  ],
  [
    'a Unicode map of another form',
    leafletWith({ 13: { value: '<< >>', stream: '1 beginbfrange\n<0000> <00ff> <0000>\nendbfrange' } }),
  ],
  [
    'a Unicode map that says a code twice',
    leafletWith({ 13: (o) => ({ ...o, stream: o.stream!.replace('<0002>', '<0001>') }) }),
  ],
  ['a Unicode map that goes on', leafletWith({ 13: (o) => ({ ...o, stream: `${o.stream} ` }) })],
  ['a Unicode map of too few codes', leafletWith({ 13: { value: '<< >>', stream: unicodeMap(['a']) } })],
  ['another colour profile', leafletWith({ 25: (o) => ({ ...o, stream: `${o.stream} ` }) })],
  ['no structure', leafletWith({ 1: swap('/StructTreeRoot 20 0 R', '') })],
  ['an element of another type', leafletWith({ 31: swap('/S /P', '/S /Index') })],
  ['an element that leads to a page', leafletWith({ 31: swap('[1]', '[1 3 0 R]') })],
  [
    'a page number in two places of the parent tree',
    leafletWith({ 22: swap('/Nums [0 [', '/Nums [0 [30 0 R] 0 [') }),
  ],
  ['a parent tree with kids', leafletWith({ 22: key('/Kids [22 0 R]') })],
];

/** Operators that the press never writes, or never so. */
const strange: readonly (readonly [string, string])[] = [
  ['an inline image', '/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI EMC'],
  ['a shading', '/Artifact BMC /S1 sh EMC'],
  ['grey', '0 g'],
  ['inks of four colours', '0 0 0 1 k'],
  ['a colour space', '/DeviceRGB cs'],
  ['a colour of a pattern', '/P1 scn'],
  ['a graphics state by name', '/G1 gs'],
  ['a colour out of range', '1.5 0 0 rg'],
  ['a colour with a number too many', '0 0 0 0 rg'],
  ['a miter limit', '1 M'],
  ['flatness', '1 i'],
  ['invisible text', 'BT 3 Tr ET'],
  ['letter spacing', 'BT 1 Tc ET'],
  ['word spacing', 'BT 1 Tw ET'],
  ['squeezed text', 'BT 1 Tz ET'],
  ['raised text', 'BT 5 Ts ET'],
  ['leading', 'BT 5 TL ET'],
  ['the next line', 'BT T* ET'],
  ['text from the next line', "BT 1 0 0 -1 0 0 Tm (\0A) ' ET"],
  ['text before its place', 'BT /F1 9 Tf (\0A) Tj ET'],
  ['text that leaves its line', 'BT /F1 9 Tf 1 0 0 -1 0 0 Tm 1 1 Td (\0A) Tj ET'],
  ['mirrored text', 'BT /F1 9 Tf 1 0 0 1 0 0 Tm (\0A) Tj ET'],
  ['slanted text', 'BT /F1 9 Tf 1 0 0.3 -1 0 0 Tm (\0A) Tj ET'],
  ['a scaled page under text', 'q 0.5 0 0 0.5 0 0 cm BT /F1 9 Tf 1 0 0 -1 0 0 Tm (\0A) Tj ET Q'],
  ['a sheared page under text', 'q 0.8 0.6 0.6 0.8 0 0 cm BT /F1 9 Tf 1 0 0 -1 0 0 Tm (\0A) Tj ET Q'],
  ['a mirrored page under text', 'q -1 0 0 1 0 0 cm BT /F1 9 Tf 1 0 0 -1 0 0 Tm (\0A) Tj ET Q'],
  ['text of no size', 'BT /F1 0 Tf 1 0 0 -1 0 0 Tm (\0A) Tj ET'],
  ['text of less than no size', 'BT /F1 -9 Tf 1 0 0 -1 0 0 Tm (\0A) Tj ET'],
  ['half a code', 'BT /F1 9 Tf 1 0 0 -1 0 0 Tm (\0A\0) Tj ET'],
  ['a code in hexadecimal', 'BT /F1 9 Tf 1 0 0 -1 0 0 Tm <0041> Tj ET'],
  ['an octal code', 'BT /F1 9 Tf 1 0 0 -1 0 0 Tm (\0\\101) Tj ET'],
  ['a bare return in a string', 'BT /F1 9 Tf 1 0 0 -1 0 0 Tm (\0\r) Tj ET'],
  ['a clip that is no rectangle', '0 0 m 9 0 l 9 9 l h W n'],
  ['an even-odd clip', '0 0 9 9 re W* n'],
  ['a clip that is painted', '0 0 9 9 re W f'],
  ['a clip of two rectangles', '0 0 9 9 re 0 0 5 5 re W n'],
  ['a rectangle that is stroked', '/Artifact BMC 0 0 9 9 re S EMC'],
  ['a rectangle that is filled and stroked', '/Artifact BMC 0 0 9 9 re B EMC'],
  ['a rectangle in a path', '/Artifact BMC 0 0 m 9 0 l 9 9 l 0 0 9 9 re f EMC'],
  ['a path that goes on from a rectangle', '/Artifact BMC 0 0 9 9 re 20 20 l f EMC'],
  ['a path after a rectangle', '/Artifact BMC 0 0 9 9 re 0 0 m 9 0 l 9 9 l f EMC'],
  ['a rectangle that is closed again', '/Artifact BMC 0 0 9 9 re h f EMC'],
  ['a rectangle that clips nothing', '0 0 9 9 re n'],
  ['a path that is dropped', '0 0 m 9 9 l n'],
  ['a path that is closed and stroked', '/Artifact BMC 0 0 m 9 9 l s EMC'],
  ['a curve with a corner left out', '/Artifact BMC 0 0 m 1 1 2 2 v f EMC'],
  ['a colour in a path', '/Artifact BMC 0 0 m 9 0 l 0 0 0 rg 9 9 l f EMC'],
  ['a path without a beginning', '/Artifact BMC 9 0 l f EMC'],
  ['text in text', 'BT BT ET ET'],
  ['text that does not end', 'BT'],
  ['a state that does not end', 'q'],
  ['a state that did not begin', 'Q'],
  ['operands without an operator', '1 2 3'],
  ['too few operands', '1 0 0 1 0 cm'],
  ['too many operands', '1 0 0 1 0 0 0 cm'],
  ['a comment', '% x'],
  ['a number with an exponent', '1e0 0 0 1 0 0 cm'],
  ['a number that is none', '1.2.3 0 0 rg'],
  ['a place to look up marks', '/P /M1 BDC EMC'],
  ['marks of a layer', '/OC <</MCID 9>> BDC EMC'],
  ['marks with other words', '/P <</MCID 9 /ActualText (x)>> BDC EMC'],
  ['an artifact that is something else', '/Artifact <</Type /Pagination /Alt (x)>> BDC EMC'],
  ['content without a number', '/P BMC EMC'],
  ['a point of marked content', '/P MP'],
];

describe('a file that is not as the press writes it', () => {
  it.each(keys)('is not read when it has %s', (_, number, more) => {
    expect(leafletOutcome(leafletWith({ [number]: key(more) }))).toBe('foreign');
  });

  it.each(foreign)('is not read when it has %s', (_, bytes) => {
    expect(['foreign', 'unreadable']).toContain(leafletOutcome(bytes));
  });

  it.each(strange)('is not read when its contents have %s', (_, more) => {
    expect(leafletOutcome(leafletWith({ 6: content(`${more}\n`) }))).toMatch(/^(foreign|unreadable)$/);
  });

  it('is read with numbers and texts that are as long as they may be', () => {
    const numberOf = (fraction: number) =>
      leafletOutcome(leafletWith({ 28: swap('10 280', `10 280.${'1'.repeat(fraction)}`) }));
    expect([numberOf(14), numberOf(15)]).toEqual(['proved', 'foreign']);
    const long = leafletWith({ 45: swap('(A bed by a window)', `(\xfe\xff${'\0b'.repeat(20_000)})`) });
    expect(leafletOutcome(long)).toBe('not proved');
  });

  it('is read with operators that paint nothing new', () => {
    expect(leafletOutcome(leafletWith({ 6: content('[ 3 1 ] 0 d 1 w 0 J 1 j 0 0 0 RG\n') }))).toBe('proved');
  });
});

describe('contents in pieces', () => {
  /** The first page in two pieces. */
  const pieces = (first: (stream: string) => string, second: string) =>
    leafletWith({
      6: (object) => ({
        ...object,
        stream: `${first(object.stream!).replace(/\n?$/, '\n')}% next\n${second}`,
      }),
    });
  const whole = (stream: string) => `q\n${stream}Q\n`;

  it('are read when each stands by itself', () => {
    expect(leafletOutcome(pieces(whole, 'q\n1 0 0 1 5 5 cm\n0 0 9 9 re\nW\nn\nQ\n'))).toBe('proved');
  });

  it.each([
    ['as a page of the press may have', 300, 'proved'],
    ['that each two of them take minutes to compare', 8000, 'unreadable'],
  ] as const)('are so many %s', (_, count, outcome) => {
    expect(leafletOutcome(pieces(whole, `${'q\nQ\n% next\n'.repeat(count - 2)}q\nQ\n`))).toBe(outcome);
  });

  it.each([
    ['in the middle of a text', (stream: string) => stream.replace('(', '(\n% next\n')],
    ['in the middle of an array', (stream: string) => stream.replace('[', '[\n% next\n')],
    ['between a number and its operator', (stream: string) => stream.replace(/ cm\n/, '\n% next\n cm\n')],
    ['that says something else', (stream: string) => `${stream}\n% text\n`],
    ['within a line', (stream: string) => stream.replace(/\n/, ' % next\n')],
  ])('are not read where a mark stands %s', (_, change) => {
    const changed = (object: Obj) => {
      const stream = change(object.stream!);
      expect(stream).not.toBe(object.stream);
      return { ...object, stream };
    };
    expect(leafletOutcome(leafletWith({ 6: changed }))).toBe('foreign');
  });

  it('are one stream: an array of them is not read', () => {
    const array = {
      3: swap('/Contents 6 0 R', '/Contents [6 0 R 38 0 R]'),
      38: { value: '<< >>', stream: 'q\nQ\n' },
    };
    expect(leafletOutcome(leafletWith(array))).toBe('foreign');
  });

  it.each([
    ['leaves its matrix behind', (stream: string) => stream, ''],
    ['leaves its colour behind', (stream: string) => `${whole(stream)}0 0 0 rg\n`, ''],
    ['leaves its font behind', whole, 'BT /F1 9 Tf ET\n'],
    ['leaves a clip behind', whole, '0 0 9 9 re\nW\nn\n'],
    ['leaves its line behind', whole, '1 w\n'],
    ['leaves a state behind', (stream: string) => `q\n${stream}`, 'Q\n'],
    ['leaves a text behind', (stream: string) => `${whole(stream)}BT\n`, 'ET\n'],
  ])('are not read when one %s', (_, first, second) => {
    expect(leafletOutcome(pieces(first, second))).toBe('foreign');
  });

  it('are seen together: what is in one covers what is in another, whichever was known before', () => {
    const kept = new Kept();
    const over = 'q\n1 0 0 -1 0 300 cm\n/Artifact BMC 1 1 1 rg 10 80 m 20 80 l 20 90 l 10 90 l h f EMC\nQ\n';
    const text = 'q\n1 0 0 -1 0 300 cm\n/Artifact BMC BT /F1 10 Tf 1 0 0 -1 12 84 Tm (\0x)Tj ET EMC\nQ\n';
    const said = (second: string) =>
      prove(pieces(whole, second), expectation, 'x', kept).checks.find(({ code }) => code === 'TEXT_COVERED')!
        .detail;
    for (let i = 0; i < 2; i++) {
      expect(said(over)).toBe('page 1: "Ask for" is painted over');
      expect(said(text)).toBe('page 1: "x" is written over "Ask for"');
      expect(said('')).toContain('Nothing is painted over');
    }
  });

  it('are held to the ground that was painted in another, whichever was known before', () => {
    const kept = new Kept();
    const text = 'q\n1 0 0 -1 0 300 cm\n/Artifact BMC BT /F1 10 Tf 1 0 0 -1 150 150 Tm (\0x)Tj ET EMC\nQ\n';
    const said = (shade: string) => {
      const first = (stream: string) => whole(stream.replace('1 1 0.9 rg', `${shade} rg`));
      const { checks } = prove(pieces(first, text), expectation, 'x', kept);
      return checks.find(({ code }) => code === 'CONTRAST_LOW')!.status;
    };
    for (let i = 0; i < 2; i++) {
      expect(said('1 1 0.9')).toBe('passed');
      expect(said('0.3 0.3 0.3')).toBe('failed');
    }
  });
});
