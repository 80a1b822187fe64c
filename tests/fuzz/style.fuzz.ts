import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument } from '../../src/document/index.ts';
import { matchStyles, parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { properties as vocabulary } from '../../src/style/properties.ts';
import { mutated, pieces } from './mutations.ts';
import { property } from './property.ts';

const root = join(import.meta.dirname, '../..');
const shipped = ['themes/dawn.css', 'base.css', 'poster/style.css', 'pamphlet-trifold/style.css']
  .map((file) => readFileSync(join(root, 'templates', file), 'utf8'))
  .join('\n');
const document = parseDocument(
  `<!doctype html><html lang="en" dir="ltr"><head><title>Help</title></head><body class="poster landscape"><article class="sheet"><h1 id="a">Help</h1><ul class="way"><li><span class="no" data-label>1</span> <span class="line">one</span></li><li>two <img class="mark" src="a" alt=""> <a href="#a" title="up">up</a></li></ul></article></body></html>`,
  { file: 'page.html' },
);
const marks = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    ';',
    ',',
    '"',
    "'",
    '*',
    '>',
    '+',
    '~',
    '.',
    '#',
    '@',
    '!',
    '\\',
    '/*',
    '*/',
    '--',
  ],
  ...[
    'calc(',
    'min(',
    'max(',
    'var(',
    'env(air)',
    'rgb(',
    'repeat(',
    'minmax(',
    'url(',
    ':not(',
    ':is(',
    ':nth-child(',
  ],
  ...[
    '1pt',
    '-1pt',
    '50%',
    '1fr',
    '1rem',
    '1e9pt',
    '1e999pt',
    '0',
    '-0',
    '1',
    'auto',
    'none',
    '#fff',
    'NaN',
    '2n+1',
    'span 2',
  ],
  ...[
    '@page',
    '@page a',
    '@top-center',
    'content:',
    'element(',
    '--a:',
    'var(--a)',
    'var(--a,',
    ' ',
    '\n',
    '* ',
  ],
  ...[
    'p',
    'li',
    'img',
    '.no',
    '#a',
    '[href]',
    '[title="up"]',
    ':dir(rtl)',
    ':lang(en)',
    ':root',
    '!important',
  ],
];
const words = [...marks, ...Object.keys(vocabulary).map((name) => `${name}:`)];

/** Takes a style sheet to the styles of a document at two sizes. */
function take(css: string): void {
  const sheet = parseStyleSheet(css, 'style.css');
  const styles = matchStyles(document, new RuleSet([sheet]));
  styles.color('--ink');
  for (const [rem, air] of [
    [12, 1],
    [9.5, 0],
  ] as const) {
    const styled = styles.at(rem, air);
    styled.check();
    styled.page('cover');
    for (const [key, value] of Object.entries(styled.style(document.body)))
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
  }
}

const nested = fc
  .tuple(
    fc.constantFrom('calc(', '(', ':not(', ':is(', '[', 'a{', 'var(--', 'url(', '/*', '"', '@page{'),
    fc.constantFrom(')', ']', '}', '', '"'),
    fc.nat(5000),
    fc.constantFrom('', 'p { width: ', 'p', ':root { --a: '),
  )
  .map(([open, close, depth, before]) => `${before}${open.repeat(depth)}1pt${close.repeat(depth)}`);

export const properties = [
  property('css: pieces in any order', pieces(words), take),
  property(
    'css: declarations of pieces',
    fc
      .array(fc.tuple(fc.constantFrom(...Object.keys(vocabulary), '--a', '--b'), pieces(marks, 6)), {
        maxLength: 12,
      })
      .map((list) => `* { ${list.map(([name, value]) => `${name}: ${value}`).join('; ')} }`),
    take,
  ),
  property(
    'css: selectors of pieces',
    fc
      .array(pieces(marks, 8), { maxLength: 12 })
      .map((list) => list.map((s) => `${s} { width: 1pt }`).join('\n')),
    take,
  ),
  property('css: what ships, changed', mutated(shipped, words), take),
  property('css: things in one another', nested, take),
];
