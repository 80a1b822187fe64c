import type { ComputedStyle, TrackSize } from '../style/index.ts';
import { resolveDefinite } from './lengths.ts';

/** Size of the tracks `from` to `from + count`, with the gaps between them. */
export function span(sizes: readonly number[], from: number, count: number, gap: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += sizes[i] ?? 0;
  return sum + Math.max(0, count - 1) * gap;
}

/** The columns of a grid: one, when none are named. */
export function columnsOf({
  gridTemplateColumns: named,
  gridTemplateAreas,
}: ComputedStyle): readonly TrackSize[] {
  let wanted = 0;
  if (gridTemplateAreas.size > 0)
    for (const { column, columns } of gridTemplateAreas.values()) wanted = Math.max(wanted, column + columns);
  if (wanted <= named.length) return named.length === 0 ? single : named;
  return [...named, ...Array.from({ length: wanted - named.length }, () => ({ kind: 'auto' }) as const)];
}

const single: readonly TrackSize[] = [{ kind: 'fr', value: 1 }];

/** What an item asks of the tracks that it stands in, along one axis, pt. */
export interface TrackItem {
  readonly start: number;
  readonly span: number;
  /** Least and most that it would like to have; `min` costs more to know. */
  min(): number;
  max(): number;
}

/** A track while it is sized (CSS Grid 1 §12.4); undefined: as its content asks. */
class Track {
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Above 0 for a flexible one. */
  readonly fr: number;
  base: number;
  limit: number;

  constructor(min: number | undefined, max: number | undefined, fr: number) {
    this.min = min;
    this.max = max;
    this.fr = fr;
    this.base = min ?? 0;
    this.limit = max === undefined ? Number.POSITIVE_INFINITY : Math.max(this.base, max);
  }
}

function trackOf(size: TrackSize, extent: number | undefined): Track {
  switch (size.kind) {
    case 'auto':
      return new Track(undefined, undefined, 0);
    case 'fr':
      return new Track(undefined, undefined, size.value);
    case 'length': {
      const fixed = resolveDefinite(size.value, extent);
      return new Track(fixed, fixed, 0);
    }
    default: {
      const min = resolveDefinite(size.min, extent);
      return typeof size.max === 'object' && 'fr' in size.max
        ? new Track(min, undefined, size.max.fr)
        : new Track(min, resolveDefinite(size.max, extent), 0);
    }
  }
}

/**
 * Sizes of tracks in `extent` pt, undefined where it is not definite: as their items ask, then as there is room (CSS Grid
 * 1 §12.3). `stretches`: what is left goes to those that are as large as their content.
 */
export function sizeTracks(
  sizes: readonly TrackSize[],
  items: readonly TrackItem[],
  extent: number | undefined,
  gap: number,
  stretches: boolean,
): number[] {
  const tracks = sizes.map((size) => trackOf(size, extent));
  const available = extent === undefined ? undefined : extent - Math.max(0, tracks.length - 1) * gap;
  fitContent(tracks, items, gap);
  if (available === undefined) for (const track of tracks) track.base = Math.max(track.base, track.limit);
  else maximize(tracks, available);
  if (tracks.some(isFlexible)) flex(tracks, items, available, gap);
  const free = stretches && available !== undefined ? available - sumOf(tracks) : 0;
  if (free > 0) {
    const growing = tracks.filter(isAuto);
    for (const track of growing) track.base += free / growing.length;
  }
  return tracks.map(baseOf);
}

const isFlexible = ({ fr }: Track) => fr > 0;
const baseOf = ({ base }: Track) => base;

/** True for a track that takes free space in where nothing says otherwise (§12.8). */
function isAuto({ max, fr }: Track): boolean {
  return max === undefined && fr === 0;
}

/** The tracks that take free space in, by their sizes as written. */
export function stretching(sizes: readonly TrackSize[], extent: number | undefined): number[] {
  const found: number[] = [];
  for (let i = 0; i < sizes.length; i++) if (isAuto(trackOf(sizes[i]!, extent))) found.push(i);
  return found;
}

function sumOf(tracks: readonly Track[]): number {
  let sum = 0;
  for (const { base } of tracks) sum += base;
  return sum;
}

/** Resolves intrinsic sizes (§12.5): of items in one track, then of those over two, and so on; over flexible ones last. */
function fitContent(tracks: readonly Track[], items: readonly TrackItem[], gap: number): void {
  let areWide = false;
  for (const item of items) {
    const only = tracks[item.start];
    if (item.span > 1) areWide = true;
    if (item.span > 1 || only === undefined) continue;
    if (only.min === undefined) only.base = Math.max(only.base, item.min());
    if (only.max === undefined && only.fr === 0)
      only.limit = Math.max(Number.isFinite(only.limit) ? only.limit : 0, item.max());
    only.limit = Math.max(only.limit, only.base);
  }
  if (areWide) fitWide(tracks, items, gap);
  // The automatic minimum of what stands in several tracks, flexible ones among them, is 0 (§6.6).
  for (const track of tracks) if (!Number.isFinite(track.limit)) track.limit = track.base;
}

