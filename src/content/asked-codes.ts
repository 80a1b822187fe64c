import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import { Lettered } from '../letters/index.ts';
import { readDigits } from './digits/read-digits.ts';
import { type Numeral, parsed } from './guide-numbers.ts';
import { plainText } from './inline/inline.ts';
import type { DeclaredNumber } from './numbers/declared.ts';
import { meantCode } from './numbers/nearness.ts';
import type { Block, GuideData } from './schema/schema.ts';
import { fieldsOf } from './schema/walk.ts';
import { declaredIn } from './search/declared-in-text.ts';
import { findDialable } from './search/find-dialable.ts';
import { numberFaults } from './search/number-faults.ts';
import { declareIt, displays } from './search/told.ts';
import { namesLine } from './sentences/asked.ts';
import { namesEmergency } from './sentences/emergency.ts';
import { isCountLabel } from './sentences/named-lines.ts';
import { tableGrid } from './table-grid.ts';

/** A text that is a short code and nothing else, beside a text that asks to dial one: “Ambulance | 118”, “Whom do I call? | 113”. */
export interface AskedCode {
  readonly one: Numeral;
  readonly digits: string;
  /** What asks; undefined of a title, which is read by itself. */
  readonly beside: string | undefined;
  /** Where nothing asks: it is dialled where one of these is a declared number. */
  readonly peers?: Peers;
}

interface Peers {
  /** The text with its name: “Mind: 394”. */
  readonly said: string;
  /** What stands in its place elsewhere, each with its name: the other items of its list, the other cells of its column. */
  readonly others: readonly string[];
}

/** Texts that are large and alone: a code that is all that one says is what to dial. */
const title = /(?:^|\.)(?:title|kicker|heading|line|call|term|answers)$/;

/** Three to six digits by themselves, with signs that count nothing around them. */
const bare = new Lettered(
  String.raw`^[^\p{L}\p{M}\d\p{Sc}%‰°#+<>=≥≤]*(\d(?:[ -]?\d){2,5})[^\p{L}\p{M}\d\p{Sc}%‰°+]*$`,
  'u',
);
/** The same behind a name, as an item of a list has it: “Samaritans: 394”. */
const afterName = new Lettered(String.raw`^\p{L}[^\d:;!?]{1,40}(?:: ?| - )(\d(?:[ -]?\d){2,5})\.?$`, 'u');
/** What begins with three digits and more counts, but for a number of seven. */
const counted = /^[^\p{L}\d]*\d{3}/u;
const mostCounted = 6;
const year = /^(?:1[89]|20)\d\d$/;

/** Every such text of a guide. In a row of a table with several they are counts. */
export function askedCodesIn(data: GuideData, byKey: ReadonlyMap<string, Numeral>): AskedCode[] {
  const texts = new Map<string, string[]>();
  const peers = new Map<string, Peers>();
  const found = fieldsOf(data);
  let before = '';
  for (const { field, key, value } of found) {
    if (field.is !== 'text') continue;
    texts.set(key, [before]);
    if ((value as string).trim() !== '') before = value as string;
  }
  for (const { field, key, value } of found)
    if (field.is === 'blocks')
      for (const block of value as readonly Block[]) {
        for (const [cell, labels] of labelsIn(block, `${key}.${block.id}`)) texts.set(cell, labels);
        for (const [place, those] of peersIn(block, `${key}.${block.id}`)) peers.set(place, those);
      }
  return [...texts].flatMap(([key, labels]) => {
    const one = byKey.get(key);
    if (one === undefined) return [];
    const digits = codeOf(one.text, bare);
    const beside = digits === undefined ? undefined : labels.find((label) => asksFor(label, digits));
    if (digits !== undefined) {
      const isTitle = title.test(key) && !year.test(digits) && !digits.endsWith('00');
      if (beside !== undefined || isTitle) return [{ one, digits, beside }];
    }
    const those = peers.get(key);
    const counted = digits ?? codeOf(one.text, afterName);
    return those === undefined || counted === undefined || year.test(counted)
      ? []
      : [{ one, digits: counted, beside, peers: those }];
  });
}

