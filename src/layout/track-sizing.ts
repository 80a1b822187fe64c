import type { ComputedStyle, TrackSize } from '../style/index.ts';
import type { Context } from './box.ts';
import type { Placed } from './grid-placement.ts';
import { inlineWidths } from './inline.ts';
import { resolve } from './lengths.ts';
import { contentWidths } from './widths.ts';

/** Size of the tracks `from` to `from + count`, with the gaps between them. */
export function span(sizes: readonly number[], from: number, count: number, gap: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += sizes[i] ?? 0;
  return sum + Math.max(0, count - 1) * gap;
}

/** The columns of a grid: one, when none are named. */
export function columnsOf({ gridTemplateColumns }: ComputedStyle): readonly TrackSize[] {
  return gridTemplateColumns.length > 0 ? gridTemplateColumns : [{ kind: 'fr', value: 1 }];
}

export function columnSizes(
  context: Context,
  placed: readonly Placed[],
  tracks: readonly TrackSize[],
  width: number,
  gap: number,
): number[] {
  const widths = tracks.map((track, column) => {
    // The others are as wide whatever stands in them.
    if (track.kind !== 'auto' && !(track.kind === 'minmax' && (track.min === 'auto' || track.max === 'auto')))
      return { min: 0, max: 0 };
    const items = placed.filter((item) => item.column === column && item.columns === 1);
    const content = items.map((item) =>
      item.part.kind === 'inline'
        ? inlineWidths(context, item.part.source, { width, height: undefined })
        : contentWidths(context, item.part.element),
    );
    return {
      min: Math.max(0, ...content.map((w) => w.min)),
      max: Math.max(0, ...content.map((w) => w.max)),
    };
  });
  const available = width - Math.max(0, tracks.length - 1) * gap;
  const base = tracks.map((track, i) => {
    if (track.kind === 'length') return resolve(track.value, width);
    if (track.kind === 'minmax') return track.min === 'auto' ? widths[i]!.min : resolve(track.min, width);
    return track.kind === 'auto' ? widths[i]!.min : 0;
  });
  const limit = tracks.map((track, i) => {
    if (track.kind === 'auto') return widths[i]!.max;
    if (track.kind !== 'minmax') return base[i]!;
    return track.max === 'auto'
      ? widths[i]!.max
      : typeof track.max === 'object' && 'fr' in track.max
        ? base[i]!
        : Math.max(base[i]!, resolve(track.max, width));
  });
  const sizes = grow(base, limit, available);
  const flexible = shareFr(tracks, sizes, available);
  if (tracks.some((track) => frOf(track) > 0)) return flexible;
  const autos = tracks.flatMap((track, i) => (track.kind === 'auto' ? [i] : []));
  const left = available - flexible.reduce((sum, size) => sum + size, 0);
  if (left > 0) for (const i of autos) flexible[i]! += left / autos.length;
  return flexible;
}

function frOf(track: TrackSize): number {
  if (track.kind === 'fr') return track.value;
  return track.kind === 'minmax' && typeof track.max === 'object' && 'fr' in track.max ? track.max.fr : 0;
}

/** Maximize tracks: free space goes equally to all below their limit (CSS Grid 1 §12.6). */
function grow(base: readonly number[], limit: readonly number[], available: number): number[] {
  const sizes = [...base];
  let free = available - sizes.reduce((sum, size) => sum + size, 0);
  for (let round = 0; round < sizes.length && free > 1e-6; round++) {
    const open = sizes.flatMap((size, i) => (size < limit[i]! - 1e-9 ? [i] : []));
    if (open.length === 0) break;
    const share = free / open.length;
    for (const i of open) {
      const more = Math.min(share, limit[i]! - sizes[i]!);
      sizes[i]! += more;
      free -= more;
    }
  }
  return sizes;
}

/** Expand flexible tracks: what is left goes to `fr` tracks by their factor, none below its base (§12.7). */
function shareFr(tracks: readonly TrackSize[], base: readonly number[], available: number): number[] {
  const sizes = [...base];
  let flexible = tracks.flatMap((track, i) => (frOf(track) > 0 ? [i] : []));
  for (;;) {
    const fixed = sizes.reduce((sum, size, i) => (flexible.includes(i) ? sum : sum + size), 0);
    const factors = flexible.reduce((sum, i) => sum + frOf(tracks[i]!), 0);
    const one = Math.max(0, available - fixed) / Math.max(1, factors);
    const tooSmall = flexible.filter((i) => one * frOf(tracks[i]!) < base[i]! - 1e-9);
    if (tooSmall.length === 0) {
      for (const i of flexible) sizes[i] = one * frOf(tracks[i]!);
      return sizes;
    }
    for (const i of tooSmall) sizes[i] = base[i]!;
    flexible = flexible.filter((i) => !tooSmall.includes(i));
  }
}

type InRows = Pick<Placed, 'row' | 'rows'>;

export function rowSizes(
  placed: readonly InRows[],
  contributions: readonly number[],
  tracks: readonly TrackSize[],
  height: number | undefined,
  gap: number,
): number[] {
  const content = tracks.map((_, row) =>
    Math.max(
      0,
      ...placed.flatMap((item, i) => (item.row === row && item.rows === 1 ? [contributions[i]!] : [])),
    ),
  );
  const base = tracks.map((track, row) => {
    if (track.kind === 'length') return resolve(track.value, height ?? 0);
    if (track.kind === 'minmax')
      return track.min === 'auto' ? content[row]! : resolve(track.min, height ?? 0);
    return content[row]!;
  });
  spread(placed, contributions, tracks, base, gap);
  if (height === undefined)
    return base.map((size, row) => {
      const track = tracks[row]!;
      return track.kind === 'minmax' && track.min !== 'auto'
        ? Math.max(size, Math.min(content[row]!, maxOf(track, content[row]!)))
        : size;
    });
  const available = height - Math.max(0, tracks.length - 1) * gap;
  const limit = tracks.map((track, row) =>
    track.kind === 'minmax' && frOf(track) === 0
      ? Math.max(base[row]!, maxOf(track, content[row]!))
      : base[row]!,
  );
  return shareFr(tracks, grow(base, limit, available), available);
}

function maxOf(track: TrackSize & { kind: 'minmax' }, content: number): number {
  if (track.max === 'auto') return content;
  if (typeof track.max === 'number') return track.max;
  return 'fr' in track.max ? content : resolve(track.max, 0);
}

/** An item over several rows makes the last row of its own that may grow tall enough. */
function spread(
  placed: readonly InRows[],
  contributions: readonly number[],
  tracks: readonly TrackSize[],
  base: number[],
  gap: number,
): void {
  placed.forEach((item, i) => {
    if (item.rows === 1) return;
    const short = contributions[i]! - span(base, item.row, item.rows, gap);
    if (short <= 0) return;
    for (let row = item.row + item.rows - 1; row >= item.row; row--)
      if (tracks[row]!.kind !== 'length') {
        base[row]! += short;
        return;
      }
  });
}
