import { type DeclaredNumber, declaredNumbers, type Guide, isLinkedCode } from '../content/index.ts';
import type { Problem } from '../diagnostics/index.ts';
import type { HtmlDocument } from '../document/index.ts';
import type { Color } from '../geometry/index.ts';
import type { PageFragment } from '../layout/index.ts';
import {
  checkContrast,
  checkPages,
  checkSizes,
  type DisplayList,
  type KnownMarks,
  paintPages,
} from '../paint/index.ts';
import { arrange } from './arrange.ts';
import { bind } from './bind.ts';
import type { Equipment } from './equipment.ts';
import { layoutProblems } from './layout-problems.ts';
import { withPens } from './pens.ts';
import { recasedNumbers } from './recased.ts';
import { type Engraving, letterFactor } from './set.ts';

/** What came of it: pages painted, and what is wrong with them. */
export interface Engraved {
  readonly document: HtmlDocument;
  readonly pages: readonly DisplayList[];
  /** Of what the pages show. */
  readonly marks: KnownMarks;
  /** The theme's ink, which fold marks are printed in. */
  readonly ink: Color;
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number;
  readonly problems: readonly Problem[];
  /** Keys of the texts that the template printed. */
  readonly said: ReadonlySet<string>;
  /** Where the boxes lie, where the press keeps that. */
  readonly laid?: readonly PageFragment[];
}

/**
 * The first half of the list: what is said, arranged, set and painted, for products and working papers alike.
 * What does not fit, or cannot be read, is told beside the pages.
 * @throws PressError where there can be no pages: a template, style or picture that is wrong
 */
export function engrave(engraving: Engraving, equipment: Equipment): Engraved {
  const { locale, facts, contents, fit: range, floor, tooLong } = engraving;
  const { watch, keepsLayout } = equipment;
  const alone = arrange(engraving, false, equipment);
  const isLong = contents !== undefined && alone.result.pages.length >= contents;
  const flat = isLong ? arrange(engraving, true, equipment) : alone;
  const { found, unbound } = bind(engraving, isLong, flat, equipment);
  const { document, said, ink, rem, result, pictureFrom } = found;
  const painted = watch('paint', () => withPens(paintPages(result, pictureFrom), engraving.edition ?? {}));
  const marks: KnownMarks = new Map();
  const unfit = [...layoutProblems(result, range, tooLong), ...unbound];
  // What does not fit lies over other things as well; telling both would bury the cause.
  const problems =
    unfit.length > 0
      ? unfit
      : watch('checks', () => [
          ...checkContrast(painted),
          ...checkSizes(painted, floor, letterFactor(engraving, equipment)),
          ...checkPages(painted, displaysOf(engraving), marks),
          ...recasedNumbers(painted, writtenNumbers(engraving.guide)),
        ]);
  return {
    document,
    pages: painted,
    marks,
    ink,
    rem,
    said,
    ...(keepsLayout ? { laid: result.pages } : {}),
    problems: problems.map((p) => ({
      ...p,
      place: { ...p.place, locale: locale.tag, product: facts.product },
    })),
  };
}

/** Every number that pages may show, as it is shown. */
function displaysOf({ guide, numbers }: Engraving): ReadonlySet<string> {
  const all = numbers === undefined ? writtenNumbers(guide) : Object.values(numbers);
  return new Set(all.map(({ display }) => display));
}

/** The numbers of a guide that are known wherever they stand: of codes that only links show the proof looks at the links. */
function writtenNumbers({ data }: Guide): DeclaredNumber[] {
  return declaredNumbers(data).filter((number) => !isLinkedCode(number));
}
