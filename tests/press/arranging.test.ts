/** Which way of arranging a guide is taken, and how a booklet is bound: what is set is played, so that each choice stands alone. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Overflow, PageFragment } from '../../src/layout/index.ts';
import { arrange } from '../../src/press/arrange.ts';
import { bind } from '../../src/press/bind.ts';
import type { Arranging, Engraving, SetDocument } from '../../src/press/set.ts';

interface Made {
  readonly rem?: number;
  readonly air?: number;
  readonly airs?: readonly number[];
  readonly overflows?: readonly Partial<Overflow>[];
  readonly pages?: readonly unknown[];
  readonly found?: unknown;
  readonly divided?: readonly unknown[];
}
const stage = vi.hoisted(() => ({
  /** How each was asked for, and what the one before it had found. */
  asked: [] as { how: Record<string, unknown>; known: unknown }[],
  play: (_how: Record<string, unknown>): unknown => ({}),
  /** What a template prints, where sections may be broken and where not. */
  said: (_isBroken: boolean): string => '',
  /** Whether the template has an empty box, where it is asked for one. */
  hasBox: false,
}));
vi.mock('../../src/press/set.ts', () => ({
  render: (engraving: Engraving, how: Arranging) => {
    const { heights, small, near, ...rest } = how;
    const plain = {
      ...rest,
      ...(near === true && stage.hasBox ? { near } : {}),
      ...(heights === undefined ? {} : { heights: [...heights] }),
      ...(small === undefined ? {} : { small: [...small] }),
      ...(engraving.facts.notes === undefined ? {} : { notes: engraving.facts.notes }),
      ...(engraving.facts.turns === undefined ? {} : { turns: [...engraving.facts.turns] }),
      ...(engraving.fit.max === 14 ? {} : { max: engraving.fit.max }),
    };
    const { breaking, ...others } = plain as unknown as Arranging;
    const broken = breaking && { heights: [...breaking.heights], besides: breaking.besides };
    const text = stage.said(broken !== undefined);
    return {
      html: JSON.stringify({ ...others, ...(broken && { breaking: broken }) }) + text,
      said: new Set(),
    };
  },
  set: (_: Engraving, { html }: { html: string }, __: unknown, like?: { found: unknown }) => {
    const how = JSON.parse(html.replace(/<!--.*$/, '')) as Record<string, unknown>;
    stage.asked.push({ how, known: like?.found });
    return stage.play(how);
  },
}));

const line = (key: string, y: number) => ({
  kind: 'line',
  role: 'content',
  rect: { x: 0, y, width: 9, height: 10 },
  pieces: [{ node: { origin: { key } } }],
});
const page = (...children: unknown[]) => ({ name: 'inside', children }) as unknown as PageFragment;
/** A page with sections, one of a height. */
const sections = (...ids: string[]) => page(...ids.map((id, i) => line(`sections.${id}.text`, i * 20)));
const cramped = (name: string) => ({
  kind: 'picture',
  style: { height: { fill: true }, objectFit: 'contain' },
  rect: { width: 100 },
  drawn: { width: 10 },
  element: { attributes: { src: `template:${name}.svg` }, origin: {} },
});
const [a, b] = [{ id: 'a' }, { id: 'b' }];
/** Both in the first of two groups: by how high they are they would be divided otherwise. */
const uneven = [{ items: [a, b], groups: [[a, b], []] }];
const made = ({
  rem = 12,
  air = 0,
  airs = [1],
  overflows = [],
  pages = [sections('a')],
  found = {},
  divided = uneven,
}: Made = {}): SetDocument =>
  ({ rem, air, airs, found, divided, result: { overflows, pages } }) as unknown as SetDocument;
const over = (more: Partial<Overflow> = {}): Partial<Overflow> => ({
  page: 'inside',
  axis: 'block',
  by: 10,
  ...more,
});
const spread = [
  { name: 'inside', width: 100, height: 100 },
  { name: 'back', width: 100, height: 100 },
];
const engraving = (more: Partial<Engraving> = {}): Engraving =>
  ({
    pages: spread,
    facts: { product: 'p' },
    fit: { min: 10, max: 14, step: 0.25 },
    ...more,
  }) as unknown as Engraving;
