/** A number of twenty signs, letters with their digits: its bands have room on every page, in large print and for desk printers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'long-numbers-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});
const source = readFileSync(resolve(import.meta.dirname, '../guides/after-birth/guide.yaml'), 'utf8');
const long = source
  .replace('display: 800-555-0143', 'display: 1-800-555-HELP (4357)')
  .replace('dial: "+18005550143"', 'dial: "+18005554357"');

it.each([
  ['handout', 'a4', 'large-print-22', 'screen'],
  ['handout', 'letter', 'large-print-20', 'office'],
  ['pamphlet-zfold', 'a4', 'high-contrast', 'office'],
  ['pamphlet-zfold', 'letter', 'ink-saving', 'office'],
  ['pamphlet-trifold', 'a4', 'high-contrast-dark', 'office'],
] as const)('%s on %s, %s, for %s', (product, paper, edition, purpose) => {
  expect(long).toContain('HELP (4357)');
  writeFileSync(join(folder, 'guide.yaml'), long);
  const plate = press.plate(loadGuide(folder), { ...defaultJob, locale: 'en', product, paper, edition });
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(press.print(plate, { ...defaultJob, purpose }).proof.verdict).toBe('proved');
});
