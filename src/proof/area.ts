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

/** Reads glyphs as the eye does: baseline by baseline, left to right, split at gaps wider than half the size. */
export function visualRuns(placed: readonly PlacedGlyph[], keep: (text: string) => boolean): VisualRun[] {
  const lines = new Map<string, PlacedGlyph[]>();
  for (const item of placed) {
    if (!keep(item.glyph.text ?? '')) continue;
    const key = `${Math.round(item.y * 2)} ${Math.round(item.glyph.size * 2)}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [item]);
    else line.push(item);
  }
  return [...lines.values()].flatMap((line) => {
    line.sort((a, b) => a.x - b.x);
    const runs: PlacedGlyph[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const item of line) {
      if (item.x - end > item.glyph.size * 0.5 || runs.length === 0) runs.push([]);
      runs.at(-1)!.push(item);
      end = item.x + item.glyph.advance;
    }
    return runs.map((glyphs) => ({ text: glyphs.map(({ glyph }) => glyph.text ?? '').join(''), glyphs }));
  });
}
