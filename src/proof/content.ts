import { costs } from './budget.ts';
import type { PdfFile } from './file.ts';
import { type ReadFont, readFont } from './font.ts';
import {
  applyParameters,
  colorOf,
  type GraphicsState,
  initialState,
  inkOf,
  selectSpace,
} from './graphics-state.ts';
import { MarkedContent } from './marked-content.ts';
import { apply, boundsOf, intersect, type Matrix, multiply } from './matrix.ts';
import { type Dictionary, type PdfObject, PdfStream, Unreadable } from './object.ts';
import type { Fill, PageContent } from './page-content.ts';
import { Keyword, Parser } from './parser.ts';
import { Path } from './path.ts';
import { TextObject } from './text-object.ts';

const deepestForms = 12;
const deepestStates = 10_000;

/** Walks a page's content streams (ISO 32000-1 8 and 9) and notes what is painted where, by whom. */
export class ContentReader {
  readonly #file: PdfFile;
  readonly #fonts: Map<Dictionary, ReadFont>;
  readonly #marked = new MarkedContent();
  readonly #path = new Path();
  readonly #text: TextObject;
  readonly #fills: Fill[] = [];
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #order = 0;
  #clips = false;

  /** `toPage` takes default user space to the page's top left, y down; `fonts` are those that were read before. */
  constructor(file: PdfFile, toPage: Matrix, fonts: Map<Dictionary, ReadFont>) {
    this.#file = file;
    this.#fonts = fonts;
    this.#text = new TextObject(file.budget);
    this.#state = initialState(toPage);
  }

  /** Reads content; `resources` are those of the page or form. @throws Unreadable */
  read(content: string, resources: Dictionary | undefined, depth = 0): void {
    const { budget } = this.#file;
    budget.spend(content.length);
    const parser = new Parser(content);
    let operands: PdfObject[] = [];
    for (let token = parser.next(); token !== undefined; token = parser.next()) {
      if (!(token instanceof Keyword)) {
        operands.push(token);
        continue;
      }
      budget.spend(costs.operator);
      if (token.word === 'BI') this.#skipInlineImage(parser);
      else this.#operate(token.word, operands, resources, depth);
      operands = [];
    }
  }

