import type { TextItem } from '../paint/index.ts';
import type { GlyphRun } from '../text/index.ts';
import {
  atForcedBreak,
  type Cluster,
  clusterCode,
  clustersOf,
  isPlain,
  isPlainLeftward,
  textOfRuns,
} from './clusters.ts';
import type { ContentStream } from './content.ts';
import type { DocumentFont, FontSet } from './font.ts';
import type { FontState } from './font-state.ts';
import {
  type Aside,
  type Move,
  type Objects,
  type Placed,
  type Shown,
  showAgain,
  showAll,
  WrittenPiece,
} from './text-objects.ts';

/*
 * Right-to-left text that every reader gives back whole. Each code stands for one character of the source and at its own
 * right-to-left place, and codes are written in logical order: so readers of the stream (MuPDF, pdf.js, structure) and
 * readers of positions (Poppler, PDFium) see one order. What a reader needs beyond that is written as an artifact, so that
 * the text by structure is the source and nothing else. docs/reading-back.md has the figures for each means.
 */

const RLM = '\u200f';
const LRM = '\u200e';
/** COMBINING GRAPHEME JOINER: a mark without ink that no reader of text makes anything of. */
const CGJ = '\u034f';

/** Width of a code without ink, em. */
const thin = 0.02;
/** Outside every sheet, pt: readers of positions drop what is there; pdf.js keeps combining marks wherever they are. */
const offSheet = -10_000;
/** Another size makes pdf.js begin a new piece, which it does not turn round with the one before. */
const otherSize = 1.001;

