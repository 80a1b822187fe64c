import type { DeclaredNumber } from './declared.ts';
import { type Meant, nearness } from './nearness.ts';

/** A declared number as it is shown or dialled. */
export interface Target {
  readonly number: DeclaredNumber;
  readonly digits: string;
}

/** Targets of one length, by what is left of them whole when a digit or two are wrong. */
interface Bucket {
  readonly thirds: readonly [ByPart, ByPart, ByPart];
  readonly halves: readonly [ByPart, ByPart];
}

type ByPart = Map<string, Target[]>;

/** Where digits are cut: two wrong ones leave one of three parts whole, one too many or too few one of two. */
const third = (length: number) => Math.ceil(length / 3);
const half = (length: number) => Math.floor(length / 2);

/**
 * Declared numbers, so kept that how many there are does not count: each stretch of a text is held against those alone
 * with which it shares a part.
 */
export class Targets {
  /** Digits of the longest. */
  readonly longest: number;
  readonly #buckets = new Map<number, Bucket>();

  constructor(targets: readonly Target[]) {
    this.longest = Math.max(0, ...targets.map(({ digits }) => digits.length));
    for (const target of targets) {
      const { digits } = target;
      const { length } = digits;
      let bucket = this.#buckets.get(length);
      if (bucket === undefined) {
        bucket = { thirds: [new Map(), new Map(), new Map()], halves: [new Map(), new Map()] };
        this.#buckets.set(length, bucket);
      }
      thirdsOf(digits).forEach((part, i) => {
        add(bucket.thirds[i]!, part, target);
      });
      add(bucket.halves[0], digits.slice(0, half(length)), target);
      add(bucket.halves[1], digits.slice(half(length)), target);
    }
  }

  /** Those that digits are nearly, in the order in which they were given for each length. */
  near(digits: string): Meant[] {
    const candidates = new Set<Target>();
    const { length } = digits;
    const same = this.#buckets.get(length);
    if (same !== undefined)
      thirdsOf(digits).forEach((part, i) => {
        for (const target of same.thirds[i]!.get(part) ?? []) candidates.add(target);
      });
    for (const other of [length - 1, length + 1]) {
      const bucket = this.#buckets.get(other);
      if (bucket === undefined) continue;
      const [before, after] = bucket.halves;
      for (const target of before.get(digits.slice(0, half(other))) ?? []) candidates.add(target);
      for (const target of after.get(digits.slice(half(other) - other)) ?? []) candidates.add(target);
    }
    return [...candidates].flatMap(({ number, digits: declared }) => {
      const how = nearness(digits, declared);
      return how === undefined ? [] : [{ number, how }];
    });
  }
}

function thirdsOf(digits: string): [string, string, string] {
  const cut = third(digits.length);
  return [digits.slice(0, cut), digits.slice(cut, 2 * cut), digits.slice(2 * cut)];
}

function add(parts: ByPart, part: string, target: Target): void {
  const known = parts.get(part);
  if (known === undefined) parts.set(part, [target]);
  else known.push(target);
}
