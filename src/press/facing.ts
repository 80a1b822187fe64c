import type { Guide } from '../content/index.ts';
import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { languageOf } from '../locale/index.ts';
import { arrange } from './arrange.ts';
import { engrave } from './engrave.ts';
import type { Equipment } from './equipment.ts';
import type { Setting } from './job.ts';
import { type Forme, makeForme, type Prepared, prepare, withRoom } from './plate.ts';
import { partsBegin } from './section-heights.ts';
import type { Engraving, SetDocument } from './set.ts';

/** Two languages, in the order in which they are named. */
type Both<T> = readonly [first: T, second: T];

/** Pages for notes that one language has at most, and pages of both that fill a sheet. */
const [mostSpare, ofSheet] = [8, 2];

/**
 * Sets a guide in two languages that are printed as one piece. Of what is bound they face each other: the parts of the one
 * begin on the pages on which those of the other do, and both have as many pages.
 * @throws PressError where there can be no pages
 */
export function makeFormes(guide: Guide, first: Setting, second: Setting, equipment: Equipment): Both<Forme> {
  const prepared: Both<Prepared> = [prepare(guide, first, equipment), prepare(guide, second, equipment)];
  if (prepared[0].product.binding?.facing !== true)
    return [makeForme(guide, first, equipment), makeForme(guide, second, equipment)];
  // Lines of both are further apart where those of one meet: they keep pace as they are then.
  return withRoom(equipment, (each, isSpreadForNumber) => bothOf(prepared, first, each, isSpreadForNumber));
}

function bothOf(
  prepared: Both<Prepared>,
  first: Setting,
  equipment: Equipment,
  isSpreadForNumber: boolean,
): Both<Forme> {
  const { aligned, unbound } = align([half(prepared[0].engraving), half(prepared[1].engraving)], equipment);
  const opens = languageOf(first.locale).direction;
  const pair = {};
  const finished = (i: 0 | 1): Forme => {
    const forme = prepared[i].finish(engrave(aligned[i], equipment));
    if (forme.plan.kind !== 'booklet') throw new Error('what is bound is no booklet');
    const place = i === 0 ? 'first' : 'second';
    return {
      ...forme,
      plan: { ...forme.plan, facing: { place, opens } },
      facing: { place, pair },
      isSpreadForNumber,
      problems: [...forme.problems, ...unbound],
    };
  };
  return [finished(0), finished(1)];
}

/** Each language has half of the pages, and is not bound by itself. */
function half(engraving: Engraving): Engraving {
  const { pages } = engraving;
  const most = 'flow' in pages ? { ...pages, most: Math.floor(pages.most / 2) } : pages;
  return { ...engraving, pages: most, bound: false };
}

/** What is done to a language so that it keeps pace with the other. */
interface Pace {
  readonly turns: ReadonlyMap<string, number>;
  /** Pages for notes before its last one. */
  readonly notes: number;
}

interface Paced {
  readonly engravings: Both<Engraving>;
  readonly found: Both<SetDocument>;
}

/** Both languages, each with pages turned where the other is ahead; what cannot be brought together is told. */
function align(
  engravings: Both<Engraving>,
  equipment: Equipment,
): { readonly aligned: Both<Engraving>; readonly unbound: readonly Problem[] } {
  const attempt = (each: Both<Engraving>): Paced => {
    const paces: [Pace, Pace] = [
      { turns: new Map(), notes: 0 },
      { turns: new Map(), notes: 0 },
    ];
    const setAt = (i: 0 | 1) => arrange(paced(each[i], paces[i]), false, equipment);
    const found: [SetDocument, SetDocument] = [setAt(0), setAt(1)];
    const again = (i: 0 | 1, pace: Pace): void => {
      paces[i] = pace;
      found[i] = setAt(i);
    };
    keepPace(paces, found, again);
    standAlone(paces, found, again);
    return { engravings: [paced(each[0], paces[0]), paced(each[1], paces[1])], found };
  };
  const usual = attempt(engravings);
  const isWhole = ({ found }: Paced) => isFit(found) && countOf(found[0]) % ofSheet === 0;
  if (!isFit(usual.found) || isWhole(usual)) return told(usual, engravings[0]);
  // A sheet less, where the smallest size takes in what is over.
  const smallest = (engraving: Engraving) => ({
    ...engraving,
    fit: { ...engraving.fit, max: engraving.fit.min },
  });
  const small = attempt([smallest(engravings[0]), smallest(engravings[1])]);
  if (isWhole(small) && countOf(small.found[0]) < countOf(usual.found[0])) return told(small, engravings[0]);
  const [first, second] = [withOneMore(usual.engravings[0]), withOneMore(usual.engravings[1])];
  const found: Both<SetDocument> = [arrange(first, false, equipment), arrange(second, false, equipment)];
  return told({ engravings: [first, second], found }, engravings[0]);
}

const countOf = ({ result }: SetDocument) => result.pages.length;
const isFit = (found: Both<SetDocument>) => found.every(({ result }) => result.overflows.length === 0);

