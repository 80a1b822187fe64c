/** A title of one long word, as German agencies have, prints in every product: it is divided where there is no room for it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { walkItems } from '../../src/paint/index.ts';
import { defaultJob, formeOf, Press } from '../../src/press/index.ts';

const root = mkdtempSync(join(tmpdir(), 'long-titles-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(root, { recursive: true });
});

const title = 'Glücksspielsuchtberatung';
const source = readFileSync(resolve(import.meta.dirname, '../guides/long-words/guide.yaml'), 'utf8');

function guideOf(name: string, said: string) {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'guide.yaml'), source.replace(/^title: .*$/m, `title: ${said}`));
  return loadGuide(folder);
}

/** The lines of the title on the first page that has it, as they end. */
function linesOf(product: string, guide: ReturnType<typeof guideOf>): string[] {
  const plate = press.plate(guide, { ...defaultJob, locale: 'de', product, paper: 'a4' });
  expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const lines: string[] = [];
  walkItems(formeOf(plate, press)!.pages[0]!, (item) => {
    if (item.kind !== 'text') return;
    const said = item.paragraph.text.replaceAll('\u00ad', '');
    if (said === guide.data.title && item.owner.kind === 'content')
      lines.push(item.paragraph.text.slice(item.start, item.end).replaceAll('\u00ad', '|'));
  });
  return lines;
}

it.each(['pamphlet-trifold', 'handout', 'booklet', 'rack-card', 'door-card'])(
  'on a %s, between two of the words that it is made of',
  (product) => {
    const guide = guideOf(product, title);
    expect(linesOf(product, guide).join('')).toMatch(/^Glücks\|?spiel\|sucht\|?beratung$/);
  },
);

it('but not one of fewer than twenty letters', () => {
  const short = linesOf('pamphlet-trifold', guideOf('short', 'Rat zum Glücksspielverbot'));
  expect(short.join('')).not.toContain('|');
});
