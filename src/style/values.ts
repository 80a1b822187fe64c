import type { CssNode } from 'css-tree';
import { type Color, hslColor, namedColors } from '../geometry/index.ts';
import { mathFunctions, mathLength } from './calc.ts';
import { children, functionName, identifier, isComma, parts, ValueFault } from './nodes.ts';
import type { Length } from './types.ts';

/** What a value is computed against. */
export interface ValueContext {
  /** Root font size, pt. */
  readonly rem: number;
  /** Font size of the element (of its parent while `font-size` itself is computed), pt. */
  readonly em: number;
  /** Computed `color`, for `currentcolor`. */
  readonly color: Color;
  /**
   * Up to 1, `env(air)`: the part of its free space that a page keeps. What is above 1 is `env(room)`: how far its text and
   * pictures grow where there is little of them.
   */
  readonly air: number;
  /** The first page, of which `vw` and `vh` are hundredths. */
  readonly view: View;
}

/** A page's width and height, pt. */
export interface View {
  readonly width: number;
  readonly height: number;
}

/** Letter: where nothing says which pages are set. */
export const anyView: View = { width: 612, height: 792 };

const units: Record<string, number> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };
/** pt or %: more than any paper, and far from where sums overflow. */
const largest = 100_000;

function bounded(value: number): number {
  if (!(Math.abs(value) <= largest)) throw new ValueFault(`a value up to ${largest} is wanted`);
  return value;
}

/** A length in pt or a percentage: units, `0`, `calc()`, `min()`, `max()`, `clamp()`. @throws ValueFault */
export function length(node: CssNode, context: ValueContext): Length {
  switch (node.type) {
    case 'Dimension': {
      const value = Number(node.value);
      const unit = node.unit.toLowerCase();
      if (unit === 'rem') return bounded(value * context.rem);
      if (unit === 'em') return bounded(value * context.em);
      // Half an em stands for the digit 0, whose face is not known here (CSS Values 4 §6.1.1).
      if (unit === 'ch') return bounded((value * context.em) / 2);
      // Hundredths of the first page (CSS Values 4 §6.1.2).
      if (unit === 'vw') return bounded((value * context.view.width) / 100);
      if (unit === 'vh') return bounded((value * context.view.height) / 100);
      if (!Object.hasOwn(units, unit))
        throw new ValueFault(
          `"${node.unit}" is not a unit: use pt, mm, cm, in, px, rem, em, ch, vw, vh or %`,
        );
      return bounded(value * units[unit]!);
    }
    case 'Percentage':
      return { percent: bounded(Number(node.value)) };
    case 'Number':
      if (Number(node.value) === 0) return 0;
      throw new ValueFault('a length needs a unit: pt, mm, cm, in, px, rem, em, ch, vw, vh or %');
    case 'Function': {
      const name = node.name.toLowerCase();
      if (!mathFunctions.includes(name))
        throw new ValueFault(`${name}() is not in the vocabulary: use calc(), min(), max() or clamp()`);
      const value = mathLength(name, children(node), {
        length: (leaf) => length(leaf, context),
        air: context.air,
      });
      if (typeof value === 'number') return bounded(value);
      bounded(value.percent);
      bounded(value.plus ?? 0);
      return value;
    }
    default:
      throw new ValueFault('a length or percentage is wanted');
  }
}

export function absoluteLength(node: CssNode, context: ValueContext): number {
  const value = length(node, context);
  if (typeof value !== 'number') throw new ValueFault('a percentage is not taken here');
  return value;
}

/** A length or percentage from 0. What is computed is held to the range (CSS Values 4 §10.12). */
export function nonNegative(node: CssNode, context: ValueContext): Length {
  const value = length(node, context);
  // Of what it is a part of says whether it is negative.
  if (typeof value !== 'number' && value.plus !== undefined) return { ...value, least: 0 };
  if ((typeof value === 'number' ? value : value.percent) >= 0) return value;
  if (node.type === 'Function') return 0;
  throw new ValueFault('a negative value is not taken here');
}

/** A length from 0. */
export function nonNegativeLength(node: CssNode, context: ValueContext): number {
  const value = nonNegative(node, context);
  if (typeof value !== 'number') throw new ValueFault('a percentage is not taken here');
  return value;
}

/** Colours by function: names and numbers of arguments, each a number or a share from 0 to 1 (CSS Color 4). */
const colorFunctions: Readonly<
  Record<string, { readonly count: number; readonly make: (parts: readonly Part[]) => Color | undefined }>
> = {
  rgb: {
    count: 3,
    make: (parts) => {
      const [r, g, b] = parts.map(({ value, share }) => (share ? Math.round(value * 255) : value));
      return [r!, g!, b!].every((v) => v >= 0 && v <= 255) ? [r!, g!, b!] : undefined;
    },
  },
  hsl: {
    count: 3,
    make: ([hue, saturation, lightness]) => {
      const inRange = [saturation!, lightness!].every(
        ({ value, share }) => share && value >= 0 && value <= 1,
      );
      return inRange && !hue!.share && Math.abs(hue!.value) <= 3600
        ? hslColor(hue!.value, saturation!.value, lightness!.value)
        : undefined;
    },
  },
  // What a printer's ink would be, as sRGB shows it (CSS Color 5 §7.1, its naive conversion).
  cmyk: {
    count: 4,
    make: (parts) => {
      if (parts.some(({ value }) => value < 0 || value > 1)) return undefined;
      const [c, m, y, k] = parts.map(({ value }) => value);
      const light = (ink: number) => Math.round(255 * (1 - Math.min(1, ink * (1 - k!) + k!)));
      return [light(c!), light(m!), light(y!)];
    },
  },
};

interface Part {
  readonly value: number;
  /** Written as a percentage. */
  readonly share: boolean;
}

function partOf(node: CssNode): Part {
  if (node.type === 'Percentage') return { value: Number(node.value) / 100, share: true };
  if (node.type === 'Number') return { value: Number(node.value), share: false };
  if (node.type === 'Dimension' && node.unit.toLowerCase() === 'deg')
    return { value: Number(node.value), share: false };
  return { value: Number.NaN, share: false };
}

/** True for a value that can only be a colour: of a shorthand's parts. */
export function isColor(node: CssNode): boolean {
  const name = identifier(node);
  if (name !== undefined) return name === 'currentcolor' || namedColors.has(name);
  return node.type === 'Hash' || Object.hasOwn(colorFunctions, functionName(node) ?? '');
}

function hexColor(hex: string): Color {
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function color(node: CssNode, context: ValueContext): Color {
  const name = identifier(node);
  if (name === 'currentcolor') return context.color;
  const known = name === undefined ? undefined : namedColors.get(name);
  if (known !== undefined) return hexColor(known);
  if (node.type === 'Hash' && /^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(node.value))
    return hexColor(node.value.length === 3 ? [...node.value].map((c) => c + c).join('') : node.value);
  const call = functionName(node) ?? '';
  if (Object.hasOwn(colorFunctions, call)) {
    const { count, make } = colorFunctions[call]!;
    const values = parts(children(node))
      .filter((each) => !isComma(each))
      .map(partOf);
    const made = values.length === count ? make(values) : undefined;
    if (made !== undefined) return made;
  }
  throw new ValueFault(
    'a colour is wanted: #rgb, #rrggbb, rgb(r g b), hsl(h s% l%), cmyk(c m y k), a name of CSS or currentcolor',
  );
}

/** A background: a colour, or `transparent` (undefined). */
export function background(node: CssNode, context: ValueContext): Color | undefined {
  return identifier(node) === 'transparent' ? undefined : color(node, context);
}
