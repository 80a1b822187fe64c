import { deflateSync } from 'node:zlib';
import type { Color, Matrix } from '../geometry/index.ts';
import type { Clip, Gradient, Layer, LayerStroke, Paint, PathData } from '../image/index.ts';
import { ContentStream } from './content.ts';
import type { PdfFile } from './file.ts';
import { num } from './number.ts';
import { segments } from './path.ts';
import type { PdfDictionary, PdfReference } from './pdfkit.ts';

type Streams = Pick<PdfFile<unknown>, 'stream'>;

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

/** Isolated, in the colours of the page (ISO 32000-1 11.6.6). */
const group = { S: 'Transparency', CS: 'DeviceRGB', I: true };

/**
 * The layers of a drawing as a form XObject (ISO 32000-1 8.10) in the coordinates of the picture: `width` × `height`,
 * its origin at the top left.
 */
export function writeDrawing(
  file: Streams,
  layers: readonly Layer[],
  width: number,
  height: number,
): PdfReference {
  return new FormWriter(file, [0, 0, num(width), num(height)]).write(layers, false);
}

/** Writes one form: its content, and the resources that this names. */
class FormWriter {
  readonly #file: Streams;
  readonly #box: readonly number[];
  readonly #content = new ContentStream();
  readonly #states = new Map<string, { readonly name: string; readonly state: PdfDictionary }>();
  readonly #patterns: PdfDictionary[] = [];
  readonly #forms: PdfReference[] = [];

  constructor(file: Streams, box: readonly number[]) {
    this.#file = file;
    this.#box = box;
  }

  write(layers: readonly Layer[], isGroup: boolean): PdfReference {
    this.#all(layers);
    return this.#end(isGroup);
  }

  #end(isGroup: boolean): PdfReference {
    const named = <T>(prefix: string, values: readonly T[]): Record<string, T> | undefined =>
      values.length === 0
        ? undefined
        : Object.fromEntries(values.map((value, i) => [`${prefix}${i + 1}`, value]));
    const states = [...this.#states.values()].map(({ state }) => state);
    const dictionary: PdfDictionary = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: this.#box,
      Group: isGroup ? group : undefined,
      Resources: {
        ExtGState: named('G', states),
        Pattern: named('P', this.#patterns),
        XObject: named('D', this.#forms),
      },
      Filter: 'FlateDecode',
    };
    return this.#file.stream(dictionary, deflateSync(this.#content.view()));
  }

  #all(layers: readonly Layer[]): void {
    for (const layer of layers)
      if (layer.kind === 'group') this.#group(layer);
      else this.#shape(layer);
  }

