import { hslColor, namedColors } from '../geometry/index.ts';
import { ValueError } from './path-data.ts';

/** A colour and how opaque it is, 0 to 1. */
export interface SvgColor {
  readonly color: readonly [red: number, green: number, blue: number];
  readonly opacity: number;
}

const refusal = 'is not a colour: use #rgb, #rrggbb, rgb(), hsl(), a name of CSS or none';

/** @throws ValueError */
export function parseColor(text: string): SvgColor {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return { color: [0, 0, 0], opacity: 0 };
  const hex = /^#([0-9a-f]{3,8})$/.exec(value)?.[1] ?? namedColors.get(value);
  if (hex !== undefined && hex.length !== 5 && hex.length !== 7) {
    const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const [r, g, b, a = 255] = long.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
    return { color: [r!, g!, b!], opacity: a / 255 };
  }
  const call = /^(rgb|hsl)a?\(([^()]{1,100})\)$/.exec(value);
  const parts = (call?.[2] ?? '').trim().split(/[\s,/]+/);
  if (call === null || parts.length < 3 || parts.length > 4) throw new ValueError(refusal);
  const opacity = parts[3] === undefined ? 1 : clamped(fraction(parts[3]), 0, 1);
  if (call[1] === 'hsl') return { color: fromHsl(parts), opacity };
  const [r, g, b] = parts.slice(0, 3).map((part) => {
    const channel = part.endsWith('%') ? fraction(part) * 255 : numberOf(part);
    if (channel < 0 || channel > 255) throw new ValueError(refusal);
    return Math.round(channel);
  });
  return { color: [r!, g!, b!], opacity };
}

function fromHsl([hue, saturation, lightness]: readonly string[]): SvgColor['color'] {
  const [s, l] = [saturation, lightness].map((part) => clamped(fraction(part!), 0, 1));
  return hslColor(numberOf(hue!.replace(/deg$/, '')), s!, l!);
}

const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** A number or a percentage as a fraction. @throws ValueError */
export function fraction(text: string): number {
  const value = text.trim();
  return value.endsWith('%') ? numberOf(value.slice(0, -1)) / 100 : numberOf(value);
}

/** From 0 to 1. @throws ValueError */
export function parseOpacity(text: string): number {
  return clamped(fraction(text), 0, 1);
}

function numberOf(text: string): number {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) throw new ValueError(refusal);
  return Number(text);
}
