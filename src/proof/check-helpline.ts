import { type Area, glyphsIn, type PlacedGlyph, printingsIn, type VisualRun, visualRuns } from './area.ts';
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
  readonly glyphs: readonly PlacedGlyph[];
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
      const runs = visualRuns(placed);
      const found = runs.flatMap((run) => [...printingsIn(run, display)]);
      if (found.length === 0) {
        if (leaves(page, area, display)) broken.push(`${name}: the number leaves its panel`);
        else if (runs.some((run) => isReversed(run, display)))
          reversed.push(`${name}: the digits stand in another order`);
        else if (isSplit(placed, runs, display)) broken.push(`${name}: the number is split`);
        else missing.push(`${name}: ${display} is not there`);
        continue;
      }
      for (const glyphs of found) {
        printings.push({ page, area, glyphs });
        const fault = brokenBy(page, area, glyphs);
        if (fault !== undefined) broken.push(`${name}: ${fault}`);
      }
      const words = normalize(placed.map(({ glyph }) => glyph.text ?? '').join(''));
      if (!words.includes(normalize(expectation.pointer)))
        unpointed.push(`${name}: "${expectation.pointer}" is not there`);
    }
  });
  const sizes = printings.map(({ glyphs }) => Math.min(...glyphs.map(({ glyph }) => glyph.size)));
  const small = printings.flatMap(({ area }, i) =>
    sizes[i]! < minSize - 0.01 ? [`${area.page}: ${sizes[i]!.toFixed(1)} pt is less than ${minSize} pt`] : [],
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

/** The same digits, read in another order. */
function isReversed({ text }: VisualRun, display: string): boolean {
  const numbers = text.match(/\d[\d\s().-]*/g) ?? [];
  return numbers.some((number) => {
    const found = digits(number);
    return found !== digits(display) && sorted(found) === sorted(digits(display));
  });
}

/** The digits follow each other, but on no line all of them. */
function isSplit(placed: readonly PlacedGlyph[], runs: readonly VisualRun[], display: string): boolean {
  const number = digits(display);
  const all = digits(placed.map(({ glyph }) => glyph.text ?? '').join(''));
  return all.includes(number) && !runs.some(({ text }) => digits(text).includes(number));
}

/** The number begins in the area and goes on outside of it. */
function leaves({ content }: Page, area: Area, display: string): boolean {
  const around = { ...area, x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
  return visualRuns(glyphsIn(content.glyphs, around)).some((run) =>
    [...printingsIn(run, display)].some(
      (glyphs) =>
        glyphsIn(
          glyphs.map(({ glyph }) => glyph),
          area,
        ).length > 0,
    ),
  );
}

/** May stick out of its area by rounding, pt. */
const tolerance = 0.5;

function brokenBy(page: Page, area: Area, placed: readonly PlacedGlyph[]): string | undefined {
  const glyphs = placed.map(({ glyph }) => glyph).filter(({ text }) => (text ?? '').trim() !== '');
  if (glyphs.some((glyph) => glyph.clipped)) return 'the number is clipped';
  if (glyphs.some((glyph) => glyph.color === undefined))
    return 'the number is invisible, or in no plain colour';
  const turned = area.rotate === 90 || area.rotate === 270;
  const [width, height] = turned ? [area.height, area.width] : [area.width, area.height];
  const outside = placed.some(
    ({ x, y, glyph }) =>
      x < -tolerance ||
      x + glyph.advance > width + tolerance ||
      y - glyph.size * 0.7 < -tolerance ||
      y > height + tolerance,
  );
  if (outside) return 'the number leaves its panel';
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
  const content = printings.filter(({ glyphs }) =>
    glyphs.every(({ glyph }) => glyph.owner.mcid !== undefined),
  );
  for (const { page, area, glyphs } of content) {
    const links = page.annotations.filter((annotation) => annotation.uri === helpline.uri);
    const linked = glyphs.every(({ glyph }) =>
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

/** What could be dialled: seven digits or more of any script, with separators between them. */
const dialable = /\+?\p{Nd}(?:[\s().\u2010-\u2013-]{0,2}\p{Nd}){6,}/gu;

/** The digits of a number, however it is separated. */
const dialled = (number: string) => number.replace(/\P{Nd}/gu, '');

/** Digits that look like a telephone number must be ones that the guide has. */
function checkOtherNumbers(document: Document, expectation: Expectation): Check {
  const { helpline, imprint, texts } = expectation;
  const said = [helpline.display, helpline.uri, imprint, ...texts.map(({ text }) => text)];
  const known = new Set(said.flatMap((text) => text.match(dialable) ?? []).map(dialled));
  const own = [dialled(helpline.display), dialled(helpline.uri)].filter(({ length }) => length >= 7);
  // The helpline with digits more is another number, even where a text says so. A short one may be a part of others.
  const isWrong = (number: string) =>
    !known.has(number) || (!own.includes(number) && own.some((digits) => number.includes(digits)));
  const wrong: string[] = [];
  let looked = 0;
  document.pages.forEach((page, i) => {
    for (const rotate of [0, 90, 180, 270] as const) {
      const area = { page: '', x: 0, y: 0, width: page.width, height: page.height, rotate };
      const turned = page.content.glyphs.filter(({ dx, dy }) => direction(dx, dy) === rotate);
      const along = turned.length === 0 ? [] : glyphsIn(turned, area);
      for (const { text } of visualRuns(along))
        for (const number of text.match(dialable) ?? []) {
          looked++;
          if (isWrong(dialled(number))) wrong.push(`page ${i + 1} shows ${number.trim()}`);
        }
    }
  });
  const passed = `${count(looked, 'long number')} on ${count(document.pages.length, 'page')} are all the guide's.`;
  return verdict('HELPLINE_WRONG', wrong, document.pages.length, passed);
}

/** The turn of text by its writing direction, clockwise. */
function direction(dx: number, dy: number): number {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 180;
  return dy >= 0 ? 90 : 270;
}
