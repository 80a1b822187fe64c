import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import { type AskedCode, askedCodesIn, askedFault } from './asked-codes.ts';
import { cover, declaredMark } from './digits/marks.ts';
import type { Numeral } from './guide-numbers.ts';
import { plainText } from './inline/inline.ts';
import type { DeclaredNumber } from './numbers/declared.ts';
import type { Block, GuideData } from './schema/schema.ts';
import { fieldsOf } from './schema/walk.ts';
import { knownIn } from './search/declared-in-text.ts';
import { withoutLinkedCodes } from './search/linked-codes.ts';
import { type Near, nearDeclared, widestGap } from './search/near-declared.ts';
import { displays } from './search/told.ts';
import { namesLine } from './sentences/asked.ts';
import { tableGrid } from './table-grid.ts';

/** Texts with digits that stand right after each other, in reading order or in one column of a table. */
export interface Neighbours {
  readonly texts: readonly Numeral[];
  /** The text before them asks to dial: “Phone”. */
  readonly isAsked: boolean;
  /** Of a text by itself: a code for which the text beside it asks. */
  readonly code?: AskedCode;
}

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
  return [
    ...[inOrder, ...columns].flatMap((texts) => runsOf(texts, byKey)),
    ...askedCodesIn(data, byKey).map((code) => ({ texts: [code.one], isAsked: true, code })),
  ];
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
  const runs: { readonly texts: Numeral[]; readonly before: string }[] = [];
  let [before, isOpen] = ['', false];
  for (const [key, text] of texts) {
    const numeral = byKey.get(key);
    if (numeral === undefined) {
      if (text.length > widestGap) isOpen = false;
      if (text.trim() !== '') before = text;
    } else if (isOpen) runs.at(-1)!.texts.push(numeral);
    else {
      runs.push({ texts: [numeral], before });
      isOpen = true;
    }
  }
  return runs
    .filter((run) => run.texts.length > 1)
    .map((run) => ({ texts: run.texts, isAsked: namesLine(`${run.before} `) }));
}

/** Numbers that are nearly declared ones, or these, divided over several texts: each part by itself is an amount. */
export function dividedNumbers(
  runs: readonly Neighbours[],
  declared: readonly DeclaredNumber[],
  place: (key: string) => Place,
): Problem[] {
  const helplines = displays(declared);
  const found = runs.flatMap(({ texts: run, isAsked, code }) => {
    if (code !== undefined) return askedFault(code, declared, place(code.one.key));
    const ends: number[] = [];
    const parts: string[] = [];
    let text = '';
    let others = '';
    for (const { nodes } of run) {
      const shown = plainText(withoutLinkedCodes(nodes!, declared), { data: { helplines } });
      const { reading, masked, shown: known } = knownIn(shown, declared);
      const covered = (whole: string) => cover(whole, known, declaredMark);
      text += `${covered(reading.text)} `;
      parts.push(covered(masked));
      others += `${parts.at(-1)} `;
      ends.push(text.length);
    }
    const partOf = (at: number) => ends.findIndex((end) => at < end);
    const near = nearDeclared(text, others, declared).filter(
      ({ start, end }) => partOf(start) !== partOf(end - 1),
    );
    return [
      ...near.map((one) => faultOf(one, text, place(run[partOf(one.start)]!.key))),
      ...(near.length > 0 ? [] : undeclaredIn(parts, isAsked)).map(({ first, groups }) =>
        undeclaredFault(groups, place(run[first]!.key)),
      ),
    ];
  });
  // A row of a table is read along and down: what both find is one fault.
  return [...new Map(found.map((fault) => [`${fault.place.key} ${fault.message}`, fault])).values()];
}

/** Groups of digits that are a number where each is a text: with a 0 before the area, as no amount has; or after a word that asks to dial. */
const [withZero, whereAsked] = [
  /^0\d{2,4}(?: \d{2,5}){1,4}$/,
  /^(?:(?:1 )?(?:[2-9]\d\d )?[2-9]\d\d \d{4}|\d(?: \d){6,14})$/,
];
const [fewestDigits, mostGroups] = [7, 15];

/** Numbers that are no declared ones, divided over texts each of which is a group of digits: their groups, and which text is the first. */
function undeclaredIn(
  parts: readonly string[],
  isAsked: boolean,
): { readonly first: number; readonly groups: string[] }[] {
  for (let first = 0; first < parts.length; first++)
    for (let count = Math.min(mostGroups, parts.length - first); count > 1; count--) {
      const groups = parts.slice(first, first + count).map((part) => part.trim());
      const written = groups.join(' ');
      const isNumber = withZero.test(written) || (isAsked && whereAsked.test(written));
      if (isNumber && written.replaceAll(' ', '').length >= fewestDigits)
        return [
          { first, groups },
          ...undeclaredIn(parts.slice(first + count), isAsked).map((more) => ({
            ...more,
            first: more.first + first + count,
          })),
        ];
    }
  return [];
}

function undeclaredFault(groups: readonly string[], place: Place): Problem {
  return problem(
    'NUMBER_UNDECLARED',
    `“${groups.join(' | ')}”, read from one text to the next, could be dialled, and the guide does not declare it.`,
    place,
    'A number stands whole in one text, and in guide.yaml under numbers. Amounts stand in another order, or with their units.',
  );
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
