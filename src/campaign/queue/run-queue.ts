import type { RunResult } from '../make/progress.ts';
import { type RunOptions, runPlan } from '../make/run.ts';
import { openStore } from '../store/out.ts';
import { QueueCrew, type QueuedCampaign } from './queue-crew.ts';
import { openQueueServer } from './queue-server.ts';
import { openTail } from './tail.ts';

export interface QueueRunOptions extends Pick<RunOptions, 'signal' | 'onProgress' | 'onWarning' | 'verify'> {
  /** `redis://…` or `postgres://…` */
  readonly queue: string;
}

/**
 * Has the workers of other machines make what a plan asks for and is not there yet.
 * @throws PressError QUEUE_*, and all that `runPlan` throws
 */
export async function runOverQueue(
  campaign: QueuedCampaign,
  { queue, onWarning = () => {}, ...options }: QueueRunOptions,
): Promise<RunResult> {
  const server = await openQueueServer(queue);
  try {
    for (const told of server.warnings) onWarning(told);
    const store = await openStore(campaign.out);
    // Before it is found out what is there: nothing that is written from here on is missed.
    const tail = await openTail(store);
    const crew = async () => new QueueCrew(campaign, server, tail, onWarning);
    return await runPlan(campaign.plan, {
      ...options,
      onWarning,
      out: campaign.out,
      workers: Number.POSITIVE_INFINITY,
      crew,
    });
  } finally {
    await server.close();
  }
}
