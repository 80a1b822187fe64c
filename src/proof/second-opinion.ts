import { normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, notChecked, verdict } from './verdict.ts';

/** What pdf.js says of a file: another reader, 25 times slower. @throws nothing: what it cannot read is a failed check. */
export async function secondOpinion(
  bytes: Uint8Array,
  expectation: Expectation | undefined,
): Promise<readonly Check[]> {
  if (expectation === undefined) return [notChecked('HELPLINE_MISSING')];
  // Loaded when asked for: it takes 300 ms.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const wrong: string[] = [];
    if (document.numPages !== expectation.sheets.length)
      wrong.push(`pdf.js sees ${count(document.numPages, 'page')}, not ${expectation.sheets.length}`);
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = normalize(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      if (!text.includes(normalize(expectation.helpline.display)))
        wrong.push(`pdf.js does not read ${expectation.helpline.display} on page ${number}`);
      if ((await page.getStructTree()) === null) wrong.push(`pdf.js sees no structure on page ${number}`);
    }
    return [
      verdict(
        'HELPLINE_MISSING',
        wrong,
        document.numPages,
        `pdf.js reads ${expectation.helpline.display} on ${count(document.numPages, 'page')}.`,
      ),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ code: 'PDF_UNREADABLE', status: 'failed', detail: `pdf.js cannot read the file: ${reason}.` }];
  } finally {
    await task.destroy();
  }
}
