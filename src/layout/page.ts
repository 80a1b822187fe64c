import { PressError, problem } from '../diagnostics/index.ts';
import type { DocumentElement, DocumentNode } from '../document/index.ts';
import type { StyledDocument } from '../style/index.ts';
import type { Context } from './box.ts';
import { generatedIn } from './counters.ts';
import { joined } from './found.ts';
import { toFragment } from './fragments.ts';
import { LayoutMemo } from './layout-memo.ts';
import { around, type Leveled, leveledOn } from './level.ts';
import { layoutMarginBoxes, runningElements } from './margin-box.ts';
import { type OpenPage, OpenPages } from './open-page.ts';
import { newOutline, type Outline } from './outline.ts';
import { fillPages, topBlocks } from './page-flow.ts';
import { areSame, asksForPages, numbersOf } from './page-numbers.ts';
import { beyond, holdsAbsolute, inFlow, once, onPage } from './page-overflow.ts';
import type { Fragment, LayoutInput, LayoutResult, Overflow, PageFragment, UnsetCharacter } from './types.ts';

/**
 * Lays a document out on the pages of its product.
 * @throws PressError PRODUCT_INVALID when content names a page that the product does not have where it stands, or a page
 * shows a running element that does not come before it.
 */
export function layoutDocument(styled: StyledDocument, input: LayoutInput): LayoutResult {
  return new SizedLayout(styled, input).whole();
}

/** The layout of a document at one size, whole or some of its pages alone: what is done for one helps the other. */
export class SizedLayout {
  readonly context: Context;

  /**
   * `full`: the layout at this size with all air and no room, where this is another; `outline`: what was found of the
   * same document at other sizes.
   */
  constructor(styled: StyledDocument, input: LayoutInput, full?: SizedLayout, outline?: Outline);
  constructor(context: Context);
  constructor(
    from: StyledDocument | Context,
    input?: LayoutInput,
    full?: SizedLayout,
    outline = newOutline(),
  ) {
    this.context =
      'styled' in from
        ? from
        : {
            styled: from,
            input: input!,
            done: memoOf(from, full),
            outline,
            generated: generatedIn(from),
            numbers: {},
          };
  }

  /**
   * What does not fit on the pages that some blocks alone fill; their margin boxes are left out. `from`: the page that the
   * first of them stands on, where that is known.
   */
  overflowsOf(blocks: readonly DocumentElement[], from?: number): readonly Overflow[] {
    return this.#pagesOf(blocks, from).flatMap((page) => {
      const inside = inFlow(this.context, page);
      if (inside.length > 0 || !page.blocks.some(({ box }) => holdsAbsolute(box)))
        return onPage(page, inside);
      return onPage(page, beyond(page, content(page)));
    });
  }

  /** How much room the fullest of the pages has left, about, that some blocks alone fill, pt. */
  freeOn(blocks: readonly DocumentElement[], from?: number): number {
    let free = Number.POSITIVE_INFINITY;
    for (const { area, blocks: placed } of this.#pagesOf(blocks, from)) {
      let filled = placed.at(-1)!.bottom;
      for (const { box, least = box.height } of placed) filled -= Math.max(0, box.height - least);
      free = Math.min(free, area.height - filled);
    }
    return Math.max(0, free);
  }

  /** The boxes of some blocks that are to be level with others. */
  leveledIn(blocks: readonly DocumentElement[]): readonly Leveled[] {
    return leveledOn(this.#pagesOf(blocks));
  }

  /** The same with some boxes as high as is said, pt. */
  withLevels(levels: ReadonlyMap<DocumentElement, number>): SizedLayout {
    const changed = around(levels.keys());
    const done = new LayoutMemo({
      memo: this.context.done,
      isSame: (element, reach) => reach !== 'all' || !changed.has(element),
    });
    return new SizedLayout({ ...this.context, levels, done });
  }

  /**
   * The pages of some blocks, each of which has one to itself wherever it is laid out so; undefined where some share one, or
   * go on to another.
   */
  alone(blocks: readonly DocumentElement[]): readonly StandingAlone[] | undefined {
    const { styled, input } = this.context;
    const pages = this.#pagesOf(blocks);
    const asks = blocks.every(
      (block, i) =>
        i === 0 ||
        styled.style(block).breakBefore === 'page' ||
        styled.style(blocks[i - 1]!).breakAfter === 'page',
    );
    const isOne = (page: OpenPage, i: number) =>
      page.blocks.length === 1 && page.blocks[0]!.element === blocks[i] && !page.blocks[0]!.broken;
    if ('flow' in input.pages || !asks || pages.length !== blocks.length || !pages.every(isOne))
      return undefined;
    const all = input.pages;
    return pages.map(({ page }, i) => ({ block: blocks[i]!, page: all.indexOf(page), name: page.name }));
  }

  #pagesOf(blocks: readonly DocumentElement[], from?: number): readonly OpenPage[] {
    const { styled, input } = this.context;
    const open = new OpenPages(styled, input.pages);
    fillPages(this.context, open, blocks, from);
    return open.holding();
  }

  /** @throws PressError as {@link layoutWhole} */
  whole(): LayoutResult {
    const { styled } = this.context;
    return layoutWhole([{ layout: this, blocks: topBlocks(styled, styled.document.body) }]);
  }
}

