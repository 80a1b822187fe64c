import { PressError, problem } from '../diagnostics/index.ts';
import { type DocumentElement, elementsOf } from '../document/index.ts';
import type { PageStyle, StyledDocument } from '../style/index.ts';
import { layoutElement } from './block.ts';
import { type Box, type Context, type PictureBox, tolerance } from './box.ts';
import { toFragment } from './fragments.ts';
import { type Edges, margins } from './lengths.ts';
import { layoutAbsolutes } from './position.ts';
import type { Fragment, LayoutInput, LayoutResult, Overflow, PageBox, PageFragment } from './types.ts';

/** A block on its page, before it becomes fragments; y counts from the page area's top. */
interface PlacedBlock {
  readonly box: Box | PictureBox;
  readonly x: number;
  readonly y: number;
}

interface OpenPage {
  readonly page: PageBox;
  readonly style: PageStyle;
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly blocks: PlacedBlock[];
  readonly overflows: Omit<Overflow, 'page'>[];
  /** Where the next block goes. */
  y: number;
  pending: number;
}

/**
 * Lays a document out on the pages of its product. The children of `body` are the blocks that pages are filled with; a
 * block goes to the page that its `page` property names, on to the next page of that name (`inside-1`, `inside-2`) when
 * it does not fit or asks for a break (CSS Fragmentation 3 §3). A block itself is not divided.
 * @throws PressError PRODUCT_INVALID when content names a page that the product does not have.
 */
export function layoutDocument(styled: StyledDocument, input: LayoutInput): LayoutResult {
  const context: Context = { styled, input, overflows: [], missing: [], absolutes: [], widths: new Map() };
  const { body } = styled.document;
  const pages = input.pages.map((page) => openPage(page, styled, body));
  const running = runningElements(styled);
  let at = -1;
  for (const element of body.children) {
    if (element.kind !== 'element') continue;
    const style = styled.style(element);
    if (style.display === 'none' || typeof style.position === 'object') continue;
    at = nextPage(pages, at, style.page, style.breakBefore === 'page', element);
    const block = fill(context, pages[at]!, element);
    if (block !== undefined) continue;
    const following = pages[at + 1];
    if (following !== undefined && named(following.page.name, style.page)) at++;
    fill(context, pages[at]!, element, true);
  }
  const fragments = pages.map((open, index) => closePage(context, open, index, body, running));
  const overflows = pages.flatMap(({ page, overflows: own }) => own.map((overflow) => ({ ...overflow, page: page.name })));
  return { pages: fragments, overflows, missing: context.missing };
}

function openPage(page: PageBox, styled: StyledDocument, body: DocumentElement): OpenPage {
  const style = styled.page(page.name);
  const { margin } = style;
  const [left, right] = body.dir === 'ltr' ? [margin.inlineStart, margin.inlineEnd] : [margin.inlineEnd, margin.inlineStart];
  const area = { x: left, y: margin.blockStart, width: page.width - left - right, height: page.height - margin.blockStart - margin.blockEnd };
  return { page, style, area, blocks: [], overflows: [], y: 0, pending: 0 };
}

/** Is a page of the product one that a `page` value names: itself, or one of a numbered row? */
function named(page: string, wanted: string): boolean {
  return wanted === '' || page === wanted || page.replace(/-\d+$/, '') === wanted;
}

function nextPage(pages: readonly OpenPage[], at: number, wanted: string, breaks: boolean, element: DocumentElement): number {
  const current = pages[at];
  if (current !== undefined && !breaks && named(current.page.name, wanted)) return at;
  const next = pages.findIndex((open, i) => i > at && named(open.page.name, wanted));
  if (next >= 0) return next;
  if (current !== undefined && named(current.page.name, wanted)) return at;
  throw new PressError([
    problem(
      'PRODUCT_INVALID',
      `The content wants a page "${wanted}" that the product does not have here.`,
      { ...element.origin, page: wanted },
      `The product's pages are, in order: ${pages.map((open) => open.page.name).join(', ')}.`,
    ),
  ]);
}

/** Puts a block on a page; undefined when it does not fit below what is there and may go on to another page. */
function fill(context: Context, open: OpenPage, element: DocumentElement, force = false): PlacedBlock | undefined {
  const { area } = open;
  const outer: Edges = margins(context.styled.style(element), area.width, element.dir);
  const top = open.blocks.length === 0 ? outer.top : Math.max(open.pending, outer.top);
  const from = context.overflows.length;
  const waiting = context.absolutes.length;
  const box = layoutElement(context, element, { width: area.width, height: area.height });
  if (box.kind === 'box') layoutAbsolutes(context, box, waiting);
  const bottom = open.y + top + box.height;
  const by = bottom - area.height;
  const own = context.overflows.splice(from);
  if (by > tolerance && open.blocks.length > 0 && !force) return undefined;
  if (by > tolerance) own.push({ element, by, axis: 'block', lines: Math.ceil(by / (context.styled.style(element).fontSize * 1.35)) });
  open.overflows.push(...own);
  const x = element.dir === 'rtl' ? area.width - outer.right - box.width : outer.left;
  const block = { box, x, y: open.y + top };
  open.blocks.push(block);
  open.y = bottom;
  open.pending = outer.bottom;
  return block;
}

/** Running elements by name, in document order (CSS GCPM 3 §1.2). */
function runningElements(styled: StyledDocument): Map<string, DocumentElement[]> {
  const running = new Map<string, DocumentElement[]>();
  for (const element of elementsOf(styled.document.body)) {
    const { position } = styled.style(element);
    if (typeof position === 'object') running.set(position.running, [...(running.get(position.running) ?? []), element]);
  }
  return running;
}

function closePage(context: Context, open: OpenPage, index: number, body: DocumentElement, running: ReadonlyMap<string, readonly DocumentElement[]>): PageFragment {
  const { page, style, area } = open;
  const children: Fragment[] = open.blocks.map(({ box, x, y }) => toFragment(box, area.x + x, area.y + y, 'content'));
  const first = open.blocks[0]?.box.element?.index ?? 0;
  const last = open.blocks.at(-1)?.box.element;
  const end = last === undefined ? first : lastIndex(last);
  for (const { side, element: name } of style.marginBoxes) {
    const candidates = running.get(name) ?? [];
    const element = candidates.find((e) => e.index >= first && e.index <= end) ?? candidates.filter((e) => e.index < first).at(-1);
    if (element === undefined)
      throw new PressError([
        problem('PRODUCT_INVALID', `The page "${page.name}" shows the running element "${name}", and there is none before it.`, { page: page.name }, `Give an element position: running(${name}).`),
      ]);
    const height = side === 'top' ? style.margin.blockStart : style.margin.blockEnd;
    const from = context.overflows.length;
    const box = layoutElement(context, element, { width: page.width, height, stretch: height });
    open.overflows.push(...context.overflows.splice(from));
    children.push(toFragment(box, 0, side === 'top' ? 0 : page.height - height, 'running'));
  }
  return { name: page.name, index, width: page.width, height: page.height, style, direction: body.dir, children };
}

function lastIndex(element: DocumentElement): number {
  const child = element.children.at(-1);
  if (child === undefined) return element.index;
  return child.kind === 'text' ? child.index : lastIndex(child);
}
