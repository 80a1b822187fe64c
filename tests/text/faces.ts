import { join } from 'node:path';
import { type Face, Faces, type Paragraph, type TextSpan, Typesetter } from '../../src/text/index.ts';

const fonts = join(import.meta.dirname, '..', '..', 'fonts');

export const opened = new Faces();
export const typesetter = new Typesetter(opened);
export const face = (path: string): Face => opened.open(join(fonts, path));

export const faces = {
  latin: face('atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf'),
  noto: face('noto-sans/NotoSans-Regular.ttf'),
  bold: face('noto-sans/NotoSans-Bold.ttf'),
  naskh: face('noto-naskh-arabic/NotoNaskhArabic-Regular.ttf'),
  arabic: face('noto-sans-arabic/NotoSansArabic-Regular.ttf'),
  devanagari: face('noto-sans-devanagari/NotoSansDevanagari-Regular.ttf'),
  myanmar: face('noto-sans-myanmar/NotoSansMyanmar-Regular.ttf'),
  chinese: face('../packages/cjk/NotoSansSC-Regular.ttf'),
};

/** A paragraph of one span at 12 pt, with what differs from a plain English one. */
export function paragraph(
  text: string,
  given: Partial<Omit<Paragraph, 'text' | 'spans'>> & Partial<TextSpan> = {},
): Paragraph {
  const { faces: stack = [faces.latin, faces.noto], size = 12, language = 'en', noWrap, ...rest } = given;
  const span = { start: 0, end: text.length, faces: stack, size, language, ...(noWrap ? { noWrap } : {}) };
  return {
    text,
    direction: 'ltr',
    breaking: { strictness: 'normal', words: 'normal' },
    ...rest,
    spans: [span],
  };
}

export const arabic = {
  direction: 'rtl',
  faces: [faces.naskh, faces.noto],
  language: 'ar',
} as const;

export const hindi = { faces: [faces.devanagari, faces.noto], language: 'hi' } as const;

export const burmese = { faces: [faces.myanmar, faces.noto], language: 'my' } as const;

export const chinese = { faces: [faces.chinese], language: 'zh-Hans' } as const;
