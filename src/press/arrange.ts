import type { LayoutInput, Overflow } from '../layout/index.ts';
import { areDividedAlike } from '../template/index.ts';
import type { Equipment } from './equipment.ts';
import { crampedOn, sectionHeights } from './section-heights.ts';
import { type Arranging, type Engraving, render, type SetDocument, set } from './set.ts';

/**
 * What is said, arranged and set, with a list of contents or without. Sections that are divided over pages are divided by
 * how high they came out, where that makes the pages fuller alike; and where a page has somewhat too much, what is said
 * twice is said once, and they are divided otherwise.
 */
export function arrange(engraving: Engraving, contents: boolean, equipment: Equipment): SetDocument {
  const attempt = attempts(engraving, contents, equipment);
  const { how, found } = divided(engraving, attempt);
  return withoutSmall(how, found, attempt);
}

/** Pictures that have what is left over are left out, or others stand there, where that is too little to see. */
function withoutSmall(how: Arranging, found: SetDocument, attempt: Attempt): SetDocument {
  const small = new Set(how.small);
  const seen = small.size;
  for (const name of crampedOn(found.result.pages)) small.add(name);
  if (small.size === seen) return found;
  const less = { ...how, small };
  const next = attempt(less, found);
  return next.result.overflows.length === 0 && next.rem >= found.rem
    ? withoutSmall(less, next, attempt)
    : found;
}

type Attempt = (how: Arranging, like?: SetDocument) => SetDocument;

/** Sets what is rendered in different ways, what comes out the same once. */
function attempts(engraving: Engraving, contents: boolean, equipment: Equipment): Attempt {
  const known = new Map<string, SetDocument>();
  return (how, like) => {
    const rendered = render(engraving, { ...how, contents }, equipment);
    const found = known.get(rendered.html) ?? set(engraving, rendered, equipment, like);
    known.set(rendered.html, found);
    return found;
  };
}

function divided({ pages, locale }: Engraving, attempt: Attempt): { how: Arranging; found: SetDocument } {
  const first = attempt({});
  const fits = ({ result }: typeof first) => result.overflows.length === 0;
  const heights = sectionHeights(first.result.pages);
  if (fits(first)) {
    if (heights.size <= 1) return { how: {}, found: first };
    // Where they are divided as they were, all comes out as it is.
    if (areDividedAlike(first.divided, { locale, heights })) return { how: { heights }, found: first };
    const even = attempt({ heights }, first);
    const isBetter = even.rem > first.rem || (even.rem === first.rem && even.air >= first.air);
    return fits(even) && isBetter ? { how: { heights }, found: even } : { how: {}, found: first };
  }
  if (!isNear(first.result.overflows, pages)) return { how: {}, found: first };
  for (let division = 0; division <= mostDivisions; division++)
    for (const tight of [false, true]) {
      const how = { heights, division, tight };
      const found = attempt(how, first);
      if (fits(found)) return { how, found };
    }
  return { how: {}, found: first };
}

/** Divisions beside the best that are tried, and the part of a page that may be too much for that. */
const [mostDivisions, nearly] = [3, 0.3];

/** Whether another division of the content over the pages might make it fit. */
function isNear(overflows: readonly Overflow[], pages: LayoutInput['pages']): boolean {
  if (overflows.length === 0 || 'flow' in pages || pages.length === 1) return false;
  return overflows.every(({ page, by, axis }) => {
    const height = pages.find(({ name }) => name === page)?.height ?? 0;
    return axis === 'block' && by < nearly * height;
  });
}
