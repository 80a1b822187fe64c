import type { PdfFile } from './file.ts';
import { type ReadFont, readFont } from './font.ts';
import { apply, type Bounds, boundsOf, identity, intersect, type Matrix, multiply } from './matrix.ts';
import { type Dictionary, type PdfObject, PdfStream, PdfString, Unreadable } from './object.ts';
import { Keyword, Parser } from './parser.ts';

export type Color = readonly [number, number, number];

/** Who a painted thing belongs to: marked content with an MCID, an artifact, or nobody. */
export interface Owner {
  readonly mcid: number | undefined;
  /** `Pagination`, `Layout` …; undefined: not an artifact. */
  readonly artifact: string | undefined;
}

/** One shown code. Coordinates in pt from the page's top left, y down. */
export interface Glyph {
  readonly text: string | undefined;
  /** Origin on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Unit vector of the writing direction. */
  readonly dx: number;
  readonly dy: number;
  /** Advance, pt. */
  readonly advance: number;
  /** Font size on the page, pt. */
  readonly size: number;
  readonly color: Color;
  readonly font: ReadFont;
  readonly owner: Owner;
  /** True when the clip cuts the glyph's box. */
  readonly clipped: boolean;
  /** Paint order, shared with fills. */
  readonly order: number;
  readonly missing: boolean;
}

/** A filled area. */
export interface Fill {
  /** Flattened outlines. */
  readonly outlines: readonly (readonly (readonly [number, number])[])[];
  readonly evenOdd: boolean;
  readonly bounds: Bounds;
  readonly clip: Bounds;
  readonly color: Color;
  readonly owner: Owner;
  readonly order: number;
  /** A picture: its colours are not known. */
  readonly picture: boolean;
}

export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly fills: readonly Fill[];
  /** Painting operators outside of marked content. */
  readonly unowned: number;
  /** MCIDs in the order they begin, with how often. */
  readonly mcids: ReadonlyMap<number, number>;
  readonly faults: readonly string[];
}

interface State {
  readonly ctm: Matrix;
  readonly fill: Color;
  readonly stroke: Color;
  readonly clip: Bounds;
  readonly font: ReadFont | undefined;
  readonly size: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

const mostOperators = 5_000_000;
const deepestForms = 12;
const everything: Bounds = [-1e9, -1e9, 1e9, 1e9];
const nobody: Owner = { mcid: undefined, artifact: undefined };

/** Walks a page's content streams (ISO 32000-1 8 and 9). */
export class ContentReader {
  readonly #file: PdfFile;
  readonly #fonts = new Map<Dictionary, ReadFont>();
  readonly glyphs: Glyph[] = [];
  readonly fills: Fill[] = [];
  readonly mcids = new Map<number, number>();
  readonly faults: string[] = [];
  unowned = 0;
  #order = 0;
  #operators = 0;
  #state: State;
  #stack: State[] = [];
  #owners: Owner[] = [];
  #textMatrix: Matrix = identity;
  #lineMatrix: Matrix = identity;
  #path: [number, number][][] = [];
  #pendingClip = false;

  /** `toPage` takes default user space to the page's top left, y down. */
  constructor(file: PdfFile, toPage: Matrix) {
    this.#file = file;
    const black: Color = [0, 0, 0];
    this.#state = {
      ctm: toPage,
      fill: black,
      stroke: black,
      clip: everything,
      font: undefined,
      size: 0,
      charSpace: 0,
      wordSpace: 0,
      scale: 1,
      leading: 0,
      rise: 0,
    };
  }

