import { type PdfObject, PdfStream, PdfString, Reference } from './object.ts';
import type { Kind } from './vocabulary.ts';

/** What a value is checked with: follows references, and remembers of what kind each object is. */
export interface Walk {
  /** The object that a reference leads to is of this kind; it is looked at in its turn. */
  reach(number: number, kind: Kind): boolean;
  /** The object was, or will be, reached in another way as one of these. */
  reachedAs(number: number, kinds: readonly Kind[]): boolean;
  /** A dictionary that stands in its place, of this kind. */
  within(value: PdfObject, kind: Kind): boolean;
}

/** Says whether a value is as the press writes it. */
export type Shape = (value: PdfObject, walk: Walk) => boolean;

export const integer: Shape = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
/** Below zero too. */
export const whole: Shape = (value) => Number.isInteger(value);
export const number: Shape = (value) => typeof value === 'number';
/** As long as a text of an expectation may be, in UTF-16; what is sought in one costs its length, or the square of it. */
const longestText = 2 * 20_000 + 2;
export const text: Shape = (value) => value instanceof PdfString && value.bytes.length <= longestText;
export const flag: Shape = (value) => typeof value === 'boolean';

/** Any name, as of a font: letters, digits, hyphens and the tag of a subset. */
export const fontName: Shape = (value) =>
  typeof value === 'string' && /^\/[A-Z]{6}\+[A-Za-z0-9-]{1,100}$/.test(value);

/** One of these names, without the slash. */
export const name =
  (...names: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && names.includes(value.slice(1));

/** This and nothing else; a string by its bytes. */
export const exactly =
  (wanted: number | string | null): Shape =>
  (value) =>
    value instanceof PdfString ? value.bytes === wanted : value === wanted;

/** An indirect reference to an object of this kind. */
export const to =
  (kind: Kind): Shape =>
  (value, walk) =>
    value instanceof Reference && walk.reach(value.number, kind);

/** A reference back to an object that is reached from elsewhere. */
export const back =
  (...kinds: readonly Kind[]): Shape =>
  (value, walk) =>
    value instanceof Reference && walk.reachedAs(value.number, kinds);

/** A dictionary in its place. */
export const within =
  (kind: Kind): Shape =>
  (value, walk) =>
    walk.within(value, kind);

export const list =
  (each: Shape): Shape =>
  (value, walk) =>
    Array.isArray(value) && value.every((item) => each(item, walk));

/** An array of exactly these. */
export const tuple =
  (...shapes: readonly Shape[]): Shape =>
  (value, walk) =>
    Array.isArray(value) &&
    value.length === shapes.length &&
    shapes.every((shape, i) => shape(value[i]!, walk));

export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, walk) =>
    shapes.some((shape) => shape(value, walk));

/** A dictionary of names that begin with a prefix and a number, each with a value of this shape. */
export const entries =
  (prefix: string, shape: Shape): Shape =>
  (value, walk) =>
    value instanceof Map &&
    !(value instanceof PdfStream) &&
    [...value].every(([key, target]) => isNumbered(key, prefix) && shape(target, walk));

const isNumbered = (key: string, prefix: string): boolean =>
  key.startsWith(prefix) && /^[1-9]\d{0,5}$/.test(key.slice(prefix.length));

/** A dictionary of names that begin with one of the prefixes and a number, each a reference to an object of its kind. */
export const named =
  (kinds: Readonly<Record<string, Kind>>): Shape =>
  (value, walk) =>
    value instanceof Map &&
    !(value instanceof PdfStream) &&
    [...value].every(([key, target]) =>
      Object.entries(kinds).some(([prefix, kind]) => isNumbered(key, prefix) && to(kind)(target, walk)),
    );

/** Pairs of a key and what belongs to it, as the leaf of a number tree has them (7.9.7). */
export const pairs =
  (key: Shape, target: Shape): Shape =>
  (value, walk) =>
    Array.isArray(value) &&
    value.length % 2 === 0 &&
    value.every((item, i) => (i % 2 === 0 ? key : target)(item, walk));
