import { type Budget, costs } from './budget.ts';
import { ContentTokens } from './content-tokens.ts';
import type { PdfFile } from './file.ts';
import { clipped, colorOf, setPen } from './graphics-state.ts';
import { boundsOf, grown, intersect, type Matrix, stretch } from './matrix.ts';
import { type Dictionary, Foreign, type PdfStream } from './object.ts';
import { drawingOperators, inDrawing } from './operators.ts';
import type { Clip, Color, Painted } from './page-content.ts';
import { Path } from './path.ts';

/** Forms within forms: groups of a drawing, and the masks of its gradients. */
const deepest = 80;
const deepestStates = 100;
/** A mitred corner reaches this many half widths out at most (8.4.3.5). */
const longestMiter = 10;

/** How opaque a state lets what is painted be: fills and pictures, lines. */
interface Opacity {
  readonly fill: number;
  readonly stroke: number;
}

/** A drawing that was written as a form XObject (8.10), with what its contents name. */
export interface DrawingForm {
  readonly bytes: Uint8Array;
  readonly box: readonly number[];
  readonly states: ReadonlyMap<string, Opacity>;
  /** The mean colour of each gradient. */
  readonly patterns: ReadonlyMap<string, Color>;
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
    // What a mask lets through is read for its form alone; half of it is about right for what it shows.
    if (mask !== undefined) readForm(file, file.stream(mask.get('G'))!, note, depth + 1);
    const part = (key: string): number => {
      const opacity = (state.get(key) as number | undefined) ?? 1;
      if (!(opacity >= 0 && opacity <= 1)) throw new Foreign('a drawing is more opaque than can be');
      return mask === undefined ? opacity : opacity / 2;
    };
    states.set(name, { fill: part('ca'), stroke: part('CA') });
  }
  const patterns = new Map(named('Pattern').map(([name, pattern]) => [name, meanOf(file, pattern)] as const));
  const forms = new Map(
    [...(file.dictionary(resources.get('XObject')) ?? new Map())].map(
      ([name, value]) => [`/${name}`, readForm(file, file.stream(value)!, note, depth + 1)] as const,
    ),
  );
  return { bytes: file.data(stream), box: dictionary.get('BBox') as number[], states, patterns, forms };
}

function meanOf(file: PdfFile, pattern: Dictionary): Color {
  const blend = file.dictionary(file.dictionary(pattern.get('Shading'))!.get('Function'))!;
  const blends = file.array(blend.get('Functions'))?.map((each) => file.dictionary(each)!) ?? [blend];
  const ends = blends.flatMap((each) => [each.get('C0') as number[], each.get('C1') as number[]]);
  const mean = [0, 1, 2].map((i) => ends.reduce((sum, color) => sum + color[i]!, 0) / ends.length);
  const color = colorOf(mean);
  if (color === undefined) throw new Foreign('a gradient has colours that cannot be');
  return color;
}

/** A colour as it is seen on white through its opacity. */
const onWhite = (color: Color, opacity: number): Color => {
  const part = (value: number): number => Math.round(value * opacity + 255 * (1 - opacity));
  return [part(color[0]), part(color[1]), part(color[2])];
};

interface State {
  ctm: Matrix;
  clip: Clip;
  fill: Color;
  stroke: Color;
  /** A gradient: not one colour. */
  fillBlends: boolean;
  strokeBlends: boolean;
  opacity: Opacity;
  lineWidth: number;
  join: number;
  cap: number;
  /** The outlines of the clip within the drawing that has most corners. */
  cut: readonly Float64Array[] | undefined;
}

/** Takes up what a drawing paints, in order. */
export type Add = (painted: Omit<Painted, 'owner' | 'order'>) => void;

