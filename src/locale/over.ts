import type { JsonSource } from '../files/index.ts';

/** Words laid over others, group by group; each has its place in the file that it was taken from. */
export function laidOver(below: JsonSource, above: JsonSource): JsonSource {
  return {
    ...above,
    value: over(grouped(below.value), grouped(above.value)),
    leaves: new Map([...below.leaves, ...above.leaves]),
    place: (key) => (above.leaves.has(key) ? above : below).place(key),
  };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function over(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries([
    ...Object.entries(below),
    ...Object.entries(above).map(([key, value]) => {
      const known = Object.hasOwn(below, key) ? below[key] : undefined;
      return [key, isGroup(value) && isGroup(known) ? over(known, value) : value];
    }),
  ]);
}

/** With "way.text" as { way: { text } }, as which it is known: i18next finds a key that is written out only where no group has it. */
function grouped(value: Record<string, unknown>): Record<string, unknown> {
  let groups: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const whole = isGroup(inner) ? grouped(inner) : inner;
    const one = key.split('.').reduceRight<unknown>((within, name) => ({ [name]: within }), whole);
    groups = over(groups, one as Record<string, unknown>);
  }
  return groups;
}
