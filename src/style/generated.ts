import { type Problem, problem } from '../diagnostics/index.ts';
import { type DocumentElement, type DocumentText, elements, elementsOf, walk } from '../document/index.ts';
import type { Cascaded } from './cascade.ts';
import { laysOutItems } from './in-line.ts';
import type { StyleDeclaration } from './rules.ts';
import type { ComputedStyle, Content, Pseudo } from './types.ts';

const blank = /^[ \t\n\r\f]*$/;
const digitFirst = /^[\s\u00a0]*\p{N}/u;
const digitLast = /\p{N}[\s\u00a0]*$/u;

/** What is wrong with generated content, and what to do. */
type Fault = readonly [why: string, hint: string];

/** Tells of what stands before or after a text and may not: where it would be read with a number, or in no text. */
export function checkGenerated(
  element: DocumentElement,
  at: Pseudo,
  { declarations }: Cascaded,
  {
    style,
    styleOf,
  }: { readonly style: ComputedStyle; readonly styleOf: (of: DocumentElement) => ComputedStyle },
  problems: Map<StyleDeclaration, Problem>,
): void {
  const { content } = style;
  if (content === undefined) return;
  const fault =
    styleFault(style) ?? placeFault(element, at, content, styleOf) ?? numberFault(element, at, content);
  if (fault === undefined) return;
  const { declaration } = declarations.findLast(({ declaration: d }) => d.property === 'content')!;
  if (problems.has(declaration)) return;
  problems.set(
    declaration,
    problem(
      'CSS_VALUE_INVALID',
      `content of <${element.name}>::${at}: ${fault[0]}.`,
      declaration.place,
      fault[1],
    ),
  );
}

/** Tells of `content` of an element itself, which is what its HTML says. */
export function checkContent(
  element: DocumentElement,
  { declarations }: Cascaded,
  problems: Map<StyleDeclaration, Problem>,
): void {
  const said = declarations.findLast(({ declaration: d }) => d.property === 'content');
  if (said === undefined || problems.has(said.declaration)) return;
  problems.set(
    said.declaration,
    problem(
      'CSS_VALUE_INVALID',
      `content of <${element.name}>: it says what its HTML says.`,
      said.declaration.place,
      'Give it to ::before or ::after.',
    ),
  );
}

/** It stands in a line, as a part of the text. */
function styleFault({
  display,
  position,
  margin,
  padding,
  border,
  backgroundColor,
  backgroundImage,
}: ComputedStyle): Fault | undefined {
  const sides = [...Object.values(margin), ...Object.values(padding)];
  const isPlain =
    display === 'inline' &&
    position === 'static' &&
    sides.every((side) => side === 0) &&
    Object.values(border).every(({ width }) => width === 0) &&
    backgroundColor === undefined &&
    backgroundImage === undefined;
  if (isPlain) return undefined;
  return [
    'it is a part of a line, and has no box of its own',
    'Take display, position, margins, padding, borders and grounds away: a box of its own is an element.',
  ];
}

function placeFault(
  element: DocumentElement,
  at: Pseudo,
  { parts }: Content,
  styleOf: (of: DocumentElement) => ComputedStyle,
): Fault | undefined {
  const isLine = elementsOf(element).every(
    (each) => each === element || elements[each.name].category === 'inline' || each.name === 'br',
  );
  if (isLine && textsOf(element).length === 0)
    return [
      'the element has no text that it could stand beside',
      'Say one: words of a product stand in its words/<tag>.json, and {{word "…"}} prints them.',
    ];
  if (!isLine || textsOf(element).length === 0 || laysOutItems(styleOf(element)))
    return ['the element is no text alone', 'Give it to the paragraph, heading or cell that says the text.'];
  if (
    parts.some(({ kind }) => kind === 'counter') &&
    (at === 'after' || elements[element.name].category === 'inline')
  )
    return [
      'a number begins a text, it does not stand within or behind one',
      'Count in the ::before of a block: h2::before, li::before.',
    ];
  const target = element.name === 'a' ? element.attributes.href : undefined;
  if (parts.some(({ kind }) => kind === 'target') && target?.startsWith('#') !== true)
    return ['the element is no link to a place in the document', 'Use a[href]::after on links to #id.'];
  return undefined;
}

/** Nothing stands right beside a helpline's number, and no number right beside another. */
function numberFault(element: DocumentElement, at: Pseudo, { parts }: Content): Fault | undefined {
  const texts = textsOf(element);
  const beside = at === 'before' ? texts[0]! : texts.at(-1)!;
  if (beside.number !== undefined)
    return ['it stands right beside a helpline’s number', 'Leave the number alone in its element.'];
  const isDigit =
    beside.page !== undefined ||
    (at === 'before' ? digitFirst.test(beside.text) : digitLast.test(beside.text));
  if (!isDigit) return undefined;
  const number = at === 'before' ? parts.findLastIndex(isNumber) : parts.findIndex(isNumber);
  const between = (
    at === 'before' ? parts.slice(number + 1) : parts.slice(0, number < 0 ? undefined : number)
  )
    .map((part) => (part.kind === 'marks' ? part.text : ''))
    .join('');
  // A full stop or colon before a space ends what was said; all else may join digits to one number.
  const isApart =
    number < 0 && between === ''
      ? true
      : number < 0
        ? /[\s\u00a0]/.test(at === 'before' ? between.at(-1)! : between[0]!)
        : /[.:;!?][\s\u00a0]/.test(between);
  if (isApart) return undefined;
  return [
    'it would be read with the digits beside it',
    'Part them: content: counter(item) ". ", or marks with a space.',
  ];
}

const isNumber = ({ kind }: Content['parts'][number]) => kind !== 'marks';

/** The texts of an element that say something, in order. */
function textsOf(element: DocumentElement): DocumentText[] {
  return walk(element).filter((node): node is DocumentText => node.kind === 'text' && !blank.test(node.text));
}
