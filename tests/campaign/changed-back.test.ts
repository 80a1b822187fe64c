import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeBatch, openBench } from '../../src/campaign/index.ts';
import { problemsOf } from '../../src/diagnostics/index.ts';
import { campaignFolder, planIn, rowsOf } from './campaigns.ts';

/** A campaign of a guide of its own, by its folder. */
function withGuide(): string {
  const folder = campaignFolder(1, { locales: ['en', 'es'] });
  cpSync('guides/heroin-detox', join(folder, 'own'), { recursive: true });
  const yaml = join(folder, 'campaign.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('[heroin-detox]', '[own]'));
  for (const name of ['es.json', 'es.state.json'])
    cpSync(join('locales/es', name.replace('es', 'heroin-detox')), join(folder, 'own/locales', name));
  return folder;
}

/** Codes that the check tells of what was made while something else stood there, and is as it was before again. */
async function toldOf(change: (folder: string) => () => void): Promise<readonly string[]> {
  const folder = withGuide();
  const plan = await planIn(folder);
  const bench = openBench({ campaign: plan.folder });
  const changeBack = change(folder);
  for (const batch of plan.batches) for await (const _ of makeBatch(batch, bench));
  changeBack();
  try {
    bench.check(rowsOf(plan));
    return [];
  } catch (error) {
    return problemsOf(error).map(({ code }) => code);
  } finally {
    bench.press.close();
  }
}

const rewritten = (name: string, from: string, to: string) => (folder: string) => {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return () => writeFileSync(path, text);
};

it.each([
  ['a guide', rewritten('own/guide.yaml', 'title: What', 'title: All')],
  ['a translation', rewritten('own/locales/es.json', '"title": "', '"title": "Ay, ')],
  [
    'whether a translation was reviewed',
    (folder: string) => {
      const path = join(folder, 'own/locales/es.state.json');
      const text = readFileSync(path);
      rmSync(path);
      return () => writeFileSync(path, text);
    },
  ],
])(
  'what was made of %s that is changed, and changed back, is not recorded',
  async (_, change) => {
    expect(await toldOf(change)).toEqual(['CAMPAIGN_CHANGED']);
  },
  60_000,
);

it.each([
  ['nothing', () => () => {}],
  ['a file that is written as it was', rewritten('own/guide.yaml', 'title: What', 'title: What')],
  ['what no file is made of', rewritten('places.csv', '202', '203')],
])(
  'where %s changed it is',
  async (_, change) => {
    expect(await toldOf(change)).toEqual([]);
  },
  60_000,
);
