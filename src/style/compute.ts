import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { type DocumentElement, type ElementName, elements, type HtmlDocument } from '../document/index.ts';
import type { Color } from '../geometry/index.ts';
import { type Asked, changedBy, type Dependence, dependences } from './air.ts';
import { ByElement } from './by-element.ts';
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
  checkUnboxed,
} from './element-checks.ts';
import { checkContent, checkGenerated } from './generated.ts';
import { one, ValueFault } from './nodes.ts';
import { computePage } from './page-style.ts';
import { properties, set } from './properties.ts';
import { checkVerticalAlign } from './raised.ts';
import { RuleSet, type StylesUnder, within } from './rule-set.ts';
import type { StyleDeclaration, StyleSheet } from './rules.ts';
import type { ComputedStyle, PageStyle, Pseudo, StyledDocument, StyleReach } from './types.ts';
import { anyView, color, type ValueContext, type View } from './values.ts';
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
 * Matches the selectors of style sheets with a document, once for all sizes. `view` is the first page.
 * @throws PressError CSS_VARIABLE_UNKNOWN: all that are found
 */
export function matchStyles(document: HtmlDocument, rules: RuleSet, view: View = anyView): MatchedStyles {
  rules.trim();
  const cascaded = cascade(document, rules);
  const byElement = cascaded.elements;
  const matched: Matched = { document, rules, view, cascaded, asking: dependences(document, cascaded) };
  const full = new Map<number, Styled>();
  const fullAt = (rem: number): Styled => {
    const known = full.get(rem) ?? new Styled(matched, rem);
    full.set(rem, known);
    return known;
  };
  return {
    at: (rem, air = 1) => (air === 1 ? fullAt(rem) : new Styled(matched, rem, air, fullAt(rem))),
    color: (name) => {
      const { variables } = byElement.get(document.root)!;
      return variables.has(name) ? colorIn(`var(${name})`, variables) : undefined;
    },
    custom: (name) => byElement.get(document.root)!.variables.get(name),
  };
}

