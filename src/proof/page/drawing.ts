import { type Budget, costs } from '../file/budget.ts';
import { Foreign } from '../file/object.ts';
import { ContentTokens } from './content-tokens.ts';
import { type Dash, solid } from './dashes.ts';
import type { DrawingForm } from './drawing-form.ts';
import { clipped, colorOf, setPen } from './graphics-state.ts';
import { boundsOf, grown, intersect, type Matrix, stretch } from './matrix.ts';
import { drawingOperators, inDrawing } from './operators.ts';
import type { Clip, Color, Group, Look, Painted } from './page-content.ts';
import { Path } from './path.ts';
import { dashesOf, penOf } from './pen.ts';
import { placed, type Shading } from './shading.ts';

const deepestStates = 100;
/** Groups in groups, each of which is put on what lies below it as one. */
const deepestGroups = 6;
/** A mitred corner reaches this many half widths out at most (8.4.3.5). */
const longestMiter = 10;

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
