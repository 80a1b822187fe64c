import { type Problem, problem, suggest } from '../diagnostics/index.ts';
import type { DocumentElement } from '../document/index.ts';
import { backgroundFault } from './background.ts';
import type { Cascaded } from './cascade.ts';
import { inlineFault, type StylesOf } from './in-line.ts';
import { tableFault } from './in-table.ts';
import { radiusFault } from './radius.ts';
import type { StyleDeclaration } from './rules.ts';
import { spacingFault } from './spacing.ts';
import { transformFault } from './turned.ts';
import type { ComputedStyle } from './types.ts';
import { holdsPages, unboxedFault } from './unboxed.ts';

type Problems = Map<StyleDeclaration, Problem>;

/** Tells it of the last declaration that has to do with it, which is the one that decides. */
function tell(
  { declarations }: Cascaded,
  of: RegExp,
  problems: Problems,
  message: (property: string) => string,
  hint?: string,
): void {
  const { declaration } = declarations.findLast(({ declaration: d }) => of.test(d.property))!;
  const { property, place } = declaration;
  problems.set(declaration, problem('CSS_VALUE_INVALID', message(property), place, hint));
}

/** Tells of a style that a box in a line does not take. */
export function checkInLine(
  element: DocumentElement,
  cascaded: Cascaded,
  styles: StylesOf,
  problems: Problems,
): void {
  const fault = inlineFault(element, styles);
  if (fault === undefined) return;
  const message = (property: string) => `${property} on <${element.name}> in a line: ${fault.message}.`;
  tell(cascaded, fault.of, problems, message, fault.hint);
}

/** Tells of text that is turned, and of a transform that does nothing. */
export function checkTransform(
  element: DocumentElement,
  cascaded: Cascaded,
  style: ComputedStyle,
  problems: Problems,
): void {
  const fault = transformFault(element, style);
  if (fault === undefined) return;
  const hint = 'Take the transform away, or give it to the picture alone.';
  tell(cascaded, /^transform$/, problems, (property) => `${property} on <${element.name}>: ${fault}.`, hint);
}

/** Tells of a place in an area that the grid does not have. */
export function checkArea(
  element: DocumentElement,
  cascaded: Cascaded,
  { gridArea }: ComputedStyle,
  styles: StylesOf,
  problems: Problems,
): void {
  const grid = element.parent === undefined ? undefined : styles.get(element.parent)!;
  if (gridArea === undefined || grid?.display !== 'grid' || grid.gridTemplateAreas.has(gridArea)) return;
  const message = () => `The grid that <${element.name}> stands in has no area "${gridArea}".`;
  tell(cascaded, /^grid-area$/, problems, message, suggest(gridArea, [...grid.gridTemplateAreas.keys()]));
}

/** Tells of letters that stand too far apart, where that was said: of the element, or of one around it. */
export function checkSpacing(
  element: DocumentElement,
  byElement: ReadonlyMap<DocumentElement, Cascaded>,
  styles: StylesOf,
  problems: Problems,
): void {
  const fault = spacingFault(styles.get(element)!);
  if (fault === undefined) return;
  for (let e: DocumentElement | undefined = element; e !== undefined; e = e.parent) {
    const said = byElement.get(e)!.declarations.findLast((d) => d.declaration.property === 'letter-spacing');
    if (said === undefined) continue;
    const { declaration } = said;
    if (!problems.has(declaration))
      problems.set(
        declaration,
        problem(
          'CSS_VALUE_INVALID',
          `letter-spacing on <${e.name}>, at <${element.name}>: ${fault}.`,
          declaration.place,
          'Say it in em, on the elements whose letters it is for.',
        ),
      );
    return;
  }
}

/** Tells of round corners that would not be round. */
export function checkRadius(
  element: DocumentElement,
  cascaded: Cascaded,
  style: ComputedStyle,
  problems: Problems,
): void {
  const fault = radiusFault(element.name, style);
  if (fault === undefined) return;
  tell(cascaded, /radius$/, problems, (property) => `${property} on <${element.name}>: ${fault}.`);
}

/** Tells of a ground that would not be what was said. */
export function checkBackground(
  element: DocumentElement,
  cascaded: Cascaded,
  style: ComputedStyle,
  problems: Problems,
): void {
  const fault = backgroundFault(style);
  if (fault === undefined) return;
  tell(cascaded, fault.of, problems, (property) => `${property} on <${element.name}>: ${fault.message}.`);
}

/** Tells of what would do nothing in a table. */
export function checkTable(
  element: DocumentElement,
  cascaded: Cascaded,
  style: ComputedStyle,
  problems: Problems,
): void {
  const of = tableFault(element, style);
  if (of === undefined) return;
  const message = (property: string) => `${property} on <${element.name}>: it has no box of its own.`;
  tell(cascaded, of, problems, message, 'Give it to the cells: tr > td, tr > th.');
}

/** Tells of what would do nothing on the body, and on what only holds pages together. */
export function checkUnboxed(
  element: DocumentElement,
  cascaded: Cascaded,
  styles: StylesOf,
  problems: Problems,
): void {
  const style = styles.get(element)!;
  const fault = unboxedFault(style);
  if (fault === undefined) return;
  const isTop = element.name === 'html' || element.name === 'body';
  if (!isTop && !holdsPages(element, (of) => styles.get(of)!)) return;
  const message = (property: string) => `${property} on <${element.name}> would do nothing.`;
  tell(cascaded, fault.of, problems, message, fault.hint);
}
