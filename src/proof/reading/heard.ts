import type { Document } from '../page/read.ts';
import type { Element } from '../page/structure.ts';
import { pageLabel } from './page-label.ts';
import { cellsOf, type TableCell } from './table-cells.ts';
import { isBlock, normalize } from './text.ts';

/**
 * A file as NVDA speaks it from its tags, by the rules of its user guide for browse mode with what is reported by
 * default: headings with their levels, lists with the count of their items, links, graphics, tables with their cells'
 * places and heads, block quotes, pages by their labels where they change. A line a block; a change of language, which a
 * voice follows, stands as its tag in brackets. Artifacts are not heard.
 */
export function heard(document: Document): string {
  return new Speech(document).of(document.root);
}

class Speech {
  readonly #document: Document;
  readonly #lines: string[] = [];
  /** What is being said. */
  #line = '';
  /** A label was said, or what a thing is: what comes next is said on its line. */
  #isOpen = false;
  #page = -1;
  #language: string;

  constructor(document: Document) {
    this.#document = document;
    this.#language = document.root.lang;
  }

  of(root: Element): string {
    this.#speak(root);
    this.#end();
    return this.#lines.join('\n');
  }

  #speak(element: Element): void {
    const { type, alt } = element;
    const level = /^H([1-6])$/.exec(type)?.[1];
    if (level !== undefined) this.#block(element, `heading level ${level}`);
    else if (type === 'L') this.#within(element, `list with ${countOf(element, 'LI')}`, 'out of list');
    else if (type === 'BlockQuote') this.#within(element, 'block quote', 'out of block quote');
    else if (type === 'Table') this.#table(element);
    else if (type === 'Lbl') this.#label(element);
    else if (type === 'Figure' && alt !== undefined) this.#graphic(element, alt);
    else if (type === 'Link') {
      this.#open('link');
      this.#kids(element);
    } else if (isBlock(element)) this.#block(element);
    else this.#kids(element);
  }

  #kids(element: Element): void {
    if (element.actualText !== undefined) {
      this.#turnTo(element);
      this.#say(element.actualText, element);
      return;
    }
    for (const kid of element.kids) {
      if (kid.kind === 'element') this.#speak(kid.element);
      if (kid.kind !== 'content') continue;
      this.#turn(kid.page);
      this.#add(this.#document.pages[kid.page]?.texts.get(kid.mcid) ?? '', element);
    }
  }

  /** A block begins a line and ends it; what it is comes first. */
  #block(element: Element, what = ''): void {
    this.#begin();
    this.#turnTo(element);
    if (what !== '') this.#open(what);
    this.#kids(element);
    this.#end();
  }

  #within(element: Element, entering: string, leaving: string): void {
    this.#end();
    this.#turnTo(element);
    this.#lines.push(entering);
    this.#kids(element);
    this.#end();
    this.#lines.push(leaving);
  }

  #label(element: Element): void {
    this.#end();
    this.#turnTo(element);
    this.#kids(element);
    this.#line += ' ';
    this.#isOpen = true;
  }

  #graphic(element: Element, alt: string): void {
    this.#turnTo(element);
    this.#open('graphic');
    this.#say(alt, element);
    if (element.parent?.type !== 'P' && element.parent?.type !== 'Link') this.#end();
  }

  #table(element: Element): void {
    const { cells, rows, columns } = cellsOf(this.#document.file, element);
    const captions = element.kids.flatMap((kid) =>
      kid.kind === 'element' && kid.element.type === 'Caption' ? [kid.element] : [],
    );
    this.#end();
    this.#turnTo(element);
    this.#lines.push(`table with ${rows} rows and ${columns} columns`);
    for (const caption of captions) this.#block(caption);
    let row = 0;
    for (const cell of cells) {
      this.#block(
        cell.element,
        [cell.row === row ? '' : `row ${cell.row}`, ...this.#place(cell, cells)].join(' ').trim(),
      );
      row = cell.row;
    }
    this.#end();
    this.#lines.push('out of table');
  }

  /** The head of a cell's column, and the column. */
  #place({ element, row, column }: TableCell, cells: readonly TableCell[]): string[] {
    const heads = cells.filter(
      (head) =>
        head.heads === 'column' &&
        head.row < row &&
        head.column <= column &&
        column < head.column + head.columns &&
        element.type === 'TD',
    );
    return [...heads.map((head) => normalize(this.#textOf(head.element))), `column ${column}`];
  }

  #textOf(element: Element): string {
    return element.kids
      .map((kid) =>
        kid.kind === 'element'
          ? this.#textOf(kid.element)
          : kid.kind === 'content'
            ? (this.#document.pages[kid.page]?.texts.get(kid.mcid) ?? '')
            : '',
      )
      .join('');
  }

  /** Text right after what was said before it. */
  #add(text: string, { lang }: Element): void {
    if (text.trim() !== '' && lang !== this.#language) {
      this.#line += ` [${lang}] `;
      this.#language = lang;
    }
    this.#line += text;
    if (text.trim() !== '') this.#isOpen = false;
  }

  /** What stands for something: apart from what is around it. */
  #say(text: string, element: Element): void {
    this.#add(` ${text} `, element);
  }

  /** A word of the reader's own. */
  #open(what: string): void {
    this.#line += ` ${what} `;
    this.#isOpen = true;
  }

  #begin(): void {
    if (!this.#isOpen) this.#end();
  }

  #end(): void {
    const line = normalize(this.#line);
    if (line !== '') this.#lines.push(line);
    this.#line = '';
    this.#isOpen = false;
  }

  /** The page that an element begins on. */
  #turnTo(element: Element): void {
    const page = firstPage(element);
    if (page !== undefined) this.#turn(page);
  }

  #turn(page: number): void {
    if (page === this.#page) return;
    this.#page = page;
    this.#begin();
    this.#lines.push(`page ${pageLabel(this.#document, page)}`);
  }
}

function firstPage({ kids }: Element): number | undefined {
  for (const kid of kids) {
    const page =
      kid.kind === 'content' ? kid.page : kid.kind === 'element' ? firstPage(kid.element) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}

function countOf({ kids }: Element, type: string): string {
  const count = kids.filter((kid) => kid.kind === 'element' && kid.element.type === type).length;
  return count === 1 ? '1 item' : `${count} items`;
}
