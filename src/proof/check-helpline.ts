import { type Area, glyphsIn, type VisualRun, visualRuns } from './area.ts';
import { covers } from './cover.ts';
import type { Document, Page } from './read.ts';
import { normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

const digits = (text: string) => text.replace(/\D/g, '');
const sorted = (text: string) => [...text].sort().join('');

/** The number as it is printed in one area. */
interface Printing {
  readonly page: Page;
  readonly area: Area;
  readonly run: VisualRun;
}

/** Promise 1: whole, in order, large enough, linked, on every area of every sheet; and the pointer beside it. */
export function checkHelpline(document: Document, expectation: Expectation): Check[] {
  const { display, minSize } = expectation.helpline;
  const missing: string[] = [];
  const reversed: string[] = [];
  const broken: string[] = [];
  const unpointed: string[] = [];
  const printings: Printing[] = [];
  let areas = 0;
  expectation.sheets.forEach((sheet, i) => {
    const page = document.pages[i];
    for (const area of sheet.areas) {
      areas++;
      const name = `${area.page} on sheet ${i + 1}`;
      if (
        page === undefined ||
        Math.abs(page.width - sheet.width) > 0.5 ||
        Math.abs(page.height - sheet.height) > 0.5
      ) {
        missing.push(`${name}: the sheet is not there in its size`);
        continue;
      }
      const placed = glyphsIn(page.content.glyphs, area);
      const runs = visualRuns(placed, (text) => text !== '' && [...text].every((c) => display.includes(c)));
      const found = runs.filter((run) => normalize(run.text) === normalize(display));
      if (found.length === 0) {
        const all = runs.filter((run) => digits(run.text) !== '');
        if (all.some((run) => sorted(digits(run.text)) === sorted(digits(display))))
          reversed.push(`${name}: the digits stand in another order`);
        else if (digits(placed.map(({ glyph }) => glyph.text ?? '').join('')).includes(digits(display)))
          broken.push(`${name}: the number is split`);
        else missing.push(`${name}: ${display} is not there`);
        continue;
      }
      for (const run of found) {
        printings.push({ page, area, run });
        const fault = brokenBy(page, run);
        if (fault !== undefined) broken.push(`${name}: ${fault}`);
      }
      const words = normalize(placed.map(({ glyph }) => glyph.text ?? '').join(''));
      if (!words.includes(normalize(expectation.pointer)))
        unpointed.push(`${name}: "${expectation.pointer}" is not there`);
    }
  });
  const sizes = printings.map(({ run }) => run.glyphs[0]!.glyph.size);
  const small = printings.flatMap(({ area, run }) =>
    run.glyphs[0]!.glyph.size < minSize - 0.01
      ? [`${area.page}: ${run.glyphs[0]!.glyph.size.toFixed(1)} pt is less than ${minSize} pt`]
      : [],
  );
  const shown = new Set(printings.map(({ area, page }) => `${document.pages.indexOf(page)} ${area.page}`))
    .size;
  return [
    verdict('HELPLINE_MISSING', missing, areas, `${shown} of ${count(areas, 'area')} show ${display}.`),
    verdict(
      'HELPLINE_BROKEN',
      broken,
      areas,
      `${count(printings.length, 'printing')} stand whole on one line, neither clipped nor covered.`,
    ),
    verdict(
      'HELPLINE_REVERSED',
      reversed,
      areas,
      `The digits stand in order, left to right, in ${count(printings.length, 'printing')}.`,
    ),
    verdict(
      'HELPLINE_TOO_SMALL',
      small,
      printings.length,
      `Sizes ${Math.min(...sizes).toFixed(1)} to ${Math.max(...sizes).toFixed(1)} pt, at least ${minSize}.`,
    ),
    checkLinks(document, expectation, printings),
    checkOtherNumbers(document, expectation),
    verdict(
      'DISCLOSURE_UNPOINTED',
      unpointed,
      areas,
      `"${expectation.pointer}" stands beside the number in ${count(areas, 'area')}.`,
    ),
  ];
}

function brokenBy(page: Page, run: VisualRun): string | undefined {
  const glyphs = run.glyphs.map(({ glyph }) => glyph).filter(({ text }) => (text ?? '').trim() !== '');
  if (glyphs.some((glyph) => glyph.clipped)) return 'the number is clipped';
  if (glyphs.some((glyph) => glyph.x < 0 || glyph.y < 0 || glyph.x > page.width || glyph.y > page.height))
    return 'the number runs off the page';
  const hidden = glyphs.some((glyph) => {
    const x = glyph.x + (glyph.dx * glyph.advance) / 2 + glyph.dy * glyph.size * 0.35;
    const y = glyph.y + (glyph.dy * glyph.advance) / 2 - glyph.dx * glyph.size * 0.35;
    return page.content.fills.some((fill) => fill.order > glyph.order && covers(fill, x, y));
  });
  return hidden ? 'something is painted over the number' : undefined;
}

/** Printings that are content open the dialler; the first and the last of the file are content. */
function checkLinks(
  document: Document,
  { helpline, purpose }: Expectation,
  printings: readonly Printing[],
): Check {
  const wrong: string[] = [];
  const content = printings.filter(({ run }) =>
    run.glyphs.every(({ glyph }) => glyph.owner.mcid !== undefined),
  );
  for (const { page, area, run } of content) {
    const links = page.annotations.filter((annotation) => annotation.uri === helpline.uri);
    const linked = run.glyphs.every(({ glyph }) =>
      links.some(
        (l) =>
          glyph.x >= l.left - 1 && glyph.x <= l.right + 1 && glyph.y >= l.top - 1 && glyph.y <= l.bottom + 1,
      ),
    );
    if (!linked) wrong.push(`${area.page}: the number does not open ${helpline.uri}`);
  }
  if (content.length === 0) wrong.push('the number is nowhere content that a screen reader speaks');
  if (purpose === 'screen') {
    const pages = content.map(({ page }) => document.pages.indexOf(page));
    for (const [word, index] of [
      ['first', 0],
      ['last', document.pages.length - 1],
    ] as const)
      if (!pages.includes(index)) wrong.push(`on the ${word} page the number is not content`);
  }
  return verdict(
    'HELPLINE_UNLINKED',
    wrong,
    printings.length,
    `${count(content.length, 'printing')} of the number as content open ${helpline.uri}; ${printings.length - content.length} are repeated bands.`,
  );
}

/** What could be dialled: seven digits or more, with separators between them. */
const dialable = /\+?\d(?:[\s().-]{0,2}\d){6,}/g;

/** Digits that look like a telephone number must be ones that the guide has. */
function checkOtherNumbers(document: Document, expectation: Expectation): Check {
  const { helpline, imprint, texts } = expectation;
  const said = [helpline.display, helpline.uri, imprint, ...texts.map(({ text }) => text)];
  const known = said.flatMap((text) => text.match(dialable) ?? []).map(digits);
  const wrong: string[] = [];
  let looked = 0;
  document.pages.forEach((page, i) => {
    for (const rotate of [0, 90, 180, 270] as const) {
      const area = { page: '', x: 0, y: 0, width: page.width, height: page.height, rotate };
      const turned = page.content.glyphs.filter(({ dx, dy }) => direction(dx, dy) === rotate);
      const along = turned.length === 0 ? [] : glyphsIn(turned, area);
      for (const { text } of visualRuns(along, (glyph) => glyph !== ''))
        for (const number of text.match(dialable) ?? []) {
          looked++;
          if (!known.includes(digits(number))) wrong.push(`page ${i + 1} shows ${number.trim()}`);
        }
    }
  });
  const passed = `${count(looked, 'long number')} on the pages are all the guide's.`;
  return verdict('HELPLINE_WRONG', wrong, looked, passed);
}

/** The turn of text by its writing direction, clockwise. */
function direction(dx: number, dy: number): number {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 180;
  return dy >= 0 ? 90 : 270;
}
