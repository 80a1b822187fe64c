import type { TextItem } from '../paint/index.ts';
import { type Face, type GlyphRun, headOf, type Paragraph } from '../text/index.ts';
import {
  atForcedBreak,
  clusterCode,
  clusterText,
  isPlain,
  isTextOf,
  type RunText,
  textOfRuns,
} from './clusters.ts';
import type { ContentStream } from './content.ts';
import type { DocumentFont, FontSet } from './font.ts';
import type { FontState } from './font-state.ts';
import { writeRightToLeft } from './right-to-left.ts';
import type { Aside } from './text-objects.ts';

/**
 * Writes a piece of a line. Runs go in logical order, so that the text by structure is the source; each run stands at
 * its own place. Left-to-right runs are one TJ each, right-to-left ones a Tj for each cluster, at the cluster's place.
 */
export function writeText(content: ContentStream, fonts: FontSet, item: TextItem, aside: Aside): void {
  const runs = inLogicalOrder(item.runs);
  const { text } = item.paragraph;
  if (item.paragraph.direction === 'rtl' || runs.some(({ level }) => level % 2 === 1)) {
    writeRightToLeft(content, fonts, item, runs, aside);
    return;
  }
  content.fill(item.color);
  content.write('BT\n');
  for (const run of runs) {
    if (run.face === undefined || run.glyphs.length === 0) continue;
    const font = fonts.of(run.face);
    content.font(font.name, run.size);
    writeLeftToRight(content, font, run.face, run, item);
  }
  const last = runs.at(-1);
  if (last !== undefined && atForcedBreak(text, last.end)) writeSpaceAfter(content, fonts, last, item);
  content.write('ET\n');
  if (last !== undefined && hyphenOf(last, text) !== undefined)
    aside(() => writeSoftHyphen(content, fonts, last, item));
  else if (
    last !== undefined &&
    /[-\u2010]/.test(text.charAt(last.end - 1)) &&
    /\S/.test(text.charAt(last.end))
  )
    aside(() => writeAfterHyphen(content, fonts, last, item));
}

/** Of text in one direction runs mostly are as they are: in order. */
function inLogicalOrder(runs: readonly GlyphRun[]): readonly GlyphRun[] {
  for (let i = 1; i < runs.length; i++)
    if (runs[i]!.start < runs[i - 1]!.start) return [...runs].sort((a, b) => a.start - b.start);
  return runs;
}

/**
 * A line that ends with a hyphen inside a word: Poppler and PDFium would take the hyphen away. A zero-width space after
 * it, as an artifact, keeps it.
 */
function writeAfterHyphen(content: ContentStream, fonts: FontSet, run: GlyphRun, item: TextItem): void {
  const font = fonts.of(run.face!);
  content.write('BT\n');
  content.font(font.name, run.size);
  content.textAt(item.x + run.x + run.width, item.baseline);
  content.write('(');
  content.code(font.blank(Math.round(0.02 * font.face.unitsPerEm), '\u200b'));
  content.write(')Tj\nET\n');
}

/** The glyph of the hyphen that a run ends with, where its line ends at a soft hyphen. */
function hyphenOf(
  { end, glyphs: { clusters, ids, advances, length } }: GlyphRun,
  text: string,
): number | undefined {
  const isShown = text[end - 1] === '\u00ad' && clusters[length - 1] === end - 1 && advances[length - 1]! > 0;
  return isShown ? ids[length - 1] : undefined;
}

/**
 * The hyphen of a word that is divided at a line's end is no part of the text (ISO 32000-1 14.8.2.2.3), but an artifact.
 * Readers that take no notice of that (Poppler, PDFium, the search of pdf.js) join the word again where it is a plain
 * hyphen, and not where it is a soft one.
 */
function writeSoftHyphen(content: ContentStream, fonts: FontSet, run: GlyphRun, item: TextItem): void {
  const font = fonts.of(run.face!);
  const { ids, advances, length } = run.glyphs;
  content.fill(item.color);
  content.write('BT\n');
  content.font(font.name, run.size);
  const before = run.width - (advances[length - 1]! * run.size) / font.face.unitsPerEm;
  content.textAt(item.x + run.x + before, item.baseline);
  content.write('(');
  content.code(font.code(ids[length - 1]!, '-'));
  content.write(')Tj\nET\n');
}

