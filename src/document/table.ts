import { type Problem, problem } from '../diagnostics/index.ts';
import type { DocumentElement } from './tree.ts';
import { elementsOf } from './walk.ts';

/** A cell in its grid, counted from 0 (HTML 4.9.12). */
export interface TableCell {
  readonly element: DocumentElement;
  /** The `tr` and the group that it stands in. */
  readonly line: DocumentElement;
  readonly group: DocumentElement;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table as a grid of cells, those of its head first. */
export interface Table {
  readonly caption: DocumentElement | undefined;
  /** In document order. */
  readonly cells: readonly TableCell[];
  readonly rows: number;
  /** How many of the rows are the head's. */
  readonly headRows: number;
  readonly columns: number;
  /** What is said of each column: its `col`, and the `colgroup` that it stands in; the innermost first. */
  readonly columnElements: readonly (readonly DocumentElement[])[];
}

const childrenOf = ({ children }: DocumentElement, ...names: string[]): DocumentElement[] =>
  children.filter(
    (child): child is DocumentElement => child.kind === 'element' && names.includes(child.name),
  );

const spanOf = ({ attributes }: DocumentElement, name: 'colspan' | 'rowspan' | 'span'): number =>
  Number(attributes[name] ?? 1);

/** The grid of a `table`: each cell goes to the first place of its row that no cell from above takes. */
export function tableOf(table: DocumentElement): Table {
  const cells: TableCell[] = [];
  const taken = new Set<string>();
  let [row, headRows, columns] = [0, 0, 0];
  for (const group of childrenOf(table, 'thead', 'tbody', 'tfoot')) {
    for (const line of childrenOf(group, 'tr')) {
      let column = 0;
      for (const element of childrenOf(line, 'th', 'td')) {
        while (taken.has(`${row},${column}`)) column++;
        const cell = {
          element,
          line,
          group,
          row,
          column,
          rows: spanOf(element, 'rowspan'),
          columns: spanOf(element, 'colspan'),
        };
        cells.push(cell);
        for (const place of placesOf(cell)) taken.add(place);
        column += cell.columns;
        columns = Math.max(columns, column);
      }
      row++;
    }
    if (group.name === 'thead') headRows = row;
  }
  const caption = childrenOf(table, 'caption')[0];
  return { caption, cells, rows: row, headRows, columns, columnElements: columnElementsOf(table) };
}

/** The columns that a table speaks of, in order (HTML 4.9.3, 4.9.4). */
function columnElementsOf(table: DocumentElement): (readonly DocumentElement[])[] {
  return childrenOf(table, 'colgroup').flatMap((group) => {
    const cols = childrenOf(group, 'col');
    if (cols.length === 0) return Array.from({ length: spanOf(group, 'span') }, () => [group]);
    return cols.flatMap((col) => Array.from({ length: spanOf(col, 'span') }, () => [col, group]));
  });
}

/** What a header cell heads: as it says, else the columns below a head and the row beside anything else. */
export function scopeOf({ attributes, parent }: DocumentElement): 'row' | 'col' {
  if (attributes.scope === 'row' || attributes.scope === 'col') return attributes.scope;
  return parent?.parent?.name === 'thead' ? 'col' : 'row';
}

function placesOf({ row, column, rows, columns }: TableCell): string[] {
  return Array.from(
    { length: rows * columns },
    (_, i) => `${row + Math.floor(i / columns)},${column + (i % columns)}`,
  );
}

/** Places of a table that are looked at: far more than a page has. */
const mostPlaces = 10_000;

/** Tables whose cells do not fill a grid: readers would name the wrong heads (ISO 14289-1 7.5, ISO 32000-1 14.8.4.3.4). */
export function checkTables(body: DocumentElement): Problem[] {
  return elementsOf(body).flatMap((element) => {
    if (element.name !== 'table') return [];
    const wrong = faultOf(element);
    return wrong === undefined ? [] : [problem('HTML_NESTING', wrong.message, element.origin, wrong.hint)];
  });
}

function faultOf(table: DocumentElement): { readonly message: string; readonly hint: string } | undefined {
  const kinds = childrenOf(table, 'caption', 'colgroup', 'thead', 'tbody', 'tfoot').map(({ name }) => name);
  if (!/^(caption )?(colgroup )*(thead )?(tbody )+(tfoot )?$/.test(`${kinds.join(' ')} `))
    return {
      message: `A table holds ${kinds.join(', ') || 'nothing'}.`,
      hint: 'It holds, in order: one caption, groups of columns, one head, the bodies, and one foot; all but the bodies may be left out.',
    };
  const { cells, rows, columns, headRows, columnElements } = tableOf(table);
  if (columnElements.length > columns)
    return {
      message: `The table speaks of ${columnElements.length} columns, and has ${columns}.`,
      hint: 'Give it as many <col> as it has columns, counting span.',
    };
  const places = cells.reduce((sum, cell) => sum + cell.rows * cell.columns, 0);
  if (places > mostPlaces || rows * columns > mostPlaces)
    return { message: `A table has more than ${mostPlaces} places.`, hint: 'Divide it into several.' };
  const crosses = cells.some((cell) => cell.row < headRows && cell.row + cell.rows > headRows);
  const footAt = rows - childrenOf(table, 'tfoot').flatMap((foot) => childrenOf(foot, 'tr')).length;
  const intoFoot = cells.some((cell) => cell.row < footAt && cell.row + cell.rows > footAt);
  const taken = new Set(cells.flatMap(placesOf));
  const isOver = cells.some((cell) => cell.row + cell.rows > rows) || crosses || intoFoot;
  if (!isOver && taken.size === places && taken.size === rows * columns && places > 0) return undefined;
  return {
    message: isOver
      ? 'A cell of the table reaches over more rows than its part of the table has.'
      : `The cells of the table do not fill its ${rows} rows of ${columns} columns, each place once.`,
    hint: 'Give each row as many cells as the others, counting colspan and rowspan.',
  };
}
