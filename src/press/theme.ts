import { type SceneSlot, sceneSlots } from '../content/index.ts';
import { type Place, type Problem, problem, suggest, throwIfErrors } from '../diagnostics/index.ts';
import { parseDocument } from '../document/index.ts';
import type { Stock } from '../files/index.ts';
import { hexOf } from '../image/index.ts';
import { contrast } from '../paint/index.ts';
import {
  type MatchedStyles,
  matchStyles,
  parseStyleSheet,
  RuleSet,
  type StyleSheet,
} from '../style/index.ts';
import type { Template } from '../template/index.ts';
import { colorTokens, type Token, type Tokens, tokensOf } from './palette.ts';
import { strayTokens } from './stray-tokens.ts';

/** How the band of the number ends above: in a line, or in a hill that the cover's light runs over. */
const bandEdges = ['straight', 'hill'] as const;
export type BandEdge = (typeof bandEdges)[number];

/** What a theme says beside its rules. */
export interface Theme {
  readonly name: string;
  readonly tokens: Tokens;
  /** The tints and skins that it leaves out, for pages to take as they take those that it says; undefined: it says all. */
  readonly following: { readonly file: string; readonly text: string } | undefined;
  readonly band: BandEdge;
  /** Scenes of the stock, for guides that choose none. */
  readonly scenes: Partial<Readonly<Record<SceneSlot, string>>>;
  /** What of its colours cannot be told apart. */
  readonly problems: readonly Problem[];
}

/** Colours that stand on each other, and the contrast that they need (WCAG 2.2 SC 1.4.6 for text). */
const pairs: readonly (readonly [above: Token, below: Token, least: number, why: string])[] = [
  ['ink', 'paper', 7, 'text'],
  ['ink', 'accent-15', 7, 'text'],
  ['ink', 'accent-50', 7, 'text'],
  ['ink', 'accent', 7, 'text'],
  ['skin-3', 'ink', 1.9, 'hair on a head'],
  ['skin-2', 'skin-1', 1.6, 'one skin beside another'],
  ['skin-3', 'skin-2', 1.6, 'one skin beside another'],
];

const empty = '<!doctype html><html lang="en"><head><title>-</title></head><body></body></html>';

/**
 * What a theme says, from its style sheet, and what of it no page reads.
 * @throws PressError CSS_*: what the sheet says wrong
 */
export function themeOf({ css }: Pick<Template, 'css'>, name: string, stock: Stock): Theme {
  const { file, text } = css[0]!;
  const pages = css.map((sheet) => sheet.text);
  return stock.of('theme', [name, file, ...pages], () => readTheme(name, parseStyleSheet(text, file), pages));
}

function readTheme(name: string, sheet: StyleSheet, pages: readonly string[]): Theme {
  const document = parseDocument(empty, { file: sheet.file, origins: [], numbers: {} });
  const styles = matchStyles(document, new RuleSet([sheet]));
  throwIfErrors([...colorless(styles, sheet), ...strayTokens(sheet, styles, tokenNames, pages)]);
  const tokens = tokensOf(styles);
  const band = bandOf(styles);
  return {
    name,
    tokens,
    following: followingOf(styles, tokens, sheet.file),
    band: band ?? 'straight',
    scenes: scenesIn(styles),
    problems: [...faintPairs(tokens, sheet), ...(band === undefined ? [bandProblem(styles, sheet)] : [])],
  };
}

/** Tokens that a theme sets to what is no colour: told here once, and not in each rule that takes them. */
function colorless({ custom, color }: MatchedStyles, sheet: StyleSheet): Problem[] {
  return (['ink', 'paper', 'accent', ...derived] as const).flatMap((token) => {
    const said = custom(`--${token}`)?.trim();
    if (said === undefined || color(`--${token}`) !== undefined) return [];
    return [
      problem(
        'THEME_INVALID',
        `--${token} is no colour: ${said.slice(0, 40)}.`,
        placeOf(`--${token}`, sheet),
        'Write #rgb, #rrggbb, rgb(r g b), hsl(h s% l%), cmyk(c m y k) or a name of CSS, without transparency.',
      ),
    ];
  });
}

/** All that a theme can say, as it is called there. What is drawn may have colours other than what is written. */
const tokenNames = {
  colors: [...colorTokens, ...colorTokens.map((token) => `art-${token}`)].map((token) => `--${token}`),
  words: ['--band', ...sceneSlots.map((slot) => `--scene-${slot}`)],
};

const derived: readonly Token[] = ['accent-50', 'accent-15', 'skin-1', 'skin-2', 'skin-3'];

/** A sheet that goes before the theme's own. */
function followingOf(styles: MatchedStyles, tokens: Tokens, file: string): Theme['following'] {
  const missing = derived.filter((token) => styles.color(`--${token}`) === undefined);
  if (missing.length === 0) return undefined;
  const text = missing.map((token) => `--${token}: ${hexOf(tokens[token])};`).join(' ');
  return { file, text: `:root { ${text} }` };
}

function scenesIn({ custom }: MatchedStyles): Theme['scenes'] {
  return Object.fromEntries(
    sceneSlots.flatMap((slot) => {
      const name = custom(`--scene-${slot}`)?.trim();
      return name === undefined ? [] : [[slot, name]];
    }),
  );
}

function bandOf({ custom }: MatchedStyles): BandEdge | undefined {
  const said = custom('--band')?.trim();
  return said === undefined ? 'straight' : bandEdges.find((edge) => edge === said);
}

function bandProblem({ custom }: MatchedStyles, sheet: StyleSheet): Problem {
  const said = custom('--band')!.trim();
  return problem(
    'THEME_INVALID',
    `There is no band "${said}".`,
    placeOf('--band', sheet),
    suggest(said, [...bandEdges]),
  );
}

/** Colours of a theme that cannot be told apart where they meet: each with how much there is, and how much is needed. */
export function faintPairs(tokens: Tokens, sheet: StyleSheet): Problem[] {
  return pairs.flatMap(([above, below, least, why]) => {
    const ratio = contrast(tokens[above], tokens[below]);
    if (ratio >= least) return [];
    // Rounded down: 6.996 is not 7.0.
    const shown = Math.floor(ratio * 100) / 100;
    return [
      problem(
        'THEME_CONTRAST',
        `--${above} on --${below} has a contrast of ${shown.toFixed(2)}, and ${why} needs ${least}.`,
        placeOf(`--${above}`, sheet),
        above === 'ink'
          ? `Make --ink darker or --${below} lighter.`
          : `Choose --${above} and --${below} further apart; without them a theme has skins that follow from its ink.`,
      ),
    ];
  });
}

/** Where a custom property is set last. */
function placeOf(name: string, sheet: StyleSheet): Place {
  const all = sheet.rules.flatMap(({ declarations }) => declarations);
  return all.findLast(({ property }) => property === name)?.place ?? { file: sheet.file };
}