const run = (
  play: (how: Record<string, unknown>) => SetDocument,
  contents = false,
  more: Partial<Engraving> = {},
) => {
  stage.play = play;
  return arrange(engraving(more), contents, {} as never);
};
const hows = () => stage.asked.map(({ how: { contents: _, ...how } }) => how);
beforeEach(() => {
  stage.asked.length = 0;
  stage.said = () => '';
  stage.hasBox = false;
});

describe('what fits', () => {
  it('is taken as it is, where no two sections could be divided otherwise', () => {
    const first = made();
    expect(run(() => first)).toBe(first);
    expect(stage.asked).toEqual([{ how: { contents: false }, known: undefined }]);
    run(() => first, true);
    expect(stage.asked[1]!.how).toEqual({ contents: true });
  });

  const heights = {
    heights: [
      ['a', 10],
      ['b', 10],
    ],
  };
  const even = (better: Made, first: Made = {}) => {
    const [one, two] = [made({ pages: [sections('a', 'b')], found: 'first', ...first }), made(better)];
    return run((how) => ('heights' in how ? two : one)) === two ? 'even' : 'first';
  };

  it('is divided by how high its sections came out where that is no worse: in size, then in air', () => {
    expect(even({ rem: 12, air: 0 })).toBe('even');
    expect(hows()).toEqual([{}, heights]);
    expect(stage.asked[1]!.known).toBe('first');
    expect(even({ rem: 12.5, air: 0 }, { air: 1 })).toBe('even');
    expect(even({ rem: 11.5, air: 9 })).toBe('first');
    expect(even({ rem: 12, air: 0.4 }, { air: 0.5 })).toBe('first');
    expect(even({ rem: 12, air: 0.5 }, { air: 0.5 })).toBe('even');
    expect(even({ rem: 13, overflows: [over()] })).toBe('first');
  });

  it('is not set again where its sections are divided so already', () => {
    const first = made({ pages: [sections('a', 'b')], divided: [{ items: [a, b], groups: [[a], [b]] }] });
    expect(run(() => first)).toBe(first);
    expect(stage.asked).toHaveLength(1);
  });
});

describe('what does not fit', () => {
  /** On a page that is not called as what has too much: no section of it could be broken. */
  const other = () => ({ ...sections('a', 'b'), name: 'other' });
  const first = (overflow: Partial<Overflow>[] = [over()]) => made({ overflows: overflow, pages: [other()] });
  const tried = (overflow?: Partial<Overflow>[], more: Partial<Engraving> = {}) => {
    stage.asked.length = 0;
    const found = first(overflow);
    expect(run(() => found, false, more)).toBe(found);
    return stage.asked.length - 1;
  };

  it('is divided in other ways where it is nearly right: eight, each with and without what is said twice', () => {
    expect(tried()).toBe(8);
    expect(hows().slice(1)).toEqual(
      [0, 1, 2, 3].flatMap((division) =>
        [false, true].map((tight) => ({
          heights: [
            ['a', 10],
            ['b', 10],
          ],
          division,
          tight,
        })),
      ),
    );
  });

  it('is set as its template sets what is full, where it has a way for that, and nothing else fits', () => {
    const full = made({ rem: 10 });
    const play = (how: Record<string, unknown>) => (how.full === true ? full : first([over({ by: 60 })]));
    expect(run(play, false, { setsFull: true })).toBe(full);
    expect(hows()).toEqual([{}, { full: true }]);
    expect(run(play)).not.toBe(full);
    stage.asked.length = 0;
    expect(run(() => full, false, { setsFull: true })).toBe(full);
    expect(hows()).toEqual([{}]);
  });

  it('is taken as soon as one fits', () => {
    const fit = made({ rem: 10 });
    expect(run((how) => (how.division === 1 && how.tight === true ? fit : first()))).toBe(fit);
    expect(stage.asked).toHaveLength(5);
  });

  it('is not divided in other ways where it is far from right: on one page by three tenths of it', () => {
    expect(tried([over({ by: 29.9 })])).toBe(8);
    expect(tried([over({ by: 30 })])).toBe(0);
    expect(tried([over(), over({ by: 30 })])).toBe(0);
    expect(tried([over({ axis: 'inline' })])).toBe(0);
    expect(tried([over({ page: 'elsewhere' })])).toBe(0);
    expect(tried([over({ page: 'back' })])).toBe(8);
    const [inside] = spread;
    expect(tried([over()], { pages: [inside] as never })).toBe(0);
    expect(tried([over()], { pages: { flow: inside } as never })).toBe(0);
    const high = [inside!, { ...spread[1]!, height: 10 }] as never;
    expect(tried([over({ by: 29 })], { pages: high })).toBe(8);
    expect(tried([over({ page: 'back', by: 29 })], { pages: high })).toBe(0);
  });
});

