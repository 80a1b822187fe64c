import type { PdfFile } from '../file/file.ts';
import { type Dictionary, Foreign, type PdfStream } from '../file/object.ts';
import { type Gradient, readGradient } from './shading.ts';

/** Forms within forms: groups of a drawing, and the masks of its gradients. */
const deepest = 80;

/** How opaque a state lets what is painted be: fills and pictures, lines; and a mask of shades of grey. */
export interface Opacity {
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
