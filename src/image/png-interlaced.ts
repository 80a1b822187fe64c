/** The seven passes of Adam7 (PNG 3 §8.1): first column and row, steps. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A pass: a picture by itself. */
interface Pass {
  readonly columns: number;
  readonly rows: number;
  /** Where its pixel of a column and row stands in the whole. */
  readonly x: (column: number) => number;
  readonly y: (row: number) => number;
}

/** The passes that have pixels. */
export function passesOf(width: number, height: number): Pass[] {
  return adam7.flatMap(([x, y, dx, dy]) => {
    const [columns, rows] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)];
    if (columns <= 0 || rows <= 0) return [];
    return [{ columns, rows, x: (column) => x + column * dx, y: (row) => y + row * dy }];
  });
}

/**
 * The rows of an interlaced picture of one channel and less than 8 bits as they are without passes: unfiltered, each with its
 * filter byte. The decoder takes passes of whole bytes alone.
 * @param filtered the rows of all passes, of the length that they must have
 * @throws RangeError for a filter that there is not
 */
export function withoutPasses(
  filtered: Uint8Array,
  { width, height, depth }: { readonly width: number; readonly height: number; readonly depth: number },
): Uint8Array {
  const rowBytes = 1 + Math.ceil((width * depth) / 8);
  const out = new Uint8Array(height * rowBytes);
  const mask = 2 ** depth - 1;
  let from = 0;
  for (const { columns, rows, x, y } of passesOf(width, height)) {
    const length = Math.ceil((columns * depth) / 8);
    let above = new Uint8Array(length);
    for (let row = 0; row < rows; row++) {
      const own = unfiltered(filtered[from]!, filtered.subarray(from + 1, from + 1 + length), above);
      for (let column = 0; column < columns; column++) {
        const bit = column * depth;
        const sample = (own[bit >> 3]! >> (8 - depth - (bit & 7))) & mask;
        const to = x(column) * depth;
        out[y(row) * rowBytes + 1 + (to >> 3)]! |= sample << (8 - depth - (to & 7));
      }
      above = own;
      from += 1 + length;
    }
  }
  return out;
}

/** A row of bytes as they were before they were filtered (PNG 3 §9). */
function unfiltered(filter: number, row: Uint8Array, above: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(row.length);
  for (let i = 0; i < row.length; i++) {
    const [left, up, corner] = [out[i - 1] ?? 0, above[i]!, above[i - 1] ?? 0];
    out[i] = row[i]! + predicted(filter, left, up, corner);
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      throw new RangeError(`there is no filter ${filter}`);
  }
}
