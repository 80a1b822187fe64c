import { join } from 'node:path';
import { expect, it } from 'vitest';
import { breakLines, Faces, type Paragraph, Typesetter } from '../../src/text/index.ts';

const opened = new Faces();
const fonts = join(import.meta.dirname, '../../fonts');
const typesetter = new Typesetter(opened);
const face = (path: string) => opened.open(join(fonts, path));
const latin = face('atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf');
const sans = face('noto-sans/NotoSans-Regular.ttf');

function lineOf(text: string, faces: Paragraph['spans'][0]['faces'], spacing: number, language = 'en') {
  const paragraph: Paragraph = {
    text,
    direction: /[\u0590-\u06ff]/.test(text) ? 'rtl' : 'ltr',
    spans: [{ start: 0, end: text.length, faces, size: 10, language, ...(spacing === 0 ? {} : { spacing }) }],
    breaking: { strictness: 'normal', words: 'normal' },
  };
  return breakLines(typesetter.shape(paragraph), 1000, { wrap: 'nowrap' })[0]!;
}
const widened = (text: string, faces: readonly (typeof latin)[], language?: string) =>
  Math.round((lineOf(text, faces, 0.05, language).width - lineOf(text, faces, 0, language).width) * 100) /
  100;

it('gives room after each letter, a letter with its marks being one', () => {
  expect(widened('abc', [latin])).toBe(1.5);
  expect(widened('e\u0301a', [sans])).toBe(1);
  expect(widened('שלום', [face('noto-sans-hebrew/NotoSansHebrew-Regular.ttf')], 'he')).toBe(2);
});

it('draws no letters as one that stand apart', () => {
  const glyphs = (spacing: number) =>
    lineOf('office', [sans], spacing).runs.reduce((sum, run) => sum + run.glyphs.length, 0);
  expect(glyphs(0.05)).toBe(6);
  expect(glyphs(0)).toBeLessThanOrEqual(6);
});

it.each([
  ['سلام', 'noto-naskh-arabic/NotoNaskhArabic-Regular.ttf', 'ar'],
  ['हिन्दी', 'noto-sans-devanagari/NotoSansDevanagari-Regular.ttf', 'hi'],
])('leaves letters that join joined: %s', (text, path, language) => {
  expect(widened(text, [face(path)], language)).toBe(0);
});

it('does not mistake a text for the same one with its letters apart', () => {
  const [near, apart] = [lineOf('same', [latin], 0), lineOf('same', [latin], 0.05)];
  expect(apart.width).toBeGreaterThan(near.width);
  expect(lineOf('same', [latin], 0).width).toBe(near.width);
});
