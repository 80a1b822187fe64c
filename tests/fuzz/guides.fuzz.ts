import type { FuzzProperty } from './property.ts';
import { fewer, property } from './property.ts';
import { printRandom, randomGuides } from './random-guides.ts';

/** Every word once, in order, nothing clipped or overlapping; or a code. */
export const properties: readonly FuzzProperty[] = [
  fewer(
    6,
    property('pages: a made-up guide by any product on any paper', randomGuides, (guide) => {
      const { wrong } = printRandom(guide);
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    }),
  ),
];
