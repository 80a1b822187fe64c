/** A guide with tables, a logo in colours and a title of two lines is made in every edition that its products have. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, type Edition, Press } from '../../src/press/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'every-edition-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});
const guides = resolve(import.meta.dirname, '../guides');

function guideOf(name: string, change: (text: string) => string = (text) => text) {
  const own = join(folder, name);
  cpSync(join(guides, name), own, { recursive: true });
  writeFileSync(join(own, 'guide.yaml'), change(readFileSync(join(guides, name, 'guide.yaml'), 'utf8')));
  return loadGuide(own);
}

const long = 'Vaccines for your child in the first six years, and where to get them';
const table = `      - id: times
        kind: table
        caption: Times
        head: row
        rows:
          - { id: h, cells: [{ id: a, text: Day }, { id: b, text: Time }] }
          - { id: m, cells: [{ id: a, text: Monday }, { id: b, text: Morning }] }
`;

it.each([
  ['booklet', 'letter', 'standard', 'office'],
  ['booklet', 'a4', 'high-contrast', 'office'],
  ['pamphlet-trifold', 'letter', 'high-contrast-dark', 'office'],
  ['pamphlet-trifold', 'a4', 'ink-saving', 'screen'],
] as const)('%s on %s, %s, for %s', (product, paper, edition, purpose) => {
  const guide = guideOf('after-birth', (text) =>
    text.replace(/^title: .*$/m, `title: ${long}`).replace(/(?<=^ {2}- id: tell\n.*\n {4}blocks:\n)/m, table),
  );
  expect(guide.texts.has('sections.tell.times.caption')).toBe(true);
  const setting = { ...defaultJob, locale: 'en', product, paper, edition: edition as Edition };
  const plate = press.plate(guide, setting);
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(press.print(plate, { ...defaultJob, purpose }).proof.verdict).toBe('proved');
  rmSync(join(folder, 'after-birth'), { recursive: true });
});
