import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { parseDocument } from '../../src/document/index.ts';

/** A whole document around a body; the body starts in line 2, column 1. */
export function page(body: string, attributes = 'lang="en" dir="ltr"'): string {
  return `<!doctype html><html ${attributes}><head><title>Five things</title></head><body>\n${body}\n</body></html>`;
}

export function problemsOf(html: string): readonly Problem[] {
  try {
    parseDocument(html, { file: 'page.hbs' });
    return [];
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
}
