import { type Atrule, type Block, type CssNode, type Declaration, generate, parse, type Rule, type Selector, type Value } from 'css-tree';
import { type Place, PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { draftFrom } from './draft.ts';
import { pageProperties, parsePageRule, type PageRule } from './page-rule.ts';
import { logicalName, properties } from './properties.ts';
import { type CompiledSelector, compileSelector, SelectorFault } from './selector.ts';
import { children, parts, ValueFault } from './values.ts';

export interface StyleDeclaration {
  readonly property: string;
  /** Nodes without white space; `undefined` while the value holds `var()`. */
  readonly nodes: readonly CssNode[] | undefined;
  /** The value as written. */
  readonly text: string;
  readonly place: Place;
}

export interface StyleRule {
  readonly selector: CompiledSelector;
  readonly declarations: readonly StyleDeclaration[];
  /** Position in the sheet: later wins. */
  readonly order: number;
}

export interface StyleSheet {
  readonly file: string;
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
}

const largestSheet = 500_000;
const sheets = new Map<string, StyleSheet>();

/**
 * Parses a style sheet to the vocabulary of `properties.ts`; kept by file and content.
 * @throws PressError CSS_SYNTAX, CSS_PROPERTY_UNKNOWN, CSS_VALUE_INVALID, CSS_SELECTOR_UNKNOWN: all that are found.
 */
export function parseStyleSheet(css: string, file: string): StyleSheet {
  const key = `${file}\0${css}`;
  const known = sheets.get(key);
  if (known !== undefined) return known;
  const sheet = new SheetParser(css, file).parse();
  if (sheets.size > 100) sheets.clear();
  sheets.set(key, sheet);
  return sheet;
}

class SheetParser {
  readonly #css: string;
  readonly #file: string;
  readonly #lines: readonly string[];
  readonly #problems: Problem[] = [];
  readonly #rules: StyleRule[] = [];
  readonly #pages: PageRule[] = [];

  constructor(css: string, file: string) {
    this.#css = css;
    this.#file = file;
    this.#lines = css.split('\n');
  }

  parse(): StyleSheet {
    if (this.#css.length > largestSheet)
      throw new PressError([problem('CSS_SYNTAX', `The style sheet has ${this.#css.length} characters.`, { file: this.#file }, `The limit is ${largestSheet}.`)]);
    const tree = parse(this.#css, {
      positions: true,
      parseCustomProperty: true,
      onParseError: (error) => {
        const { line, column } = error as unknown as { line: number; column: number };
        this.#problems.push(problem('CSS_SYNTAX', `The style sheet does not parse: ${error.message}.`, this.#at(line, column)));
      },
    });
    for (const node of children(tree)) {
      if (node.type === 'Rule') this.#rule(node);
      else if (node.type === 'Atrule') this.#atRule(node);
      else if (node.type === 'Raw') this.#problems.push(problem('CSS_SYNTAX', 'The style sheet does not parse here.', this.#place(node)));
    }
    if (this.#problems.length > 0) throw new PressError(this.#problems);
    return { file: this.#file, rules: this.#rules, pages: this.#pages };
  }

  #rule(rule: Rule): void {
    const declarations = this.declarations(rule.block, (name) => Object.hasOwn(properties, name), Object.keys(properties));
    if (rule.prelude.type !== 'SelectorList') {
      this.#problems.push(problem('CSS_SYNTAX', 'The selector does not parse.', this.#place(rule.prelude)));
      return;
    }
    for (const selector of children(rule.prelude))
      try {
        this.#rules.push({ selector: compileSelector(selector as Selector), declarations, order: this.#rules.length });
      } catch (error) {
        if (!(error instanceof SelectorFault)) throw error;
        this.#problems.push(
          problem('CSS_SELECTOR_UNKNOWN', `In the selector "${generate(selector)}", ${error.message} is not in the vocabulary.`, this.#place(error.node.loc ? error.node : selector), 'Type, class, id, child and sibling selectors, :root, :first-child, :last-child, :nth-child(), :not(), :is(), :lang(), :dir().'),
        );
      }
  }

  #atRule(rule: Atrule): void {
    if (rule.name !== 'page' || rule.block === null) {
      this.#problems.push(problem('CSS_SELECTOR_UNKNOWN', `@${rule.name} is not in the vocabulary.`, this.#place(rule), 'Only @page is. Templates choose by classes; there are no media queries.'));
      return;
    }
    const page = parsePageRule(rule, (block) => this.declarations(block, (name) => pageProperties.includes(name), pageProperties), (node, message, hint) =>
      this.#problems.push(problem('CSS_VALUE_INVALID', message, this.#place(node), hint)),
    );
    if (page !== undefined) this.#pages.push(page);
  }

  /** The declarations of a block, each known by name and tried for its value. */
  declarations(block: Block, known: (name: string) => boolean, names: readonly string[]): StyleDeclaration[] {
    return children(block).flatMap((node) => {
      if (node.type === 'Atrule') return [];
      if (node.type !== 'Declaration') {
        this.#problems.push(problem('CSS_SYNTAX', 'A declaration does not parse.', this.#place(node)));
        return [];
      }
      return this.#declaration(node, known, names);
    });
  }

  #declaration(node: Declaration, known: (name: string) => boolean, names: readonly string[]): StyleDeclaration[] {
    const place = this.#place(node);
    const { property } = node;
    if (node.important !== false) {
      this.#problems.push(problem('CSS_VALUE_INVALID', '!important is not in the vocabulary.', place, 'Use a more specific selector.'));
      return [];
    }
    const text = generate(node.value);
    if (property.startsWith('--')) return [{ property, nodes: undefined, text, place }];
    if (!known(property)) {
      const logical = logicalName(property);
      const hint = logical === undefined ? suggest(property, names) : `Use ${logical}: sides are logical, so that right-to-left pages are a true mirror.`;
      this.#problems.push(problem('CSS_PROPERTY_UNKNOWN', `The property "${property}" is not in the vocabulary.`, place, hint));
      return [];
    }
    if (text.includes('var(')) return [{ property, nodes: undefined, text, place }];
    const nodes = valueNodes(node.value);
    const fault = properties[property] === undefined ? undefined : valueFault(property, nodes);
    if (fault !== undefined) {
      this.#problems.push(problem('CSS_VALUE_INVALID', `${property} does not take "${text}": ${fault}.`, place));
      return [];
    }
    return [{ property, nodes, text, place }];
  }

  #place(node: CssNode): Place {
    return node.loc ? this.#at(node.loc.start.line, node.loc.start.column) : { file: this.#file };
  }

  #at(line: number, column: number): Place {
    return { file: this.#file, line, column, source: this.#lines[line - 1] ?? '' };
  }
}

export function valueNodes(value: Value | CssNode): CssNode[] {
  return parts(children(value));
}

/** Why a property does not take a value, found by computing it once. */
export function valueFault(property: string, nodes: readonly CssNode[]): string | undefined {
  try {
    properties[property]!(draftFrom(undefined, 12), nodes, { rem: 12, em: 12, color: [0, 0, 0] });
    return undefined;
  } catch (error) {
    if (error instanceof ValueFault) return error.message;
    throw error;
  }
}
