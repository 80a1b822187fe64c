/** Two helplines on one line with nothing between that parts them: who reads them dials both as one. */
import { afterAll, describe, expect, it } from 'vitest';
import { codesOf } from '../content/folder.ts';
import { type Change, openStand, type Stand } from './stand.ts';

const stands: Stand[] = [];
afterAll(() => {
  for (const stand of stands) stand.clear();
});

function print(html: string, style = '', kids = '800-422-4453', dial = '+18004224453'): string[] {
  const numbers: Change = [
    'guide.yaml',
    '\nopening:\n',
    `
  kids: { display: ${kids}, dial: "${dial}", call: For children, answers: They answer. }
opening:
`,
  ];
  const others = '{{#each others}}<p class="small">{{number}}</p><p>{{say call}}</p>{{/each}}';
  const stand = openStand(
    numbers,
    ['template.hbs', '<p class="loud">{{helpline "main"}}</p>', `<p class="loud">${html}</p>${others}`],
    ['style.css', '.loud', `.small { font-size: 16pt; }\n${style}\n.loud`],
  );
  stands.push(stand);
  return codesOf(() => stand.run()).map((code) => code.replace(/:.*/, ''));
}

const flex = (gap: number) => `.loud { display: flex; gap: ${gap}pt; }`;
const sizes = (large: number, small: number) =>
  `p.loud { font-size: ${large}pt; } .loud small { font-size: ${small}pt; }`;
const [main, kids] = ['{{helpline "main"}}', '{{helpline "kids"}}'];
const boxes = `<span>${main}</span> <span>${kids}</span>`;

describe('numbers of two helplines on one line', () => {
  it.each([
    ['a blank', `${main} ${kids}`],
    ['a slash', `${main} / ${kids}`],
    ['a dash', `${main} – ${kids}`],
    ['a dot', `${main} · ${kids}`],
    ['a gap', boxes, flex(16)],
    ['a blank, the second a short one', `${main} ${kids}`, '', '"988"', '988'],
    ['a blank before a smaller one', `${main} <small>${kids}</small>`, '.loud small { font-size: 15pt; }'],
    ['a blank before one of half its size', `${main} <small>${kids}</small>`, sizes(31, 16)],
    ['a blank, twice the same', `${main} ${main}`],
  ])('are refused with no more than %s between', (_, html, ...more) => {
    expect(print(html, ...more)).toContain('HELPLINE_COVERED');
  });

  it.each([
    ['words', `${main} {{say helpline.call}} ${kids}`],
    ['a comma', `${main}, ${kids}`],
    ['a bar', `${main} | ${kids}`],
    ["a line's end", `${main}<br>${kids}`],
    ['a wide gap', boxes, flex(30)],
    ['a blank, one more than twice as large', `${main} <small>${kids}</small>`, sizes(33, 16)],
  ])('are printed with %s between', (_, html, ...more) => {
    expect(print(html, ...more)).toEqual([]);
  });
});
