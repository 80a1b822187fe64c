import { type Problem, problem } from '../diagnostics/index.ts';
import type { DocumentElement } from './tree.ts';

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

/** A heading by role is one paragraph and nothing else, as an `<h2>` is one text. */
export function checkHeading(element: DocumentElement): Problem[] {
  if (!isHeadingByRole(element)) return [];
  const said = element.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
  if (said.length === 1 && said[0]!.kind === 'element' && said[0]!.name === 'p') return [];
  return [
    problem(
      'HTML_NESTING',
      'A <div role="heading"> holds something else than one <p>.',
      element.origin,
      'A heading is one paragraph: put what else there is before or after it.',
    ),
  ];
}