/** The items of a list, and the cells of each column of a table with what stands first in their row, each with the others. */
function peersIn(block: Block, outer: string): (readonly [key: string, peers: Peers])[] {
  const places: (readonly [key: string, said: string])[][] = [];
  const heads = new Map<number, string>();
  if (block.kind === 'list' || block.kind === 'steps')
    places.push(block.items.map(({ id, text }) => [`${outer}.${id}`, text] as const));
  if (block.kind === 'table')
    for (const [i, row] of tableGrid(block).entries())
      for (const { cell, column, heads: what } of row) {
        if (what === 'columns') heads.set(column, cell.text ?? '');
        if (isCount(heads.get(column))) continue;
        const name = row.find((other) => other.cell !== cell && (other.cell.text ?? '') !== '')?.cell.text;
        const said = name === undefined ? (cell.text ?? '') : `${name}: ${cell.text ?? ''}`;
        places[column] ??= [];
        places[column].push([`${outer}.${block.rows[i]!.id}.${cell.id}`, said]);
      }
  return places.flatMap((texts) =>
    texts.map(
      ([key, said], i) =>
        [key, { said, others: texts.flatMap(([, other], j) => (i === j ? [] : other)) }] as const,
    ),
  );
}

/** What may label each cell that is the only one of its row with digits that may count: the other cells, and what heads its column. */
function labelsIn(block: Block, outer: string): (readonly [key: string, labels: string[]])[] {
  if (block.kind !== 'table') return [];
  const heads = new Map<number, string>();
  return tableGrid(block).flatMap((row, i) => {
    const counts = row.filter(({ cell }) => mayCount(cell.text ?? ''));
    const labelled = row.map(({ cell, column }) => {
      const others = row.flatMap((other) => (other.cell === cell ? [] : (other.cell.text ?? [])));
      const labels =
        counts.length > 1 || isCount(heads.get(column)) ? [] : [...others, heads.get(column) ?? ''];
      return [`${outer}.${block.rows[i]!.id}.${cell.id}`, labels] as const;
    });
    for (const { cell, column, heads: what } of row)
      if (what === 'columns') heads.set(column, cell.text ?? '');
    return labelled;
  });
}

/** True of what heads a column of counts: “Calls”, “Volunteers”. */
const isCount = (head: string | undefined): boolean =>
  head !== undefined && /\p{L}/u.test(head) && isCountLabel(head);

function mayCount(written: string): boolean {
  const { text } = readDigits(written);
  return counted.test(text) && text.replace(/\D/g, '').length <= mostCounted;
}

function codeOf(text: string, form: Lettered): string | undefined {
  return form.exec(readDigits(text).text)?.[1]?.replace(/\D/g, '');
}

/** A year may be that of an emergency. */
function asksFor(label: string, digits: string): boolean {
  // “Crisis line (24/7)”: what a bracket adds asks nothing.
  const asking = readDigits(label)
    .text.replace(/ ?\([^()]*\)[\s.:?!…]*$/u, '')
    .replace(/[\s.:?!…]+$/u, '');
  return namesLine(`${asking} `) || (!year.test(digits) && namesEmergency(asking, ''));
}

const toldBy = (beside: string | undefined, peer: string | undefined) =>
  beside === undefined
    ? 'which is all that stands here'
    : `${peer === undefined ? 'beside' : 'in a row with'} “${beside}”`;

/** True where another text is a declared number, or a name and a declared number, as this one is a code. */
function isPeer(text: string, said: string, declared: readonly DeclaredNumber[]): boolean {
  const [other, code] = [text, said].map((each) => {
    const nodes = parsed(each);
    return nodes === undefined ? '' : plainText(nodes, { data: { helplines: displays(declared) } }).trim();
  }) as [string, string];
  if (declared.some(({ display }) => other === display)) return codeOf(code, bare) !== undefined;
  return declaredIn(other, declared).length === 1 && findDialable(`${other}; ${code}`, declared).length > 0;
}

/** What is wrong with one that the guide does not declare. */
export function askedFault(
  { one, digits, beside, peers }: AskedCode,
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  if (declared.some(({ dial }) => dial === digits)) return [];
  // What is told of the text by itself is not told again.
  if (numberFaults(one.nodes!, declared, place).length > 0) return [];
  const shown = plainText(one.nodes!, { data: { helplines: {} } });
  const peer = peers?.others.find((other) => isPeer(other, peers.said, declared));
  if (peers !== undefined && peer === undefined) return [];
  const meant = meantCode(
    digits,
    declared.filter(({ dial }) => dial.length <= 4),
  );
  return [
    problem(
      meant === undefined ? 'NUMBER_UNDECLARED' : 'NUMBER_NEAR_MISS',
      `“${shown}”, ${toldBy(beside ?? peer, peer)}, could be dialled, and the guide does not declare it.`,
      place,
      `${meant === undefined ? '' : `Did you mean ${meant.number.display}? `}${declareIt} What is counted says so: ${digits} people.`,
    ),
  ];
}
