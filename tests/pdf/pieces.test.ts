import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotation } from '../../src/geometry/index.ts';
import { qrPicture, type VectorPicture } from '../../src/image/index.ts';
import type { Imposed } from '../../src/imposition/index.ts';
import type { DisplayItem, DisplayList, TextItem } from '../../src/paint/index.ts';
import { type Metadata, WrittenFiles, writePdf } from '../../src/pdf/index.ts';
import { DeflatedPieces, deflateOnce, deflatePiece, joinPieces } from '../../src/pdf/joined-pieces.ts';
import { ShownNumbers } from '../../src/pdf/text-string.ts';
import { reshapeRun } from '../../src/text/index.ts';
import { contentText, streams } from './codes.ts';
import { documentOf } from './document.ts';
import { face, onScreen, typeset } from './typeset.ts';

const number = '800-315-1376';
const metadata: Metadata = {
  title: 'Help',
  language: 'en',
  date: '2026-11-01T08:30:00Z',
  producer: 'helpline-press 0.1.0',
  properties: {},
};
const code = qrPicture('tel:+18003151376', [0, 0, 0]);
const document = documentOf(
  'en',
  'ltr',
  ['h1', {}, 'Help'],
  ['p', {}, 'Call ', ['a', { href: 'tel:+18003151376' }, number], ' at any time, free of charge.'],
  ['p', {}, ['img', { src: 'code', alt: 'A code' }]],
  ['p', {}, 'No names asked.'],
);
const pictures = new Map([['code', code as VectorPicture]]);
const whole = typeset(document, {
  faces: [face.sans], // its digits have one width
  width: 300,
  height: 400,
  pictures,
  footer: 'Helpline',
});
const isNumber = (item: DisplayItem): item is TextItem =>
  item.kind === 'text' && item.paragraph.text.slice(item.start, item.end) === number;
const page: DisplayList = {
  ...whole,
  items: whole.items.map((item) => (isNumber(item) ? { ...item, number: 'main' } : item)),
};

/** The page with another number in its place. */
function withNumber(given: DisplayList, display: string): DisplayList {
  const items = given.items.map((item): DisplayItem => {
    if (item.kind === 'picture') return { ...item, picture: qrPicture(`tel:${display}`, [0, 0, 0]) };
    if (item.kind !== 'text' || item.number === undefined) return item;
    const { paragraph, start, end } = item;
    const text = `${paragraph.text.slice(0, start)}${display}${paragraph.text.slice(end)}`;
    const now = { ...paragraph, text };
    return { ...item, paragraph: now, runs: item.runs.map((run) => reshapeRun(run, now)!) };
  });
  const links = given.links.map((link) => ({
    ...link,
    href: `tel:${display}`,
    description: `Call ${display}`,
  }));
  return { ...given, items, links };
}

const input = (given: DisplayList, imposed: Imposed = onScreen(given)) => ({ document, imposed, metadata });
const other = withNumber(page, '800-315-9024');

/** The pieces of the first page. */
function pieces(bytes: Uint8Array): string[] {
  const [, id] = /^\/Contents (\d+) 0 R$/m.exec(Buffer.from(bytes).toString('latin1'))!;
  return streams(bytes).get(Number(id))!.data.toString('latin1').split('% next\n');
}

/** On a sheet of paper, upside down and cut off at the page's box. */
function onPaper(given: DisplayList): Imposed {
  const placements = [{ page: given, x: 10, y: 20, rotate: 180 as const, clip: true }];
  const mark: DisplayItem = {
    kind: 'path',
    owner: { kind: 'artifact', type: 'Page' },
    path: { verbs: 'ML', points: Float64Array.of(5, 0, 5, 6) },
    fill: undefined,
    rule: 'nonzero',
    stroke: { color: [1, 2, 3], width: 1, cap: 'butt', join: 'miter', dash: [] },
  };
  const sheet = { name: 'sheet', width: 320, height: 440, placements, marks: [mark] };
  return { purpose: 'office', sheets: [sheet], duplex: 'Simplex' };
}
const turned: DisplayList = {
  ...page,
  items: [{ kind: 'group', matrix: rotation(10, 100, 100), items: page.items }],
};

const shown = new ShownNumbers([]);

