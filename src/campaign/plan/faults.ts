import { type Code, mostTold, PressError, type Problem, problem } from '../../diagnostics/index.ts';

/** Collects what is wrong with a campaign: the first of it whole, of the rest how much of each kind. */
export class Faults {
  readonly #kept: Record<Problem['severity'], Problem[]> = { error: [], warning: [] };
  readonly #more: Record<Problem['severity'], Map<Code, number>> = { error: new Map(), warning: new Map() };

  add(...problems: readonly Problem[]): void {
    for (const each of problems) {
      const { severity, code } = each;
      const kept = this.#kept[severity];
      // One place is kept for what tells of the others.
      if (kept.length < mostTold - 1) kept.push(each);
      else this.#more[severity].set(code, (this.#more[severity].get(code) ?? 0) + 1);
    }
  }

  /** Adds what a PressError that something throws has to say, with where it was named. */
  catching<T>(work: () => T, told: (problem: Problem) => Problem = (each) => each): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      this.add(...error.problems.map(told));
      return undefined;
    }
  }

  get warnings(): readonly Problem[] {
    return this.#told('warning');
  }

  /** @throws PressError with every error, bounded; "and 312 more" */
  throwIfAny(): void {
    if (this.#kept.error.length > 0) throw new PressError(this.#told('error'));
  }

  #told(severity: Problem['severity']): Problem[] {
    const more = [...this.#more[severity]];
    if (more.length === 0) return this.#kept[severity];
    const count = more.reduce((sum, [, of]) => sum + of, 0);
    const kinds = more.map(([code, of]) => `${code} ${of}`).join(', ');
    const last = problem(
      'CAMPAIGN_MORE',
      `And ${count} more: ${kinds}.`,
      {},
      'Mend these; the others are told then.',
    );
    return [...this.#kept[severity], { ...last, severity }];
  }
}
