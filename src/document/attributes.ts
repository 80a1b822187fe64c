import { type Place, type Problem, problem, suggest } from '../diagnostics/index.ts';
import type { ElementRule } from './elements.ts';
import type { Direction, DocumentElement, HtmlDocument } from './tree.ts';
import { elementsOf, walk } from './walk.ts';

/** Attributes of every element, which have fields of their own in the tree. */
export const everywhere: readonly string[] = ['id', 'class', 'lang', 'dir'];
/** What says where in a template an element was written. */
export const originMark = 'data-o';
const addresses =
  /^(?:(?:tel|sms):(?:\+?[0-9]{2,15}|(?:\*|%23)[0-9]{2,6}|\+[0-9]{5,15};ext=[0-9]{1,7})|https:\/\/\S+|mailto:\S+|#\S+)$/;

/** Attributes that the element does not take, and values that they do not take. */
export function checkAttributes(
  name: string,
  rule: ElementRule,
  attributes: Readonly<Record<string, string>>,
  place: Place,
): Problem[] {
  const wrong = (why: string, hint: string) => problem('HTML_ATTRIBUTE_UNKNOWN', why, place, hint);
  const known = rule.attributes;
  const problems = Object.keys(attributes)
    .filter((name) => name !== originMark && !everywhere.includes(name) && !known.includes(name))
    .map((attribute) =>
      wrong(`<${name}> takes no attribute "${attribute}".`, suggest(attribute, [...everywhere, ...known])),
    );
  const { id, href = '', src = '' } = attributes;
  if (id !== undefined && !/^\S+$/.test(id))
    problems.push(wrong(`"${id}" is not an id.`, 'An id is a name without spaces.'));
  if (name === 'a' && !addresses.test(href))
    problems.push(wrong(`The link address "${href}" is not allowed.`, 'Use tel:, https:, mailto: or #id.'));
  for (const span of ['colspan', 'rowspan', 'span'])
    if (known.includes(span) && !/^[1-9]\d{0,2}$/.test(attributes[span] ?? '1'))
      problems.push(wrong(`"${attributes[span]}" is no ${span}.`, 'A span is a number from 1 to 999.'));
  if (known.includes('scope') && !['row', 'col'].includes(attributes.scope ?? 'row'))
    problems.push(wrong(`"${attributes.scope}" is no scope.`, 'A <th> heads its row or its col.'));
  if (known.includes('role')) problems.push(...checkRole(attributes, wrong));
  if (name === 'img' && src === '') problems.push(wrong('The picture has no src.', 'Name its file in src.'));
  return problems;
}

/** A heading by its role has a level; a group has none. */
function checkRole(
  { role, 'aria-level': level }: Readonly<Record<string, string>>,
  wrong: (why: string, hint: string) => Problem,
): Problem[] {
  if (role === undefined && level === undefined) return [];
  if (role === 'group' && level === undefined) return [];
  if (role === 'heading' && /^[1-6]$/.test(level ?? '')) return [];
  return [
    wrong(
      `role="${role ?? ''}" aria-level="${level ?? ''}" is no heading.`,
      'A heading by its role has a level too: role="heading" aria-level="2". What belongs together is role="group".',
    ),
  ];
}

/** Links within the document that lead nowhere. */
export function checkTargets({ body, ids }: Pick<HtmlDocument, 'body' | 'ids'>): Problem[] {
  const problems: Problem[] = [];
  for (const { name, attributes, origin } of elementsOf(body)) {
    const href = name === 'a' ? (attributes.href ?? '') : '';
    if (href.startsWith('#') && href !== '#' && !ids.has(href.slice(1)))
      problems.push(
        problem(
          'HTML_ATTRIBUTE_UNKNOWN',
          `The link leads to ${href}, and no element has that id.`,
          origin,
          suggest(href.slice(1), [...ids.keys()]),
        ),
      );
  }
  for (const node of walk(body)) {
    const id = node.kind === 'text' && node.page?.startsWith('#') ? node.page.slice(1) : undefined;
    if (id !== undefined && !ids.has(id))
      problems.push(
        problem(
          'HTML_ATTRIBUTE_UNKNOWN',
          `The number of the page of #${id} is asked for, and no element has that id.`,
          node.origin,
          suggest(id, [...ids.keys()]),
        ),
      );
  }
  return problems;
}

/** The language in force, as a canonical BCP 47 tag; `und` where none is set. */
export function languageOf(
  lang: string | undefined,
  parent: DocumentElement | undefined,
  place: Place,
  problems: Problem[],
): string {
  if (lang === undefined) return parent?.lang ?? 'und';
  try {
    return canonical(lang);
  } catch {
    problems.push(
      problem(
        'HTML_ATTRIBUTE_UNKNOWN',
        `"${lang}" is not a language tag.`,
        place,
        'Use a BCP 47 tag such as en, pt-BR or zh-Hant.',
      ),
    );
    return parent?.lang ?? 'und';
  }
}

/** Tags that were asked for, and how many are remembered: to read one takes as long as a dozen elements. */
const canonicalTags = new Map<string, string>();
const mostTags = 200;

/** @throws RangeError */
function canonical(lang: string): string {
  let known = canonicalTags.get(lang);
  if (known === undefined) {
    known = new Intl.Locale(lang).toString();
    if (canonicalTags.size >= mostTags) canonicalTags.clear();
    canonicalTags.set(lang, known);
  }
  return known;
}

export function directionOf(
  dir: string | undefined,
  parent: DocumentElement | undefined,
  place: Place,
  problems: Problem[],
): Direction {
  if (dir === undefined) return parent?.dir ?? 'ltr';
  if (dir === 'ltr' || dir === 'rtl') return dir;
  problems.push(problem('HTML_ATTRIBUTE_UNKNOWN', `"${dir}" is not a direction.`, place, 'Use ltr or rtl.'));
  return parent?.dir ?? 'ltr';
}
