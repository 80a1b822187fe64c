import type { StyledDocument } from '../style/index.ts';
import { Asked } from './asked.ts';
import { type Pair, partsAlike } from './fit-like.ts';
import { newOutline } from './outline.ts';
import { lastIndex, SizedLayout } from './page.ts';
import { SameNodes } from './twin.ts';
import type { FitRange, LayoutInput } from './types.ts';

const [airStep, roomStep] = [0.1, 0.125];

/** One step of a range, laid out as far as it was asked for. */
export interface Step {
  readonly rem: number;
  /** Up to 1, `env(air)`; what is above it is `env(room)`. */
  readonly air: number;
  readonly styled: StyledDocument;
  readonly layout: SizedLayout;
}

/** Another document, of which some nodes are the same. */
interface Paired {
  readonly steps: ReadonlyMap<string, Step>;
  readonly nodes: SameNodes;
}

/** Takes over what was laid out at a step of another document's. */
function takeOver(key: string, { layout: { context } }: Step, { steps, nodes }: Paired): void {
  const other = steps.get(key);
  if (other !== undefined) context.done.pair(other.layout.context.done, nodes, context.input.picture);
}

/**
 * The steps of a range. One index counts those that all pages go through: the first give up air at the smallest size, up to
 * `tight`, the others are sizes, up to `last`. At one size a page may have less air, or room.
 */
export class Sizes {
  readonly tight: number;
  readonly last: number;
  /** Steps of room at a size. */
  readonly rooms: number;
  readonly #styleAt: (rem: number, air: number) => StyledDocument;
  readonly #asked: Asked;
  readonly #range: FitRange;
  readonly #steps = new Map<string, Step>();
  readonly #outline = newOutline();
  #paired: Paired[] = [];
  #alike = 0;

  constructor(styleAt: (rem: number, air: number) => StyledDocument, input: LayoutInput, range: FitRange) {
    const { min, max, step, air, room = 0 } = range;
    this.#styleAt = styleAt;
    this.#asked = new Asked(input);
    this.#range = range;
    this.tight = Math.max(0, Math.ceil((1 - air) / airStep - 1e-9));
    this.last = this.tight + Math.max(0, Math.floor((max - min) / step + 1e-9));
    this.rooms = Math.floor(room / roomStep + 1e-9);
  }

  at(index: number): Step {
    return this.given(Math.max(this.tight, index), Math.min(this.tight, index));
  }

  /** A size with so many steps of air: fewer than `tight` are less air than it has, more are room. */
  given(size: number, steps: number): Step {
    const { min, step, air: least } = this.#range;
    const rem = min + (size - this.tight) * step;
    const air =
      steps >= this.tight ? 1 + (steps - this.tight) * roomStep : least + ((1 - least) * steps) / this.tight;
    const key = `${size} ${steps}`;
    let known = this.#steps.get(key);
    if (known === undefined) {
      const styled = this.#styleAt(rem, air);
      const full = steps === this.tight ? undefined : this.given(size, this.tight).layout;
      known = { rem, air, styled, layout: new SizedLayout(styled, this.#asked.input, full, this.#outline) };
      this.#steps.set(key, known);
      for (const each of this.#paired) takeOver(key, known, each);
    }
    return known;
  }

  /**
   * Tells what is the same in another document, which others sizes are of: it is taken over from there at each step. Gives
   * the number of nodes.
   */
  pair(other: Sizes, pairs: readonly Pair[]): number {
    const nodes = new SameNodes(pairs);
    const paired = { steps: other.#steps, nodes };
    this.#paired.push(paired);
    for (const [key, step] of this.#steps) takeOver(key, step, paired);
    return nodes.count;
  }

  /** Lets go of other documents. */
  part(): void {
    this.#paired = [];
    for (const { layout } of this.#steps.values()) layout.context.done.part();
  }

  /**
   * Takes over what says the same in a document that was laid out before this one, where it is of the same kind. `alike` is
   * the part of this one that does.
   */
  pairWithEarlier(other: Sizes): void {
    if (!this.#isOfKind(other)) return;
    const [{ styled }, before] = [this.at(this.last), other.at(other.last)];
    const pairs = partsAlike(styled, before.styled, (own, there) =>
      this.#asked.isPictureAs(own, other.#asked, there),
    );
    if (pairs.length > 0) this.#alike = this.pair(other, pairs) / (lastIndex(styled.document.root) + 1);
  }

  /** The part of the document that is the same in the one before it, 0 to 1. */
  get alike(): number {
    return this.#alike;
  }

  #isOfKind(other: Sizes): boolean {
    const [own, range] = [this.#range, other.#range];
    return (
      own.min === range.min &&
      own.max === range.max &&
      own.step === range.step &&
      own.air === range.air &&
      own.room === range.room &&
      this.#asked.isToldAs(other.#asked)
    );
  }

  /** The step at which text is `scale` times as large as at another; below `tight` where it is smaller than that. */
  scaled(index: number, scale: number): number {
    const { min, step } = this.#range;
    return this.tight + Math.floor((this.at(index).rem * scale - min) / step);
  }
}
