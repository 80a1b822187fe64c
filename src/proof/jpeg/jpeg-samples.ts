import { type Component, type Frame, wrongPhotograph } from './jpeg-tables.ts';

/** cos((2x + 1) u π / 16) with the factor of each u (A.3.3), by x and u. */
const cosines = Float64Array.from({ length: 64 }, (_, i) => {
  const [x, u] = [i >> 3, i & 7];
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5;
});
/** What is farther from black and white than this some viewers cut off, and others take for another shade. */
const [least, most] = [-384, 640];

/** How a photograph says that its colours are stored (ISO 32000-1 table 13, ITU-T T.871 clause 7). */
export interface Colors {
  /** Not luma and chroma. */
  readonly isRgb: boolean;
  /** Four components are stored the other way round. */
  readonly isAdobe: boolean;
}

/**
 * The samples of a component, `stride` · 8 in a row. They take the room of its coefficients: a row of blocks is written
 * once it is read.
 */
function plane(
  { stride, coefficients, quantization }: Component,
  tables: readonly Uint16Array[],
): Uint8Array {
  const table = tables[quantization];
  if (table === undefined) throw wrongPhotograph('lacks a quantization table');
  const out = new Uint8Array(coefficients.buffer, 0, coefficients.length);
  const line = new Uint8Array(stride * 64);
  const rows = new Float64Array(64);
  const count = coefficients.length / 64;
  for (let block = 0; block < count; block++) {
    const at = block * 64;
    const column = block % stride;
    rows.fill(0);
    for (let i = 0; i < 64; i++) {
      const value = coefficients[at + i]! * table[i]!;
      if (value === 0) continue;
      const [v, u] = [i & 56, i & 7];
      for (let x = 0; x < 8; x++) rows[v + x]! += value * cosines[x * 8 + u]!;
    }
    for (let y = 0; y < 8; y++)
      for (let x = 0; x < 8; x++) {
        let sum = 128.5;
        for (let v = 0; v < 8; v++) sum += rows[v * 8 + x]! * cosines[y * 8 + v]!;
        if (sum < least || sum > most) throw wrongPhotograph('has shades beyond black and white');
        line[y * stride * 8 + column * 8 + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum;
      }
    if (column === stride - 1) out.set(line, (block - column) * 64);
  }
  return out;
}

export function samplesOf(
  { width, height, columns, rows, components }: Frame,
  tables: readonly Uint16Array[],
  { isRgb, isAdobe }: Colors,
): Uint8Array {
  const planes = components.map((component) => {
    const samples = plane(component, tables);
    const [wide, high] = [
      component.stride / columns,
      component.coefficients.length / 64 / component.stride / rows,
    ];
    return { samples, stride: component.stride * 8, wide, high };
  });
  const [widest, tallest] = [Math.max(...planes.map((p) => p.wide)), Math.max(...planes.map((p) => p.high))];
  const out = new Uint8Array(width * height * 3);
  const sample = ({ samples, stride, wide, high }: (typeof planes)[number], x: number, y: number) =>
    samples[Math.floor((y * high) / tallest) * stride + Math.floor((x * wide) / widest)]!;
  const [luma, blue, red, key] = planes;
  // Without Adobe's marker four components are inks as they are.
  const isPlain = isRgb || (key !== undefined && !isAdobe);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      const value = sample(luma!, x, y);
      if (blue === undefined || red === undefined) {
        out.fill(value, i, i + 3);
        continue;
      }
      const [b, r] = [sample(blue, x, y), sample(red, x, y)];
      out[i] = isPlain ? value : clamped(value + 1.402 * (r - 128));
      out[i + 1] = isPlain ? b : clamped(value - 0.344136 * (b - 128) - 0.714136 * (r - 128));
      out[i + 2] = isPlain ? r : clamped(value + 1.772 * (b - 128));
      if (key === undefined) continue;
      const black = sample(key, x, y);
      // Luma and chroma are those of the other colours (ITU-T T.872 6.5.3); Adobe's programs store inks the other way round.
      for (let k = i; k < i + 3; k++) {
        const light = isPlain && isAdobe ? out[k]! : 255 - out[k]!;
        out[k] = (light * (isAdobe ? black : 255 - black)) / 255;
      }
    }
  return out;
}

const clamped = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));
