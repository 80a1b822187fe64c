import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { elementsOf, type HtmlDocument, parseDocument } from '../../src/document/index.ts';
import { type ComputedStyle, parseStyleSheet, styleDocument } from '../../src/style/index.ts';

export function documentOf(body: string, attributes = 'lang="en" dir="ltr"'): HtmlDocument {
  return parseDocument(
    `<!doctype html><html ${attributes}><head><title>Help</title></head><body>${body}</body></html>`,
    { file: 'page.hbs' },
  );
}

/** The style of the element with the id `x`, else of the first paragraph. */
export function styleOf(
  css: string,
  body = '<p id="x">text</p>',
  { rem = 10, attributes = 'lang="en" dir="ltr"' } = {},
): ComputedStyle {
  const document = documentOf(body, attributes);
  return styleDocument(document, [parseStyleSheet(css, 'style.css')], rem).style(document.ids.get('x')!);
}

/** Ids of the elements that a selector matches, in document order (`height` does not inherit). */
export function matched(selector: string, document: HtmlDocument): string[] {
  const styled = styleDocument(document, [parseStyleSheet(`${selector} { height: 19pt }`, 'style.css')], 10);
  return [...elementsOf(document.root)]
    .filter((element) => styled.style(element).height === 19)
    .map((element) => element.id ?? element.name);
}

export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
}
