/** A file is the one that was printed, part by part: pages, letters, pictures, links, bookmarks and what stands for them. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Expectation, parseExpectation, prove, proveNew } from '../../src/proof/index.ts';
import { Kept } from '../../src/proof/kept.ts';
import {
  type Change,
  expectation,
  fontWith,
  leafletObjects,
  leafletWith,
  madeOn,
  leaflet as plainLeaflet,
} from './leaflet.ts';
import { pressFile } from './pdf-file.ts';

const of = (bytes: Uint8Array, wanted: Expectation, kept?: Kept) =>
  prove(bytes, wanted, 'test', kept).checks.find(({ code }) => code === 'PRINTED_OTHER')!;

const named: readonly Change[] = [
  [1, '/Lang', '/PageLabels << /Nums [0 << /P (1) >>] >> /Lang'],
  [4, '/Type /Page ', '/Type /Page /Tabs /S '],
];
const leaflet = (...changes: readonly Change[]) => plainLeaflet(...named, ...changes);
const sealed = proveNew(leaflet(), expectation, 'test').expectation!;

/** A picture of two by two samples on the middle page. */
function withPicture(samples: readonly number[], how = '/DeviceGray', level = 6): Uint8Array {
  const objects = new Map(
    leafletObjects([7, '0.2 0.4 0.6 rg 20 150 60 40 re f', 'q 60 0 0 40 20 110 cm /I1 Do Q']),
  );
  const stream = deflateSync(Buffer.from(samples), { level }).toString('latin1');
  objects.set(60, {
    value: `<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace ${how} /Filter /FlateDecode >>`,
    stream,
  });
  objects.set(18, { value: '<< /Font 19 0 R /XObject << /I1 60 0 R >> >>' });
  return pressFile(objects);
}