/** A block that has a page to itself, and which of all pages that is. */
interface StandingAlone {
  readonly block: DocumentElement;
  readonly page: number;
  readonly name: string;
}

function memoOf(styled: StyledDocument, full: SizedLayout | undefined): LayoutMemo {
  if (full === undefined) return new LayoutMemo();
  return new LayoutMemo({
    memo: full.context.done,
    isSame: (element, reach) => styled.isAsInFull(element, reach),
  });
}

/** Blocks that fill pages of their own, and the size that they are set in. */
export interface SizedPart {
  readonly layout: SizedLayout;
  readonly blocks: readonly DocumentElement[];
}

/** A page, filled, and what it was filled with. */
interface FilledPage {
  readonly open: OpenPage;
  readonly context: Context;
}

/**
 * A document laid out whole, from parts that share no pages, in the order of these.
 * @throws PressError as {@link layoutDocument}, and what is wrong with the styles at these sizes
 */
export function layoutWhole(parts: readonly SizedPart[]): LayoutResult {
  const { styled } = parts[0]!.layout.context;
  for (const each of new Set(parts.map(({ layout }) => layout.context.styled))) each.check();
  const filled = numbered(parts);
  const running = runningElements(styled);
  const overflows: Overflow[] = [];
  const found = filled.flatMap(({ open }) => open.blocks.map((block) => block.found));
  let end = 0;
  const pages = filled.map(({ open: page, context }, index) => {
    const first = page.blocks[0]?.element.index ?? end;
    const last = page.blocks.at(-1)?.element;
    end = last === undefined ? end : lastIndex(last);
    const margins = layoutMarginBoxes(context, page, running, first, end, index + 1);
    const children = [...content(page), ...margins.fragments];
    const own = [...inFlow(context, page), ...margins.found.overflows, ...beyond(page, children)];
    overflows.push(...onPage(page, own));
    found.push(margins.found);
    return toPage(page, index, styled.document.body.dir, children);
  });
  const { missing, stacked } = joined(found);
  return { pages, overflows: once(overflows), missing: distinct(missing), stacked: distinct(stacked) };
}

function fill(parts: readonly SizedPart[], contexts: readonly Context[]): readonly FilledPage[] {
  const opened = parts.map(({ blocks }, i) => {
    const { styled, input } = contexts[i]!;
    const open = new OpenPages(styled, input.pages);
    fillPages(contexts[i]!, open, blocks);
    return open.filled();
  });
  return opened[0]!.map((_, index) => {
    const own = Math.max(
      0,
      opened.findIndex((pages) => pages[index]!.blocks.length > 0),
    );
    return { open: opened[own]![index]!, context: contexts[own]! };
  });
}

/** The pages filled, again until what says the number of a page says the right one. */
function numbered(parts: readonly SizedPart[]): readonly FilledPage[] {
  let contexts = parts.map(({ layout }) => layout.context);
  let filled = fill(parts, contexts);
  const { styled } = contexts[0]!;
  const withNumbers = (numbers: Context['numbers']) => (page: FilledPage) => ({
    ...page,
    context: { ...page.context, numbers },
  });
  const numbers = () => numbersOf(filled.map(({ open }) => open));
  if (!asksForPages(contexts[0]!, styled.document.body)) return filled.map(withNumbers(numbers()));
  for (let pass = 0; pass < mostPasses; pass++) {
    const now = numbers();
    if (areSame(now, contexts[0]!.numbers)) return filled;
    contexts = contexts.map((context) => ({
      ...context,
      done: new LayoutMemo(),
      outline: newOutline(),
      numbers: now,
    }));
    filled = fill(parts, contexts);
  }
  throw new PressError([
    problem(
      'PRODUCT_INVALID',
      'The numbers of pages change the pages that they are of.',
      styled.document.body.origin,
      'Give them a column of their own, as wide as they may be.',
    ),
  ]);
}

/** Pages settle in two passes, but where a number makes room for itself. */
const mostPasses = 5;

function content({ blocks, area }: OpenPage): Fragment[] {
  return blocks.map(({ box, x, y }) => toFragment(box, area.x + x, area.y + y, 'content'));
}

function toPage(
  { page, style }: OpenPage,
  index: number,
  direction: PageFragment['direction'],
  children: Fragment[],
): PageFragment {
  return { name: page.name, index, width: page.width, height: page.height, style, direction, children };
}

/** A character of a node once, however often it stands there. */
function distinct(characters: readonly UnsetCharacter[]): UnsetCharacter[] {
  const seen = new Map<DocumentNode, Set<string>>();
  return characters.filter(({ character, node }) => {
    const known = seen.get(node) ?? new Set();
    if (known.has(character)) return false;
    seen.set(node, known.add(character));
    return true;
  });
}

/** The place of the last node in an element. */
export function lastIndex(element: DocumentElement): number {
  const child = element.children.at(-1);
  if (child === undefined) return element.index;
  return child.kind === 'text' ? child.index : lastIndex(child);
}
