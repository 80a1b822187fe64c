import { escapeInline, type InlineNode } from '../content/index.ts';
import { numberMark } from '../document/index.ts';
import type { Locale } from '../locale/index.ts';
import { escapeHtml, refusePrivateUse } from './html.ts';

/** Characters, or a helpline whose number stands there as it is shown. */
type Part = string | { readonly helpline: string };

/**
 * A text without marks, for an attribute or a title. It can be printed and put into a word; it cannot be compared: a
 * helpline's number in it is named, not written, so that no template does one thing for one number and another for
 * the next.
 */
export class Plain {
  readonly #parts: readonly Part[];

  /** @throws PressError INLINE_INVALID */
  constructor(parts: readonly Part[]) {
    for (const part of parts) if (typeof part === 'string') refusePrivateUse(part);
    this.#parts = parts;
  }

  /** How Handlebars prints it. */
  toHTML(): string {
    return this.#parts
      .map((part) => (typeof part === 'string' ? escapeHtml(part) : numberMark(part.helpline, 'display')))
      .join('');
  }

  /** The text as inline content, to be put into another. */
  toInline(): string {
    return this.#parts
      .map((part) => (typeof part === 'string' ? escapeInline(part) : `<helpline:${part.helpline}>`))
      .join('');
  }
}

/** Inline content without its marks. */
export function plainOf(nodes: readonly InlineNode[]): Plain {
  return new Plain(nodes.flatMap(partsOf));
}

function partsOf(node: InlineNode): readonly Part[] {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'helpline':
      return [{ helpline: node.name }];
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'language':
      return node.children.flatMap(partsOf);
  }
}

/** One of the products' words, in which a helpline's number stands for the value `number`. */
export function wordWithNumber(locale: Locale, key: string, helpline: string): Plain {
  const mark = numberMark(helpline, 'display');
  const pieces = locale.word(key, { number: mark }).split(mark);
  return new Plain(pieces.flatMap((piece, i) => (i === 0 ? [piece] : [{ helpline }, piece])));
}