describe('PRINTED_OTHER: a file is not proved when', () => {
  it.each<[part: string, what: string, changes: readonly Change[]]>([
    ['page 2 shows', 'something more is drawn', [[7, '0.2 0.4 0.6 rg', '0.2 0.4 0.6 rg 20 200 1 1 re f']]],
    ['page 2 shows', 'a colour is another', [[7, '0.2 0.4 0.6 rg', '0.2 0.4 0.61 rg']]],
    ['page 2 shows', 'a picture is gone', [[7, '20 150 60 40 re f', '20 150 0 0 re f']]],
    ['page 3 shows', 'a word stands elsewhere', [[8, '10 225 Td', '10 224 Td']]],
    ['links of page 1', 'a link lies elsewhere', [[16, '[8 15 96 36]', '[8 15 97 36]']]],
    ['links of page 1', 'a link leads elsewhere', [[16, 'tel:+18003151376', 'tel:+18003151377']]],
    ['links of page 3', 'a link is described otherwise', [[17, 'Call 800-315-1376', '800-315-1376']]],
    ['structure', 'a picture has another alternative text', [[45, 'A bed by a window', 'Drink water.']]],
    ['structure', 'an element is another', [[44, '/S /LBody', '/S /Lbl']]],
    ['structure', 'a cell spans two', [[44, '/S /LBody', '/S /LBody /A << /O /Table /ColSpan 2 >>']]],
    ['structure', 'a phrase is in another language', [[33, '/Lang (es)', '/Lang (ca)']]],
    ['bookmarks', 'a bookmark says something else', [[28, 'Coming off heroin', 'At home']]],
    ['bookmarks', 'a bookmark leads to another place', [[28, '/XYZ 10 280', '/XYZ 10 281']]],
    ['bookmarks', 'a bookmark leads to another page', [[28, '/Dest [3 0 R', '/Dest [4 0 R']]],
    ['viewers', 'the window shows no title', [[37, 'true', 'false']]],
    ['viewers', 'its order of links is the viewer’s', [[4, ' /Tabs /S', '']]],
    ['viewers', 'pages are called 911', [[1, '(1)', '(911)']]],
    ['viewers', 'its bookmarks are open', [[1, '/Lang', '/PageMode /UseOutlines /Lang']]],
    ['letters', 'letters are said to end lower, where some viewers clip', [[11, '0 500 700', '0 500 70']]],
    ['structure', 'a link is said to be on another page', [[36, '/OBJR', '/OBJR /Pg 4 0 R']]],
    [
      'date',
      'it bears another day, wherever it says one',
      madeOn('2027-02-01T00:00:00Z', 'D:20270201000000Z'),
    ],
    ['structure', 'a list is said to be on another page', [[41, '/Pg 4 0 R ', '/Pg 5 0 R ']]],
  ])('%s … when %s', (part, _, changes) => {
    const { status, detail } = of(leaflet(...changes), sealed);
    expect(status).toBe('failed');
    expect(detail).toContain(part);
    expect(detail).not.toContain(';');
  });

  it('a cell heads a row and no column', () => {
    const cell = (scope: string) =>
      leaflet([44, '/S /LBody', `/S /LBody /A << /O /Table /Scope /${scope} /RowSpan 2 >>`]);
    const columns = proveNew(cell('Column'), expectation, 'test').expectation!;
    expect(of(cell('Column'), columns).status).toBe('passed');
    expect(of(cell('Row'), columns)).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('structure'),
    });
  });

  it('a link lies on other lines within the same bounds', () => {
    const link = (lines: string) => leaflet([16, '/F 4', `/F 4 /QuadPoints [${lines}]`]);
    const upper = '8 36 96 36 8 26 96 26';
    const first = link(`${upper} 8 25 50 25 8 15 50 15`);
    const wanted = proveNew(first, expectation, 'test').expectation!;
    expect(of(first, wanted).status).toBe('passed');
    expect(of(link(`${upper} 8 25 60 25 8 15 60 15`), wanted)).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('links of page 1'),
    });
  });

  it.each<[string, Partial<Record<'lower' | 'blank', ReadonlySet<number>>>]>([
    [
      'a letter of no ASCII has no ink',
      { blank: new Set([...Array.from({ length: 32 }, (_, i) => i + 1), 160, 266, 233]) },
    ],
  ])('%s', (_, shapes) => {
    const program = fontWith(shapes);
    const font = { value: `<< /Length1 ${program.length} >>`, stream: program };
    const file = leafletWith({ 12: font }, ...named);
    expect(of(file, sealed)).toMatchObject({ status: 'failed' });
    expect(of(file, sealed).detail).toContain('letters');
  });

  it('a jump within the file leads to another place or page', () => {
    const jump = (to: string): Change => [16, '/S /URI /URI (tel:+18003151376)', `/S /GoTo /D [${to} null]`];
    const wanted = proveNew(leaflet(jump('5 0 R /XYZ 10 280')), expectation, 'test').expectation!;
    expect(of(leaflet(jump('5 0 R /XYZ 10 280')), wanted).status).toBe('passed');
    for (const other of ['5 0 R /XYZ 11 280', '5 0 R /XYZ 10 281', '4 0 R /XYZ 10 280'])
      expect(of(leaflet(jump(other)), wanted).detail).toContain('links of page 1');
  });

  it('a jump shows one place to the eye, and another to who listens', () => {
    const both = (aside: string): Change => [
      16,
      '/S /URI /URI (tel:+18003151376)',
      `/S /GoTo /D [5 0 R /XYZ 10 280 null] /SD [50 0 R /XYZ ${aside} null]`,
    ];
    const { expectation: wanted } = proveNew(leaflet(both('10 280')), expectation, 'test');
    expect(of(leaflet(both('10 280')), wanted!).status).toBe('passed');
    expect(() => of(leaflet(both('10 281')), wanted!)).toThrow(/two places/);
  });

  it('two links are exchanged in the structure, there and back', () => {
    const exchanged = leaflet(
      [36, '/Obj 16 0 R', '/Obj 17 0 R'],
      [56, '/Obj 17 0 R', '/Obj 16 0 R'],
      [22, '3 36 0 R 4 56 0 R', '3 56 0 R 4 36 0 R'],
    );
    const proof = prove(exchanged, sealed);
    expect(proof.checks.find(({ code }) => code === 'LINK_UNNAMED')!.status).toBe('passed');
    expect(of(exchanged, sealed)).toMatchObject({
      status: 'failed',
      detail: expect.stringMatching(/links of page 1 .*links of page 3/),
    });
  });

  it('a bookmark or a jump names an element by its number, which is another’s', () => {
    const jump: Change = [
      16,
      '/S /URI /URI (tel:+18003151376)',
      '/S /GoTo /D [5 0 R /XYZ 10 250 null] /SD [51 0 R /XYZ 10 250 null]',
    ];
    const exchanged: readonly Change[] = [
      [51, '[1]', '[2]'],
      [52, '[2]', '[1]'],
      [21, '51 0 R 52 0 R', '52 0 R 51 0 R'],
      [22, '51 0 R 52 0 R', '52 0 R 51 0 R'],
    ];
    for (const [names, says] of [
      [[28, '/Dest', '/SE 51 0 R /Dest'], 'bookmarks'],
      [jump, 'links of page 1'],
    ] as const) {
      const wanted = proveNew(leaflet(names), expectation, 'test').expectation!;
      expect(of(leaflet(names), wanted).status).toBe('passed');
      expect(of(leaflet(names, ...exchanged), wanted)).toMatchObject({
        status: 'failed',
        detail: expect.stringContaining(says),
      });
    }
    // Without a name they are other numbers for the same.
    expect(of(leaflet(...exchanged), sealed).status).toBe('passed');
  });

  it('it has fewer pages than were printed, or more', () => {
    const { printed } = sealed;
    const pages = printed!.pages;
    for (const others of [pages.slice(1), [...pages, pages[0]!]])
      expect(of(leaflet(), { ...sealed, printed: { ...printed!, pages: others } }).detail).toContain(
        `${others.length} page`,
      );
  });
});

