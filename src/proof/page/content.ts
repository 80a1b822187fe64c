import { hash } from 'node:crypto';
import { type Budget, costs } from '../file/budget.ts';
import { FoundOfPiece } from '../file/found.ts';
import { type PdfStream, Unreadable } from '../file/object.ts';
import { ContentTokens } from './content-tokens.ts';
import { readDrawing } from './drawing.ts';
import type { DrawingForm } from './drawing-form.ts';
import type { ReadFont } from './font.ts';
import { clipped, colorOf, type GraphicsState, initialState, setPen } from './graphics-state.ts';
import { MarkedContent } from './marked-content.ts';
import { type Bounds, boundsOf, grown, type Matrix, stretch, unite } from './matrix.ts';
import { onPage, operators } from './operators.ts';
import { type Color, longestPiece, type Painted, type Piece, type Run, type Use } from './page-content.ts';
import { isPlain, Path } from './path.ts';
import { dashesOf, penOf } from './pen.ts';
import { type Columns, TextObject } from './text-object.ts';

const deepestStates = 100;

/** A mitred corner reaches this many half widths out at most (8.4.3.5). */
const longestMiter = 10;

/** An image, and its soft mask where it has one (ISO 32000-1 11.6.5.3). */
export interface PageImage {
  readonly image: PdfStream;
  readonly mask: PdfStream | undefined;
}

/** Resources of a page by their names, without the slash. */
export interface PageResources {
  readonly font: (name: string) => ReadFont | undefined;
  readonly image: (name: string) => PageImage | undefined;
  readonly drawing: (name: string) => DrawingForm | undefined;
  /** The objects that one of them was made of; none where it is not there. */
  readonly objectsOf: (kind: Use['kind'], name: string) => readonly object[];
  /** All of them by name, each with a hash of what it holds. */
  readonly fonts: readonly string[];
  readonly pictures: readonly string[];
}

/** Where a piece stands: what it is painted with, and after how many others. */
export interface Place {
  /** Takes default user space to the page's top left, y down. */
  readonly toPage: Matrix;
  readonly resources: PageResources;
  readonly columns: Columns;
  readonly index: number;
  /** It is all of its page: nothing comes after it. */
  readonly alone: boolean;
}

/** Reads a piece of contents (ISO 32000-1 8 and 9) and notes what is painted where, by whom. @throws Unreadable, Foreign */
export function readPiece(bytes: Uint8Array, place: Place, budget: Budget): Piece {
  const seal = hash('sha256', bytes, 'base64');
  const { value, work } = budget.measure(() => new ContentReader(bytes, place, budget).read());
  return { seal, work, ...value };
}

class ContentReader {
  readonly #budget: Budget;
  readonly #tokens: ContentTokens;
  readonly #place: Place;
  readonly #marked = new MarkedContent();
  readonly #path = new Path();
  readonly #text: TextObject;
  readonly #painted: Painted[] = [];
  readonly #saved: GraphicsState[] = [];
  readonly #fonts = new Set<string>();
  readonly #pictures = new Set<string>();
  #state: GraphicsState;
  #order: number;

  constructor(bytes: Uint8Array, place: Place, budget: Budget) {
    budget.spend(bytes.length);
    if (bytes.length > longestPiece) throw new Unreadable('a page has too much content');
    this.#budget = budget;
    this.#tokens = new ContentTokens(bytes, budget, operators, place.columns.strings);
    this.#place = place;
    this.#text = new TextObject(place.columns, budget);
    this.#state = initialState(place.toPage);
    this.#order = place.index * longestPiece;
  }

