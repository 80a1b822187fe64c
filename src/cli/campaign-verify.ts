import { loadCampaign, planOf, type Verification, verifyCampaign } from '../campaign/index.ts';
import { asTyped, isThere } from '../files/index.ts';
import { type CampaignFlags, planOptions, workersOf } from './campaign-flags.ts';
import { type Interruptible, interrupted, interruptible } from './interrupt.ts';
import { Progress, type Streams } from './streams.ts';
import { Teller } from './teller.ts';

export type VerifyFlags = Pick<
  CampaignFlags,
  'out' | 'workers' | 'guides' | 'templates' | 'locales' | 'fonts' | 'json'
>;

/** The exit code: 0 when everything is there and proved, 1 when something is not, 130 when it was stopped. */
export async function verify(
  what: string,
  flags: VerifyFlags,
  streams: Streams,
  edge: Interruptible = process,
): Promise<number> {
  const isCampaign = /\.ya?ml$/.test(what) || isThere(asTyped(what), 'campaign.yaml');
  const plan = isCampaign ? await planOf(loadCampaign(what), planOptions(flags)) : undefined;
  let progress: Progress | undefined;
  let told = 0;
  const result = await interruptible(
    (signal) =>
      verifyCampaign({
        out: isCampaign ? flags.out : what,
        plan,
        workers: workersOf(flags),
        signal,
        onProgress: (count, files) => {
          progress ??= streams.err.isTTY === true ? new Progress(streams.err, files) : undefined;
          for (; told < count; told++) progress?.step('');
        },
      }),
    edge,
  );
  progress?.end();
  if (flags.json === true) streams.out.write(`${JSON.stringify({ format: 1, ...result }, null, 2)}\n`);
  else tell(result, streams);
  if (result.stopped) return interrupted;
  return result.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function tell({ files, proved, problems, stopped }: Verification, streams: Streams): void {
  const teller = new Teller(streams.err);
  teller.tell(problems.filter(({ severity }) => severity === 'error'));
  teller.tell(problems.filter(({ severity }) => severity === 'warning'));
  teller.end();
  const count = (value: number) => value.toLocaleString('en-US');
  const end = stopped ? ' It was stopped before all were looked at.' : '';
  streams.out.write(
    `${count(proved)} of ${count(files)} files are there, are the ones that were made, and are proved again.${end}\n`,
  );
}
