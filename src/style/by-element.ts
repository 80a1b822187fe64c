import type { DocumentElement, HtmlDocument } from '../document/index.ts';

/**
 * What is known of the elements of one document, by their places in it: all sizes that copyfitting tries ask for the
 * same elements many times, and a list is read and made faster than a map.
 */
export class ByElement<T> {
  readonly #values: (T | undefined)[];

  constructor({ root }: HtmlDocument) {
    this.#values = new Array<T | undefined>(lastIn(root) + 1);
  }

  get({ index }: DocumentElement): T | undefined {
    return this.#values[index];
  }

  set({ index }: DocumentElement, value: T): void {
    this.#values[index] = value;
  }
}

/** The place of the last node in an element. */
function lastIn(element: DocumentElement): number {
  const last = element.children.at(-1);
  if (last === undefined) return element.index;
  return last.kind === 'text' ? last.index : lastIn(last);
}
