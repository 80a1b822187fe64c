import type { Color } from '../geometry/index.ts';

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
}

/** One painted shape of a vector picture, in the picture's coordinates (y down). */
export interface Shape {
  readonly path: PathData;
  readonly fill: Color | undefined;
  readonly rule: 'nonzero' | 'evenodd';
  readonly stroke: Stroke | undefined;
}

/** An SVG or a QR code: shapes on a canvas of `width` × `height` user units whose origin is the top left. */
export interface VectorPicture {
  readonly kind: 'vector';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** What a QR code holds; undefined for any other picture. A user unit is a module. */
  readonly code?: string;
}

/** A PNG or JPEG. */
export interface RasterPicture {
  readonly kind: 'raster';
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly format: 'png' | 'jpeg';
  /** JPEG: the file as it is. PNG: RGB samples, 8 bits, row by row, transparency flattened on white. */
  readonly data: Uint8Array;
  /** JPEG colour components: 1 grey, 3 RGB. PNG: 3. */
  readonly components: 1 | 3;
}

export type Picture = VectorPicture | RasterPicture;