describe('sections that fit no page whole', () => {
  const long = () => made({ overflows: [over({ by: 60 })], pages: [sections('a', 'b')] });
  const breakings = () =>
    hows().flatMap(({ breaking, tight }) => (breaking === undefined ? [] : [[breaking, tight]]));

  it('are broken where that makes all fit', () => {
    const fit = made();
    expect(run(({ breaking }) => (breaking === undefined ? long() : fit))).toBe(fit);
    expect(breakings()).toEqual([
      [
        {
          heights: [
            ['sections.a.text', 10],
            ['sections.b.text', 10],
          ],
          besides: [],
        },
        false,
      ],
    ]);
  });

  it('give what a page has too much to the others, four times, then with less said twice', () => {
    const first = long();
    expect(run(() => first)).toBe(first);
    expect(breakings().map(([how, tight]) => [(how as { besides: number[] }).besides, tight])).toEqual(
      [false, true].flatMap((tight) => [[], [60], [120], [180]].map((besides) => [besides, tight])),
    );
  });

  it.each<[string, Partial<Overflow>, Partial<Engraving>]>([
    ['too wide', { axis: 'inline', by: 60 }, {}],
    ['on a page without sections', { page: 'back', by: 60 }, {}],
    ['on one page', { by: 60 }, { pages: [spread[0]] as never }],
    ['on pages that flow', { by: 60 }, { pages: { flow: spread[0] } as never }],
  ])('are not broken for what is %s', (_, overflow, more) => {
    const first = made({ overflows: [over(overflow)], pages: [sections('a', 'b')] });
    expect(run(() => first, false, more)).toBe(first);
    expect(breakings()).toEqual([]);
  });

  it('are not broken by a template that says a text, or an id, again for it', () => {
    const first = long();
    stage.said = (isBroken) =>
      isBroken ? '<!--key:sections.a.line--><!--key:sections.a.line-->' : '<!--key:sections.a.line-->';
    expect(run(() => first)).toBe(first);
    expect(breakings()).toEqual([]);
    stage.said = (isBroken) => `<!-- id="a"${isBroken ? ' id="a"' : ''}`;
    expect(run(() => first)).toBe(first);
    expect(breakings()).toEqual([]);
    // In another order it is the same.
    stage.said = (isBroken) => (isBroken ? '<!-- id="a" id="b"' : '<!-- id="b" id="a"');
    expect(run(() => first)).toBe(first);
    expect(breakings()).toHaveLength(8);
  });
});

