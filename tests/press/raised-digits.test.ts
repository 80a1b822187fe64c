import { afterAll, expect, it } from 'vitest';
import { openWorkshop } from './workshop.ts';

const shop = openWorkshop();
const line = '<h2><span class="door">{{number}}</span> <span class="line">{{say line}}</span></h2>';
const original = shop.read('templates/handout/template.hbs');
afterAll(() => shop.clear());

/** Codes of what is wrong with a handout whose sections begin with `html`; none: it is proved. */
async function codes(html: string, css = ''): Promise<string[]> {
  shop.write('templates/handout/template.hbs', original.replace(line, `${line}${html}`));
  shop.write('templates/handout/style.css', `${style}\n${css}`);
  const { code, err, out } = await shop.print('--product', 'handout', '--for', 'screen', '--json');
  return code === 0
    ? []
    : [...new Set(`${err}${out}`.match(/\b(?:HELPLINE|TEXT|TEMPLATE|GLYPH|HTML|CSS)_[A-Z]+/g) ?? ['?'])];
}
const style = shop.read('templates/handout/style.css');

it.each([
  ['a raised digit after the number', '<p>{{helpline "main"}}<sup>{{number}}</sup></p>', ''],
  ['a raised digit before it', '<p><sup>{{number}}</sup>{{helpline "main"}}</p>', ''],
  ['a lowered digit after it', '<p>{{helpline "main"}}<sub>{{number}}</sub></p>', ''],
  [
    'one in small raised text',
    '<p>{{helpline "main"}}<sup class="s">{{number}}</sup></p>',
    '.s { font-size: 9pt; line-height: 0 }',
  ],
  ['a raised digit a space after it', '<p>{{helpline "main"}} <sup>{{number}}</sup></p>', ''],
  [
    'the number in raised text',
    '<p>{{say line}} <sup>{{helpline "main"}}</sup></p>',
    'sup { font-size: 9pt }',
  ],
])('%s is refused', async (_, html, css) => {
  expect(await codes(html, css)).toContainEqual(expect.stringMatching(/^(?:HELPLINE|TEXT_TOO)/));
});

it('a raised digit after a word is printed, and read in its place', async () => {
  expect(
    await codes('<p>{{say line}}<sup>{{number}}</sup></p><p>{{say line}} <sub>{{number}}</sub></p>'),
  ).toEqual([]);
});