  read(content: string, resources: Dictionary | undefined, depth = 0): void {
    const parser = new Parser(content);
    let operands: PdfObject[] = [];
    for (let token = parser.next(); token !== undefined; token = parser.next()) {
      if (!(token instanceof Keyword)) {
        operands.push(token);
        continue;
      }
      if (++this.#operators > mostOperators) throw new Unreadable('a page has too many operators');
      if (token.word === 'BI') this.#skipInlineImage(parser);
      else this.#operate(token.word, operands, resources, depth);
      operands = [];
    }
  }

  finish(): PageContent {
    if (this.#owners.length > 0) this.faults.push(`${this.#owners.length} marked contents do not end`);
    const { glyphs, fills, unowned, mcids, faults } = this;
    return { glyphs, fills, unowned, mcids, faults };
  }

  #operate(word: string, o: PdfObject[], resources: Dictionary | undefined, depth: number): void {
    const n = o as number[];
    const s = this.#state;
    switch (word) {
      case 'q':
        this.#stack.push(s);
        if (this.#stack.length > 10_000) throw new Unreadable('graphics states are nested too deep');
        return;
      case 'Q':
        this.#state = this.#stack.pop() ?? s;
        return;
      case 'cm':
        this.#set({ ctm: multiply([n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!], s.ctm) });
        return;
      case 'm':
        this.#path.push([[n[0]!, n[1]!]]);
        return;
      case 'l':
        this.#path.at(-1)?.push([n[0]!, n[1]!]);
        return;
      case 'c':
        this.#curve(n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!);
        return;
      case 'v': {
        const [x, y] = this.#path.at(-1)?.at(-1) ?? [0, 0];
        this.#curve(x, y, n[0]!, n[1]!, n[2]!, n[3]!);
        return;
      }
      case 'y':
        this.#curve(n[0]!, n[1]!, n[2]!, n[3]!, n[2]!, n[3]!);
        return;
      case 're': {
        const [x, y, w, h] = [n[0]!, n[1]!, n[2]!, n[3]!];
        this.#path.push([
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
        ]);
        return;
      }
      case 'h':
        return;
      case 'W':
      case 'W*':
        this.#pendingClip = true;
        return;
      case 'n':
        this.#endPath();
        return;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        this.#paint(word.endsWith('*'), false);
        this.#endPath();
        return;
      case 'S':
      case 's':
        this.#paint(false, true);
        this.#endPath();
        return;
      case 'sh':
        this.#own();
        return;
      case 'rg':
      case 'g':
      case 'k':
      case 'sc':
      case 'scn':
        this.#set({ fill: colorOf(n.filter((v) => typeof v === 'number')) });
        return;
      case 'RG':
      case 'G':
      case 'K':
      case 'SC':
      case 'SCN':
        this.#set({ stroke: colorOf(n.filter((v) => typeof v === 'number')) });
        return;
      case 'Do':
        this.#xobject(String(o[0]), resources, depth);
        return;
      case 'BDC':
        this.#begin(String(o[0]), o[1], resources);
        return;
      case 'BMC':
        this.#begin(String(o[0]), undefined, resources);
        return;
      case 'EMC':
        if (this.#owners.pop() === undefined) this.faults.push('a marked content ends that did not begin');
        return;
      default:
        this.#text(word, o, resources);
    }
  }

  #text(word: string, o: PdfObject[], resources: Dictionary | undefined): void {
    const n = o as number[];
    switch (word) {
      case 'BT':
        this.#textMatrix = this.#lineMatrix = identity;
        return;
      case 'Tf':
        this.#set({ font: this.#font(String(o[0]), resources), size: n[1]! });
        return;
      case 'Tm':
        this.#textMatrix = this.#lineMatrix = [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!];
        return;
      case 'TD':
        this.#set({ leading: -n[1]! });
        this.#move(n[0]!, n[1]!);
        return;
      case 'Td':
        this.#move(n[0]!, n[1]!);
        return;
      case 'T*':
        this.#move(0, -this.#state.leading);
        return;
      case 'Tc':
        this.#set({ charSpace: n[0]! });
        return;
      case 'Tw':
        this.#set({ wordSpace: n[0]! });
        return;
      case 'Tz':
        this.#set({ scale: n[0]! / 100 });
        return;
      case 'TL':
        this.#set({ leading: n[0]! });
        return;
      case 'Ts':
        this.#set({ rise: n[0]! });
        return;
      case 'Tj':
        this.#show(o[0]);
        return;
      case "'":
        this.#move(0, -this.#state.leading);
        this.#show(o[0]);
        return;
      case '"':
        this.#set({ wordSpace: n[0]!, charSpace: n[1]! });
        this.#move(0, -this.#state.leading);
        this.#show(o[2]);
        return;
      case 'TJ':
        for (const part of Array.isArray(o[0]) ? o[0] : [])
          if (typeof part === 'number') this.#advance((-part / 1000) * this.#state.size * this.#state.scale);
          else this.#show(part);
        return;
      default:
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #move(x: number, y: number): void {
    this.#lineMatrix = multiply([1, 0, 0, 1, x, y], this.#lineMatrix);
    this.#textMatrix = this.#lineMatrix;
  }

  #advance(x: number): void {
    this.#textMatrix = multiply([1, 0, 0, 1, x, 0], this.#textMatrix);
  }

