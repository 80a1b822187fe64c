import type { Shelf } from '../kept.ts';
import { hasDigit } from '../numbers/dialable.ts';
import type { Document } from '../page/read.ts';
import { isWithinOther } from '../reading/area.ts';
import { type ShownOrder, shownLine } from '../reading/shown-line.ts';
import { stringsBeside } from '../reading/strings.ts';
import { normalize } from '../reading/text.ts';
import type { Check, Expectation } from '../types.ts';
import { packetOfFile } from './check-metadata.ts';
import { count, verdict } from './verdict.ts';

/**
 * What viewers show beside the pages (tooltips, lists of links and pictures, bookmarks, the window's title) shows each
 * number that it says as it is, in a line of either direction.
 */
export function checkStrings(document: Document, { numbers, disclosure }: Expectation): Check {
  const displays = [...new Set(numbers.map(({ display }) => normalize(display)))];
  const { title } = packetOfFile(document, disclosure.hash);
  const strings = [
    ...(title === undefined ? [] : [{ what: 'the title', text: title }]),
    ...stringsBeside(document),
  ];
  const areWritten = displays.every(hasDigit);
  const wrong = new Set<string>();
  let looked = 0;
  /** Many links have one description: of each text, how it is shown wrongly; undefined: it says no number. */
  const known = new Map<string, readonly string[] | undefined>();
  for (const { what, text } of strings) {
    if (areWritten && !hasDigit(text)) continue;
    if (!known.has(text)) known.set(text, turnedIn(text, displays, document.kept?.orders));
    const lines = known.get(text);
    if (lines === undefined) continue;
    looked++;
    for (const line of lines) wrong.add(`${what} says "${normalize(text)}", and is shown as "${line}"`);
  }
  return verdict(
    'NUMBER_TURNED',
    [...wrong],
    Math.max(1, looked),
    `${count(looked, 'description')}, alternative texts and titles show their numbers in order, from left to right and from right to left.`,
  );
}

/** The lines that do not show a number which the text says; undefined: it says none. */
function turnedIn(
  text: string,
  displays: readonly string[],
  orders: Shelf<ShownOrder> | undefined,
): string[] | undefined {
  const plain = normalize(text);
  const said = timesIn(plain, displays);
  if (said.length === 0) return undefined;
  return (['ltr', 'rtl'] as const)
    .map((direction) => shownLine(text, direction, orders))
    .filter((line) => {
      const read = normalize(line);
      if (read === plain) return false;
      const shown = timesIn(read, displays);
      return said.some(({ display, times }) => times > timesOf(display, shown));
    });
}

interface Times {
  readonly display: string;
  readonly times: number;
}

const timesOf = (display: string, all: readonly Times[]) =>
  all.find((each) => each.display === display)?.times ?? 0;

/** How often a text says each number by itself: not within another one, nor within other digits. */
function timesIn(text: string, displays: readonly string[]): Times[] {
  return displays.flatMap((display) => {
    let times = 0;
    for (let at = text.indexOf(display); at >= 0; at = text.indexOf(display, at + 1)) {
      const end = at + display.length;
      const isPart = /\p{Nd}/u.test(text.charAt(at - 1)) || /\p{Nd}/u.test(text.charAt(end));
      if (!isPart && !isWithinOther(text, at, end, displays)) times++;
    }
    return times === 0 ? [] : [{ display, times }];
  });
}