/** Reads what a form paints where it is drawn (`ctm` takes its space to the page). @throws Foreign, Unreadable */
export function readDrawing(form: DrawingForm, ctm: Matrix, clip: Clip, budget: Budget, add: Add): void {
  const state: State = {
    ...{ ctm, clip, fill: [0, 0, 0], stroke: [0, 0, 0], fillBlends: false, strokeBlends: false },
    ...{ opacity: { fill: 1, stroke: 1 }, lineWidth: 1, join: 0, cap: 0, cut: undefined },
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
  #state: State;

  constructor(form: DrawingForm, state: State, budget: Budget, add: Add) {
    budget.spend(form.bytes.length);
    this.#form = form;
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
        this.#cut();
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
        [state.fill, state.fillBlends] = [this.#named(this.#form.patterns), true];
        return;
      case 'SCN':
        [state.stroke, state.strokeBlends] = [this.#named(this.#form.patterns), true];
        return;
      case 'gs': {
        const { fill, stroke } = this.#named(this.#form.states);
        state.opacity = { fill: state.opacity.fill * fill, stroke: state.opacity.stroke * stroke };
        return;
      }
      case 'Do': {
        const { fill } = state.opacity;
        const opacity = { fill, stroke: fill };
        const inner = {
          ...state,
          opacity,
          fill: black,
          stroke: black,
          fillBlends: false,
          strokeBlends: false,
        };
        new DrawingReader(this.#named(this.#form.forms), inner, this.#budget, this.#add).read();
        return;
      }
      default:
        // `d`: a dashed line is taken as a whole one; `M`: a mitre as long as any; `n`.
        setPen(state, word, numbers);
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
    if (word === 'rg') [this.#state.fill, this.#state.fillBlends] = [color, false];
    else [this.#state.stroke, this.#state.strokeBlends] = [color, false];
  }

  /** A clip of any shape: its bounds are exact, and nothing within it hides what lies below. */
  #cut(): void {
    const state = this.#state;
    const outlines = this.#path.take();
    const { bounds, turned } = state.clip;
    state.clip = { bounds: intersect(bounds, boundsOf(outlines)), turned };
    if (state.cut === undefined || cornersIn(outlines) > cornersIn(state.cut)) state.cut = outlines;
  }

  #fill(evenOdd: boolean): void {
    const { fill, fillBlends, opacity } = this.#state;
    const outlines = this.#path.take();
    const bounds = boundsOf(outlines);
    this.#paint(
      { kind: 'fill', outlines, evenOdd, reach: 0, corner: 0, bounds },
      fill,
      fillBlends,
      opacity.fill,
    );
  }

  #stroke(): void {
    const { stroke, strokeBlends, opacity, lineWidth, join, cap, ctm } = this.#state;
    const outlines = this.#path.take();
    const reach = (lineWidth / 2) * stretch(ctm);
    const corner = reach * (join === 0 ? longestMiter : cap === 2 ? Math.SQRT2 : 1);
    const bounds = grown(boundsOf(outlines), corner);
    this.#paint(
      { kind: 'stroke', outlines, evenOdd: false, reach, corner, bounds },
      stroke,
      strokeBlends,
      opacity.stroke,
    );
  }

  #paint(
    painted: Pick<Painted, 'kind' | 'outlines' | 'evenOdd' | 'reach' | 'corner' | 'bounds'>,
    color: Color,
    blends: boolean,
    opacity: number,
  ): void {
    const { clip, cut } = this.#state;
    const isOne = !blends && opacity === 1;
    this.#add({
      ...painted,
      plain: false,
      clip,
      color: isOne ? color : undefined,
      ...(isOne ? {} : { mean: onWhite(color, opacity) }),
      ...(isOne && cut === undefined ? {} : { seeThrough: true as const }),
      ...(cut === undefined ? {} : { cut }),
    });
  }
}

const black: Color = [0, 0, 0];

/** Coordinates of outlines: what has many may be a code. */
const cornersIn = (outlines: readonly Float64Array[]): number =>
  outlines.reduce((sum, { length }) => sum + length, 0);

/** What is seen of a painted thing has the shape of its clip where that has more corners: a code may be cut out. */
export function shapeOf({ kind, outlines, cut }: Painted): readonly Float64Array[] {
  return kind === 'fill' && cut !== undefined && cornersIn(cut) > cornersIn(outlines) ? cut : outlines;
}
