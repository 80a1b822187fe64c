import { readdirSync } from 'node:fs';
import { describe, it } from 'vitest';
import type { FuzzProperty } from './property.ts';

/** Few: `npm run fuzz` is the long run. The seed is fixed, so that what holds today holds tomorrow. */
const [runs, seed] = [60, 20261125];

const rooms = readdirSync(import.meta.dirname).flatMap((name) => /^(.+)\.fuzz\.ts$/.exec(name)?.[1] ?? []);
for (const room of rooms) {
  const { properties } = (await import(`./${room}.fuzz.ts`)) as { properties: readonly FuzzProperty[] };
  describe(`any input of ${room} is taken or refused, never worse`, () => {
    it.each(properties)('$name', ({ check }) => check(runs, seed));
  });
}
