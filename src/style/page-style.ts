import { PressError, problem } from '../diagnostics/index.ts';
import type { PageRule } from './page-rule.ts';
import type { StyleDeclaration, StyleSheet } from './sheet.ts';
import type { Color, PageStyle, Sides } from './types.ts';
import { absoluteLength, color, identifier, ValueFault } from './values.ts';
import { substitute, type Variables } from './variables.ts';

type Draft = { -readonly [K in keyof PageStyle]: PageStyle[K] };

/** The rules that speak of a page: `inside-2` is also `inside`, and every page is unnamed too. */
function applies(rule: PageRule, name: string): boolean {
  return rule.name === '' || rule.name === name || rule.name === name.replace(/-\d+$/, '');
}

/** What the `@page` rules of the sheets say of pages of one name. @throws PressError CSS_VALUE_INVALID */
export function computePage(name: string, sheets: readonly StyleSheet[], variables: Variables, rem: number): PageStyle {
  const rules = sheets.flatMap((sheet) => sheet.pages).filter((rule) => applies(rule, name));
  rules.sort((a, b) => a.name.length - b.name.length);
  const draft: Draft = {
    name,
    size: undefined,
    margin: { blockStart: 0, blockEnd: 0, inlineStart: 0, inlineEnd: 0 },
    bleed: 0,
    backgroundColor: undefined,
    marginBoxes: rules.flatMap((rule) => rule.marginBoxes),
  };
  for (const declaration of rules.flatMap((rule) => rule.declarations))
    try {
      apply(draft, declaration, variables, rem);
    } catch (error) {
      if (!(error instanceof ValueFault)) throw error;
      throw new PressError([problem('CSS_VALUE_INVALID', `${declaration.property} of @page does not take "${declaration.text}": ${error.message}.`, declaration.place)]);
    }
  return draft;
}

function apply(draft: Draft, declaration: StyleDeclaration, variables: Variables, rem: number): void {
  const nodes = declaration.nodes ?? substitute(declaration.text, variables);
  const context = { rem, em: rem, color: [0, 0, 0] as Color };
  const lengths = () => nodes.map((node) => absoluteLength(node, context));
  const { property } = declaration;
  if (property === 'background-color') draft.backgroundColor = identifier(nodes[0]) === 'transparent' ? undefined : color(nodes[0]!, context);
  else if (property === 'bleed') draft.bleed = lengths()[0]!;
  else if (property === 'size') {
    const [width, height = width] = lengths();
    draft.size = { width: width!, height: height! };
  } else if (property === 'margin') {
    const [blockStart, inlineEnd = blockStart, blockEnd = blockStart, inlineStart = inlineEnd] = lengths() as [number, number?, number?, number?];
    draft.margin = { blockStart, inlineEnd: inlineEnd!, blockEnd: blockEnd!, inlineStart: inlineStart! };
  } else {
    const side = property.replace('margin-', '').replace(/-(\w)/, (_, c: string) => c.toUpperCase()) as keyof Sides<number>;
    draft.margin = { ...draft.margin, [side]: lengths()[0]! };
  }
}
