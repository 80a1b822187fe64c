import type { FailedEntry, Plan, RunOptions, RunResult } from '../campaign/index.ts';
import { runPlan } from '../campaign/index.ts';
import { type Code, type Problem, problem, warning } from '../diagnostics/index.ts';
import { CampaignTeller } from './campaign-teller.ts';
import { type Interruptible, interrupted, interruptible } from './interrupt.ts';
import { type Streams, say } from './streams.ts';
import { Teller } from './teller.ts';

/** How a plan is run: over this machine's workers, or otherwise. */
export type RunsPlan = (plan: Plan, options: RunOptions) => Promise<RunResult>;

/**
 * Runs a campaign's plan and tells how it goes. The exit code: 0 when every file is there, 1 when one is not, 130 when it
 * was stopped.
 * @throws PressError as `runPlan`
 */
export async function runAndTell(
  plan: Plan,
  options: RunOptions,
  json: boolean,
  streams: Streams,
  { runs = runPlan, edge = process }: { readonly runs?: RunsPlan; readonly edge?: Interruptible } = {},
): Promise<number> {
  const teller = new CampaignTeller(streams, json);
  const rest = new Teller(streams.err);
  const result = await interruptible(
    (signal) =>
      runs(plan, {
        ...options,
        signal,
        onProgress: (progress) => teller.tell(progress),
        onWarning: (told) => {
          teller.clear();
          rest.tell([told]);
        },
      }),
    edge,
  );
  teller.end(result);
  tellFailed(result.failed, streams);
  rest.tell(leftovers(result));
  rest.end();
  if (result.stopped && result.open > 0)
    say(streams, 'Stopped. Go on with the same command: what is made is not made again.\n');
  if (result.stopped) return interrupted;
  return result.failed.length === 0 && result.open === 0 ? 0 : 1;
}

function tellFailed(failed: readonly FailedEntry[], streams: Streams): void {
  const teller = new Teller(streams.err);
  for (const { problems } of failed)
    teller.tell(
      problems.map(({ code, message, hint, place }) => problem(code as Code, message, place ?? {}, hint)),
    );
  teller.end();
  if (failed.length > 0)
    say(streams, 'Mend these and give the same command again: it makes only what is missing.\n');
}

/** Files of earlier runs that are not what the campaign asks for now. Nothing is ever deleted. */
function leftovers({ outdated, left }: RunResult): Problem[] {
  return [
    ...outdated.map((file) =>
      warning(
        'CAMPAIGN_OUTDATED',
        'This file was made by an earlier run and is no longer right; making it anew failed.',
        { file },
        'Do not hand it out.',
      ),
    ),
    ...left.map((file) =>
      warning(
        'CAMPAIGN_LEFT',
        'This file was made by an earlier run, and is of no row of the campaign any more.',
        { file },
        'Take it away if it is not wanted.',
      ),
    ),
  ];
}
