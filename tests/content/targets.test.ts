import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearness } from '../../src/content/numbers/nearness.ts';
import { Targets } from '../../src/content/numbers/targets.ts';

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));
const target = (text: string) => ({
  number: { name: text, kind: 'number' as const, display: text, dial: text },
  digits: text,
});

/** One digit, or two, changed, changed round, put in or left out. */
const slipped = fc
  .tuple(digits(5, 13), fc.nat(12), fc.nat(12), fc.integer({ min: 0, max: 9 }), fc.nat(4))
  .map(([text, a, b, digit, how]) => {
    const [i, j] = [a % text.length, b % text.length];
    const all = [...text];
    if (how === 0) all[i] = String(digit);
    if (how === 1) [all[i], all[j]] = [all[j]!, all[i]!];
    if (how === 2) all.splice(i, 0, String(digit));
    if (how === 3) all.splice(i, 1);
    if (how === 4) {
      all[i] = String(digit);
      all[j] = String((digit + 1) % 10);
    }
    return [text, all.join('')] as const;
  });

describe('declared numbers that digits are held against', () => {
  it('are found as if each of them were compared', () => {
    fc.assert(
      fc.property(slipped, fc.array(digits(5, 13), { maxLength: 20 }), ([text, found], others) => {
        const all = [...new Set([text, ...others])];
        const wanted = all.flatMap((each) => {
          const how = nearness(found, each);
          return how === undefined ? [] : [`${each} ${how}`];
        });
        const given = new Targets(all.map(target))
          .near(found)
          .map(({ number, how }) => `${number.display} ${how}`);
        expect(given.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 3000 },
    );
  });

  it('are compared only where a part of them is the same', () => {
    const many = Array.from({ length: 1000 }, (_, i) => String(2_000_000_000 + i * 7_919_317));
    const targets = new Targets(many.map(target));
    let compared = 0;
    const counted = new Targets(
      many.map((each) => {
        const one = target(each);
        return Object.defineProperty({ ...one }, 'number', {
          get: () => {
            compared++;
            return one.number;
          },
        });
      }),
    );
    for (let i = 0; i < 1000; i++) expect(targets.near(`1${'1'.repeat(9)}`)).toEqual([]);
    counted.near('1111111111');
    expect(compared).toBeLessThan(20);
  });
});
