import type { CssNode } from 'css-tree';
import { identifier, ValueFault } from './nodes.ts';
import type { Length, Place } from './types.ts';
import { length, type ValueContext } from './values.ts';

const horizontal: Readonly<Record<string, number>> = { left: 0, center: 50, right: 100 };
const vertical: Readonly<Record<string, number>> = { top: 0, center: 50, bottom: 100 };

function along(
  node: CssNode | undefined,
  words: Readonly<Record<string, number>>,
  context: ValueContext,
): Length | undefined {
  if (node === undefined) return { percent: 50 };
  const name = identifier(node);
  if (name === undefined) return length(node, context);
  return Object.hasOwn(words, name) ? { percent: words[name]! } : undefined;
}

/**
 * `<position>` of one or two values (CSS Values 4 §8.3): keywords, lengths and percentages, across and then down; two
 * keywords in any order. @throws ValueFault
 */
export function placeInBox(nodes: readonly CssNode[], context: ValueContext): Place {
  const [first, second] = nodes;
  const words = nodes.every((node) => node.type === 'Identifier');
  if (nodes.length === 1 || nodes.length === 2)
    for (const [across, down] of words
      ? [
          [first, second],
          [second, first],
        ]
      : [[first, second]]) {
      const [x, y] = [along(across, horizontal, context), along(down, vertical, context)];
      if (x !== undefined && y !== undefined) return [x, y];
    }
  throw new ValueFault(
    'left, right, top, bottom, center, lengths or percentages are wanted: across, then down',
  );
}
