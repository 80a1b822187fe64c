import type { BatchJob } from './queue-server.ts';

/** BullMQ leaves a job alone whose processor throws an error of this name. */
const givenBack = 'WaitingError';

/** Gives a job to whoever takes it next. */
export async function giveBack(job: BatchJob, token: string | undefined): Promise<never> {
  await job.moveToWait(token);
  throw Object.assign(new Error('given back'), { name: givenBack });
}

export const isGivenBack = (error: unknown) => error instanceof Error && error.name === givenBack;
