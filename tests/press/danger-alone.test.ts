/** What warns of danger stands at a panel's foot; where its section says nothing else, it follows the heading, which does not hang alone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { walkItems } from '../../src/paint/index.ts';
import { defaultJob, formeOf, Press } from '../../src/press/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'danger-alone-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});
const source = readFileSync(resolve(import.meta.dirname, '../guides/after-birth/guide.yaml'), 'utf8');
const danger =
  '      - { id: now, kind: paragraph, danger: true, text: Thoughts of death are an emergency. }\n';
const after = '      - { id: who, kind: paragraph, text: A midwife can call with you. }\n';

/** How far below the heading of the warning section its wall begins, pt. */
function gap(blocks: string): number {
  const section = `  - id: warn\n    line: Call at once.\n    blocks:\n${blocks}`;
  // Four sections: not the few of large type, which have one thing a page.
  const more = `  - id: rest\n    line: Rest when you can.\n    blocks:\n      - { id: a, kind: paragraph, text: Sleep while the baby sleeps. }\n`;
  writeFileSync(join(folder, 'guide.yaml'), source.replace(/^(?=emergency:)/m, `${more}${section}`));
  const setting = { ...defaultJob, locale: 'en', product: 'pamphlet-trifold' };
  const found = new Map<string, number>();
  for (const page of formeOf(press.plate(loadGuide(folder), setting), press)!.pages)
    if (page.page === 'inside-3')
      walkItems(page, (item) => {
        if (item.kind === 'text') found.set(item.paragraph.text, item.baseline);
      });
  return found.get('Thoughts of death are an emergency.')! - found.get('Call at once.')!;
}

it('follows its heading where it is alone, and stands at the foot where it is not', () => {
  expect(gap(danger)).toBeLessThan(60);
  expect(gap(danger)).toBeGreaterThan(10);
  expect(gap(danger + after)).toBeGreaterThan(100);
});
