import type { Color } from '../geometry/index.ts';
import type { Border, ComputedStyle, Length, Sides } from './types.ts';

/** A style being computed: fields are set in cascade order. */
export type Draft = {
  -readonly [K in keyof ComputedStyle]: ComputedStyle[K] extends Sides<infer T>
    ? MutableSides<T>
    : ComputedStyle[K];
};
type MutableSides<T> = { -readonly [K in keyof Sides<T>]: T };

const sides = <T>(value: T): MutableSides<T> => ({
  blockStart: value,
  blockEnd: value,
  inlineStart: value,
  inlineEnd: value,
});

const ink: Color = [0, 0, 0];

/** Initial values; what inherits comes from `parent` (CSS Cascade 4 §7). */
export function draftFrom(parent: ComputedStyle | undefined, rem: number): Draft {
  const color = parent?.color ?? ink;
  const border: Border = { width: 0, style: 'none', color };
  return {
    display: 'inline',
    position: 'static',
    inset: sides<Length | 'auto'>('auto'),
    width: 'auto',
    height: 'auto',
    minWidth: 0,
    maxWidth: 'none',
    minHeight: 0,
    maxHeight: 'none',
    margin: sides<Length | 'auto'>(0),
    padding: sides<Length>(0),
    border: sides(border),
    backgroundColor: undefined,
    color,
    fontFamily: parent?.fontFamily ?? 'text',
    fontSize: parent?.fontSize ?? rem,
    fontWeight: parent?.fontWeight ?? 400,
    lineHeight: parent?.lineHeight ?? 'normal',
    textAlign: parent?.textAlign ?? 'start',
    textWrap: parent?.textWrap ?? 'wrap',
    wordBreak: parent?.wordBreak ?? 'normal',
    textFit: 'none',
    textDecoration: 'none',
    listStyleType: parent?.listStyleType ?? 'none',
    page: parent?.page ?? '',
    breakBefore: 'auto',
    breakAfter: 'auto',
    breakInside: 'auto',
    orphans: parent?.orphans ?? 2,
    widows: parent?.widows ?? 2,
    gridTemplateColumns: [],
    gridTemplateRows: [],
    columnGap: 0,
    rowGap: 0,
    gridColumn: undefined,
    gridRow: undefined,
    alignItems: 'stretch',
    alignSelf: 'auto',
    justifySelf: 'stretch',
    alignContent: 'stretch',
    objectFit: 'fill',
    objectPosition: [0.5, 0.5],
    transform: { kind: 'none' },
  };
}
