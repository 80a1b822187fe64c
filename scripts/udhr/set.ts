import type { Guide } from '../../src/content/index.ts';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { parseDocument } from '../../src/document/index.ts';
import { layoutDocument } from '../../src/layout/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { defaultJob, type Job, type Printed, prepare, printJob } from '../../src/press/index.ts';
import { layoutInput } from '../../src/press/prepare.ts';
import { typesetter } from '../../src/press/standing.ts';
import { loadProduct, pagesOf } from '../../src/product/index.ts';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { compileTemplate } from '../../src/template/index.ts';
import { type Declaration, mapTexts, textsOf } from './declaration.ts';
import { guideYaml } from './guide.ts';
import { badBreaks } from './page-breaks.ts';
import { differences } from './read-back.ts';
import type { Writing } from './script-of.ts';
import type { Workshop } from './workshop.ts';

/** What became of one declaration. */
export interface Outcome {
  readonly code: string;
  readonly name: string;
  readonly script: string;
  readonly tag: string;
  readonly locale: string;
  readonly pages: number;
  /** Of the job that is kept: from guide to proved bytes, with no paragraph known. */
  readonly milliseconds: number;
  /** Why it is not set; undefined: it is. */
  readonly refused: string | undefined;
  /** Characters that the guide refused or no face has, as announced; the text is set without them. */
  readonly without: readonly string[];
  /** What should not be: problems of the job, and differences between the source and the file's text. */
  readonly faults: readonly string[];
}

const size = 12;
/** A text of which no face has more than this share of its characters would not be that text without them. */
const mostLacking = 0.02;
const mostPages = 80;

/** Characters that a guide refuses: those that embed or override the direction of text, and control characters. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export const jobOf = (guide: Guide): Job => ({
  ...defaultJob,
  product: 'declaration',
  locale: guide.data.locale,
});

const named = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Lays a guide out on more pages than it fills: how many it takes, and which characters no face has. */
function tryOut(guide: Guide, { folders, setPages }: Workshop): { pages: number; missing: string[] } {
  setPages(mostPages);
  const product = loadProduct('declaration', folders.templates);
  const plan = pagesOf(product, 'letter', undefined);
  const { file, origins, css, render } = compileTemplate(product.folder, folders.templates, defaultJob.theme);
  const html = render(guide, loadLocale(guide.data.locale, guide, folders.locales), {
    product: product.id,
    edition: defaultJob.edition,
    paper: { name: 'letter', ...plan.sheet, orientation: plan.orientation },
    qr: undefined,
  });
  const sheets = css.map((sheet) => parseStyleSheet(sheet.text, sheet.file));
  const styled = styleDocument(parseDocument(html, { file, origins }), sheets, size);
  const result = layoutDocument(styled, layoutInput(guide, plan, folders));
  const used = result.pages.findLastIndex(({ children }) =>
    children.some((fragment) => fragment.role === 'content'),
  );
  return { pages: used + 1, missing: [...new Set(result.missing.map(({ character }) => character))] };
}

/** Says that a declaration cannot be set as what it is. */
class Refused extends Error {}

const told = ({ code, message }: Problem): string => `${code}: ${message}`;

/** A declaration as a guide, without what no face has, and on how many pages it goes. */
export function fitted(
  declaration: Declaration,
  writing: Writing,
  workshop: Workshop,
): { guide: Guide; set: Declaration; pages: number; without: string[] } {
  const without = new Set<string>();
  const drop = (pattern: RegExp) => (text: string) =>
    text.replace(pattern, (character) => {
      without.add(named(character));
      return '';
    });
  let set = mapTexts(declaration, drop(controls));
  for (;;) {
    const guide = workshop.guide(guideYaml(set, writing, workshop.shipped));
    workshop.giveWords(guide);
    const { pages, missing } = tryOut(guide, workshop);
    if (missing.length === 0) return { guide, set, pages, without: [...without].sort() };
    const all = textsOf(set).join('');
    const lacking = [...all].filter((character) => missing.includes(character)).length;
    if (lacking > all.length * mostLacking) throw new Refused(`no face has ${lacking} of its characters`);
    const characters = missing.map((character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
    set = mapTexts(set, drop(new RegExp(`[${characters.join('')}]`, 'gu')));
  }
}

/** Sets one declaration as a guide, proves it and reads it back; `keep` gets the finished file. */
export function setDeclaration(
  declaration: Declaration,
  writing: Writing,
  workshop: Workshop,
  keep: (printed: Printed) => void = () => {},
): Outcome {
  const { code, name } = declaration;
  const facts = { code, name, script: writing.script, tag: writing.tag, locale: writing.locale! };
  let at = { refused: undefined, pages: 0, without: [] as readonly string[] };
  try {
    const { guide, set, pages, without } = fitted(declaration, writing, workshop);
    at = { ...at, pages, without };
    workshop.setPages(pages);
    typesetter.clear(); // forgets what the trial shaped
    const start = performance.now();
    const prepared = prepare(guide, jobOf(guide), workshop.folders);
    const printed: Printed = printJob(guide, jobOf(guide), workshop.folders, prepared);
    const milliseconds = performance.now() - start;
    keep(printed);
    const faults = [...differences(set, guide, printed), ...badBreaks(prepared.pages)];
    return { ...facts, ...at, milliseconds, faults };
  } catch (error) {
    if (error instanceof Refused)
      return { ...facts, ...at, refused: error.message, milliseconds: 0, faults: [] };
    const faults =
      error instanceof PressError ? error.problems.map(told) : [`crash: ${(error as Error).stack}`];
    return { ...facts, ...at, milliseconds: 0, faults };
  }
}
