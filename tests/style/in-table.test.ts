import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { parseDocument } from '../../src/document/index.ts';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';

const html = `<!doctype html><html lang="en" dir="ltr"><head><title>T</title></head><body><table><caption>c</caption>
  <colgroup><col></colgroup><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table></body></html>`;

function faults(css: string): readonly string[] {
  try {
    styleDocument(parseDocument(html, { file: 'case.html' }), [parseStyleSheet(css, 'case.css')], 10);
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code, message }) => `${code} ${message}`);
    throw error;
  }
  return [];
}

describe('rows and groups of a table have no box', () => {
  it.each([
    'background-image: linear-gradient(#eee, #ddd)',
    'opacity: .5',
    'padding: 1pt',
    'margin-block-start: 1pt',
    'border: 1pt solid #000',
    'height: 9pt',
  ])('and %s would do nothing there', (declaration) => {
    for (const name of ['tr', 'thead', 'tbody', 'tfoot', 'colgroup', 'col'])
      expect(faults(`${name} { ${declaration} }`)).toEqual([
        expect.stringMatching(new RegExp(`^CSS_VALUE_INVALID .* on <${name}>: it has no box`)),
      ]);
    for (const name of ['table', 'caption', 'th', 'td'])
      expect(faults(`${name} { ${declaration} }`)).toEqual([]);
  });

  it.each(['tr', 'thead', 'tbody', 'tfoot'])('and %s has no width', (name) => {
    expect(faults(`${name} { width: 9pt }`)).toHaveLength(1);
  });

  it('a ground is that of their cells, a width that of a column', () => {
    for (const name of ['tr', 'thead', 'tbody', 'tfoot', 'colgroup', 'col'])
      expect(faults(`${name} { background: #eee }`)).toEqual([]);
    expect(faults('col { width: 9pt } colgroup { width: 20% }')).toEqual([]);
  });

  it('what their cells have of them may be said there', () => {
    expect(faults('tr { color: #000; font-weight: 700; break-inside: avoid }')).toEqual([]);
  });
});
