import type { Component, Frame } from './jpeg-tables.ts';

/** cos((2x + 1) u π / 16) with the factor of each u (A.3.3), by x and u. */
const cosines = Float64Array.from({ length: 64 }, (_, i) => {
  const [x, u] = [i >> 3, i & 7];
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** The samples of a component, `stride` · 8 in a row. */
function plane(
  { stride, coefficients, quantization }: Component,
  tables: readonly Uint16Array[],
): Uint8Array {
  const table = tables[quantization] ?? new Uint16Array(64).fill(1);
  const out = new Uint8Array(coefficients.length);
  const rows = new Float64Array(64);
  for (let block = 0; block < coefficients.length / 64; block++) {
    const at = block * 64;
    rows.fill(0);
    for (let v = 0; v < 8; v++)
      for (let u = 0; u < 8; u++) {
        const value = coefficients[at + v * 8 + u]! * table[v * 8 + u]!;
        if (value === 0) continue;
        for (let x = 0; x < 8; x++) rows[v * 8 + x]! += value * cosines[x * 8 + u]!;
      }
    const top = Math.floor(block / stride) * 8 * stride * 8 + (block % stride) * 8;
    for (let y = 0; y < 8; y++)
      for (let x = 0; x < 8; x++) {
        let sum = 128.5;
        for (let v = 0; v < 8; v++) sum += rows[v * 8 + x]! * cosines[y * 8 + v]!;
        out[top + y * stride * 8 + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum;
      }
  }
  return out;
}

export function samplesOf(
  { width, height, columns, rows, components }: Frame,
  tables: readonly Uint16Array[],
  isRgb: boolean,
  isAdobe: boolean,
): Uint8Array {
  const planes = components.map((component) => {
    const samples = plane(component, tables);
    const [wide, high] = [
      component.stride / columns,
      component.coefficients.length / 64 / component.stride / rows,
    ];
    return { samples, stride: component.stride * 8, wide, high };
  });
  const [most, tallest] = [Math.max(...planes.map((p) => p.wide)), Math.max(...planes.map((p) => p.high))];
  const out = new Uint8Array(width * height * 3);
  const sample = ({ samples, stride, wide, high }: (typeof planes)[number], x: number, y: number) =>
    samples[Math.floor((y * high) / tallest) * stride + Math.floor((x * wide) / most)]!;
  const [luma, blue, red, key] = planes;
  // Without Adobe's marker four components are inks as they are; with it they are stored the other way round.
  const isPlain = isRgb || (key !== undefined && !isAdobe);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      const value = sample(luma!, x, y);
      if (blue === undefined || red === undefined) {
        out.fill(value, i, i + 3);
        continue;
      }
      const [b, r] = [sample(blue, x, y), sample(red, x, y)];
      // Colours are luma and chroma (ITU-T T.871 clause 7), unless Adobe's marker says otherwise.
      out[i] = isPlain ? value : clamped(value + 1.402 * (r - 128));
      out[i + 1] = isPlain ? b : clamped(value - 0.344136 * (b - 128) - 0.714136 * (r - 128));
      out[i + 2] = isPlain ? r : clamped(value + 1.772 * (b - 128));
      if (key === undefined) continue;
      const black = sample(key, x, y);
      for (let k = i; k < i + 3; k++)
        out[k] = isAdobe ? (out[k]! * black) / 255 : ((255 - out[k]!) * (255 - black)) / 255;
    }
  return out;
}

const clamped = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));
