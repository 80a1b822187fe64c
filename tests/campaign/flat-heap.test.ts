import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const module = pathToFileURL(
  join(resolve(import.meta.dirname, '../..'), 'src/campaign/make/flat-heap.ts'),
).href;

it('sets flags that the V8 of this Node has: it says nothing of them, and goes on', () => {
  const run = `import('${module}').then(({ keepHeapFlat }) => { keepHeapFlat(); console.log('on'); })`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', run], {
    encoding: 'utf8',
  });
  expect([stdout.trim(), stderr]).toEqual(['on', '']);
});
