import { type Problem, problem } from '../diagnostics/index.ts';
import { elements } from './elements.ts';
import type { DocumentElement, DocumentNode } from './tree.ts';

/**
 * The level of a heading, 1 to 6; undefined: the element is none. What looks like a paragraph and opens a part is one by
 * its role (WAI-ARIA 1.2, `heading`): `<div role="heading" aria-level="2"><p>…</p></div>`.
 */
export function headingLevel({
  name,
  attributes,
}: Pick<DocumentElement, 'name' | 'attributes'>): number | undefined {
  const level = attributes.role === 'heading' ? attributes['aria-level'] : /^h(.)$/.exec(name)?.[1];
  return level !== undefined && /^[1-6]$/.test(level) ? Number(level) : undefined;
}

/** A paragraph whose words are those of the heading by role that it stands in. */
export function isOfHeading({ name, parent }: DocumentElement): boolean {
  return name === 'p' && parent !== undefined && isHeadingByRole(parent);
}

const isHeadingByRole = ({ attributes }: Pick<DocumentElement, 'attributes'>) =>
  attributes.role === 'heading';

/** What stands in a heading by role, without white space. */
const partsOf = (element: DocumentElement): readonly DocumentNode[] =>
  element.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');

/** True where another paragraph of the same heading follows: its words are not joined to those of the next. */
export function goesOnInHeading(element: DocumentElement): boolean {
  return isOfHeading(element) && partsOf(element.parent!).at(-1) !== element;
}

/** A heading by role is text, as an `<h2>` is, or paragraphs that are read as one. */
export function checkHeading(element: DocumentElement): Problem[] {
  if (!isHeadingByRole(element)) return [];
  const said = partsOf(element);
  const isText = (part: DocumentNode) =>
    part.kind === 'text' || ['inline', 'void'].includes(elements[part.name].category);
  const isParagraph = (part: DocumentNode) => part.kind === 'element' && part.name === 'p';
  if (said.length > 0 && (said.every(isText) || said.every(isParagraph))) return [];
  return [
    problem(
      'HTML_NESTING',
      'A <div role="heading"> holds something else than text, or than <p>.',
      element.origin,
      'A heading is a text or its paragraphs: put what else there is before or after it.',
    ),
  ];
}
