import { declaredNumbers, type Guide, helplineNumbers } from '../content/index.ts';
import { type Problem, problem } from '../diagnostics/index.ts';
import { type DocumentNumber, type HtmlDocument, parseDocument, walk } from '../document/index.ts';
import type { Stock } from '../files/index.ts';
import type { Color } from '../geometry/index.ts';
import type { Picture } from '../image/index.ts';
import {
  type FitRange,
  type Fitted,
  fit,
  type LayoutInput,
  type LayoutResult,
  type Overflow,
  type PageFragment,
} from '../layout/index.ts';
import type { Locale } from '../locale/index.ts';
import {
  checkContrast,
  checkPages,
  checkSizes,
  contrast,
  type DisplayList,
  type KnownMarks,
  paintPages,
  type TextItem,
} from '../paint/index.ts';
import { type Edition, editions } from '../product/index.ts';
import { type MatchedStyles, type Media, matchStyles, parseStyleSheet, RuleSet } from '../style/index.ts';
import type { PageFacts, Template } from '../template/index.ts';
import { enlarged } from './edition.ts';
import type { Equipment } from './equipment.ts';
import { type Tokens, tokensOf } from './palette.ts';
import { checkTogether, pictureOf } from './pictures.ts';
import type { Scenes } from './scenes.ts';
import { isCramped, sectionHeights, sectionsOn } from './section-heights.ts';
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

/** What came of it: pages painted, and what is wrong with them. */
export interface Engraved {
  readonly document: HtmlDocument;
  readonly pages: readonly DisplayList[];
  /** Of what the pages show. */
  readonly marks: KnownMarks;
  /** The theme's ink, which fold marks are printed in. */
  readonly ink: Color;
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number;
  readonly problems: readonly Problem[];
  /** Keys of the texts that the template printed. */
  readonly said: ReadonlySet<string>;
  /** Where the boxes lie, where the press keeps that. */
  readonly laid?: readonly PageFragment[];
}

/**
 * The first half of the list: what is said, arranged, set and painted, for products and working papers alike.
 * What does not fit, or cannot be read, is told beside the pages.
 * @throws PressError where there can be no pages: a template, style or picture that is wrong
 */
export function engrave(engraving: Engraving, equipment: Equipment): Engraved {
  const { locale, facts, contents, fit: range, floor, tooLong } = engraving;
  const { watch, keepsLayout } = equipment;
  const alone = arrange(engraving, false, equipment);
  const isLong = contents !== undefined && alone.result.pages.length >= contents;
  const flat = isLong ? arrange(engraving, true, equipment) : alone;
  const { found, unbound } = bind(engraving, isLong, flat, equipment);
  const { document, said, ink, rem, result } = found;
  const painted = watch('paint', () => paintPages(result));
  const marks: KnownMarks = new Map();
  const unfit = [...layoutProblems(result, range, tooLong), ...unbound];
  // What does not fit lies over other things as well; telling both would bury the cause.
  const problems =
    unfit.length > 0
      ? unfit
      : watch('checks', () => [
          ...checkContrast(painted),
          ...checkSizes(painted, floor),
          ...checkPages(painted, displaysOf(engraving), marks),
        ]);
  return {
    document,
    pages: painted,
    marks,
    ink,
    rem,
    said,
    ...(keepsLayout ? { laid: result.pages } : {}),
    problems: problems.map((p) => ({
      ...p,
      place: { ...p.place, locale: locale.tag, product: facts.product },
    })),
  };
}

/**
 * What is said, arranged and set, with a list of contents or without. Sections that are divided over pages are divided by
 * how high they came out, where that makes the pages fuller alike; and where a page has somewhat too much, what is said
 * twice is said once, and they are divided otherwise.
 */
function arrange(engraving: Engraving, contents: boolean, equipment: Equipment) {
  const attempt = attempts(engraving, contents, equipment);
  const { how, found } = divided(engraving, attempt);
  // A picture that has what is left over is left out where that is too little to see.
  if (!isCramped(found.result.pages)) return found;
  const bare = attempt({ ...how, bare: true }, found);
  return bare.result.overflows.length === 0 && bare.rem >= found.rem ? bare : found;
}

/** Pages of a folded sheet, which is the thinnest booklet, and for notes in it at most. */
const [ofSheet, mostNotes] = [4, 3];

