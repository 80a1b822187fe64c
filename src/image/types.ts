import type { Color, Matrix } from '../geometry/index.ts';

/**
 * Path segments in absolute coordinates: `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `Z`. Everything else that SVG or CSS
 * knows (H, V, Q, S, T, A, rect, circle …) is brought to these.
 */
export interface PathData {
  /** One letter a segment. */
  readonly verbs: string;
  /** Coordinates of all segments in a row: 2 for M and L, 6 for C, none for Z. */
  readonly points: Float64Array;
}

export interface Stroke {
  readonly color: Color;
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly dash: readonly number[];
  /** Where in the dashes it begins; undefined: at their start. */
  readonly phase?: number;
  /** How far a mitred corner may reach, in widths; undefined: no corner reaches further than PDF's 10 let it. */
  readonly miterLimit?: number;
}

/** An outline that cuts off what lies outside of it. */
export interface Clip {
  readonly path: PathData;
  readonly rule: 'nonzero' | 'evenodd';
}

/** One painted shape of a vector picture, in the picture's coordinates (y down). */
export interface Shape {
  readonly path: PathData;
  readonly fill: Color | undefined;
  readonly rule: 'nonzero' | 'evenodd';
  readonly stroke: Stroke | undefined;
  /** Gradients or transparency: what it shows is not one colour. `fill` and `stroke` tell one of those, or the mean. */
  readonly mixed?: true;
  /** It is seen only within all of these. */
  readonly clips?: readonly Clip[];
}

/** Colours that blend along a line or between two circles (ISO 32000-1 8.7.4.5.3, 8.7.4.5.4); ends go on. */
export interface Gradient {
  readonly kind: 'linear' | 'radial';
  /** x1 y1 x2 y2; or x, y and radius of the circle it begins with, then of the one it ends with. */
  readonly coordinates: readonly number[];
  /** From there to the picture's coordinates. */
  readonly matrix: Matrix;
  /** Two or more, in order, the first at 0 and the last at 1. */
  readonly stops: readonly { readonly offset: number; readonly color: Color; readonly opacity: number }[];
}

export interface Paint {
  readonly of: Color | Gradient;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A line of a drawing, in its own coordinates where the pen is distorted. */
export interface LayerStroke extends Omit<Stroke, 'color'> {
  readonly paint: Paint;
  /** Path and pen are in coordinates of their own, which this takes to the picture's. */
  readonly distorted?: { readonly path: PathData; readonly matrix: Matrix };
}

/** A part of a drawing, in the picture's coordinates: what {@link Shape} cannot say. */
export type Layer =
  | {
      readonly kind: 'shape';
      readonly path: PathData;
      readonly rule: Clip['rule'];
      readonly fill: Paint | undefined;
      readonly stroke: LayerStroke | undefined;
    }
  | {
      readonly kind: 'group';
      readonly opacity: number;
      readonly clips: readonly Clip[];
      readonly layers: readonly Layer[];
    };

/** How a drawing's canvas lies in its box: `preserveAspectRatio` (SVG 2 §8.6). */
export interface Aspect {
  /** `meet`: all of it is seen; `slice`: it fills the box; `none`: it is stretched. */
  readonly fit: 'meet' | 'slice' | 'none';
  /** Of the room that is left, or that is too much, before the canvas: 0 to 1, across and down. */
  readonly align: readonly [number, number];
}

/** An SVG or a QR code: shapes on a canvas of `width` × `height` user units whose origin is the top left. */
export interface VectorPicture {
  readonly kind: 'vector';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** All that it paints, one over the other. */
  readonly shapes: readonly Shape[];
  /** The same as it is to be painted, where shapes do not say all: gradients, clips, transparency. */
  readonly layers?: readonly Layer[];
  /** The size that it asks for, pt; undefined: a user unit is one. */
  readonly natural?: { readonly width: number; readonly height: number };
  /** Undefined: all of it is seen, in the middle. */
  readonly aspect?: Aspect;
  /** What a QR code holds; undefined for any other picture. A user unit is a module. */
  readonly code?: string;
}

/** A PNG or JPEG. */
export interface RasterPicture {
  readonly kind: 'raster';
  readonly name: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** How its rows are stored; undefined: upright. */
  readonly orientation?: Orientation;
  readonly format: 'png' | 'jpeg';
  /** JPEG: the file as it is. PNG: samples, 8 bits, row by row. */
  readonly data: Uint8Array;
  /** 1 grey, 3 RGB, 4 CMYK (of JPEG). */
  readonly components: 1 | 3 | 4;
  /** CMYK whose samples are inverted. */
  readonly inverted?: true;
  /** The ICC profile that its samples are to be read by; undefined: sRGB, or grey with the curve of sRGB. */
  readonly profile?: Uint8Array;
  /** How opaque each pixel is, 8 bits, row by row; undefined: wholly. */
  readonly alpha?: Uint8Array;
}

/** Exif orientation: where row 0 and column 0 are seen; from 5 on rows are seen as columns. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type Picture = VectorPicture | RasterPicture;
