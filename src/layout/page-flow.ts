import { PressError, problem } from '../diagnostics/index.ts';
import type { DocumentElement } from '../document/index.ts';
import { holdsPages, type StyledDocument } from '../style/index.ts';
import { holdingAbsolutes, layoutElement } from './block.ts';
import { type Box, type Context, type PictureBox, tolerance } from './box.ts';
import { adjoining, collapsed, inside, marginOf, noMargin } from './collapsing-margins.ts';
import { type BreakToken, breakBox } from './fragmentation.ts';
import { blockStartX, type Edges, margins } from './lengths.ts';
import type { OpenPage, OpenPages } from './open-page.ts';

/**
 * The blocks that pages are filled with: the children of `body`. An element in which there are blocks for pages of other
 * names than its own only holds them together: it leaves no box.
 */
export function topBlocks(styled: StyledDocument, parent: DocumentElement): DocumentElement[] {
  return parent.children.flatMap((child) => {
    if (child.kind !== 'element') return [];
    const { display, position } = styled.style(child);
    if (display === 'none' || typeof position === 'object') return [];
    return holdsPages(child, (element) => styled.style(element)) ? topBlocks(styled, child) : [child];
  });
}

/**
 * Fills the pages in reading order. A block goes to the page that its `page` names, and on to the next page of that name
 * (`inside-1`, `inside-2`) where it does not fit or asks for a break (CSS Paged Media 3 §4.3, CSS Fragmentation 3 §3).
 * @param from the page that the first block stands on; -1: the first that it names
 * @throws PressError PRODUCT_INVALID when content names a page that the product does not have there.
 */
export function fillPages(
  context: Context,
  pages: OpenPages,
  blocks: readonly DocumentElement[],
  from = -1,
): void {
  const { styled } = context;
  let at = from;
  let token: BreakToken | undefined;
  /** The page begins where another one was full: the margin above its first block goes (CSS Fragmentation 3 §5.2). */
  let wasFull = false;
  for (let i = 0; i < blocks.length; ) {
    const element = blocks[i]!;
    const { page: wanted, breakBefore } = styled.style(element);
    if (token === undefined) {
      const before = i === 0 ? undefined : styled.style(blocks[i - 1]!);
      const fresh = at >= 0 && pages.at(at).blocks.length === 0 && pages.isNamed(at, wanted);
      if (!fresh)
        at = pageFor(pages, at, element, wanted, breakBefore === 'page' || before?.breakAfter === 'page');
    }
    const open = pages.at(at);
    const attempt = place(context, open, element, token, pages.isNamed(at + 1, wanted), wasFull);
    wasFull = attempt === 'next';
    if (attempt === 'next') {
      i -= takeBack(context, open, element, token);
      if (blocks[i] !== element) token = undefined;
      at++;
      continue;
    }
    token = attempt;
    if (token === undefined) i++;
    else at++;
  }
}

function pageFor(
  pages: OpenPages,
  at: number,
  element: DocumentElement,
  wanted: string,
  breaks: boolean,
): number {
  const stays = pages.isNamed(at, wanted);
  if (stays && !breaks) return at;
  const next = pages.next(at, wanted);
  if (next !== undefined) return next;
  if (stays) return at;
  throw new PressError([
    problem(
      'PRODUCT_INVALID',
      `The content wants a page "${wanted}" that the product does not have here.`,
      { ...element.origin, page: wanted },
      `The product's pages are, in order: ${pages.names().join(', ')}.`,
    ),
  ]);
}

/**
 * Puts a block, or what is left of it, on a page. Says where it goes on, when it is divided; `next` when it wants a page
 * of its own. What fits nowhere is placed all the same, and reported.
 */
function place(
  context: Context,
  open: OpenPage,
  element: DocumentElement,
  token: BreakToken | undefined,
  goesOn: boolean,
  wasFull: boolean,
): BreakToken | undefined | 'next' {
  const { area, blocks } = open;
  const style = context.styled.style(element);
  const direction = element.parent!.dir;
  const outer: Edges = margins(style, area.width, direction);
  const last = blocks.at(-1);
  const laid = holdingAbsolutes(context, layoutElement(context, element, area, token));
  const { box: whole, found, outer: around = inside } = laid;
  const isTop = token !== undefined || (wasFull && last === undefined);
  const own = isTop ? noMargin : adjoining(marginOf(outer.top), around.start);
  const before = adjoining(last?.after ?? noMargin, own);
  const from = last?.bottom ?? 0;
  const y = from + collapsed(before);
  const limit = area.height - y;
  const by = whole.height - limit;
  const divide = (relaxed: boolean) =>
    goesOn && whole.kind === 'box' ? breakBox(context, whole, limit, relaxed) : undefined;
  let broken = divide(false);
  if (broken === undefined && by > tolerance && goesOn) {
    if (blocks.length > 0) return 'next';
    broken = divide(true);
  }
  const box: Box | PictureBox = broken?.head ?? whole;
  const x = blockStartX(style, outer, box.width, area.width, direction);
  const below = adjoining(around.through ? before : around.end, marginOf(outer.bottom));
  blocks.push({
    element,
    box,
    x,
    y,
    bottom: around.through ? from : y + box.height,
    after: below,
    broken: broken !== undefined || token !== undefined,
    found,
    least: laid.least,
  });
  return broken?.rest;
}

/** Takes blocks that must not be parted from `element` off the page, to go on to the next with it; says how many. */
function takeBack(
  context: Context,
  { blocks }: OpenPage,
  element: DocumentElement,
  token: BreakToken | undefined,
): number {
  let count = 0;
  let next = token === undefined ? context.styled.style(element) : undefined;
  while (next !== undefined && blocks.length > 1) {
    const last = blocks.at(-1)!;
    const style = context.styled.style(last.element);
    if (last.broken || (style.breakAfter !== 'avoid' && next.breakBefore !== 'avoid')) break;
    blocks.pop();
    count++;
    next = style;
  }
  return count;
}
