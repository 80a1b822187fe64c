import { PressError, problem } from '../diagnostics/index.ts';
import { type DocumentElement, elementsOf, walk } from '../document/index.ts';
import type { Content, StyledDocument } from '../style/index.ts';
import { holdingAbsolutes, layoutElement } from './block.ts';
import { type Context, type LineBox, tolerance } from './box.ts';
import { saysPages } from './counters.ts';
import { type Found, joined, overflowing } from './found.ts';
import { toFragment } from './fragments.ts';
import { extent } from './inline.ts';
import { LayoutMemo } from './layout-memo.ts';
import { linePiece } from './line-piece.ts';
import { oneLine } from './one-line.ts';
import type { OpenPage } from './open-page.ts';
import { newOutline } from './outline.ts';
import type { Fragment } from './types.ts';

/** Running elements by name, in document order (CSS GCPM 3 §1.2). */
export type RunningElements = ReadonlyMap<string, readonly DocumentElement[]>;

export function runningElements(styled: StyledDocument): RunningElements {
  const running = new Map<string, DocumentElement[]>();
  for (const element of elementsOf(styled.document.body)) {
    const { position } = styled.style(element);
    if (typeof position !== 'object') continue;
    running.set(position.running, [...(running.get(position.running) ?? []), element]);
  }
  return running;
}

export interface MarginBoxes {
  readonly fragments: readonly Fragment[];
  readonly found: Found;
}

/**
 * The margin boxes of a page whose content has the indices `first` to `last`: each shows the first running element of
 * its name on the page, else the last one before it (CSS GCPM 3 §1.2.2), as wide as the page and as tall as the margin.
 * `number` is that of the page, from 1.
 * @throws PressError PRODUCT_INVALID when there is none.
 */
export function layoutMarginBoxes(
  context: Context,
  { page, style }: OpenPage,
  running: RunningElements,
  first: number,
  last: number,
  number: number,
): MarginBoxes {
  const found: Found[] = [];
  const fragments = style.marginBoxes.flatMap(({ side, element: name, content }) => {
    const height = side === 'top' ? style.margin.blockStart : style.margin.blockEnd;
    const top = side === 'top' ? 0 : page.height - height;
    if (content !== undefined) {
      const { box: line, found: inLine } = counted(context, content, number);
      found.push(inLine);
      const { body } = context.styled.document;
      const by = line.height - height;
      if (by > tolerance) found.push(overflowing({ element: body, by, axis: 'block', lines: 1 }));
      return toFragment(line, (page.width - line.width) / 2, top + (height - line.height) / 2, 'running');
    }
    if (name === undefined) return [];
    const candidates = running.get(name) ?? [];
    const element =
      candidates.find(({ index }) => index >= first && index <= last) ??
      candidates.filter(({ index }) => index < first).at(-1);
    if (element === undefined)
      throw new PressError([
        problem(
          'PRODUCT_INVALID',
          `The page "${page.name}" shows the running element "${name}", and there is none before it.`,
          { page: page.name },
          `Give an element position: running(${name}).`,
        ),
      ]);
    const laid = layoutElement(onPage(context, element, number), element, {
      width: page.width,
      height,
      stretch: height,
    });
    const whole = holdingAbsolutes(context, laid);
    found.push(whole.found);
    return toFragment(whole.box, 0, top, 'running');
  });
  return { fragments, found: joined(found) };
}

/** The number of a page as a margin box says it, in the letters of the body: an artifact, as all that runs. */
function counted(
  context: Context,
  { parts }: Content,
  page: number,
): { readonly box: LineBox; readonly found: Found } {
  const element = context.styled.document.body;
  const style = context.styled.style(element);
  const text = parts
    .map((part) =>
      part.kind === 'marks'
        ? part.text
        : String(part.kind === 'page' && part.of === 'this' ? page : context.numbers.pages),
    )
    .join('');
  const { paragraph, line, size, found } = oneLine(context, element, style, text);
  const { above, below } = extent(context, element, style, 1);
  const box: LineBox = {
    kind: 'line',
    x: 0,
    y: 0,
    width: line.width,
    height: above + below,
    ascent: above,
    paragraph,
    line,
    pieces: [linePiece(element, element, style, 0, text.length, 0, 'text')],
    size,
    resume: 0,
    part: undefined,
  };
  return { box, found };
}

/** What says the number of its page is laid out anew on each. */
function onPage(context: Context, element: DocumentElement, page: number): Context {
  const says = walk(element).some((node) =>
    node.kind === 'text' ? node.page === 'this' : saysPages(context.generated, node, 'this'),
  );
  if (!says) return context;
  const numbers = { ...context.numbers, page };
  return { ...context, done: new LayoutMemo(), outline: newOutline(), numbers };
}
