import type { CssNode } from 'css-tree';
import { identifier, ValueFault } from './nodes.ts';
import type { GridArea } from './types.ts';

const most = 50;

/**
 * Rows of names, each name a rectangle; a dot is nobody's (CSS Grid 1 §7.3). Gives where each area lies, counted from 0.
 * @throws ValueFault
 */
export function areas(nodes: readonly CssNode[]): ReadonlyMap<string, GridArea> {
  if (nodes.length === 1 && identifier(nodes[0]) === 'none') return new Map();
  const rows = nodes.map((node) => {
    if (node.type !== 'String') throw new ValueFault('a string for each row is wanted, of names and dots');
    return node.value.trim().split(/\s+/);
  });
  const width = rows[0]?.length ?? 0;
  if (rows.length === 0 || rows.length > most || width > most || rows.some((row) => row.length !== width))
    throw new ValueFault(`up to ${most} strings of up to ${most} names are wanted, as many in each`);
  const found = new Map<string, GridArea>();
  rows.forEach((row, r) => {
    row.forEach((name, c) => {
      if (/^\.+$/.test(name)) return;
      if (!/^[A-Za-z][\w-]*$/.test(name)) throw new ValueFault(`"${name}" is no name`);
      const known = found.get(name) ?? { row: r, column: c, rows: 0, columns: 0 };
      const rows = Math.max(known.rows, r - known.row + 1);
      const columns = Math.max(known.columns, c - known.column + 1);
      found.set(name, { ...known, rows, columns });
    });
  });
  const cells = (name: string) => rows.flat().filter((each) => each === name).length;
  for (const [name, { row, column, rows: high, columns }] of found) {
    const whole = rows
      .slice(row, row + high)
      .every((each) => each.slice(column, column + columns).every((n) => n === name));
    if (!whole || cells(name) !== high * columns) throw new ValueFault(`the area "${name}" is no rectangle`);
  }
  return found;
}
