/** In which ways the letters of a face are looked at. How a face draws them is played. */
import { beforeEach, expect, it, vi } from 'vitest';
import { shapesOf } from '../../src/press/shapes.ts';
import { outlined } from '../../src/proof/index.ts';
import type { Face } from '../../src/text/index.ts';

interface Setting {
  readonly script: string;
  readonly language: string;
  readonly rightToLeft: boolean;
}
const stage = vi.hoisted(() => ({
  asked: [] as unknown[],
  draws: (_: Setting, glyph: number) => glyph,
}));
vi.mock('../../src/text/index.ts', () => ({
  faceTable: () => new Uint8Array(),
  letterGlyphs: (_: Face, letters: readonly string[], setting: Setting) => {
    stage.asked.push([setting.language, setting.script, setting.rightToLeft]);
    return letters.map((letter) => stage.draws(setting, letter.charCodeAt(0)));
  },
}));
vi.mock('../../src/proof/index.ts', async (actual) => ({
  outlined: (await actual<typeof import('../../src/proof/index.ts')>()).outlined,
  letterShapes: (_: unknown, glyphs: readonly number[]) => glyphs.map((glyph) => ` ${glyph}`),
  faceOutlines: (_: unknown, glyphs: readonly number[]) => glyphs.join(),
}));
const face = { glyph: (code: number) => code } as unknown as Face;
beforeEach(() => {
  Object.assign(stage, { asked: [], draws: (_: Setting, glyph: number) => glyph });
});

it('from left to right, and from right to left where one of the languages is written so', () => {
  shapesOf(face, ['en']);
  expect(stage.asked).toEqual([
    ['en', 'Latn', false],
    ['en', 'Zyyy', false],
  ]);
  stage.asked = [];
  shapesOf(face, ['he', 'en']);
  expect(stage.asked).toEqual(
    [
      ...['Hebr', 'Latn', 'Zyyy'].map((script) => ['he', script]),
      ...['Latn', 'Zyyy'].map((script) => ['en', script]),
    ].flatMap((each) => [
      [...each, false],
      [...each, true],
    ]),
  );
});

it('each that is drawn otherwise once, after its letter, and no letter that is none', () => {
  expect(shapesOf(face, ['en'])).toEqual({
    outlines: outlined.map((letter) => letter.charCodeAt(0)).join(),
    others: [],
  });
  stage.draws = ({ rightToLeft }: Setting, glyph: number) =>
    glyph === 0x28 && rightToLeft ? 900 : glyph === 0x41 ? 0 : glyph;
  expect(shapesOf(face, ['he']).others).toEqual(['( 900']);
  expect(shapesOf(face, ['en']).others).toEqual([]);
  const none = { glyph: () => 0 } as unknown as Face;
  stage.draws = (_, glyph) => glyph;
  expect(shapesOf(none, ['en']).others).toEqual([]);
});

it('with and without the dot of an i, where a language has both', () => {
  for (const tag of ['tr', 'az', 'az-Latn']) expect(shapesOf(face, [tag]).others).toEqual(['I 305', 'i 304']);
  expect(shapesOf(face, ['en', 'de']).others).toEqual([]);
  const without = { glyph: (code: number) => (code === 305 ? 0 : code) } as unknown as Face;
  expect(shapesOf(without, ['tr']).others).toEqual(['i 304']);
});