/** Of what is bound, set smaller where that saves a sheet, with as many pages for notes as fill its last one; what is too little for a booklet is told. */
function bind(
  engraving: Engraving,
  contents: boolean,
  flat: ReturnType<typeof arrange>,
  equipment: Equipment,
): { readonly found: ReturnType<typeof arrange>; readonly unbound: readonly Problem[] } {
  const lacking = (count: number) => (ofSheet - (count % ofSheet)) % ofSheet;
  const count = flat.result.pages.length;
  let found = flat;
  let notes = 0;
  if (engraving.bound !== true || flat.result.overflows.length > 0) return { found, unbound: [] };
  if (lacking(count) > 0) {
    // A sheet less, where the smallest size takes in what is over.
    const { fit } = engraving;
    const small = arrange({ ...engraving, fit: { ...fit, max: fit.min } }, contents, equipment);
    const { overflows, pages } = small.result;
    if (overflows.length === 0 && pages.length < count && lacking(pages.length) === 0)
      return { found: small, unbound: [] };
  }
  while (lacking(found.result.pages.length) > 0) {
    // With pages for notes the rest may be fitted otherwise, and take more or fewer itself.
    notes += lacking(found.result.pages.length);
    if (notes > mostNotes)
      return {
        found,
        unbound: [
          problem(
            'PAGE_BLANK',
            `${engraving.facts.product} has ${count} pages, which ${mostNotes} for notes at most do not make sheets of ${ofSheet}.`,
            {},
            'Print what takes fewer pages: a pamphlet, a handout.',
          ),
        ],
      };
    found = arrange({ ...engraving, facts: { ...engraving.facts, notes } }, contents, equipment);
  }
  return { found, unbound: [] };
}

type Attempt = (how: Arranging, like?: ReturnType<typeof set>) => ReturnType<typeof set>;

/** Sets what is rendered in different ways, what comes out the same once. */
function attempts(engraving: Engraving, contents: boolean, equipment: Equipment): Attempt {
  const known = new Map<string, ReturnType<typeof set>>();
  return (how, like) => {
    const rendered = render(engraving, { ...how, contents }, equipment);
    const found = known.get(rendered.html) ?? set(engraving, rendered, equipment, like?.found);
    known.set(rendered.html, found);
    return found;
  };
}

function divided({ pages }: Engraving, attempt: Attempt): { how: Arranging; found: ReturnType<typeof set> } {
  const first = attempt({});
  const fits = ({ result }: typeof first) => result.overflows.length === 0;
  const heights = sectionHeights(first.result.pages);
  if (fits(first)) {
    if (heights.size <= 1) return { how: {}, found: first };
    const even = attempt({ heights });
    const isBetter = even.rem > first.rem || (even.rem === first.rem && even.air >= first.air);
    return fits(even) && isBetter ? { how: { heights }, found: even } : { how: {}, found: first };
  }
  if (!isNear(first.result.overflows, pages)) return { how: {}, found: first };
  for (let division = 0; division <= mostDivisions; division++)
    for (const tight of [false, true]) {
      const how = { heights, division, tight };
      const found = attempt(how);
      if (fits(found)) return { how, found };
    }
  return { how: {}, found: first };
}

/** Divisions beside the best that are tried, and the part of a page that may be too much for that. */
const [mostDivisions, nearly] = [3, 0.3];

type Arranging = Pick<PageFacts, 'division' | 'heights' | 'tight' | 'bare'>;

/** Whether another division of the content over the pages might make it fit. */
function isNear(overflows: readonly Overflow[], pages: LayoutInput['pages']): boolean {
  if (overflows.length === 0 || 'flow' in pages || pages.length === 1) return false;
  return overflows.every(({ page, by, axis }) => {
    const height = pages.find(({ name }) => name === page)?.height ?? 0;
    return axis === 'block' && by < nearly * height;
  });
}

interface Rendered {
  readonly html: string;
  readonly said: ReadonlySet<string>;
}

function render(
  { guide, locale, template, facts }: Engraving,
  how: Arranging & Pick<PageFacts, 'contents'>,
  { watch }: Equipment,
): Rendered {
  const said = new Set<string>();
  const html = watch('template', () => template.render(guide, locale, { ...facts, ...how }, said));
  return { html, said };
}

/** Every number that pages may show, as it is shown. */
function displaysOf({ guide, numbers }: Engraving): ReadonlySet<string> {
  const all = numbers === undefined ? declaredNumbers(guide.data) : Object.values(numbers);
  return new Set(all.map(({ display }) => display));
}

function set(engraving: Engraving, { html, said }: Rendered, equipment: Equipment, known?: Fitted['found']) {
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
    }),
  );
  return watch('style and layout', () => {
    const styles = matchStyles(document, rulesOf(template, edition, stock));
    const ink = inkOf(styles);
    const input = layoutInput(engraving, { ink, tokens: tokensOf(styles) }, equipment);
    return { document, said, ink, ...fit(styles.at, input, range, known) };
  });
}

