/** A wide picture that opens a section leaves its words their column: the handout takes any guide. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { type PictureItem, walkItems } from '../../src/paint/index.ts';
import { defaultJob, formeOf, Press } from '../../src/press/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wide-figures-'));
const press = new Press();
const root = resolve(import.meta.dirname, '../..');
cpSync(join(root, 'guides/heroin-detox/figures'), join(folder, 'figures'), { recursive: true });
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});
const source = readFileSync(join(root, 'tests/guides/after-birth/guide.yaml'), 'utf8');
const figure = (image: string) =>
  `      - { id: picture, kind: figure, image: figures/${image}, alt: Doors., caption: Misunderstandings happen. }\n`;

/** The pictures of the guide's sections, pt. */
function shown(image: string, product: string, paper: string): PictureItem[] {
  const guide = source.replace(/(?<=^ {2}- id: tell\n.*\n {4}blocks:\n)/m, figure(image));
  writeFileSync(join(folder, 'guide.yaml'), guide);
  const plate = press.plate(loadGuide(folder), { ...defaultJob, locale: 'en', product, paper });
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const found: PictureItem[] = [];
  for (const page of formeOf(plate, press)!.pages)
    walkItems(page, (item) => {
      if (item.kind === 'picture' && item.picture.name.includes(image)) found.push(item);
    });
  return found;
}

it.each([
  ['handout', 'letter'],
  ['handout', 'a4'],
  ['handout', 'a5'],
  ['booklet', 'letter'],
])('%s on %s', (product, paper) => {
  const [picture] = shown('week.svg', product, paper);
  // Seven doors, four times as wide as high.
  expect(picture!.drawn.width / picture!.drawn.height).toBeCloseTo(219 / 54.5, 1);
  expect(picture!.drawn.width).toBeGreaterThan(200);
});

it('and one that is not wide is as high as it was', () => {
  expect(shown('table.svg', 'handout', 'letter')[0]!.drawn.height).toBeCloseTo(96, 0);
});
