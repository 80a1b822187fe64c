import type { CssNode, Selector } from 'css-tree';
import { type DocumentElement, elements, everywhere } from '../document/index.ts';
import { children } from './nodes.ts';
import type { Pseudo } from './types.ts';

/** `work` is what matching may still cost; it is taken down with every compound that is tried. */
export type Matcher = (element: DocumentElement, work: Work) => boolean;

/** What all matching of a document may cost. */
export interface Work {
  left: number;
}

/** Simple selectors that one complex selector may hold, those in `:is()` and `:not()` counted. */
const mostSimple = 40;
/**
 * Attributes whose values a selector may ask for. Others may hold the helpline's number: a page may not be set one way
 * for one number and another way for the next.
 */
export const comparable: readonly string[] = ['id', 'class', 'lang', 'dir', 'src', 'data-label'];

/** One complex selector, ready to match (Selectors 4). */
export interface CompiledSelector {
  readonly matches: Matcher;
  /** a, b, c as one number: a·10⁶ + b·10³ + c. */
  readonly specificity: number;
  /** What the last compound asks for, for an index: `#id`, else `.class`, else a type, else `*`. */
  readonly key: string;
  /** What it is of, beside its text, where it is of no element itself. */
  readonly pseudo?: Pseudo;
}

export class SelectorFault extends Error {
  readonly node: CssNode;
  constructor(message: string, node: CssNode) {
    super(message);
    this.node = node;
  }
}

/** Element children of a parent with the position of each, from 0. Trees do not change once they are parsed. */
const siblingsByParent = new WeakMap<
  DocumentElement,
  { elements: readonly DocumentElement[]; index: ReadonlyMap<DocumentElement, number> }
>();

function siblingsOf(parent: DocumentElement) {
  let known = siblingsByParent.get(parent);
  if (known === undefined) {
    const children = parent.children.filter((node): node is DocumentElement => node.kind === 'element');
    known = { elements: children, index: new Map(children.map((element, i) => [element, i])) };
    siblingsByParent.set(parent, known);
  }
  return known;
}

function previous(element: DocumentElement): DocumentElement | undefined {
  return element.parent === undefined ? undefined : siblingsOf(element.parent).elements[nth(element) - 2];
}

/** Position among the element children of its parent, from 1. */
function nth(element: DocumentElement): number {
  return element.parent === undefined ? 1 : siblingsOf(element.parent).index.get(element)! + 1;
}

/** Extended filtering: `zh-TW` is found in `zh-Hant-TW` (RFC 4647 §3.3.2). */
function languageMatches(tag: string, range: string): boolean {
  const subtags = tag.toLowerCase().split('-');
  const [primary, ...wanted] = range.toLowerCase().split('-');
  if (primary !== '*' && primary !== subtags[0]) return false;
  let at = 1;
  for (const subtag of wanted) {
    if (subtag === '*') continue;
    while (at < subtags.length && subtags[at] !== subtag) if (subtags[at++]!.length === 1) return false;
    if (at++ >= subtags.length) return false;
  }
  return true;
}

/** @throws SelectorFault */
export function compileSelector(
  selector: Selector,
  count = { simple: 0 },
  isInner = false,
): CompiledSelector {
  let specificity = 0;
  let key = '*';
  /** Compounds from left to right with the combinator before each. */
  const compounds: { combinator: string; tests: Matcher[] }[] = [{ combinator: '', tests: [] }];
  let pseudo: Pseudo | undefined;
  for (const node of children(selector)) {
    if (pseudo !== undefined) throw new SelectorFault('what follows a pseudo-element', node);
    if (node.type === 'PseudoElementSelector') {
      pseudo = pseudoOf(node, isInner);
      specificity++;
      continue;
    }
    if (node.type === 'Combinator') {
      if (!['>', '+', '~', ' '].includes(node.name))
        throw new SelectorFault(`the combinator "${node.name}"`, node);
      compounds.push({ combinator: node.name, tests: [] });
      key = '*';
      continue;
    }
    if (++count.simple > mostSimple) throw new SelectorFault(`more than ${mostSimple} parts`, node);
    const simple = compileSimple(node, count);
    specificity += simple.specificity;
    compounds.at(-1)!.tests.push(simple.matches);
    key = narrower(key, node);
  }
  /** Of long selectors: which of its compounds end at an element. Without it, trying all ways takes exponential time. */
  const known = compounds.length > 3 ? new WeakMap<DocumentElement, (boolean | undefined)[]>() : undefined;
  const matchFrom = (element: DocumentElement, at: number, work: Work): boolean => {
    if (known === undefined) return matchNow(element, at, work);
    const results = known.get(element) ?? [];
    known.set(element, results);
    const result = results[at] ?? matchNow(element, at, work);
    results[at] = result;
    return result;
  };
  const matchNow = (element: DocumentElement, at: number, work: Work): boolean => {
    work.left--;
    const compound = compounds[at]!;
    for (const test of compound.tests) if (!test(element, work)) return false;
    if (at === 0) return true;
    switch (compound.combinator) {
      case '>':
        return element.parent !== undefined && matchFrom(element.parent, at - 1, work);
      case '+': {
        const before = previous(element);
        return before !== undefined && matchFrom(before, at - 1, work);
      }
      case '~':
        for (let before = previous(element); before !== undefined; before = previous(before))
          if (matchFrom(before, at - 1, work)) return true;
        return false;
      default:
        for (let up = element.parent; up !== undefined; up = up.parent)
          if (matchFrom(up, at - 1, work)) return true;
        return false;
    }
  };
  return {
    matches: (element, work) => matchFrom(element, compounds.length - 1, work),
    specificity,
    key,
    ...(pseudo === undefined ? {} : { pseudo }),
  };
}

