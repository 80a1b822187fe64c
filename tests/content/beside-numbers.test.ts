import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DeclaredNumber,
  digitsThatMatter,
  digitsToReadIn,
  numberFaults,
  parseInline,
} from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';

const digits = (least: number, most: number) =>
  fc.stringMatching(new RegExp(`^[1-9][0-9]{${least - 1},${most - 1}}$`));
const number = fc
  .oneof(
    fc.tuple(digits(3, 3), digits(3, 3), digits(4, 4)).map((groups) => groups.join('-')),
    digits(3, 4),
    fc.tuple(digits(3, 3), digits(3, 3)).map((groups) => groups.join(' ')),
  )
  .map(
    (display): DeclaredNumber => ({
      name: 'main',
      kind: 'helpline',
      display,
      dial: display.replace(/\D/g, ''),
    }),
  );
/** Pieces of texts, many of them of the digits of numbers in some dress. */
const piece = (display: string) =>
  fc.oneof(
    fc.constantFrom(
      'Call ',
      'one ',
      'nine eleven ',
      'gll ',
      'BOO-',
      'eight hundred ',
      'double ',
      '٣١٥',
      ' $',
      ',',
      '-',
      '. ',
      '<helpline:main>',
      '[it](https://wa.me/1)',
      'wa.me/',
    ),
    fc.nat(display.length).chain((end) => fc.nat(end).map((start) => display.slice(start, end))),
    digits(1, 5),
  );

describe('texts with too few digits for the numbers that are other ones', () => {
  it('say the same beside both', () => {
    fc.assert(
      fc.property(
        fc.tuple(number, number).chain(([one, other]) =>
          fc.tuple(
            fc.constant([one, other] as const),
            fc
              .array(fc.oneof(piece(one.display), piece(other.display)), { maxLength: 7 })
              .map((parts) => parts.join('')),
          ),
        ),
        ([[one, other], text]) => {
          let nodes: ReturnType<typeof parseInline>;
          try {
            nodes = parseInline(text);
          } catch (error) {
            if (error instanceof PressError) return;
            throw error;
          }
          if (digitsToReadIn(nodes) >= digitsThatMatter([one], [other])) return;
          expect(numberFaults(nodes, [other], {})).toEqual(numberFaults(nodes, [one], {}));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are none where there is a number more: any digit may be of it', () => {
    const aid: DeclaredNumber = { name: 'aid', kind: 'number', display: '911', dial: '911' };
    const life: DeclaredNumber = { name: 'life', kind: 'helpline', display: '555-0199', dial: '5550199' };
    expect(digitsThatMatter([aid], [aid, life])).toBe(0);
    expect(digitsThatMatter([aid, life], [aid])).toBe(0);
    expect(digitsThatMatter([aid, life], [aid, life])).toBe(Number.POSITIVE_INFINITY);
    expect(digitsThatMatter([aid, life], [aid, { ...life, display: '555-0198', dial: '5550198' }])).toBe(6);
    expect(digitsThatMatter([aid, life], [{ ...aid, display: '112', dial: '112' }, life])).toBe(2);
  });
});
