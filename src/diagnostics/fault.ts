import { PressError, type Problem, problem } from './problem.ts';

/** Developers set it (to anything) to see where a fault of the program itself happened. */
const traceVariable = 'HELPLINE_PRESS_TRACE';

/** What went wrong, as problems: what is no problem of the input is a fault of the program, in one line. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof PressError) return error.problems;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const trace =
    process.env[traceVariable] === undefined || !(error instanceof Error) ? '' : `\n${error.stack}`;
  if (trace !== '') process.stderr.write(`${trace}\n`);
  return [
    problem(
      'INTERNAL',
      `A fault in helpline-press itself: ${said}`,
      {},
      `Please report it, with the command and this line; ${traceVariable}=1 shows where it happened.`,
    ),
  ];
}

/** Does something at a door of the library: whatever it throws is a {@link PressError}. */
export function netted<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PressError) throw error;
    throw new PressError(problemsOf(error));
  }
}

/** The same for work that ends later. */
export async function nettedLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PressError) throw error;
    throw new PressError(problemsOf(error));
  }
}
