import type { Fragment, PageFragment, PictureFragment } from '../layout/index.ts';

/** The sections that stand on each page, by their ids: of pages that hold some. */
export function sectionsOn(pages: readonly PageFragment[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    pages.flatMap((page) => {
      const ids = [...sectionHeights([page]).keys()];
      return ids.length === 0 ? [] : [[page.name, ids] as const];
    }),
  );
}

/** A line or a picture of a section: its place, and its key below the section's. */
interface Said {
  readonly id: string;
  readonly rest: string;
  readonly top: number;
  readonly bottom: number;
}

function saidOn({ children }: Pick<PageFragment, 'children'>, said: Said[] = []): readonly Said[] {
  for (const fragment of children) {
    if (fragment.role === 'running') continue;
    if (fragment.kind === 'box') {
      saidOn(fragment, said);
      continue;
    }
    const key = fragment.kind === 'line' ? fragment.pieces[0]?.node.origin.key : fragment.element.origin.key;
    const [, id, rest] = /^sections\.([^.]+)\.(.+)$/.exec(key ?? '') ?? [];
    if (id === undefined) continue;
    const { y, height } = fragment.rect;
    said.push({ id, rest: rest!, top: y, bottom: y + height });
  }
  return said;
}

/**
 * How high the sections of a guide came out that stand whole on a page, by their ids, pt: from their first line or picture
 * to their last. A list that only names them is none.
 */
export function sectionHeights(pages: readonly PageFragment[]): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  for (const page of pages) {
    const extents = new Map<string, { top: number; bottom: number; hasBlocks: boolean }>();
    for (const { id, rest, top, bottom } of saidOn(page)) {
      const known = extents.get(id) ?? { top, bottom, hasBlocks: false };
      extents.set(id, {
        top: Math.min(known.top, top),
        bottom: Math.max(known.bottom, bottom),
        hasBlocks: known.hasBlocks || rest !== 'line',
      });
    }
    for (const [id, { top, bottom, hasBlocks }] of extents) if (hasBlocks) heights.set(id, bottom - top);
  }
  return heights;
}

/**
 * The places of the pages on which the parts of a guide begin: `opening`, `sections.<id>`, `closing`, `easy.<id>` of a
 * short sentence with a heading, by the first of their blocks. Lists and bands that only name them are none.
 */
export function partsBegin(pages: readonly PageFragment[]): ReadonlyMap<string, number> {
  const begin = new Map<string, number>();
  /** Short sentences that have a heading: a part begins with each. */
  const headed = new Set<string>();
  pages.forEach(({ children }, at) => {
    const note = (fragment: Fragment): void => {
      if (fragment.role === 'running') return;
      if (fragment.kind === 'box') {
        for (const child of fragment.children) note(child);
        return;
      }
      const key =
        fragment.kind === 'line' ? fragment.pieces[0]?.node.origin.key : fragment.element.origin.key;
      const [, sentence] = /^easy\.([^.]+)\.heading$/.exec(key ?? '') ?? [];
      if (sentence !== undefined) headed.add(`easy.${sentence}`);
      const part = key !== undefined && headed.has(key) ? key : partOf(key);
      if (part !== undefined && !begin.has(part)) begin.set(part, at);
    };
    for (const child of children) note(child);
  });
  return begin;
}

/** The part whose block a key is of: of an opening or closing its name, of a section its key. */
function partOf(key: string | undefined): string | undefined {
  const [part, own, rest] = key?.split('.') ?? [];
  if (part === 'sections') return rest === undefined || rest === 'line' ? undefined : `sections.${own}`;
  return (part === 'opening' || part === 'closing') && own !== 'heading' ? part : undefined;
}

/**
 * How high what is in these sections came out, by the keys of its texts, pt: each from its top to that of the next, so that
 * all of a section together are as high as it is.
 */
export function pieceHeights(pages: readonly PageFragment[]): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  for (const page of pages) {
    const said = saidOn(page);
    for (const id of new Set(said.flatMap(({ id, rest }) => (rest === 'line' ? [] : [id])))) {
      const own = said.filter((each) => each.id === id).sort((a, b) => a.top - b.top);
      const bottom = Math.max(...own.map((each) => each.bottom));
      for (const [i, { rest, top }] of own.entries()) {
        const key = `sections.${id}.${rest}`;
        heights.set(key, (heights.get(key) ?? 0) + (own[i + 1]?.top ?? bottom) - top);
      }
    }
  }
  return heights;
}

/** Less of its box than this, by its width, and a picture that has what is left over is only a spot. */
const leastShown = 0.55;

/** Pictures as high as what is left over on their page. */
export function leftOverOn(pages: readonly Pick<PageFragment, 'children'>[]): PictureFragment[] {
  const found: PictureFragment[] = [];
  const look = (fragments: readonly Fragment[]): void => {
    for (const fragment of fragments)
      if (fragment.kind === 'box') look(fragment.children);
      else if (fragment.kind === 'picture') {
        const { height, objectFit } = fragment.style;
        if (typeof height === 'object' && objectFit === 'contain') found.push(fragment);
      }
  };
  for (const { children } of pages) look(children);
  return found;
}

/**
 * Those of them that came out small, or narrower than their `min-width`: the names of their files, without what they end
 * in.
 */
export function crampedOn(pages: readonly PageFragment[]): string[] {
  return leftOverOn(pages).flatMap(({ style, drawn, rect, element }) => {
    const least = typeof style.minWidth === 'number' ? Math.min(style.minWidth, rect.width) : 0;
    if (drawn.width >= Math.max(least, leastShown * rect.width)) return [];
    return [/([^/:]+?)(?:\.\w+)?$/.exec(element.attributes.src ?? '')?.[1] ?? ''];
  });
}

/** Whether the main number stands on a page as content, and not only in what is repeated on each. */
export function saysNumber({ children }: Pick<PageFragment, 'children'>): boolean {
  return children.some((fragment) => {
    if (fragment.role === 'running') return false;
    if (fragment.kind === 'box') return saysNumber(fragment);
    return (
      fragment.kind === 'line' &&
      fragment.pieces.some(({ node }) => node.kind === 'text' && node.number === 'main')
    );
  });
}
