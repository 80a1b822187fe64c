import type { Glyph } from './page-content.ts';
import type { Expectation } from './types.ts';

export type Area = Expectation['sheets'][number]['areas'][number];

/** A glyph in the frame of its area, upright: x along the reading direction, y down. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
}

/** A stretch of glyphs on one baseline without wide gaps, left to right. */
export interface VisualRun {
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
}

/** Turns a point of the sheet into the area's upright frame. */
function upright({ x, y, width, height, rotate }: Area, px: number, py: number): readonly [number, number] {
  const [dx, dy] = [px - x, py - y];
  if (rotate === 90) return [dy, width - dx];
  if (rotate === 180) return [width - dx, height - dy];
  if (rotate === 270) return [height - dy, dx];
  return [dx, dy];
}

/** The glyphs whose origin lies in the area. */
export function glyphsIn(glyphs: readonly Glyph[], area: Area): PlacedGlyph[] {
  const placed: PlacedGlyph[] = [];
  for (const glyph of glyphs) {
    if (
      glyph.x < area.x - 0.5 ||
      glyph.x > area.x + area.width + 0.5 ||
      glyph.y < area.y - 0.5 ||
      glyph.y > area.y + area.height + 0.5
    )
      continue;
    const [x, y] = upright(area, glyph.x, glyph.y);
    placed.push({ glyph, x, y });
  }
  return placed;
}

/** Characters that take part in no reading: direction marks, joiners. */
const unseen = /[\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g;

/** Baselines and sizes nearer than this are one, pt. */
const near = 0.5;

interface Line {
  readonly y: number;
  readonly size: number;
  readonly items: PlacedGlyph[];
}

/** Glyphs by baseline and size. */
function linesOf(placed: readonly PlacedGlyph[]): Line[] {
  const lines: Line[] = [];
  for (const item of placed.toSorted((a, b) => a.y - b.y)) {
    let line: Line | undefined;
    for (let i = lines.length - 1; i >= 0 && lines[i]!.y >= item.y - near; i--)
      if (Math.abs(lines[i]!.size - item.glyph.size) <= near) {
        line = lines[i];
        break;
      }
    if (line === undefined) lines.push({ y: item.y, size: item.glyph.size, items: [item] });
    else line.items.push(item);
  }
  return lines;
}

/** Reads glyphs as the eye does: baseline by baseline, left to right, split at gaps wider than half the size. */
export function visualRuns(placed: readonly PlacedGlyph[]): VisualRun[] {
  const seen = placed.filter(({ glyph }) => (glyph.text ?? '').replace(unseen, '') !== '');
  return linesOf(seen).flatMap(({ items }) => {
    items.sort((a, b) => a.x - b.x);
    const runs: PlacedGlyph[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const item of items) {
      if (item.x - end > item.glyph.size * 0.5 || runs.length === 0) runs.push([]);
      runs.at(-1)!.push(item);
      end = item.x + item.glyph.advance;
    }
    return runs.map((glyphs) => ({ text: glyphs.map(({ glyph }) => shown(glyph)).join(''), glyphs }));
  });
}

const shown = ({ text }: Glyph) => (text ?? '').replace(unseen, '').replace(/\s/g, ' ');

/** The places in a run where a number stands, with no other digit right before or after it. */
export function* printingsIn({ text, glyphs }: VisualRun, number: string): Generator<readonly PlacedGlyph[]> {
  const wanted = number.replace(unseen, '').replace(/\s/g, ' ');
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (/\p{Nd}/u.test(text[at - 1] ?? '') || /\p{Nd}/u.test(text[end] ?? '')) continue;
    let offset = 0;
    yield glyphs.filter(({ glyph }) => {
      const start = offset;
      offset += shown(glyph).length;
      return start >= at && start < end;
    });
  }
}
