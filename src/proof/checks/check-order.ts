import { costs } from '../file/budget.ts';
import type { Document } from '../page/read.ts';
import { beginsColumn, type Column, type Line, merged } from '../reading/lines.ts';
import { type Part, type Placed, placedTexts } from '../reading/placed-texts.ts';
import { normalizedTexts } from '../reading/text.ts';
import type { Check, Expectation } from '../types.ts';
import { count, verdict } from './verdict.ts';

/**
 * Every text stands upright in its panel, its words one after the other as they are read and its lines one below the
 * other, with nothing of another text between them; and the disclosure does so as a whole.
 */
export function checkOrder(document: Document, expectation: Expectation): Check[] {
  const order = new Order(document, expectation);
  return [order.texts(), order.disclosure()];
}

/** A text, and what is read of it in one area. */
interface Standing {
  readonly placed: Placed;
  readonly part: Part;
}

class Order {
  readonly #document: Document;
  readonly #expectation: Expectation;
  readonly #placed: readonly Placed[];
  /** What stands in each area of each page, text by text. */
  readonly #inAreas = new Map<number, Standing[]>();

  constructor(document: Document, expectation: Expectation) {
    this.#document = document;
    this.#expectation = expectation;
    this.#placed = placedTexts(document, expectation);
    for (const placed of this.#placed)
      for (const part of placed.parts) {
        const key = keyOf(part);
        const all = this.#inAreas.get(key);
        if (all === undefined) this.#inAreas.set(key, [{ placed, part }]);
        else all.push({ placed, part });
      }
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
    for (const part of placed.parts) {
      if (part.lines.length < 2) continue;
      // Few texts stand beside or between the lines of another.
      const near = this.#near(part.around!, part, (owner) => owner === placed);
      if (near.length === 0) continue;
      for (let i = 1; i < part.lines.length; i++) {
        const [above, below] = [part.lines[i - 1]!, part.lines[i]!];
        const other = this.#within(merged(above, below), part, near);
        if (other !== undefined)
          return `page ${part.page + 1}: "${other.text.slice(0, 40)}" stands between the lines of "${above.text.slice(0, 40)}"`;
      }
    }
    return undefined;
  }

  /** What stands in the area of a part and is not its own, of which a line may lie within a column. */
  #near({ top, bottom, from, to }: Column, part: Part, isOwn: (owner: Placed) => boolean): Part[] {
    const all = this.#inAreas.get(keyOf(part))!;
    this.#document.file.budget.spend(all.length * costs.test);
    const near: Part[] = [];
    for (const { part: other, placed } of all) {
      const { around } = other;
      if (
        around !== undefined &&
        around.bottom > top + between &&
        around.top < bottom - between &&
        Math.min(around.to, to) - Math.max(around.from, from) > beside &&
        !isOwn(placed)
      )
        near.push(other);
    }
    return near;
  }

  /** A line of others whose baseline lies within a column, or none. */
  #within({ top, bottom, from, to }: Column, part: Part, others: readonly Part[]): Line | undefined {
    for (const { lines } of others) {
      this.#document.file.budget.spend(lines.length * costs.test);
      for (const line of lines)
        if (
          line.bottom > top + between &&
          line.bottom < bottom - between &&
          Math.min(line.to, to) - Math.max(line.from, from) > beside &&
          !isHyphen(line, this.#inAreas.get(keyOf(part))!)
        )
          return line;
    }
    return undefined;
  }

  disclosure(): Check {
    const { disclosure, texts } = this.#expectation;
    const keys = new Set(disclosure.keys);
    const all = normalizedTexts(this.#document, texts);
    const own = this.#blocksOf(all.filter((_, i) => keys.has(texts[i]!.key)));
    const parts = new Map<number, { readonly part: Part; readonly all: Column[]; stack: Column }>();
    const wrong: string[] = [];
    for (const { parts: each } of own)
      for (const part of each) {
        const { around: column } = part;
        if (column === undefined) continue;
        const first = part.lines[0]!;
        const before = parts.get(keyOf(part));
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
      const column = all.reduce(merged);
      const other = this.#within(column, part, this.#near(column, part, isOwn));
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
    const { direction } = this.#expectation;
    return beginsColumn(first, stack, direction) || beginsColumn(first, all.reduce(merged), direction);
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

/** Baselines so near lie on one line, and texts so little beside each other overlap by rounding, pt. */
const [between, beside] = [0.5, 1];

/** The hyphen of a word that is divided where its line ends, which is no text: it touches the line. */
function isHyphen(line: Line, all: readonly Standing[]): boolean {
  return (
    /^[-\u2010\u058a]$/u.test(line.text) &&
    all.some(
      ({ placed, part }) =>
        placed.block !== undefined &&
        part.lines.some(
          (own) => Math.abs(own.bottom - line.bottom) <= between && Math.abs(own.to - line.from) <= beside,
        ),
    )
  );
}

const overlap = (a: Column, b: Column) => Math.min(a.to, b.to) > Math.max(a.from, b.from);

/** More areas than any sheet has. */
const mostAreas = 2 ** 16;
const keyOf = ({ page, area = -1 }: Part) => page * mostAreas + area + 1;
