import { expect, it } from 'vitest';
import { breakOpportunities } from '../../src/text/break-opportunities.ts';
import { graphemeEnd, isGraphemeBreak } from '../../src/text/grapheme.ts';
import { MAY_BREAK } from '../../src/text/line-break.ts';
import { paragraph } from '../text/faces.ts';
import { fromHex, testLines } from '../unicode/test-file.ts';

/** The texts of the test, each with the offsets where a grapheme ends. */
function cases(): { line: string; text: string; ends: number[] }[] {
  return testLines('GraphemeBreakTest-17.0.0').map((line) => {
    let text = '';
    const ends: number[] = [];
    for (const part of line.split('÷').map((p) => p.replaceAll('×', '').trim())) {
      if (part === '') continue;
      text += fromHex(part);
      ends.push(text.length);
    }
    return { line, text, ends };
  });
}

it('divides every text of GraphemeBreakTest 17.0 as Unicode does', () => {
  const wrong: string[] = [];
  for (const { line, text, ends } of cases()) {
    const found: number[] = [];
    for (let at = 0; at < text.length; ) {
      at = graphemeEnd(text, at, text.length);
      found.push(at);
    }
    const asked: number[] = [];
    for (let at = 1; at <= text.length; at++) if (isGraphemeBreak(text, at)) asked.push(at);
    if (found.join() !== ends.join() || asked.join() !== ends.join())
      wrong.push(`${line} got ${found.join()}`);
  }
  expect(cases().length).toBe(766);
  expect(wrong).toEqual([]);
});

it('lets no line end inside a grapheme of GraphemeBreakTest 17.0', () => {
  const wrong: string[] = [];
  for (const { line, text, ends } of cases()) {
    const breaks = breakOpportunities(paragraph(text));
    for (let at = 1; at < text.length; at++)
      if (breaks[at] === MAY_BREAK && !ends.includes(at)) wrong.push(`${line} at ${at}`);
  }
  expect(wrong).toEqual([]);
});
