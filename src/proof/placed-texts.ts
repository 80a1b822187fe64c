import { isIn, type PageArea } from './area.ts';
import type { FoundOfText } from './found.ts';
import { type Line, linesOf, orderFault } from './lines.ts';
import type { Document } from './read.ts';
import { type Base, type Strip, stripsOf } from './reading.ts';
import { type Block, blocksOf, contentsOf } from './text.ts';
import type { Expectation } from './types.ts';

/** What is read in one area of a page. */
export interface Part {
  readonly page: number;
  /** Place of the area among those of its page; undefined: it is in none. */
  readonly area: number | undefined;
  readonly strips: readonly Strip[];
  readonly lines: readonly Line[];
  /** The same, each with its text. */
  readonly owned: readonly OwnedLine[];
}

export interface OwnedLine {
  readonly line: Line;
  readonly owner: Placed;
}

/** A text on its pages: a block of the structure, or an artifact. */
export interface Placed {
  readonly block: Block | undefined;
  readonly parts: readonly Part[];
  /** What is wrong with it by itself. */
  readonly fault: string | undefined;
}

/** What a text says of itself on one page. */
interface Found {
  readonly page: number;
  readonly strips: readonly Strip[];
}

/** A text on its pages, with all that it was read from. */
export interface KeptPlaced {
  readonly base: Base;
  readonly locale: string;
  readonly found: readonly Found[];
  /** Of the page of each. */
  readonly areas: readonly (readonly PageArea[] | undefined)[];
  readonly placed: Placed;
}

/** Directions in which areas are read: x and y of a step along the line. */
const directions = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] } as const;

/** Every text of a file where it stands: blocks in reading order, then artifacts. */
export function placedTexts(document: Document, expectation: Expectation): readonly Placed[] {
  return new Placing(document, expectation).all();
}

class Placing {
  readonly #document: Document;
  readonly #locale: string;
  readonly #base: Base;
  /** Of each page; the very same where they lie as they did in a file before. */
  readonly #areas: readonly (readonly PageArea[])[];

  constructor(document: Document, { sheets, direction, locale }: Expectation) {
    this.#document = document;
    this.#locale = locale;
    this.#base = direction;
    this.#areas = sheets.map(({ areas }) => document.kept?.areas.of(areas) ?? areas);
  }

  all(): Placed[] {
    const { pages } = this.#document;
    const pieces = pages.map(({ content }) => content.pieces.map((piece) => stripsOf(piece, this.#base)));
    const blocks = blocksOf(this.#document).map((block) => {
      const found: Found[] = [];
      for (const { page, mcid } of contentsOf(this.#document, block.element))
        for (const { contents } of pieces[page] ?? []) {
          const strips = contents.get(mcid);
          if (strips !== undefined) found.push({ page, strips });
        }
      return this.#placedOf(block.found, block, found);
    });
    const artifacts = pieces.flatMap((each, page) =>
      each.flatMap((piece) =>
        piece.artifacts.map(({ strips, found }) => this.#placedOf(found, undefined, [{ page, strips }])),
      ),
    );
    return [...blocks, ...artifacts];
  }

  /** What stands as it stood in the file before is the very same. */
  #placedOf(text: FoundOfText, block: Block | undefined, found: readonly Found[]): Placed {
    if (text.placed !== undefined && this.#isSame(text.placed, found)) return text.placed.placed;
    const placed = this.#readPlaced(block, found);
    const areas = found.map(({ page }) => this.#areas[page]);
    text.placed = { base: this.#base, locale: this.#locale, found, areas, placed };
    return placed;
  }

  #isSame({ base, locale, found, areas }: KeptPlaced, now: readonly Found[]): boolean {
    return (
      base === this.#base &&
      locale === this.#locale &&
      found.length === now.length &&
      now.every(
        ({ page, strips }, i) =>
          found[i]!.page === page && found[i]!.strips === strips && areas[i] === this.#areas[page],
      )
    );
  }

  #readPlaced(block: Block | undefined, found: readonly Found[]): Placed {
    const groups: { page: number; area: number | undefined; strips: Strip[] }[] = [];
    for (const { page, strips } of found)
      for (const strip of strips) {
        const area = this.#areaOf(page, strip);
        const last = groups.at(-1);
        if (last?.page === page && last.area === area) last.strips.push(strip);
        else groups.push({ page, area, strips: [strip] });
      }
    const parts: Part[] = [];
    const placed: Placed = { block, parts, fault: undefined };
    for (const group of groups) {
      const lines = linesOf(group.strips);
      parts.push({ ...group, lines, owned: lines.map((line) => ({ line, owner: placed })) });
    }
    return Object.assign(placed, { fault: this.#ownFault(block, parts) });
  }

  #areasOn(page: number): readonly PageArea[] {
    return this.#areas[page] ?? [];
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
    const [own, its] = [this.#locale, block.element.lang].map(languageOf);
    return own === its ? this.#base : leftward.has(its!) ? 'rtl' : 'ltr';
  }

  #isUpright({ run }: Strip, { page, area }: Part): boolean {
    const areas = this.#areasOn(page);
    const [dx, dy] = directions[areas[area ?? 0]?.rotate ?? 0];
    return Math.abs(run.dx - dx) < 1e-3 && Math.abs(run.dy - dy) < 1e-3;
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
