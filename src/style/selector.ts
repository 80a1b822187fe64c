import type { CssNode, Selector } from 'css-tree';
import { type DocumentElement, elements } from '../document/index.ts';
import { children } from './values.ts';

export type Matcher = (element: DocumentElement) => boolean;

/** One complex selector, ready to match (Selectors 4). */
export interface CompiledSelector {
  readonly matches: Matcher;
  /** a, b, c as one number: a·10⁶ + b·10³ + c. */
  readonly specificity: number;
  /** Type that the rightmost compound names, for the index; undefined: any. */
  readonly type: string | undefined;
}

export class SelectorFault extends Error {
  readonly node: CssNode;
  constructor(message: string, node: CssNode) {
    super(message);
    this.node = node;
  }
}

const elementSiblings = (element: DocumentElement) =>
  (element.parent?.children ?? [element]).filter((node): node is DocumentElement => node.kind === 'element');

function previous(element: DocumentElement): DocumentElement | undefined {
  const siblings = elementSiblings(element);
  return siblings[siblings.indexOf(element) - 1];
}

function nth(element: DocumentElement): number {
  return elementSiblings(element).indexOf(element) + 1;
}

/** Is `tag` the language `range` or one of its dialects (RFC 4647 §3.3.1)? */
function languageMatches(tag: string, range: string): boolean {
  const [t, r] = [tag.toLowerCase(), range.toLowerCase()];
  return t === r || t.startsWith(`${r}-`);
}

export function compileSelector(selector: Selector): CompiledSelector {
  let specificity = 0;
  let type: string | undefined;
  /** Compounds from left to right with the combinator before each. */
  const compounds: { combinator: string; tests: Matcher[] }[] = [{ combinator: '', tests: [] }];
  for (const node of children(selector)) {
    if (node.type === 'Combinator') {
      if (!['>', '+', '~', ' '].includes(node.name)) throw new SelectorFault(`the combinator "${node.name}"`, node);
      compounds.push({ combinator: node.name, tests: [] });
      type = undefined;
      continue;
    }
    const simple = compileSimple(node);
    specificity += simple.specificity;
    compounds.at(-1)!.tests.push(simple.matches);
    if (node.type === 'TypeSelector' && node.name !== '*') type = node.name.toLowerCase();
  }
  const matchFrom = (element: DocumentElement, at: number): boolean => {
    const compound = compounds[at]!;
    if (!compound.tests.every((test) => test(element))) return false;
    if (at === 0) return true;
    switch (compound.combinator) {
      case '>':
        return element.parent !== undefined && matchFrom(element.parent, at - 1);
      case '+': {
        const before = previous(element);
        return before !== undefined && matchFrom(before, at - 1);
      }
      case '~':
        for (let before = previous(element); before !== undefined; before = previous(before))
          if (matchFrom(before, at - 1)) return true;
        return false;
      default:
        for (let up = element.parent; up !== undefined; up = up.parent) if (matchFrom(up, at - 1)) return true;
        return false;
    }
  };
  return { matches: (element) => matchFrom(element, compounds.length - 1), specificity, type };
}

interface Simple {
  readonly matches: Matcher;
  readonly specificity: number;
}

function compileSimple(node: CssNode): Simple {
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
      return compilePseudoClass(node);
    default:
      throw new SelectorFault('this selector', node);
  }
}

function compileAttribute(node: CssNode & { type: 'AttributeSelector' }): Simple {
  const name = node.name.name.toLowerCase();
  if (node.matcher !== null && node.matcher !== '=') throw new SelectorFault(`the attribute matcher "${node.matcher}"`, node);
  const wanted = node.value === null ? undefined : node.value.type === 'String' ? node.value.value : node.value.name;
  const valueOf = (element: DocumentElement) =>
    name === 'lang' ? element.lang : name === 'dir' ? element.dir : name === 'id' ? element.id : element.attributes[name];
  return {
    matches: (element) => (wanted === undefined ? valueOf(element) !== undefined : valueOf(element) === wanted),
    specificity: 1000,
  };
}

function compilePseudoClass(node: CssNode & { type: 'PseudoClassSelector' }): Simple {
  const specificity = 1000;
  const argument = node.children === null ? undefined : [...node.children][0];
  const word = argument?.type === 'Identifier' ? argument.name : argument?.type === 'Raw' ? argument.value.trim() : undefined;
  switch (node.name.toLowerCase()) {
    case 'root':
      return { matches: (element) => element.parent === undefined, specificity };
    case 'first-child':
      return { matches: (element) => nth(element) === 1, specificity };
    case 'last-child':
      return { matches: (element) => elementSiblings(element).at(-1) === element, specificity };
    case 'nth-child': {
      if (argument?.type !== 'Nth') break;
      const { nth: formula } = argument;
      const [a, b] =
        formula.type === 'AnPlusB'
          ? [Number(formula.a ?? 0), Number(formula.b ?? 0)]
          : formula.name === 'odd' ? [2, 1] : [2, 0];
      return { matches: (element) => (a === 0 ? nth(element) === b : (nth(element) - b) % a === 0 && (nth(element) - b) / a >= 0), specificity };
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
      const inner = children(argument).map((selector) => compileSelector(selector as Selector));
      const some: Matcher = (element) => inner.some((selector) => selector.matches(element));
      return {
        matches: node.name.toLowerCase() === 'is' ? some : (element) => !some(element),
        specificity: Math.max(...inner.map((selector) => selector.specificity)),
      };
    }
    default:
  }
  throw new SelectorFault(`":${node.name}"`, node);
}
