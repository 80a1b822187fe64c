import type { TextItem } from '../paint/index.ts';
import type { Face, GlyphRun } from '../text/index.ts';
import type { ContentStream } from './content.ts';
import type { DocumentFont, FontSet } from './font.ts';
import { num } from './number.ts';
import type { Part } from './subset.ts';

/** Bidi formatting characters (UAX #9 §2): they steer, and are never written. */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Clusters with less advance than this part of an em join the one before them (lam-alef, joiners). */
const noAdvance = 0.01;

/**
 * Writes a piece of a line. Runs go in logical order, so that the text by structure is the source; each run stands at
 * its own place. Left-to-right runs are one TJ each, right-to-left ones a Tj for each cluster, at the cluster's place.
 */
export function writeText(content: ContentStream, fonts: FontSet, item: TextItem): void {
  const runs = item.runs.length < 2 ? item.runs : [...item.runs].sort((a, b) => a.start - b.start);
  const { text } = item.paragraph;
  content.fill(item.color);
  content.write('BT\n');
  for (const run of runs) {
    if (run.face === undefined || run.glyphs.length === 0) continue;
    const font = fonts.of(run.face);
    content.font(font.name, run.size);
    if (run.level % 2 === 0) writeLeftToRight(content, font, run.face, run, text, item);
    else writeRightToLeft(content, font, run.face, run, text, item);
  }
  const last = runs.at(-1);
  if (last !== undefined && atForcedBreak(text, last.end)) writeSpaceAfter(content, fonts, last, item);
  content.write('ET\n');
}

/** True when the next thing in the text is a forced break that no white space stands before. */
function atForcedBreak(text: string, end: number): boolean {
  return /^[\u2066-\u2069]*\n/.test(text.slice(end, end + 8)) && !/\s/.test(text[end - 1]!);
}

/** A forced break has no glyph: a space is written for it, so that the words around it stay two in the text. */
function writeSpaceAfter(content: ContentStream, fonts: FontSet, run: GlyphRun, item: TextItem): void {
  const space = run.face?.glyph(0x20);
  if (run.face === undefined || space === undefined || space === 0) return;
  const font = fonts.of(run.face);
  const width = (run.face.advance(space) * run.size) / run.face.unitsPerEm;
  content.font(font.name, run.size);
  moveTo(content, item.x + run.x + (run.level % 2 === 0 ? run.width : -width), item.baseline);
  content.write('(');
  content.code(font.code(space, ' '));
  content.write(')Tj\n');
}

/** Source text of a cluster, without what steers. */
function clusterText(text: string, start: number, end: number): string {
  if (end - start === 1 && text.charCodeAt(start) < 0x061c) return text[start]!;
  return text.slice(start, end).replace(controls, '');
}

/** Text position, upright although the page's y axis points down. */
function moveTo(content: ContentStream, x: number, y: number): void {
  content.write(`1 0 0 -1 ${num(x)} ${num(y)} Tm\n`);
}

function writeLeftToRight(
  content: ContentStream,
  font: DocumentFont,
  face: Face,
  run: GlyphRun,
  text: string,
  item: TextItem,
): void {
  const { length, clusters, advances, dx } = run.glyphs;
  const thousandths = 1000 / face.unitsPerEm;
  moveTo(content, item.x + run.x, item.baseline);
  content.write('[');
  let open = false;
  /** Where HarfBuzz is, and where the codes written so far have come to, in font units. */
  let pen = 0;
  let written = 0;
  for (let i = 0, j = 0; i < length; i = j) {
    j = i + 1;
    let advance = advances[i]!;
    while (j < length && clusters[j] === clusters[i]) advance += advances[j++]!;
    const source = clusterText(text, i === 0 ? run.start : clusters[i]!, j < length ? clusters[j]! : run.end);
    if (source !== '') {
      const one = isPlain(run, i, j);
      const origin = one ? pen + dx[i]! : pen;
      if (origin !== written) {
        content.write(
          open ? `)${num((written - origin) * thousandths)}` : `${num((written - origin) * thousandths)}`,
        );
        open = false;
      }
      if (!open) content.write('(');
      open = true;
      content.code(clusterCode(font, run, i, j, advance, source));
      written = origin + (one ? face.advance(run.glyphs.ids[i]!) : Math.max(0, advance));
    }
    pen += advance;
  }
  content.write(open ? ')]TJ\n' : ']TJ\n');
}

/** A cluster of a right-to-left run: glyphs `from` to `to`, visual order. */
interface Cell {
  from: number;
  readonly to: number;
  advance: number;
  text: string;
  /** Left edge in font units from the run's. */
  left: number;
}

function writeRightToLeft(
  content: ContentStream,
  font: DocumentFont,
  face: Face,
  run: GlyphRun,
  text: string,
  item: TextItem,
): void {
  const scale = run.size / face.unitsPerEm;
  let before = Number.NaN;
  for (const cell of logicalCells(run, text, face.unitsPerEm)) {
    if (cell.text === '') continue;
    const shift = isPlain(run, cell.from, cell.to) ? run.glyphs.dx[cell.from]! : 0;
    const x = num(item.x + run.x + (cell.left + shift) * scale);
    if (Number.isNaN(before)) moveTo(content, x, item.baseline);
    else content.write(`${num(x - before)} 0 Td\n`);
    before = x;
    content.write('(');
    content.code(clusterCode(font, run, cell.from, cell.to, cell.advance, cell.text));
    content.write(')Tj\n');
  }
}

/** The clusters in logical order, which is from the right; those without an advance of their own joined to their neighbour. */
function logicalCells(run: GlyphRun, text: string, unitsPerEm: number): Cell[] {
  const { length, clusters, advances } = run.glyphs;
  const cells: Cell[] = [];
  let left = 0;
  for (let i = 0; i < length; i++) left += advances[i]!;
  for (let to = length, from = 0; to > 0; to = from) {
    from = to - 1;
    let advance = advances[from]!;
    while (from > 0 && clusters[from - 1] === clusters[from]) advance += advances[--from]!;
    left -= advance;
    const start = to === length ? run.start : clusters[from]!;
    const source = clusterText(text, start, from > 0 ? clusters[from - 1]! : run.end);
    const before = cells.at(-1);
    const joins = before !== undefined && Math.abs(advance) < noAdvance * unitsPerEm;
    if (joins && !/\s/.test(source) && !/\s/.test(before.text)) {
      before.from = from;
      before.advance += advance;
      before.text += source;
      before.left = left;
    } else cells.push({ from, to, advance, text: source, left });
  }
  return cells;
}

/** One glyph that is not moved up or down needs no composite. */
function isPlain(run: GlyphRun, from: number, to: number): boolean {
  return to - from === 1 && run.glyphs.dy[from] === 0;
}

function clusterCode(
  font: DocumentFont,
  run: GlyphRun,
  from: number,
  to: number,
  advance: number,
  text: string,
): number {
  const { ids, advances, dx, dy } = run.glyphs;
  if (isPlain(run, from, to)) return font.code(ids[from]!, text);
  const parts: Part[] = [];
  let pen = 0;
  for (let i = from; i < to; i++) {
    parts.push({ glyph: ids[i]!, x: pen + dx[i]!, y: dy[i]! });
    pen += advances[i]!;
  }
  return font.composite(parts, Math.max(0, advance), text);
}
