import type { Color } from '../geometry/index.ts';
import { ValueError } from './path-data.ts';
import { parseColor } from './svg-color.ts';

/** The colours that a theme gives to pictures. */
export interface Palette {
  /** By their names, `accent-50` for `--accent-50`. */
  readonly tokens: Readonly<Record<string, Color>>;
  /** Art of templates takes every colour from the theme; a guide's own pictures may have colours of their own. */
  readonly isArt: boolean;
}

/**
 * What a token may stand for where nothing reads it: the colours of the theme that ships first. Drawing programs and
 * browsers show art by them.
 */
export const shownTokens: Readonly<Record<string, string>> = {
  ink: '#122C3A',
  paper: '#FFFFFF',
  accent: '#F7B538',
  'accent-50': '#FBDC9D',
  'accent-15': '#FEF3DC',
  'skin-1': '#DDA177',
  'skin-2': '#A66A43',
  'skin-3': '#774A31',
};

const properties = new Set(['fill', 'stroke', 'color', 'stop-color']);
/** Values that are no colour. */
const colorless = /^(?:none|currentcolor|transparent|inherit)$/i;

/**
 * The value of a property of an SVG with its token put in (CSS Custom Properties 1 §3): `var(--accent)`, or
 * `var(--accent, #F7B538)`, whose second part is for programs that know no theme.
 * @throws ValueError for a token that there is not, and for a colour of its own in art
 */
export function withTokens(property: string, value: string, palette: Palette | undefined): string {
  if (!properties.has(property)) return value;
  if (!value.includes('var(')) {
    if (palette?.isArt === true) checkOwn(value, palette.tokens);
    return value;
  }
  const match = /^var\(\s*--([\w-]+)\s*(?:,([^()]*(?:\([^()]*\))?[^()]*))?\)$/.exec(value.trim());
  if (match === null) throw new ValueError('is not one token, as var(--accent)');
  const [, name, otherwise] = match;
  const shown = otherwise?.trim();
  const tokens = palette?.tokens ?? {};
  if (!Object.hasOwn(tokens, name!)) {
    if (shown !== undefined && palette?.isArt !== true) return shown;
    const known = Object.keys(tokens);
    throw new ValueError(
      known.length === 0
        ? 'is a colour of a theme, and here is none'
        : `is no token of the theme: it has ${known.join(', ')}`,
    );
  }
  if (palette!.isArt && shown !== undefined) checkShown(name!, shown);
  return hexOf(tokens[name!]!);
}

/** Art is refused for a colour of its own: another theme would leave it behind. */
function checkOwn(value: string, tokens: Palette['tokens']): void {
  const text = value.trim();
  if (colorless.test(text) || /^url\([^)]*\)(?:\s+none)?$/.test(text)) return;
  const same = tokenOf(text, tokens);
  throw new ValueError(
    `is a colour of its own: art of templates takes those of the theme, as var(--ink), var(--accent)${same === undefined ? '' : `; this one is var(--${same})`}`,
  );
}

/** The token that is this very colour; undefined: none is, or it is no colour. */
function tokenOf(text: string, tokens: Palette['tokens']): string | undefined {
  try {
    const wanted = hexOf(parseColor(text).color);
    return Object.keys(tokens).find((name) => hexOf(tokens[name]!) === wanted);
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

/** What drawing programs show is what the first theme prints, or they would mislead. */
function checkShown(name: string, shown: string): void {
  const wanted = shownTokens[name];
  if (wanted === undefined || hexOf(parseColor(shown).color) === wanted) return;
  throw new ValueError(
    `says another colour than ${wanted}, which --${name} stands for where there is no theme`,
  );
}

export function hexOf(color: Color): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}
