import { isIn, type PageArea } from './area.ts';
import { costs } from './budget.ts';
import { beginsColumn, type Column, type Line, linesOf, orderFault } from './lines.ts';
import type { Document } from './read.ts';
import { type Base, type Strip, stripsOf } from './reading.ts';
import { type Block, blocksOf, contentsOf, normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

/** What is read in one area of a page. */
interface Part {
  readonly page: number;
  /** Place of the area among those of its page; undefined: it is in none. */
  readonly area: number | undefined;
  readonly strips: readonly Strip[];
  readonly lines: readonly Line[];
}

/** A text on its pages: a block of the structure, or an artifact. */
export interface Placed {
  readonly block: Block | undefined;
  readonly parts: readonly Part[];
  /** What is wrong with it by itself. */
  readonly fault: string | undefined;
}

/** Directions in which areas are read: x and y of a step along the line. */
const directions = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] } as const;

/**
 * Every text stands upright in its panel, its words one after the other as they are read and its lines one below the
 * other, with nothing of another text between them; and the disclosure does so as a whole.
 */
export function checkOrder(document: Document, expectation: Expectation): Check[] {
  const order = new Order(document, expectation);
  return [order.texts(), order.disclosure()];
}

interface OwnedLine {
  readonly line: Line;
  readonly owner: Placed;
}

class Order {
  readonly #document: Document;
  readonly #expectation: Expectation;
  readonly #base: Base;
  /** The areas of each page, as what is kept of it depends on them. */
  readonly #areaKeys: readonly string[];
  readonly #placed: readonly Placed[];
  /** Of each page and area. */
  readonly #inAreas = new Map<string, OwnedLine[]>();

  constructor(document: Document, expectation: Expectation) {
    this.#document = document;
    this.#expectation = expectation;
    this.#base = expectation.direction;
    this.#areaKeys = expectation.sheets.map(({ areas }) =>
      areas.map(({ x, y, width, height, rotate }) => `${x} ${y} ${width} ${height} ${rotate}`).join(),
    );
    this.#placed = this.#place();
    for (const owner of this.#placed)
      for (const part of owner.parts) {
        const key = keyOf(part);
        let all = this.#inAreas.get(key);
        if (all === undefined) {
          all = [];
          this.#inAreas.set(key, all);
        }
        for (const line of part.lines) all.push({ line, owner });
      }
  }

  #place(): Placed[] {
    const { pages, kept } = this.#document;
    const pieces = pages.map(({ content }) =>
      content.pieces.map((piece) => stripsOf(piece, this.#base, kept)),
    );
    const blocks = blocksOf(this.#document).map((block) => {
      const found: { page: number; strips: readonly Strip[] }[] = [];
      for (const { page, mcid } of contentsOf(block.element))
        for (const { contents } of pieces[page] ?? []) {
          const strips = contents.get(mcid);
          if (strips !== undefined) found.push({ page, strips });
        }
      return this.#placedOf(block, found);
    });
    const artifacts = pieces.flatMap((each, page) =>
      each.flatMap((piece) => piece.artifacts.map((strips) => this.#placedOf(undefined, [{ page, strips }]))),
    );
    return [...blocks, ...artifacts];
  }

  /** What stands as it stood in the file before is the very same. */
  #placedOf(
    block: Block | undefined,
    found: readonly { readonly page: number; readonly strips: readonly Strip[] }[],
  ): Placed {
    const first = block ?? found[0]?.strips;
    const make = () => this.#readPlaced(block, found);
    if (first === undefined) return make();
    const { locale } = this.#expectation;
    const rest = found.flatMap(({ page, strips }) => [strips, page]);
    const areas = [...new Set(found.map(({ page }) => page))].map((page) => this.#areaKeys[page]);
    return this.#document.kept?.placed.get(first, [this.#base, locale, ...areas, ...rest], make) ?? make();
  }

  #readPlaced(
    block: Block | undefined,
    found: readonly { readonly page: number; readonly strips: readonly Strip[] }[],
  ): Placed {
    const groups: { page: number; area: number | undefined; strips: Strip[] }[] = [];
    for (const { page, strips } of found)
      for (const strip of strips) {
        const area = this.#areaOf(page, strip);
        const last = groups.at(-1);
        if (last?.page === page && last.area === area) last.strips.push(strip);
        else groups.push({ page, area, strips: [strip] });
      }
    const parts = groups.map((group): Part => ({ ...group, lines: linesOf(group.strips) }));
    return { block, parts, fault: this.#ownFault(block, parts) };
  }

  #areasOn(page: number): readonly PageArea[] {
    return this.#expectation.sheets[page]?.areas ?? [];
  }

  #areaOf(page: number, { run, index }: Strip): number | undefined {
    const areas = this.#areasOn(page);
    if (areas.length === 1) return 0;
    const at = areas.findIndex((area) => isIn(area, run.glyphs.xs[index]!, run.glyphs.ys[index]!));
    return at < 0 ? undefined : at;
  }

  #ownFault(block: Block | undefined, parts: readonly Part[]): string | undefined {
    const base = this.#baseOf(block);
    for (const part of parts) {
      const name = `page ${part.page + 1}`;
      const turned = part.strips.find((strip) => !this.#isUpright(strip, part));
      if (turned !== undefined) return `${name}: "${turned.text.slice(0, 40)}" is turned`;
      const fault = orderFault(part.strips, base);
      if (fault !== undefined) return `${name}: ${fault}`;
    }
    return undefined;
  }

