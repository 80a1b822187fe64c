import { PressError, problem } from '../../diagnostics/index.ts';
import type { QueueAddress } from './queue-address.ts';

/** What BullMQ keeps on a Redis server, by the end of its key: its kind, as `TYPE` says it. */
const kinds: Readonly<Record<string, string>> = {
  meta: 'hash',
  wait: 'list',
  active: 'list',
  paused: 'list',
  delayed: 'zset',
  prioritized: 'zset',
  completed: 'zset',
  failed: 'zset',
  marker: 'zset',
  stalled: 'set',
  'stalled-check': 'string',
  events: 'stream',
  id: 'string',
};

/**
 * Looks whether another program keeps something else where the queue is kept: every call would fail, and nothing would ever
 * be given to anybody.
 * @param type asks the server what a key is; `none` where there is nothing
 * @throws PressError QUEUE_DAMAGED
 */
export async function checkKeys(
  type: (key: string) => Promise<string>,
  queue: string,
  { shown }: Pick<QueueAddress, 'shown'>,
): Promise<void> {
  const wrong: string[] = [];
  for (const [end, kind] of Object.entries(kinds)) {
    const key = `bull:${queue}:${end}`;
    const is = await type(key);
    if (is !== kind && is !== 'none') wrong.push(`${key} is a ${is}, and no ${kind}`);
  }
  if (wrong.length === 0) return;
  throw new PressError([
    problem(
      'QUEUE_DAMAGED',
      `What ${shown} keeps under the names of the queue is none: ${wrong.join('; ')}.`,
      {},
      `Does another program use the server? Give the queue a database of its own (redis://host:6379/1), or take away what is in its way: DEL ${wrong[0]!.split(' ', 1)[0]}. Nothing is lost: what was made is written down.`,
    ),
  ]);
}
