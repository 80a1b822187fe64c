import type { Document } from '../page/read.ts';
import { languageOf } from '../page/structure.ts';
import type { Expectation } from '../types.ts';
import { isIn, type PageArea } from './area.ts';
import { type Column, type Line, linesOf, merged, orderFault } from './lines.ts';
import { type Base, type Strip, stripsOf, type TextStrips } from './reading.ts';
import { type Block, blocksOf, contentsOf } from './text.ts';

/** What is read in one area of a page. */
export interface Part {
  readonly page: number;
  /** Place of the area among those of its page; undefined: it is in none. */
  readonly area: number | undefined;
  readonly strips: readonly Strip[];
  readonly lines: readonly Line[];
  /** Around all of its lines; undefined: it has none. */
  readonly around: Column | undefined;
}

/** Where a text stands. */
interface Stood {
  readonly parts: readonly Part[];
  /** What is wrong with it by itself. */
  readonly fault: string | undefined;
}

/** A text on its pages: a block of the structure, or an artifact. */
export interface Placed extends Stood {
  readonly block: Block | undefined;
}

/** What a text says of itself on one page. */
interface Found extends TextStrips {
  readonly page: number;
}

/** Where a text stands, with all that it was read from. */
export interface KeptPlaced {
  readonly base: Base;
  /** Of the text itself. */
  readonly own: Base;
  readonly found: readonly Found[];
  /** Of the page of each. */
  readonly areas: readonly (readonly PageArea[] | undefined)[];
  readonly stood: Stood;
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
    const pieces = pages.map(({ content }) => content.pieces.map((piece) => stripsOf(piece)));
    const all: Placed[] = [];
    for (const block of blocksOf(this.#document)) {
      const found: Found[] = [];
      for (const { page, mcid } of contentsOf(this.#document, block.element))
        for (const { contents } of pieces[page] ?? []) {
          const text = contents.get(mcid);
          if (text !== undefined) found.push(on(page, text));
        }
      all.push(this.#placedOf(block, found));
    }
    for (const [page, each] of pieces.entries())
      for (const { artifacts } of each)
        for (const text of artifacts) all.push(this.#placedOf(undefined, [on(page, text)]));
    return all;
  }

  /** What begins with the very strips that a text before began with, and goes on as that did, stands as that stood. */
  #placedOf(block: Block | undefined, found: readonly Found[]): Placed {
    const { parts, fault } = this.#stoodOf(found, block === undefined ? this.#base : this.#baseOf(block));
    return { block, parts, fault };
  }

  #stoodOf(found: readonly Found[], own: Base): Stood {
    const [first] = found;
    if (first === undefined) return nowhere;
    const before = first.found.placed;
    if (before !== undefined && this.#isSame(before, found, own)) return before.stood;
    const stood = this.#read(found, own);
    const areas = found.map(({ page }) => this.#areas[page]);
    first.found.placed = { base: this.#base, own, found, areas, stood };
    return stood;
  }

  #isSame({ base, own, found, areas }: KeptPlaced, now: readonly Found[], its: Base): boolean {
    return (
      base === this.#base &&
      own === its &&
      found.length === now.length &&
      now.every(
        ({ page, strips }, i) =>
          found[i]!.page === page && found[i]!.strips === strips && areas[i] === this.#areas[page],
      )
    );
  }

  #read(found: readonly Found[], own: Base): Stood {
    const groups: { page: number; area: number | undefined; strips: Strip[] }[] = [];
    for (const { page, strips } of found)
      for (const strip of strips) {
        const area = this.#areaOf(page, strip);
        const last = groups.at(-1);
        if (last?.page === page && last.area === area) last.strips.push(strip);
        else groups.push({ page, area, strips: [strip] });
      }
    const parts = groups.map(({ page, area, strips }): Part => {
      const lines = linesOf(strips);
      const [first, ...rest] = lines;
      return { page, area, strips, lines, around: first && rest.reduce<Column>(merged, first) };
    });
    return { parts, fault: this.#ownFault(parts, own) };
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

  #ownFault(parts: readonly Part[], own: Base): string | undefined {
    for (const part of parts) {
      const name = `page ${part.page + 1}`;
      const turned = part.strips.find((strip) => !this.#isUpright(strip, part));
      if (turned !== undefined) return `${name}: "${turned.text.slice(0, 40)}" is turned`;
      const fault = orderFault(part.strips, own, this.#base);
      if (fault !== undefined) return `${name}: ${fault}`;
    }
    return undefined;
  }

  /** A text in another language goes as that does. */
  #baseOf({ element: { lang } }: Block): Base {
    if (lang === this.#locale) return this.#base;
    const [own, its] = [languageOf(this.#locale), languageOf(lang)];
    return own === its ? this.#base : leftward.has(its) ? 'rtl' : 'ltr';
  }

  #isUpright({ run }: Strip, { page, area }: Part): boolean {
    const areas = this.#areasOn(page);
    const [dx, dy] = directions[areas[area ?? 0]?.rotate ?? 0];
    return Math.abs(run.dx - dx) < 1e-3 && Math.abs(run.dy - dy) < 1e-3;
  }
}

const on = (page: number, { strips, found }: TextStrips): Found => ({ page, strips, found });

/** A text that is not seen. */
const nowhere: Stood = { parts: [], fault: undefined };
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
