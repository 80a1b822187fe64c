import { type Budget, costs } from './budget.ts';
import { ContentTokens } from './content-tokens.ts';
import { type Dash, dashed, solid } from './dashes.ts';
import type { PdfFile } from './file.ts';
import { clipped, colorOf, type GraphicsState, setPen } from './graphics-state.ts';
import { boundsOf, grown, intersect, type Matrix, stretch } from './matrix.ts';
import { type Dictionary, Foreign, type PdfStream } from './object.ts';
import { drawingOperators, inDrawing } from './operators.ts';
import type { Clip, Color, Group, Look, Painted } from './page-content.ts';
import { Path } from './path.ts';
import { type Gradient, placed, readGradient, type Shading } from './shading.ts';

/** Forms within forms: groups of a drawing, and the masks of its gradients. */
const deepest = 80;
const deepestStates = 100;
/** Sides that differ by less than this part are one. */
const circular = 1e-6;
/** Groups in groups, each of which is put on what lies below it as one. */
const deepestGroups = 6;
/** A mitred corner reaches this many half widths out at most (8.4.3.5). */
const longestMiter = 10;

/** How opaque a state lets what is painted be: fills and pictures, lines; and a mask of shades of grey. */
interface Opacity {
  readonly fill: number;
  readonly stroke: number;
  readonly mask: Gradient | undefined;
}

/** A drawing that was written as a form XObject (8.10), with what its contents name. */
export interface DrawingForm {
  readonly bytes: Uint8Array;
  readonly box: readonly number[];
  readonly states: ReadonlyMap<string, Opacity>;
  readonly patterns: ReadonlyMap<string, Gradient>;
  readonly forms: ReadonlyMap<string, DrawingForm>;
}

/** Reads a form and those in it; each stream is told to `note`. @throws Foreign, Unreadable */
export function readForm(
  file: PdfFile,
  stream: PdfStream,
  note: (stream: PdfStream) => void,
  depth = 1,
): DrawingForm {
  if (depth > deepest) throw new Foreign('a drawing holds itself, or is nested too deep');
  note(stream);
  const { dictionary } = stream;
  const resources = file.dictionary(dictionary.get('Resources'))!;
  const named = (key: string): [string, Dictionary][] =>
    [...(file.dictionary(resources.get(key)) ?? new Map())].map(([name, value]) => [
      `/${name}`,
      file.dictionary(value)!,
    ]);
  const states = new Map<string, Opacity>();
  for (const [name, state] of named('ExtGState')) {
    const mask = file.dictionary(state.get('SMask'));
    const part = (key: string): number => {
      const opacity = (state.get(key) as number | undefined) ?? 1;
      if (!(opacity >= 0 && opacity <= 1)) throw new Foreign('a drawing is more opaque than can be');
      return opacity;
    };
    states.set(name, {
      fill: part('ca'),
      stroke: part('CA'),
      mask:
        mask === undefined ? undefined : maskOf(readForm(file, file.stream(mask.get('G'))!, note, depth + 1)),
    });
  }
  const patterns = new Map(
    named('Pattern').map(([name, pattern]) => [name, readGradient(file, pattern)] as const),
  );
  const forms = new Map(
    [...(file.dictionary(resources.get('XObject')) ?? new Map())].map(
      ([name, value]) => [`/${name}`, readForm(file, file.stream(value)!, note, depth + 1)] as const,
    ),
  );
  return { bytes: file.data(stream), box: dictionary.get('BBox') as number[], states, patterns, forms };
}

/** A mask as the press writes it: its box filled with one gradient. @throws Foreign */
function maskOf({ bytes, box, patterns }: DrawingForm): Gradient {
  const text = Buffer.from(bytes).toString('latin1');
  const [, , right, top] = box;
  const gradient = patterns.get('/P1');
  const whole = `/Pattern cs /P1 scn\n0 0 m ${right} 0 l ${right} ${top} l 0 ${top} l h f\n`;
  if (gradient === undefined || text !== whole) throw new Foreign('a drawing has a mask of another kind');
  return gradient;
}

interface State {
  ctm: Matrix;
  clip: Clip;
  fill: Color;
  stroke: Color;
  /** A gradient: not one colour. */
  fillShading: Shading | undefined;
  strokeShading: Shading | undefined;
  fillOpacity: number;
  strokeOpacity: number;
  masks: readonly Shading[];
  groups: readonly Group[];
  lineWidth: number;
  join: number;
  cap: number;
  dash: Dash;
  cuts: Look['cuts'];
}

