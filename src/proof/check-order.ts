import { isIn, type PageArea } from './area.ts';
import { costs } from './budget.ts';
import type { Document } from './read.ts';
import {
  type Base,
  beginsColumn,
  type Column,
  columnOf,
  joined,
  orderFault,
  type Strip,
  stripsOf,
} from './reading.ts';
import { type Block, blocksOf, contentsOf, normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, verdict } from './verdict.ts';

/** What is read in one area of a page, strip by strip. */
interface Part {
  readonly page: number;
  /** Place of the area among those of its page; undefined: it is in none. */
  readonly area: number | undefined;
  readonly strips: Strip[];
}

/** A text on its pages: a block of the structure, or an artifact. */
interface Placed {
  readonly block: Block | undefined;
  readonly parts: readonly Part[];
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

class Order {
  readonly #document: Document;
  readonly #expectation: Expectation;
  readonly #base: Base;
  readonly #placed: readonly Placed[];
  /** Of each page and area. */
  readonly #inAreas = new Map<string, { readonly strip: Strip; readonly owner: Placed }[]>();

  constructor(document: Document, expectation: Expectation) {
    this.#document = document;
    this.#expectation = expectation;
    this.#base = expectation.direction;
    this.#placed = this.#place();
    for (const placed of this.#placed)
      for (const part of placed.parts) {
        const key = keyOf(part);
        const all = this.#inAreas.get(key) ?? [];
        for (const strip of part.strips) if (strip.run.ink !== undefined) all.push({ strip, owner: placed });
        this.#inAreas.set(key, all);
      }
  }

  #place(): Placed[] {
    const { pages, kept } = this.#document;
    const contents = pages.map(() => new Map<number, readonly Strip[]>());
    const artifacts: Placed[] = [];
    pages.forEach(({ content }, page) => {
      for (const piece of content.pieces) {
        const found = stripsOf(piece, this.#base, kept);
        for (const [mcid, strips] of found.contents)
          contents[page]!.set(mcid, [...(contents[page]!.get(mcid) ?? []), ...strips]);
        for (const strips of found.artifacts)
          artifacts.push({
            block: undefined,
            parts: this.#partsOf(strips.map((strip) => ({ page, strip }))),
          });
      }
    });
    const blocks = blocksOf(this.#document).map((block) => {
      const strips = [...contentsOf(block.element)].flatMap(({ page, mcid }) =>
        (contents[page]?.get(mcid) ?? []).map((strip) => ({ page, strip })),
      );
      return { block, parts: this.#partsOf(strips) };
    });
    return [...blocks, ...artifacts];
  }

  #partsOf(strips: readonly { readonly page: number; readonly strip: Strip }[]): Part[] {
    const parts: Part[] = [];
    for (const { page, strip } of strips) {
      const area = this.#areaOf(page, strip);
      const last = parts.at(-1);
      if (last?.page === page && last.area === area) last.strips.push(strip);
      else parts.push({ page, area, strips: [strip] });
    }
    return parts;
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

  texts(): Check {
    const wrong: string[] = [];
    let looked = 0;
    for (const placed of this.#placed) {
      looked++;
      const fault = this.#faultOf(placed);
      if (fault !== undefined) wrong.push(fault);
    }
    return verdict(
      'TEXT_DISORDERED',
      wrong,
      looked,
      `${count(looked, 'text')} stand upright, in order, with nothing between their lines.`,
    );
  }

  #faultOf(placed: Placed): string | undefined {
    const { block, parts } = placed;
    const base = this.#baseOf(block);
    for (const part of parts) {
      const name = `page ${part.page + 1}`;
      const turned = part.strips.find((strip) => !this.#isUpright(strip, part));
      if (turned !== undefined) return `${name}: "${turned.text.slice(0, 40)}" is turned`;
      const fault = orderFault(part.strips, base) ?? this.#between(placed, part);
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

  /** Something of another text between two lines of one, or none. */
  #between(placed: Placed, part: Part): string | undefined {
    for (let i = 1; i < part.strips.length; i++) {
      const [above, below] = [part.strips[i - 1]!, part.strips[i]!];
      if (below.y - above.y <= between) continue;
      const gap = { ...joined(columnOf(above), below), owner: placed };
      const other = this.#within(gap, part, (owner) => owner === placed);
      if (other !== undefined)
        return `"${other.text.slice(0, 40)}" stands between the lines of "${above.text.slice(0, 40)}"`;
    }
    return undefined;
  }

  /** A strip of another text whose baseline lies within a column, or none. */
  #within(
    { top, bottom, from, to }: Column,
    part: Part,
    isOwn: (owner: Placed) => boolean,
  ): Strip | undefined {
    const all = this.#inAreas.get(keyOf(part))!;
    this.#document.file.budget.spend(all.length * costs.test);
    return all.find(
      ({ strip, owner }) =>
        strip.y > top + between &&
        strip.y < bottom - between &&
        Math.min(strip.to, to) - Math.max(strip.from, from) > beside &&
        !isOwn(owner),
    )?.strip;
  }

  disclosure(): Check {
    const { disclosure, texts } = this.#expectation;
    const keys = new Set(disclosure.keys);
    const wanted = texts.filter(({ key }) => keys.has(key)).map(({ text }) => normalize(text));
    const own = this.#blocksOf(wanted);
    const parts = new Map<string, { readonly part: Part; column: Column; readonly all: Column[] }>();
    const wrong: string[] = [];
    for (const { parts: each } of own)
      for (const part of each) {
        const [first, ...rest] = part.strips;
        const column = rest.reduce(joined, columnOf(first!));
        const before = parts.get(keyOf(part));
        if (before === undefined) {
          parts.set(keyOf(part), { part, column, all: [column] });
          continue;
        }
        if (first!.y > before.column.bottom + between) before.column = merged(before.column, column);
        else if (beginsColumn(first!, before.all.reduce(merged), this.#base)) before.column = column;
        else wrong.push(`page ${part.page + 1}: "${first!.text.slice(0, 40)}" stands out of order`);
        before.all.push(column);
      }
    const labels = new Set(this.#placed.filter(({ block }) => block?.element.type === 'Lbl'));
    for (const { part, all } of parts.values()) {
      const other = this.#within(
        all.reduce(merged),
        part,
        (owner) => own.includes(owner) || labels.has(owner),
      );
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

  /** The first blocks, one after the other, that say these texts. */
  #blocksOf(wanted: readonly string[]): Placed[] {
    const found: Placed[] = [];
    let from = 0;
    for (const text of wanted) {
      const at = this.#placed.findIndex(({ block }, i) => i >= from && block?.text === text);
      if (at < 0) continue;
      found.push(this.#placed[at]!);
      from = at + 1;
    }
    return found;
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

const keyOf = ({ page, area }: Part) => `${page} ${area}`;

const merged = (a: Column, b: Column): Column => ({
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
  size: Math.max(a.size, b.size),
});
