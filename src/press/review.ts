import { addressOf, type Guide, parseInline, plainText } from '../content/index.ts';
import { PressError, type Problem, warning } from '../diagnostics/index.ts';
import { areas } from '../imposition/index.ts';
import { englishName, type Locale, languageOf, loadLocale, translationFiles } from '../locale/index.ts';
import { writePdf } from '../pdf/index.ts';
import { type Expectation, type Proof, proofProblems, proveNew, verdictOf } from '../proof/index.ts';
import { imprintOf, textView, type View } from '../template/index.ts';
import type { Equipment } from './equipment.ts';
import { defaultJob } from './job.ts';
import { metadataOf, producer } from './metadata.ts';
import { type NamePart, nameParts, softBreak } from './name-parts.ts';
import { paperFloor, setPaper } from './set-paper.ts';
import { disclosureHash, everydayOf } from './told.ts';
import { linksIn } from './told-links.ts';
import { numbersOf } from './told-numbers.ts';

/** One text of a proof sheet: the source and what it was translated into. */
export interface ReviewPair {
  readonly key: string;
  /** What the text is, and what must stay in it. */
  readonly note: string;
  readonly source: string;
  readonly target: string;
}

/** Pairs under one heading. */
export interface ReviewGroup {
  readonly heading: string;
  readonly pairs: readonly ReviewPair[];
}

/** A finished proof sheet: not yet written anywhere. */
export interface PrintedReview {
  /** `heroin-detox.review.es.letter.pdf` */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly proof: Proof;
  readonly warnings: readonly Problem[];
}

/** The state of a translation in a sentence, in which stands the name of who reviewed it. */
interface Notice {
  readonly before: string;
  readonly name: readonly NamePart[];
  readonly after: string;
}

/** Papers that the sheet is designed for. */
export const reviewPapers = ['letter', 'a4'] as const;
export type ReviewPaper = (typeof reviewPapers)[number];

/** A template without a `product.yaml`: it is no product, and `print` does not know it. */
const folder = 'translation-review';
const exactly = 'must be printed exactly so';
/** More than any guide fills. */
const mostPages = 120;
/** A sheet mixes the disclosure with its translation, points nowhere, and says how to review: these are promises of products. */
const promisesOfProducts: ReadonlySet<string> = new Set([
  'DISCLOSURE_MISSING',
  'DISCLOSURE_TOO_SMALL',
  'DISCLOSURE_SCATTERED',
  'TEXT_FOREIGN',
  'GLYPH_OTHER',
]);

/**
 * A proof sheet of a translation: source and translation side by side, with room to sign. It goes the way of every
 * file, from template to tagged PDF, and is proved to hold every pair whole and in order.
 * @throws PressError LOCALE_UNKNOWN, TRANSLATION_* when the translation is not whole, and all that printing throws
 */
export function printReview(
  guide: Guide,
  tag: string,
  groups: readonly ReviewGroup[],
  paper: ReviewPaper,
  equipment: Equipment,
  date: string | undefined,
): PrintedReview {
  const { folders } = equipment;
  const source = loadLocale(guide.data.locale, guide, folders.locales);
  const target = loadLocale(tag, guide, folders.locales);
  const notice = noticeOf(target, source.tag, equipment);
  const view = viewOfReview(guide, source, target, groups, notice);
  const { document, imposed } = setPaper(
    { guide, locale: source, template: folder, paper, mostPages, view },
    equipment,
  );
  const expectation = expectReview(guide, source, target, groups, notice, paper, areas(imposed));
  const metadata = metadataOf(expectation, date);
  const numbers = expectation.numbers.map(({ display }) => display);
  const bytes = writePdf({ document, imposed, metadata, numbers });
  return {
    name: `${guide.data.id}.review.${tag}.${paper}.pdf`,
    bytes,
    proof: proveReview(bytes, expectation),
    warnings: unnamed(target, notice, translationFiles(tag, guide, folders.locales).state),
  };
}

/** The sheet is made for the next reviewer: that it cannot show the last one's name does not stop it. */
function unnamed({ tag, translation }: Locale, { name }: Notice, file: string): Problem[] {
  if (translation.reviewedBy === undefined || name.length > 0) return [];
  return [
    warning(
      'GLYPH_MISSING',
      `The sheet does not name who reviewed the translation: no face has every character of "${translation.reviewedBy}".`,
      { file, locale: tag },
      'Sign anew with --by in other letters; faces for Chinese, Japanese and Korean are in helpline-press-cjk.',
    ),
  ];
}

function proveReview(bytes: Uint8Array, expectation: Expectation): Proof {
  const proof = proveNew(bytes, expectation, producer());
  const checks = proof.checks.filter(({ code }) => !promisesOfProducts.has(code));
  const verdict = verdictOf(checks);
  const held: Proof = { ...proof, checks, verdict, passed: verdict === 'proved' };
  if (!held.passed) throw new PressError(proofProblems(held));
  return held;
}

