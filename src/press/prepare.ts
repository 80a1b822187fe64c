import type { Guide } from '../content/index.ts';
import { PressError, type Problem, problem, throwIfErrors, warning } from '../diagnostics/index.ts';
import { type DocumentElement, type HtmlDocument, parseDocument } from '../document/index.ts';
import type { Picture } from '../image/index.ts';
import type { ImpositionPlan } from '../imposition/index.ts';
import { fit, type LayoutInput, type LayoutResult } from '../layout/index.ts';
import { type Locale, loadLocale } from '../locale/index.ts';
import {
  checkContrast,
  checkPages,
  checkSizes,
  type DisplayList,
  paintPages,
  type TextItem,
} from '../paint/index.ts';
import { loadProduct, type PagePlan, type Product, pagesOf } from '../product/index.ts';
import { parseStyleSheet, styleDocument } from '../style/index.ts';
import { compileTemplate, imprintOf } from '../template/index.ts';
import type { Folders, Job } from './job.ts';
import { pictureOf } from './pictures.ts';
import { settingsFor, typesetter } from './standing.ts';

/** One layout, from which every purpose is made. */
export interface Prepared {
  readonly guide: Guide;
  readonly locale: Locale;
  readonly product: Product;
  readonly document: HtmlDocument;
  readonly pages: readonly DisplayList[];
  readonly plan: ImpositionPlan;
  readonly imprint: string;
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number;
  readonly warnings: readonly Problem[];
}

/** The first half of the list: what is said, arranged and set, up to painted pages. @throws PressError */
export function prepare(guide: Guide, job: Job, folders: Folders): Prepared {
  const product = loadProduct(job.product, folders.templates);
  const pagePlan = pagesOf(product, job.paper, job.orientation);
  const locale = loadLocale(job.locale, guide, folders.locales);
  const template = compileTemplate(product.folder, folders.templates, job.theme);
  const { sheet, orientation } = pagePlan;
  const html = template.render(guide, locale, {
    product: product.id,
    edition: job.edition,
    paper: { name: job.paper, ...sheet, orientation },
    qr: job.qr,
  });
  const document = parseDocument(html, { file: template.file, origins: template.origins });
  const sheets = template.css.map(({ file, text }) => parseStyleSheet(text, file));
  const input = layoutInput(guide, pagePlan, folders);
  const { rem, result } = fit((size, air) => styleDocument(document, sheets, size, air), input, product.fit);
  throwIfErrors(layoutProblems(result, product, job));
  const pages = paintPages(result);
  const problems = [
    ...checkContrast(pages),
    ...checkSizes(pages, (item) => floorOf(item, product)),
    ...checkPages(pages),
  ];
  throwIfErrors(problems);
  const plan: ImpositionPlan =
    pagePlan.sides === undefined ? { kind: 'single' } : { kind: 'fold', paper: sheet, sides: pagePlan.sides };
  return {
    guide,
    locale,
    product,
    document,
    pages,
    plan,
    imprint: imprintOf(guide, locale),
    rem,
    warnings: [...guide.warnings, ...problems],
  };
}

/** What layout asks of the press: languages and pictures. */
export function layoutInput(guide: Guide, { pages }: Pick<PagePlan, 'pages'>, folders: Folders): LayoutInput {
  const main = guide.data.helplines.main;
  const pictureFolders = { guide: guide.folder, template: folders.templates, dial: `tel:${main.dial}` };
  const settings = settingsFor(folders.fonts);
  // Copyfitting asks for the same pictures several times.
  const pictures = new Map<DocumentElement, Picture>();
  return {
    typesetter,
    language: (tag) => settings.of(tag),
    pages,
    picture: (element) => {
      let picture = pictures.get(element);
      if (picture === undefined) {
        picture = pictureOf(element, pictureFolders);
        pictures.set(element, picture);
      }
      return picture;
    },
  };
}

/** Characters without a glyph, and what does not fit. */
export function layoutProblems(
  result: LayoutResult,
  { fit: range }: Pick<Product, 'fit'>,
  job: Pick<Job, 'locale'>,
): Problem[] {
  const missing = new Map(
    result.missing.map(({ character, node, language }) => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      const place = { ...node.origin, locale: job.locale };
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
  const overflows = result.overflows.map(({ page, element, by, axis, lines }) =>
    problem(
      'TEXT_OVERFLOW',
      axis === 'block'
        ? `The content of <${element.name}${element.classes.length > 0 ? ` class="${element.classes.join(' ')}"` : ''}> is ${by.toFixed(1)} pt (about ${lines} ${lines === 1 ? 'line' : 'lines'}) longer than its room, at ${range.min} pt, the smallest size allowed.`
        : `A line in <${element.name}> is ${by.toFixed(1)} pt wider than its room, at ${range.min} pt, the smallest size allowed.`,
      { ...element.origin, page, locale: job.locale },
      'Shorten the text, move a block to another section, or choose a larger paper.',
    ),
  );
  return [...missing.values(), ...overflows];
}

/** Floors of DESIGN's promises: the disclosure, body text, anything else. */
function floorOf(item: TextItem, { floors }: Product): number {
  if (item.owner.kind === 'artifact') return floors.text;
  for (
    let element: DocumentElement | undefined = item.owner.element;
    element !== undefined;
    element = element.parent
  )
    if (element.classes.includes('disclosure')) return floors.disclosure;
  return floors.text;
}

/** Refuses drafts for purposes that get handed out. @throws PressError TRANSLATION_DRAFT */
export function checkDraft(locale: Locale, job: Job): Problem[] {
  const { status, unsure } = locale.translation;
  if (status === 'source' || status === 'reviewed') return [];
  const reader = unsure === true ? 'two qualified translators' : 'a qualified translator';
  const message = `The translation into ${job.locale} is a ${status.replace('-', ' ')}: no person reviewed it.`;
  const place = { locale: job.locale };
  if (job.purpose === 'screen' || job.allowDrafts)
    return [warning('TRANSLATION_DRAFT', message, place, `Have ${reader} review it.`)];
  throw new PressError([
    problem(
      'TRANSLATION_DRAFT',
      `${message} It is not printed for ${job.purpose}.`,
      place,
      `Have ${reader} review it, or print it with --allow-drafts.`,
    ),
  ]);
}
