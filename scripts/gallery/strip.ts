import type { PageReader, Picture } from '../../src/raster/index.ts';

/** Pixels between pages, and around them. */
const gap = 14;
/** Pixels that a row of pages is wide at most. */
const widest = 1000;
/** A grey that paper stands out from. */
const ground = 0xe4;

/** The first pages of each file in a row, the rows one under the other, as one picture. */
export function strip(files: readonly Uint8Array[], reader: PageReader, mostPages: number): Picture {
  const only = Array.from({ length: mostPages }, (_, i) => i);
  const dpi = dpiOf(files.map((bytes) => [...reader.draw(bytes, 10, only)]));
  const rows = files.map((bytes) => [...reader.draw(bytes, dpi, only)]);
  const heightOf = (row: readonly Picture[]) => Math.max(...row.map((page) => page.height));
  const width = Math.max(...rows.map(widthOf)) + gap;
  const height = rows.reduce((sum, row) => sum + heightOf(row) + gap, gap);
  const pixels = new Uint8Array(width * height * 4).fill(ground);
  let top = gap;
  for (const row of rows) {
    let left = gap;
    for (const page of row) {
      for (let y = 0; y < page.height; y++) {
        const line = page.pixels.subarray(y * page.width * 4, (y + 1) * page.width * 4);
        pixels.set(line, ((top + y) * width + left) * 4);
      }
      left += page.width + gap;
    }
    top += heightOf(row) + gap;
  }
  return { width, height, pixels: pixels.map(flat), dpi };
}

/** Fewer shades, which nobody sees and which halves the file. */
const flat = (sample: number): number => Math.min(255, Math.round(sample / 15) * 15);

const widthOf = (row: readonly Picture[]): number => row.reduce((sum, page) => sum + page.width + gap, 0);

/** The resolution at which the widest row fits and no page is higher than 420 pixels, from pages at 10 dpi. */
function dpiOf(rows: readonly (readonly Picture[])[]): number {
  const across = rows.map((row) => (widest - gap * (row.length + 1)) / (widthOf(row) - gap * row.length));
  const down = rows.flatMap((row) => row.map((page) => 360 / page.height));
  return Math.floor(10 * Math.min(...across, ...down));
}
