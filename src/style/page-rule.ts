import type { Atrule, Block, CssNode } from 'css-tree';
import type { StyleDeclaration } from './sheet.ts';
import { children } from './values.ts';

/** An `@page` rule as written (CSS Paged Media 3 §4). */
export interface PageRule {
  /** Empty: all pages. */
  readonly name: string;
  readonly declarations: readonly StyleDeclaration[];
  readonly marginBoxes: readonly { readonly side: 'top' | 'bottom'; readonly element: string }[];
}

const sides = ['block-start', 'block-end', 'inline-start', 'inline-end'];
export const pageProperties: readonly string[] = ['size', 'margin', ...sides.map((side) => `margin-${side}`), 'bleed', 'background-color'];

type Report = (node: CssNode, message: string, hint: string) => void;

export function parsePageRule(rule: Atrule, declarations: (block: Block) => StyleDeclaration[], report: Report): PageRule | undefined {
  const name = pageName(rule);
  if (name === undefined || rule.block === null) {
    report(rule, 'This @page selector is not in the vocabulary.', 'Use @page or @page <name>.');
    return undefined;
  }
  const marginBoxes = children(rule.block).flatMap((node) => (node.type === 'Atrule' ? marginBox(node, report) : []));
  return { name, declarations: declarations(rule.block), marginBoxes };
}

function pageName(rule: Atrule): string | undefined {
  if (rule.prelude === null) return '';
  const selectors = rule.prelude.type === 'AtrulePrelude' ? children(rule.prelude) : [];
  const list = selectors.length === 1 && selectors[0]!.type === 'SelectorList' ? children(selectors[0]!) : selectors;
  const simple = list.length === 1 ? (list[0]!.type === 'Selector' ? children(list[0]!) : list) : [];
  const only = simple.length === 1 ? simple[0]! : undefined;
  return only?.type === 'TypeSelector' || only?.type === 'Identifier' ? only.name : undefined;
}

function marginBox(node: Atrule, report: Report): PageRule['marginBoxes'] {
  const side = /^(top|bottom)-center$/.exec(node.name)?.[1] as 'top' | 'bottom' | undefined;
  const content = node.block === null ? undefined : children(node.block).find((n) => n.type === 'Declaration' && n.property === 'content');
  const value = content?.type === 'Declaration' ? children(content.value)[0] : undefined;
  const element = value?.type === 'Function' && value.name === 'element' ? children(value)[0] : undefined;
  if (side === undefined || element?.type !== 'Identifier') {
    report(node, `@${node.name} is not a margin box of the vocabulary, or its content is not element(<name>).`, 'Use @top-center or @bottom-center { content: element(<name>) }.');
    return [];
  }
  return [{ side, element: element.name }];
}
