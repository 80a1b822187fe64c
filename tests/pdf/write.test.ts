import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import {
  decodePicture,
  type Picture,
  type RasterPicture,
  type VectorPicture,
} from '../../src/image/index.ts';
import type { Imposed } from '../../src/imposition/index.ts';
import { writePdf } from '../../src/pdf/index.ts';
import type { Metadata } from '../../src/pdf/types.ts';
import { inspect } from '../../src/proof/index.ts';
import type { Face, GlyphRun } from '../../src/text/index.ts';
import { have, structText, veraPdf } from '../tools.ts';
import { contentText, pageContents, streams } from './codes.ts';
import { documentOf, type Tree } from './document.ts';
import { readPages } from './tags.ts';
import { face, lineOf, onScreen, rectangle, typeset } from './typeset.ts';

const vector: VectorPicture = {
  kind: 'vector',
  name: 'mark.svg',
  width: 30,
  height: 20,
  shapes: [
    {
      path: rectangle({ x: 2, y: 2, width: 20, height: 10 }),
      fill: [200, 30, 30],
      rule: 'evenodd',
      stroke: { color: [0, 0, 0], width: 1, cap: 'round', join: 'bevel', dash: [2, 1] },
    },
  ],
};
const raster: RasterPicture = {
  kind: 'raster',
  name: 'road.png',
  width: 4,
  height: 2,
  format: 'png',
  components: 3,
  data: Uint8Array.from({ length: 24 }, (_, i) => i * 10),
};
const pictures = new Map<string, Picture>([
  ['mark.svg', vector],
  ['road.png', raster],
]);

const metadata: Metadata = {
  title: 'Quitting & <safe> "detox"',
  language: 'en',
  date: '2026-11-01T08:30:00Z',
  producer: 'helpline-press 0.1.0',
  properties: { disclosureVersion: '3', guideVersion: '2026-1' },
};

const mark: Tree = ['img', { src: 'mark.svg', alt: 'Check mark', 'data-label': '' }];
const english: readonly Tree[] = [
  ['h1', { id: 'top' }, ['b', { 'data-label': '' }, '1'], ' Quitting (safely)'],
  [
    'p',
    {},
    'Stopping \\ suddenly can be dangerous. Call ',
    ['a', { href: 'tel:+18003151376' }, '1-800-315-1376'],
    ' or ',
    ['a', { href: '#top' }, 'read it ', ['strong', {}, 'again']],
    '. In Spanish: ',
    ['span', { lang: 'es' }, 'Dejar de beber de golpe puede ser peligroso'],
    '. Two lines at least are needed to end.',
  ],
  ['ul', {}, ['li', {}, mark, 'shaking'], ['li', {}, mark, ['p', {}, 'seizures']]],
  ['ol', {}, ['li', {}, ['b', { 'data-label': '' }, '1'], ' one ', ['strong', {}, 'more']]],
  ['figure', {}, ['img', { src: 'road.png', alt: 'A road' }], ['figcaption', {}, 'The road home']],
  ['img', { src: 'mark.svg', alt: '' }],
  [
    'section',
    { lang: 'fr' },
    ['h2', {}, 'Deuxième'],
    'Libre ',
    ['em', {}, 'ici'],
    ['blockquote', {}, 'Cité'],
  ],
];
const cells = (...texts: string[]): Tree[] => texts.map((text): Tree => ['td', {}, ['p', {}, text]]);
const tables: readonly Tree[] = [
  ['h1', {}, 'Hours'],
  [
    'table',
    {},
    ['caption', {}, 'When we are open'],
    [
      'thead',
      {},
      ['tr', {}, ['th', { rowspan: '2' }, 'Place'], ['th', { colspan: '2', scope: 'col' }, 'Open']],
      ['tr', {}, ['th', {}, 'Weekdays'], ['th', {}, 'Weekend']],
    ],
    [
      'tbody',
      {},
      ['tr', {}, ['th', { scope: 'row' }, 'Riverside'], ...cells('8 to 6', 'closed')],
      ['tr', {}, ['th', {}, 'Hill Street'], ['td', { colspan: '2' }, 'by appointment']],
    ],
  ],
];
const arabic: readonly Tree[] = [
  ['h1', {}, 'الإقلاع بأمان'],
  [
    'p',
    {},
    'التوقف (المفاجئ) قد يكون خطيرًا، اتصل بالرقم ',
    ['a', { href: 'tel:+18003151376' }, '\u20661-800-315-1376\u2069'],
    ' لا إلى أهلًا والسلام. هذا نصٌّ طويل Latin words here حتى ينكسر السطر على سطرين أو ثلاثة.',
  ],
];
const hindi: readonly Tree[] = [
  ['h1', {}, 'क्षेत्र हिन्दी'],
  ['p', {}, 'शराब अचानक छोड़ना ख़तरनाक हो सकता है। स्थिति की जाँच क्लिनिक में करें। 800-315-1376'],
];