function titleOf(guide: Guide, source: Locale, tag: string): string {
  return `Review of the translation into ${englishName(tag)}: ${plainText(parseInline(source.text('title')), guide)}`;
}

/** The language of a part of a notice: of what is all of a name, that of the name. */
const languageIn = (name: Notice['name'], text: string) =>
  name.find((part) => part.text.split(softBreak).includes(text))?.language ?? 'en';

function noticeOf({ tag, translation }: Locale, sourceTag: string, equipment: Equipment): Notice {
  const { status, reviewedBy, reviewedOn, unsure } = translation;
  if (status === 'reviewed') {
    const name = nameParts(reviewedBy ?? '', [sourceTag, tag], equipment.languages, equipment.typesetter);
    return name === undefined
      ? { before: `Reviewed on ${reviewedOn}.`, name: [], after: '' }
      : { before: 'Reviewed by', name, after: ` on ${reviewedOn}.` };
  }
  const reader = unsure === true ? 'two qualified translators' : 'a qualified translator';
  const doubt = unsure === true ? ': drafts into this language are less sure' : '';
  const state = status.replace('-', ' ');
  return {
    before: `This translation is a ${state}: it needs review by ${reader}${doubt}.`,
    name: [],
    after: '',
  };
}

function viewOfReview(
  guide: Guide,
  source: Locale,
  target: Locale,
  groups: readonly ReviewGroup[],
  notice: Notice,
): View {
  const row = languageOf(target.tag);
  let number = 0;
  return {
    title: titleOf(guide, source, target.tag),
    exactly,
    braces: '{{braces}}',
    imprint: imprintOf(guide, target),
    language: target.tag,
    direction: row.direction,
    languageName: row.name,
    englishName: englishName(target.tag),
    guideTitle: textView(guide, source, 'title', source.text('title')),
    notice,
    count: groups.reduce((sum, { pairs }) => sum + pairs.length, 0),
    groups: groups.map(({ heading, pairs }) => ({
      heading,
      language: target.tag,
      direction: row.direction,
      languageName: row.name,
      rows: pairs.map((pair) => ({
        number: ++number,
        note: pair.note,
        sourceLanguage: source.tag,
        sourceDirection: languageOf(source.tag).direction,
        source: textView(guide, source, pair.key, withIsolates(pair.source)),
        language: target.tag,
        direction: row.direction,
        target: textView(guide, target, pair.key, withIsolates(pair.target)),
      })),
    })),
  };
}

/** Placeholders are Latin: in text from right to left they would be turned about. */
function withIsolates(text: string): string {
  return text.replace(/\{\{\s*[\w.]+\s*\}\}/g, '[$&](lang:en)');
}

function expectReview(
  guide: Guide,
  source: Locale,
  target: Locale,
  groups: readonly ReviewGroup[],
  { before, name, after }: Notice,
  paper: ReviewPaper,
  sheets: Expectation['sheets'],
): Expectation {
  const { data } = guide;
  const plain = (text: string) => plainText(parseInline(text), guide);
  const { main } = data.helplines;
  return {
    format: 2,
    guide: { id: data.id, version: data.version, date: data.date },
    // The sheet itself is in English; its cells are in their own languages.
    locale: 'en',
    direction: 'ltr',
    product: folder,
    paper,
    edition: defaultJob.edition,
    purpose: 'office',
    title: titleOf(guide, source, target.tag),
    helpline: { display: main.display, uri: addressOf({ dial: main.dial }), minSize: 12 },
    ...numbersOf(guide),
    loud: [],
    pointer: exactly,
    sheets,
    texts: [
      // Where a line ends at a soft break that is not in the file.
      ...`${[before, ...name.map(({ text }) => text)].join(' ')}${after}`
        .split(softBreak)
        .map((text) => ({ key: 'state', text, language: languageIn(name, text) })),
      ...groups.flatMap(({ pairs }) =>
        pairs.flatMap((pair) => [
          { key: `${pair.key} (source)`, text: plain(pair.source), language: source.tag },
          { key: `${pair.key} (translation)`, text: plain(pair.target), language: target.tag },
        ]),
      ),
    ],
    // What a working paper says beside the pairs is its template's.
    words: [],
    ...everydayOf(
      groups.flatMap(({ pairs }) =>
        pairs.flatMap((pair) => {
          const text = plain(pair.source);
          return [{ text }, { text: plain(pair.target), source: text }];
        }),
      ),
    ),
    links: groups.flatMap(({ pairs }) =>
      pairs.flatMap((pair) => [...linksIn(guide, pair.source), ...linksIn(guide, pair.target)]),
    ),
    qr: { content: addressOf({ dial: main.dial }), pages: [] },
    disclosure: {
      version: data.disclosure.version,
      hash: disclosureHash(guide, target),
      keys: [],
      minSize: paperFloor,
    },
    phrases: [],
    imprint: imprintOf(guide, target),
    translation: target.translation,
    minSize: paperFloor,
  };
}
