/** Two languages that face each other: which pages are turned, and what is told where they cannot keep pace. What is set is played. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import { makeFormes, refuseHalves } from '../../src/press/facing.ts';
import type { Setting } from '../../src/press/job.ts';
import { problemsOf } from '../content/folder.ts';

/** A language: on which page each part begins, how many pages there are, and how far a part moves that begins a page of its own. */
interface Language {
  readonly begins: Readonly<Record<string, number>>;
  readonly count: number;
  readonly moves?: Readonly<Record<string, number>>;
  /** Pages that it takes at the smallest size. */
  readonly small?: number;
  readonly overflows?: (notes: number, turned: number) => boolean;
}
interface Facts {
  readonly turns?: ReadonlyMap<string, number>;
  readonly notes?: number;
}
const stage = vi.hoisted(() => ({
  languages: {} as Record<string, unknown>,
  asked: [] as unknown[],
  binding: { facing: true } as { facing: boolean } | undefined,
  plan: 'booklet',
}));
vi.mock('../../src/press/arrange.ts', () => ({
  arrange: ({ locale, facts, fit }: { locale: string; facts: Facts; fit: { min: number; max: number } }) => {
    const language = stage.languages[locale] as Language;
    const { turns = new Map<string, number>(), notes = 0 } = facts;
    stage.asked.push([locale, Object.fromEntries(turns), notes, fit.max]);
    const names = Object.keys(language.begins);
    let moved = 0;
    const begins = names.map((name) => {
      const turned = turns.get(name);
      if (turned !== undefined) moved += (language.moves?.[name] ?? 1) + turned;
      return language.begins[name]! + moved;
    });
    const own = fit.max === fit.min && language.small !== undefined ? language.small : language.count;
    const pages = Array.from({ length: own + moved + notes }, (_, i) => ({
      name: `p${i}`,
      children: names.flatMap((name, at) =>
        begins[at] === i
          ? [
              {
                kind: 'line',
                role: 'content',
                rect: { x: 0, y: 0, width: 9, height: 9 },
                pieces: [{ node: { origin: { key: `${name}.block.text` } } }],
              },
            ]
          : [],
      ),
    }));
    const overflows = language.overflows?.(notes, moved) === true ? [{}] : [];
    return { result: { pages, overflows } };
  },
}));
vi.mock('../../src/press/engrave.ts', () => ({ engrave: (engraving: unknown) => ({ engraving }) }));
vi.mock('../../src/press/plate.ts', () => ({
  prepare: (_: unknown, { locale }: Setting) => ({
    product: { binding: stage.binding },
    engraving: {
      locale,
      facts: { product: 'book' },
      fit: { min: 10, max: 12 },
      pages: { flow: {}, most: 41 },
      bound: true,
    },
    finish: ({ engraving }: { engraving: unknown }) => ({
      plan: { kind: stage.plan },
      problems: ['own'],
      engraving,
    }),
  }),
  makeForme: (_: unknown, { locale }: Setting) => `alone ${locale}`,
  withRoom: (equipment: unknown, make: (...of: unknown[]) => unknown) => make(equipment, false),
}));
beforeEach(() => {
  Object.assign(stage, { languages: {}, asked: [], binding: { facing: true }, plan: 'booklet' });
});

interface Finished {
  readonly engraving: {
    readonly facts: Facts;
    readonly bound: boolean;
    readonly pages: unknown;
    readonly fit: { max: number };
  };
  readonly plan: unknown;
  readonly facing: { readonly place: string; readonly pair: object };
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}
function both(first: Language, second: Language, tag = 'en') {
  Object.assign(stage, { languages: { [tag]: first, es: second }, asked: [] });
  const formes = makeFormes(
    {} as Guide,
    { locale: tag } as Setting,
    { locale: 'es' } as Setting,
    {} as never,
  );
  return formes as unknown as [Finished, Finished];
}
const paces = (formes: readonly Finished[]) =>
  formes.map(({ engraving: { facts } }) => [Object.fromEntries(facts.turns ?? []), facts.notes ?? 0]);
