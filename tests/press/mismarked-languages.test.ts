import { afterAll, expect, it } from 'vitest';
import { openWorkshop } from './workshop.ts';

const shop = openWorkshop();
const line = '<h2><span class="door">{{number}}</span> <span class="line">{{say line}}</span></h2>';
const original = shop.read('templates/handout/template.hbs');
afterAll(() => shop.clear());

/** What is said of a handout whose sections have their line written so. */
async function said(html: string): Promise<string> {
  if (!original.includes(line)) throw new Error('The handout writes its lines otherwise.');
  shop.write('templates/handout/template.hbs', original.replace(line, html));
  const { code, err } = await shop.print('--product', 'handout', '--for', 'screen');
  return code === 0 ? '' : err;
}

it('refuses a template that marks a text of the guide as another language, around it or within', async () => {
  for (const html of [
    line.replace('<h2>', '<h2 lang="fr">'),
    line.replace('class="line"', 'class="line" lang="es"'),
    `<div lang="it">${line}</div>`,
  ])
    expect(await said(html)).toMatch(/LANGUAGE_UNMARKED: .* is marked as (?:fr|es|it), and is en/);
});

it('prints one that marks it as its own, also as a region has it', async () => {
  expect(await said(line.replace('<h2>', '<h2 lang="en-US">'))).toBe('');
});