  /** A text in another language goes as that does. */
  #baseOf(block: Block | undefined): Base {
    if (block === undefined) return this.#base;
    const [own, its] = [this.#expectation.locale, block.element.lang].map(languageOf);
    return own === its ? this.#base : leftward.has(its!) ? 'rtl' : 'ltr';
  }

  #isUpright({ run }: Strip, { page, area }: Part): boolean {
    const areas = this.#areasOn(page);
    const [dx, dy] = directions[areas[area ?? 0]?.rotate ?? 0];
    return Math.abs(run.dx - dx) < 1e-3 && Math.abs(run.dy - dy) < 1e-3;
  }

  texts(): Check {
    const wrong: string[] = [];
    const looked = this.#placed.length;
    for (const placed of this.#placed) {
      const fault = placed.fault ?? this.#dividedBy(placed);
      if (fault !== undefined) wrong.push(fault);
    }
    return verdict(
      'TEXT_DISORDERED',
      wrong,
      looked,
      `${count(looked, 'text')} stand upright, in order, with nothing between their lines.`,
    );
  }

  /** Something of another text between two lines of one, or none. */
  #dividedBy(placed: Placed): string | undefined {
    for (const part of placed.parts)
      for (let i = 1; i < part.lines.length; i++) {
        const [above, below] = [part.lines[i - 1]!, part.lines[i]!];
        const other = this.#within(merged(above, below), part, (owner) => owner === placed);
        if (other !== undefined)
          return `page ${part.page + 1}: "${other.text.slice(0, 40)}" stands between the lines of "${above.text.slice(0, 40)}"`;
      }
    return undefined;
  }

  /** A line of another text whose baseline lies within a column, or none. */
  #within(
    { top, bottom, from, to }: Column,
    part: Part,
    isOwn: (owner: Placed) => boolean,
  ): Line | undefined {
    const all = this.#inAreas.get(keyOf(part))!;
    this.#document.file.budget.spend(all.length * costs.test);
    return all.find(
      ({ line, owner }) =>
        line.bottom > top + between &&
        line.bottom < bottom - between &&
        Math.min(line.to, to) - Math.max(line.from, from) > beside &&
        !isOwn(owner),
    )?.line;
  }

  disclosure(): Check {
    const { disclosure, texts } = this.#expectation;
    const keys = new Set(disclosure.keys);
    const wanted = texts.filter(({ key }) => keys.has(key)).map(({ text }) => normalize(text));
    const own = this.#blocksOf(wanted);
    const parts = new Map<string, { readonly part: Part; readonly all: Column[]; stack: Column }>();
    const wrong: string[] = [];
    for (const { parts: each } of own)
      for (const part of each) {
        const [first, ...rest] = part.lines;
        if (first === undefined) continue;
        const before = parts.get(keyOf(part));
        const column = rest.reduce<Column>(merged, first);
        if (before === undefined) {
          parts.set(keyOf(part), { part, all: [column], stack: column });
          continue;
        }
        const isBelow = first.bottom > before.all.at(-1)!.bottom + between;
        if (!isBelow && !this.#beginsNext(first, before.stack, before.all))
          wrong.push(`page ${part.page + 1}: "${first.text.slice(0, 40)}" stands out of order`);
        before.stack = isBelow && overlap(before.stack, column) ? merged(before.stack, column) : column;
        before.all.push(column);
      }
    const isOwn = (owner: Placed) => own.includes(owner) || owner.block?.element.type === 'Lbl';
    for (const { part, all } of parts.values()) {
      const other = this.#within(all.reduce(merged), part, isOwn);
      if (other !== undefined)
        wrong.push(`page ${part.page + 1}: "${other.text.slice(0, 40)}" stands within it`);
    }
    return verdict(
      'DISCLOSURE_SCATTERED',
      wrong,
      own.length,
      `The disclosure stands in one place, in order: ${count(own.length, 'block')}.`,
    );
  }

  /** Beside the blocks that stand below each other, in their row, or at the top of the next column of all. */
  #beginsNext(first: Line, stack: Column, all: readonly Column[]): boolean {
    return beginsColumn(first, stack, this.#base) || beginsColumn(first, all.reduce(merged), this.#base);
  }

  /**
   * The blocks, one after the other, that say these texts: the first that say them all, and of those the nearest to the
   * last. A word beside the number may be the same as the heading.
   */
  #blocksOf(wanted: readonly string[]): Placed[] {
    const found: { readonly text: string; at: number }[] = [];
    let from = 0;
    for (const text of wanted) {
      const at = this.#placed.findIndex(({ block }, i) => i >= from && block?.text === text);
      if (at < 0) continue;
      found.push({ text, at });
      from = at + 1;
    }
    let before = found.at(-1)?.at ?? 0;
    for (const each of found.slice(0, -1).reverse()) {
      each.at = this.#placed.findLastIndex(({ block }, i) => i < before && block?.text === each.text);
      before = each.at;
    }
    return found.map(({ at }) => this.#placed[at]!);
  }
}

const languageOf = (tag: string) => tag.split('-')[0]!.toLowerCase();
/** Languages that are written from right to left, beside the one of the file. */
const leftward: ReadonlySet<string> = new Set([
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** Baselines so near lie on one line, and texts so little beside each other overlap by rounding, pt. */
const [between, beside] = [0.5, 1];

const overlap = (a: Column, b: Column) => Math.min(a.to, b.to) > Math.max(a.from, b.from);

const keyOf = ({ page, area }: Part) => `${page} ${area}`;

const merged = (a: Column, b: Column): Column => ({
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
  size: Math.max(a.size, b.size),
});