const told = (formes: readonly Finished[]) => {
  expect(formes[0]!.problems).toEqual(formes[1]!.problems);
  return formes[0]!.problems.slice(1).map(({ code, message }) => [code, message]);
};
const parts = (opening: number, a: number, b: number) => ({ opening, 'sections.a': a, 'sections.b': b });

describe('two languages as one piece', () => {
  it('are each by itself, where their product does not have them face each other', () => {
    stage.binding = undefined;
    expect(both({ begins: {}, count: 2 }, { begins: {}, count: 2 })).toEqual(['alone en', 'alone es']);
    stage.binding = { facing: false };
    expect(both({ begins: {}, count: 2 }, { begins: {}, count: 2 })).toEqual(['alone en', 'alone es']);
  });

  it('are a pair, of half of the pages each, in the direction of the first', () => {
    const same = { begins: parts(0, 1, 2), count: 4 };
    const [first, second] = both(same, same);
    expect([first!.plan, second!.plan]).toEqual([
      { kind: 'booklet', facing: { place: 'first', opens: 'ltr' } },
      { kind: 'booklet', facing: { place: 'second', opens: 'ltr' } },
    ]);
    expect(first!.facing.pair).toBe(second!.facing.pair);
    expect(first!.engraving).toMatchObject({ bound: false, pages: { most: 20 } });
    expect(both(same, same, 'ar')[1]!.plan).toMatchObject({ facing: { opens: 'rtl' } });
    stage.plan = 'single';
    expect(() => both(same, same)).toThrow('no booklet');
  });
});

describe('the pages of two languages', () => {
  it('stay as they are where all parts begin alike', () => {
    const same = { begins: parts(0, 1, 2), count: 4 };
    expect(paces(both(same, same))).toEqual([
      [{}, 0],
      [{}, 0],
    ]);
    expect(told(both(same, same))).toEqual([]);
    expect(stage.asked).toHaveLength(2);
  });

  it('are turned in the language whose part begins earlier, then left for notes, until both begin alike', () => {
    const short = { begins: parts(0, 1, 2), count: 4 };
    const one = both(short, { begins: parts(0, 2, 3), count: 5 }, 'en');
    expect(paces(one)).toEqual([
      [{ 'sections.a': 0 }, 1],
      [{}, 1],
    ]);
    expect(told(one)).toEqual([]);
    const three = both({ begins: parts(0, 4, 5), count: 8 }, { begins: parts(0, 1, 2), count: 5 });
    expect(paces(three)).toEqual([
      [{}, 0],
      [{ 'sections.a': 2 }, 0],
    ]);
    expect(told(three)).toEqual([]);
    const two = both({ begins: parts(0, 3, 4), count: 6 }, { begins: parts(0, 1, 2), count: 4 });
    expect(paces(two)).toEqual([
      [{}, 0],
      [{ 'sections.a': 1 }, 0],
    ]);
    expect(told(two)).toEqual([]);
  });

  it('are left for notes at the end of the shorter', () => {
    expect(paces(both({ begins: parts(0, 1, 2), count: 4 }, { begins: parts(0, 1, 2), count: 6 }))).toEqual([
      [{}, 2],
      [{}, 0],
    ]);
    expect(paces(both({ begins: parts(0, 1, 2), count: 6 }, { begins: parts(0, 1, 2), count: 4 }))).toEqual([
      [{}, 0],
      [{}, 2],
    ]);
  });

  it('are eight for notes at most in one language: else it is told', () => {
    const long = (count: number) => ({ begins: parts(0, 1, 2), count });
    expect(told(both(long(2), long(10)))).toEqual([]);
    expect(told(both(long(2), long(12)))).toEqual([
      [
        'PAGE_BLANK',
        'book: the two languages do not face each other, they have 10 and 12 pages, with 8 pages for notes at most.',
      ],
    ]);
    const far = both({ begins: parts(0, 1, 2), count: 4 }, { begins: parts(0, 12, 13), count: 16 });
    expect(told(far)[0]![0]).toBe('PAGE_BLANK');
    expect(told(far)[0]![1]).toContain('"sections.a" begins on other pages');
  });

  it('are an even number: smaller where that saves a sheet, else with one page more for notes', () => {
    const odd = (small?: number) => ({
      begins: parts(0, 1, 2),
      count: 5,
      ...(small === undefined ? {} : { small }),
    });
    const more = both(odd(), odd());
    expect(paces(more)).toEqual([
      [{}, 1],
      [{}, 1],
    ]);
    expect(more.map(({ engraving }) => engraving.fit.max)).toEqual([12, 12]);
    const less = both(odd(4), odd(4));
    expect(paces(less)).toEqual([
      [{}, 0],
      [{}, 0],
    ]);
    expect(less.map(({ engraving }) => engraving.fit.max)).toEqual([10, 10]);
    expect(told(less)).toEqual([]);
    expect(paces(both(odd(6), odd(6)))[0]).toEqual([{}, 1]);
    expect(paces(both(odd(3), odd(3)))[0]).toEqual([{}, 1]);
  });

  it('are told to be too many where they do not fit, and nothing else is looked at then', () => {
    const full = { begins: parts(0, 1, 2), count: 20, overflows: () => true };
    expect(told(both(full, full))).toEqual([
      ['TEXT_OVERFLOW', 'book is too long in two languages that face each other: each has 20 pages at most.'],
    ]);
    const few = { begins: parts(0, 1, 2), count: 19, overflows: () => true };
    expect(told(both(few, few))).toEqual([]);
    expect(stage.asked).toHaveLength(2);
    const ahead = both({ ...few, begins: parts(0, 3, 4) }, few);
    expect(paces(ahead)).toEqual([
      [{}, 0],
      [{}, 0],
    ]);
  });
});

