/** What of the process interrupting uses. */
export type Interruptible = Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;

/** Exit code of what was stopped by Ctrl-C: 128 and the number of the signal. */
export const interrupted = 130;

/**
 * Does something that a first Ctrl-C (or a scheduler's SIGTERM) asks to stop, and that a second one ends at once.
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  edge: Interruptible = process,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) edge.exit(interrupted);
    controller.abort();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) edge.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) edge.off(signal, stop);
  }
}
