import type { SizedLayout } from './page.ts';
import type { Run } from './runs.ts';
import type { Overflow } from './types.ts';

/** Blocks that are laid out at several steps to see whether they fit: no page is looked at that fits at a larger step. */
export class Looks {
  readonly #blocks: Run;
  readonly #layoutAt: (step: number) => SizedLayout;
  /** Pages that one block alone fills, and that have too much at every step so far that is too much. */
  #open: ReturnType<SizedLayout['alone']>;

  constructor(blocks: Run, layoutAt: (step: number) => SizedLayout) {
    this.#blocks = blocks;
    this.#layoutAt = layoutAt;
  }

  /** What is too much at a step. */
  overflowsAt(step: number): readonly Overflow[] {
    const layout = this.#layoutAt(step);
    const overflows =
      this.#open === undefined
        ? layout.overflowsOf(this.#blocks)
        : this.#open.flatMap(({ block, page }) => layout.overflowsOf([block], page));
    if (overflows.length > 0 && this.#blocks.length > 1)
      this.#open = (this.#open ?? layout.alone(this.#blocks))?.filter(({ name }) =>
        overflows.some(({ page }) => page === name),
      );
    return overflows;
  }

  /** How much room the fullest page has left at a step at which all fits, about, pt. */
  freeAt(step: number): number {
    const layout = this.#layoutAt(step);
    if (this.#open === undefined) return layout.freeOn(this.#blocks);
    return Math.min(...this.#open.map(({ block, page }) => layout.freeOn([block], page)));
  }
}
