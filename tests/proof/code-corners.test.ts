import encodeQR from 'qr';
import { _QRScanner as Scanner } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { mayHaveCorners } from '../../src/proof/codes/code-corners.ts';

/** Numbers that look random, the same each time (Park and Miller's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** Rectangles, and over most of them a code in any two shades: of any size, turned, in the mirror, slanted, blurred, in noise. */
function picture(next: () => number): Picture {
  const upTo = (most: number) => Math.floor(next() * most);
  const [width, height] = [40 + upTo(260), 40 + upTo(260)];
  const [ground, ink] = [upTo(256), upTo(256)];
  const shades = new Uint8Array(width * height).fill(ground);
  for (let left = upTo(40); left > 0; left--) {
    const [shade, x, y] = [next() < 0.5 ? ink : upTo(256), upTo(width), upTo(height)];
    const [right, bottom] = [Math.min(width, x + upTo(60)), Math.min(height, y + upTo(60))];
    for (let row = y; row < bottom; row++) shades.fill(shade, row * width + x, row * width + right);
  }
  if (next() < 0.7) {
    const modules = encodeQR('x'.repeat(1 + upTo(30)), 'raw', { ecc: 'low', border: next() < 0.5 ? 1 : 4 });
    const module = 1.2 + (next() * Math.min(width, height)) / modules.length;
    const [wide, slant, side] = [0.7 + next() * 0.6, next() < 0.5 ? 0 : next() * 0.4, next() < 0.3 ? -1 : 1];
    const angle = next() < 0.5 ? 0 : next() * 2 * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [dx, dy] = [x + 0.5 - width / 2, y + 0.5 - height / 2];
        const down = cos * dy - sin * dx;
        const across = side * (cos * dx + sin * dy) + slant * down;
        const row = modules[Math.floor(down / module + modules.length / 2)];
        const isDark = row?.[Math.floor(across / (module * wide) + modules.length / 2)];
        if (isDark !== undefined) shades[y * width + x] = isDark ? ink : ground;
      }
  }
  const noise = next() < 0.5 ? 0 : next() * 40;
  const isBlurred = next() < 0.2;
  for (let i = 0; i < shades.length; i++) {
    if (noise > 0) shades[i] = Math.min(255, Math.max(0, shades[i]! + Math.round((next() - 0.5) * noise)));
    if (isBlurred && i > 0) shades[i] = (shades[i]! + shades[i - 1]!) >> 1;
  }
  return { width, height, shades };
}

/** What the reader of codes says of a picture: a text, or what stopped it. */
function read({ width, height, shades }: Picture): string | Error | undefined {
  const scanner = new Scanner({
    ...{ format: 'I420', effort: 2, timeLimit: Number.POSITIVE_INFINITY },
    maxSize: { width, height },
  });
  scanner.luma.set(shades);
  scanner.addImage({ width, height, data: scanner.luma });
  return scanner.decode()[0];
}

it('wherever the reader of codes sees corners, they are seen', () => {
  const next = numbers(7);
  let [texts, others, plain] = [0, 0, 0];
  for (let i = 0; i < 400; i++) {
    const drawn = picture(next);
    const { width, height, shades } = drawn;
    const may = mayHaveCorners(width, height, shades);
    const found = read(drawn);
    const isNothing = found instanceof Error && /finder/.test(found.message);
    if (!isNothing) expect(may, `picture ${i}: ${String(found)}`).toBe(true);
    if (typeof found === 'string') texts++;
    else if (!isNothing) others++;
    if (!may) plain++;
  }
  // Of all three kinds there are enough.
  expect(Math.min(texts, others, plain)).toBeGreaterThan(20);
});

it('what is too small or too large to be looked at may have them', () => {
  expect(mayHaveCorners(39, 400, new Uint8Array(39 * 400))).toBe(true);
  expect(mayHaveCorners(4097, 40, new Uint8Array(4097 * 40))).toBe(true);
  expect(mayHaveCorners(4096, 40, new Uint8Array(4096 * 40))).toBe(false);
});
