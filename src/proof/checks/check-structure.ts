import { isSame } from '../file/found.ts';
import type { Document } from '../page/read.ts';
import { type Element, languageOf } from '../page/structure.ts';
import { isWhole } from '../reading/table-cells.ts';
import { normalize, normalizedTexts, textOfElement } from '../reading/text.ts';
import type { Check, Expectation } from '../types.ts';
import { count, verdict } from './verdict.ts';

/**
 * Promise 6: every painted thing is content of one element, or an artifact; both ways. `type` is that of the root: a Part
 * for a piece of a bundle.
 */
export function checkStructure(document: Document, type: 'Document' | 'Part' = 'Document'): Check[] {
  const { elements, foundOfTree } = document;
  const wrong = [...document.faults];
  if (document.root.type !== type) wrong.push(`the root is ${document.root.type}, not ${type}`);
  foundOfTree.made ??= lookAt(elements, document);
  const { owners, faults, headings, alternatives } = foundOfTree.made;
  wrong.push(...faults);
  let painted = 0;
  document.pages.forEach((page, i) => {
    if (page.content.unowned > 0)
      wrong.push(`page ${i + 1}: ${count(page.content.unowned, 'painting')} outside of marked content`);
    const parents = page.structParents === undefined ? undefined : document.parents.get(page.structParents);
    const own = owners[i]!;
    let found = 0;
    for (const [mcid, times] of page.content.mcids) {
      painted++;
      const owner = own.get(mcid);
      if (times > 1) wrong.push(`page ${i + 1}: content ${mcid} is marked twice`);
      if (owner !== undefined) found++;
      if (owner === undefined) wrong.push(`page ${i + 1}: content ${mcid} is not in the structure`);
      else if (!Array.isArray(parents) || parents[mcid] !== owner)
        wrong.push(`page ${i + 1}: the parent tree has another owner of content ${mcid}`);
    }
    if (found === own.size) return;
    for (const mcid of own.keys())
      if (!page.content.mcids.has(mcid)) wrong.push(`the structure has content ${mcid} that no page paints`);
  });
  return [
    verdict(
      'PDF_STRUCTURE',
      wrong,
      painted,
      `${count(painted, 'marked content')} and ${count(elements.length, 'element')} agree both ways.`,
    ),
    { ...headings },
    { ...alternatives },
    checkLinks(document, foundOfTree.made),
  ];
}

/** What the elements of a tree tell by themselves: the same of every file that has this tree. */
export interface FoundInElements {
  /** Numbers of elements by the marked content that is theirs, page by page. */
  readonly owners: readonly ReadonlyMap<number, number>[];
  readonly faults: readonly string[];
  readonly headings: Check;
  readonly alternatives: Check;
  readonly links: readonly LinkElement[];
  /** Of each annotation that a Link leads from, by number: that Link. */
  readonly tagged: ReadonlyMap<number, number>;
}

interface LinkElement {
  readonly element: Element;
  readonly leads: boolean;
  /** Something in it has a text that stands for it. */
  readonly hasAlternative: boolean;
}

function lookAt(elements: readonly Element[], { file, pages }: Document): FoundInElements {
  const faults: string[] = [];
  const owners = Array.from({ length: pages.length }, () => new Map<number, number>());
  for (const element of elements) {
    for (const kid of element.kids)
      if (kid.kind === 'content') {
        const own = owners[kid.page]!;
        if (own.has(kid.mcid))
          faults.push(`page ${kid.page + 1}: content ${kid.mcid} belongs to two elements`);
        own.set(kid.mcid, element.number);
      }
    // A cell may say nothing: it keeps its place.
    if (element.kids.length === 0 && element.type !== 'TD') faults.push(`a ${element.type} is empty`);
    if (element.type === 'Table' && !isWhole(file, element))
      faults.push('the rows of a table have not as many cells as each other');
    if (
      element.type === 'LI' &&
      !element.kids.some((kid) => kid.kind === 'element' && kid.element.type === 'LBody')
    )
      faults.push('a list item has no body');
    if (element.type !== 'Link' && element.kids.some(({ kind }) => kind === 'object'))
      faults.push(`a ${element.type} has a link, and is no Link`);
    if (element.type === 'LI' && element.parent?.type !== 'L')
      faults.push('a list item stands outside of a list');
  }
  const tagged = new Map<number, number>();
  const links = elements
    .filter(({ type }) => type === 'Link')
    .map((element): LinkElement => {
      const objects = element.kids.filter((kid) => kid.kind === 'object');
      for (const { number } of objects) {
        if (tagged.has(number)) faults.push('a link belongs to two elements');
        tagged.set(number, element.number);
      }
      const hasAlternative = element.kids.some(
        (kid) => kid.kind === 'element' && kid.element.alt !== undefined,
      );
      return { element, leads: objects.length > 0, hasAlternative };
    });
  const [headings, alternatives] = [checkHeadings(elements), checkAlternatives(elements)];
  return { owners, faults, headings, alternatives, links, tagged };
}

function checkHeadings(elements: readonly Element[]): Check {
  const levels = elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
  const wrong = levels.flatMap((level, i) =>
    level > (levels[i - 1] ?? 0) + 1
      ? [i === 0 ? `the first heading is level ${level}` : `level ${level} follows level ${levels[i - 1]}`]
      : [],
  );
  return verdict(
    'HEADING_SKIPPED',
    wrong,
    levels.length,
    `${count(levels.length, 'heading')}, no level skipped.`,
  );
}

