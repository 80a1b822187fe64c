import { isWithinOther } from './area.ts';
import { titleOf } from './check-metadata.ts';
import type { Document } from './read.ts';
import { shownLine } from './shown-line.ts';
import { stringsBeside } from './strings.ts';
import { normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

/**
 * What viewers show beside the pages (tooltips, lists of links and pictures, bookmarks, the window's title) shows each
 * number that it says as it is, in a line of either direction.
 */
export function checkStrings(document: Document, { numbers }: Expectation): Check {
  const displays = [...new Set(numbers.map(({ display }) => normalize(display)))];
  const title = titleOf(document.xmp);
  const strings = [
    ...(title === undefined ? [] : [{ what: 'the title', text: title }]),
    ...stringsBeside(document),
  ];
  const wrong = new Set<string>();
  let looked = 0;
  for (const { what, text } of strings) {
    const said = timesIn(normalize(text), displays);
    if (said.length === 0) continue;
    looked++;
    for (const direction of ['ltr', 'rtl'] as const) {
      const line = shownLine(text, direction);
      const shown = timesIn(normalize(line), displays);
      if (said.some(({ display, times }) => times > timesOf(display, shown)))
        wrong.add(`${what} says "${normalize(text)}", and is shown as "${line}"`);
    }
  }
  return verdict(
    'NUMBER_TURNED',
    [...wrong],
    Math.max(1, looked),
    `${count(looked, 'description')}, alternative texts and titles show their numbers in order, from left to right and from right to left.`,
  );
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
