import type { DocumentElement } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { PageStyle, StyledDocument } from '../style/index.ts';
import type { Box, PictureBox } from './box.ts';
import type { Overflow, PageBox } from './types.ts';

/** A block on its page, before it becomes fragments; x and y count from the page area. */
export interface PlacedBlock {
  readonly element: DocumentElement;
  readonly box: Box | PictureBox;
  readonly x: number;
  readonly y: number;
  /** True for a block that is divided over pages. */
  readonly broken: boolean;
  readonly overflows: readonly Omit<Overflow, 'page'>[];
}

/** A page while it is filled. */
export interface OpenPage {
  readonly page: PageBox;
  readonly style: PageStyle;
  /** Page area: the page box without its margins (CSS Paged Media 3 §3). */
  readonly area: Rect;
  readonly blocks: PlacedBlock[];
}

export function openPage(page: PageBox, styled: StyledDocument): OpenPage {
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
export function isNamed({ page }: OpenPage, wanted: string): boolean {
  return wanted === '' || page.name === wanted || page.name.replace(/-\d+$/, '') === wanted;
}
