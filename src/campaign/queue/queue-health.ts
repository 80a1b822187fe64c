import { type Problem, warning } from '../../diagnostics/index.ts';
import type { QueueAddress } from './queue-address.ts';
import type { BatchQueue } from './queue-server.ts';

/** BullMQ throws what JSON.parse does where the server's words of a job are damaged. */
export const isUnreadable = (error: unknown): boolean => error instanceof SyntaxError;

/** A job as it was given; undefined: it is not there, or cannot be read. */
export async function readJob(
  queue: BatchQueue,
  id: string,
): Promise<{ readonly data: unknown; readonly failedReason: string } | undefined> {
  try {
    const job = await queue.getJob(id);
    return job && { data: job.data, failedReason: job.failedReason ?? '' };
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** What Redis says where a key holds something else than is asked of it. */
export const isOfOtherKind = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('WRONGTYPE');

/**
 * Takes out the jobs that cannot be read: whoever is given one fails before it knows what it has, and the server gives it
 * again when its lock ends, at once and for ever. So its lock is taken away with it, and what else is kept under its name:
 * nobody makes anything of it.
 */
export async function removeUnreadable(
  queue: BatchQueue,
  clear: (id: string) => Promise<void>,
  onRemoved: (id: string) => void,
): Promise<void> {
  for (const id of await queue.getRanges(['active', 'waiting', 'delayed'], 0, -1)) {
    try {
      await queue.getJob(id);
    } catch (error) {
      if (!isUnreadable(error) && !isOfOtherKind(error)) throw error;
      await clear(id);
      await queue.remove(id);
      onRemoved(id);
    }
  }
}

/** That nobody is given anything until somebody resumes a queue. */
export function paused({ kind, shown }: Pick<QueueAddress, 'kind' | 'shown'>): Problem {
  const own = kind === 'redis' ? ', or: HDEL bull:helpline-press:meta paused' : '';
  return warning(
    'QUEUE_PAUSED',
    `The queue at ${shown} is paused: no worker is given anything.`,
    {},
    `Resume it where it was paused, in a dashboard of BullMQ, say${own}. Nothing is lost meanwhile.`,
  );
}