const black: Color = [0, 0, 0];
/** What a form begins with (11.6.6, 8.10.1). */
const unpainted = {
  ...{ fill: black, stroke: black, fillShading: undefined, strokeShading: undefined },
  ...{ fillOpacity: 1, strokeOpacity: 1, masks: [] },
};

/** Takes up what a drawing paints, in order. */
export type Add = (painted: Omit<Painted, 'owner' | 'order'>) => void;

/** Reads what a form paints where it is drawn (`ctm` takes its space to the page). @throws Foreign, Unreadable */
export function readDrawing(form: DrawingForm, ctm: Matrix, clip: Clip, budget: Budget, add: Add): void {
  const state: State = {
    ...{ ctm, clip, ...unpainted, groups: [], cuts: [] },
    ...{ lineWidth: 1, join: 0, cap: 0, dash: solid },
  };
  new DrawingReader(form, state, budget, add).read();
}

class DrawingReader {
  readonly #form: DrawingForm;
  readonly #budget: Budget;
  readonly #add: Add;
  readonly #tokens: ContentTokens;
  readonly #path = new Path();
  readonly #saved: State[] = [];
  /** Of the form, which its gradients are in (8.7.3.1). */
  readonly #base: Matrix;
  #state: State;

  constructor(form: DrawingForm, state: State, budget: Budget, add: Add) {
    budget.spend(form.bytes.length);
    this.#form = form;
    this.#base = state.ctm;
    this.#budget = budget;
    this.#add = add;
    this.#tokens = new ContentTokens(form.bytes, budget, drawingOperators);
    this.#path.build(
      're',
      [form.box[0]!, form.box[1]!, form.box[2]! - form.box[0]!, form.box[3]! - form.box[1]!],
      state.ctm,
    );
    const [box] = this.#path.take();
    this.#state = { ...state, clip: clipped(state.clip, box!) };
  }

  read(): void {
    const tokens = this.#tokens;
    let place = inDrawing;
    for (let operator = tokens.next(); operator !== undefined; operator = tokens.next()) {
      if ((operator.from & place) === 0) throw tokens.fault();
      place = operator.to ?? place;
      this.#operate(operator.word);
    }
    if (place !== inDrawing || this.#saved.length > 0) throw tokens.fault();
  }

  #operate(word: string): void {
    const { numbers, name } = this.#tokens;
    const state = this.#state;
    switch (word) {
      case 'm':
      case 'l':
      case 'c':
      case 'h':
        this.#budget.spend(word === 'c' ? costs.point * 8 : costs.point);
        this.#path.build(word, numbers, state.ctm);
        return;
      case 'f':
      case 'f*':
        this.#fill(word === 'f*');
        return;
      case 'S':
        this.#stroke();
        return;
      case 'W':
      case 'W*':
        this.#cut(word === 'W*');
        return;
      case 'q':
        if (this.#saved.length >= deepestStates) throw this.#tokens.fault();
        this.#saved.push({ ...state });
        return;
      case 'Q': {
        const saved = this.#saved.pop();
        if (saved === undefined) throw this.#tokens.fault();
        this.#state = saved;
        return;
      }
      case 'rg':
      case 'RG':
        this.#color(word);
        return;
      case 'cs':
      case 'CS':
        if (name !== '/Pattern') throw this.#tokens.fault();
        return;
      case 'scn':
        state.fillShading = placed(this.#named(this.#form.patterns), this.#base);
        return;
      case 'SCN':
        state.strokeShading = placed(this.#named(this.#form.patterns), this.#base);
        return;
      case 'gs': {
        const { fill, stroke, mask } = this.#named(this.#form.states);
        [state.fillOpacity, state.strokeOpacity] = [state.fillOpacity * fill, state.strokeOpacity * stroke];
        if (mask !== undefined) state.masks = [...state.masks, placed(mask, state.ctm)];
        return;
      }
      case 'Do': {
        const group = { opacity: state.fillOpacity, masks: state.masks };
        const groups = [...state.groups, group];
        if (groups.length > deepestGroups) throw new Foreign('a drawing has groups in groups too deep');
        const inner = { ...state, ...unpainted, groups };
        new DrawingReader(this.#named(this.#form.forms), inner, this.#budget, this.#add).read();
        return;
      }
      default:
        // `M`: a mitre as long as any; `n`.
        setPen(state, word, this.#tokens);
    }
  }

  #named<T>(values: ReadonlyMap<string, T>): T {
    const found = values.get(this.#tokens.name);
    if (found === undefined) throw this.#tokens.fault();
    return found;
  }

  #color(word: 'rg' | 'RG'): void {
    const color = colorOf(this.#tokens.numbers);
    if (color === undefined) throw this.#tokens.fault();
    if (word === 'rg') [this.#state.fill, this.#state.fillShading] = [color, undefined];
    else [this.#state.stroke, this.#state.strokeShading] = [color, undefined];
  }

  /** A clip of any shape: its bounds are exact, and nothing within it hides what lies below. */
  #cut(evenOdd: boolean): void {
    const state = this.#state;
    const outlines = this.#path.take();
    const { bounds, turned } = state.clip;
    state.clip = { bounds: intersect(bounds, boundsOf(outlines)), turned };
    state.cuts = [...state.cuts, { outlines, evenOdd }];
  }

  #fill(evenOdd: boolean): void {
    const { fill, fillShading, fillOpacity } = this.#state;
    const outlines = this.#path.take();
    const bounds = boundsOf(outlines);
    this.#paint(
      { kind: 'fill', outlines, evenOdd, reach: 0, corner: 0, bounds },
      fill,
      fillShading,
      fillOpacity,
    );
  }

  #stroke(): void {
    const { stroke, strokeShading, strokeOpacity, lineWidth, join, cap, ctm, dash } = this.#state;
    const outlines = this.#path.take();
    const reach = (lineWidth / 2) * stretch(ctm);
    const corner = reach * (join === 0 ? longestMiter : cap === 2 ? Math.SQRT2 : 1);
    const bounds = grown(boundsOf(outlines), corner);
    this.#paint(
      {
        ...{ kind: 'stroke', outlines, evenOdd: false, reach, corner, bounds, ...penOf(this.#state) },
        ...dashesOf(outlines, dash, ctm, this.#budget),
      },
      stroke,
      strokeShading,
      strokeOpacity,
    );
  }

  #paint(
    painted: Pick<
      Painted,
      'kind' | 'outlines' | 'evenOdd' | 'reach' | 'corner' | 'bounds' | 'cap' | 'dashes'
    >,
    color: Color,
    shading: Shading | undefined,
    opacity: number,
  ): void {
    const { clip, cuts, masks, groups } = this.#state;
    const isShown = groups.every((group) => group.opacity === 1 && group.masks.length === 0);
    const isOne = shading === undefined && opacity === 1 && masks.length === 0 && isShown;
    const isPlain = isOne && cuts.length === 0;
    const look = { color, ...(shading === undefined ? {} : { shading }), opacity, masks, groups, cuts };
    this.#add({
      ...painted,
      plain: false,
      clip,
      color: isOne ? color : undefined,
      ...(isPlain ? {} : { seeThrough: true as const, look }),
    });
  }
}

/** How a stroke ends, where it does not end straight, and its pen, where that is no circle on the page. */
export function penOf({
  cap,
  ctm: [a, b, c, d],
  lineWidth,
}: Pick<GraphicsState, 'cap' | 'ctm' | 'lineWidth'>): Pick<Painted, 'cap' | 'across'> {
  const half = lineWidth / 2;
  const [long, wide] = [Math.hypot(a, b), Math.hypot(c, d)];
  const isCircle =
    Math.abs(long - wide) <= circular * long && Math.abs(a * c + b * d) <= circular * long * wide;
  return {
    ...(cap === 1 || cap === 2 ? { cap } : {}),
    ...(isCircle ? {} : { across: [a * half, b * half, c * half, d * half] as const }),
  };
}

/** What is seen of a dashed stroke. */
export function dashesOf(
  outlines: readonly Float64Array[],
  dash: Dash,
  ctm: Matrix,
  budget: Budget,
): Pick<Painted, 'dashes'> {
  return dash.lengths.length === 0 ? {} : { dashes: dashed(outlines, dash, ctm, budget) };
}
