import { type Problem, problem } from '../diagnostics/index.ts';
import { arrange } from './arrange.ts';
import type { Equipment } from './equipment.ts';
import type { Engraving, SetDocument } from './set.ts';

/** Pages of a folded sheet, which is the thinnest booklet, and for notes in it at most. */
const [ofSheet, mostNotes] = [4, 3];

/** Of what is bound, set smaller where that saves a sheet, with as many pages for notes as fill its last one; what is too little for a booklet is told. */
export function bind(
  engraving: Engraving,
  contents: boolean,
  flat: SetDocument,
  equipment: Equipment,
): { readonly found: SetDocument; readonly unbound: readonly Problem[] } {
  const lacking = (count: number) => (ofSheet - (count % ofSheet)) % ofSheet;
  const count = flat.result.pages.length;
  let found = flat;
  let notes = 0;
  if (engraving.bound !== true || flat.result.overflows.length > 0) return { found, unbound: [] };
  if (lacking(count) > 0) {
    // A sheet less, where the smallest size takes in what is over.
    const { fit } = engraving;
    const small = arrange({ ...engraving, fit: { ...fit, max: fit.min } }, contents, equipment);
    const { overflows, pages } = small.result;
    if (overflows.length === 0 && pages.length < count && lacking(pages.length) === 0)
      return { found: small, unbound: [] };
  }
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
    found = arrange({ ...engraving, facts: { ...engraving.facts, notes } }, contents, equipment);
  }
  return { found, unbound: [] };
}
