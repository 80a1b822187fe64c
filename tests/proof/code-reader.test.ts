import encodeQR from 'qr';
import { decodeQR } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { CodeReader } from '../../src/proof/codes/code-reader.ts';

const size = { width: 180, height: 180 };

/** Numbers that look random, the same each time (Park and Miller's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A code at a place, on grey; all of it or half, upright or in the mirror. */
function picture(text: string | undefined, next: () => number): Uint8Array {
  const shades = new Uint8Array(size.width * size.height);
  const noise = next() < 0.3 ? 60 : 6;
  for (let i = 0; i < shades.length; i++) shades[i] = 255 - Math.floor(next() * noise);
  if (text === undefined) return shades;
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const wide = Math.floor(size.width / modules.length);
  const [x, y] = [0, 0].map(() => Math.floor(next() * (size.width - wide * modules.length))) as [
    number,
    number,
  ];
  const [isMirrored, most] = [next() < 0.3, next() < 0.2 ? modules.length / 2 : modules.length];
  modules.forEach((row, r) => {
    row.forEach((isDark, c) => {
      if (!isDark || r > most) return;
      const column = isMirrored ? modules.length - 1 - c : c;
      for (let dy = 0; dy < wide; dy++)
        for (let dx = 0; dx < wide; dx++)
          shades[(y + r * wide + dy) * size.width + x + column * wide + dx] = 10 + Math.floor(next() * 20);
    });
  });
  return shades;
}

/** As whoever has one picture only reads it, three colours and memory of its own. */
function alone(shades: Uint8Array): string | undefined {
  const data = Uint8Array.from({ length: shades.length * 3 }, (_, i) => shades[Math.floor(i / 3)]!);
  try {
    return decodeQR({ ...size, data }, { format: 'RGB', effort: 2, timeLimit: Number.POSITIVE_INFINITY });
  } catch {
    return undefined;
  }
}

it('what a code says does not depend on what was read before it', () => {
  const used = new CodeReader();
  const next = numbers(7);
  let read = 0;
  for (let i = 0; i < 40; i++) {
    const text = next() < 0.2 ? undefined : `tel:+1800${Math.floor(1e6 + next() * 8e6)}`;
    const shades = picture(text, next);
    const found = used.read(size, shades.slice());
    expect(found, `picture ${i}`).toEqual(new CodeReader().read(size, shades.slice()));
    const said = alone(shades);
    if (said !== undefined) expect(found, `picture ${i}`).toContain(said);
    if (found.includes(text ?? '')) read++;
  }
  expect(read).toBeGreaterThan(15);
});
