import { describe, expect, it } from 'vitest';
import { elementsOf, parseDocument } from '../../src/document/index.ts';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { css, html } from './pamphlet.ts';

describe('a whole pamphlet', () => {
  const document = parseDocument(html, { file: 'pamphlet.hbs' });
  const styled = styleDocument(document, [parseStyleSheet(css, 'style.css')], 12);
  const withClass = (name: string) =>
    [...elementsOf(document.body)].filter((e) => e.classes.includes(name)).map((e) => styled.style(e));

  it('is set as its sheet says', () => {
    expect(withClass('panel').map((style) => style.page)).toEqual([
      'cover',
      'inside',
      'inside',
      'inside',
      'inside',
      'inside',
    ]);
    expect(withClass('line')[0]).toMatchObject({ color: [22, 49, 63], fontFamily: 'text' });
    expect(withClass('quiet')[0]!.position).toEqual({ running: 'band' });
    expect(withClass('loud')[0]!.color).toEqual([22, 49, 63]);
    expect(withClass('no').map((style) => style.fontSize)).toEqual([18, 12, 18, 12, 18]);
    expect(styled.page('inside').marginBoxes).toEqual([{ side: 'bottom', element: 'band' }]);
  });
});
