import type { DocumentElement } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { PageStyle, StyledDocument } from '../style/index.ts';
import type { Box, PictureBox } from './box.ts';
import type { Margin } from './collapsing-margins.ts';
import type { Found } from './found.ts';
import type { LayoutInput, PageBox } from './types.ts';

/** A block on its page, before it becomes fragments; x and y count from the page area. */
export interface PlacedBlock {
  readonly element: DocumentElement;
  readonly box: Box | PictureBox;
  readonly x: number;
  readonly y: number;
  /** Where what stands on the page so far ends, and the margins that adjoin there. */
  readonly bottom: number;
  readonly after: Margin;
  /** True for a block that is divided over pages. */
  readonly broken: boolean;
  readonly found: Found;
  /** How high it would be, about, were it only as high as its content, pt; undefined: it is. */
  readonly least: number | undefined;
}

/** A page while it is filled. */
export interface OpenPage {
  readonly page: PageBox;
  readonly style: PageStyle;
  /** Page area: the page box without its margins (CSS Paged Media 3 §3). */
  readonly area: Rect;
  readonly blocks: PlacedBlock[];
}

function openPage(page: PageBox, styled: StyledDocument): OpenPage {
  const style = styled.page(page.name);
  const { margin } = style;
  const ltr = styled.document.body.dir === 'ltr';
  const area = {
    x: ltr ? margin.inlineStart : margin.inlineEnd,
    y: margin.blockStart,
    width: page.width - margin.inlineStart - margin.inlineEnd,
    height: page.height - margin.blockStart - margin.blockEnd,
  };
  return { page, style, area, blocks: [] };
}

/** Is a page of the product one that a `page` value names: itself, or one of a numbered row? */
export function isNamed(name: string, wanted: string): boolean {
  if (wanted === '' || name === wanted) return true;
  return name.startsWith(wanted) && /^-\d+$/.test(name.slice(wanted.length));
}

/** The pages of a product while they are filled, in reading order: as many as it has, or as many as are needed. */
export class OpenPages {
  readonly #styled: StyledDocument;
  readonly #pages: LayoutInput['pages'];
  readonly #opened: OpenPage[] = [];

  constructor(styled: StyledDocument, pages: LayoutInput['pages']) {
    this.#styled = styled;
    this.#pages = pages;
  }

  get #count(): number {
    return 'flow' in this.#pages ? this.#pages.most : this.#pages.length;
  }

  #box(index: number): PageBox {
    return 'flow' in this.#pages ? flowingPage(this.#pages, index) : this.#pages[index]!;
  }

  at(index: number): OpenPage {
    for (let i = this.#opened.length; i <= index; i++)
      this.#opened.push(openPage(this.#box(i), this.#styled));
    return this.#opened[index]!;
  }

  /** Is there such a page, of the name that a `page` value wants? */
  isNamed(index: number, wanted: string): boolean {
    return index >= 0 && index < this.#count && isNamed(this.#box(index).name, wanted);
  }

  /** The first page after `index` that a `page` value names; undefined when there is none. */
  next(index: number, wanted: string): number | undefined {
    for (let i = index + 1; i < this.#count; i++) if (this.isNamed(i, wanted)) return i;
    return undefined;
  }

  /** Names in order; of pages that flow, those that were opened. */
  names(): readonly string[] {
    return 'flow' in this.#pages
      ? this.#opened.map(({ page }) => page.name)
      : this.#pages.map(({ name }) => name);
  }

  /** Those that hold something. */
  holding(): readonly OpenPage[] {
    return this.#opened.filter(({ blocks }) => blocks.length > 0);
  }

  /** Every page that the product has; of pages that flow, up to the last that holds something, and the first at least. */
  filled(): readonly OpenPage[] {
    if (!('flow' in this.#pages)) {
      if (this.#count > 0) this.at(this.#count - 1);
      return this.#opened;
    }
    this.at(0);
    return this.#opened.slice(
      0,
      Math.max(
        0,
        this.#opened.findLastIndex(({ blocks }) => blocks.length > 0),
      ) + 1,
    );
  }
}

function flowingPage(
  { flow, name }: Extract<LayoutInput['pages'], { flow: unknown }>,
  index: number,
): PageBox {
  return { name: name(index), width: flow.width, height: flow.height };
}
