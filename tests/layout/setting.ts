import { join } from 'node:path';
import { type DocumentElement, parseDocument } from '../../src/document/index.ts';
import type { Picture } from '../../src/image/index.ts';
import {
  type FamilySetting,
  type LanguageSetting,
  type LayoutInput,
  type LayoutResult,
  layoutDocument,
  type PageBox,
} from '../../src/layout/index.ts';
import { parseStyleSheet, type StyledDocument, styleDocument } from '../../src/style/index.ts';
import { Faces, Typesetter } from '../../src/text/index.ts';

const fonts = join(import.meta.dirname, '..', '..', 'fonts');
const opened = new Faces();
export const typesetter = new Typesetter(opened);
const stack = (...paths: string[]) => paths.map((path) => opened.open(join(fonts, path)));

const latin: FamilySetting = {
  regular: stack(
    'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf',
    'noto-sans/NotoSans-Regular.ttf',
  ),
  bold: stack('atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf', 'noto-sans/NotoSans-Bold.ttf'),
  size: 1,
  leading: 1.5,
};

const arabic: FamilySetting = {
  regular: stack('noto-naskh-arabic/NotoNaskhArabic-Regular.ttf', 'noto-sans/NotoSans-Regular.ttf'),
  bold: stack('noto-naskh-arabic/NotoNaskhArabic-Bold.ttf', 'noto-sans/NotoSans-Bold.ttf'),
  size: 1,
  leading: 1.5,
};

function setting(language: string): LanguageSetting {
  const rtl = language.startsWith('ar');
  const family = rtl ? arabic : latin;
  return {
    language,
    direction: rtl ? 'rtl' : 'ltr',
    families: { text: family, display: family, number: family },
    breaking: { strictness: 'normal', words: 'normal' },
  };
}

/** A picture without shapes, as large as its address says: `art:40x20`. */
function picture({ attributes }: DocumentElement): Picture {
  const [width = 1, height = 1] = (attributes.src ?? '').replace('art:', '').split('x').map(Number);
  return { kind: 'vector', name: attributes.src ?? '', width, height, shapes: [] };
}

export interface Case {
  readonly body: string;
  readonly css?: string;
  readonly pages?: readonly PageBox[];
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

export const square: PageBox = { name: 'page', width: 200, height: 200 };

export function inputFor(pages: readonly PageBox[] = [square]): LayoutInput {
  return { typesetter, language: setting, pages, picture };
}

/** Styles of a case at any root font size; text is 10 pt on lines of 15 pt at the usual one. */
export function styledAt({
  body,
  css = '',
  lang = 'en',
  dir = 'ltr',
}: Case): (rem: number, air?: number) => StyledDocument {
  const html = `<!doctype html><html lang="${lang}" dir="${dir}"><head><title>Case</title></head><body>${body}</body></html>`;
  const document = parseDocument(html, { file: 'case.html' });
  const sheet = parseStyleSheet(css, 'case.css');
  return (rem, air) => styleDocument(document, [sheet], rem, air);
}

export function layout(given: Case): LayoutResult {
  return layoutDocument(styledAt(given)(10), inputFor(given.pages));
}
