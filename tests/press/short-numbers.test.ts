/** A number of three to six digits is a tall one: on sheets its room reaches over the edge of its panel or piece, where its ground goes on. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'short-numbers-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});
const source = readFileSync(resolve(import.meta.dirname, '../guides/after-birth/guide.yaml'), 'utf8');

it.each([
  ['rack-card', 'letter', '988', 'standard'],
  ['wallet-card', 'letter', '988', 'standard'],
  ['postcard', 'a4', '988', 'high-contrast'],
  ['pamphlet-bifold', 'letter', '116 123', 'standard'],
  ['pamphlet-trifold', 'a4', '1323', 'standard'],
] as const)('%s on %s, %s, is printed for a desk printer, %s', (product, paper, display, edition) => {
  const guide = source
    .replace('display: 800-555-0143', `display: "${display}"`)
    .replace('dial: "+18005550143"', `dial: "${display.replace(' ', '')}"`);
  expect(guide).not.toBe(source);
  writeFileSync(join(folder, 'guide.yaml'), guide);
  const plate = press.plate(loadGuide(folder), { ...defaultJob, locale: 'en', product, paper, edition });
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(press.print(plate, { ...defaultJob, purpose: 'office' }).proof.verdict).toBe('proved');
});