describe('pictures of samples', () => {
  const samples = [0, 80, 160, 240];
  const wanted = proveNew(withPicture(samples), expectation, 'test').expectation!;

  it('are the same however they are deflated', () => {
    expect(of(withPicture(samples, '/DeviceGray', 0), wanted).status).toBe('passed');
  });

  it.each([
    ['one sample is another', withPicture([0, 80, 160, 241])],
    ['they are read otherwise', withPicture([...samples, ...samples, ...samples], '/DeviceRGB')],
  ])('are others when %s', (_, bytes) => {
    for (const kept of [undefined, new Kept()]) {
      const { status, detail } = of(bytes, wanted, kept);
      expect(status).toBe('failed');
      expect(detail).toContain('a picture is another');
    }
  });
});

describe('what was printed', () => {
  it('is proved with what was kept of other files, and without', () => {
    const kept = new Kept();
    for (const bytes of [leaflet([7, '0.2 0.4 0.6 rg', '0.2 0.4 0.7 rg']), leaflet()])
      expect(of(bytes, sealed, kept)).toEqual(of(bytes, sealed));
    expect(prove(leaflet(), sealed, 'test', kept).verdict).toBe('proved');
  });

  it('is not checked where it is not known, and then nothing is proved', () => {
    const proof = prove(leaflet(), expectation);
    expect(proof.checks.find(({ code }) => code === 'PRINTED_OTHER')!.status).toBe('not-checked');
    expect(proof).toMatchObject({ verdict: 'not checked', passed: false });
    const { faces: _, ...blind } = sealed;
    expect(prove(leaflet(), blind)).toMatchObject({ verdict: 'not checked', passed: false });
  });

  it('is part of an expectation that is read again', () => {
    expect(parseExpectation(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
    for (const part of ['fonts', 'pictures', 'structure', 'bookmarks', 'view'] as const)
      for (const wrong of ['', `${sealed.printed![part]}0`, sealed.printed![part].slice(1)])
        expect(() =>
          parseExpectation({ ...sealed, printed: { ...sealed.printed!, [part]: wrong } }),
        ).toThrow();
  });
});
