import { join } from 'node:path';
import * as z from 'zod';
import { PressError, problem } from '../diagnostics/index.ts';
import { isThere, layersOf, readText } from '../files/index.ts';
import type { Color } from '../geometry/index.ts';
import { contrast } from '../paint/index.ts';
import { type Folders, shippedFolders } from '../press/index.ts';
import type { History } from './history.ts';

/** The tokens of a theme that the form asks for; tints follow from the accent. */
const tokens = ['ink', 'paper', 'accent'] as const;
type Token = (typeof tokens)[number];
export type Colours = Readonly<Record<Token, string>>;

/** Of text, and of what is beside it (WCAG 2.2 SC 1.4.6). */
const leastContrast = 7;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const sent = z.strictObject({ ink: colour, paper: colour, accent: colour });

/** Where own themes lie: the uppermost folder of templates, where that is not the shipped one. */
export function ownTemplates({ templates }: Folders): string | undefined {
  const [first] = layersOf(templates);
  return first === shippedFolders().templates ? undefined : first;
}

/** The colours of a theme, as far as it says them so: `--ink: #122C3A`. */
export function coloursOf(theme: string, { templates }: Folders): Partial<Colours> {
  const path = join('themes', `${theme}.css`);
  if (!/^[\w-]+$/.test(theme) || !isThere(templates, path)) return {};
  const css = readText(templates, path);
  return Object.fromEntries(
    tokens.flatMap((token) => {
      const found = declaration(token).exec(css)?.[2];
      return found === undefined ? [] : [[token, found.toLowerCase()]];
    }),
  );
}

const declaration = (token: Token) => new RegExp(`(--${token}:\\s*)(#[0-9a-fA-F]{6})\\b`);

/**
 * Writes an own theme of these colours, named after the guide. One that is there keeps all else that it says.
 * @returns its name
 * @throws PressError USAGE for what is no form, and without a folder for own templates; CONTRAST_LOW
 */
export function writeColours(id: string, body: unknown, folders: Folders, history: History): string {
  const { success, data } = sent.safeParse(body);
  const own = ownTemplates(folders);
  if (!success || own === undefined) throw new PressError([problem('USAGE', 'This is no form of the page.')]);
  const faults = (['paper', 'accent'] as const).flatMap((ground) => {
    const ratio = contrast(rgb(data.ink), rgb(data[ground]));
    if (ratio >= leastContrast) return [];
    const message = `The ink stands out from the ${ground} by ${ratio.toFixed(1)}:1, and ${leastContrast}:1 is asked for.`;
    return [problem('CONTRAST_LOW', message, { key: ground }, `Take a darker ink, or a lighter ${ground}.`)];
  });
  if (faults.length > 0) throw new PressError(faults);
  const path = join('themes', `${id}.css`);
  const before = isThere(own, path) ? readText(own, path) : template;
  const css = tokens.reduce(
    (sheet, token) => sheet.replace(declaration(token), (_, start: string) => start + data[token]),
    before,
  );
  history.write(join(own, path), css);
  return id;
}

/** What the form says of three colours is all that a theme must say. */
const template = `/* Colours of one sender. The tints of the accent, and of skin, follow from it. */
:root {
  --ink: #000000;
  --paper: #000000;
  --accent: #000000;
}
`;

function rgb(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