function colorIn(text: string, variables: Variables): Color | undefined {
  try {
    return color(one(substitute(text, variables)), {
      rem: 0,
      em: 0,
      color: [0, 0, 0],
      air: 1,
      view: anyView,
    });
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
  view = anyView,
): StyledDocument {
  const styled = matchStyles(document, new RuleSet(sheets), view).at(rem, air);
  styled.check();
  return styled;
}

/** A document and what is declared for its elements. */
interface Matched {
  readonly document: HtmlDocument;
  readonly rules: RuleSet;
  readonly view: View;
  readonly cascaded: CascadedDocument;
  readonly asking: ByElement<Dependence>;
}

class Styled implements StyledDocument {
  readonly document: HtmlDocument;
  readonly rem: number;
  readonly full: Styled | undefined;
  readonly #rules: RuleSet;
  readonly generates: boolean;
  readonly #byElement: ReadonlyMap<DocumentElement, Cascaded>;
  readonly #beside: CascadedDocument['generated'];
  readonly #asking: ByElement<Dependence>;
  readonly #air: number;
  readonly #view: View;
  /** What is another than in {@link full}. */
  readonly #changed: Asked;
  /** Size and air, by which styles are kept. */
  readonly #size: string;
  readonly #styles: ByElement<ComputedStyle>;
  readonly #pages = new Map<string, PageStyle>();
  /** Those of all documents at this size, by the style that they are under. */
  readonly #shared: StylesUnder;
  /** Styles that hold a fault: of this document alone. */
  readonly #faulty = new Map<ComputedStyle | undefined, Map<Cascaded, ComputedStyle>>();
  readonly #faults = new Map<ComputedStyle, ReadonlyMap<StyleDeclaration, Problem>>();

  constructor({ document, rules, view, cascaded, asking }: Matched, rem: number, air = 1, full?: Styled) {
    this.document = document;
    this.rem = rem;
    this.full = full;
    this.#rules = rules;
    this.generates = rules.generates;
    this.#byElement = cascaded.elements;
    this.#beside = cascaded.generated;
    this.#asking = asking;
    this.#air = air;
    this.#changed = changedBy(air);
    this.#view = view;
    this.#styles = new ByElement(document);
    // Pages of other sizes share what does not count from them.
    this.#size = rules.asksForView ? `${rem} ${air} ${view.width} ${view.height}` : `${rem} ${air}`;
    this.#shared = rules.stylesAt(this.#size);
  }

  style(element: DocumentElement): ComputedStyle {
    let style = this.#styles.get(element);
    if (style === undefined) {
      style = this.isAsInFull(element, 'element') ? this.full!.style(element) : this.#ownStyle(element);
      this.#styles.set(element, style);
    }
    return style;
  }

  isAsInFull(element: DocumentElement, reach: StyleReach): boolean {
    return this.full !== undefined && (this.#asking.get(element)![reach] & this.#changed) === 0;
  }

  #ownStyle(element: DocumentElement): ComputedStyle {
    const parent = element.parent === undefined ? undefined : this.style(element.parent);
    return this.#under(parent, element.name, this.#byElement.get(element)!);
  }

  generated(element: DocumentElement, at: Pseudo): ComputedStyle | undefined {
    const cascaded = this.#beside[at].get(element);
    // A span of its own, in the element.
    return cascaded === undefined ? undefined : this.#under(this.style(element), 'span', cascaded);
  }

  /** Elements that the same is declared for under one style have one style. A cascade is of one element name. */
  #under(parent: ComputedStyle | undefined, name: ElementName, cascaded: Cascaded): ComputedStyle {
    const shared = within(this.#shared, parent);
    const known = shared.get(cascaded) ?? this.#faulty.get(parent)?.get(cascaded);
    if (known !== undefined) return known;
    const faults = new Map<StyleDeclaration, Problem>();
    const { leastSize } = this.#rules;
    const size = { rem: this.rem, leastSize, air: this.#air, view: this.#view };
    const style = compute(name, cascaded, parent, size, faults);
    if (faults.size === 0) {
      shared.set(cascaded, style);
      this.#rules.count();
      return style;
    }
    this.#faults.set(style, faults);
    within(this.#faulty, parent).set(cascaded, style);
    return style;
  }

  /** @throws PressError CSS_VALUE_INVALID, CSS_VARIABLE_UNKNOWN */
  page(name: string): PageStyle {
    const known = this.#pages.get(name);
    if (known !== undefined) return known;
    const style = this.#page(name);
    this.#pages.set(name, style);
    return style;
  }

  #page(name: string): PageStyle {
    const { variables } = this.#byElement.get(this.document.root)!;
    const pages = this.#rules.pagesWith(variables);
    const key = `${this.#size} ${name}`;
    let style = pages.get(key);
    if (style === undefined) {
      style = computePage(name, this.#rules.sheets, variables, this.rem, this.#air, this.#view);
      pages.set(key, style);
      this.#rules.count();
    }
    return style;
  }

  faultsOf(style: ComputedStyle): ReadonlyMap<StyleDeclaration, Problem> | undefined {
    return this.#faults.get(style) ?? this.full?.faultsOf(style);
  }

  check(): void {
    const problems = new Map<StyleDeclaration, Problem>();
    const tell = (style: ComputedStyle): void => {
      for (const [declaration, fault] of this.faultsOf(style) ?? []) problems.set(declaration, fault);
    };
    const { sound } = this.#rules;
    const open: [DocumentElement, Cascaded, ComputedStyle][] = [];
    for (const [element, cascaded] of this.#byElement) {
      const style = this.style(element);
      if (sound.has(style)) continue;
      tell(style);
      open.push([element, cascaded, style]);
    }
    for (const [element, cascaded, style] of open) {
      checkInLine(element, cascaded, this.#styles, problems);
      checkTransform(element, cascaded, style, problems);
      checkVerticalAlign(element, cascaded, style, problems);
      checkTable(element, cascaded, style, problems);
      checkArea(element, cascaded, style, this.#styles, problems);
      checkContent(element, cascaded, problems);
      checkUnboxed(element, cascaded, this.#styles, problems);
      checkSpacing(element, this.#byElement, this.#styles, problems);
      checkRadius(element, cascaded, style, problems);
      checkBackground(element, cascaded, style, problems);
      // A style is of one element name and of one parent's style; pictures are looked at with what stands beside them, and
      // what is turned with what stands in it.
      const isAlone = element.name !== 'img' && style.transform.kind === 'none';
      if (isAlone && problems.size === 0) sound.add(style);
    }
    for (const at of ['before', 'after'] as const)
      for (const [element, cascaded] of this.#beside[at]) {
        const style = this.generated(element, at)!;
        tell(style);
        const around = {
          style,
          styleOf: (of: DocumentElement) => this.style(of),
        };
        checkGenerated(element, at, cascaded, around, problems);
      }
    if (problems.size > 0) throw new PressError([...problems.values()]);
  }
}

function compute(
  name: ElementName,
  { declarations }: Cascaded,
  parent: ComputedStyle | undefined,
  { rem, leastSize, air, view }: Pick<ValueContext, 'rem' | 'air' | 'view'> & { readonly leastSize: number },
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
      view,
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
