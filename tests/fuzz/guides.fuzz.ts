import type { FuzzProperty } from './property.ts';
import { property } from './property.ts';
import { printRandom, randomGuides } from './random-guides.ts';

/** A guide costs as much as some other inputs together. */
const cost = 6;

const pages = property('pages: a made-up guide by any product on any paper', randomGuides, (guide) => {
  const { wrong } = printRandom(guide);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
});

/** Every word once, in order, nothing clipped or overlapping; or a code. */
export const properties: readonly FuzzProperty[] = [
  { name: pages.name, check: (runs, seed, begin) => pages.check(Math.ceil(runs / cost), seed, begin) },
];