describe('pictures that came out small', () => {
  it('are left out, and those that come out small for it, as long as all fits and nothing is smaller', () => {
    const answers: Record<string, SetDocument> = {
      '': made({ pages: [page(cramped('door'))] }),
      door: made({ pages: [page(cramped('lamp'))], found: 'second' }),
      'door,lamp': made({ pages: [page()] }),
    };
    const found = run(({ small }) => answers[String(small ?? '')]!);
    expect(found).toBe(answers['door,lamp']);
    expect(stage.asked.map(({ how, known }) => [how.small, known])).toEqual([
      [undefined, undefined],
      [['door'], {}],
      [['door', 'lamp'], 'second'],
    ]);
  });

  it.each<[string, Made, boolean]>([
    ['all fits as large', { rem: 12 }, true],
    ['all fits larger', { rem: 13 }, true],
    ['all fits smaller', { rem: 11.9 }, false],
    ['it does not fit', { rem: 13, overflows: [over()] }, false],
  ])('are left out or stay: %s', (_, less, isLess) => {
    const [first, next] = [made({ pages: [page(cramped('door'))] }), made({ pages: [page()], ...less })];
    expect(run(({ small }) => (small === undefined ? first : next))).toBe(isLess ? next : first);
  });

  it('are asked for once where it comes out the same', () => {
    const first = made({ pages: [page(cramped('door'))] });
    expect(run(() => first)).toBe(first);
    expect(stage.asked).toHaveLength(2);
  });
});

describe('an empty box', () => {
  beforeEach(() => {
    stage.hasBox = true;
  });
  const shown = { ...cramped('lamp'), drawn: { width: 90 } };
  const boxed = (next: Made, first: Made = {}) => {
    const [one, two] = [made({ pages: [page(shown)], ...first }), made({ pages: [page(shown)], ...next })];
    return run((how) => ('near' in how ? two : one)) === two;
  };

  it('is put in where the piece has room for it', () => {
    expect(boxed({})).toBe(true);
    expect(hows()).toEqual([{}, { near: true }]);
  });

  it('takes a step of the size at most, and of the air of each page down to four fifths', () => {
    expect(boxed({ rem: 11.75 })).toBe(true);
    expect(boxed({ rem: 11.5 })).toBe(false);
    expect(boxed({ airs: [1.5, 0.8] }, { airs: [2, 1] })).toBe(true);
    expect(boxed({ airs: [1.5, 0.7] }, { airs: [2, 1] })).toBe(false);
    expect(boxed({ airs: [0.5] }, { airs: [0.5] })).toBe(true);
    expect(boxed({ airs: [0.4] }, { airs: [0.5] })).toBe(false);
    expect(boxed({ airs: [1] }, { airs: [1, 1] })).toBe(false);
  });

  it('takes no picture, no page more, and nothing that fits', () => {
    expect(boxed({ pages: [page()] })).toBe(false);
    expect(boxed({ pages: [page(shown), page()] })).toBe(false);
    expect(boxed({ overflows: [over()] })).toBe(false);
    stage.asked.length = 0;
    boxed({}, { overflows: [over({ by: 90 })] });
    expect(hows().some((how) => 'near' in how)).toBe(false);
  });

  it('is not asked for where the template has none', () => {
    run(() => made({ pages: [page(shown)] }), false, { setsNear: false });
    expect(hows()).toEqual([{}]);
  });

  it('has another picture beside it where the first came out small for it', () => {
    const low = made({ pages: [page(shown)] });
    const first = made({ pages: [page(shown)] });
    const play = (how: Record<string, unknown>) =>
      !('near' in how) ? first : 'small' in how ? low : made({ pages: [page(cramped('door'))] });
    expect(run(play)).toBe(low);
    expect(hows()).toEqual([{}, { near: true }, { near: true, small: ['door'] }]);
  });
});

