import type { Color } from '../geometry/index.ts';
import { contrast } from '../paint/index.ts';
import type { MatchedStyles } from '../style/index.ts';

/** What a theme says; the tints and skins that it leaves out follow from these. */
export const colorTokens = [
  'ink',
  'paper',
  'accent',
  'accent-50',
  'accent-15',
  'skin-1',
  'skin-2',
  'skin-3',
] as const;
export type Token = (typeof colorTokens)[number];
export type Tokens = Readonly<Record<Token, Color>>;

const white: Color = [255, 255, 255];
const black: Color = [0, 0, 0];
/** Browns, the lightest first. */
const browns: readonly [Color, Color, Color] = [
  [0xdd, 0xa1, 0x77],
  [0xa6, 0x6a, 0x43],
  [0x77, 0x4a, 0x31],
];

/** One colour over another, as a screen of it is printed; `part` is 0 to 1. */
export function mixed(over: Color, under: Color, part: number): Color {
  const channel = (i: 0 | 1 | 2): number => Math.round(under[i] + (over[i] - under[i]) * part);
  return [channel(0), channel(1), channel(2)];
}

/** Three browns, lightened as far as an ink asks for: the darkest shows on it, and each beside the next. */
export function skinsFor(ink: Color): readonly [Color, Color, Color] {
  const third = lightened(browns[2], ink, 1.9);
  const second = lightened(browns[1], third, 1.6);
  return [lightened(browns[0], second, 1.6), second, third];
}

function lightened(color: Color, beside: Color, least: number): Color {
  for (let part = 0; part < 1; part += 0.02) {
    const lighter = mixed(white, color, part);
    if (contrast(lighter, beside) >= least) return lighter;
  }
  return white;
}

/** The colours that pictures and pages take from a theme, at the root of a document: what an edition changes is changed. */
export function tokensOf(styles: Pick<MatchedStyles, 'color'>): Tokens {
  // An edition may draw otherwise than it writes: what is ink in a text is a wall in a picture.
  const own = (token: Token): Color | undefined =>
    styles.color(`--art-${token}`) ?? styles.color(`--${token}`);
  const [ink, paper] = [own('ink') ?? black, own('paper') ?? white];
  const accent = own('accent') ?? paper;
  const skins = skinsFor(ink);
  return {
    ink,
    paper,
    accent,
    'accent-50': own('accent-50') ?? mixed(accent, paper, 0.5),
    'accent-15': own('accent-15') ?? mixed(accent, paper, 0.15),
    'skin-1': own('skin-1') ?? skins[0],
    'skin-2': own('skin-2') ?? skins[1],
    'skin-3': own('skin-3') ?? skins[2],
  };
}
