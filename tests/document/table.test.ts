import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import {
  type DocumentElement,
  elementsOf,
  parseDocument,
  scopeOf,
  tableOf,
} from '../../src/document/index.ts';

function read(body: string): DocumentElement {
  const html = `<!doctype html><html lang="en" dir="ltr"><head><title>T</title></head><body>${body}</body></html>`;
  return [...elementsOf(parseDocument(html, { file: 'case.html' }).body)].find(
    ({ name }) => name === 'table',
  )!;
}

function fault(body: string): string {
  try {
    read(body);
  } catch (error) {
    if (error instanceof PressError)
      return error.problems.map(({ code, message }) => `${code} ${message}`).join('\n');
    throw error;
  }
  return '';
}

const head = '<thead><tr><th>A</th><th>B</th></tr></thead>';

describe('the grid of a table', () => {
  it.each(['\n', '  ', '\r\n\t'])('may have white space before every tag (%j)', (space) => {
    const tags =
      '<table><caption>C</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>';
    expect(fault(tags.replaceAll('<', `${space}<`))).toBe('');
    expect(fault(`${tags.replaceAll('<', `${space}<`)}${space}</table>`)).toContain(
      '</table> closes nothing.',
    );
    const { rows, columns, headRows } = tableOf(read(tags.replaceAll('<', `${space}<`)));
    expect([rows, columns, headRows]).toEqual([2, 1, 1]);
  });

  it('has its cells where those from above leave room', () => {
    const table = read(
      `<table><tbody><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>`,
    );
    const { cells, rows, columns, headRows } = tableOf(table);
    expect([rows, columns, headRows]).toEqual([2, 3, 0]);
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
  });

  it('counts the rows of its head', () => {
    const { headRows, caption } = tableOf(
      read(`<table><caption>c</caption>${head}<tbody><tr><td>1</td><td>2</td></tr></tbody></table>`),
    );
    expect(headRows).toBe(1);
    expect(caption?.name).toBe('caption');
  });

  it('knows what a head heads: what it says, else its column in a head and its row in a body', () => {
    const table = read(
      `<table><thead><tr><th scope="row">A</th><th>B</th></tr></thead><tbody><tr><th>1</th><th scope="col">2</th></tr></tbody></table>`,
    );
    expect(tableOf(table).cells.map(({ element }) => scopeOf(element))).toEqual(['row', 'col', 'row', 'col']);
  });
});

describe('a table whose readers would be lost is refused', () => {
  it.each([
    ['a row too short', `<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>`],
    [
      'a head too short',
      `<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>`,
    ],
    [
      'two cells in one place',
      `<table><tbody><tr><td>1</td><td rowspan="2">2</td></tr><tr><td colspan="2">3</td></tr></tbody></table>`,
    ],
    ['a cell that leaves its table', `<table><tbody><tr><td rowspan="2">1</td></tr></tbody></table>`],
    [
      'a head that goes on in the body',
      `<table><thead><tr><th rowspan="2">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>`,
    ],
    ['no rows', `<table><caption>c</caption></table>`],
    ['a head below', `<table><tbody><tr><td>1</td><td>2</td></tr></tbody>${head}</table>`],
    [
      'too many places',
      `<table><tbody><tr><td colspan="999">1</td></tr>${'<tr><td colspan="999">1</td></tr>'.repeat(11)}</tbody></table>`,
    ],
  ])('%s', (_, body) => {
    expect(fault(body)).toMatch(/^HTML_NESTING /);
  });

  it.each([
    `<table>${head}<tbody><tr><td>1</td><td>2</td></tr></tbody><tbody><tr><td colspan="2">3</td></tr></tbody></table>`,
    `<table><tbody><tr><td colspan="999">1</td></tr></tbody></table>`,
    `<table>\n<caption>c</caption>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>`,
  ])('but not %s', (body) => {
    expect(fault(body)).toBe('');
  });
});