describe('a booklet', () => {
  const pages = (count: number) => Array.from({ length: count }, () => page());
  const bound = (
    count: number,
    play: (how: Record<string, unknown>) => SetDocument = () => made(),
    more: Partial<Engraving> = {},
  ) => {
    stage.play = play;
    stage.asked.length = 0;
    const flat = made({ pages: pages(count) });
    const { found, unbound } = bind(engraving({ bound: true, ...more }), true, flat, {} as never);
    return { found, flat, unbound, hows: hows() };
  };

  it('of whole sheets is as it is; nothing else is bound, nor what does not fit', () => {
    const whole = bound(8);
    expect([whole.found, whole.unbound, whole.hows]).toEqual([whole.flat, [], []]);
    expect(bound(7, undefined, { bound: false }).hows).toEqual([]);
    const wide = made({ pages: pages(7), overflows: [over()] });
    expect(bind(engraving({ bound: true }), true, wide, {} as never)).toEqual({ found: wide, unbound: [] });
  });

  it('is set smaller where that saves a sheet, and only then', () => {
    const small = made({ pages: pages(8) });
    const saved = bound(9, () => small);
    expect([saved.found, saved.hows]).toEqual([small, [{ max: 10 }]]);
    const filled = (play: Made) =>
      bound(9, ({ notes }) => (notes === undefined ? made(play) : made({ pages: pages(12) }))).hows;
    expect(filled({ pages: pages(8), overflows: [over({ axis: 'inline' })] })).toEqual([
      { max: 10 },
      { notes: 3 },
    ]);
    expect(filled({ pages: pages(9) })).toEqual([{ max: 10 }, { notes: 3 }]);
    expect(filled({ pages: pages(7) })).toEqual([{ max: 10 }, { notes: 3 }]);
    expect(filled({ pages: pages(12) })).toEqual([{ max: 10 }, { notes: 3 }]);
  });

  it('has as many pages for notes as fill its last sheet, and more where the rest takes less for it', () => {
    const full = made({ pages: pages(8) });
    const one = bound(7, ({ notes }) => (notes === 1 ? full : made({ pages: pages(7) })));
    expect([one.found, one.hows]).toEqual([full, [{ max: 10 }, { notes: 1 }]]);
    const more = bound(7, ({ notes }) => (notes === 2 ? full : made({ pages: pages(7) })));
    expect([more.found, more.hows.slice(1)]).toEqual([full, [{ notes: 1 }, { notes: 2 }]]);
  });

  describe('whose closing came to stand alone on a page', () => {
    const closing = line('closing.blocks.end.text', 0);
    const alone = () => made({ pages: [...pages(6), page(closing), page()] });
    const shared = () => made({ pages: [...pages(6), page(line('sections.a.text', 0), closing), page()] });
    const asked = (flat: SetDocument, play: () => SetDocument) => {
      stage.play = play;
      stage.asked.length = 0;
      const { found } = bind(engraving({ bound: true }), true, flat, {} as never);
      return { found, hows: hows() };
    };

    it('is set so that its template fills that, on the same page of as many', () => {
      const [flat, whole] = [alone(), alone()];
      expect(asked(flat, () => whole)).toEqual({ found: whole, hows: [{ turns: [['closing', 0]] }] });
      expect(asked(flat, () => whole).found).toBe(whole);
      const later = made({ pages: [...pages(7), page(closing)] });
      expect(asked(flat, () => later).found).toBe(flat);
      const longer = made({ pages: [...pages(6), page(closing), page(), page(), page(), page(), page()] });
      expect(asked(flat, () => longer).found).toBe(flat);
      const over1 = made({ pages: [...pages(6), page(closing), page()], overflows: [over()] });
      expect(asked(flat, () => over1).found).toBe(flat);
    });

    it('is as it is where it shares the page, or where there is none', () => {
      for (const flat of [shared(), made({ pages: pages(8) })])
        expect(asked(flat, () => made())).toEqual({ found: flat, hows: [] });
    });

    it('keeps its pages for notes', () => {
      const short = made({ pages: [...pages(5), page(closing), page()] });
      const { hows: all } = asked(short, alone);
      expect(all.slice(1)).toEqual([{ notes: 1 }, { notes: 1, turns: [['closing', 0]] }]);
    });
  });

  it('is told where three pages for notes are not enough', () => {
    const { unbound, hows: asked } = bound(7, () => made({ pages: pages(7) }));
    expect(asked.slice(1)).toEqual([{ notes: 1 }, { notes: 2 }, { notes: 3 }]);
    expect(unbound).toMatchObject([
      {
        code: 'PAGE_BLANK',
        message: 'p has 7 pages, which 3 for notes at most do not make sheets of 4.',
        hint: 'Print what takes fewer pages: a pamphlet, a handout.',
      },
    ]);
  });
});
