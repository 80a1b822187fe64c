import type { JsonSource } from '../files/index.ts';

/** Words laid over others, group by group; each has its place in the file that it was taken from. */
export function laidOver(below: JsonSource, above: JsonSource): JsonSource {
  return {
    ...above,
    value: over(below.value, above.value),
    leaves: new Map([...below.leaves, ...above.leaves]),
    place: (key) => (above.leaves.has(key) ? above : below).place(key),
  };
}

function over(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const isGroup = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries([
    ...Object.entries(below),
    ...Object.entries(above).map(([key, value]) => {
      const known = Object.hasOwn(below, key) ? below[key] : undefined;
      return [key, isGroup(value) && isGroup(known) ? over(known, value) : value];
    }),
  ]);
}
