import type { StyledDocument } from '../style/index.ts';
import type { Pair } from './fit-like.ts';
import { newOutline } from './outline.ts';
import { SizedLayout } from './page.ts';
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

/** Takes over what was laid out at a step of another document's. */
function takeOver({ layout: { context } }: Step, other: Step | undefined, nodes: SameNodes): void {
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
  readonly #input: LayoutInput;
  readonly #range: FitRange;
  readonly #steps = new Map<string, Step>();
  readonly #outline = newOutline();
  /** Another document, of which some nodes are the same. */
  #twin: { readonly steps: ReadonlyMap<string, Step>; readonly nodes: SameNodes } | undefined;

  constructor(styleAt: (rem: number, air: number) => StyledDocument, input: LayoutInput, range: FitRange) {
    const { min, max, step, air, room = 0 } = range;
    this.#styleAt = styleAt;
    this.#input = input;
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
      known = { rem, air, styled, layout: new SizedLayout(styled, this.#input, full, this.#outline) };
      this.#steps.set(key, known);
      if (this.#twin !== undefined) takeOver(known, this.#twin.steps.get(key), this.#twin.nodes);
    }
    return known;
  }

  /** Tells what is the same in another document, which others sizes are of: it is taken over from there at each step. */
  pair(other: Sizes, pairs: readonly Pair[]): void {
    const nodes = new SameNodes(pairs);
    this.#twin = { steps: other.#steps, nodes };
    for (const [key, step] of this.#steps) takeOver(step, other.#steps.get(key), nodes);
  }

  /** The step at which text is `scale` times as large as at another; below `tight` where it is smaller than that. */
  scaled(index: number, scale: number): number {
    const { min, step } = this.#range;
    return this.tight + Math.floor((this.at(index).rem * scale - min) / step);
  }
}