  #owner(): Owner {
    return (
      this.#owners.findLast((owner) => owner.mcid !== undefined || owner.artifact !== undefined) ?? nobody
    );
  }

  #own(): Owner {
    const owner = this.#owner();
    if (owner === nobody) this.unowned++;
    this.#order++;
    return owner;
  }

  #show(value: PdfObject | undefined): void {
    const { font, size, charSpace, wordSpace, scale, rise, fill, clip, ctm } = this.#state;
    if (!(value instanceof PdfString) || font === undefined) return;
    const owner = this.#own();
    const { bytes } = value;
    for (let i = 0; i + font.codeLength <= bytes.length; i += font.codeLength) {
      const code =
        font.codeLength === 2 ? (bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1) : bytes.charCodeAt(i);
      const width = (font.width(code) / 1000) * size * scale;
      const m = multiply(multiply([1, 0, 0, 1, 0, rise], this.#textMatrix), ctm);
      const [x, y] = apply(m, 0, 0);
      const [ex, ey] = apply(m, width, 0);
      const [ux, uy] = apply(m, 0, size);
      const advance = Math.hypot(ex - x, ey - y);
      const height = Math.hypot(ux - x, uy - y);
      const unit = Math.hypot(m[0], m[1]) || 1;
      const box = boundsOf([
        [x, y],
        [ex, ey],
        [x + (ux - x) * 0.7, y + (uy - y) * 0.7],
        [ex + (ux - x) * 0.7, ey + (uy - y) * 0.7],
      ]);
      const clipped =
        box[0] < clip[0] - 0.5 || box[1] < clip[1] - 0.5 || box[2] > clip[2] + 0.5 || box[3] > clip[3] + 0.5;
      this.glyphs.push({
        text: font.text(code),
        x,
        y,
        dx: m[0] / unit,
        dy: m[1] / unit,
        advance,
        size: height,
        color: fill,
        font,
        owner,
        clipped,
        order: this.#order,
        missing: font.isMissing(code),
      });
      const space = bytes[i] === ' ' && font.codeLength === 1 ? wordSpace : 0;
      this.#advance(width + (charSpace + space) * scale);
    }
  }

  #curve(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void {
    const outline = this.#path.at(-1);
    const [x0, y0] = outline?.at(-1) ?? [0, 0];
    for (let i = 1; i <= 8; i++) {
      const t = i / 8;
      const u = 1 - t;
      outline?.push([
        u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3,
        u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3,
      ]);
    }
  }

  #outlines(): (readonly [number, number])[][] {
    return this.#path.map((outline) => outline.map(([x, y]) => apply(this.#state.ctm, x, y)));
  }

  #paint(evenOdd: boolean, stroked: boolean): void {
    const owner = this.#own();
    if (stroked || this.#path.length === 0) return;
    const outlines = this.#outlines();
    const { clip, fill } = this.#state;
    this.fills.push({
      outlines,
      evenOdd,
      bounds: boundsOf(outlines.flat()),
      clip,
      color: fill,
      owner,
      order: this.#order,
      picture: false,
    });
  }

  #endPath(): void {
    if (this.#pendingClip && this.#path.length > 0)
      this.#set({ clip: intersect(this.#state.clip, boundsOf(this.#outlines().flat())) });
    this.#pendingClip = false;
    this.#path = [];
  }

  #font(name: string, resources: Dictionary | undefined): ReadFont | undefined {
    const fonts = this.#file.dictionary(resources?.get('Font'));
    const dictionary = this.#file.dictionary(fonts?.get(name.slice(1)));
    if (dictionary === undefined) {
      this.faults.push(`the font ${name} is not there`);
      return undefined;
    }
    let font = this.#fonts.get(dictionary);
    if (font === undefined) {
      font = readFont(this.#file, dictionary);
      this.#fonts.set(dictionary, font);
    }
    return font;
  }

  #xobject(name: string, resources: Dictionary | undefined, depth: number): void {
    const object = this.#file.get(this.#file.dictionary(resources?.get('XObject'))?.get(name.slice(1)));
    if (!(object instanceof PdfStream)) {
      this.faults.push(`the object ${name} is not there`);
      return;
    }
    const { dictionary } = object;
    if (this.#file.get(dictionary.get('Subtype')) !== '/Form') {
      const owner = this.#own();
      const corners = (
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ] as const
      ).map(([x, y]) => apply(this.#state.ctm, x, y));
      this.fills.push({
        outlines: [corners],
        evenOdd: false,
        bounds: boundsOf(corners),
        clip: this.#state.clip,
        color: [0, 0, 0],
        owner,
        order: this.#order,
        picture: true,
      });
      return;
    }
    if (depth > deepestForms) throw new Unreadable('forms are nested too deep');
    const matrix = this.#file.array(dictionary.get('Matrix'))?.map(Number) as unknown as Matrix | undefined;
    const saved = this.#state;
    if (matrix !== undefined) this.#set({ ctm: multiply(matrix, saved.ctm) });
    this.read(
      Buffer.from(this.#file.data(object)).toString('latin1'),
      this.#file.dictionary(dictionary.get('Resources')) ?? resources,
      depth + 1,
    );
    this.#state = saved;
  }

  #begin(tag: string, properties: PdfObject | undefined, resources: Dictionary | undefined): void {
    const named =
      typeof properties === 'string'
        ? this.#file.dictionary(resources?.get('Properties'))?.get(properties.slice(1))
        : properties;
    const dictionary = this.#file.dictionary(named);
    const mcid = dictionary?.get('MCID');
    const inside = this.#owner();
    if (typeof mcid === 'number') {
      this.mcids.set(mcid, (this.mcids.get(mcid) ?? 0) + 1);
      if (inside !== nobody) this.faults.push(`the marked content ${mcid} stands inside another`);
    }
    const artifact =
      tag === '/Artifact' ? String(dictionary?.get('Type') ?? '/Artifact').slice(1) : undefined;
    this.#owners.push({ mcid: typeof mcid === 'number' ? mcid : undefined, artifact });
  }

  #skipInlineImage(parser: Parser): void {
    const end = parser.text.indexOf('EI', parser.at);
    if (end < 0) throw new Unreadable('an inline image does not end');
    parser.at = end + 2;
    this.#own();
  }
}

function colorOf(values: readonly number[]): Color {
  const byte = (v: number) => Math.round(Math.max(0, Math.min(1, v)) * 255);
  if (values.length === 1) return [byte(values[0]!), byte(values[0]!), byte(values[0]!)];
  if (values.length === 3) return [byte(values[0]!), byte(values[1]!), byte(values[2]!)];
  if (values.length === 4) {
    const [c, m, y, k] = values as [number, number, number, number];
    return [byte((1 - c) * (1 - k)), byte((1 - m) * (1 - k)), byte((1 - y) * (1 - k))];
  }
  return [0, 0, 0];
}
