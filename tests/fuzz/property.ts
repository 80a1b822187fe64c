import fc from 'fast-check';
import { PressError } from '../../src/diagnostics/index.ts';

/** Something that holds for any input: it is taken, or refused with a PressError; nothing else is thrown. */
export interface FuzzProperty {
  /** `yaml: texts made of its marks`; unique in its file. */
  readonly name: string;
  /** Runs it so many times, the kept inputs first. `begin` is told of each input, as source, before it is run. */
  check(runs: number, seed: number, begin?: (input: string) => void): Promise<void>;
}

/**
 * @param run takes an input; a PressError is an answer, anything else that is thrown is a finding
 * @param kept inputs that once were findings: they are run first, every time
 */
export function property<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  run: (input: T) => unknown,
  kept: readonly T[] = [],
): FuzzProperty {
  return {
    name,
    async check(runs, seed, begin) {
      const held = fc.asyncProperty(inputs, async (input) => {
        begin?.(fc.stringify(input));
        try {
          await run(input);
        } catch (error) {
          if (!(error instanceof PressError)) throw error;
        }
      });
      await fc.assert(held, {
        seed,
        numRuns: runs + kept.length,
        examples: kept.map((input): [T] => [input]),
      });
    },
  };
}

/** A property whose inputs cost as much as so many others: it is run that much less. */
export function fewer(cost: number, { name, check }: FuzzProperty): FuzzProperty {
  return { name, check: (runs, seed, begin) => check(Math.ceil(runs / cost), seed, begin) };
}
