import { PressError, problem } from '../diagnostics/index.ts';
import { isThere, listFolder, type Root, readText, Stock } from '../files/index.ts';
import type { Color } from '../geometry/index.ts';
import { hexOf } from '../image/index.ts';
import { mixed, skinsFor } from './palette.ts';
import { themeOf } from './theme.ts';

const nameForm = /^[a-z][a-z0-9-]{0,59}$/;
/** A leaf green over the dark of moss. */
export const usualColors = { ink: '#1D2B1A', accent: '#A8CF6A' } as const;

/** Names of the themes there are, each with the first sentence of its sheet. */
export function listThemes(templates: Root): [name: string, about: string][] {
  if (!isThere(templates, 'themes')) return [];
  const names = listFolder(templates, 'themes').flatMap(
    ({ name }) => /^([a-z][a-z0-9-]*)\.css$/.exec(name)?.[1] ?? [],
  );
  return [...new Set(names)].sort().map((name) => {
    const about = /^\s*\/\*\s*(.*?)(?:[.:\n]|\*\/)/.exec(readText(templates, `themes/${name}.css`));
    return [name, about?.[1]?.trim() ?? ''];
  });
}

/**
 * The style sheet of a theme of two colours: its tints are the accent on white, its skins browns that show on the ink.
 * @param ink `#rrggbb`, of text; dark
 * @param accent `#rrggbb`, of light; it holds text in ink
 * @throws PressError USAGE for a name or a colour that is none, THEME_CONTRAST where text would not stand out
 */
export function newTheme(name: string, colors: { readonly ink: string; readonly accent: string }): string {
  if (!nameForm.test(name))
    throw usage(
      `"${name.slice(0, 80)}" cannot be the name of a theme.`,
      'Small Latin letters, digits and hyphens: sea-green.',
    );
  const [ink, accent] = [colorOf(colors.ink, 'ink'), colorOf(colors.accent, 'accent')];
  const white: Color = [255, 255, 255];
  const [first, second, third] = skinsFor(ink);
  const text = `/* ${name}: one ink, one accent, and what follows from them (docs/templates.md, Themes). */
:root {
  --ink: ${hexOf(ink)};
  --paper: #FFFFFF;
  --accent: ${hexOf(accent)};
  /* the accent at half and at 15 % on white */
  --accent-50: ${hexOf(mixed(accent, white, 0.5))};
  --accent-15: ${hexOf(mixed(accent, white, 0.15))};
  /* people in pictures */
  --skin-1: ${hexOf(first)};
  --skin-2: ${hexOf(second)};
  --skin-3: ${hexOf(third)};
  /* the band above: straight, or a hill */
  --band: straight;
  /* scenes of the stock, for guides that choose none: --scene-cover, --scene-ground, --scene-closing, --scene-poster */
}
`;
  const { problems } = themeOf({ css: [{ file: `${name}.css`, text }] }, name, new Stock(0));
  if (problems.length > 0) throw new PressError(problems);
  return text;
}

function colorOf(text: string, name: string): Color {
  const digits = /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (digits === undefined)
    throw usage(`--${name} "${text.slice(0, 40)}" is no colour of six digits.`, `--${name} "#1D2B1A"`);
  const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

const usage = (message: string, hint: string) => new PressError([problem('USAGE', message, {}, hint)]);
