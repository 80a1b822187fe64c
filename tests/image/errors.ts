import { PressError, type Problem } from '../../src/diagnostics/index.ts';

/** The problems that a call throws; anything else that it throws goes on. Empty when it does not throw. */
export function problemsOf(call: () => unknown): readonly Problem[] {
  try {
    call();
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
  return [];
}
