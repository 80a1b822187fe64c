import { loadCampaign, type Merge, mergeCampaign, planOf } from '../campaign/index.ts';
import { type CampaignFlags, planOptions } from './campaign-flags.ts';
import type { Streams } from './streams.ts';
import { Teller } from './teller.ts';

export type MergeFlags = Pick<CampaignFlags, 'out' | 'guides' | 'templates' | 'locales' | 'fonts' | 'json'>;

/** The exit code: 0 where the whole is there, 1 where something is wrong. */
export async function merge(path: string, flags: MergeFlags, streams: Streams): Promise<number> {
  const plan = await planOf(loadCampaign(path), planOptions(flags));
  const result = await mergeCampaign(plan, flags.out);
  if (flags.json === true) streams.out.write(`${JSON.stringify({ format: 1, ...result }, null, 2)}\n`);
  else tell(result, streams);
  return result.manifest === undefined ? 1 : 0;
}

function tell({ files, manifests, twice, manifest, problems }: Merge, streams: Streams): void {
  const teller = new Teller(streams.err);
  teller.tell(problems);
  teller.end();
  const count = (value: number) => value.toLocaleString('en-US');
  if (manifest === undefined) {
    streams.out.write(
      `The parts do not make the whole: ${count(problems.filter(({ severity }) => severity === 'error').length)} faults. Nothing was written.\n`,
    );
    return;
  }
  const again = twice === 0 ? '' : ` ${count(twice)} of them were made more than once, the same each time.`;
  streams.out.write(
    `All ${count(files)} files are there, each as one of ${count(manifests)} manifests recorded it.${again} Their one manifest is ${manifest}.\n`,
  );
}
