import type { DocumentElement } from '../document/index.ts';
import type { Context } from './box.ts';
import { partsOf } from './box-generation.ts';
import { inlineWidths } from './inline.ts';
import { frame, margins, resolveDefinite } from './lengths.ts';
import { layoutPicture } from './replaced.ts';

export interface Widths {
  readonly min: number;
  readonly max: number;
}

/** Min-content and max-content width of an element's margin box, pt (CSS Sizing 3 §5). */
export function contentWidths(context: Context, element: DocumentElement): Widths {
  let widths = context.widths.get(element);
  if (widths === undefined) {
    // Absolutely positioned elements are left for layout to collect.
    widths = compute({ ...context, absolutes: [] }, element);
    context.widths.set(element, widths);
  }
  return widths;
}

function compute(context: Context, element: DocumentElement): Widths {
  const style = context.styled.style(element);
  const edges = frame(style, 0, element.dir);
  const outer = margins(style, 0, element.dir);
  const around = edges.left + edges.right + outer.left + outer.right;
  const fixed = resolveDefinite(style.width, undefined);
  if (fixed !== undefined)
    return { min: fixed + outer.left + outer.right, max: fixed + outer.left + outer.right };
  if (element.name === 'img') {
    const width =
      typeof style.width === 'object'
        ? 0
        : layoutPicture(context, element, { width: 0, height: undefined }).width;
    return { min: width + around, max: width + around };
  }
  const grid = style.display === 'grid';
  const parts = partsOf(context, element, style, grid).map((part) =>
    part.kind === 'inline'
      ? inlineWidths(context, part.source, { width: 0, height: undefined })
      : contentWidths(context, part.element),
  );
  const columns = grid ? Math.max(1, style.gridTemplateColumns.length) : 1;
  const perColumn = Array.from({ length: columns }, (_, column) => {
    const track = style.gridTemplateColumns[column];
    const own = parts.filter((_, i) => i % columns === column);
    const length = track?.kind === 'length' && typeof track.value === 'number' ? track.value : undefined;
    return {
      min: length ?? Math.max(0, ...own.map((w) => w.min)),
      max: length ?? Math.max(0, ...own.map((w) => w.max)),
    };
  });
  const gaps = (columns - 1) * (typeof style.columnGap === 'number' ? style.columnGap : 0);
  return {
    min: perColumn.reduce((sum, w) => sum + w.min, 0) + gaps + around,
    max: perColumn.reduce((sum, w) => sum + w.max, 0) + gaps + around,
  };
}
