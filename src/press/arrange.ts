import type { LayoutInput, Overflow } from '../layout/index.ts';
import { areDividedAlike } from '../template/index.ts';
import type { Equipment } from './equipment.ts';
import {
  crampedOn,
  leftOverOn,
  pieceHeights,
  saysNumber,
  sectionHeights,
  sectionsOn,
} from './section-heights.ts';
import { type Arranging, type Engraving, type Rendered, render, type SetDocument, set } from './set.ts';

/**
 * What is said, arranged and set, with a list of contents or without. Sections that are divided over pages are divided by
 * how high they came out, where that makes the pages fuller alike; and where a page has somewhat too much, what is said
 * twice is said once, and they are divided otherwise.
 */
export function arrange(engraving: Engraving, contents: boolean, equipment: Equipment): SetDocument {
  const rendered = renderings(engraving, contents, equipment);
  const { precedents } = equipment;
  const kind = precedents && kindOf(engraving, contents);
  const before = kind === undefined ? [] : (precedents?.of(kind) ?? []);
  const made: SetDocument[] = [];
  const attempt = attempts(rendered, (what, like) => {
    const found = set(engraving, what, equipment, like, before[made.length]);
    made.push(found);
    return found;
  });
  const usual = divided(engraving, attempt, rendered);
  const isFull = engraving.setsFull === true && !(isHeld(usual.found) && isLoud(engraving, usual.found));
  const arranged = isFull ? fuller(engraving, attempt, rendered) : usual;
  const result = withNear(withoutSmall(arranged, attempt), engraving, attempt, rendered);
  const sizes = made.map((each) => each.sizes);
  if (kind !== undefined) precedents?.add(kind, sizes);
  return result;
}

/** Documents of one kind may be much alike; whether they are is looked at. */
function kindOf({ guide, locale, template, edition, pages, fit }: Engraving, contents: boolean): string {
  return JSON.stringify([guide.folder, template.file, locale.tag, edition, pages, fit, contents]);
}

const isHeld = ({ result }: SetDocument) => result.overflows.length === 0;

/** The number stands on each page that prints it as content: where it has no room there it stands on a later one. */
function isLoud({ loud = [] }: Engraving, { result }: SetDocument): boolean {
  return result.pages.every((page) => !loud.includes(page.name) || saysNumber(page));
}

/** What fits in no other way, set as its template sets what is full. */
function fuller(engraving: Engraving, attempt: Attempt, rendered: Renderings): Arranged {
  const full: Attempt = (how, like) => attempt({ ...how, full: true }, like);
  const { how, found } = divided(engraving, full, rendered);
  return { how: { ...how, full: true }, found };
}

/** What is set, and how it was arranged for it. */
interface Arranged {
  readonly how: Arranging;
  readonly found: SetDocument;
}

/** Pictures that have what is left over are left out, or others stand there, where that is too little to see. */
function withoutSmall(arranged: Arranged, attempt: Attempt): Arranged {
  const { how, found } = arranged;
  const small = new Set(how.small);
  const seen = small.size;
  for (const name of crampedOn(found.result.pages)) small.add(name);
  if (small.size === seen) return arranged;
  const less = { ...how, small };
  const next = attempt(less, found);
  return next.result.overflows.length === 0 && next.rem >= found.rem
    ? withoutSmall({ how: less, found: next }, attempt)
    : arranged;
}

/** Pages give up no more of their air than down to this for an empty box. */
const airy = 0.8;

/**
 * An empty box is put in where little is given up for it: of the size of text a step at most, some air of pages that have
 * much, no picture.
 */
function withNear(
  arranged: Arranged,
  engraving: Engraving,
  attempt: Attempt,
  rendered: Renderings,
): SetDocument {
  const { how, found } = arranged;
  const near = { ...how, near: true };
  if (engraving.setsNear === false || !isHeld(found) || rendered(near).html === rendered(how).html)
    return found;
  const first = attempt(near, found);
  const { found: next } = withoutSmall({ how: near, found: first }, attempt);
  const keeps =
    next.result.overflows.length === 0 &&
    next.result.pages.length === found.result.pages.length &&
    next.rem > found.rem - engraving.fit.step * 1.5 &&
    next.airs.length === found.airs.length &&
    next.airs.every((air, i) => air > Math.min(airy, found.airs[i]!) - 1e-9) &&
    leftOverOn(next.result.pages).length === leftOverOn(found.result.pages).length;
  return keeps ? next : found;
}

