import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vocabularyPages } from '../../scripts/vocabulary.ts';
import { longhands } from '../../src/style/longhands.ts';
import { reference } from '../../src/style/reference.ts';
import { styleOf } from './setting.ts';

const docs = join(import.meta.dirname, '../../docs');
const names = Object.keys(longhands) as (keyof typeof longhands)[];

it('is documented, with pictures, as it is', () => {
  for (const [path, text] of vocabularyPages())
    expect(readFileSync(join(docs, path), 'utf8'), path).toBe(text);
});

it('says of every shorthand what it takes', () => {
  expect(reference().shorthands.filter(({ takes }) => takes === '')).toEqual([]);
});

describe('a property', () => {
  /** A value of each property, none of them its initial one. */
  const values: Readonly<Record<string, string>> = {
    display: 'grid',
    position: 'relative',
    'font-family': 'number',
    'font-weight': '700',
    'text-align': 'end',
    'text-wrap': 'nowrap',
    'word-break': 'auto-phrase',
    'text-fit': 'grow',
    'text-transform': 'uppercase',
    'text-decoration': 'underline',
    'list-style-type': 'disc',
    'counter-reset': 'a b',
    'counter-increment': 'a',
    'vertical-align': 'bottom',
    'border-collapse': 'collapse',
    page: 'cover',
    level: 'row 4pt',
    'break-before': 'page',
    'break-after': 'avoid',
    'break-inside': 'avoid',
    orphans: '3',
    widows: '3',
    'grid-template-columns': '1fr',
    'grid-template-rows': '1fr',
    'grid-column': '2',
    'grid-row': '2',
    order: '2',
    'align-items': 'end',
    'align-self': 'end',
    'justify-self': 'end',
    'align-content': 'end',
    'object-fit': 'cover',
    'object-position': 'left top',
    transform: 'rotate(9deg)',
    'transform-origin': 'left top',
    'grid-template-areas': '"a b"',
    'grid-area': 'a',
    'letter-spacing': '.5pt',
    hyphens: 'auto',
    'hyphenate-limit-chars': '18 6 8',
    'column-count': '3',
    'column-fill': 'auto',
    'column-rule': '1pt solid #123456',
    'justify-content': 'end',
    'flex-wrap': 'wrap',
    'flex-grow': '2',
    'flex-shrink': '2',
    'background-color': '#123456',
    'background-image': 'url(guide:a.png)',
    'background-repeat': 'no-repeat',
    opacity: '.5',
    color: '#123456',
    'border-block-start': '1pt solid #123456',
    'border-block-end': '1pt solid #123456',
    'border-inline-start': '1pt solid #123456',
    'border-inline-end': '1pt solid #123456',
  };
  const body = '<div><p id="x"></p></div>';
  const field = (
    css: string,
    { key, side }: (typeof longhands)[keyof typeof longhands] & { side?: string },
  ) => {
    const value = styleOf(css, body)[key];
    return side === undefined ? value : (value as unknown as Record<string, unknown>)[side];
  };

  // What it says stands beside an element's text, never in its place.
  it.each(names.filter((name) => name !== 'content'))(
    '%s has its initial value, is set, and is inherited as its row says',
    (name) => {
      const row = longhands[name];
      const value = values[name] ?? '7pt';
      const initial = field('', row);
      const set = field(`p { ${name}: ${value} }`, row);
      expect(set).not.toEqual(initial);
      if (!['display', 'font-size'].includes(name)) expect(initial).toEqual(row.initial);
      expect(field(`div { ${name}: ${value} }`, row)).toEqual(row.inherits ? set : initial);
    },
  );
});
