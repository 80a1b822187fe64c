/** What is said of sections so that they may be broken over pages: how they came out when they stood whole. */
export interface Breaking {
  /** Heights of lines, blocks and items of lists, with what is between them and the next, by their keys, pt. */
  readonly heights: ReadonlyMap<string, number>;
  /** What each page has beside its sections, as far as that was found, pt. */
  readonly besides: readonly number[];
}

interface Block {
  readonly id: string;
  readonly kind: string;
  readonly danger?: boolean;
  readonly items?: readonly { readonly id: string }[];
}

interface Section {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** A piece that stays whole: a block, or an item of a list. */
interface Piece {
  readonly section: number;
  readonly block: number;
  /** Of an item, its place in its list. */
  readonly item?: number;
  readonly height: number;
  /** Whether a page may begin with it. */
  readonly mayBegin: boolean;
}

/** Fewer points of a section than these, two lines of the smallest body, stand alone on no page. */
const least = 27;
/** What a line takes beside its own height: the door that its numeral stands in, and the gap above it, pt. */
const aroundLine = 30;
/** A section that is broken is worth so many points of evenness. */
const ofBreak = 12;
/** More pieces than these have too many divisions to look at. */
const mostPieces = 600;

const isSection = (item: unknown): item is Section =>
  typeof item === 'object' && item !== null && 'id' in item && 'blocks' in item && Array.isArray(item.blocks);

/**
 * Divides sections over `count` pages, all of them about as full, between their blocks and the items of their lists: the
 * fullest page as empty as can be. No heading, and no less than two lines, stand alone at a foot or a head; what
 * introduces a list stays with its first two items; steps, questions, tables and what stands out stay whole. What goes on
 * from the page before says so: `goesOn`. Undefined: there is no such division.
 */
export function brokenOver(
  items: readonly unknown[],
  count: number,
  { heights, besides }: Breaking,
): unknown[][] | undefined {
  if (!items.every(isSection)) return undefined;
  const pieces = items.flatMap((section, at) => piecesOf(section, at, heights));
  if (pieces.length > mostPieces) return undefined;
  const starts = pieces.flatMap(({ mayBegin }, at) => (mayBegin ? [at] : []));
  const cuts = cheapest(pieces, starts, count, besides);
  return cuts?.map(([from, to]) => parts(items, pieces.slice(from, to)));
}

function piecesOf(section: Section, at: number, heights: ReadonlyMap<string, number>): Piece[] {
  const key = `sections.${section.id}`;
  const line = (heights.get(`${key}.line`) ?? 0) + aroundLine;
  const found = section.blocks.flatMap((block, b): Omit<Piece, 'mayBegin'>[] => {
    const own = `${key}.${block.id}`;
    const { items } = block;
    if (block.kind !== 'list' || items === undefined || items.length < 4)
      return [{ section: at, block: b, height: heightOf(own, heights) }];
    return items.map(({ id }, item) => ({
      section: at,
      block: b,
      item,
      height: heightOf(`${own}.${id}`, heights),
    }));
  });
  const all = found.reduce((sum, { height }) => sum + height, 0);
  let before = 0;
  return found.map((piece, i) => {
    const isFirst = i === 0;
    const mayBegin =
      isFirst || (before >= least && all - before >= least && mayBeParted(section.blocks, piece));
    before += piece.height;
    return { ...piece, height: piece.height + (isFirst ? line : 0), mayBegin };
  });
}

/** Of a block, or of all that stands in it. */
function heightOf(key: string, heights: ReadonlyMap<string, number>): number {
  let height = 0;
  for (const [each, own] of heights) if (each === key || each.startsWith(`${key}.`)) height += own;
  return height;
}

/** Whether a piece may stand apart from what is before it. */
function mayBeParted(blocks: readonly Block[], { block: at, item }: Omit<Piece, 'mayBegin'>): boolean {
  const block = blocks[at]!;
  if (item !== undefined && item > 0) return item >= 2 && block.items!.length - item >= 2;
  // A line that stands out belongs to what it follows, a list to the words that introduce it.
  if (block.kind === 'callout') return false;
  return !['list', 'steps', 'questions'].includes(block.kind) || blocks[at - 1]?.kind !== 'paragraph';
}

/** The runs of pieces, one a page, whose dearest is the cheapest, and of those the evenest. */
function cheapest(
  pieces: readonly Piece[],
  starts: readonly number[],
  count: number,
  besides: readonly number[],
): [from: number, to: number][] | undefined {
  const sums = [0];
  for (const { height } of pieces) sums.push(sums.at(-1)! + height);
  const ends = [...starts.slice(1), pieces.length];
  interface Choice {
    readonly longest: number;
    readonly uneven: number;
    readonly from: number;
  }
  let before = new Map<number, Choice>([[0, { longest: 0, uneven: 0, from: 0 }]]);
  const chosen: Map<number, Choice>[] = [];
  for (let page = 0; page < count; page++) {
    const next = new Map<number, Choice>();
    for (const to of ends)
      for (const [from, { longest, uneven }] of before) {
        if (from >= to) continue;
        const isBroken = to < pieces.length && pieces[to]!.section === pieces[to - 1]!.section;
        const height = sums[to]! - sums[from]! + (besides[page] ?? 0) + (isBroken ? ofBreak : 0);
        const choice = { longest: Math.max(longest, height), uneven: uneven + height ** 2, from };
        const known = next.get(to);
        if (
          known === undefined ||
          choice.longest < known.longest ||
          (choice.longest === known.longest && choice.uneven < known.uneven)
        )
          next.set(to, choice);
      }
    chosen.push(next);
    before = next;
  }
  const runs: [number, number][] = [];
  for (let page = count - 1, to = pieces.length; page >= 0; page--) {
    const choice = chosen[page]!.get(to);
    if (choice === undefined) return undefined;
    runs.unshift([choice.from, to]);
    to = choice.from;
  }
  return runs;
}

/** Sections, or what of them stands on a page. */
function parts(sections: readonly Section[], run: readonly Piece[]): unknown[] {
  return [...new Set(run.map(({ section }) => section))].map((at) => {
    const section = sections[at]!;
    const own = run.filter((piece) => piece.section === at);
    const blocks = [...new Set(own.map(({ block }) => block))].map((b) => {
      const block = section.blocks[b]!;
      const items = own.flatMap(({ block: of, item }) => (of === b && item !== undefined ? [item] : []));
      return items.length === 0 ? block : { ...block, items: items.map((item) => block.items![item]!) };
    });
    const { warns: _, ...rest } = section as Section & { readonly warns?: boolean };
    const goesOn = own[0]!.block > 0 || (own[0]!.item ?? 0) > 0;
    return {
      ...rest,
      blocks,
      ...(blocks.some(({ danger }) => danger === true) ? { warns: true } : {}),
      ...(goesOn ? { goesOn } : {}),
    };
  });
}
