import { describe, expect, it } from 'vitest';
import { parseInline } from '../../src/content/index.ts';
import { problemsOf } from './folder.ts';

const told = (text: string) => problemsOf(() => parseInline(text)).map(({ message }) => message);

describe('a sign that could be a mark', () => {
  it.each([
    '5 * 4',
    '5 *\nfour',
    'five\n_ four',
    'a_b',
    '_ four',
    '5 *',
    '**5** * 4',
    '[911](tel:911) * now',
  ])('is one for itself between spaces, line ends and ends: %j', (text) => {
    expect(() => parseInline(text)).not.toThrow();
  });

  it.each([
    ['5* 4', '*'],
    ['5 *4', '*'],
    ['[911](tel:911)* now', '*'],
    ['now *[911](tel:911)', '*'],
    ['five\n_four', '_'],
    ['five_\nfour', '_'],
    ['**five', '**'],
  ])('marks nothing beside a word or another mark: %j', (text, mark) => {
    expect(told(text).join()).toContain(`"${mark}" marks nothing: it would be printed as it is typed.`);
  });
});
