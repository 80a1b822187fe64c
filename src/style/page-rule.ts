import type { Atrule, CssNode } from 'css-tree';
import type { Code } from '../diagnostics/index.ts';
import { content, OwnText } from './content.ts';
import { children, functionName, identifier, parts, ValueFault } from './nodes.ts';
import type { PageRule } from './rules.ts';
import type { MarginBox } from './types.ts';
import { anyView, type ValueContext } from './values.ts';

type Report = (code: Code, node: CssNode, message: string, hint: string) => void;

/** Name and margin boxes of an `@page` rule. */
export function parsePageRule(rule: Atrule, report: Report): Omit<PageRule, 'declarations'> | undefined {
  const marginBoxes = children(rule.block!).flatMap((node) =>
    node.type === 'Atrule' ? marginBox(node, report) : [],
  );
  const name = pageName(rule);
  if (name === undefined)
    report(
      'CSS_SELECTOR_UNKNOWN',
      rule,
      'This @page selector is not in the vocabulary.',
      'Use @page or @page <name>.',
    );
  return name === undefined ? undefined : { name, marginBoxes };
}

function pageName(rule: Atrule): string | undefined {
  if (rule.prelude === null) return '';
  const selectors = rule.prelude.type === 'AtrulePrelude' ? children(rule.prelude) : [];
  const list =
    selectors.length === 1 && selectors[0]!.type === 'SelectorList' ? children(selectors[0]!) : selectors;
  const simple = list.length === 1 ? (list[0]!.type === 'Selector' ? children(list[0]!) : list) : [];
  const only = simple.length === 1 ? simple[0]! : undefined;
  return only?.type === 'TypeSelector' || only?.type === 'Identifier' ? only.name : undefined;
}

function marginBox(node: Atrule, report: Report): MarginBox[] {
  const side = node.name === 'top-center' ? 'top' : node.name === 'bottom-center' ? 'bottom' : undefined;
  if (side === undefined) {
    report(
      'CSS_SELECTOR_UNKNOWN',
      node,
      `@${node.name} is not a margin box of the vocabulary.`,
      'Use @top-center or @bottom-center.',
    );
    return [];
  }
  const [declared, ...more] = node.block === null ? [] : children(node.block);
  const [value, ...values] =
    declared?.type === 'Declaration' && declared.property === 'content'
      ? parts(children(declared.value))
      : [];
  if (value !== undefined && identifier(value) === 'none' && more.length + values.length === 0)
    return [{ side, element: undefined }];
  const [name, ...names] =
    value !== undefined && functionName(value) === 'element' ? parts(children(value)) : [];
  if (name?.type === 'Identifier' && more.length + values.length + names.length === 0)
    return [{ side, element: name.name }];
  if (value !== undefined && more.length === 0 && functionName(value) !== 'element')
    return counted(side, [value, ...values], declared!, report);
  report(
    'CSS_VALUE_INVALID',
    more[0] ?? declared ?? node,
    `@${node.name} takes one thing: content: element(<name>), numbers of pages and marks, or none.`,
    `Use @${node.name} { content: element(band) }, and position: running(band) on the element.`,
  );
  return [];
}

/** A box that says the number of its page, in marks. */
function counted(
  side: MarginBox['side'],
  nodes: readonly CssNode[],
  declaration: CssNode,
  report: Report,
): MarginBox[] {
  const hint = 'Use content: counter(page) " / " counter(pages), or element(<name>).';
  try {
    const made = content(nodes, noContext);
    if (made?.parts.every(({ kind }) => kind === 'marks' || kind === 'page') === true)
      return [{ side, element: undefined, content: made }];
    report('CSS_VALUE_INVALID', declaration, 'A margin box counts pages alone.', hint);
  } catch (error) {
    if (!(error instanceof ValueFault)) throw error;
    report(
      error instanceof OwnText ? 'TEMPLATE_TEXT' : 'CSS_VALUE_INVALID',
      declaration,
      `The margin box does not take this: ${error.message}.`,
      hint,
    );
  }
  return [];
}

/** Nothing of it is computed against anything. */
const noContext: ValueContext = { rem: 0, em: 0, color: [0, 0, 0], air: 1, view: anyView };
