import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { type DocumentElement, type ElementName, elements, type HtmlDocument } from '../document/index.ts';
import type { Color } from '../geometry/index.ts';
import { type Cascaded, type CascadedDocument, cascade } from './cascade.ts';
import { draftFrom } from './draft.ts';
import {
  checkArea,
  checkBackground,
  checkInLine,
  checkRadius,
  checkSpacing,
  checkTable,
  checkTransform,
} from './element-checks.ts';
import { checkContent, checkGenerated } from './generated.ts';
import { one, ValueFault } from './nodes.ts';
import { computePage } from './page-style.ts';
import { properties, set } from './properties.ts';
import { checkVerticalAlign } from './raised.ts';
import { RuleSet, within } from './rule-set.ts';
import type { StyleDeclaration, StyleSheet } from './rules.ts';
import type { ComputedStyle, PageStyle, Pseudo, StyledDocument } from './types.ts';
import { color } from './values.ts';
import { substitute, type Variables } from './variables.ts';

const bold = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'strong', 'b', 'em']);

/** A document with its selectors matched: what does not depend on the size. */
export interface MatchedStyles {
  /**
   * The styles at a root font size in pt and an `env(air)`, each computed when it is asked for; see `check`.
   */
  readonly at: (rem: number, air?: number) => StyledDocument;
  /** The colour that a custom property of the root is set to; undefined: it is set to none. */
  readonly color: (name: string) => Color | undefined;
  /** What a custom property of the root is set to, as text. */
  readonly custom: (name: string) => string | undefined;
}

/**
 * Matches the selectors of style sheets with a document, once for all sizes.
 * @throws PressError CSS_VARIABLE_UNKNOWN: all that are found
 */
export function matchStyles(document: HtmlDocument, rules: RuleSet): MatchedStyles {
  rules.trim();
  const cascaded = cascade(document, rules);
  const byElement = cascaded.elements;
  return {
    at: (rem, air = 1) => new Styled(document, rules, cascaded, rem, air),
    color: (name) => {
      const { variables } = byElement.get(document.root)!;
      return variables.has(name) ? colorIn(`var(${name})`, variables) : undefined;
    },
    custom: (name) => byElement.get(document.root)!.variables.get(name),
  };
}

function colorIn(text: string, variables: Variables): Color | undefined {
  try {
    return color(one(substitute(text, variables)), { rem: 0, em: 0, color: [0, 0, 0], air: 1 });
  } catch (error) {
    if (error instanceof ValueFault) return undefined;
    throw error;
  }
}

/**
 * The styles of a document at one root font size and one `env(air)`.
 * @throws PressError CSS_VARIABLE_UNKNOWN, CSS_VALUE_INVALID: all that are found
 */
export function styleDocument(
  document: HtmlDocument,
  sheets: readonly StyleSheet[],
  rem: number,
  air = 1,
): StyledDocument {
  const styled = matchStyles(document, new RuleSet(sheets)).at(rem, air);
  styled.check();
  return styled;
}

class Styled implements StyledDocument {
  readonly document: HtmlDocument;
  readonly rem: number;
  readonly #rules: RuleSet;
  readonly generates: boolean;
  readonly #byElement: ReadonlyMap<DocumentElement, Cascaded>;
  readonly #beside: CascadedDocument['generated'];
  readonly #air: number;
  /** Size and air, by which styles are kept. */
  readonly #size: string;
  readonly #styles = new Map<DocumentElement, ComputedStyle>();
  /** Styles that hold a fault: of this document alone. */
  readonly #faulty = new Map<ComputedStyle | undefined, Map<Cascaded, ComputedStyle>>();
  readonly #problems = new Map<StyleDeclaration, Problem>();

  constructor(document: HtmlDocument, rules: RuleSet, cascaded: CascadedDocument, rem: number, air: number) {
    this.document = document;
    this.rem = rem;
    this.#rules = rules;
    this.generates = rules.generates;
    this.#byElement = cascaded.elements;
    this.#beside = cascaded.generated;
    this.#air = air;
    this.#size = `${rem} ${air}`;
  }

  style(element: DocumentElement): ComputedStyle {
    let style = this.#styles.get(element);
    if (style === undefined) {
      const parent = element.parent === undefined ? undefined : this.style(element.parent);
      style = this.#under(parent, element.name, this.#byElement.get(element)!);
      this.#styles.set(element, style);
    }
    return style;
  }