function press(
  lang: string,
  dir: 'ltr' | 'rtl',
  trees: readonly Tree[],
  faces: readonly Face[],
  footer?: string,
  shown = pictures,
) {
  const document = documentOf(lang, dir, ...trees);
  const page = typeset(document, {
    faces,
    width: 300,
    height: 700,
    pictures: shown,
    ...(footer && { footer }),
  });
  return {
    document,
    page,
    bytes: writePdf({ document, imposed: onScreen(page), metadata: { ...metadata, language: lang } }),
  };
}

const latin = [face.latin, face.sans];
const inEnglish = () => press('en', 'ltr', english, latin, 'Helpline 1-800-315-1376');
const withTables = () => press('en', 'ltr', tables, latin);
const inArabic = () => press('ar', 'rtl', arabic, [face.arabic, face.sans]);
const everything: readonly Tree[] = [
  ['header', {}, ['h1', {}, 'All ', ['small', {}, 'of'], ' it']],
  ['nav', {}, ['a', { href: '#deep' }, 'Go deep']],
  ['main', {}, ['article', {}, ['h2', {}, 'A'], ['section', {}, ['h3', {}, 'B'], ['h4', {}, 'C']]]],
  [
    'ul',
    {},
    ['li', {}, 'outer', ['ol', {}, ['li', { id: 'deep' }, ['b', { 'data-label': '' }, '1.'], 'inner']]],
  ],
  ['aside', {}, 'Beside ', ['q', {}, 'quoted'], ['cite', {}, 'by'], ['bdi', { lang: 'es' }, 'hola']],
  ['blockquote', {}, ['p', {}, 'Said'], 'loosely'],
  ['p', {}, ['a', { href: 'https://example.org/' }, ['img', { src: 'road.png', alt: 'Open the map' }]]],
  ['div', { lang: 'es' }, 'Otra lengua', ['br', {}], 'aquí'],
  ['footer', {}, ['a', {}, 'not a link']],
];
const withEverything = () => press('en', 'ltr', everything, latin, 'Foot');
const inHindi = () => press('hi', 'ltr', hindi, [face.devanagari, face.sans], 'हेल्पलाइन 1-800-315-1376');

/** All text of the trees, bidi controls left out. */
function sourceText(trees: readonly Tree[]): string {
  const collect = (tree: Tree): string =>
    typeof tree === 'string'
      ? tree
      : tree
          .slice(2)
          .map((t) => collect(t as Tree))
          .join('');
  return trees
    .map(collect)
    .join('')
    .replace(/[\u2066-\u2069]/g, '');
}

const pageContent = (bytes: Uint8Array): string => pageContents(bytes)[0]!.toString('latin1');

