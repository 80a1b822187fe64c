import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import { Lettered } from '../letters/index.ts';
import type { Numeral } from './guide-numbers.ts';
import { plainText } from './inline/inline.ts';
import { namesEmergency, namesLine } from './numbers/cue.ts';
import type { DeclaredNumber } from './numbers/declared.ts';
import { meantCode } from './numbers/near-miss.ts';
import { declareIt, numberFaults } from './numbers/number-faults.ts';
import { readDigits } from './numbers/read-digits.ts';
import type { Block, GuideData } from './schema/schema.ts';
import { fieldsOf } from './schema/walk.ts';
import { tableGrid } from './table-grid.ts';

/** A text that is a short code and nothing else, beside a text that asks to dial one: “Ambulance | 118”, “Whom do I call? | 113”. */
export interface AskedCode {
  readonly one: Numeral;
  readonly digits: string;
  /** What asks; undefined of a title, which is read by itself. */
  readonly beside: string | undefined;
}

/** Texts that are large and alone: a code that is all that one says is what to dial. */
const title = /(?:^|\.)(?:title|kicker|heading|line|call|term|answers)$/;

/** Three to six digits by themselves, with signs that count nothing around them. */
const bare = new Lettered(
  String.raw`^[^\p{L}\p{M}\d\p{Sc}%‰°#+<>=≥≤]*(\d(?:[ -]?\d){2,5})[^\p{L}\p{M}\d\p{Sc}%‰°+]*$`,
  'u',
);
/** What begins with three digits and more counts, but for a number of seven. */
const counted = /^[^\p{L}\d]*\d{3}/u;
const mostCounted = 6;
const year = /^(?:1[89]|20)\d\d$/;

/** Every such text of a guide. In a row of a table with several they are counts. */
export function askedCodesIn(data: GuideData, byKey: ReadonlyMap<string, Numeral>): AskedCode[] {
  const texts = new Map<string, string[]>();
  const found = fieldsOf(data);
  let before = '';
  for (const { field, key, value } of found) {
    if (field.is !== 'text') continue;
    texts.set(key, [before]);
    if ((value as string).trim() !== '') before = value as string;
  }
  for (const { field, key, value } of found)
    if (field.is === 'blocks')
      for (const block of value as readonly Block[])
        for (const [cell, labels] of labelsIn(block, `${key}.${block.id}`)) texts.set(cell, labels);
  return [...texts].flatMap(([key, labels]) => {
    const one = byKey.get(key);
    const digits = one === undefined ? undefined : codeOf(one.text);
    if (digits === undefined) return [];
    const beside = labels.find((label) => asksFor(label, digits));
    const isTold = beside !== undefined || (title.test(key) && !year.test(digits) && !digits.endsWith('00'));
    return isTold ? [{ one: one!, digits, beside }] : [];
  });
}

/** What may label each cell that is the only one of its row with digits that may count: the other cells, and what heads its column. */
function labelsIn(block: Block, outer: string): (readonly [key: string, labels: string[]])[] {
  if (block.kind !== 'table') return [];
  const heads = new Map<number, string>();
  return tableGrid(block).flatMap((row, i) => {
    const counts = row.filter(({ cell }) => mayCount(cell.text ?? ''));
    const labelled = row.map(({ cell, column }) => {
      const others = row.flatMap((other) => (other.cell === cell ? [] : (other.cell.text ?? [])));
      const labels = counts.length > 1 ? [] : [...others, heads.get(column) ?? ''];
      return [`${outer}.${block.rows[i]!.id}.${cell.id}`, labels] as const;
    });
    for (const { cell, column, heads: what } of row)
      if (what === 'columns') heads.set(column, cell.text ?? '');
    return labelled;
  });
}

function mayCount(written: string): boolean {
  const { text } = readDigits(written);
  return counted.test(text) && text.replace(/\D/g, '').length <= mostCounted;
}

function codeOf(text: string): string | undefined {
  return bare.exec(readDigits(text).text)?.[1]?.replace(/\D/g, '');
}

/** A year may be that of an emergency. */
function asksFor(label: string, digits: string): boolean {
  // “Crisis line (24/7)”: what a bracket adds asks nothing.
  const asking = readDigits(label)
    .text.replace(/ ?\([^()]*\)[\s.:?!…]*$/u, '')
    .replace(/[\s.:?!…]+$/u, '');
  return namesLine(`${asking} `) || (!year.test(digits) && namesEmergency(asking, ''));
}

/** What is wrong with one that the guide does not declare. */
export function askedFault(
  { one, digits, beside }: AskedCode,
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  if (declared.some(({ dial }) => dial === digits)) return [];
  // What is told of the text by itself is not told again.
  if (numberFaults(one.nodes!, declared, place).length > 0) return [];
  const shown = plainText(one.nodes!, { data: { helplines: {} } });
  const meant = meantCode(
    digits,
    declared.filter(({ dial }) => dial.length <= 4),
  );
  return [
    problem(
      meant === undefined ? 'NUMBER_UNDECLARED' : 'NUMBER_NEAR_MISS',
      `“${shown}”, ${beside === undefined ? 'which is all that stands here' : `beside “${beside}”`}, could be dialled, and the guide does not declare it.`,
      place,
      `${meant === undefined ? '' : `Did you mean ${meant.number.display}? `}${declareIt} What is counted says so: ${digits} people.`,
    ),
  ];
}
