import { type Problem, problem } from '../diagnostics/index.ts';
import { type Rect, sharedRect } from '../geometry/index.ts';
import type { Picture } from '../image/index.ts';
import { told } from './covered.ts';
import { itemPlace } from './item-text.ts';
import { areaOf, type Mark } from './marks.ts';
import type { DisplayList } from './types.ts';

/** Of a picture that is content, on its page, pt. */
const LEAST_SEEN = 6;

/**
 * `IMAGE_UNSEEN` for a picture that is read out, and that nobody sees: it lies beyond its page, under something that is
 * painted later, or paints nothing. One without an alternative text decorates, and may do as it likes.
 * @param marks all that shows on the page
 */
export function checkUnseen(page: DisplayList, marks: readonly Mark[]): Problem[] {
  const sheet: Rect = { x: 0, y: 0, width: page.width, height: page.height };
  return marks.flatMap((mark, at) => {
    if (mark.kind === 'text' || mark.item.kind !== 'picture') return [];
    const { item } = mark;
    if (item.owner.kind !== 'content') return [];
    const fault =
      (paintsNothing(item.picture) && 'paints nothing') ||
      hiding(mark.surface.bounds, sheet, marks.slice(at + 1));
    if (fault === undefined) return [];
    return [
      problem(
        'IMAGE_UNSEEN',
        `${item.picture.name} ${fault}, and its alternative text is read out.`,
        itemPlace(item, page),
        'Give it room of its own, or leave it out.',
      ),
    ];
  });
}

function paintsNothing(picture: Picture): boolean {
  return picture.kind === 'vector'
    ? picture.shapes.length === 0
    : picture.alpha?.every((a) => a === 0) === true;
}

/** Why it is not seen; undefined: it is. */
function hiding(bounds: Rect, sheet: Rect, later: readonly Mark[]): string | undefined {
  const onPage = sharedRect(bounds, sheet);
  if (Math.min(onPage.width, onPage.height) < LEAST_SEEN) return 'lies beyond its page';
  const over = later.find(
    (mark) => mark.kind === 'surface' && mark.surface.cover(areaOf(onPage, [])) === 'all',
  );
  return over?.kind === 'surface' ? `lies under what is painted later (${told(over)})` : undefined;
}
