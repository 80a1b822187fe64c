import { type Bounds, contains, grown } from '../page/matrix.ts';
import type { Piece } from '../page/page-content.ts';
import type { Page } from '../page/read.ts';
import { contentWithout, textsOf } from '../page/read-contents.ts';
import type { Expectation } from '../types.ts';

type Area = Expectation['sheets'][number]['areas'][number];

/** Areas, and what is cut off at their edges, may differ by rounding, pt. */
const near = 0.01;

const boundsOf = ({ x, y, width, height }: Area): Bounds => [x, y, x + width, y + height];

/** The part of a page that lies in some of its areas, and what of the page lies in no one's or in several. */
export interface Half {
  readonly page: Page;
  readonly faults: readonly string[];
}

/**
 * What of a page is one language's: all that is cut off at its areas, and the links that lie in them. Marks beside the text,
 * which lie in nobody's area and say nothing, stay: nothing may be painted over, by them neither.
 * @param areas of this language
 * @param others of the other ones
 */
export function halfOf(page: Page, areas: readonly Area[], others: readonly Area[]): Half {
  const faults: string[] = [];
  const [own, theirs] = [areas.map(boundsOf), others.map(boundsOf)];
  const isOther = (piece: Piece) => isCutAt(piece, theirs);
  for (const piece of page.content.pieces)
    if (!isCutAt(piece, own) && !isOther(piece) && (piece.runs.length > 0 || piece.mcids.size > 0))
      faults.push(
        `"${piece.runs[0]?.text.trim().slice(0, 40) ?? ''}" is cut off at nobody's part of the sheet`,
      );
  const content = contentWithout(page.content, isOther);
  const annotations = page.annotations.filter(({ left, top, right, bottom }) => {
    const link: Bounds = [left, top, right, bottom];
    const isWithin = (all: readonly Bounds[]) => all.some((bounds) => contains(grown(bounds, near), link));
    if (isWithin(own)) return true;
    if (!isWithin(theirs)) faults.push('a link lies in several parts of the sheet');
    return false;
  });
  return { page: { ...page, content, annotations, texts: textsOf(content) }, faults };
}

/** All that a piece shows is cut off at one of these, so it can show nothing elsewhere. */
function isCutAt({ runs, painted }: Piece, all: readonly Bounds[]): boolean {
  return (
    runs.length + painted.length > 0 &&
    all.some((bounds) => {
      const room = grown(bounds, near);
      return [...runs, ...painted].every(({ clip }) => contains(room, clip.bounds));
    })
  );
}
