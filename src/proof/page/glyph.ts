import { type Area, isWithin } from './cover.ts';
import { isInked } from './font.ts';
import { contains, grown } from './matrix.ts';
import type { Clip, Corners, Run } from './page-content.ts';
import { placed } from './text-object.ts';

/** Advance of a glyph of a run, pt. */
export function advanceOf(run: Run, index: number): number {
  return (run.font.widths[run.glyphs.codes[index]!]! * run.size) / 1000;
}

export function isInkedAt(run: Run, index: number): boolean {
  return (run.font.kinds[run.glyphs.codes[index]!]! & isInked) !== 0;
}

/** The glyphs of a run that have ink, by index. */
export function* inkedIn(run: Run): Generator<number> {
  for (let g = run.first; g < run.end; g++) if (isInkedAt(run, g)) yield g;
}

export function textAt(run: Run, index: number): string {
  return run.font.texts[run.glyphs.codes[index]!]!;
}

/** Where the ink of a glyph is, grown by `grow` pt. */
export function inkArea(run: Run, index: number, grow = 0): Area {
  const { font, size, dx, dy } = run;
  const at = run.glyphs.codes[index]! * 4;
  const [x, y] = [run.glyphs.xs[index]!, run.glyphs.ys[index]!];
  const left = font.inks[at]! * size - grow;
  const low = font.inks[at + 1]! * size - grow;
  const right = font.inks[at + 2]! * size + grow;
  const high = font.inks[at + 3]! * size + grow;
  const bounds = placed(x, y, dx, dy, left, low, right, high);
  if (Math.abs(dx * dy) < 1e-9) return { bounds };
  const corner = (along: number, up: number) => [x + dx * along + dy * up, y + dy * along - dx * up] as const;
  const corners = [corner(left, low), corner(right, low), corner(right, high), corner(left, high)].flat();
  return { bounds, corners: corners as unknown as Corners };
}

/** Is all ink of these glyphs within what a clip leaves, or each within that of its run? It may stick out by `by`, pt. */
export function areInksWithin(
  glyphs: readonly { readonly run: Run; readonly index: number }[],
  by: number,
  within?: Clip,
): boolean {
  /** One of which all is within, as nearly every one is. */
  let whole: Run | undefined;
  for (const { run, index } of glyphs) {
    if (run === whole) continue;
    const clip = within ?? run.clip;
    if (run.ink !== undefined && clip.turned.length === 0 && contains(grown(clip.bounds, by), run.ink))
      whole = run;
    else if (!isWithin(inkArea(run, index), clip, by)) return false;
  }
  return true;
}
