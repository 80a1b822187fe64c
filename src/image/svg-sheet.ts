import { ValueError } from './path-data.ts';
import type { SvgNode } from './svg-node.ts';

/** A property with its value. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

interface Rule {
  readonly type: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly declarations: readonly Declaration[];
  readonly weight: number;
}

const MOST_RULES = 1000;
const MOST_DECLARATIONS = 200;

/** Rules of the `style` elements of an SVG: simple selectors (type, class, id), as drawing programs write them. */
export class SvgSheet {
  readonly #rules: Rule[] = [];

  /** @throws ValueError for what is no such rule */
  add(css: string): void {
    const text = withoutComments(css).replace(/<!--|-->/g, ' ');
    const blank = /\s*/y;
    for (let at = 0; ; ) {
      blank.lastIndex = at;
      blank.test(text);
      at = blank.lastIndex;
      if (at >= text.length) return;
      const open = text.indexOf('{', at);
      const close = text.indexOf('}', open);
      const head = text.slice(at, open < 0 ? undefined : open).trim();
      if (/^@(?:charset|font-face)\b/.test(head) && !head.includes(';') && close > 0) {
        at = close + 1;
        continue;
      }
      if (head.startsWith('@') || open < 0 || close < 0)
        throw new ValueError(`has the rule "${head.slice(0, 40)}"`);
      const declarations = parseDeclarations(text.slice(open + 1, close));
      for (const selector of head.split(',')) this.#addRule(selector.trim(), declarations);
      at = close + 1;
    }
  }

  #addRule(selector: string, declarations: readonly Declaration[]): void {
    const match = /^(\*|[A-Za-z][\w-]*)?((?:[.#](?:[\w-]|[^\x00-\x7f])+)*)$/.exec(selector);
    if (match === null || selector === '')
      throw new ValueError(`has the selector "${selector.slice(0, 40)}"`);
    if (this.#rules.length === MOST_RULES) throw new ValueError(`has more than ${MOST_RULES} rules`);
    const parts = match[2]!.match(/[.#][^.#]+/g) ?? [];
    const ids = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
    if (ids.length > 1) throw new ValueError(`has the selector "${selector.slice(0, 40)}"`);
    const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
    const type = match[1] === '*' ? undefined : match[1];
    const weight = ids.length * 10_000 + classes.length * 100 + (type === undefined ? 0 : 1);
    this.#rules.push({ type, id: ids[0], classes, declarations, weight });
  }

  /** Declarations for an element, the weakest first (CSS Cascade 4 §6). */
  of(node: SvgNode): Declaration[] {
    if (this.#rules.length === 0) return [];
    const classes = new Set((node.attributes.get('class') ?? '').split(/\s+/));
    const id = node.attributes.get('id');
    return this.#rules
      .filter(
        (rule) =>
          (rule.type === undefined || rule.type === node.name) &&
          (rule.id === undefined || rule.id === id) &&
          rule.classes.every((name) => classes.has(name)),
      )
      .sort((a, b) => a.weight - b.weight)
      .flatMap(({ declarations }) => declarations);
  }
}

/** The declarations of a block or a `style` attribute. @throws ValueError */
export function parseDeclarations(css: string): Declaration[] {
  const found: Declaration[] = [];
  for (const part of partsOf(withoutComments(css))) {
    if (part.trim() === '') continue;
    const colon = part.indexOf(':');
    if (colon < 0) throw new ValueError(`has "${part.trim().slice(0, 40)}", which is no declaration`);
    if (found.length === MOST_DECLARATIONS) throw new ValueError('has too many declarations');
    const value = part.slice(colon + 1).trim();
    const important = /!\s*important$/i.exec(value.slice(-40));
    found.push({
      property: part.slice(0, colon).trim(),
      value: important === null ? value : value.slice(0, value.length - important[0].length).trim(),
      important: important !== null,
    });
  }
  return found;
}

/** Between semicolons that stand in no brackets. */
function partsOf(css: string): string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at <= css.length; at++) {
    if (css[at] === '(') depth++;
    else if (css[at] === ')') depth--;
    else if (at === css.length || (css[at] === ';' && depth <= 0)) {
      parts.push(css.slice(start, at));
      start = at + 1;
    }
  }
  return parts;
}

function withoutComments(css: string): string {
  let text = '';
  for (let at = 0; ; ) {
    const start = css.indexOf('/*', at);
    if (start < 0) return text + css.slice(at);
    text += `${css.slice(at, start)} `;
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return text;
    at = end + 2;
  }
}
