/** A property of all code points: gives the index of a code point's value among the table's values. */
export type Property = (codePoint: number) => number;

const FIRST_LETTER = 0xc0;
const BMP = 0x10000;

/** Unpacks a table: an array for the Basic Multilingual Plane, a search in the ranges beyond it. */
export function unpackProperty(ranges: string): Property {
  const bmp = new Uint16Array(BMP);
  const starts: number[] = [];
  const values: number[] = [];
  let at = 0;
  let length = 0;
  for (let i = 0; i < ranges.length; i++) {
    const unit = ranges.charCodeAt(i);
    if (unit < FIRST_LETTER) {
      length = length * 36 + (unit < 0x40 ? unit - 0x30 : unit - 0x57); // 0-9, a-z
      continue;
    }
    const value = unit - FIRST_LETTER;
    const next = at + length;
    if (at < BMP) bmp.fill(value, at, Math.min(next, BMP));
    if (next > BMP) {
      starts.push(Math.max(at, BMP));
      values.push(value);
    }
    at = next;
    length = 0;
  }
  return (codePoint) => {
    if (codePoint < BMP) return bmp[codePoint]!;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= codePoint) low = middle;
      else high = middle - 1;
    }
    return values[low]!;
  };
}