const isSpace = (text: string): boolean => /^\s+$/.test(text);
const letter = /^\p{L}$/u;
const combining = /\p{Mn}/u;
const format = /\p{Cf}/u;
/** Brackets and quotation marks, which PDFium turns round. */
const mirrored = /[\p{Bidi_M}\u2018-\u201f]/u;
/** Punctuation that Poppler and PDFium take for a part of a number. */
const numberLike = /[#$%+,\-./:\u060c\u066a-\u066c\u00a0\u2212]/;

/** PDFium begins a new line where the boxes of two letters have no height in common, as in Nastaliq's slope. */
const reaching = { reaches: true };

/** What a piece of a line is written as. */
class Piece {
  /** Content in logical order, cut where pdf.js would lose a space. */
  readonly stretches: Placed[][] = [[]];
  /** Marks for readers of positions, which may be written anywhere. */
  readonly marks: Placed[] = [];
  readonly size: number;
  #edge: number | undefined;
  #thin = 0;
  #last = '';

  constructor(size: number) {
    this.size = size;
  }

  /** Thin codes that follow stand just left of `x`. */
  leftEdge(x: number): void {
    this.#edge = x;
    this.#thin = 0;
  }

  /** The same, where nothing was put yet. */
  firstEdge(x: number): void {
    if (this.#edge === undefined) this.leftEdge(x);
  }

  put(font: DocumentFont, parts: Placed['parts'], x: number, text: string, size = this.size): void {
    this.stretches.at(-1)!.push({ font, x, size, parts });
    this.#last = text;
  }

  /** A mark or joiner whose ink is in the base's code. */
  thin(font: DocumentFont, text: string): void {
    const size = combining.test(text) ? this.size * otherSize : this.size;
    this.put(font, [thinCode(font, text)], this.#thinPlace(), text, size);
  }

  mark(font: DocumentFont, text: string): void {
    this.marks.push({ font, x: this.#thinPlace(), size: this.size, parts: [thinCode(font, text)] });
  }

  /** A space was put: what follows it begins a new stretch. */
  space(): void {
    this.stretches.push([]);
  }

  get endsThin(): boolean {
    return isThin(this.#last);
  }

  #thinPlace(): number {
    return (this.#edge ?? 0) - (++this.#thin * thin * this.size) / 2;
  }
}

const isThin = (text: string): boolean => combining.test(text) || format.test(text);
const thinCode = (font: DocumentFont, text: string): number =>
  font.blank(Math.round(thin * font.face.unitsPerEm), text);

/** Writes a piece of a line that is, or has, right-to-left text. `runs` are in logical order. */
export function writeRightToLeft(
  content: ContentStream,
  fonts: FontSet,
  item: TextItem,
  runs: readonly GlyphRun[],
  aside: Aside,
): void {
  const drawn = runs.filter((run) => run.face !== undefined && run.glyphs.length > 0);
  const last = drawn.at(-1);
  if (last === undefined) return;
  const [first] = runs;
  const known = first!.written;
  if (known instanceof WrittenPiece && known.isWritten(fonts, item, runs)) {
    showAgain(content, fonts, item, known.objects, aside);
    return;
  }
  const uses = new Map<DocumentFont, FontState>();
  for (const { face } of drawn) {
    const font = fonts.of(face!);
    if (!uses.has(font)) uses.set(font, font.state);
  }
  const piece = pieceOf(fonts, item, drawn);
  const objects = emit(content, fonts.of(last.face!), item, piece, aside);
  first!.written = new WrittenPiece(
    textOfRuns(item.paragraph),
    runs,
    item.x,
    [...uses].map(([{ face, name, state }, from]) => ({ face, name, from, to: state })),
    objects,
  );
}

function pieceOf(fonts: FontSet, item: TextItem, drawn: readonly GlyphRun[]): Piece {
  const last = drawn.at(-1)!;
  const piece = new Piece(last.size);
  drawn.forEach((run, i) => {
    const font = fonts.of(run.face!);
    if (run.level % 2 === 0) {
      putPhrase(piece, font, run, item);
      const next = drawn[i + 1];
      if (next === undefined || next.level % 2 === 1) piece.mark(font, RLM); // Poppler draws the next space into the phrase
    } else for (const cluster of clustersOf(run, item)) putCluster(piece, font, run, cluster);
  });
  if (atForcedBreak(item.paragraph.text, last.end)) putSpaceAfter(piece, fonts.of(last.face!), last, item);
  return piece;
}

/** A left-to-right phrase: one object a word, so that readers of positions keep the words in order. */
function putPhrase(piece: Piece, font: DocumentFont, run: GlyphRun, item: TextItem): void {
  const clusters = clustersOf(run, item);
  const scale = run.size / font.face.unitsPerEm;
  for (let i = 0; i < clusters.length; ) {
    const parts: (number | Move)[] = [];
    const origin = clusters[i]!.x;
    let pen = origin;
    let text = '';
    for (let spaces = false; i < clusters.length; i++) {
      const cluster = clusters[i]!;
      const one = isPlain(run, cluster);
      const x = cluster.x + (one ? run.glyphs.dx[cluster.from]! * scale : 0);
      if (spaces && !isSpace(cluster.text)) break;
      spaces = isSpace(cluster.text);
      if (Math.abs(x - pen) > 0.0005 * run.size) parts.push({ move: ((pen - x) * 1000) / run.size });
      parts.push(clusterCode(font, run, cluster, cluster.text));
      pen = x + (one ? font.face.advance(run.glyphs.ids[cluster.from]!) : cluster.advance) * scale;
      text += cluster.text;
    }
    piece.put(font, parts, origin, text);
  }
  piece.leftEdge(item.x + run.x);
}

function putCluster(piece: Piece, font: DocumentFont, run: GlyphRun, cluster: Cluster): void {
  const { text, x, advance } = cluster;
  if (text === '') return;
  const scale = run.size / font.face.unitsPerEm;
  const shift = isPlainLeftward(run, cluster) ? run.glyphs.dx[cluster.from]! * scale : 0;
  // Most clusters: what follows comes to the same.
  if (text.length === 1 && letter.test(text)) {
    piece.leftEdge(x);
    piece.put(font, [clusterCode(font, run, cluster, text, reaching)], x + shift, text);
    return;
  }
  if (isSpace(text)) {
    piece.put(font, [font.blank(advance, text)], x, text);
    piece.leftEdge(x);
    piece.space();
    return;
  }
  piece.firstEdge(x + advance * scale);
  if (mirrored.test(text)) {
    piece.mark(font, RLM);
    piece.mark(font, LRM); // PDFium leaves what stands beside it as it is
    piece.put(font, [clusterCode(font, run, cluster, text, reaching)], x + shift, text);
    piece.leftEdge(x);
    piece.mark(font, RLM);
    return;
  }
  const characters = [...text];
  // PDFium would have two characters without a direction of their own change places.
  if ((numberLike.test(characters[0]!) || /\d/.test(text[0]!)) && piece.endsThin) piece.mark(font, RLM);
  // Spacing characters share the advance from the right; the first carries all the ink.
  const spacing = characters.flatMap((character, i) => (i === 0 || !isThin(character) ? [i] : []));
  const share = Math.floor(advance / spacing.length);
  let left = advance;
  characters.forEach((character, i) => {
    if (!spacing.includes(i)) {
      piece.thin(font, character);
      return;
    }
    const width = i === spacing.at(-1) ? left : share;
    left -= width;
    const place = x + left * scale;
    piece.leftEdge(place);
    if (spacing.length === 1)
      piece.put(font, [clusterCode(font, run, cluster, character, reaching)], place + shift, character);
    else if (i === 0)
      piece.put(
        font,
        [clusterCode(font, run, cluster, character, { shift: -left, width, ...reaching })],
        place,
        character,
      );
    else piece.put(font, [font.blank(width, character)], place, character);
  });
  if (numberLike.test(characters.at(-1)!)) piece.mark(font, RLM);
}

/** A forced break has no glyph: a space is put for it, so that the words around it stay two in the text. */
function putSpaceAfter(piece: Piece, font: DocumentFont, run: GlyphRun, item: TextItem): void {
  const { face } = font;
  const width = face.advance(face.glyph(0x20));
  const x = run.level % 2 === 0 ? run.width : (-width * run.size) / face.unitsPerEm;
  piece.put(font, [font.blank(width, ' ')], item.x + run.x + x, ' ');
}

/** Writes the marks first, then the content; after each space the mark that makes pdf.js keep it. */
function emit(
  content: ContentStream,
  font: DocumentFont,
  item: TextItem,
  piece: Piece,
  aside: Aside,
): Objects {
  const { baseline } = item;
  let marks: Shown | undefined;
  let joiner: Shown | undefined;
  if (piece.marks.length > 0)
    aside(() => {
      content.fill(item.color);
      marks = showAll(content, piece.marks, baseline);
    });
  content.fill(item.color);
  const joining = { font, x: offSheet, size: piece.size * otherSize, parts: [font.blank(0, CGJ)] };
  const stretches = piece.stretches.map((stretch, i) => {
    if (i > 0)
      aside(() => {
        joiner = showAll(content, [joining], baseline);
      });
    return showAll(content, stretch, baseline);
  });
  return { marks, stretches, joiner };
}
