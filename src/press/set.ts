import { isDeepStrictEqual } from 'node:util';
import { addressOf, type Guide, helplineNumbers } from '../content/index.ts';
import type { Place, Problem } from '../diagnostics/index.ts';
import { type DocumentNumber, type HtmlDocument, parseDocument } from '../document/index.ts';
import type { Stock } from '../files/index.ts';
import type { Color } from '../geometry/index.ts';
import type { Picture } from '../image/index.ts';
import { type FitRange, type Fitted, fit, type LayoutInput, type Overflow } from '../layout/index.ts';
import type { Locale } from '../locale/index.ts';
import { contrast, type TextItem } from '../paint/index.ts';
import { type Edition, editions } from '../product/index.ts';
import { type MatchedStyles, type Media, matchStyles, parseStyleSheet, RuleSet } from '../style/index.ts';
import type { Divided, PageFacts, Template } from '../template/index.ts';
import { enlarged, smallestFactor } from './edition.ts';
import type { Equipment } from './equipment.ts';
import { type Tokens, tokensOf } from './palette.ts';
import { checkTogether, pictureAt } from './pictures.ts';
import { plainColors } from './plain-colors.ts';
import type { Scenes } from './scenes.ts';
import { languagesWith } from './terms.ts';

/** What is set: a guide's template in a locale's words, on pages. */
export interface Engraving {
  readonly guide: Guide;
  readonly locale: Locale;
  readonly template: Template;
  readonly facts: PageFacts;
  /** Undefined: the standard one. */
  readonly edition?: Edition;
  /** The pictures of the slots; undefined: none was chosen. */
  readonly scenes?: Scenes;
  /** From how many pages on the template is asked for a list of contents; undefined: never. */
  readonly contents?: number;
  /** Its pages fill sheets of four; pages for notes fill the last one. */
  readonly bound?: boolean;
  /** The numbers of a working paper, by their names in it; undefined: the guide's. */
  readonly numbers?: Readonly<Record<string, DocumentNumber>>;
  /** Pictures that a working paper draws itself, by `src`. */
  readonly pictures?: ReadonlyMap<string, Picture>;
  /** The template has a way of its own for what fits in no other. */
  readonly setsFull?: boolean;
  /** False: the template has no empty box, and need not be rendered to know that. */
  readonly setsNear?: boolean;
  /** Pages that print the main number as content. */
  readonly loud?: readonly string[];
  readonly pages: LayoutInput['pages'];
  /** The range that copyfitting may use. */
  readonly fit: FitRange;
  /** Smallest size of a text, pt. */
  readonly floor: (item: TextItem) => number;
  /** Says once what is wrong where pages do not hold their content; undefined: each is told by itself. */
  readonly tooLong?: (
    overflows: readonly Overflow[],
    sections: ReadonlyMap<string, readonly string[]>,
  ) => Problem | undefined;
}

const standard: Edition = editions.standard;
const black: Color = [0, 0, 0];
/** Of what is printed for eyes and cameras (WCAG 2.2 SC 1.4.6). */
const leastContrast = 7;

/** How a template is asked to arrange what it is given. */
export type Arranging = Pick<
  PageFacts,
  'division' | 'heights' | 'breaking' | 'tight' | 'full' | 'small' | 'near' | 'contents'
>;

/** A document, set at the size that copyfitting picked. */
export interface SetDocument extends Fitted {
  readonly document: HtmlDocument;
  /** Keys of the texts that the template printed. */
  readonly said: ReadonlySet<string>;
  /** The lists that it divided. */
  readonly divided: readonly Divided[];
  readonly rules: RuleSet;
  /** The theme's ink. */
  readonly ink: Color;
  /** What pictures take from the theme. */
  readonly tokens: Tokens;
  /** The picture at an address, of an `img` or a ground. @throws PressError */
  readonly pictureFrom: PictureFrom;
}

type PictureFrom = (src: string, place: Place) => Picture;

/** A template's page, with the keys of the texts that it printed, and the lists that it divided. */
export interface Rendered {
  readonly html: string;
  readonly said: ReadonlySet<string>;
  readonly divided: readonly Divided[];
}

/** What is said, arranged. */
export function render(
  { guide, locale, template, facts }: Engraving,
  how: Arranging,
  { watch }: Equipment,
): Rendered {
  const said = new Set<string>();
  const divided: Divided[] = [];
  const html = watch('template', () => template.render(guide, locale, { ...facts, ...how }, said, divided));
  return { html, said, divided };
}

/**
 * What is arranged, set.
 * @param like the same engraving, arranged otherwise: what was found of it saves steps, and changes nothing
 * @param before what was laid out of another document of its kind; it changes nothing either
 */