/** The rules of a template's sheets: what they made of one document serves the next. */
function rulesOf({ css }: Template, { kind, least = 0 }: Edition, stock: Stock): RuleSet {
  const sheets = css.flatMap(({ file, text }) => [file, text]);
  const media: Media = { edition: kind };
  return stock.of('rules', [kind, String(least), ...sheets], () => {
    const parsed = css.map(({ file, text }) =>
      stock.of('style', [kind, file, text], () => parseStyleSheet(text, file, media)),
    );
    return new RuleSet(parsed, least);
  });
}

/** The theme's ink, for codes and fold marks; black where it would not stand out from the white of both. */
function inkOf(styles: MatchedStyles): Color {
  const ink = styles.color('--ink') ?? black;
  return contrast(ink, [255, 255, 255]) < leastContrast ? black : ink;
}

/** What layout asks of the press: languages and pictures. */
function layoutInput(
  { guide, facts: { qr }, edition = standard, pages, scenes = {}, pictures: own }: Engraving,
  colors: { readonly ink: Color; readonly tokens: Tokens },
  { folders, typesetter, languages, stock }: Equipment,
): LayoutInput {
  const main = guide.data.helplines.main;
  const sources = {
    guide: guide.folder,
    template: folders.templates,
    logo: guide.logo,
    dial: `tel:${main.dial}`,
    qr,
    ...colors,
    scenes,
  };
  const language = languagesWith(guide, languages);
  // Copyfitting asks for the same pictures several times; one that stands twice is one in the file.
  const pictures = new Map<string, Picture>();
  return {
    typesetter,
    language: edition.least === undefined ? language : (tag) => enlarged(language(tag)),
    pages,
    picture: (element) => {
      const src = element.attributes.src ?? '';
      let picture = pictures.get(src);
      if (picture === undefined) {
        picture = own?.get(src) ?? pictureOf(element, sources, stock);
        pictures.set(src, picture);
        checkTogether(pictures.values(), element.origin);
      }
      return picture;
    },
  };
}

/** Characters without a glyph, and what does not fit. */
function layoutProblems(result: LayoutResult, range: FitRange, tooLong: Engraving['tooLong']): Problem[] {
  const missing = new Map(
    result.missing.map(({ character, node, language }) => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      const place = node.origin;
      return [
        `${character} ${JSON.stringify(place)}`,
        problem(
          'GLYPH_MISSING',
          `No face for ${language} has "${character}" (U+${code}).`,
          place,
          'Take the character out, or add a face that has it to the language in src/locale/languages.ts.',
        ),
      ];
    }),
  );
  const stacked = result.stacked.map(({ character, node }) =>
    problem(
      'MARKS_STACKED',
      `"${[...character][0]}" has ${[...character].length - 1} marks on it, which reach into other lines.`,
      node.origin,
      'Take the marks away.',
    ),
  );
  const all =
    result.overflows.length === 0 ? undefined : tooLong?.(result.overflows, sectionsOn(result.pages));
  const alone =
    all === undefined ? result.overflows : result.overflows.filter(({ axis }) => axis === 'inline');
  const overflows = alone.map((overflow) => overflowProblem(overflow, range));
  return [...missing.values(), ...stacked, ...(all === undefined ? [] : [all]), ...overflows];
}

/** What does not fit, by itself. */
function overflowProblem({ page, element, by, axis, lines }: Overflow, { min }: FitRange): Problem {
  const place = { ...element.origin, page };
  const smallest = `at ${min} pt, the smallest size allowed`;
  if (axis === 'block') {
    const classes = element.classes.length > 0 ? ` class="${element.classes.join(' ')}"` : '';
    return problem(
      'TEXT_OVERFLOW',
      `The content of <${element.name}${classes}> is ${by.toFixed(1)} pt (about ${lines} ${lines === 1 ? 'line' : 'lines'}) longer than its room, ${smallest}.`,
      place,
      'Shorten the text, move a block to another section, or choose a larger paper.',
    );
  }
  const texts = [...walk(element)].flatMap((node) => (node.kind === 'text' ? [node] : []));
  const wider = `is ${by.toFixed(1)} pt wider than its room, ${smallest}`;
  if (texts.some(({ number }) => number !== undefined))
    return problem(
      'TEXT_OVERFLOW',
      `A line in <${element.name}> ${wider}.`,
      place,
      'A number stands on one line: write it in a shorter form, without its words or its country, or choose a larger paper.',
    );
  const words = texts.flatMap(({ text }) => text.split(/[\s\u00ad\u200b-]+/u));
  const word = words.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  return problem(
    'TEXT_OVERFLOW',
    `A line in <${element.name}> ${wider}: perhaps the word "${word}" does not fit on it.`,
    place,
    'Say it in a shorter word, put a soft hyphen where the word may be divided ("\\u00AD" within double quotes), or choose a larger paper.',
  );
}