/** The same of items over several tracks. */
function fitWide(tracks: readonly Track[], items: readonly TrackItem[], gap: number): void {
  const spanned = ({ start, span: count }: TrackItem) => tracks.slice(start, start + count);
  const wide = items.filter((item) => item.span > 1 && !spanned(item).some(isFlexible));
  for (const count of [...new Set(wide.map((item) => item.span))].sort((a, b) => a - b)) {
    const group = wide.filter((item) => item.span === count);
    grow(
      group.map((item) => ({ tracks: spanned(item), wanted: item.min() - (count - 1) * gap })),
      'base',
    );
    for (const track of tracks) track.limit = Math.max(track.limit, track.base);
    grow(
      group.map((item) => ({ tracks: spanned(item), wanted: item.max() - (count - 1) * gap })),
      'limit',
    );
  }
}

interface Wish {
  readonly tracks: readonly Track[];
  /** Of all the tracks together. */
  readonly wanted: number;
}

/** Distributes what items over several tracks ask beyond these tracks (§12.5.1): to each as much as the largest of them asks. */
function grow(wishes: readonly Wish[], side: 'base' | 'limit'): void {
  const planned = new Map<Track, number>();
  for (const { tracks, wanted } of wishes) {
    const size = (track: Track) =>
      side === 'limit' && Number.isFinite(track.limit) ? track.limit : track.base;
    let space = wanted - tracks.reduce((sum, track) => sum + size(track), 0);
    const affected = tracks.filter((track) => (side === 'base' ? track.min : track.max) === undefined);
    if (space <= 0 || affected.length === 0) continue;
    const more = new Map<Track, number>();
    if (side === 'base')
      for (let open = affected; open.length > 0 && space > 1e-9; ) {
        const share = space / open.length;
        for (const track of open) {
          const given = Math.min(share, track.limit - track.base - (more.get(track) ?? 0));
          more.set(track, (more.get(track) ?? 0) + given);
          space -= given;
        }
        open = open.filter((track) => track.limit - track.base - more.get(track)! > 1e-9);
      }
    if (space > 1e-9) {
      const endless = affected.filter((track) =>
        side === 'base' ? track.max === undefined : !Number.isFinite(track.limit),
      );
      const takers = endless.length > 0 ? endless : affected;
      for (const track of takers) more.set(track, (more.get(track) ?? 0) + space / takers.length);
    }
    for (const [track, amount] of more) planned.set(track, Math.max(planned.get(track) ?? 0, amount));
  }
  for (const wish of wishes)
    for (const track of wish.tracks) {
      if (side === 'limit' && !Number.isFinite(track.limit) && track.max === undefined)
        track.limit = track.base;
    }
  for (const [track, amount] of planned) track[side] += amount;
}

/** Free space goes equally to all below their limit (§12.6). */
function maximize(tracks: readonly Track[], available: number): void {
  let free = available - sumOf(tracks);
  for (let round = 0; round < tracks.length && free > 1e-6; round++) {
    const open = tracks.filter(({ base, limit }) => base < limit - 1e-9);
    if (open.length === 0) break;
    const share = free / open.length;
    for (const track of open) {
      const more = Math.min(share, track.limit - track.base);
      track.base += more;
      free -= more;
    }
  }
}

/** Expands flexible tracks, none below its base (§12.7). */
function flex(
  tracks: readonly Track[],
  items: readonly TrackItem[],
  available: number | undefined,
  gap: number,
): void {
  const one = available === undefined ? contentFraction(tracks, items, gap) : fraction(tracks, available);
  for (const track of tracks) if (track.fr > 0) track.base = Math.max(track.base, one * track.fr);
}

/** The size of an `fr` where there is no space to fill: as the content of the tracks asks. */
function contentFraction(tracks: readonly Track[], items: readonly TrackItem[], gap: number): number {
  let one = 0;
  for (const { base, fr } of tracks) if (fr > 0) one = Math.max(one, base / Math.max(1, fr));
  for (const item of items) {
    const spanned = tracks.slice(item.start, item.start + item.span);
    if (spanned.some(isFlexible)) one = Math.max(one, fraction(spanned, item.max() - (item.span - 1) * gap));
  }
  return one;
}

/** The size of an `fr` in tracks that fill a space (§12.7.1). */
function fraction(tracks: readonly Track[], space: number): number {
  let flexible: readonly Track[] = tracks.filter(isFlexible);
  for (;;) {
    let [taken, factors] = [0, 0];
    for (const track of tracks) {
      if (flexible.includes(track)) factors += track.fr;
      else taken += track.base;
    }
    const one = Math.max(0, space - taken) / Math.max(1, factors);
    const kept = flexible.filter(({ fr, base }) => one * fr >= base - 1e-9);
    if (kept.length === flexible.length) return one;
    flexible = kept;
  }
}
