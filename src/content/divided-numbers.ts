import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import type { DeclaredNumber } from './declared.ts';
import { maskDeclared } from './declared-in-text.ts';
import type { Numeral } from './guide-numbers.ts';
import { plainText } from './inline.ts';
import { type Near, nearDeclared, widestGap } from './near-declared.ts';
import { declaredMark } from './number-atoms.ts';
import { displays } from './number-faults.ts';
import { maskOrdinary } from './ordinary.ts';
import { readDigits } from './read-digits.ts';
import type { Block, GuideData } from './schema.ts';
import { tableGrid } from './table-grid.ts';
import { fieldsOf } from './walk.ts';

/** Texts with digits that stand right after each other, in reading order or in one column of a table. */
export type Neighbours = readonly Numeral[];

/** Neighbours among the texts of a guide: an eye that goes along a row, down a column or a list reads their digits as one number. */
export function neighboursIn(data: GuideData, numerals: readonly Numeral[]): Neighbours[] {
  const byKey = new Map(
    numerals.flatMap((one) => (one.nodes === undefined ? [] : [[one.key, one] as const])),
  );
  const found = fieldsOf(data);
  const inOrder = found.flatMap(({ field, key, value }) =>
    field.is === 'text' ? [[key, value as string] as const] : [],
  );
  const columns = found.flatMap(({ field, key, value }) =>
    field.is === 'blocks' ? (value as readonly Block[]).flatMap((block) => columnsOf(block, key)) : [],
  );
  return [inOrder, ...columns].flatMap((texts) => runsOf(texts, byKey));
}

/** The cells of each column of a table: keys and texts. */
function columnsOf(block: Block, outer: string): (readonly [key: string, text: string])[][] {
  if (block.kind !== 'table') return [];
  const columns: (readonly [string, string])[][] = [];
  for (const [row, cells] of tableGrid(block).entries())
    for (const { cell, column } of cells) {
      columns[column] ??= [];
      columns[column].push([`${outer}.${block.id}.${block.rows[row]!.id}.${cell.id}`, cell.text ?? '']);
    }
  return columns.filter((column) => column !== undefined);
}

/** A text without digits that is longer than what stands between the groups of a number parts its neighbours. */
function runsOf(
  texts: readonly (readonly [key: string, text: string])[],
  byKey: ReadonlyMap<string, Numeral>,
): Neighbours[] {
  const runs: Numeral[][] = [[]];
  for (const [key, text] of texts) {
    const numeral = byKey.get(key);
    if (numeral !== undefined) runs.at(-1)!.push(numeral);
    else if (text.length > widestGap) runs.push([]);
  }
  return runs.filter(({ length }) => length > 1);
}

/** Numbers that are nearly declared ones, or these, divided over several texts: each part by itself is an amount. */
export function dividedNumbers(
  runs: readonly Neighbours[],
  declared: readonly DeclaredNumber[],
  place: (key: string) => Place,
): Problem[] {
  const helplines = displays(declared);
  const found = runs.flatMap((run) => {
    const ends: number[] = [];
    let text = '';
    let others = '';
    for (const { nodes } of run) {
      const shown = plainText(nodes!, { data: { helplines } });
      const reading = readDigits(shown);
      const ordinary = maskOrdinary(reading.text);
      const known = maskDeclared(shown, reading, ordinary, declared);
      const cover = (whole: string) =>
        known.reduce(
          (rest, { start, end }) => rest.slice(0, start) + declaredMark.repeat(end - start) + rest.slice(end),
          whole,
        );
      text += `${cover(reading.text)} `;
      others += `${cover(ordinary)} `;
      ends.push(text.length);
    }
    const partOf = (at: number) => ends.findIndex((end) => at < end);
    return nearDeclared(text, others, declared)
      .filter(({ start, end }) => partOf(start) !== partOf(end - 1))
      .map((near) => faultOf(near, text, place(run[partOf(near.start)]!.key)));
  });
  // A row of a table is read along and down: what both find is one fault.
  return [...new Map(found.map((fault) => [`${fault.place.key} ${fault.message}`, fault])).values()];
}

function faultOf({ start, end, meant: { number, how } }: Near, text: string, place: Place): Problem {
  const digits = text.slice(start, end).replace(/\s+/g, ' | ');
  const name = `${number.display}, the ${number.kind} “${number.name}”`;
  return problem(
    how === 'same' ? 'NUMBER_DISGUISED' : 'NUMBER_NEAR_MISS',
    how === 'same'
      ? `“${digits}” is ${name}, divided over several texts.`
      : `“${digits}”, read from one text to the next, is nearly ${name}.`,
    place,
    'A number stands whole in one text. Amounts that only look like it stand in another order, or with their units.',
  );
}