describe('content in pieces', () => {
  it('gives what shows a number a piece of its own, and all else as few as can be', () => {
    const found = pieces(writePdf(input(page)));
    expect(found.length).toBe(5);
    const tails = found.map((piece) => (piece.match(/ re\nW n\nq|BT/g) ?? []).length);
    expect(tails[1]).toBe(1); // the number alone
    const plain = { ...page, items: whole.items.filter(({ kind }) => kind !== 'picture') };
    expect(pieces(writePdf(input(plain))).length).toBe(1);
  });

  it.each([
    ['on a screen', input(page)],
    ['on paper', input(page, onPaper(page))],
    ['in a turned group', input(turned)],
  ])('asks nothing of the pieces before: %s', (_, given) => {
    for (const piece of pieces(writePdf(given))) {
      const count = (operator: RegExp) => piece.match(operator)?.length ?? 0;
      expect(count(/^q$/gm)).toBe(count(/^Q$/gm));
      expect(count(/B[DM]C$/gm)).toBe(count(/^EMC$/gm));
      expect(piece).toMatch(/^q\n/);
      expect(piece).toMatch(/Q\n$/);
      // Fonts and colours are set before they are used, and the page is turned upright.
      expect(piece).toMatch(/ cm\n/);
      for (const show of piece.matchAll(/T[jJ]\n/g)) {
        expect(piece.slice(0, show.index)).toMatch(/\/F\d+ [\d.]+ Tf\n/);
        expect(piece.slice(0, show.index)).toMatch(/ rg\n/);
      }
    }
  });

  it('keeps the text whole and in order', () => {
    expect(contentText(writePdf(input(page)))).toBe(
      'HelpCall 800-315-1376 at any time, free of charge.No names asked.',
    );
  });

  it.each([
    [[]],
    [['']],
    [['q\nQ\n']],
    [['x'.repeat(1024), 'y'.repeat(1025)]],
    [['a', 'b'.repeat(9000), '', 'c']],
  ])('are joined to a stream that inflates to them: %#', (texts: readonly string[]) => {
    const joined = joinPieces(texts.map((text) => deflatePiece(Buffer.from(text))));
    expect(inflateSync(joined).toString('latin1')).toBe(texts.join(''));
    const once = joinPieces(texts.map((text) => deflateOnce(Buffer.from(text))));
    expect(inflateSync(once).toString('latin1')).toBe(texts.join(''));
  });

  it('are joined with the checksum of all of them, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 6000, size: 'max' }), { maxLength: 5 }), (pieces) => {
        const joined = joinPieces(pieces.map((piece) => deflatePiece(piece)));
        expect(inflateSync(joined).equals(Buffer.concat(pieces))).toBe(true);
      }),
      { numRuns: 60, seed: 20261125 },
    );
  });
});

describe('pieces that are kept deflated', () => {
  const piece = (letter: string, length = 3000) => Buffer.from(letter.repeat(length));

  it('are what deflating them gives, and deflated once', () => {
    const kept = new DeflatedPieces();
    const first = kept.of(piece('a'));
    expect(first).toEqual(deflatePiece(piece('a')));
    expect(kept.of(piece('b'))).toEqual(deflatePiece(piece('b')));
    expect(kept.of(piece('a', 3001))).toEqual(deflatePiece(piece('a', 3001)));
    expect(kept.of(piece('a'))).toBe(first);
    kept.clear();
    expect(kept.of(piece('a'))).not.toBe(first);
  });

  it('take up their own bytes, and not the memory that they were deflated in', () => {
    for (const length of [1025, 3000, 90_000]) {
      const { blocks } = new DeflatedPieces().of(piece('a', length));
      expect(blocks.buffer.byteLength).toBe(blocks.length);
    }
  });

  it('are let go of where nobody asks for them, and kept where somebody does', () => {
    const kept = new DeflatedPieces();
    const [often, once] = [kept.of(piece('a')), kept.of(piece('b'))];
    for (let i = 0; i < 40; i++) {
      kept.of(piece('x', 100_000 + i));
      expect(kept.of(piece('a'))).toBe(often);
    }
    expect(kept.of(piece('b'))).not.toBe(once);
  });
});

