import { type Problem, problem } from '../diagnostics/index.ts';
import { arrange } from './arrange.ts';
import type { Equipment } from './equipment.ts';
import { partsBegin, sectionsOn } from './section-heights.ts';
import type { Engraving, SetDocument } from './set.ts';

/** Pages of a folded sheet, which is the thinnest booklet, and for notes in it at most. */
const [ofSheet, mostNotes] = [4, 3];
const lacking = (count: number) => (ofSheet - (count % ofSheet)) % ofSheet;

interface Bound {
  readonly found: SetDocument;
  readonly unbound: readonly Problem[];
}

/**
 * Of what is bound, set smaller where that saves a sheet, with as many pages for notes as fill its last one; what is too
 * little for a booklet is told.
 */
export function bind(
  engraving: Engraving,
  contents: boolean,
  flat: SetDocument,
  equipment: Equipment,
): Bound {
  const count = flat.result.pages.length;
  const setAs = (more: Partial<Engraving>) => arrange({ ...engraving, ...more }, contents, equipment);
  if (engraving.bound !== true || flat.result.overflows.length > 0) return { found: flat, unbound: [] };
  const { fit, facts } = engraving;
  if (lacking(count) > 0) {
    // A sheet less, where the smallest size takes in what is over.
    const small = { fit: { ...fit, max: fit.min } };
    const found = setAs(small);
    const { overflows, pages } = found.result;
    if (overflows.length === 0 && pages.length < count && lacking(pages.length) === 0)
      return {
        found: withWholeClosing(found, (turns) => setAs({ ...small, facts: { ...facts, turns } })),
        unbound: [],
      };
  }
  let found = flat;
  let notes = 0;
  while (lacking(found.result.pages.length) > 0) {
    // With pages for notes the rest may be fitted otherwise, and take more or fewer itself.
    notes += lacking(found.result.pages.length);
    if (notes > mostNotes)
      return {
        found,
        unbound: [
          problem(
            'PAGE_BLANK',
            `${engraving.facts.product} has ${count} pages, which ${mostNotes} for notes at most do not make sheets of ${ofSheet}.`,
            {},
            'Print what takes fewer pages: a pamphlet, a handout.',
          ),
        ],
      };
    found = setAs({ facts: { ...facts, notes } });
  }
  const noted = notes === 0 ? facts : { ...facts, notes };
  return { found: withWholeClosing(found, (turns) => setAs({ facts: { ...noted, turns } })), unbound: [] };
}

/** A closing that came to stand alone on a page is set as one that does: it fills that. */
function withWholeClosing(
  found: SetDocument,
  turned: (turns: ReadonlyMap<string, number>) => SetDocument,
): SetDocument {
  const { pages } = found.result;
  const at = partsBegin(pages).get('closing');
  if (at === undefined || sectionsOn([pages[at]!]).size > 0) return found;
  const whole = turned(new Map([['closing', 0]]));
  const { result } = whole;
  const isSame = result.overflows.length === 0 && result.pages.length === pages.length;
  return isSame && partsBegin(result.pages).get('closing') === at ? whole : found;
}
