import type { ComputedStyle, Length, TrackSize } from '../style/index.ts';
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
  const wanted = Math.max(
    0,
    ...[...gridTemplateAreas.values()].map(({ column, columns }) => column + columns),
  );
  if (named.length === 0 && wanted === 0) return [{ kind: 'fr', value: 1 }];
  const others = Math.max(0, wanted - named.length);
  return [...named, ...Array.from({ length: others }, () => ({ kind: 'auto' }) as const)];
}

/** What an item asks of the tracks that it stands in, along one axis, pt. */
export interface TrackItem {
  readonly start: number;
  readonly span: number;
  /** Least and most that it would like to have; `min` costs more to know. */
  readonly min: () => number;
  readonly max: () => number;
}

/** A track while it is sized (CSS Grid 1 §12.4); undefined: as its content asks. */
interface Track {
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Above 0 for a flexible one. */
  readonly fr: number;
  base: number;
  limit: number;
}

function trackOf(size: TrackSize, extent: number | undefined): Track {
  const fixed = (value: Length | 'auto') => resolveDefinite(value, extent);
  const [min, max, fr] =
    size.kind === 'auto'
      ? [undefined, undefined, 0]
      : size.kind === 'length'
        ? [fixed(size.value), fixed(size.value), 0]
        : size.kind === 'fr'
          ? [undefined, undefined, size.value]
          : typeof size.max === 'object' && 'fr' in size.max
            ? [fixed(size.min), undefined, size.max.fr]
            : [fixed(size.min), fixed(size.max), 0];
  const base = min ?? 0;
  return { min, max, fr, base, limit: max === undefined ? Number.POSITIVE_INFINITY : Math.max(base, max) };
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
  if (tracks.some(({ fr }) => fr > 0)) flex(tracks, items, available, gap);
  const free = available === undefined ? 0 : available - sumOf(tracks);
  const growing = tracks.filter(isAuto);
  if (stretches && free > 0) for (const track of growing) track.base += free / growing.length;
  return tracks.map(({ base }) => base);
}

/** True for a track that takes free space in where nothing says otherwise (§12.8). */
function isAuto({ max, fr }: Track): boolean {
  return max === undefined && fr === 0;
}

/** The tracks that take free space in, by their sizes as written. */
export function stretching(sizes: readonly TrackSize[], extent: number | undefined): number[] {
  return sizes.flatMap((size, i) => (isAuto(trackOf(size, extent)) ? [i] : []));
}

function sumOf(tracks: readonly Track[]): number {
  return tracks.reduce((sum, { base }) => sum + base, 0);
}

/** Resolves intrinsic sizes (§12.5): of items in one track, then of those over two, and so on; over flexible ones last. */
function fitContent(tracks: readonly Track[], items: readonly TrackItem[], gap: number): void {
  const spanned = ({ start, span: count }: TrackItem) => tracks.slice(start, start + count);
  const isFlexible = (item: TrackItem) => spanned(item).some(({ fr }) => fr > 0);
  for (const item of items) {
    const only = tracks[item.start];
    if (item.span > 1 || only === undefined) continue;
    if (only.min === undefined) only.base = Math.max(only.base, item.min());
    if (only.max === undefined && only.fr === 0)
      only.limit = Math.max(Number.isFinite(only.limit) ? only.limit : 0, item.max());
    only.limit = Math.max(only.limit, only.base);
  }
  const wide = items.filter((item) => item.span > 1 && !isFlexible(item));
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
  // The automatic minimum of what stands in several tracks, flexible ones among them, is 0 (§6.6).
  for (const track of tracks) if (!Number.isFinite(track.limit)) track.limit = track.base;
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
  const flexible = tracks.filter(({ fr }) => fr > 0);
  const one =
    available !== undefined
      ? fraction(tracks, available)
      : Math.max(
          ...flexible.map(({ base, fr }) => base / Math.max(1, fr)),
          ...items.map((item) => {
            const spanned = tracks.slice(item.start, item.start + item.span);
            return spanned.some(({ fr }) => fr > 0)
              ? fraction(spanned, item.max() - (item.span - 1) * gap)
              : 0;
          }),
        );
  for (const track of flexible) track.base = Math.max(track.base, one * track.fr);
}

/** The size of an `fr` in tracks that fill a space (§12.7.1). */
function fraction(tracks: readonly Track[], space: number): number {
  let flexible = tracks.filter(({ fr }) => fr > 0);
  for (;;) {
    const left =
      space - tracks.reduce((sum, track) => (flexible.includes(track) ? sum : sum + track.base), 0);
    const factors = flexible.reduce((sum, { fr }) => sum + fr, 0);
    const one = Math.max(0, left) / Math.max(1, factors);
    const kept = flexible.filter(({ fr, base }) => one * fr >= base - 1e-9);
    if (kept.length === flexible.length) return one;
    flexible = kept;
  }
}