export function set(
  engraving: Engraving,
  { html, said, divided }: Rendered,
  equipment: Equipment,
  like?: SetDocument,
  before?: Fitted['sizes'],
): SetDocument {
  const {
    guide,
    template,
    fit: range,
    edition = standard,
    numbers = helplineNumbers(guide.data),
  } = engraving;
  const { watch, stock } = equipment;
  const document = watch('document', () =>
    parseDocument(html, {
      file: template.file,
      origins: template.origins,
      numbers,
      parts: template.parts,
    }),
  );
  return watch('style and layout', () => {
    const rules =
      like?.rules ?? rulesOf(template, { ...edition, least: leastOf(engraving, equipment) }, stock);
    const styles = matchStyles(document, rules, viewOf(engraving));
    const ink = inkOf(styles);
    const tokens = tokensOf(styles);
    // Of one engraving, pictures are other ones only in other colours.
    const isAlike = like !== undefined && isDeepStrictEqual([like.ink, like.tokens], [ink, tokens]);
    const pictureFrom = isAlike ? like.pictureFrom : picturesOf(engraving, { ink, tokens }, equipment);
    const input = layoutInput(engraving, pictureFrom, equipment);
    const fitted = fit(styles.at, input, range, like?.found, before);
    return { document, said, divided, rules, ink, tokens, pictureFrom, ...fitted };
  });
}

/** The first page, as `vw` and `vh` count from it. */
function viewOf({ pages }: Engraving): { readonly width: number; readonly height: number } {
  return 'flow' in pages ? pages.flow : pages[0]!;
}

/** The rules of a template's sheets: what they made of one document serves the next. */
function rulesOf({ css }: Template, { kind, dark = false, least = 0 }: Edition, stock: Stock): RuleSet {
  const sheets = css.flatMap(({ file, text }) => [file, text]);
  const media: Media = { edition: kind, dark };
  return stock.of('rules', [kind, String(dark), String(least), ...sheets], () => {
    const parsed = css.map(({ file, text }) =>
      stock.of('style', [kind, String(dark), file, text], () => parseStyleSheet(text, file, media)),
    );
    return new RuleSet(parsed, least);
  });
}

/** The smallest size that a style may say, pt: letters that are set smaller than it says come out as large as the edition asks for. */
function leastOf({ guide, locale, edition = standard }: Engraving, { languages }: Equipment): number {
  const { least = 0, body } = edition;
  if (body !== undefined) return least;
  return least / smallestFactor(languagesWith(guide, languages)(locale.tag));
}

/** What the letters of the page's language have, at least, of the size that a style says; 1 at most. */
export function letterFactor(engraving: Engraving, equipment: Equipment): number {
  const { guide, locale } = engraving;
  return smallestFactor(layoutLanguage(engraving, languagesWith(guide, equipment.languages))(locale.tag));
}

/** The theme's ink, for codes and fold marks; black where it would not stand out from the white of both. */
function inkOf(styles: MatchedStyles): Color {
  const ink = styles.color('--ink') ?? black;
  return contrast(ink, [255, 255, 255]) < leastContrast ? black : ink;
}

/** What layout asks of the press: languages and pictures. */
function layoutInput(
  engraving: Engraving,
  pictureFrom: PictureFrom,
  { typesetter, languages }: Equipment,
): LayoutInput {
  const { guide, pages } = engraving;
  return {
    typesetter,
    language: layoutLanguage(engraving, languagesWith(guide, languages)),
    pages,
    picture: ({ attributes, origin }) => pictureFrom(attributes.src ?? '', origin),
  };
}

type LanguageFrom = LayoutInput['language'];

/** Languages as an edition sets them. Where only small letters are larger, those of the page's language are so by the least size of its styles. */
function layoutLanguage({ locale, edition = standard }: Engraving, language: LanguageFrom): LanguageFrom {
  if (edition.least === undefined) return language;
  return (tag) =>
    edition.body === undefined && tag === locale.tag ? language(tag) : enlarged(language(tag));
}

/** The pictures of an engraving, in a theme's colours. Copyfitting asks for the same several times. */
function picturesOf(
  { guide, facts: { qr }, scenes = {}, pictures: own, edition = standard }: Engraving,
  colors: { readonly ink: Color; readonly tokens: Tokens },
  { folders, stock }: Equipment,
): PictureFrom {
  const main = guide.data.helplines.main;
  const sources = {
    guide: guide.folder,
    template: folders.templates,
    logo: guide.logo,
    dial: addressOf({ dial: main.dial }),
    qr,
    ...colors,
    scenes,
  };
  // One that stands twice is one in the file.
  const pictures = new Map<string, Picture>();
  return (src, place) => {
    let picture = pictures.get(src);
    if (picture === undefined) {
      picture = own?.get(src) ?? pictureAt(src, place, sources, stock);
      // Art takes its colours from the theme, whose tokens an edition changes.
      const isOwn = src.startsWith('guide:') || scenes[src.replace('scene:', '')]?.isArt === false;
      if (isOwn && picture.kind === 'vector') picture = plainColors(picture, edition);
      checkTogether([...pictures.values(), picture], place);
      pictures.set(src, picture);
    }
    return picture;
  };
}
