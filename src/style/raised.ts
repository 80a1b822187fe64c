import { type Problem, problem } from '../diagnostics/index.ts';
import { type DocumentElement, elements } from '../document/index.ts';
import type { Cascaded } from './cascade.ts';
import type { StyleDeclaration } from './rules.ts';
import type { ComputedStyle } from './types.ts';

const inCells: readonly string[] = ['top', 'middle', 'bottom'];

/**
 * Tells of a `vertical-align` that browsers would follow and we do not: the content of a cell has a place in it, text in a
 * line a baseline.
 */
export function checkVerticalAlign(
  element: DocumentElement,
  { declarations }: Cascaded,
  { verticalAlign }: ComputedStyle,
  problems: Map<StyleDeclaration, Problem>,
): void {
  const { declaration } = declarations.findLast((d) => d.declaration.property === 'vertical-align') ?? {};
  if (declaration === undefined || problems.has(declaration)) return;
  const isCell = element.name === 'td' || element.name === 'th';
  const isInLine = elements[element.name].category === 'inline' || element.name === 'img';
  const isFor = inCells.includes(verticalAlign);
  const isLifted = verticalAlign !== 'baseline' && !isFor;
  if (isCell ? isFor : isInLine ? !isFor && !(isLifted && element.name === 'img') : true) return;
  problems.set(
    declaration,
    problem(
      'CSS_VALUE_INVALID',
      `vertical-align on <${element.name}> does not take ${verticalAlign}.`,
      declaration.place,
      isCell
        ? 'A cell takes top, middle or bottom.'
        : element.name === 'img'
          ? 'A picture in a line stands on the baseline.'
          : 'Text in a line takes baseline, super or sub.',
    ),
  );
}
