import { count, notChecked, verdict } from './checks/verdict.ts';
import { sharesSheets } from './reading/shared-sheets.ts';
import { normalize } from './reading/text.ts';
import type { BundleExpectation, Check, Expectation } from './types.ts';

/** Loaded when asked for: it takes 300 ms, and is an optional peer. Undefined: it is not installed, or not whole. */
async function loadReader() {
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } catch {
    return undefined;
  }
}

/** What pdf.js says of a file: another reader, 25 times slower. @throws nothing: what it cannot read is a failed check. */
export async function secondOpinion(
  bytes: Uint8Array,
  expectation: Expectation | BundleExpectation | undefined,
): Promise<readonly Check[]> {
  if (expectation === undefined) return [notChecked('HELPLINE_MISSING')];
  const reader = await loadReader();
  if (reader === undefined)
    return [{ ...notChecked('HELPLINE_MISSING'), detail: 'pdf.js is not here: npm install pdfjs-dist.' }];
  const { getDocument } = reader;
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const wrong: string[] = [];
    const displays = displaysOf(expectation);
    const tiles = areTiles(expectation);
    if (document.numPages !== displays.length)
      wrong.push(`pdf.js sees ${count(document.numPages, 'page')}, not ${displays.length}`);
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = normalize(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      for (const display of displays[number - 1] ?? [])
        if (!text.includes(normalize(display)))
          wrong.push(`pdf.js does not read ${display} on page ${number}`);
      // Nobody hears a tile: the page that it is a part of is there whole.
      const isTile = tiles[number - 1] === true;
      if (!isTile && (await page.getStructTree()) === null)
        wrong.push(`pdf.js sees no structure on page ${number}`);
    }
    return [
      verdict(
        'HELPLINE_MISSING',
        wrong,
        document.numPages,
        `pdf.js reads ${[...new Set(displays.flat())].join(', ')} on ${count(document.numPages, 'page')}.`,
      ),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ code: 'PDF_UNREADABLE', status: 'failed', detail: `pdf.js cannot read the file: ${reason}.` }];
  } finally {
    await task.destroy();
  }
}

/** The number that each page must show: of pages that two languages share those of both. */
function displaysOf(expectation: Expectation | BundleExpectation): readonly (readonly string[])[] {
  if (!('pieces' in expectation)) return expectation.sheets.map(() => [expectation.helpline.display]);
  const each = expectation.pieces.map((piece) => displaysOf(piece.expectation));
  return sharesSheets(expectation) ? each[0]!.map((_, i) => each.flatMap((of) => of[i] ?? [])) : each.flat();
}

/** Which pages are tiles. */
function areTiles(expectation: Expectation | BundleExpectation): readonly boolean[] {
  if ('pieces' in expectation) {
    const [first, ...rest] = expectation.pieces.map((piece) => areTiles(piece.expectation));
    return sharesSheets(expectation) ? first! : [first!, ...rest].flat();
  }
  return expectation.sheets.map(({ tile }) => tile !== undefined);
}