function checkAlternatives(elements: readonly Element[]): Check {
  const figures = elements.filter(({ type }) => type === 'Figure' || type === 'Formula');
  const wrong = figures.flatMap(({ alt, actualText }) =>
    (alt ?? actualText ?? '').trim() === '' ? ['a figure has no alternative text'] : [],
  );
  return verdict(
    'ALT_MISSING',
    wrong,
    Math.max(1, figures.length),
    `${count(figures.length, 'figure')} have alternative texts.`,
  );
}

/** What says that a text is no blank, whatever else is in it. */
const letter = /[\p{L}\p{Nd}]/u;

function checkLinks(document: Document, { links, tagged }: FoundInElements): Check {
  const wrong: string[] = [];
  for (const { element, leads, hasAlternative } of links) {
    if (!leads) wrong.push('a Link leads nowhere');
    const text = textOfElement(document, element);
    if (!letter.test(text) && normalize(text) === '' && !hasAlternative) wrong.push('a Link has no text');
  }
  for (const { annotations } of document.pages)
    for (const annotation of annotations) {
      if (annotation.subtype !== 'Link') continue;
      const owner = tagged.get(annotation.number);
      if (owner === undefined)
        wrong.push(`the link to ${annotation.uri ?? 'a place'} is not in the structure`);
      if ((annotation.contents ?? '') === '')
        wrong.push(`the link to ${annotation.uri ?? 'a place'} has no description`);
      const parent =
        annotation.structParent === undefined ? undefined : document.parents.get(annotation.structParent);
      // Of both ways, screen readers go the one or the other: what they say and what is dialled is one.
      if (typeof parent !== 'number' || (owner !== undefined && parent !== owner))
        wrong.push('the parent tree does not lead from a link to its element');
    }
  return verdict(
    'LINK_UNNAMED',
    wrong,
    Math.max(1, links.length),
    `${count(links.length, 'link')} are named and tagged.`,
  );
}

/** Promise 5: the language of the document and of its phrases. */
export function checkLanguages(document: Document, expectation: Expectation | undefined): Check {
  const wrong: string[] = [];
  if ((document.language ?? '') === '') wrong.push('the file names no language');
  if (expectation !== undefined && document.language !== expectation.locale)
    wrong.push(`the file says ${document.language}, not ${expectation.locale}`);
  const { elements } = document;
  const phrases = expectation?.phrases ?? [];
  const said = new Map(
    [...new Set(phrases.map(({ language }) => language))].map((language): [string, string[]] => [
      language,
      elements.filter(({ lang }) => lang === language).map((each) => normalize(allText(document, each))),
    ]),
  );
  for (const { text, language } of phrases) {
    const wanted = normalize(text);
    if (!said.get(language)!.some((each) => each.includes(wanted)))
      wrong.push(`"${text}" is not marked as ${language}`);
  }
  if (expectation !== undefined) wrong.push(...mismarked(document, expectation));
  return verdict(
    'LANGUAGE_UNMARKED',
    wrong,
    1,
    `The file is ${document.language}; ${count(phrases.length, 'phrase')} in other languages are marked.`,
  );
}

/**
 * Texts within what is marked as another language than theirs: a screen reader would say them with its sounds. A phrase or
 * a word may be the same in both; a text of several words that is no phrase is not.
 */
function mismarked(document: Document, { texts, phrases, imprint }: Expectation): readonly string[] {
  const { foundOfTree } = document;
  const elements = inOtherLanguages(document);
  const said = elements.map((element) => allText(document, element));
  // The same elements of files that say the same in them, whatever their numbers are.
  const of = [texts, phrases, imprint, ...said];
  const made = foundOfTree.mismarked;
  if (made !== undefined && isSame(made.of, of)) return made.value;
  const value = findMismarked(elements, said, normalizedTexts(document, texts), { texts, phrases, imprint });
  foundOfTree.mismarked = { of, value };
  return value;
}

function findMismarked(
  elements: readonly Element[],
  allSaid: readonly string[],
  all: readonly string[],
  { texts, phrases, imprint }: Pick<Expectation, 'texts' | 'phrases' | 'imprint'>,
): string[] {
  const wrong: string[] = [];
  for (const [at, { lang }] of elements.entries()) {
    const said = normalize(allSaid[at]!);
    if (said === normalize(imprint)) continue;
    texts.forEach(({ language }, i) => {
      const wanted = all[i]!;
      if (!said.includes(wanted) || !isSentence(wanted)) return;
      const isMarked =
        // A name may be the same in both, as in papers that set a text beside its translation.
        texts.some(
          (other, k) => languageOf(other.language) === languageOf(lang) && all[k]!.includes(wanted),
        ) || phrases.some((each) => each.language === lang && normalize(each.text).includes(wanted));
      if (!isMarked) wrong.push(`"${wanted.slice(0, 60)}" is marked as ${lang}, and is ${language}`);
    });
  }
  return [...new Set(wrong)];
}

/** Elements in another language than what they stand in. */
function inOtherLanguages({ elements, root, language = '', foundOfTree }: Document): readonly Element[] {
  foundOfTree.turns ??= elements.filter((element) => {
    const around = element === root ? language : element.parent!.lang;
    return element.lang !== around && languageOf(element.lang) !== languageOf(around);
  });
  return foundOfTree.turns;
}

/** More than a word, which other languages may have too; some write no spaces. */
const isSentence = (text: string) => /\p{L}/u.test(text) && (text.includes(' ') || text.length > 20);

function allText(document: Document, element: Element): string {
  return element.kids
    .map((kid) =>
      kid.kind === 'content'
        ? (document.pages[kid.page]?.texts.get(kid.mcid) ?? '')
        : kid.kind === 'element'
          ? allText(document, kid.element)
          : '',
    )
    .join('');
}
