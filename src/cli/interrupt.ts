/** What of the process interrupting uses. */
export type Interruptible = Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;

/** Exit code of what was stopped by Ctrl-C: 128 and the number of the signal. */
export const interrupted = 130;

/** Ctrl-C, a scheduler that wants its machine back, a terminal that is closed. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something that the first of {@link signals} asks to stop, and that a second one ends at once. */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  edge: Interruptible = process,
): Promise<T> {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    if (signal === 'SIGHUP') edge.on('exit', dieOfHangup);
    if (controller.signal.aborted) edge.exit(interrupted);
    controller.abort();
  };
  for (const signal of signals) edge.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) edge.off(signal, stop);
  }
}

/** Node aborts where it is to give a terminal back that is gone: what ends after that dies of the signal, and leaves no core. */
export function dieOfHangup(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}
