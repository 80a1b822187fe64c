import type { DeclaredNumber } from '../numbers/declared.ts';
import { meantCode, meantNumber } from '../numbers/nearness.ts';
import { asksBefore } from '../sentences/asked.ts';
import { nothingCounted } from '../sentences/counted.ts';
import type { Dialable } from './dialable.ts';

/** Most texts have none. */
const mayBe = /\d, \d/;
const one =
  /(?<!\d[,./-]? ?)\d(?:, \d){1,13}(?:,? (?:(?:and|y|e|et|und|i|şi|și|и|і|та|ve|και|և|და|và) )?\d)(?!\d|[,./:-]\d)/gu;

/** “Call 9, 1, 2.”: what a call asks for digit by digit. A choice of them, “1, 2 or 3”, is none. */
export function dictated(text: string, declared: readonly DeclaredNumber[]): Dialable[] {
  if (!mayBe.test(text)) return [];
  return [...text.matchAll(one)].flatMap(({ 0: written, index }) => {
    const end = index + written.length;
    if (!asksBefore(text.slice(0, index)) || !nothingCounted(text.slice(end))) return [];
    const digits = written.replace(/\D/g, '');
    return [
      { start: index, end, digits, meant: meantNumber(digits, declared) ?? meantCode(digits, declared) },
    ];
  });
}
