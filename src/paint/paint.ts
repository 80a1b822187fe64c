import { PressError, type Problem } from '../diagnostics/index.ts';
import type { DocumentElement } from '../document/index.ts';
import { sharedRect } from '../geometry/index.ts';
import type { BoxFragment, Fragment, LayoutResult, PageFragment, PictureFragment } from '../layout/index.ts';
import { filledRect, paintBox } from './box.ts';
import { settled, type Unsettled } from './faded.ts';
import type { PictureOf } from './ground.ts';
import { paintLine } from './line.ts';
import { linkAreas } from './link.ts';
import { placesOf } from './place.ts';
import type { DisplayList, Owner, PictureItem } from './types.ts';

const background: Owner = { kind: 'artifact', type: 'Background' };
const layout: Owner = { kind: 'artifact', type: 'Layout' };

/** What holds for a fragment and what is in it. */
interface Surroundings {
  readonly page: PageFragment;
  readonly direction: 'ltr' | 'rtl';
  /** Owner of everything in a running element; undefined in the content. */
  readonly running: Owner | undefined;
  readonly pictureOf: PictureOf;
  /** The element whose box this is in. */
  readonly inside?: DocumentElement | undefined;
  /** What cannot be painted as it is said. */
  readonly faults: Problem[];
}

const noPicture: PictureOf = (source) => {
  throw new Error(`There is no picture ${source}.`);
};

/**
 * The laid-out pages as display lists, in the order of the pages. `pictureOf` opens background pictures.
 * @throws PressError CSS_VALUE_INVALID, and what `pictureOf` throws
 */
export function paintPages(result: LayoutResult, pictureOf: PictureOf = noPicture): DisplayList[] {
  const faults: Problem[] = [];
  const pages = result.pages.map((page) => paintPage(page, pictureOf, faults));
  if (faults.length > 0) throw new PressError(faults);
  return pages;
}

function paintPage(page: PageFragment, pictureOf: PictureOf, faults: Problem[]): DisplayList {
  const { name, index, width, height, style, direction } = page;
  const { bleed, backgroundColor } = style;
  const items: Unsettled[] = [];
  if (backgroundColor !== undefined) {
    const sheet = { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed };
    items.push(filledRect(sheet, backgroundColor, background));
  }
  paintAll(page.children, { page, direction, running: undefined, pictureOf, faults }, items);
  return {
    page: name,
    index,
    width,
    height,
    bleed,
    items: settled(items, [], faults),
    links: linkAreas(page.children, index),
    places: placesOf(page.children),
  };
}

/** Positioned boxes are painted over their siblings in the flow (CSS 2.2 appendix E), each group in document order. */
function paintAll(fragments: readonly Fragment[], around: Surroundings, into: Unsettled[]): void {
  let positioned: Fragment[] | undefined;
  for (const fragment of fragments) {
    if (!isPositioned(fragment)) paintFragment(fragment, around, into);
    else if (positioned === undefined) positioned = [fragment];
    else positioned.push(fragment);
  }
  if (positioned !== undefined) for (const fragment of positioned) paintFragment(fragment, around, into);
}

function isPositioned(fragment: Fragment): boolean {
  if (fragment.kind === 'line') return false;
  const { position } = fragment.style;
  return position === 'relative' || position === 'absolute';
}

function paintFragment(fragment: Fragment, around: Surroundings, into: Unsettled[]): void {
  const running = around.running ?? runningOwner(fragment, around.page);
  switch (fragment.kind) {
    case 'line':
      for (const item of paintLine(fragment, running, around.page.index)) into.push(item);
      return;
    case 'picture':
      into.push(...faded([paintPicture(fragment, running)], fragment, around));
      return;
    case 'box':
      paintBoxAndChildren(fragment, running, around, into);
  }
}

/** Running elements are pagination artifacts: headers in the upper half of the page, footers in the lower. */
function runningOwner(fragment: Fragment, page: PageFragment): Owner | undefined {
  if (fragment.role !== 'running') return undefined;
  const middle = fragment.rect.y + fragment.rect.height / 2;
  return { kind: 'artifact', type: 'Pagination', subtype: middle < page.height / 2 ? 'Header' : 'Footer' };
}

/** What an element paints, by its opacity: once, though it may have a box in another. */
function faded(
  items: readonly Unsettled[],
  { element, style: { opacity } }: BoxFragment | PictureFragment,
  { inside }: Surroundings,
): Unsettled[] {
  if (opacity === 1 || items.length === 0 || element === undefined || element === inside) return [...items];
  return [{ kind: 'faded', opacity, items, origin: element.origin }];
}

function paintBoxAndChildren(
  box: BoxFragment,
  running: Owner | undefined,
  around: Surroundings,
  into: Unsettled[],
): void {
  const { page, pictureOf, faults } = around;
  const { matrix, element } = box;
  const direction = element?.dir ?? around.direction;
  const owners = { background: running ?? background, layout: running ?? layout };
  const isPlain = matrix === undefined && box.style.opacity === 1;
  const painted: Unsettled[] = isPlain ? into : [];
  for (const item of paintBox(box, direction, owners, pictureOf)) painted.push(item);
  paintAll(box.children, { page, direction, running, pictureOf, faults, inside: element }, painted);
  if (isPlain) return;
  const items = faded(painted, box, around);
  if (matrix === undefined || items.length === 0) into.push(...items);
  else into.push({ kind: 'group', matrix, items: settled(items, undefined, faults) });
}

/** A picture with an empty alternative text decorates. */
function paintPicture(fragment: PictureFragment, running: Owner | undefined): PictureItem {
  const { element, picture, drawn, rect, flipped } = fragment;
  const decorates = (element.attributes.alt ?? '').trim() === '';
  const owner = running ?? (decorates ? layout : { kind: 'content', node: element, element });
  // Where nobody says how it fills its box, its place is what is seen of it.
  const clip = fragment.style.objectFit === 'auto' ? sharedRect(rect, drawn) : rect;
  return { kind: 'picture', owner, picture, drawn, clip, flipped };
}
