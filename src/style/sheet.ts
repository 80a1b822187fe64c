import type { Atrule, Block, CssNode, Declaration, Rule, Selector } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import { type Code, type Place, PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { adviceFor, adviceForRule, insteadOf } from './advice.ts';
import { boundFault } from './bounds.ts';
import { OwnText } from './content.ts';
import { type Media, MediaFault, mediaMatches, plainMedia } from './media.ts';
import { children, parts, ValueFault } from './nodes.ts';
import { parsePageRule } from './page-rule.ts';
import { pageProperties, pageValueFault } from './page-style.ts';
import { logicalName, properties } from './properties.ts';
import type { PageRule, StyleDeclaration, StyleRule, StyleSheet } from './rules.ts';
import { compileSelector, SelectorFault } from './selector.ts';
import { lineCommentHint, syntaxHint } from './syntax-hint.ts';
import { anyView } from './values.ts';

/** What may be declared in a block. */
interface Vocabulary {
  readonly names: Readonly<Record<string, unknown>>;
  readonly fault: (property: string, nodes: readonly CssNode[]) => ValueFault | string | undefined;
  readonly atRules: boolean;
}

const ordinary: Vocabulary = { names: properties, fault: valueFault, atRules: false };
const paged: Vocabulary = { names: pageProperties, fault: pageValueFault, atRules: true };
const selectorHint =
  'Type, class, id, attribute, child and sibling selectors, :root, :first-child, :last-child, :nth-child(), :not(), :is(), :lang(), :dir(); ::before, ::after.';
const inRule = 'A rule in a rule is not in the vocabulary.';
const inRuleHint = 'Write it after the rule, with its whole selector.';
const largestSheet = 500_000;
/** Told of one sheet; what comes after is most often of the same cause. */
const mostProblems = 100;

/**
 * Parses a style sheet to the vocabulary of `properties.ts`.
 * @throws PressError CSS_SYNTAX, CSS_PROPERTY_UNKNOWN, CSS_VALUE_INVALID, CSS_SELECTOR_UNKNOWN: all that are found.
 */
export function parseStyleSheet(css: string, file: string, media: Media = plainMedia): StyleSheet {
  return new SheetParser(css, file, media).parse();
}

class SheetParser {
  readonly #media: Media;
  readonly #css: string;
  readonly #file: string;
  readonly #lines: readonly string[];
  readonly #problems: Problem[] = [];
  readonly #rules: StyleRule[] = [];
  readonly #pages: PageRule[] = [];

  constructor(css: string, file: string, media: Media) {
    this.#media = media;
    this.#css = css;
    this.#file = file;
    this.#lines = css.split('\n');
  }

  parse(): StyleSheet {
    if (this.#css.length > largestSheet)
      throw new PressError([
        problem(
          'CSS_SYNTAX',
          `The style sheet has ${this.#css.length} characters.`,
          { file: this.#file },
          `The limit is ${largestSheet}.`,
        ),
      ]);
    const fault = boundFault(this.#css);
    if (fault !== undefined) {
      const before = this.#css.slice(0, fault.offset).split('\n');
      const place = this.#at(before.length, before.at(-1)!.length + 1);
      throw new PressError([
        problem('CSS_SYNTAX', fault.message, place, 'Divide the style, or say it simpler.'),
      ]);
    }
    const tree = parse(this.#css, {
      positions: true,
      parseCustomProperty: true,
      onParseError: (error) => {
        if (this.#problems.length >= mostProblems) return;
        const { line, column, offset } = error as unknown as Record<'line' | 'column' | 'offset', number>;
        this.#problems.push(
          problem(
            'CSS_SYNTAX',
            `The style sheet does not parse: ${error.message}.`,
            this.#at(line, column),
            syntaxHint(this.#css, offset, `${inRule} ${inRuleHint}`),
          ),
        );
      },
    });
    this.#all(children(tree));
    if (this.#problems.length > 0) throw new PressError(this.#problems);
    return { file: this.#file, rules: this.#rules, pages: this.#pages };
  }

  #all(nodes: readonly CssNode[]): void {
    for (const node of nodes) {
      if (node.type === 'Rule') this.#rule(node);
      else if (node.type === 'Atrule') this.#atRule(node);
    }
  }

  #rule(rule: Rule): void {
    const declarations = this.#declarations(rule.block, ordinary);
    // The parser has told of a selector that does not parse.
    if (rule.prelude.type !== 'SelectorList') return;
    for (const selector of children(rule.prelude))
      try {
        this.#rules.push({ selector: compileSelector(selector as Selector), declarations });
      } catch (error) {
        if (!(error instanceof SelectorFault)) throw error;
        this.#report(
          'CSS_SELECTOR_UNKNOWN',
          error.node.loc ? error.node : selector,
          `In the selector "${shortened(generate(selector))}", ${error.message} is not in the vocabulary.`,
          selectorHint,
        );
      }
  }

  /** What is for other pages is held to the vocabulary too, and counts for nothing. */
  #mediaRule(rule: Atrule, block: Block): void {
    const [rules, pages] = [this.#rules.length, this.#pages.length];
    this.#all(children(block));
    if (this.#isMet(rule)) return;
    this.#rules.length = rules;
    this.#pages.length = pages;
  }

  #isMet(rule: Atrule): boolean {
    try {
      return mediaMatches(rule.prelude === null ? '' : generate(rule.prelude), this.#media);
    } catch (error) {
      if (!(error instanceof MediaFault)) throw error;
      this.#report(
        'CSS_SELECTOR_UNKNOWN',
        rule,
        `@media: ${error.message}.`,
        'Ask for (edition: …), (prefers-contrast: more), (prefers-color-scheme: dark) or (monochrome), with not, and, and commas.',
      );
      return false;
    }
  }

  #atRule(rule: Atrule): void {
    if (rule.name === 'media' && rule.block !== null) {
      this.#mediaRule(rule, rule.block);
      return;
    }
    if (rule.name !== 'page' || rule.block === null) {
      this.#report(
        'CSS_SELECTOR_UNKNOWN',
        rule,
        `@${rule.name} is not in the vocabulary.`,
        adviceForRule(rule.name.toLowerCase()),
      );
      return;
    }
    const page = parsePageRule(rule, (code, node, message, hint) => this.#report(code, node, message, hint));
    const declarations = this.#declarations(rule.block, paged);
    if (page !== undefined) this.#pages.push({ ...page, declarations });
  }

  /** The declarations of a block, each known by name and tried for its value. */
  #declarations(block: Block, vocabulary: Vocabulary): StyleDeclaration[] {
    return children(block).flatMap((node) => {
      if (node.type === 'Declaration') return this.#declaration(node, vocabulary);
      if (node.type === 'Rule' || (node.type === 'Atrule' && !vocabulary.atRules))
        this.#report('CSS_SELECTOR_UNKNOWN', node, inRule, inRuleHint);
      // The parser has told of what else does not parse (Raw).
      return [];
    });
  }

  #declaration(node: Declaration, { names, fault }: Vocabulary): StyleDeclaration[] {
    const { property } = node;
    const custom = property.startsWith('--');
    if (node.important !== false) {
      this.#report(
        'CSS_VALUE_INVALID',
        node,
        '!important is not in the vocabulary.',
        'Use a more specific selector.',
      );
      return [];
    }
    if (!(custom && names === properties) && !Object.hasOwn(names, property)) {
      const logical = logicalName(property);
      const hint =
        logical !== undefined
          ? `Use ${logical}: sides are logical, so that right-to-left pages are a true mirror.`
          : property === 'size' && names === pageProperties
            ? 'A page is as large as the paper and the fold in product.yaml make it.'
            : (insteadOf(property) ?? suggest(property, Object.keys(names)));
      this.#report(
        'CSS_PROPERTY_UNKNOWN',
        node,
        `The property "${property}" is not in the vocabulary.`,
        hint,
      );
      return [];
    }
    // The parser has told of a value that does not parse.
    if (node.value.type === 'Raw' && !custom) return [];
    const text = generate(node.value);
    const place = this.#place(node);
    if (custom || text.includes('var(')) return [{ property, nodes: undefined, text, place }];
    const nodes = parts(children(node.value));
    const why = fault(property, nodes);
    if (why === undefined) return [{ property, nodes, text, place }];
    const code = why instanceof OwnText ? 'TEMPLATE_TEXT' : 'CSS_VALUE_INVALID';
    const reason = typeof why === 'string' ? why : why.message;
    const message = `${property} does not take "${shortened(text)}": ${reason}.`;
    this.#report(code, node, message, lineCommentHint(text) ?? adviceFor(property, text));
    return [];
  }

  #report(code: Code, node: CssNode, message: string, hint?: string): void {
    if (this.#problems.length >= mostProblems) return;
    this.#problems.push(problem(code, message, this.#place(node), hint));
  }

  #place(node: CssNode): Place {
    return node.loc ? this.#at(node.loc.start.line, node.loc.start.column) : { file: this.#file };
  }

  #at(line: number, column: number): Place {
    return { file: this.#file, line, column, source: this.#lines[line - 1] ?? '' };
  }
}

/** Why a property does not take a value, found by computing it once. */
function valueFault(property: string, nodes: readonly CssNode[]): ValueFault | undefined {
  try {
    properties[property]!(nodes, { rem: 12, em: 12, color: [0, 0, 0], air: 1, view: anyView });
    return undefined;
  } catch (error) {
    if (error instanceof ValueFault) return error;
    throw error;
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
