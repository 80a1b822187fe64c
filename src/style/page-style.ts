import type { CssNode } from 'css-tree';
import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { one, ValueFault } from './nodes.ts';
import type { PageRule, StyleSheet } from './rules.ts';
import type { PageStyle, Sides } from './types.ts';
import { anyView, background, nonNegativeLength, type ValueContext, type View } from './values.ts';
import { substitute, VariableFault, type Variables } from './variables.ts';

type Draft = { -readonly [K in keyof PageStyle]: PageStyle[K] };
type Apply = (draft: Draft, nodes: readonly CssNode[], context: ValueContext) => void;

const marginSide =
  (side: keyof Sides<number>): Apply =>
  (draft, nodes, context) => {
    draft.margin = { ...draft.margin, [side]: nonNegativeLength(one(nodes), context) };
  };

/** What `@page` declares (CSS Paged Media 3 §7). */
export const pageProperties: Readonly<Record<string, Apply>> = {
  margin: (draft, nodes, context) => {
    const [blockStart, inlineEnd = blockStart, blockEnd = blockStart, inlineStart = inlineEnd, ...more] =
      nodes.map((node) => nonNegativeLength(node, context));
    if (blockStart === undefined || more.length > 0) throw new ValueFault('one to four lengths are wanted');
    draft.margin = { blockStart, inlineEnd: inlineEnd!, blockEnd: blockEnd!, inlineStart: inlineStart! };
  },
  'margin-block-start': marginSide('blockStart'),
  'margin-block-end': marginSide('blockEnd'),
  'margin-inline-start': marginSide('inlineStart'),
  'margin-inline-end': marginSide('inlineEnd'),
  bleed: (draft, nodes, context) => {
    draft.bleed = nonNegativeLength(one(nodes), context);
  },
  'background-color': (draft, nodes, context) => {
    draft.backgroundColor = background(one(nodes), context);
  },
};

const initial = (name: string): Draft => ({
  name,
  margin: { blockStart: 0, blockEnd: 0, inlineStart: 0, inlineEnd: 0 },
  bleed: 0,
  backgroundColor: undefined,
  marginBoxes: [],
});

/** Why `@page` does not take a value, found by computing it once. */
export function pageValueFault(property: string, nodes: readonly CssNode[]): string | undefined {
  try {
    pageProperties[property]!(initial(''), nodes, {
      rem: 12,
      em: 12,
      color: [0, 0, 0],
      air: 1,
      view: anyView,
    });
    return undefined;
  } catch (error) {
    if (error instanceof ValueFault) return error.message;
    throw error;
  }
}

/** The rules that speak of a page: `inside-2` is also `inside`, and every page is unnamed too. */
function applies(rule: PageRule, name: string): boolean {
  return rule.name === '' || rule.name === name || rule.name === name.replace(/-\d+$/, '');
}

/** What the `@page` rules of the sheets say of pages of one name. @throws PressError CSS_VALUE_INVALID, CSS_VARIABLE_UNKNOWN */
export function computePage(
  name: string,
  sheets: readonly StyleSheet[],
  variables: Variables,
  rem: number,
  air: number,
  view: View,
): PageStyle {
  const rules = sheets.flatMap((sheet) => sheet.pages).filter((rule) => applies(rule, name));
  rules.sort((a, b) => a.name.length - b.name.length);
  const draft = initial(name);
  const boxes = rules.flatMap((rule) => rule.marginBoxes);
  draft.marginBoxes = (['top', 'bottom'] as const).flatMap(
    (side) => boxes.findLast((box) => box.side === side) ?? [],
  );
  const problems: Problem[] = [];
  for (const { property, nodes, text, place } of rules.flatMap((rule) => rule.declarations))
    try {
      pageProperties[property]!(draft, nodes ?? substitute(text, variables), {
        rem,
        em: rem,
        color: [0, 0, 0],
        air,
        view,
      });
    } catch (error) {
      if (error instanceof ValueFault)
        problems.push(
          problem(
            'CSS_VALUE_INVALID',
            `${property} of @page does not take "${text}": ${error.message}.`,
            place,
          ),
        );
      else if (error instanceof VariableFault)
        problems.push(
          problem(
            'CSS_VARIABLE_UNKNOWN',
            `In ${property} of @page, ${error.message}.`,
            place,
            'Set it on :root.',
          ),
        );
      else throw error;
    }
  if (problems.length > 0) throw new PressError(problems);
  return draft;
}
