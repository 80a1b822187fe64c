import type { CssNode } from 'css-tree';
import { angle } from './gradient.ts';
import { children, functionName, identifier, isComma, parts, ValueFault } from './nodes.ts';
import type { ComputedStyle, TransformStep } from './types.ts';
import { length, type ValueContext } from './values.ts';

/** Steps of one transform, at most. */
const mostSteps = 8;
/** Less is nothing, and more is no page. */
const [leastScale, mostScale] = [0.05, 20];
const wanted =
  'none, or rotate(), scale(), scaleX(), scaleY(), translate(), translateX() and translateY() are wanted, one after the other';

/** `transform` (CSS Transforms 1 §6): what is in the plane and keeps lines parallel, but skews. @throws ValueFault */
export function transform(nodes: readonly CssNode[], context: ValueContext): ComputedStyle['transform'] {
  if (nodes.length === 1 && identifier(nodes[0]) === 'none') return { kind: 'none' };
  if (nodes.length < 1 || nodes.length > mostSteps) throw new ValueFault(wanted);
  const steps = nodes.map((node) => step(node, context));
  const [only] = steps;
  const isFlip = nodes.length === 1 && only?.kind === 'scale' && only.x === -1 && only.y === 1;
  return isFlip ? { kind: 'flip' } : { kind: 'steps', steps };
}

function step(node: CssNode, context: ValueContext): TransformStep {
  const all = parts(node.type === 'Function' ? children(node) : []);
  const given = all.filter((each) => !isComma(each));
  const [first, second] = given;
  const isOne = all.length === 1;
  const isTwo = all.length === 3 && isComma(all[1]) && given.length === 2;
  if (first === undefined || !(isOne || isTwo)) throw new ValueFault(wanted);
  const name = functionName(node);
  if (name === 'rotate' && isOne) {
    const degrees = angle(first);
    if (degrees !== undefined && Math.abs(degrees) <= 3600) return { kind: 'rotate', degrees };
  }
  if (name === 'scale') {
    const x = factor(first);
    return { kind: 'scale', x, y: second === undefined ? x : factor(second) };
  }
  if (name === 'scalex' && isOne) return { kind: 'scale', x: factor(first), y: 1 };
  if (name === 'scaley' && isOne) return { kind: 'scale', x: 1, y: factor(first) };
  if (name === 'translate')
    return {
      kind: 'translate',
      x: length(first, context),
      y: second === undefined ? 0 : length(second, context),
    };
  if (name === 'translatex' && isOne) return { kind: 'translate', x: length(first, context), y: 0 };
  if (name === 'translatey' && isOne) return { kind: 'translate', x: 0, y: length(first, context) };
  throw new ValueFault(wanted);
}

function factor(node: CssNode): number {
  const value =
    node.type === 'Number'
      ? Number(node.value)
      : node.type === 'Percentage'
        ? Number(node.value) / 100
        : Number.NaN;
  if (!(Math.abs(value) >= leastScale && Math.abs(value) <= mostScale))
    throw new ValueFault(
      `a factor from ${leastScale} to ${mostScale} is wanted, or below 0 for a mirror image`,
    );
  return value;
}