/** The same page twice on a sheet of paper: turned, and cut off at its box. */
function twoUp(page: ReturnType<typeof typeset>): Imposed {
  const marks = [
    {
      kind: 'path',
      owner: { kind: 'artifact', type: 'Page' },
      path: rectangle({ x: 350, y: 0, width: 0.25, height: 20 }),
      fill: [0, 0, 0],
      rule: 'nonzero',
      stroke: undefined,
    },
  ] as const;
  const placements = [
    { page, x: 10, y: 20, rotate: 90, clip: true },
    { page, x: 10, y: 330, rotate: 270, clip: true },
  ] as const;
  const sheet = { name: 'sheet', width: 720, height: 650, placements, marks };
  return { purpose: 'office', sheets: [sheet], duplex: 'DuplexFlipShortEdge' };
}

describe('writePdf', () => {
  it('gives the document its structure, in document order', async () => {
    const [page] = await readPages(inEnglish().bytes);
    await expect(page!.tags).toMatchFileSnapshot('golden/english.tags.txt');
  });

  it('has a type for every element of the vocabulary', async () => {
    const [page] = await readPages(withEverything().bytes);
    await expect(page!.tags).toMatchFileSnapshot('golden/everything.tags.txt');
  });

  it('makes an item of terms and the meanings after them, and reads raised text in its place', async () => {
    const trees: readonly Tree[] = [
      ['h1', {}, 'Words'],
      [
        'dl',
        {},
        ['dt', {}, 'a'],
        ['dt', {}, 'b'],
        ['dd', {}, 'c', ['sup', {}, 'd'], 'e', ['sub', {}, 'f']],
        ['dd', {}, ['p', {}, 'g']],
        ['dt', {}, 'h'],
        ['dd', {}, 'i'],
        ['div', {}, ['dt', {}, 'j'], ['dd', {}, 'k']],
        ['dd', {}, 'l'],
      ],
    ];
    const [page] = await readPages(press('en', 'ltr', trees, latin).bytes);
    const tags = page!.tags.split('\n').map((line) => line.trim());
    expect(tags.slice(tags.indexOf('L')).join(' ')).toBe(
      'L LI Lbl "a" Lbl "b" LBody "c" Span "d" "e" Span "f" LBody P "g" LI Lbl "h" LBody "i" LI Lbl "j" LBody "k" LI LBody "l" ',
    );
  });

  it('gives right-to-left text back in logical order, numbers and brackets and lam-alef among it', async () => {
    const [page] = await readPages(inArabic().bytes);
    await expect(page!.tags).toMatchFileSnapshot('golden/arabic.tags.txt');
    expect(contentText(inArabic().bytes)).toBe(sourceText(arabic));
  });

  it.runIf(have('poppler'))('gives Poppler every text by structure as it was', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
    for (const [trees, made] of [
      [arabic, inArabic()],
      [hindi, inHindi()],
    ] as const) {
      const file = join(folder, 'text.pdf');
      writeFileSync(file, made.bytes);
      expect(structText(file)).toBe(sourceText(trees));
    }
    rmSync(folder, { recursive: true });
  });

  it('gives clusters of several glyphs back exactly', async () => {
    const [page] = await readPages(inHindi().bytes);
    await expect(page!.tags).toMatchFileSnapshot('golden/hindi.tags.txt');
    expect(contentText(inHindi().bytes)).toBe(sourceText(hindi));
    expect(page!.artifacts).toBe('हेल्पलाइन 1-800-315-1376');
  });

  it('gives pdf.js the letters before a joiner, which it drops with a code that ends in one', async () => {
    const text = 'तिं\u200cई क्\u200dष';
    const trees: readonly Tree[] = [['p', {}, text]];
    const { bytes } = press('hi', 'ltr', trees, [face.devanagari, face.sans], '1-800-315-1376');
    expect(contentText(bytes)).toBe(text);
    const [page] = await readPages(bytes);
    expect(page!.tags.replace(/[\u200c\u200d]/g, '')).toContain(text.replace(/[\u200c\u200d]/g, ''));
  });

  it('gives any Latin text back exactly', () => {
    const letters = fc.constantFrom(...'abcfilstTAVo.,;()\\0123456789-+éßÄñ“”');
    const words = fc.array(fc.string({ unit: letters, minLength: 3, maxLength: 9 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        expect(contentText(press('en', 'ltr', [['p', {}, text]], latin).bytes)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['en', 'ltr', 'One', 'Two', latin],
    ['ar', 'rtl', 'أول', 'ثان', [face.arabic]],
  ] as const)('keeps words apart that a forced break parts (%s)', (lang, dir, one, two, faces) => {
    const { bytes } = press(lang, dir, [['p', {}, one, ['br', {}], ['b', {}, two]]], faces);
    expect(contentText(bytes)).toBe(`${one} ${two}`);
  });

  it('gives any Arabic text back exactly, lam-alef with both its letters', () => {
    const letters = fc.constantFrom(...'ابتجحسعفلملاآأإىةء\u064e\u064b\u0651()،.؟0123456789-');
    const words = fc.array(fc.string({ unit: letters, minLength: 3, maxLength: 9 }), {
      minLength: 1,
      maxLength: 30,
    });
    for (const font of [face.arabic, face.sansArabic]) {
      fc.assert(
        fc.property(words, (list) => {
          const text = `ب${list.join(' ')} لا`;
          expect(contentText(press('ar', 'rtl', [['p', {}, text]], [font, face.sans]).bytes)).toBe(text);
        }),
        { numRuns: 50 },
      );
    }
  });

  it('gives a right-to-left letter the width that the rules of its face leave it, and not a wider one of its own', () => {
    const document = documentOf('ur', 'rtl', ['p', {}, 'کے']);
    const page = typeset(document, { faces: [face.nastaliq], width: 300, height: 200 });
    const widths = (change: (advance: number) => number): number[] => {
      const items = page.items.map((item) => {
        if (item.kind !== 'text') return item;
        const changed = ({ glyphs, ...run }: GlyphRun): GlyphRun => ({
          ...run,
          written: undefined,
          glyphs: { ...glyphs, advances: glyphs.advances.map(change) },
        });
        return { ...item, runs: item.runs.map(changed) };
      });
      const imposed = onScreen({ ...page, items });
      const bytes = writePdf({ document, imposed, metadata: { ...metadata, language: 'ur' } });
      const [, list] = /\/W \[1 \[([\d. ]+)\]/.exec(Buffer.from(bytes).toString('latin1'))!;
      return list!.trim().split(' ').map(Number);
    };
    // The final yeh, which turns back under its word: drawn as it is, at its own place.
    expect(widths((advance) => advance)).toContain(356);
    // As much as letters are kerned changes nothing.
    expect(widths((advance) => advance - 50)).toContain(356);
    const narrow = widths((advance) => Math.min(advance, 200));
    expect(narrow).toContain(200);
    expect(narrow).not.toContain(356);
  });

  it('makes every link an annotation of its Link, with words, at its place', async () => {
    const [page] = await readPages(inEnglish().bytes);
    const links = page!.annotations.filter((annotation) => annotation.subtype === 'Link');
    expect(links.map((link) => link.unsafeUrl ?? 'inside')).toEqual(['tel:+18003151376', 'inside']);
    expect(page!.tags.match(/\((annotation|object)\)/g)).toHaveLength(2);
    const file = Buffer.from(inEnglish().bytes).toString('latin1');
    expect(file.match(/\/Type \/OBJR/g)).toHaveLength(2);
    expect(file).toContain('/Contents (Go to tel:+18003151376)');
    expect(file).toMatch(/\/S \/GoTo\n\/D \[\d+ 0 R \/XYZ 36 664 null\]/);
  });

  it('writes nothing of what is never seen, keeps words apart at a line separator, and the hyphen of a line out of the text', () => {
    const text = 'one\u2028two li\u200bne f\u200cish wo\u2060rd \ufeffend';
    expect(contentText(press('en', 'ltr', [['p', {}, text]], latin).bytes)).toBe(
      'one two line fish word end',
    );
    const long = 'Dampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft'.repeat(4);
    const { bytes } = press('de', 'ltr', [['p', {}, long]], latin);
    expect(contentText(bytes)).toBe('Dampfschifffahrtsgesellschaft'.repeat(4));
  });

  it('writes what a picture says: its profile, its mask, how it is stored, the form of a drawing', () => {
    const samples = { kind: 'raster', name: 'a', format: 'png', width: 2, height: 1, components: 3 } as const;
    const data = Uint8Array.of(1, 2, 3, 4, 5, 6);
    const path = rectangle({ x: 0, y: 0, width: 5, height: 5 });
    const fill = { of: [9, 9, 9], opacity: 0.5 } as const;
    const half = { kind: 'shape', path, rule: 'nonzero', fill, stroke: undefined } as const;
    const own = new Map<string, Picture>([
      ['a', { ...samples, data, alpha: Uint8Array.of(0, 255) }],
      ['b', { ...samples, data, profile: Uint8Array.of(7, 7, 7) }],
      [
        'c',
        {
          ...samples,
          format: 'jpeg',
          data,
          orientation: 6,
          components: 4,
          inverted: true,
          profile: Uint8Array.of(7, 7, 7),
        },
      ],
      ['d', { kind: 'vector', name: 'd', width: 10, height: 10, shapes: [], layers: [half] }],
    ]);
    const images = [...own.keys()].map((src): Tree => ['img', { src, alt: src }]);
    const { bytes } = press('en', 'ltr', images, latin, undefined, own);
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.match(/\/SMask \d+ 0 R/g)).toHaveLength(1);
    expect(file.match(/\/ColorSpace \[\/ICCBased \d+ 0 R\]/g)).toHaveLength(2);
    expect(new Set(file.match(/\/ICCBased \d+/g)).size).toBe(1);
    expect(file).toContain('/Decode [1 0 1 0 1 0 1 0]');
    // Stored with its rows as columns: the image is as wide as the picture is high.
    expect(file).toMatch(/\/Width 1\n\/Height 2\n/);
    expect(file).toMatch(/\/Subtype \/Form\n\/BBox \[0 0 10 10\]/);
    const [content] = pageContents(bytes);
    const drawn = content!.toString('latin1');
    expect(drawn).toMatch(/\n60 0 0 -40 [\d. ]+ cm\n\/I1 Do/);
    expect(drawn).toMatch(/\n0 40 60 0 [\d. ]+ cm\n\/I3 Do/);
    expect(drawn).toMatch(/\n6 0 0 4 [\d. ]+ cm\n\/D1 Do/);
  });

  it('has behind both ends of a gradient the outer one of two stops that stand there', () => {
    const stops = [
      '0" stop-color="#000',
      '0" stop-color="#888',
      '1" stop-color="#ddd',
      '1" stop-color="#fff',
    ];
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><linearGradient id="g" x1=".2" x2=".8">${stops
      .map((stop) => `<stop offset="${stop}"/>`)
      .join('')}</linearGradient><rect width="9" height="9" fill="url(#g)"/></svg>`;
    const own = new Map([['g', decodePicture(Buffer.from(text), 'g.svg')]]);
    const { bytes } = press('en', 'ltr', [['img', { src: 'g', alt: 'g' }]], latin, undefined, own);
    // Readers take the inner one where a bound is an end of the domain (7.10.4).
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Bounds [0.00001 0.99999]');
  });

  it('writes a link over several lines as one annotation with a quadrilateral for each, its address in ASCII', () => {
    const words = 'a link that runs over more than one line '.repeat(6);
    const { bytes } = press(
      'en',
      'ltr',
      [['p', {}, ['a', { href: 'https://bücher.example/ü' }, words]]],
      latin,
    );
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.match(/\/Subtype \/Link/g)).toHaveLength(1);
    const quads = /\/QuadPoints \[([^\]]*)\]/.exec(file)![1]!.trim().split(/\s+/).map(Number);
    const [left, bottom, right, top] = /\/Rect \[([^\]]*)\]/.exec(file)![1]!.trim().split(/\s+/).map(Number);
    expect(quads.length % 8).toBe(0);
    expect(quads.length).toBeGreaterThan(8);
    const xs = quads.filter((_, i) => i % 2 === 0);
    const ys = quads.filter((_, i) => i % 2 === 1);
    expect([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]).toEqual([
      left,
      bottom,
      right,
      top,
    ]);
    // Top left, top right, bottom left, bottom right: the first line is the highest.
    expect([quads[1], quads[3], quads[5] === quads[7], quads[0] === quads[4]]).toEqual([
      top,
      top,
      true,
      true,
    ]);
    expect(file).toContain('/URI (https://xn--bcher-kva.example/%C3%BC)');
  });

  it('refuses a link that leads nowhere, and says where it stands', () => {
    const broken = () => press('en', 'ltr', [['p', {}, ['a', { href: '#gone' }, 'here']]], latin);
    expect(broken).toThrow(PressError);
    expect(broken).toThrow('"#gone" leads to nothing');
  });

  it('numbers lists by their labels and says what a drawn mark stands for', () => {
    const file = Buffer.from(inEnglish().bytes).toString('latin1');
    expect(file.match(/\/ListNumbering \/(\w+)/g)).toEqual([
      '/ListNumbering /Disc',
      '/ListNumbering /Decimal',
    ]);
    expect(file.match(/\/ActualText \(Check mark\)/g)).toHaveLength(2);
    const plain = press('en', 'ltr', [['ul', {}, ['li', {}, 'bare']]], latin);
    expect(Buffer.from(plain.bytes).toString('latin1')).toContain('/ListNumbering /None');
  });

  it('puts the markers that a style sheet makes into the labels of their items', async () => {
    const { document, page } = press(
      'en',
      'ltr',
      [['ol', {}, ['li', {}, 'first'], ['li', {}, 'second']]],
      latin,
    );
    const items = page.items.flatMap((item, i) => {
      if (item.kind !== 'text' || item.owner.kind !== 'content') return [item];
      const owner = { kind: 'marker', element: item.owner.element } as const;
      return [item, lineOf(document, latin, `${i + 1}.`, owner, 20, item.baseline)];
    });
    const bytes = writePdf({ document, imposed: onScreen({ ...page, items }), metadata });
    const [read] = await readPages(bytes);
    await expect(read!.tags).toMatchFileSnapshot('golden/markers.tags.txt');
    expect(Buffer.from(bytes).toString('latin1')).toContain('/ListNumbering /Decimal');
  });

  it('shares one marked content among neighbours, parts it where another element stands between', () => {
    const { bytes } = press(
      'en',
      'ltr',
      [['p', {}, 'a ', ['b', {}, 'b'], ' c ', ['q', {}, 'd'], ' e']],
      latin,
    );
    expect(pageContent(bytes).match(/MCID/g)).toHaveLength(3);
  });

  it('makes no element for what is not painted', () => {
    const { document, page } = press(
      'en',
      'ltr',
      [
        ['p', {}, 'seen'],
        ['p', {}, 'unseen'],
      ],
      latin,
    );
    const seen = page.items.slice(0, 1);
    const bytes = writePdf({ document, imposed: onScreen({ ...page, items: seen }), metadata });
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/S \/P\n/g),
    ).toHaveLength(1);
  });

  it('keeps reading order where a later page continues an element', async () => {
    const { document, page } = press(
      'en',
      'ltr',
      [
        ['p', {}, 'one two three '.repeat(30)],
        ['p', {}, 'end'],
      ],
      latin,
    );
    const half = Math.floor(page.items.length / 2);
    const first = { ...page, items: page.items.slice(0, half) };
    const second = { ...page, items: page.items.slice(half) };
    const bytes = writePdf({ document, imposed: onScreen(first, second), metadata });
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/MCR/g),
    ).toHaveLength(1);
    expect(contentText(bytes)).toBe(`${'one two three '.repeat(30)}end`);
    expect((await readPages(bytes)).map((read) => read.tags.match(/P\n/g)?.length)).toEqual([1, 2]);
  });

  it('is heard as it is tagged: levels, lists, links, graphics, quotes, changes of language', () => {
    expect(inspect(inEnglish().bytes).heard.split('\n')).toEqual([
      'page 1',
      'heading level 1 1 Quitting (safely)',
      'Stopping \\ suddenly can be dangerous. Call link 1-800-315-1376 or link read it again. In Spanish: [es] Dejar de beber de golpe puede ser peligroso [en] . Two lines at least are needed to end.',
      'list with 2 items',
      'Check mark shaking',
      'Check mark seizures',
      'out of list',
      'list with 1 item',
      '1 one more',
      'out of list',
      'graphic A road',
      'The road home',
      'heading level 2 [fr] Deuxième',
      'Libre ici',
      'block quote',
      'Cité',
      'out of block quote',
    ]);
  });

  it('is heard table by table: how large, and each cell with its place and the heads of its column', () => {
    expect(inspect(withTables().bytes).heard.split('\n')).toEqual([
      'page 1',
      'heading level 1 Hours',
      'table with 4 rows and 3 columns',
      'When we are open',
      'row 1 column 1 Place',
      'column 2 Open',
      'row 2 column 2 Weekdays',
      'column 3 Weekend',
      'row 3 column 1 Riverside',
      'Open Weekdays column 2 8 to 6',
      'Open Weekend column 3 closed',
      'row 4 column 1 Hill Street',
      'Open Weekdays column 2 by appointment',
      'out of table',
    ]);
  });

  it('makes a bookmark of every heading', () => {
    const file = Buffer.from(inEnglish().bytes).toString('latin1');
    const titles = [...file.matchAll(/\/Title \((.*?)\)\n\/Parent/g)].map((found) => found[1]);
    expect(titles).toContain('1 Quitting \\(safely\\)');
    expect(titles).toHaveLength(2);
    expect(file).toContain('/PageMode /UseOutlines');
    expect(file.match(/^\/SE \d+ 0 R$/gm)).toHaveLength(2);
  });

  it('paints nothing outside of one marked-content sequence, and never nests them', () => {
    for (const { bytes } of [inEnglish(), inArabic(), { bytes: imposed() }]) {
      let open = 0;
      for (const line of pageContent(bytes).split('\n')) {
        if (line.endsWith(' BDC') || line.endsWith(' BMC')) open++;
        if (line === 'EMC') open--;
        expect(open === 0 || open === 1).toBe(true);
        if (/(TJ|Tj|Do|f\*?|B\*?|S)$/.test(line) && !line.endsWith(' Tf')) expect(open, line).toBe(1);
      }
      expect(open).toBe(0);
    }
  });

  const imposed = (): Uint8Array => {
    const { document, page } = inEnglish();
    return writePdf({ document, imposed: twoUp(page), metadata });
  };

  it('says of the cells of a table what they head and span', async () => {
    const { bytes } = withTables();
    const [page] = await readPages(bytes);
    await expect(page!.tags).toMatchFileSnapshot('golden/tables.tags.txt');
    const file = Buffer.from(bytes).toString('latin1');
    const heads = file.match(/\/O \/Table[^>]*/g)!.map((text) => text.replace(/\s+/g, ' ').trim());
    expect(heads).toEqual([
      '/O /Table /Scope /Column /RowSpan 2',
      '/O /Table /Scope /Column /ColSpan 2',
      '/O /Table /Scope /Column',
      '/O /Table /Scope /Column',
      '/O /Table /Scope /Row',
      '/O /Table /Scope /Row',
      '/O /Table /ColSpan 2',
    ]);
  });

  it('turns pages, links and places with their placement, and paints a second copy as an artifact', async () => {
    const bytes = imposed();
    const [page] = await readPages(bytes);
    const [screen] = await readPages(inEnglish().bytes);
    expect(page!.tags).toBe(screen!.tags);
    expect(page!.artifacts).toContain('Quitting (safely)');
    // On its page the heading is at (36, 36) from the top left; turned clockwise and put at (10, 20): (10 + 700 - 36, 20 + 36).
    expect(Buffer.from(bytes).toString('latin1')).toContain('/XYZ 674 594 null');
    const rect = (of: typeof page) =>
      of!.annotations.find((a) => a.unsafeUrl !== undefined)!.rect as number[];
    const [x0, y0, x1, y1] = rect(screen) as [number, number, number, number];
    const [u0, v0, u1, v1] = rect(page) as [number, number, number, number];
    expect([u1 - u0, v1 - v0].map((n) => n.toFixed(2))).toEqual([y1 - y0, x1 - x0].map((n) => n.toFixed(2)));
    const file = Buffer.from(bytes).toString('latin1');
    expect(file).toContain('/PrintScaling /None');
    expect(file).toContain('/Duplex /DuplexFlipShortEdge');
    expect(file).toContain('/TrimBox [0 0 720 650]');
  });

  it('writes the same bytes for the same input', () => {
    expect(Buffer.compare(inEnglish().bytes, inEnglish().bytes)).toBe(0);
    expect(Buffer.compare(inArabic().bytes, inArabic().bytes)).toBe(0);
  });

  it('does not make new fonts for another number', () => {
    const fonts = (number: string) =>
      [...streams(press('en', 'ltr', [['p', {}, `Call ${number} now`]], latin).bytes).values()]
        .filter(({ dictionary }) => dictionary.includes('/Length1'))
        .map(({ data }) => data.toString('base64'));
    expect(fonts('1-800-315-1376')).toEqual(fonts('+44 (20) 4679'));
  });

  it('writes each raster picture once', () => {
    const twice: Tree = [
      'p',
      {},
      ['img', { src: 'road.png', alt: 'A' }],
      ['img', { src: 'road.png', alt: 'B' }],
    ];
    const file = Buffer.from(press('en', 'ltr', [twice], latin).bytes).toString('latin1');
    expect(file.match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  it('names its subset and gives every code its characters', () => {
    const { bytes } = inArabic();
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoNaskhArabic/);
    const maps = [...streams(bytes).values()].filter(({ data }) => data.includes('beginbfchar'));
    const entries = maps.map(
      ({ data }) => data.toString('latin1').match(/^<[0-9a-f]{4}> <[0-9a-f]+>$/gm) ?? [],
    );
    expect(entries.flat().length).toBeGreaterThan(40);
    expect(entries.flat().some((row) => /20(6[6-9])>$/.test(row))).toBe(false); // no bidi controls
  });

  describe.runIf(have('veraPDF'))('by veraPDF', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
    const files = new Map<string, string>();
    beforeAll(() => {
      const made = {
        english: inEnglish().bytes,
        arabic: inArabic().bytes,
        hindi: inHindi().bytes,
        tables: withTables().bytes,
        imposed: imposed(),
      };
      for (const [name, bytes] of Object.entries(made)) {
        const path = join(folder, `${name}.pdf`);
        writeFileSync(path, bytes);
        files.set(name, path);
      }
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(['ua1', '2a'] as const)('passes %s', (flavour) => {
      const verdicts = veraPdf([...files.values()], flavour);
      for (const [name, path] of files) expect(verdicts.get(path), name).toBe('PASS');
    });
  });
});
