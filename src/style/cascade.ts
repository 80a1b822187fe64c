import type { CssNode } from 'css-tree';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { type DocumentElement, elementsOf, type HtmlDocument } from '../document/index.ts';
import { constantSettings, type Settings } from './properties.ts';
import type { StyleDeclaration, StyleRule, StyleSheet } from './rules.ts';
import type { Work } from './selector.ts';
import { declareVariables, substitute, VariableFault, type Variables } from './variables.ts';

/** A declaration with its custom properties put in. */
export interface Resolved {
  readonly declaration: StyleDeclaration;
  readonly nodes: readonly CssNode[];
  /** What it sets at every size; undefined: that is to be computed. */
  readonly constant: Settings | undefined;
}

/** What is declared for an element. Elements of one name that the same is declared for, under the same, share it. */
export interface Cascaded {
  /** In cascade order, but `font-size` and `color` first: others are computed against them. */
  readonly declarations: readonly Resolved[];
  /** Custom properties in force. */
  readonly variables: Variables;
}

const first = new Set(['font-size', 'color']);
/** Compounds that matching one document may try: what ships takes some thousands. */
const mostWork = 20_000_000;

/** Rules by the id, class or type that their last compound asks for: an element is tried with few (Selectors 4 §17). */
class RuleIndex {
  readonly #buckets = new Map<string, StyleRule[]>();
  readonly #ranks = new Map<StyleRule, number>();

  constructor(rules: readonly StyleRule[]) {
    rules.forEach((rule, rank) => {
      this.#ranks.set(rule, rank);
      const { key } = rule.selector;
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [rule]);
      else bucket.push(rule);
    });
  }

  /**
   * The rules that match an element, in cascade order (CSS Cascade 4 §6.4: specificity, then order).
   * @throws PressError CSS_SYNTAX where nothing is left of the work
   */
  matched(element: DocumentElement, work: Work): StyleRule[] {
    const { id, classes, name } = element;
    const keys = ['*', name, ...new Set(classes.map((c) => `.${c}`))];
    if (id !== undefined) keys.push(`#${id}`);
    return keys
      .flatMap((key) => this.#buckets.get(key) ?? [])
      .filter((rule) => {
        if (work.left < 0) throw tooMuch(rule);
        return rule.selector.matches(element, work);
      })
      .sort((a, b) => a.selector.specificity - b.selector.specificity || this.rank(a) - this.rank(b));
  }

  rank(rule: StyleRule): number {
    return this.#ranks.get(rule)!;
  }
}

/**
 * What is declared for each element, in document order.
 * @throws PressError CSS_VARIABLE_UNKNOWN: all that are found
 */
export function cascade(
  document: HtmlDocument,
  sheets: readonly StyleSheet[],
): ReadonlyMap<DocumentElement, Cascaded> {
  const index = new RuleIndex(sheets.flatMap((sheet) => sheet.rules));
  const problems = new Map<StyleDeclaration, Problem>();
  const byElement = new Map<DocumentElement, Cascaded>();
  const none: Variables = new Map();
  const shared = new Map<Variables, Map<string, Cascaded>>();
  const work: Work = { left: mostWork };
  for (const element of elementsOf(document.root)) {
    const matched = index.matched(element, work);
    const inherited = element.parent === undefined ? none : byElement.get(element.parent)!.variables;
    let known = shared.get(inherited);
    if (known === undefined) {
      known = new Map();
      shared.set(inherited, known);
    }
    const key = `${element.name} ${matched.map((rule) => index.rank(rule)).join()}`;
    let cascaded = known.get(key);
    if (cascaded === undefined) {
      cascaded = resolve(matched, inherited, problems);
      // Each set of custom properties is a map of its own.
      if (cascaded.variables !== inherited) work.left -= cascaded.variables.size * 10;
      known.set(key, cascaded);
    }
    byElement.set(element, cascaded);
  }
  if (problems.size > 0) throw new PressError([...problems.values()]);
  return byElement;
}

function tooMuch({ declarations }: StyleRule): PressError {
  return new PressError([
    problem(
      'CSS_SYNTAX',
      'The style sheets ask too much: their selectors take too long to match.',
      declarations[0]?.place ?? {},
      'Use fewer rules, classes instead of long selectors, and > instead of a space or ~.',
    ),
  ]);
}

/** Of declarations without custom properties, which a sheet keeps: read once for all documents. */
const constants = new WeakMap<readonly CssNode[], { readonly settings: Settings | undefined }>();

function constantOf({ property }: StyleDeclaration, nodes: readonly CssNode[]): Settings | undefined {
  let known = constants.get(nodes);
  if (known === undefined) {
    known = { settings: constantSettings(property, nodes) };
    constants.set(nodes, known);
  }
  return known.settings;
}

/** The declarations of some rules where some custom properties are inherited; tells those that are never set. */
function resolve(
  rules: readonly StyleRule[],
  inherited: Variables,
  problems: Map<StyleDeclaration, Problem>,
): Cascaded {
  const declarations = rules.flatMap((rule) => rule.declarations);
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
  const resolved = declarations.flatMap((declaration): Resolved[] => {
    if (declaration.property.startsWith('--')) return [];
    try {
      const nodes = declaration.nodes ?? substitute(declaration.text, variables);
      return [{ declaration, nodes, constant: constantOf(declaration, nodes) }];
    } catch (error) {
      if (!(error instanceof VariableFault)) throw error;
      unknown(declaration, error, variables);
      return [];
    }
  });
  resolved.sort(
    (a, b) => Number(first.has(b.declaration.property)) - Number(first.has(a.declaration.property)),
  );
  return { declarations: resolved, variables };
}