  finish(): PageContent {
    this.#marked.finish();
    const { mcids, faults, unowned } = this.#marked;
    return { glyphs: this.#text.glyphs, fills: this.#fills, unowned, mcids, faults };
  }

  #operate(word: string, o: PdfObject[], resources: Dictionary | undefined, depth: number): void {
    const state = this.#state;
    switch (word) {
      case 'q':
        if (this.#saved.length >= deepestStates) throw new Unreadable('graphics states are nested too deep');
        this.#saved.push({ ...state });
        return;
      case 'Q':
        this.#state = this.#saved.pop() ?? state;
        return;
      case 'cm':
        state.ctm = multiply(o.slice(0, 6) as unknown as Matrix, state.ctm);
        return;
      case 'rg':
      case 'g':
      case 'k':
        state.plain = true;
        state.fill = colorOf(o);
        return;
      case 'sc':
      case 'scn':
        state.fill = state.plain ? colorOf(o) : undefined;
        return;
      case 'cs':
        selectSpace(state, this.#resource('ColorSpace', String(o[0]), resources) ?? o[0]);
        return;
      case 'gs':
        applyParameters(
          state,
          this.#file.dictionary(this.#resource('ExtGState', String(o[0]), resources)),
          (value) => this.#file.get(value),
        );
        return;
      case 'Tf':
        state.font = this.#font(String(o[0]), resources);
        state.size = Number(o[1]);
        return;
      case 'Do':
        this.#xobject(String(o[0]), resources, depth);
        return;
      case 'BDC':
      case 'BMC':
        this.#marked.begin(String(o[0]), this.#properties(o[1], resources));
        return;
      case 'EMC':
        this.#marked.end();
        return;
      default:
        if (this.#paints(word) || this.#shows(word, o)) return;
        if (this.#path.build(word, o as number[])) this.#file.budget.spend(costs.point);
        else this.#text.position(word, o, state);
    }
  }

  /** Painting and clipping operators of paths. */
  #paints(word: string): boolean {
    switch (word) {
      case 'W':
      case 'W*':
        this.#clips = true;
        return true;
      case 'n':
        this.#endPath();
        return true;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        this.#fill(word.endsWith('*'));
        return true;
      case 'S':
      case 's':
        this.#marked.own();
        this.#order++;
        this.#endPath();
        return true;
      case 'sh':
        this.#shade();
        return true;
      default:
        return false;
    }
  }

  #shows(word: string, o: PdfObject[]): boolean {
    const state = this.#state;
    if (word === 'TJ') {
      const owner = this.#marked.own();
      this.#order++;
      for (const part of Array.isArray(o[0]) ? o[0] : []) {
        if (typeof part === 'number') this.#text.adjust(part, state);
        else this.#text.show(part, state, owner, this.#order);
      }
      return true;
    }
    if (word !== 'Tj' && word !== "'" && word !== '"') return false;
    if (word === '"') {
      state.wordSpace = Number(o[0]);
      state.charSpace = Number(o[1]);
    }
    if (word !== 'Tj') this.#text.nextLine(state);
    this.#text.show(o.at(-1), state, this.#marked.own(), ++this.#order);
    return true;
  }

  #fill(evenOdd: boolean): void {
    const owner = this.#marked.own();
    const { ctm, clip } = this.#state;
    if (this.#path.isEmpty) return;
    const outlines = this.#path.take(ctm);
    const bounds = boundsOf(outlines.flat());
    this.#fills.push({
      outlines,
      evenOdd,
      bounds,
      clip,
      color: inkOf(this.#state),
      owner,
      order: ++this.#order,
    });
    if (this.#clips) this.#state.clip = intersect(clip, bounds);
    this.#clips = false;
  }

  #endPath(): void {
    const outlines = this.#path.take(this.#state.ctm);
    if (this.#clips && outlines.length > 0)
      this.#state.clip = intersect(this.#state.clip, boundsOf(outlines.flat()));
    this.#clips = false;
  }

  /** A shading fills what the clip leaves (8.7.4.2). */
  #shade(): void {
    const owner = this.#marked.own();
    const { clip } = this.#state;
    const [left, top, right, bottom] = clip;
    const outline = [
      [left, top] as const,
      [right, top] as const,
      [right, bottom] as const,
      [left, bottom] as const,
    ];
    this.#fills.push({
      outlines: [outline],
      evenOdd: false,
      bounds: clip,
      clip,
      color: undefined,
      owner,
      order: ++this.#order,
    });
  }

  /** A named resource (7.8.3); names begin with a slash. */
  #resource(category: string, name: string, resources: Dictionary | undefined): PdfObject | undefined {
    return this.#file.get(this.#file.dictionary(resources?.get(category))?.get(name.slice(1)));
  }

  #font(name: string, resources: Dictionary | undefined): ReadFont | undefined {
    const dictionary = this.#file.dictionary(this.#resource('Font', name, resources));
    if (dictionary === undefined) {
      this.#marked.faults.push(`the font ${name} is not there`);
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
    const object = this.#resource('XObject', name, resources);
    if (!(object instanceof PdfStream)) {
      this.#marked.faults.push(`the object ${name} is not there`);
      return;
    }
    if (this.#file.get(object.dictionary.get('Subtype')) === '/Form') this.#form(object, resources, depth);
    else this.#picture();
  }

  #picture(): void {
    const unitSquare = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const;
    const owner = this.#marked.own();
    const { ctm, clip } = this.#state;
    const corners = unitSquare.map(([x, y]) => apply(ctm, x, y));
    const bounds = boundsOf(corners);
    const order = ++this.#order;
    this.#fills.push({
      outlines: [corners],
      evenOdd: false,
      bounds,
      clip,
      color: undefined,
      owner,
      order,
    });
  }

  #form(form: PdfStream, resources: Dictionary | undefined, depth: number): void {
    const { dictionary } = form;
    if (depth > deepestForms) throw new Unreadable('forms are nested too deep');
    const saved = { ...this.#state };
    const matrix = this.#file.array(dictionary.get('Matrix'));
    if (matrix !== undefined) this.#state.ctm = multiply(matrix.map(Number) as unknown as Matrix, saved.ctm);
    const own = this.#file.dictionary(dictionary.get('Resources'));
    this.read(Buffer.from(this.#file.data(form)).toString('latin1'), own ?? resources, depth + 1);
    this.#state = saved;
  }

  #properties(value: PdfObject | undefined, resources: Dictionary | undefined): Dictionary | undefined {
    if (typeof value !== 'string') return this.#file.dictionary(value);
    return this.#file.dictionary(this.#resource('Properties', value, resources));
  }

  #skipInlineImage(parser: Parser): void {
    const end = parser.text.indexOf('EI', parser.at);
    if (end < 0) throw new Unreadable('an inline image does not end');
    parser.at = end + 2;
    this.#picture();
  }
}
