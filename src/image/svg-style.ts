import { ValueError } from './path-data.ts';
import { parseColor, parseOpacity, type SvgColor } from './svg-color.ts';
import type { Declaration } from './svg-sheet.ts';
import { type Palette, withTokens } from './svg-tokens.ts';
import { parseLength, parseLengths, parseNumber } from './svg-value.ts';
import type { Clip, Stroke } from './types.ts';

/** What a shape is filled or stroked with; a reference is to a gradient. */
export type SvgPaint =
  | SvgColor
  | 'currentColor'
  | { readonly ref: string; readonly otherwise: SvgColor | 'currentColor' | undefined }
  | undefined;

/** What children inherit (SVG 2 §13). Lengths in user units. */
export interface Inherited {
  readonly color: SvgColor;
  readonly fill: SvgPaint;
  readonly fillOpacity: number;
  readonly rule: Clip['rule'];
  readonly stroke: SvgPaint;
  readonly strokeOpacity: number;
  readonly width: number;
  readonly cap: Stroke['cap'];
  readonly join: Stroke['join'];
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly phase: number;
  readonly clipRule: Clip['rule'];
  readonly visible: boolean;
  /** The line lies below the fill. */
  readonly strokeFirst: boolean;
}

/** What an element has for itself. */
export interface Own {
  readonly displayed: boolean;
  readonly opacity: number;
  /** Of a clipPath. */
  readonly clip: string | undefined;
  /** Of a mask. */
  readonly mask: string | undefined;
  /** Of a mask: what of it counts. */
  readonly maskType: 'luminance' | 'alpha';
  readonly stopColor: SvgColor | 'currentColor';
  readonly stopOpacity: number;
  /** As a property, over the attribute. */
  readonly transform: string | undefined;
  /** What it holds is not cut off at its edges. */
  readonly overflows: boolean;
}

export interface SvgStyle {
  readonly inherited: Inherited;
  readonly own: Own;
}

const initialStyle: Inherited = {
  color: { color: [0, 0, 0], opacity: 1 },
  fill: { color: [0, 0, 0], opacity: 1 },
  fillOpacity: 1,
  rule: 'nonzero',
  stroke: undefined,
  strokeOpacity: 1,
  width: 1,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dash: [],
  phase: 0,
  clipRule: 'nonzero',
  visible: true,
  strokeFirst: false,
};

/** What a drawing begins with: black (SVG 2 §13), and art with the theme's ink. */
export function initialStyleOf(palette: Palette | undefined): Inherited {
  const ink = inkOf(palette);
  return ink === undefined ? initialStyle : { ...initialStyle, color: ink, fill: ink };
}

function inkOf(palette: Palette | undefined): SvgColor | undefined {
  const ink = palette?.isArt === true ? palette.tokens.ink : undefined;
  return ink && { color: ink, opacity: 1 };
}

const initialOwn: Own = {
  displayed: true,
  opacity: 1,
  clip: undefined,
  mask: undefined,
  maskType: 'luminance',
  stopColor: { color: [0, 0, 0], opacity: 1 },
  stopOpacity: 1,
  transform: undefined,
  overflows: false,
};

type Reader<T> = (value: string, diagonal: number) => Partial<T>;

/** The diagonal of the viewport that percentages of lengths count from (SVG 2 §8.9). */
const size: (text: string, diagonal: number) => number = (text, diagonal) => {
  const value = parseLength(text, diagonal);
  if (value < 0) throw new ValueError('is negative');
  return value;
};
const rule = keyword('nonzero', 'evenodd');