const paced = (engraving: Engraving, { turns, notes }: Pace): Engraving => ({
  ...engraving,
  facts: { ...engraving.facts, turns, notes },
});

const withOneMore = (engraving: Engraving): Engraving => ({
  ...engraving,
  facts: { ...engraving.facts, notes: (engraving.facts.notes ?? 0) + 1 },
});

/**
 * Part by part: the language whose part begins earlier begins it on a page of its own, and has pages for notes where that is
 * not enough. In the end the shorter one has so many before its last page.
 */
function keepPace(paces: Both<Pace>, found: Both<SetDocument>, again: Again): void {
  const names = [...partsBegin(found[0].result.pages).keys()];
  const spare = ({ turns, notes }: Pace) => [...turns.values()].reduce((sum, each) => sum + each, notes);
  for (const name of names)
    for (;;) {
      const [a, b] = found.map(({ result }) => partsBegin(result.pages).get(name));
      if (a === undefined || b === undefined || a === b || !isFit(found)) break;
      const late = a < b ? 0 : 1;
      const { turns, notes } = paces[late];
      const before = turns.get(name);
      if (spare(paces[late]) >= mostSpare) break;
      again(late, {
        turns: new Map([...turns, [name, before === undefined ? 0 : before + 1]]),
        notes,
      });
    }
  for (;;) {
    const lacking = countOf(found[0]) - countOf(found[1]);
    if (lacking === 0 || !isFit(found)) return;
    const late = lacking < 0 ? 0 : 1;
    if (spare(paces[late]) >= mostSpare) return;
    again(late, { ...paces[late], notes: paces[late].notes + 1 });
  }
}

type Again = (i: 0 | 1, pace: Pace) => void;

/** Where the closing has a page of its own in both languages, it begins it in both alike. */
function standAlone(paces: Both<Pace>, found: Both<SetDocument>, again: Again): void {
  const page = partsBegin(found[0].result.pages).get('closing');
  const counts = found.map(countOf);
  if (page === undefined || !isFit(found)) return;
  const before = [paces[0], paces[1]] as const;
  for (const i of [0, 1] as const) {
    const { turns } = before[i];
    if (!turns.has('closing')) again(i, { ...before[i], turns: new Map([...turns, ['closing', 0]]) });
  }
  const isMoved = found.some(
    (each, i) => partsBegin(each.result.pages).get('closing') !== page || countOf(each) !== counts[i],
  );
  if (isMoved || !isFit(found)) for (const i of [0, 1] as const) again(i, before[i]);
}

/** What is wrong where the two do not keep pace: one says far more than the other, or its template turns no pages. */
function told(
  { engravings, found }: Paced,
  { facts: { product }, pages }: Engraving,
): ReturnType<typeof align> {
  const [first, second] = [partsBegin(found[0].result.pages), partsBegin(found[1].result.pages)];
  const apart = [...first].find(([name, page]) => (second.get(name) ?? page) !== page)?.[0];
  const counts = found.map(countOf);
  const alone = 'Print each language by itself, or both as a handout, one after the other.';
  const most = 'flow' in pages ? pages.most : 0;
  if (!isFit(found) && counts.some((count) => count >= most))
    return {
      aligned: engravings,
      unbound: [
        problem(
          'TEXT_OVERFLOW',
          `${product} is too long in two languages that face each other: each has ${most} pages at most.`,
          {},
          alone,
        ),
      ],
    };
  if (!isFit(found) || (apart === undefined && counts[0] === counts[1] && counts[0]! % ofSheet === 0))
    return { aligned: engravings, unbound: [] };
  const where =
    apart === undefined ? `they have ${counts.join(' and ')} pages` : `"${apart}" begins on other pages`;
  return {
    aligned: engravings,
    unbound: [
      problem(
        'PAGE_BLANK',
        `${product}: the two languages do not face each other, ${where}, with ${mostSpare} pages for notes at most.`,
        {},
        alone,
      ),
    ],
  };
}

/** @throws PressError BUNDLE_MIXED where one of two that face each other is to be printed without the other */
export function refuseHalves(formes: readonly Pick<Forme, 'facing' | 'guide'>[]): void {
  if (formes.every(({ facing }) => facing === undefined)) return;
  const [first, second, ...more] = formes;
  const isPair =
    more.length === 0 &&
    first?.facing?.place === 'first' &&
    second?.facing?.place === 'second' &&
    first.facing.pair === second.facing.pair;
  const mains = formes.map(({ guide }) => guide.data.helplines.main);
  if (isPair && mains[0]!.display === mains[1]!.display && mains[0]!.dial === mains[1]!.dial) return;
  throw new PressError([
    problem(
      'BUNDLE_MIXED',
      'A plate of two that face each other is half of a piece: the other is printed with it, after or before it as they were made, with the same number.',
      {},
      'Bundle both plates of pair(), in their order.',
    ),
  ]);
}