function pseudoOf(node: CssNode & { type: 'PseudoElementSelector' }, isInner: boolean): Pseudo {
  const name = node.name.toLowerCase();
  if (isInner || (name !== 'before' && name !== 'after')) throw new SelectorFault(`"::${node.name}"`, node);
  return name;
}

/** The key of a compound with one more simple selector. */
function narrower(key: string, node: CssNode): string {
  switch (node.type) {
    case 'IdSelector':
      return `#${node.name}`;
    case 'ClassSelector':
      return key.startsWith('#') ? key : `.${node.name}`;
    case 'TypeSelector':
      return key === '*' ? node.name.toLowerCase() : key;
    default:
      return key;
  }
}

interface Simple {
  readonly matches: Matcher;
  readonly specificity: number;
}

function compileSimple(node: CssNode, count: { simple: number }): Simple {
  switch (node.type) {
    case 'TypeSelector': {
      const name = node.name.toLowerCase();
      if (name === '*') return { matches: () => true, specificity: 0 };
      if (!Object.hasOwn(elements, name)) throw new SelectorFault(`the element "${name}"`, node);
      return { matches: (element) => element.name === name, specificity: 1 };
    }
    case 'ClassSelector':
      return { matches: (element) => element.classes.includes(node.name), specificity: 1000 };
    case 'IdSelector':
      return { matches: (element) => element.id === node.name, specificity: 1_000_000 };
    case 'AttributeSelector':
      return compileAttribute(node);
    case 'PseudoClassSelector':
      return compilePseudoClass(node, count);
    default:
      throw new SelectorFault('this selector', node);
  }
}

/** How the address of a picture begins: `qr:` are codes, `template:` pictures of templates. */
const kindOfPicture = /^[a-z]+:$/;

function compileAttribute(node: CssNode & { type: 'AttributeSelector' }): Simple {
  const name = node.name.name.toLowerCase();
  const known: readonly string[] = [
    ...everywhere,
    ...Object.values(elements).flatMap((rule): readonly string[] => rule.attributes),
  ];
  if (!known.includes(name)) throw new SelectorFault(`the attribute "${name}"`, node);
  const wanted =
    node.value === null ? undefined : node.value.type === 'String' ? node.value.value : node.value.name;
  const isKind = node.matcher === '^=' && name === 'src' && kindOfPicture.test(wanted ?? '');
  if (node.matcher !== null && node.matcher !== '=' && !isKind)
    throw new SelectorFault(`the attribute matcher "${node.matcher}"`, node);
  if (node.value !== null && !comparable.includes(name))
    throw new SelectorFault(`a value of "${name}", in which the helpline's number may stand,`, node);
  if (node.flags !== null) throw new SelectorFault(`the flag "${node.flags}"`, node);
  return {
    matches: (element) => {
      const value = attributeOf(element, name);
      if (isKind) return value?.startsWith(wanted!) === true;
      return wanted === undefined ? value !== undefined : value === wanted;
    },
    specificity: 1000,
  };
}

/** The value that the element itself declares. */
function attributeOf(element: DocumentElement, name: string): string | undefined {
  switch (name) {
    case 'lang':
      return element.declares?.lang === true ? element.lang : undefined;
    case 'dir':
      return element.declares?.dir === true ? element.dir : undefined;
    case 'id':
      return element.id;
    case 'class':
      return element.classes.length === 0 ? undefined : element.classes.join(' ');
    default:
      return Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
  }
}

/** Is `position` one of a·n + b, n from 0 (CSS Syntax 3 §6)? */
function isNth(position: number, a: number, b: number): boolean {
  return a === 0 ? position === b : (position - b) % a === 0 && (position - b) / a >= 0;
}

function compilePseudoClass(
  node: CssNode & { type: 'PseudoClassSelector' },
  count: { simple: number },
): Simple {
  const specificity = 1000;
  const [argument, ...more] = children(node);
  const word =
    argument?.type === 'Identifier'
      ? argument.name
      : argument?.type === 'Raw'
        ? argument.value.trim()
        : undefined;
  if (more.length > 0) throw new SelectorFault(`":${node.name}" with several arguments`, node);
  switch (node.name.toLowerCase()) {
    case 'root':
      return { matches: (element) => element.parent === undefined, specificity };
    case 'first-child':
      return { matches: (element) => nth(element) === 1, specificity };
    case 'last-child':
      return {
        matches: (element) =>
          element.parent === undefined || siblingsOf(element.parent).elements.at(-1) === element,
        specificity,
      };
    case 'nth-child': {
      if (argument?.type !== 'Nth' || argument.selector !== null) break;
      const { nth: formula } = argument;
      const [a, b] =
        formula.type === 'AnPlusB'
          ? [Number(formula.a ?? 0), Number(formula.b ?? 0)]
          : formula.name === 'odd'
            ? [2, 1]
            : [2, 0];
      return { matches: (element) => isNth(nth(element), a, b), specificity };
    }
    case 'lang':
      if (word === undefined) break;
      return { matches: (element) => languageMatches(element.lang, word), specificity };
    case 'dir':
      if (word !== 'rtl' && word !== 'ltr') break;
      return { matches: (element) => element.dir === word, specificity };
    case 'not':
    case 'is': {
      if (argument?.type !== 'SelectorList') break;
      const inner = children(argument).map((selector) => compileSelector(selector as Selector, count, true));
      const some: Matcher = (element, work) => inner.some((selector) => selector.matches(element, work));
      return {
        matches: node.name.toLowerCase() === 'is' ? some : (element, work) => !some(element, work),
        specificity: Math.max(...inner.map((selector) => selector.specificity)),
      };
    }
    default:
  }
  throw new SelectorFault(`":${node.name}"`, node);
}