const inheritedProperties: Readonly<Record<string, Reader<Inherited>>> = {
  color: (value) => ({ color: parseColor(value) }),
  fill: (value) => ({ fill: parsePaint(value) }),
  'fill-opacity': (value) => ({ fillOpacity: parseOpacity(value) }),
  'fill-rule': (value) => ({ rule: rule(value) }),
  stroke: (value) => ({ stroke: parsePaint(value) }),
  'stroke-opacity': (value) => ({ strokeOpacity: parseOpacity(value) }),
  'stroke-width': (value, diagonal) => ({ width: size(value, diagonal) }),
  'stroke-linecap': (value) => ({ cap: keyword('butt', 'round', 'square')(value) }),
  'stroke-linejoin': (value) => ({ join: keyword('miter', 'round', 'bevel')(value) }),
  'stroke-miterlimit': (value) => ({ miterLimit: Math.max(1, parseNumber(value)) }),
  'stroke-dasharray': (value, diagonal) => ({ dash: parseDash(value, diagonal) }),
  'stroke-dashoffset': (value, diagonal) => ({ phase: parseLength(value, diagonal) }),
  'clip-rule': (value) => ({ clipRule: rule(value) }),
  visibility: (value) => ({ visible: keyword('visible', 'hidden', 'collapse')(value) === 'visible' }),
  'paint-order': (value) => ({ strokeFirst: /^(?:markers\s+)?stroke\b/.test(value.trim()) }),
};

/** What each of them sets. */
const keys: Readonly<Record<string, keyof Inherited>> = {
  color: 'color',
  fill: 'fill',
  'fill-opacity': 'fillOpacity',
  'fill-rule': 'rule',
  stroke: 'stroke',
  'stroke-opacity': 'strokeOpacity',
  'stroke-width': 'width',
  'stroke-linecap': 'cap',
  'stroke-linejoin': 'join',
  'stroke-miterlimit': 'miterLimit',
  'stroke-dasharray': 'dash',
  'stroke-dashoffset': 'phase',
  'clip-rule': 'clipRule',
  visibility: 'visible',
  'paint-order': 'strokeFirst',
};

const ownProperties: Readonly<Record<string, Reader<Own>>> = {
  display: (value) => ({ displayed: value.trim() !== 'none' }),
  opacity: (value) => ({ opacity: parseOpacity(value) }),
  'clip-path': (value) => ({ clip: value.trim() === 'none' ? undefined : reference(value) }),
  mask: (value) => ({ mask: value.trim() === 'none' ? undefined : reference(value) }),
  'mask-type': (value) => ({ maskType: keyword('luminance', 'alpha')(value) }),
  'stop-color': (value) => ({
    stopColor: /^currentcolor$/i.test(value.trim()) ? 'currentColor' : parseColor(value),
  }),
  'stop-opacity': (value) => ({ stopOpacity: parseOpacity(value) }),
  transform: (value) => ({ transform: value }),
  overflow: (value) => ({ overflows: /^(?:visible|auto)$/.test(value.trim()) }),
};

/** Properties that may only say that there is nothing, with what to do instead. */
const refused: Readonly<Record<string, readonly [nothing: RegExp, hint: string]>> = {
  filter: [/^none$/, 'Take the blur or shadow away, or export the picture as PNG.'],
  'mix-blend-mode': [/^normal$/, 'Set the blend mode to normal, or export the picture as PNG.'],
  'vector-effect': [/^none$/, 'Turn the stroke into an outline.'],
  marker: [/^none$/, 'Turn the stroke with its arrowheads into outlines.'],
  'marker-start': [/^none$/, 'Turn the stroke with its arrowheads into outlines.'],
  'marker-mid': [/^none$/, 'Turn the stroke with its arrowheads into outlines.'],
  'marker-end': [/^none$/, 'Turn the stroke with its arrowheads into outlines.'],
  'color-interpolation': [/^(?:sRGB|auto)$/i, 'Blend gradients in sRGB.'],
};

/** Properties that change nothing of what is painted here: of text, which is refused, and of screens. */
const idle =
  /^(?:-|font|text|letter-|word-|line-|white-space|writing-|block-progression$|dominant-|alignment-|baseline-|glyph-|kerning$|direction$|unicode-|shape-|image-rendering$|color-(?:rendering|profile|interpolation-filters)$|pointer-events$|cursor$|enable-background$|flood-|lighting-|solid-|isolation$|inline-size$|user-select$|will-change$|transition|animation|clip$)/;

