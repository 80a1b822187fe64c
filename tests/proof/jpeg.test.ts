/** Photographs are decoded well enough to look for codes in them, and whatever their bytes are, in bounded time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Foreign } from '../../src/proof/file/object.ts';
import { decodeJpeg } from '../../src/proof/jpeg/jpeg.ts';
import { modulesOf } from './drawn-codes.ts';

const file = (name: string) => readFileSync(join(import.meta.dirname, `photographs/${name}.jpg`));
const modules = modulesOf('tel:+18005550199');
const [perModule, side] = [4, modules.length * 4];
/** Colours of dark and light modules, as they were before they were compressed. */
const colors: Readonly<Record<string, readonly [readonly number[], readonly number[]]>> = {
  baseline: [
    [150, 40, 60],
    [60, 200, 190],
  ],
  progressive: [
    [150, 40, 60],
    [60, 200, 190],
  ],
  'full-colour': [
    [150, 40, 60],
    [60, 200, 190],
  ],
  inks: [
    [150, 40, 60],
    [60, 200, 190],
  ],
  grey: [
    [75, 75, 75],
    [157, 157, 157],
  ],
};

describe('a photograph', () => {
  it.each(Object.keys(colors))('is decoded to what it shows: %s', (name) => {
    const { width, height, samples } = decodeJpeg(file(name), 1e6);
    expect([width, height, samples.length]).toEqual([side, side, side * side * 3]);
    const off = [0, 1].map(() => [0, 0, 0]);
    const counts = [0, 0];
    // The middles of modules that have the same on either side, where compression blurs nothing.
    modules.forEach((row, r) => {
      row.forEach((dark, c) => {
        if (
          row[c - 1] !== dark ||
          row[c + 1] !== dark ||
          modules[r - 1]?.[c] !== dark ||
          modules[r + 1]?.[c] !== dark
        )
          return;
        const at = ((r * perModule + 2) * side + c * perModule + 2) * 3;
        const which = dark ? 0 : 1;
        for (let i = 0; i < 3; i++) off[which]![i]! += samples[at + i]! - colors[name]![which][i]!;
        counts[which]!++;
      });
    });
    expect(counts[0]! + counts[1]!).toBeGreaterThan(100);
    // Each of red, green and blue, of the dark and of the light; grey was made with less care.
    for (const [which, sums] of off.entries())
      for (const sum of sums) expect(Math.abs(sum / counts[which]!)).toBeLessThan(name === 'grey' ? 14 : 6);
  });

  it('is not read when it is larger than it may be, or none', () => {
    expect(() => decodeJpeg(file('grey'), side * side)).not.toThrow();
    expect(() => decodeJpeg(file('grey'), side * side - 1)).toThrow(Foreign);
    expect(() => decodeJpeg(Buffer.from('hello'), 1e6)).toThrow(Foreign);
  });

  it.each(['baseline', 'progressive'])('with any bytes changed is read or refused: %s', (name) => {
    const whole = file(name);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          try {
            decodeJpeg(bytes, 1e5);
          } catch (error) {
            if (!(error instanceof Foreign)) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