  #group({ opacity, clips, layers }: Extract<Layer, { kind: 'group' }>): void {
    const content = this.#content;
    content.save();
    for (const clip of clips) this.#clip(clip);
    if (opacity === 1) this.#all(layers);
    else {
      this.#forms.push(new FormWriter(this.#file, this.#box).write(layers, true));
      const name = `D${this.#forms.length}`;
      this.#state({ ca: num(opacity) });
      content.write(`/${name} Do\n`);
    }
    content.restore();
  }

  #clip({ path, rule }: Clip): void {
    this.#content.write(`${segments(path)}${rule === 'evenodd' ? 'W*' : 'W'} n\n`);
  }

  #shape({ path, rule, fill, stroke }: Extract<Layer, { kind: 'shape' }>): void {
    if (fill !== undefined) {
      this.#content.save();
      this.#paint(fill, 'fill');
      this.#content.write(`${segments(path)}${rule === 'evenodd' ? 'f*' : 'f'}\n`);
      this.#content.restore();
    }
    if (stroke !== undefined) this.#stroke(path, stroke);
  }

  #stroke(path: PathData, stroke: LayerStroke): void {
    const content = this.#content;
    const { distorted, cap, join, dash, phase = 0, miterLimit } = stroke;
    content.save();
    this.#paint(stroke.paint, 'stroke');
    let { width } = stroke;
    if (distorted !== undefined) {
      const [a, b, c, d] = distorted.matrix;
      width /= Math.max(Math.hypot(a, b), Math.hypot(c, d));
      content.transform(distorted.matrix);
    }
    content.write(
      `${num(width)} w ${caps[cap]} J ${joins[join]} j [${dash.map(num).join(' ')}] ${num(phase)} d\n`,
    );
    if (miterLimit !== undefined) content.write(`${num(miterLimit)} M\n`);
    content.write(`${segments(distorted?.path ?? path)}S\n`);
    content.restore();
  }

  /** Sets a colour or a gradient, and how opaque it is. */
  #paint({ of, opacity }: Paint, use: 'fill' | 'stroke'): void {
    const key = use === 'fill' ? 'ca' : 'CA';
    if ('kind' in of) {
      const mask = of.stops.some((stop) => stop.opacity !== 1) ? this.#mask(of) : undefined;
      if (opacity !== 1 || mask !== undefined)
        this.#state({
          ...(opacity === 1 ? {} : { [key]: num(opacity) }),
          ...(mask === undefined ? {} : { SMask: mask }),
        });
      this.#patterns.push(pattern(of, (stop) => stop.color));
      const name = `P${this.#patterns.length}`;
      this.#content.write(use === 'fill' ? `/Pattern cs /${name} scn\n` : `/Pattern CS /${name} SCN\n`);
      return;
    }
    if (opacity !== 1) this.#state({ [key]: num(opacity) });
    if (use === 'fill') this.#content.fill(of);
    else this.#content.stroke(of);
  }

  #state(state: PdfDictionary): void {
    const key = 'SMask' in state ? `mask ${this.#states.size}` : JSON.stringify(state);
    let known = this.#states.get(key);
    if (known === undefined) {
      known = { name: `G${this.#states.size + 1}`, state };
      this.#states.set(key, known);
    }
    this.#content.write(`/${known.name} gs\n`);
  }

  /** How opaque a gradient is, as a soft mask of shades of grey (11.6.5.2). */
  #mask(gradient: Gradient): PdfDictionary {
    const form = new FormWriter(this.#file, this.#box);
    const grey = ({ opacity }: Gradient['stops'][number]): Color => [
      opacity * 255,
      opacity * 255,
      opacity * 255,
    ];
    form.#patterns.push(pattern(gradient, grey));
    const [x, y, right, bottom] = this.#box;
    form.#content.write(
      `/Pattern cs /P1 scn\n${x} ${y} m ${right} ${y} l ${right} ${bottom} l ${x} ${bottom} l h f\n`,
    );
    return { S: 'Luminosity', G: form.#end(true) };
  }
}

const part = (value: number): number => Math.round((value / 255) * 1e4) / 1e4;
const components = (color: Color): number[] => color.map(part);

/** A gradient as a shading pattern (8.7.4); `colorOf` gives the colour of each stop. */
function pattern(gradient: Gradient, colorOf: (stop: Gradient['stops'][number]) => Color): PdfDictionary {
  const { kind, coordinates, matrix } = gradient;
  const colors = gradient.stops.map((stop) => ({ offset: stop.offset, color: colorOf(stop) }));
  return {
    PatternType: 2,
    Matrix: six(matrix),
    Shading: {
      ShadingType: kind === 'linear' ? 2 : 3,
      ColorSpace: 'DeviceRGB',
      Coords: coordinates.map((value) => Math.round(value * 1e6) / 1e6),
      Extend: [true, true],
      Function: blend(colors),
    },
  };
}

const six = (matrix: Matrix): number[] => matrix.map((value) => Math.round(value * 1e6) / 1e6);

interface ColorStop {
  readonly offset: number;
  readonly color: Color;
}

/** A hair within the ends: of two stops at one end the outer one is the colour that goes on behind it. */
const within = (offset: number): number => Math.min(1 - 1e-5, Math.max(1e-5, offset));

/** From stop to stop (7.10.3, 7.10.4). */
function blend(stops: readonly ColorStop[]): PdfDictionary {
  const between = (from: ColorStop, to: ColorStop): PdfDictionary => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: components(from.color),
    C1: components(to.color),
    N: 1,
  });
  const steps = stops.slice(1).map((to, i) => between(stops[i]!, to));
  if (steps.length === 1) return steps[0]!;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: steps,
    Bounds: stops.slice(1, -1).map(({ offset }) => Math.round(within(offset) * 1e6) / 1e6),
    Encode: steps.flatMap(() => [0, 1]),
  };
}
