import type { CssNode } from 'css-tree';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import type { DocumentElement, HtmlDocument } from '../document/index.ts';
import { type AskedFor, askedFor } from './air.ts';
import { constantSettings, type Settings } from './properties.ts';
import type { RankedRule, RuleSet } from './rule-set.ts';
import type { StyleDeclaration, StyleRule } from './rules.ts';
import type { Work } from './selector.ts';
import type { Declared, Standing } from './standing.ts';
import type { Pseudo } from './types.ts';
import { declareVariables, substitute, VariableFault, type Variables } from './variables.ts';

/** A declaration with its custom properties put in. */
export interface Resolved {
  readonly declaration: StyleDeclaration;
  readonly nodes: readonly CssNode[];
  /** What it sets at every size; undefined: that is to be computed. */
  readonly constant: Settings | undefined;
}

/** What is declared for each element, and for what stands beside its text. */
export interface CascadedDocument {
  readonly elements: ReadonlyMap<DocumentElement, Cascaded>;
  readonly generated: Readonly<Record<Pseudo, ReadonlyMap<DocumentElement, Cascaded>>>;
}

/** What is declared for an element. Elements of one name that the same is declared for, under the same, share it. */
export interface Cascaded {
  /** In cascade order, but `font-size` and `color` first: others are computed against them. */
  readonly declarations: readonly Resolved[];
  /** Custom properties in force. */
  readonly variables: Variables;
  /** What they ask of a page's free space. */
  readonly asked: AskedFor;
}

const first = new Set(['font', 'font-size', 'color']);
/** Compounds that matching one document may try: what ships takes some thousands. */
const mostWork = 20_000_000;

const pseudos: readonly Pseudo[] = ['before', 'after'];

const none: Variables = new Map();

/**
 * What is declared for each element, in document order.
 * @throws PressError CSS_VARIABLE_UNKNOWN: all that are found; CSS_SYNTAX where nothing is left of the work
 */
export function cascade(document: HtmlDocument, rules: RuleSet): CascadedDocument {
  const problems = new Map<StyleDeclaration, Problem>();
  const byElement = new Map<DocumentElement, Cascaded>();
  /** Those with custom properties of their own: each set of them is a map, which costs. */
  const costly = new Set<Cascaded>();
  const work: Work = { left: mostWork };
  const made = () => rules.countStanding();
  const generated = {
    before: new Map<DocumentElement, Cascaded>(),
    after: new Map<DocumentElement, Cascaded>(),
  };
  /** Of all that the same is declared for, under the same: what was made of one. */
  const cascadedOf = (of: string, matched: readonly RankedRule[], inherited: Variables): Cascaded => {
    const known = rules.cascadedUnder(inherited);
    let key = of;
    for (const { rank } of matched) key += ` ${rank}`;
    let cascaded = known.get(key);
    if (cascaded === undefined) {
      cascaded = resolve(matched, inherited, problems);
      known.set(key, cascaded);
      rules.count();
    }
    return cascaded;
  };
  /** What is declared for an element, found by its rules; what its standing keeps is as much. */
  const declaredFor = (element: DocumentElement, inherited: Variables): Declared => {
    const { left } = work;
    const cascaded = cascadedOf(element.name, matchedBy(rules, element, work), inherited);
    const beside = (rules.generates ? pseudos : []).flatMap((at) => {
      const own = matchedBy(rules, element, work, at);
      return own.length === 0 ? [] : [[at, cascadedOf(`::${at}`, own, cascaded.variables)] as const];
    });
    return { cascaded, beside, work: left - work.left };
  };
  const visit = (
    element: DocumentElement,
    inherited: Variables,
    around: Standing,
    before: Standing | undefined,
    isLast: boolean,
  ): Standing => {
    const standing = around.of(element, before, isLast, made);
    const known = standing.declared;
    if (known !== undefined) work.left -= known.work;
    // What would be too much by itself is too much where it is known.
    const declared = known === undefined || work.left < 0 ? declaredFor(element, inherited) : known;
    standing.declared = declared;
    const { cascaded, beside } = declared;
    if (cascaded.variables !== inherited && !costly.has(cascaded)) {
      costly.add(cascaded);
      work.left -= cascaded.variables.size * 10;
    }
    byElement.set(element, cascaded);
    for (const [at, own] of beside) generated[at].set(element, own);
    const last = element.children.findLast(({ kind }) => kind === 'element');
    let previous: Standing | undefined;
    for (const child of element.children)
      if (child.kind === 'element')
        previous = visit(child, cascaded.variables, standing, previous, child === last);
    return standing;
  };
  visit(document.root, none, rules.standing, undefined, true);
  if (problems.size > 0) {
    // What is at fault would not be told again.
    rules.forget();
    throw new PressError([...problems.values()]);
  }
  return { elements: byElement, generated };
}

/**
 * The rules that match an element, in cascade order.
 * @throws PressError CSS_SYNTAX where nothing is left of the work
 */
function matchedBy(
  rules: RuleSet,
  element: DocumentElement,
  work: Work,
  of: 'text' | Pseudo = 'text',
): RankedRule[] {
  const matched: RankedRule[] = [];
  const { ids, classes: byClass, names } = rules.of(of);
  const { id, classes, name } = element;
  matchAll(names.get('*'), element, work, matched);
  matchAll(names.get(name), element, work, matched);
  for (const [i, each] of classes.entries())
    if (classes.indexOf(each) === i) matchAll(byClass.get(each), element, work, matched);
  if (id !== undefined) matchAll(ids.get(id), element, work, matched);
  return matched.length < 2 ? matched : matched.sort((a, b) => a.rank - b.rank);
}

/** Adds those of some rules that match. @throws PressError CSS_SYNTAX where nothing is left of the work */
function matchAll(
  rules: readonly RankedRule[] | undefined,
  element: DocumentElement,
  work: Work,
  matched: RankedRule[],
): void {
  if (rules === undefined) return;
  for (const ranked of rules) {
    if (work.left < 0) throw tooMuch(ranked.rule);
    if (ranked.rule.selector.matches(element, work)) matched.push(ranked);
  }
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
  matched: readonly RankedRule[],
  inherited: Variables,
  problems: Map<StyleDeclaration, Problem>,
): Cascaded {
  const declarations = matched.flatMap(({ rule }) => rule.declarations);
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
  const isFirst = ({ declaration }: Resolved) => first.has(declaration.property);
  // `font` sets more than the size: it counts once more in its place.
  const hasFont = resolved.some(({ declaration }) => declaration.property === 'font');
  const others = hasFont ? resolved : resolved.filter((each) => !isFirst(each));
  const all = [...resolved.filter(isFirst), ...others];
  return { declarations: all, variables, asked: askedFor(all) };
}