/** A forced break has no glyph: a space is written for it, so that the words around it stay two in the text. */
function writeSpaceAfter(content: ContentStream, fonts: FontSet, run: GlyphRun, item: TextItem): void {
  const space = run.face?.glyph(0x20);
  if (run.face === undefined || space === undefined || space === 0) return;
  const font = fonts.of(run.face);
  content.font(font.name, run.size);
  content.textAt(item.x + run.x + run.width, item.baseline);
  content.write('(');
  content.code(font.code(space, ' '));
  content.write(')Tj\n');
}

/** A cluster with combining marks, or with a joiner at its end. */
const marked = /^.+\p{Mn}|.\p{Cf}$/su;

/**
 * Such a cluster in several codes: its first character carries all the ink, the rest have neither ink nor width. pdf.js
 * does not advance by the width of a code whose text has a mark, and drops one whose text ends with a joiner.
 */
function writeMarked(
  content: ContentStream,
  font: DocumentFont,
  run: GlyphRun,
  cluster: { readonly from: number; readonly to: number; readonly advance: number },
  text: string,
): void {
  const base = String.fromCodePoint(text.codePointAt(0)!);
  const width = Math.max(0, cluster.advance);
  content.code(clusterCode(font, run, cluster, base, { shift: 0, width }));
  for (const part of text.slice(base.length).split(/(\p{Cf})/u))
    if (part !== '') content.code(font.blank(0, part));
}

/** How the glyphs of a run were written, and with which codes. */
class WrittenRun {
  readonly of: RunText;
  readonly from: FontState;
  readonly to: FontState;
  readonly bytes: string;

  constructor(of: RunText, from: FontState, to: FontState, bytes: string) {
    this.of = of;
    this.from = from;
    this.to = to;
    this.bytes = bytes;
  }
}

/** So much more than its own advance has only a letter with room after it (CSS Text 4 `text-autospace`), em. */
const WIDE = 0.2;

function writeLeftToRight(
  content: ContentStream,
  font: DocumentFont,
  face: Face,
  run: GlyphRun,
  item: TextItem,
): void {
  const { paragraph } = item;
  content.textAt(item.x + run.x, item.baseline);
  const { written: known } = run;
  if (known instanceof WrittenRun && isTextOf(known.of, paragraph) && font.repeat(known.from, known.to)) {
    content.write(known.bytes);
    return;
  }
  const { state } = font;
  const start = content.length;
  showLeftToRight(content, font, face, run, paragraph);
  run.written = new WrittenRun(textOfRuns(paragraph), state, font.state, content.since(start));
}

function showLeftToRight(
  content: ContentStream,
  font: DocumentFont,
  face: Face,
  run: GlyphRun,
  paragraph: Paragraph,
): void {
  const { length, ids, clusters, advances, dx } = run.glyphs;
  const thousandths = 1000 / face.unitsPerEm;
  content.write('[');
  let open = false;
  /** Where HarfBuzz is, and where the codes written so far have come to, in font units. */
  let pen = 0;
  let written = 0;
  for (let i = 0, j = 0; i < length; i = j) {
    j = i + 1;
    let advance = advances[i]!;
    const head = headOf(paragraph, clusters[i]!);
    while (j < length && headOf(paragraph, clusters[j]!) === head) advance += advances[j++]!;
    const source = clusterText(paragraph, i === 0 ? run.start : head, j < length ? clusters[j]! : run.end);
    if (source !== '') {
      const cluster = { from: i, to: j, advance };
      const one = isPlain(run, cluster);
      const isMarked = source.length > 1 && marked.test(source);
      const own = one ? face.advance(ids[i]!) : 0;
      // Room after a letter is part of its box: readers would take a gap for a space.
      const isWide = one && advance - own >= WIDE * face.unitsPerEm;
      const origin = one && !isWide && !isMarked ? pen + dx[i]! : pen;
      if (origin !== written) {
        if (open) content.write(')');
        content.number((written - origin) * thousandths);
        open = false;
      }
      if (!open) content.write('(');
      open = true;
      if (isMarked) {
        writeMarked(content, font, run, cluster, source);
        written = pen + Math.max(0, advance);
      } else {
        content.code(clusterCode(font, run, cluster, source, isWide ? { width: advance } : {}));
        written = origin + (one && !isWide ? own : Math.max(0, advance));
      }
    }
    pen += advance;
  }
  content.write(open ? ')]TJ\n' : ']TJ\n');
}
