import type { CssNode } from 'css-tree';
import { identifier, ValueFault } from './nodes.ts';

const horizontal: Readonly<Record<string, number>> = { left: 0, center: 0.5, right: 1 };
const vertical: Readonly<Record<string, number>> = { top: 0, center: 0.5, bottom: 1 };

function fraction(node: CssNode | undefined, words: Readonly<Record<string, number>>): number | undefined {
  if (node === undefined) return 0.5;
  const name = identifier(node);
  if (name !== undefined) return Object.hasOwn(words, name) ? words[name] : undefined;
  const value = node.type === 'Percentage' ? Number(node.value) / 100 : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}

/** One or two of keywords and percentages (CSS Images 3 §5.5): across, then down; two keywords in any order. @throws ValueFault */
export function objectPosition(nodes: readonly CssNode[]): readonly [x: number, y: number] {
  const [first, second] = nodes;
  const orders = nodes.every((node) => node.type === 'Identifier')
    ? [
        [first, second],
        [second, first],
      ]
    : [[first, second]];
  if (nodes.length === 1 || nodes.length === 2)
    for (const [across, down] of orders) {
      const x = fraction(across, horizontal);
      const y = fraction(down, vertical);
      if (x !== undefined && y !== undefined) return [x, y];
    }
  throw new ValueFault(
    'left, right, top, bottom, center or a percentage from 0% to 100% is wanted: across, then down',
  );
}
