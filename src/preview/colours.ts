import { join } from 'node:path';
import * as z from 'zod';
import { PressError, problem } from '../diagnostics/index.ts';
import { isThere, layersOf, readText } from '../files/index.ts';
import { type Folders, newTheme, shippedFolders } from '../press/index.ts';
import type { History } from './history.ts';

/** What the form asks for of a theme: the other tokens follow. */
export type Colours = Readonly<Record<'ink' | 'accent', string>>;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const sent = z.strictObject({ ink: colour, accent: colour });

/** A token that is said as a colour: `--ink: #122C3A`. */
const token = /--([a-z0-9-]+):\s*(#[0-9a-fA-F]{6})\b/g;

/** Where own themes lie: the uppermost folder of templates, where that is not the shipped one. */
export function ownTemplates({ templates }: Folders): string | undefined {
  const [first] = layersOf(templates);
  return first === shippedFolders().templates ? undefined : first;
}

/** The colours of a theme, as far as it says them so. */
export function coloursOf(theme: string, { templates }: Folders): Partial<Colours> {
  const path = join('themes', `${theme}.css`);
  if (!/^[\w-]+$/.test(theme) || !isThere(templates, path)) return {};
  const said = tokensIn(readText(templates, path));
  return Object.fromEntries(
    (['ink', 'accent'] as const).flatMap((name) => {
      const value = said.get(name);
      return value === undefined ? [] : [[name, value.toLowerCase()]];
    }),
  );
}

const tokensIn = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(token)].map(([, name, value]) => [name!, value!]));

/**
 * Writes an own theme of these colours, named after the guide. One that is there keeps all else that it says.
 * @returns its name
 * @throws PressError USAGE for what is no form, and without a folder for own templates; THEME_CONTRAST
 */
export function writeColours(
  id: string,
  body: unknown,
  folders: Folders,
  history: History,
): { theme: string } {
  const { success, data } = sent.safeParse(body);
  const own = ownTemplates(folders);
  if (!success || own === undefined) throw new PressError([problem('USAGE', 'This is no form of the page.')]);
  const made = newTheme(id, data);
  const path = join('themes', `${id}.css`);
  const tokens = tokensIn(made);
  const css = isThere(own, path)
    ? readText(own, path).replace(token, (whole, name: string, value: string) =>
        whole.replace(value, tokens.get(name) ?? value),
      )
    : made;
  history.write(join(own, path), css);
  return { theme: id };
}
