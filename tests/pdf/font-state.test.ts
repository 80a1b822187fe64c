import { describe, expect, it } from 'vitest';
import { DocumentFont } from '../../src/pdf/font.ts';
import { face } from './typeset.ts';

const { latin } = face;
const give = (font: DocumentFont, text: string): number[] =>
  [...text].map((letter) => font.code(latin.glyph(letter.codePointAt(0)!), letter));

describe('the state of a font', () => {
  const first = new DocumentFont(latin, 'F1');
  const codes = give(first, 'ab');
  const from = first.state;
  const more = give(first, 'cacd');
  const to = first.state;

  it('is the same where the same codes were given in the same order, and no other', () => {
    const font = new DocumentFont(latin, 'F9');
    expect(give(font, 'abba')).toEqual([...codes, codes[1], codes[0]]);
    expect(font.state).toBe(from);
    give(font, 'dc');
    expect(font.state).not.toBe(to);
    expect(new DocumentFont(face.sans, 'F1').state).not.toBe(new DocumentFont(latin, 'F1').state);
  });

  it('gives codes once more, also where some of them are there', () => {
    for (const before of ['ab', 'abc', 'abcd', 'abcde']) {
      const font = new DocumentFont(latin, 'F1');
      give(font, before);
      const { symbols } = font;
      expect(font.repeat(from, to)).toBe(true);
      expect(font.symbols).toBe(Math.max(symbols, first.symbols));
      expect(give(font, 'cacd')).toEqual(more);
    }
  });

  it('gives none where they would be others', () => {
    for (const before of ['', 'a', 'ba', 'abd', 'abce', 'ax']) {
      const font = new DocumentFont(latin, 'F1');
      give(font, before);
      const { symbols } = font;
      expect(font.repeat(from, to)).toBe(false);
      expect(font.symbols).toBe(symbols);
    }
  });
});