/** True for a name that may stand as an attribute too (SVG 2 §6.6). */
export function isProperty(name: string): boolean {
  return (
    Object.hasOwn(inheritedProperties, name) ||
    (Object.hasOwn(ownProperties, name) && name !== 'transform') ||
    Object.hasOwn(refused, name) ||
    idle.test(name)
  );
}

export const propertyNames = [...Object.keys(inheritedProperties), ...Object.keys(ownProperties)];

/** `say` is told of each declaration that is refused, which then counts for nothing. */
export function computeStyle(
  parent: Inherited,
  declarations: readonly Declaration[],
  diagonal: number,
  say: (what: string, hint?: string) => void,
  palette?: Palette,
): SvgStyle {
  let inherited = parent;
  const ink = inkOf(palette);
  let own = ink === undefined ? initialOwn : { ...initialOwn, stopColor: ink };
  const ordered = [
    ...declarations.filter(({ important }) => !important),
    ...declarations.filter(({ important }) => important),
  ];
  for (const { property, value: said } of ordered) {
    let value = said;
    try {
      value = withTokens(property, said, palette);
      if (value === 'inherit') {
        if (!Object.hasOwn(inheritedProperties, property) && !idle.test(property))
          throw new ValueError('is not taken: write the value itself');
        // What is inherited is the parent's, whatever weaker declarations said.
        const key = keys[property];
        if (key !== undefined) inherited = { ...inherited, [key]: parent[key] };
      } else if (Object.hasOwn(inheritedProperties, property)) {
        if (property === 'color' && /^currentcolor$/i.test(value)) continue;
        inherited = { ...inherited, ...inheritedProperties[property]!(value, diagonal) };
      } else if (Object.hasOwn(ownProperties, property))
        own = { ...own, ...ownProperties[property]!(value, diagonal) };
      else if (Object.hasOwn(refused, property)) {
        const [nothing, hint] = refused[property]!;
        if (!nothing.test(value.trim())) say(`has ${property}: ${shown(value)}, which is not taken`, hint);
      } else if (!idle.test(property)) say(`has the property ${property}, which is not in the subset`);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      const hint = /^color\(/i.test(value)
        ? 'Give it in sRGB; in Figma: File > File color profile > sRGB.'
        : undefined;
      say(`has ${property}="${shown(said)}", which ${error.message}`, hint);
    }
  }
  return { inherited, own };
}

const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

/** The id that `url(#id)` names. @throws ValueError */
function reference(text: string): string {
  const match = /^url\(\s*(["']?)#([^"')\s]+)\1\s*\)$/.exec(text.trim());
  if (match === null) throw new ValueError('is not a reference within the file, url(#id)');
  return match[2]!;
}

function parsePaint(text: string): SvgPaint {
  const value = text.trim();
  const match = /^(url\([^)]*\))\s*(.*)$/.exec(value);
  if (match !== null) {
    const otherwise = match[2] === '' ? undefined : parsePaint(match[2]!);
    return {
      ref: reference(match[1]!),
      otherwise: typeof otherwise === 'object' && 'ref' in otherwise ? undefined : otherwise,
    };
  }
  if (value === 'none') return undefined;
  return /^currentcolor$/i.test(value) ? 'currentColor' : parseColor(value);
}

function keyword<const T extends string>(...known: readonly T[]): (text: string) => T {
  return (text) => {
    const found = known.find((word) => word === text.trim());
    if (found === undefined) throw new ValueError(`is not one of ${known.join(', ')}`);
    return found;
  };
}

/** A dash array; an odd one repeats itself, one that sums to 0 is a solid line (SVG 2 §13.5.6). */
function parseDash(text: string, diagonal: number): number[] {
  if (text.trim() === 'none') return [];
  const dash = parseLengths(text, diagonal);
  if (dash.length > 32) throw new ValueError('has more than 32 lengths');
  if (dash.some((length) => length < 0)) throw new ValueError('has a negative length');
  if (dash.every((length) => length === 0)) return [];
  return dash.length % 2 === 0 ? dash : [...dash, ...dash];
}