describe('a file of the same plate', () => {
  const variants = [
    ['on a screen', (given: DisplayList) => input(given)],
    ['on paper', (given: DisplayList) => input(given, onPaper(given))],
    [
      'in a turned group',
      (given: DisplayList) =>
        input({ ...given, items: [{ ...turned.items[0]!, items: given.items } as DisplayItem] }),
    ],
  ] as const;

  it.each(variants)('with another number is the file that would have been written anew: %s', (_, of) => {
    const written = new WrittenFiles();
    const first = writePdf(of(page), written);
    const again = writePdf(of(other), written);
    expect(Buffer.compare(again, writePdf(of(other)))).toBe(0);
    expect(Buffer.compare(again, first)).not.toBe(0);
    expect(contentText(again)).toContain('800-315-9024');
    // And back.
    expect(Buffer.compare(writePdf(of(page), written), first)).toBe(0);
  });

  it('shares every object that says no number', () => {
    const objects = (bytes: Uint8Array) =>
      new Set(
        Buffer.from(bytes)
          .toString('latin1')
          .match(/^\d+ 0 obj\n[\s\S]*?\nendobj\n/gm),
      );
    const [one, two] = [objects(writePdf(input(page))), objects(writePdf(input(other)))];
    const changed = [...two].filter((object) => !one.has(object));
    // The page's content, with the number and the code, and the link.
    expect(changed.length).toBe(2);
  });

  it('is known by its nodes and places alone: anything else is written anew', () => {
    const same = (given: ReturnType<typeof input>) => {
      const written = new WrittenFiles();
      const job = { ...input(page), pieces: [], shown };
      written.keep(job, { bytes: new Uint8Array(), again: () => new Uint8Array(1) });
      return written.again({ ...given, pieces: [], shown }) !== undefined;
    };
    expect(same(input(page))).toBe(true);
    expect(same(input(other))).toBe(true);
    const moved = page.items.map((item, i) => (i === 0 && item.kind === 'text' ? { ...item, x: 1 } : item));
    expect(same(input({ ...page, items: moved }))).toBe(false);
    expect(same(input({ ...page, items: page.items.slice(1) }))).toBe(false);
    expect(same(input({ ...page, width: 301 }))).toBe(false);
    expect(same(input({ ...page, places: [...page.places] }))).toBe(false);
    expect(same(input({ ...page, links: [] }))).toBe(false);
    const aside = page.links.map((link) => ({ ...link, rect: { ...link.rect } }));
    expect(same(input({ ...page, links: aside }))).toBe(false);
    expect(same(input(page, onPaper(page)))).toBe(false);
    expect(same(input(page, { ...onScreen(page), duplex: 'Simplex' }))).toBe(false);
    expect(same({ ...input(page), metadata: { ...metadata, language: 'es' } })).toBe(false);
    expect(same({ ...input(page), metadata: { ...metadata, title: 'Another' } })).toBe(true);
    const anew = documentOf('en', 'ltr', ['p', {}, 'Help']);
    expect(same({ ...input(page), document: anew })).toBe(false);
    const third = page.items.map((item) =>
      item.kind === 'picture' ? { ...item, clip: { ...item.clip } } : item,
    );
    expect(same(input({ ...page, items: third }))).toBe(false);
  });

  it('whose marks are others is written anew', () => {
    const written = new WrittenFiles();
    writePdf(input(page, onPaper(page)), written);
    const paper = onPaper(page);
    const [sheet] = paper.sheets;
    const unmarked = { ...paper, sheets: [{ ...sheet!, marks: [] }] };
    expect(Buffer.compare(writePdf(input(page, unmarked), written), writePdf(input(page, unmarked)))).toBe(0);
  });

  it('is written anew where the number needs a glyph that no font has yet', () => {
    const written = new WrittenFiles();
    writePdf(input(page), written);
    const odd = withNumber(page, '800-315-13×6');
    expect(Buffer.compare(writePdf(input(odd), written), writePdf(input(odd)))).toBe(0);
    expect(Buffer.compare(writePdf(input(other), written), writePdf(input(other)))).toBe(0);
  });

  it('keeps the last sixteen', () => {
    const written = new WrittenFiles();
    const jobs = Array.from({ length: 17 }, (_, i) => ({
      ...input({ ...page, width: 300 + i }),
      pieces: [],
      shown,
    }));
    const file = { bytes: new Uint8Array(), again: () => new Uint8Array(1) };
    for (const job of jobs) written.keep(job, file);
    expect(written.again(jobs[0]!)).toBeUndefined();
    expect(written.again(jobs[1]!)).toBeDefined();
    // The one used last is the last to go.
    written.keep({ ...input({ ...page, width: 9 }), pieces: [], shown }, file);
    expect(written.again(jobs[1]!)).toBeDefined();
    expect(written.again(jobs[2]!)).toBeUndefined();
    written.clear();
    expect(written.again(jobs[1]!)).toBeUndefined();
  });
});