type Attempt = (how: Arranging, like?: SetDocument) => SetDocument;

/** Renders a template in different ways, in each of them once; with a list of contents in all of them, or in none. */
type Renderings = (how: Arranging) => Rendered;

function renderings(engraving: Engraving, contents: boolean, equipment: Equipment): Renderings {
  const known: (Rendered & { readonly how: Arranging })[] = [];
  return (how) => {
    let found = known.find((each) => isSame(each.how, how));
    if (found === undefined) {
      found = { ...render(engraving, { ...how, contents }, equipment), how };
      known.push(found);
    }
    return found;
  };
}

/** Whether a template is asked for the same: heights are measured once, and are the same where they are one object. */
function isSame(a: Arranging, b: Arranging): boolean {
  const { small = none, ...one } = a;
  const { small: others = none, ...other } = b;
  return (
    small.size === others.size &&
    [...small].every((name) => others.has(name)) &&
    [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
      (key) => one[key as keyof typeof one] === other[key as keyof typeof other],
    )
  );
}

const none: ReadonlySet<string> = new Set();

/** Sets what is rendered in different ways, what comes out the same once. */
function attempts(
  renderedAs: Renderings,
  setAs: (what: Rendered, like: SetDocument | undefined) => SetDocument,
): Attempt {
  const known = new Map<string, SetDocument>();
  return (how, like) => {
    const rendered = renderedAs(how);
    const found = known.get(rendered.html) ?? setAs(rendered, like);
    known.set(rendered.html, found);
    return found;
  };
}

/**
 * Whether a template breaks sections as it is asked to: what goes on from the page before begins without its line, so that
 * each text and each id stands there as often as when sections are whole. One that was written before says them again.
 */
function breaks(how: Arranging, rendered: Renderings): boolean {
  const said = (arranging: Arranging) =>
    (rendered(arranging).html.match(/<!--key:sections\.[^>]*-->| id="[^"]*"/g) ?? []).sort().join('\n');
  return said(how) === said({ ...how, breaking: undefined });
}

function divided(engraving: Engraving, attempt: Attempt, rendered: Renderings): Arranged {
  const { pages, locale } = engraving;
  const first = attempt({});
  const heights = sectionHeights(first.result.pages);
  if (isHeld(first)) {
    if (heights.size <= 1) return { how: {}, found: first };
    // Where they are divided as they were, all comes out as it is.
    if (areDividedAlike(first.divided, { locale, heights })) return { how: { heights }, found: first };
    const even = attempt({ heights }, first);
    const isBetter = even.rem > first.rem || (even.rem === first.rem && even.air >= first.air);
    return isHeld(even) && isBetter ? { how: { heights }, found: even } : { how: {}, found: first };
  }
  if (isNear(first.result.overflows, pages))
    for (let division = 0; division <= mostDivisions; division++)
      for (const tight of [false, true]) {
        const how = { heights, division, tight };
        const found = attempt(how, first);
        if (isHeld(found)) return { how, found };
      }
  return broken(first, pages, attempt, (how) => breaks(how, rendered)) ?? { how: {}, found: first };
}

/** Tries to find a place for each break of a section. */
const mostBreaks = 4;

/**
 * Sections that fit no page whole are broken between their blocks, where the pages together have room for all: what a page
 * has too much goes to the others, as often as it takes.
 */
function broken(
  first: SetDocument,
  pages: LayoutInput['pages'],
  attempt: Attempt,
  isTaken: (how: Arranging) => boolean,
): Arranged | undefined {
  if ('flow' in pages || pages.length === 1) return undefined;
  const heights = pieceHeights(first.result.pages);
  const long = sectionsOn(first.result.pages);
  if (!first.result.overflows.every(({ page, axis }) => axis === 'block' && long.has(page))) return undefined;
  for (const tight of [false, true]) {
    let besides: readonly number[] = [];
    for (let tries = 0; tries < mostBreaks; tries++) {
      const how = { tight, breaking: { heights, besides } };
      if (!isTaken(how)) return undefined;
      const found = attempt(how, first);
      const { overflows, pages: made } = found.result;
      if (overflows.length === 0) return { how, found };
      const names = [...sectionsOn(made).keys()];
      if (!overflows.every(({ page, axis }) => axis === 'block' && names.includes(page))) return undefined;
      besides = names.map((name, i) => {
        const over = overflows.filter(({ page }) => page === name).map(({ by }) => by);
        return (besides[i] ?? 0) + Math.max(0, ...over);
      });
    }
  }
  return undefined;
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
