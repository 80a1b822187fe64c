import type { Fragment, PageFragment } from '../layout/index.ts';

/** The sections that stand on each page, by their ids: of pages that hold some. */
export function sectionsOn(pages: readonly PageFragment[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    pages.flatMap((page) => {
      const ids = [...sectionHeights([page]).keys()];
      return ids.length === 0 ? [] : [[page.name, ids] as const];
    }),
  );
}

/**
 * How high the sections of a guide came out that stand whole on a page, by their ids, pt: from their first line or picture
 * to their last. A list that only names them is none.
 */
export function sectionHeights(pages: readonly PageFragment[]): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  for (const page of pages) {
    const extents = new Map<string, { top: number; bottom: number; hasBlocks: boolean }>();
    const note = (fragment: Fragment): void => {
      if (fragment.role === 'running') return;
      if (fragment.kind === 'box') {
        for (const child of fragment.children) note(child);
        return;
      }
      const key =
        fragment.kind === 'line' ? fragment.pieces[0]?.node.origin.key : fragment.element.origin.key;
      const [, id, rest] = /^sections\.([^.]+)\.(.+)$/.exec(key ?? '') ?? [];
      if (id === undefined) return;
      const { y, height } = fragment.rect;
      const known = extents.get(id) ?? { top: y, bottom: y, hasBlocks: false };
      extents.set(id, {
        top: Math.min(known.top, y),
        bottom: Math.max(known.bottom, y + height),
        hasBlocks: known.hasBlocks || rest !== 'line',
      });
    };
    for (const child of page.children) note(child);
    for (const [id, { top, bottom, hasBlocks }] of extents) if (hasBlocks) heights.set(id, bottom - top);
  }
  return heights;
}

/** Less of its box than this, by its width, and a picture that has what is left over is only a spot. */
const leastShown = 0.55;

/** Is there a picture, as high as what is left over on its page, that came out small? */
export function isCramped(pages: readonly PageFragment[]): boolean {
  const cramped = (fragment: Fragment): boolean => {
    if (fragment.kind === 'box') return fragment.children.some(cramped);
    if (fragment.kind !== 'picture') return false;
    const { style, drawn, rect } = fragment;
    const isLeftOver = typeof style.height === 'object' && style.objectFit === 'contain';
    return isLeftOver && drawn.width < leastShown * rect.width;
  };
  return pages.some(({ children }) => children.some(cramped));
}
