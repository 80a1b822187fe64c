import type { CssNode } from 'css-tree';
import { hasWords } from '../document/index.ts';
import { type CounterStyle, counterStyles, isCounterStyle } from './counter-styles.ts';
import { children, functionName, identifier, isComma, isSlash, parts, ValueFault } from './nodes.ts';
import type { Parse } from './property.ts';
import type { Content, ContentPart } from './types.ts';

/** Characters that a style sheet may put before or after a text. */
const longest = 20;
const unseen = /(?![ \u00a0])\p{C}/u;

/** Text that a style sheet has of its own: letters and digits would stand in every language. */
export class OwnText extends ValueFault {}

/** What stands before or after the text of an element (CSS Generated Content 3 §2); undefined: nothing. */
export const content: Parse<Content | undefined> = (nodes) => {
  const slash = nodes.findIndex(isSlash);
  const shown = slash < 0 ? nodes : nodes.slice(0, slash);
  const [alternative, ...more] = slash < 0 ? [] : nodes.slice(slash + 1);
  if (slash >= 0 && (alternative?.type !== 'String' || alternative.value !== '' || more.length > 0))
    throw new ValueFault('after the slash "" is wanted: what is drawn and not read');
  const word = shown.length === 1 ? identifier(shown[0]) : undefined;
  if (slash < 0 && (word === 'none' || word === 'normal')) return undefined;
  if (shown.length === 0)
    throw new ValueFault('strings, counter(), counters() and target-counter() are wanted');
  const made = shown.map(partOf);
  const characters = made.reduce((sum, part) => sum + (part.kind === 'marks' ? part.text.length : 0), 0);
  if (characters > longest) throw new ValueFault(`up to ${longest} characters are wanted`);
  const numbers = made.flatMap((part, i) => (part.kind === 'marks' ? [] : i));
  if (numbers.length > 2) throw new ValueFault('up to two numbers are wanted');
  const [first, second] = numbers.map((i) => made[i]!);
  if (second !== undefined) {
    const between = made
      .slice(numbers[0]! + 1, numbers[1])
      .map((part) => (part.kind === 'marks' ? part.text : ''));
    const arePages = [first!, second].every(({ kind }) => kind === 'page');
    if (!(arePages ? /^ ?[/] ?$/ : /^[.]$/).test(between.join('')))
      throw new ValueFault(
        `${arePages ? 'a slash' : parting} is wanted between two numbers, or they are read as one`,
      );
  }
  return { parts: made, isDecoration: slash >= 0 };
};

/** Between two numbers: 1.2. */
const parting = 'a full stop';

function partOf(node: CssNode): ContentPart {
  if (node.type === 'String') return { kind: 'marks', text: marks(node.value) };
  const name = functionName(node);
  const given = name === undefined ? [] : argumentsOf(node);
  if (name === 'counter') return counter(given);
  if (name === 'counters') return counters(given);
  if (name === 'target-counter') return target(given);
  throw new ValueFault(
    'strings, counter(), counters() and target-counter() are wanted, in ::before and ::after',
  );
}

/** @throws OwnText */
function marks(text: string): string {
  if (hasWords(text))
    throw new OwnText(
      `"${text}" is text of the style sheet's own, which would stand in every language: say it in the guide`,
    );
  if (unseen.test(text)) throw new ValueFault('a character that nobody sees is not taken');
  return text;
}

/** Between commas, one each. */
function argumentsOf(node: CssNode): CssNode[] {
  const all = parts(children(node));
  const isInPlace = all.every((each, i) => isComma(each) === (i % 2 === 1)) && all.length % 2 === 1;
  if (!isInPlace) throw new ValueFault('values between commas are wanted');
  return all.filter((each) => !isComma(each));
}

function counter([name, style, ...more]: readonly CssNode[]): ContentPart {
  const own = nameOf(name);
  const digits = styleOf(style);
  if (more.length > 0) throw new ValueFault('counter() takes a name, and a style');
  if (own !== 'page' && own !== 'pages') return { kind: 'counter', name: own, style: digits };
  onlyDecimal(digits);
  return { kind: 'page', of: own === 'page' ? 'this' : 'last' };
}

function counters([name, between, style, ...more]: readonly CssNode[]): ContentPart {
  if (between?.type !== 'String' || more.length > 0)
    throw new ValueFault('counters() takes a name, what stands between them, and a style');
  const text = marks(between.value);
  if (text !== '.') throw new ValueFault(`${parting} is wanted between two numbers, or they are read as one`);
  const own = nameOf(name);
  if (own === 'page' || own === 'pages') throw new ValueFault('there is one number of a page: counter(page)');
  return { kind: 'counter', name: own, style: styleOf(style), between: text };
}

/** The page that a link of the document leads to (CSS Generated Content 3 §5.4). */
function target([address, name, style, ...more]: readonly CssNode[]): ContentPart {
  const [attribute, ...others] =
    address !== undefined && functionName(address) === 'attr' ? parts(children(address)) : [];
  if (identifier(attribute) !== 'href' || others.length > 0 || identifier(name) !== 'page' || more.length > 0)
    throw new ValueFault('target-counter(attr(href), page) is wanted');
  onlyDecimal(styleOf(style));
  return { kind: 'target' };
}

function nameOf(node: CssNode | undefined): string {
  if (node?.type !== 'Identifier') throw new ValueFault('the name of a counter is wanted');
  return node.name;
}

function styleOf(node: CssNode | undefined): CounterStyle {
  const name = node === undefined ? 'decimal' : identifier(node);
  if (name !== undefined && isCounterStyle(name)) return name;
  throw new ValueFault(`one of ${counterStyles.join(', ')} is wanted`);
}

function onlyDecimal(style: CounterStyle): void {
  if (style !== 'decimal') throw new ValueFault('numbers of pages are decimal, as readers show them');
}

/** Names of counters; what is counted begins with nothing, and one by one, so that no style sheet says a number. */
export const counterNames =
  (only: number): Parse<readonly string[]> =>
  (nodes) => {
    if (nodes.length === 1 && identifier(nodes[0]) === 'none') return [];
    const names: string[] = [];
    for (const node of nodes) {
      if (node.type === 'Number' && Number(node.value) === only && names.length > 0) continue;
      if (node.type === 'Number') throw new ValueFault(`no other number than ${only} is taken`);
      const name = nameOf(node);
      if (name === 'page' || name === 'pages') throw new ValueFault('pages are counted by themselves');
      if (names.includes(name)) throw new ValueFault(`${name} is counted one by one`);
      names.push(name);
    }
    if (names.length === 0) throw new ValueFault('none, or names of counters are wanted');
    return names;
  };
