import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenOver } from '../../src/template/breaking.ts';

type Kind = 'paragraph' | 'callout' | 'list' | 'steps' | 'quote';
interface Block {
  readonly id: string;
  readonly kind: Kind;
  readonly danger?: true;
  readonly items?: readonly { readonly id: string }[];
}
interface Part {
  readonly id: string;
  readonly goesOn?: true;
  readonly warns?: true;
  readonly blocks: readonly Block[];
}

const block = (id: string, kind: Kind = 'paragraph', items = 0): Block => ({
  id,
  kind,
  ...(items === 0 ? {} : { items: Array.from({ length: items }, (_, i) => ({ id: `${id}${i}` })) }),
});
const section = (id: string, ...blocks: readonly Block[]): Part => ({ id, blocks });

/** What stands on each page, in letters: a line, then blocks and items; `+` where a section goes on. */
function shown(pages: readonly unknown[][] | undefined): string[] | undefined {
  return (pages as Part[][] | undefined)?.map((parts) =>
    parts
      .map(({ id, goesOn, blocks }) => {
        const said = blocks.map(({ id: own, items }) => items?.map((item) => item.id).join(' ') ?? own);
        return [goesOn === true ? '+' : `${id}:`, ...said].join(' ');
      })
      .join(' '),
  );
}

/** Sections broken over pages: blocks and items of `high` are that high, pt, all others 60. */
const over = (sections: readonly Part[], count: number, high: Record<string, number> = {}, besides = [0]) => {
  const heights = new Map(
    sections.flatMap(({ id, blocks }) =>
      blocks.flatMap(({ id: own, items }) =>
        items === undefined
          ? [[`sections.${id}.${own}`, high[own] ?? 60] as const]
          : items.map((item) => [`sections.${id}.${own}.${item.id}`, high[item.id] ?? 60] as const),
      ),
    ),
  );
  return brokenOver(sections, count, { heights, besides });
};

describe('a section that no page takes whole', () => {
  const long = section('a', block('p'), block('q'), block('r'), block('s'));

  it('is broken between its blocks, its line with the first of them, the pages as full as each other', () => {
    expect(shown(over([long], 2))).toEqual(['a: p q', '+ r s']);
    expect(shown(over([long, section('b', block('t'))], 2))).toEqual(['a: p q', '+ r s b: t']);
  });

  it('goes to the other pages where one has more beside it', () => {
    expect(shown(over([long], 2, {}, [130, 0]))).toEqual(['a: p', '+ q r s']);
    expect(shown(over([long], 2, {}, [0, 130]))).toEqual(['a: p q r', '+ s']);
  });

  it('stays whole where that is as even', () => {
    const two = [section('a', block('p'), block('q')), section('b', block('r'), block('s'))];
    expect(shown(over(two, 2))).toEqual(['a: p q', 'b: r s']);
  });

  it('leaves no less than two lines at a foot or a head', () => {
    const [stranded, enough] = [26, 28];
    const parts = section('a', block('p'), block('q'));
    for (const short of ['p', 'q']) {
      expect(shown(over([parts], 2, { [short]: stranded }))).toBeUndefined();
      expect(shown(over([parts], 2, { [short]: enough }))).toEqual(['a: p', '+ q']);
    }
  });

  it.each<[string, Part, string[] | undefined]>([
    [
      'a list between its items, two of them on each side',
      section('a', block('l', 'list', 4)),
      ['a: l0 l1', '+ l2 l3'],
    ],
    ['no list of three', section('a', block('l', 'list', 3)), undefined],
    ['no steps', section('a', block('l', 'steps', 6)), undefined],
    ['no list from the words before it', section('a', block('p'), block('l', 'list', 3)), undefined],
    ['no steps from the words before them', section('a', block('p'), block('l', 'steps', 3)), undefined],
    [
      'a list from a quotation',
      section('a', block('p', 'quote'), block('l', 'list', 3)),
      ['a: p', '+ l0 l1 l2'],
    ],
    [
      'no line that stands out from what it follows',
      section('a', block('p'), block('c', 'callout')),
      undefined,
    ],
    ['what follows it', section('a', block('c', 'callout'), block('p')), ['a: c', '+ p']],
  ])('parts %s', (_, parts, pages) => {
    expect(shown(over([parts], 2))).toEqual(pages);
  });

  it.each(['l0', 'l3'])(
    'parts no list after its first item or before its last, however high %s is',
    (item) => {
      const pages = over([section('a', block('l', 'list', 4))], 2, { [item]: 300 });
      expect(shown(pages)).toEqual(['a: l0 l1', '+ l2 l3']);
    },
  );

  it('warns on the page that the danger stands on', () => {
    const danger = { ...block('d'), danger: true as const };
    const pages = over([{ ...section('a', block('p'), danger), warns: true }], 2) as Part[][];
    expect(pages.map(([part]) => part!.warns)).toEqual([undefined, true]);
  });

  it('is divided by nobody where its parts are not known, or are too many', () => {
    expect(brokenOver(['a', 'b'], 2, { heights: new Map(), besides: [] })).toBeUndefined();
    const many = Array.from({ length: 601 }, (_, i) => block(`p${i}`));
    expect(over([section('a', ...many)], 2)).toBeUndefined();
    expect(over([section('a', ...many.slice(1))], 2)).toHaveLength(2);
  });

  it('loses nothing, changes no order and leaves no page empty, whatever it is made of', () => {
    const kinds: Kind[] = ['paragraph', 'callout', 'list', 'steps', 'quote'];
    const anyBlock = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 7 }));
    fc.assert(
      fc.property(
        fc.array(fc.array(anyBlock, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 2, max: 4 }),
        (made, count) => {
          const sections = made.map((blocks, s) =>
            section(
              `s${s}`,
              ...blocks.map(([kind, items], b) =>
                block(`b${s}x${b}`, kind, kind === 'list' || kind === 'steps' ? items : 0),
              ),
            ),
          );
          const pages = shown(over(sections, count));
          if (pages === undefined) return;
          expect(pages).toHaveLength(count);
          expect(pages.every((page) => page !== '')).toBe(true);
          expect(pages.join(' ').replaceAll('+ ', '')).toBe(shown([[...sections]])![0]);
        },
      ),
    );
  });
});