  read(): Omit<Piece, 'seal' | 'work'> {
    const tokens = this.#tokens;
    let place = onPage;
    for (let operator = tokens.next(); operator !== undefined; operator = tokens.next()) {
      if ((operator.from & place) === 0) throw tokens.fault();
      place = operator.to ?? place;
      if (!this.#place.alone && this.#saved.length === 0 && operator.lasts === true) throw tokens.fault();
      this.#operate(operator.word);
    }
    if (place !== onPage || this.#saved.length > 0) throw tokens.fault();
    this.#marked.finish();
    this.#text.finish();
    const { mcids, faults, unowned } = this.#marked;
    const { runs } = this.#text;
    return {
      runs,
      painted: this.#painted,
      texts: textsOf(runs),
      ink: around(runs.map(({ ink }) => ink)),
      paint: around(this.#painted.map(({ bounds }) => bounds)),
      unowned,
      mcids,
      faults,
      uses: [...this.#uses('font', this.#fonts), ...this.#uses('picture', this.#pictures)],
      found: new FoundOfPiece(),
    };
  }

  #uses(kind: Use['kind'], names: ReadonlySet<string>): Use[] {
    const { resources } = this.#place;
    return [...names].map((name) => ({ kind, name, of: resources.objectsOf(kind, name) }));
  }

  #operate(word: string): void {
    const tokens = this.#tokens;
    const { numbers } = tokens;
    switch (word) {
      case 'TJ':
      case 'Tj':
        this.#text.show(tokens, this.#state, this.#marked, ++this.#order);
        return;
      case 'Tm':
        this.#text.begin(numbers, tokens);
        return;
      case 'Td':
        this.#text.move(numbers, tokens);
        return;
      case 'm':
      case 'l':
      case 'c':
      case 're':
      case 'h':
        this.#budget.spend(word === 'c' ? costs.point * 8 : costs.point);
        this.#path.build(word, numbers, this.#state.ctm);
        return;
      case 'f':
      case 'f*':
      case 'B':
      case 'B*':
      case 'S':
        this.#paint(word);
        return;
      case 'Do':
        this.#picture();
        return;
      case 'BDC':
        this.#marked.begin(tokens.marks);
        return;
      case 'BMC':
        if (tokens.name !== '/Artifact') throw tokens.fault();
        this.#marked.begin({ tag: 'Artifact', artifact: 'Artifact' });
        return;
      case 'EMC':
        this.#marked.end();
        return;
      default:
        this.#setState(word);
    }
  }

  /** Operators that change the graphics state. */
  #setState(word: string): void {
    const { numbers, name } = this.#tokens;
    const state = this.#state;
    switch (word) {
      case 'q':
        if (this.#saved.length >= deepestStates) throw new Unreadable('graphics states are nested too deep');
        this.#saved.push({ ...state });
        return;
      case 'Q': {
        const saved = this.#saved.pop();
        if (saved === undefined) throw this.#tokens.fault();
        this.#state = saved;
        return;
      }
      case 'rg':
        state.fill = this.#color();
        return;
      case 'RG':
        state.stroke = this.#color();
        return;
      case 'W': {
        const [rectangle, other] = this.#path.take();
        if (other !== undefined) throw this.#tokens.fault();
        state.clip = clipped(state.clip, rectangle!);
        return;
      }
      case 'Tf':
        state.font = this.#font(name);
        state.size = numbers[0]!;
        return;
      case 'BT':
        this.#text.reset();
        return;
      default:
        // `n`, `ET`: nothing more.
        setPen(state, word, this.#tokens);
    }
  }

  #color(): Color {
    const color = colorOf(this.#tokens.numbers);
    if (color === undefined) throw this.#tokens.fault();
    return color;
  }

  #font(name: string): ReadFont {
    const own = name.slice(1);
    this.#fonts.add(own);
    const font = this.#place.resources.font(own);
    if (font === undefined) throw new Unreadable(`the font ${name} is not there`);
    return font;
  }

  #paint(word: string): void {
    const { fill, stroke, ctm, lineWidth, join, cap, dash } = this.#state;
    const outlines = this.#path.take();
    const inner = boundsOf(outlines);
    const rest = { outlines, evenOdd: word.endsWith('*'), owner: this.#marked.own(), order: ++this.#order };
    if (word !== 'S')
      this.#add({
        kind: 'fill',
        plain: isPlain(outlines),
        bounds: inner,
        color: fill,
        reach: 0,
        corner: 0,
        ...rest,
      });
    if (word === 'f' || word === 'f*') return;
    const reach = (lineWidth / 2) * stretch(ctm);
    const corner = reach * cornerReach(outlines, join === 0, cap === 2);
    const bounds = grown(inner, corner);
    const ends = { ...penOf(this.#state), ...dashesOf(outlines, dash, ctm, this.#budget) };
    this.#add({ kind: 'stroke', plain: false, bounds, color: stroke, reach, corner, ...rest, ...ends });
  }

  #add(painted: Omit<Painted, 'clip'>): void {
    this.#painted.push({ ...painted, clip: this.#state.clip });
  }

  /** An image fills the unit square (8.9.5). */
  #picture(): void {
    const name = this.#tokens.name.slice(1);
    this.#pictures.add(name);
    const drawing = this.#place.resources.drawing(name);
    if (drawing !== undefined) {
      const owner = this.#marked.own();
      const { ctm, clip } = this.#state;
      readDrawing(drawing, ctm, clip, this.#budget, (painted) => {
        this.#painted.push({ ...painted, owner, order: ++this.#order });
      });
      return;
    }
    const found = this.#place.resources.image(name);
    if (found === undefined) throw new Unreadable(`the picture ${this.#tokens.name} is not there`);
    this.#path.build('re', [0, 0, 1, 1], this.#state.ctm);
    const outlines = this.#path.take();
    this.#add({
      kind: 'picture',
      outlines,
      evenOdd: false,
      plain: isPlain(outlines),
      reach: 0,
      corner: 0,
      bounds: boundsOf(outlines),
      color: undefined,
      owner: this.#marked.own(),
      order: ++this.#order,
      image: found.image,
      ...(found.mask === undefined ? {} : { mask: found.mask, seeThrough: true as const }),
    });
  }
}

function textsOf(runs: readonly Run[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { owner, text } of runs)
    if (owner.mcid !== undefined) texts.set(owner.mcid, (texts.get(owner.mcid) ?? '') + text);
  return texts;
}

function around(all: readonly (Bounds | undefined)[]): Bounds | undefined {
  let bounds: Bounds | undefined;
  for (const each of all) if (each !== undefined) bounds = bounds === undefined ? each : unite(bounds, each);
  return bounds;
}

/** How many half widths the farthest corner or end of a stroke reaches out. */
function cornerReach(outlines: readonly Float64Array[], mitred: boolean, square: boolean): number {
  let most = square ? Math.SQRT2 : 1;
  if (!mitred) return most;
  for (const points of outlines)
    for (let i = 2; i + 3 < points.length; i += 2) {
      const [x, y] = [points[i]!, points[i + 1]!];
      const [ux, uy] = [points[i - 2]! - x, points[i - 1]! - y];
      const [vx, vy] = [points[i + 2]! - x, points[i + 3]! - y];
      const cosine = (ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy));
      // Sharper corners are cut off; half the angle by its cosine.
      const miter = 1 / Math.sqrt((1 - cosine) / 2);
      if (miter <= longestMiter && miter > most) most = miter;
    }
  return most;
}
