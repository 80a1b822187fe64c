import { describe, expect, it } from 'vitest';
import type { PreparedParagraph } from '../../src/text/prepared-paragraph.ts';
import { face, faces, paragraph, typesetter } from './faces.ts';

const circumflex = '\u0302';
const stackOf = (count: number) => `n${circumflex.repeat(count)}`;
const shaped = (text: string, more: Parameters<typeof paragraph>[1] = { faces: [faces.noto] }) =>
  typesetter.shape(paragraph(text, more));

/** How high the highest glyph of a text is put above its place, em. */
function highest(text: string): number {
  const { items } = (shaped(text) as PreparedParagraph).text;
  return Math.max(
    ...items.flatMap(({ shaped: s, face: f }) => [...s!.glyphs.dy].map((dy) => dy / f!.unitsPerEm)),
  );
}

describe('marks on a letter', () => {
  it('are told when the last of them is more than four em from its place, and not before', () => {
    const heights = Array.from({ length: 40 }, (_, i) => i + 1).map(
      (count) => [count, highest(stackOf(count))] as const,
    );
    const most = heights.filter(([, height]) => height <= 4).at(-1)![0];
    expect(most).toBeGreaterThan(8);
    expect(most).toBeLessThan(40);
    expect(shaped(`a ${stackOf(most)} b`).stacked).toEqual([]);
    expect(shaped(`a ${stackOf(most + 1)} b`).stacked).toEqual([{ offset: 2, character: stackOf(most + 1) }]);
  });

  it('are told once a letter, of each letter', () => {
    const tower = stackOf(60);
    expect(shaped(`${tower} ok ${tower}`).stacked.map(({ offset }) => offset)).toEqual([0, 65]);
  });

  it('of hundreds end so too, below a letter as above it, in Arabic as in Latin', () => {
    expect(shaped(stackOf(400)).stacked.length).toBe(1);
    expect(shaped(`n${'\u0323'.repeat(400)}`).stacked.length).toBe(1);
    const arabic = { faces: [faces.naskh], direction: 'rtl', language: 'ar' } as const;
    expect(shaped(`\u0628${'\u064e'.repeat(400)}`, arabic).stacked.length).toBe(1);
  });

  it('are let be as writing has them', () => {
    const nastaliq = [face('noto-nastaliq-urdu/NotoNastaliqUrdu-Regular.ttf')];
    const urdu = { faces: nastaliq, direction: 'rtl', language: 'ur' } as const;
    expect(shaped('کیلیفورنیا صحیح مستحقین ہیلپ لائن', urdu).stacked).toEqual([]);
    expect(shaped('Tiê\u0301ng Việt, Ệ, ậ', { faces: [faces.noto] }).stacked).toEqual([]);
    expect(shaped('بِسْمِ اللَّهِ', { faces: [faces.naskh], direction: 'rtl', language: 'ar' }).stacked).toEqual(
      [],
    );
    expect(shaped('ကြွက်ကြီး', { faces: [faces.myanmar], language: 'my' }).stacked).toEqual([]);
  });
});
