import type { CssNode } from 'css-tree';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { type DocumentElement, elements, elementsOf, type HtmlDocument } from '../document/index.ts';
import { draftFrom } from './draft.ts';
import { ValueFault } from './nodes.ts';
import { computePage } from './page-style.ts';
import { properties } from './properties.ts';
import type { StyleDeclaration, StyleRule, StyleSheet } from './sheet.ts';
import type { ComputedStyle, PageStyle, StyledDocument } from './types.ts';
import { declareVariables, substitute, VariableFault, type Variables } from './variables.ts';

/** Declarations of an element in cascade order, the custom properties apart. */
interface Cascaded {
  readonly element: DocumentElement;
  /** `font-size` and `color` first: others are computed against them. */
  readonly declarations: readonly {
    readonly declaration: StyleDeclaration;
    readonly nodes: readonly CssNode[];
  }[];
  readonly variables: Variables;
}

interface Cascade {
  readonly byElement: ReadonlyMap<DocumentElement, Cascaded>;
  readonly root: Variables;
}

const cascades = new WeakMap<HtmlDocument, { sheets: readonly StyleSheet[]; cascade: Cascade }>();
const bold = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b', 'em']);
const first = new Set(['font-size', 'color']);

/**
 * Computes the style of every element at one root font size and one `env(air)`. Selectors are matched once for a document and its sheets.
 * @throws PressError CSS_VARIABLE_UNKNOWN, CSS_VALUE_INVALID: all that are found.
 */
export function styleDocument(
  document: HtmlDocument,
  sheets: readonly StyleSheet[],
  rem: number,
  air = 1,
): StyledDocument {
  const { byElement, root } = cascadeOf(document, sheets);
  const styles = new Map<DocumentElement, ComputedStyle>();
  const problems = new Map<StyleDeclaration, Problem>();
  for (const [element, cascaded] of byElement)
    styles.set(
      element,
      compute(
        cascaded,
        element.parent === undefined ? undefined : styles.get(element.parent),
        { rem, air },
        problems,
      ),
    );
  if (problems.size > 0) throw new PressError([...problems.values()]);
  const pages = new Map<string, PageStyle>();
  const anonymous = new Map<DocumentElement, ComputedStyle>();
  return {
    document,
    rem,
    style: (element) => styles.get(element)!,
    anonymous(parent) {
      let style = anonymous.get(parent);
      if (style === undefined) {
        style = { ...draftFrom(styles.get(parent), rem), display: 'block' };
        anonymous.set(parent, style);
      }
      return style;
    },
    page(name) {
      let style = pages.get(name);
      if (style === undefined) {
        style = computePage(name, sheets, root, rem, air);
        pages.set(name, style);
      }
      return style;
    },
  };
}

function cascadeOf(document: HtmlDocument, sheets: readonly StyleSheet[]): Cascade {
  const known = cascades.get(document);
  if (
    known !== undefined &&
    known.sheets.length === sheets.length &&
    sheets.every((s, i) => s === known.sheets[i])
  )
    return known.cascade;
  const cascade = matchAll(document, sheets);
  cascades.set(document, { sheets, cascade });
  return cascade;
}

function matchAll(document: HtmlDocument, sheets: readonly StyleSheet[]): Cascade {
  const rules = sheets.flatMap((sheet) => sheet.rules);
  const byType = new Map<string, StyleRule[]>();
  const anyType: StyleRule[] = [];
  const rank = new Map<StyleRule, number>();
  rules.forEach((rule, i) => {
    rank.set(rule, i);
    const { type } = rule.selector;
    if (type === undefined) anyType.push(rule);
    else byType.set(type, [...(byType.get(type) ?? []), rule]);
  });
  const byElement = new Map<DocumentElement, Cascaded>();
  const problems = new Map<StyleDeclaration, Problem>();
  for (const element of elementsOf(document.root)) {
    const matched = [...anyType, ...(byType.get(element.name) ?? [])]
      .filter((rule) => rule.selector.matches(element))
      .sort((a, b) => a.selector.specificity - b.selector.specificity || rank.get(a)! - rank.get(b)!);
    const declarations = matched.flatMap((rule) => rule.declarations);
    const inherited =
      element.parent === undefined ? new Map<string, string>() : byElement.get(element.parent)!.variables;
    const custom = declarations.filter(({ property }) => property.startsWith('--'));
    const own = new Map(custom.map(({ property, text }) => [property, text]));
    const unknown = (declaration: StyleDeclaration, error: VariableFault, known: Variables) => {
      const hint = suggest(/--[\w-]+/.exec(error.message)?.[0] ?? '', [...known.keys()]);
      problems.set(
        declaration,
        problem(
          'CSS_VARIABLE_UNKNOWN',
          `In ${declaration.property}, ${error.message}.`,
          declaration.place,
          hint,
        ),
      );
    };
    const variables = declareVariables(inherited, own, (name, error, known) =>
      unknown(custom.findLast(({ property }) => property === name)!, error, known),
    );
    const resolved = declarations.flatMap((declaration) => {
      if (declaration.property.startsWith('--')) return [];
      try {
        return [{ declaration, nodes: declaration.nodes ?? substitute(declaration.text, variables) }];
      } catch (error) {
        if (!(error instanceof VariableFault)) throw error;
        unknown(declaration, error, variables);
        return [];
      }
    });
    resolved.sort(
      (a, b) => Number(first.has(b.declaration.property)) - Number(first.has(a.declaration.property)),
    );
    byElement.set(element, { element, declarations: resolved, variables });
  }
  if (problems.size > 0) throw new PressError([...problems.values()]);
  return { byElement, root: byElement.get(document.root)!.variables };
}

function compute(
  { element, declarations }: Cascaded,
  parent: ComputedStyle | undefined,
  { rem, air }: { readonly rem: number; readonly air: number },
  problems: Map<StyleDeclaration, Problem>,
): ComputedStyle {
  const draft = draftFrom(parent, rem);
  draft.display = elements[element.name].display;
  if (bold.has(element.name)) draft.fontWeight = 700;
  const em = draft.fontSize;
  for (const { declaration, nodes } of declarations) {
    const context = {
      rem,
      em: declaration.property === 'font-size' ? em : draft.fontSize,
      color: draft.color,
      air,
    };
    try {
      properties[declaration.property]!(draft, nodes, context);
    } catch (error) {
      if (!(error instanceof ValueFault)) throw error;
      problems.set(
        declaration,
        problem(
          'CSS_VALUE_INVALID',
          `${declaration.property} does not take "${declaration.text}": ${error.message}.`,
          declaration.place,
        ),
      );
    }
  }
  if (draft.page === 'auto') draft.page = parent?.page ?? '';
  return draft;
}
