import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../installed.ts';

const source = `import { guideFrom, guidesFolder, loadGuide, Press, PressError, print, printAll, proof, runCampaign, type Guide, type Printed, type Problem } from 'helpline-press';

export const guide: Guide = loadGuide(guidesFolder() + '/heroin-detox');
export const printed: Printed = print(guide, { product: 'poster', locale: 'es', paper: 'a3', purpose: 'screen' });
export const verdict: 'proved' | 'not proved' | 'not checked' = proof(printed.bytes, printed.proof.expectation).verdict;
export const problems: readonly Problem[] = PressError.from({})?.problems ?? [];
export const again: Guide = guideFrom(guide.data, { folder: guide.folder });
export const press: Press = new Press();
export const run = () => runCampaign('x', { out: 'y', signal: AbortSignal.abort() });
export async function all(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of printAll(guide, [{ product: 'poster', locale: 'en' }])) names.push(name);
  return names;
}
export const answered: Response = new Response(printed.bytes, { headers: { 'content-type': 'application/pdf' } });
// @ts-expect-error a purpose that there is not
print(guide, { product: 'poster', locale: 'es', purpose: 'wall' });
`;

/** Strict consumers, without skipLibCheck and without types of Node, by Node's and by a bundler's resolution. */
export function checkTypes({ root, project, run }: Site): void {
  writeFileSync(join(project, 'use.mts'), source);
  for (const [module, resolution] of [
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])
    run(join(root, 'node_modules/.bin/tsc'), [
      ...[
        '--noEmit',
        '--strict',
        '--exactOptionalPropertyTypes',
        '--noUncheckedIndexedAccess',
        '--types',
        '',
      ],
      ...[
        '--target',
        'es2023',
        '--lib',
        'es2023,dom',
        '--module',
        module!,
        '--moduleResolution',
        resolution!,
        'use.mts',
      ],
    ]);
}