  generated(element: DocumentElement, at: Pseudo): ComputedStyle | undefined {
    const cascaded = this.#beside[at].get(element);
    // A span of its own, in the element.
    return cascaded === undefined ? undefined : this.#under(this.style(element), 'span', cascaded);
  }

  /** Elements that the same is declared for under one style have one style. A cascade is of one element name. */
  #under(parent: ComputedStyle | undefined, name: ElementName, cascaded: Cascaded): ComputedStyle {
    const shared = this.#rules.stylesUnder(parent, this.#size);
    const known = shared.get(cascaded) ?? this.#faulty.get(parent)?.get(cascaded);
    if (known !== undefined) return known;
    const faults = new Map<StyleDeclaration, Problem>();
    const { leastSize } = this.#rules;
    const style = compute(name, cascaded, parent, { rem: this.rem, leastSize, air: this.#air }, faults);
    if (faults.size === 0) {
      shared.set(cascaded, style);
      this.#rules.count();
      return style;
    }
    for (const [declaration, fault] of faults) this.#problems.set(declaration, fault);
    within(this.#faulty, parent).set(cascaded, style);
    return style;
  }

  /** @throws PressError CSS_VALUE_INVALID, CSS_VARIABLE_UNKNOWN */
  page(name: string): PageStyle {
    const { variables } = this.#byElement.get(this.document.root)!;
    const pages = this.#rules.pagesWith(variables);
    const key = `${this.#size} ${name}`;
    let style = pages.get(key);
    if (style === undefined) {
      style = computePage(name, this.#rules.sheets, variables, this.rem, this.#air);
      pages.set(key, style);
      this.#rules.count();
    }
    return style;
  }

  check(): void {
    for (const element of this.#byElement.keys()) this.style(element);
    for (const [element, cascaded] of this.#byElement) {
      checkInLine(element, cascaded, this.#styles, this.#problems);
      checkTransform(element, cascaded, this.#styles.get(element)!, this.#problems);
      checkVerticalAlign(element, cascaded, this.#styles.get(element)!, this.#problems);
      checkTable(element, cascaded, this.#styles.get(element)!, this.#problems);
      checkArea(element, cascaded, this.#styles.get(element)!, this.#styles, this.#problems);
      checkContent(element, cascaded, this.#problems);
      checkSpacing(element, this.#byElement, this.#styles, this.#problems);
      checkRadius(element, cascaded, this.#styles.get(element)!, this.#problems);
      checkBackground(element, cascaded, this.#styles.get(element)!, this.#problems);
    }
    for (const at of ['before', 'after'] as const)
      for (const [element, cascaded] of this.#beside[at]) {
        const around = {
          style: this.generated(element, at)!,
          styleOf: (of: DocumentElement) => this.style(of),
        };
        checkGenerated(element, at, cascaded, around, this.#problems);
      }
    if (this.#problems.size > 0) throw new PressError([...this.#problems.values()]);
  }
}

function compute(
  name: ElementName,
  { declarations }: Cascaded,
  parent: ComputedStyle | undefined,
  { rem, leastSize, air }: { readonly rem: number; readonly leastSize: number; readonly air: number },
  problems: Map<StyleDeclaration, Problem>,
): ComputedStyle {
  const draft = draftFrom(parent, Math.max(rem, leastSize));
  const em = draft.fontSize;
  draft.display = elements[name].display;
  if (bold.has(name)) draft.fontWeight = 700;
  if (name === 'td' || name === 'th') draft.verticalAlign = 'top';
  if (name === 'sup' || name === 'sub') {
    draft.verticalAlign = name === 'sup' ? 'super' : 'sub';
    draft.fontSize = Math.max(draft.fontSize / 1.2, leastSize);
  }
  if (name === 'hr') draft.border.blockStart = { width: 0.75, style: 'solid', color: draft.color };
  for (const { declaration, nodes, constant } of declarations) {
    if (constant !== undefined) {
      set(draft, constant);
      draft.fontSize = Math.max(draft.fontSize, leastSize);
      continue;
    }
    const context = {
      rem,
      em: ['font', 'font-size'].includes(declaration.property) ? em : draft.fontSize,
      color: draft.color,
      air,
    };
    try {
      set(draft, properties[declaration.property]!(nodes, context));
      draft.fontSize = Math.max(draft.fontSize, leastSize);
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