describe('a closing', () => {
  const closing = (move: number) => ({
    begins: { opening: 0, closing: 3 },
    count: 4,
    moves: { closing: move },
  });

  it('begins a page of its own in both, where that moves nothing', () => {
    expect(paces(both(closing(0), closing(0)))).toEqual([
      [{ closing: 0 }, 0],
      [{ closing: 0 }, 0],
    ]);
    expect(paces(both(closing(0), closing(1)))).toEqual([
      [{}, 0],
      [{}, 0],
    ]);
    expect(paces(both(closing(1), closing(0)))).toEqual([
      [{}, 0],
      [{}, 0],
    ]);
  });

  it('stays where it does not fit otherwise', () => {
    const full = { ...closing(0), overflows: () => stage.asked.length > 2 };
    expect(paces(both(full, full))).toEqual([
      [{}, 0],
      [{}, 0],
    ]);
  });
});

describe('half of a pair', () => {
  const pair = {};
  const forme = (place: 'first' | 'second', of: object = pair, main = { display: '911', dial: '911' }) =>
    ({ facing: { place, pair: of }, guide: { data: { helplines: { main } } } }) as never;
  const alone = { guide: { data: { helplines: { main: { display: '911', dial: '911' } } } } } as never;
  const refused = (...formes: never[]) => problemsOf(() => refuseHalves(formes)).map(({ code }) => code);

  it('is not printed without the other, in another order, or with another number', () => {
    expect(refused(forme('first'), forme('second'))).toEqual([]);
    expect(refused(alone, alone)).toEqual([]);
    expect(refused()).toEqual([]);
    for (const wrong of [
      [forme('first')],
      [forme('second'), forme('first')],
      [forme('first'), forme('first')],
      [forme('second'), forme('second')],
      [forme('first'), forme('second', {})],
      [forme('first'), forme('second'), alone],
      [forme('first'), alone],
      [alone, forme('second')],
      [forme('first'), forme('second', pair, { display: '912', dial: '911' })],
      [forme('first'), forme('second', pair, { display: '911', dial: '912' })],
    ])
      expect(refused(...(wrong as never[]))).toEqual(['BUNDLE_MIXED']);
    expect(problemsOf(() => refuseHalves([forme('first')]))[0]!.hint).toBe(
      'Bundle both plates of pair(), in their order.',
    );
  });
});
