import { describe, expect, it } from 'vitest';
import { type Expectation, faceOutlines, outlined, prove } from '../../src/proof/index.ts';
import { tablesOf } from '../../src/proof/page/font-program.ts';
import { expectation, fontWith, leaflet, leafletWith } from './leaflet.ts';

const shapes = (bytes: Uint8Array, faces: Partial<NonNullable<Expectation['faces']>> = {}) => {
  const { checks } = prove(bytes, { ...expectation, faces: { ...expectation.faces!, ...faces } });
  const { status, detail } = checks.find(({ code }) => code === 'GLYPH_OTHER')!;
  return status === 'failed' ? detail : status;
};
const codeOf = (letter: string) => letter.charCodeAt(0);
/** The font with the outline of another letter in place of a letter's. */
const drawnAs = (letter: string, other: string) =>
  leafletWith({
    14: (map) => {
      const bytes = [...map.stream!];
      bytes[codeOf(letter) * 2 + 1] = other;
      return { ...map, stream: bytes.join('') };
    },
  });
/** The face's shapes with those of one letter replaced. */
const faceWith = (letter: string, shape: string) => {
  const at = (codeOf(letter) - 0x21) * 16;
  const all = expectation.faces!.outlines.Test!;
  return { outlines: { Test: all.slice(0, at) + shape + all.slice(at + 16) } };
};

describe('GLYPH_OTHER: what is read is what is seen', () => {
  it('holds for a file as it was written', () => {
    expect(shapes(leaflet())).toBe('passed');
  });

  it.each([
    ['a letter of a text', 'o', 'c'],
    ['the hyphen of the number', '-', '1'],
    ['a full stop', '.', '0'],
    ['a question mark', '?', '!'],
    ['a digit of the imprint and the number', '0', '9'],
  ])('not with %s drawn as another', (_, letter, other) => {
    expect(shapes(drawnAs(letter, other))).toContain(`"${letter}" has another shape`);
  });

  it('not with a letter that has no ink', () => {
    const blank = new Set([...Array.from({ length: 32 }, (_, i) => i + 1), codeOf('w'), 160, 266]);
    const program = fontWith({ blank });
    const bytes = leafletWith({ 12: { value: `<< /Length1 ${program.length} >>`, stream: program } });
    expect(shapes(bytes)).toContain('"w" has another shape');
  });

  it('not in a font that is no face of the language', () => {
    const { Test } = expectation.faces!.outlines;
    expect(shapes(leaflet(), { outlines: { Other: Test! } })).toContain('Test is no face of the language');
  });

  it('not with a letter that the face does not have', () => {
    expect(shapes(leaflet(), faceWith('w', '0'.repeat(16)))).toContain('"w" has another shape');
    expect(shapes(leaflet(), faceWith('~', '0'.repeat(16)))).toBe('passed');
  });

  it('knows the shapes of U+0021 to U+007E, and none of a letter without glyph', () => {
    const tables = tablesOf(Buffer.from(fontWith({}), 'latin1'));
    const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => tables.get(tag)!);
    expect([outlined.at(0), outlined.at(-1), outlined.length]).toEqual(['!', '~', 94]);
    expect(faceOutlines({ head: head!, loca: loca!, glyf: glyf! }, [0])).toBe('0'.repeat(16));
  });

  it('is not checked where the faces are not known', () => {
    const { faces: _, ...without } = expectation;
    const { checks } = prove(leaflet(), without);
    expect(checks.find(({ code }) => code === 'GLYPH_OTHER')!.status).toBe('not-checked');
  });
});

it('GLYPH_OTHER: a letter may have the shape that its language gives it, and no other letter may', () => {
  const at = (letter: string) => (codeOf(letter) - 0x21) * 16;
  const shape = (letter: string) => expectation.faces!.outlines.Test!.slice(at(letter), at(letter) + 16);
  const otherwise = drawnAs('o', 'c');
  expect(shapes(otherwise, { others: { Test: [`o${shape('c')}`] } })).toBe('passed');
  expect(shapes(otherwise, { others: { Test: [`e${shape('c')}`] } })).toContain('"o" has another shape');
  expect(shapes(otherwise, { others: { Other: [`o${shape('c')}`] } })).toContain('"o" has another shape');
});
