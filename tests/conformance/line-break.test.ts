import { expect, it } from 'vitest';
import { lineBreaks } from '../../src/text/line-break.ts';
import { fromHex, testLines } from '../unicode/test-file.ts';

it('breaks every line of LineBreakTest 17.0 as Unicode does', () => {
  const lines = testLines('LineBreakTest-17.0.0');
  const wrong: string[] = [];
  for (const line of lines) {
    const parts = line.split('÷').map((part) => part.replaceAll('×', '').trim());
    let text = '';
    const expected = new Set<number>();
    for (const part of parts) {
      if (part === '') continue;
      text += fromHex(part);
      expected.add(text.length);
    }
    const breaks = lineBreaks(text, { smallKana: 'NS', keepAll: false });
    for (let at = 1; at <= text.length; at++)
      if (expected.has(at) !== breaks[at]! > 0) {
        wrong.push(line);
        break;
      }
  }
  expect(lines.length).toBe(19338);
  expect(wrong).toEqual([]);
});
