import type { DocumentElement } from '../document/index.ts';
import type { Overflow, UnsetCharacter } from './types.ts';

/** Content that does not fit, before it is known on which page. */
export type LocalOverflow = Omit<Overflow, 'page'>;

/** What laying something out told beside its boxes. Whoever lays out to measure only, drops it. */
export interface Found {
  readonly overflows: readonly LocalOverflow[];
  readonly missing: readonly UnsetCharacter[];
  readonly stacked: readonly UnsetCharacter[];
  /** Absolutely positioned elements that wait for their containing block. */
  readonly waiting: readonly DocumentElement[];
}

export const nothing: Found = { overflows: [], missing: [], stacked: [], waiting: [] };

export function overflowing(overflow: LocalOverflow): Found {
  return { ...nothing, overflows: [overflow] };
}

/** All that was found, in order. Of overflows of one element in one axis the largest counts, where the first stood. */
export function joined(parts: readonly Found[]): Found {
  // Nearly always nothing was, or one thing.
  let only: Found | undefined;
  let count = 0;
  for (const part of parts)
    if (part !== nothing) {
      only = part;
      count++;
    }
  if (only === undefined) return nothing;
  if (count === 1) return only;
  const found = parts.filter((part) => part !== nothing);
  return {
    overflows: largest(found.flatMap(({ overflows }) => overflows)),
    missing: found.flatMap(({ missing }) => missing),
    stacked: found.flatMap(({ stacked }) => stacked),
    waiting: [...new Set(found.flatMap(({ waiting }) => waiting))],
  };
}

function largest(overflows: readonly LocalOverflow[]): LocalOverflow[] {
  const kept: LocalOverflow[] = [];
  const places = { block: new Map<DocumentElement, number>(), inline: new Map<DocumentElement, number>() };
  for (const overflow of overflows) {
    const known = places[overflow.axis].get(overflow.element);
    if (known === undefined) places[overflow.axis].set(overflow.element, kept.push(overflow) - 1);
    else if (kept[known]!.by < overflow.by) kept[known] = overflow;
  }
  return kept;
}
