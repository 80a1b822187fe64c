import type { CssNode } from 'css-tree';
import { children, functionName, identifier, isComma, isSlash, parts, ValueFault } from './nodes.ts';
import type { ComputedStyle, TrackSize } from './types.ts';
import { nonNegative, type ValueContext } from './values.ts';

const most = 50;

/** Tracks of an explicit grid (CSS Grid 1 §7.2): none, lengths, %, fr, auto, minmax(), repeat(). @throws ValueFault */
export function tracks(nodes: readonly CssNode[], context: ValueContext): TrackSize[] {
  if (nodes.length === 1 && identifier(nodes[0]) === 'none') return [];
  if (nodes.length === 0) throw new ValueFault('sizes of tracks are wanted');
  const sizes = nodes.flatMap((node) =>
    functionName(node) === 'repeat' ? repeated(node, context) : [track(node, context)],
  );
  if (sizes.length > most) throw new ValueFault(`at most ${most} tracks are taken`);
  return sizes;
}

function repeated(node: CssNode, context: ValueContext): TrackSize[] {
  const [count, comma, ...rest] = parts(children(node));
  const times = count?.type === 'Number' ? Number(count.value) : 0;
  if (!Number.isInteger(times) || times < 1 || times > most || !isComma(comma) || rest.length === 0)
    throw new ValueFault(`repeat() takes a count from 1 to ${most}, a comma and sizes`);
  const once = rest.map((size) => track(size, context));
  return Array.from({ length: times }, () => once).flat();
}

function track(node: CssNode, context: ValueContext): TrackSize {
  if (functionName(node) === 'minmax') {
    const [min, comma, max, ...more] = parts(children(node));
    if (min === undefined || max === undefined || !isComma(comma) || more.length > 0)
      throw new ValueFault('minmax() takes two sizes');
    return {
      kind: 'minmax',
      min: identifier(min) === 'auto' ? 'auto' : nonNegative(min, context),
      max:
        identifier(max) === 'auto' ? 'auto' : isFr(max) ? { fr: fraction(max) } : nonNegative(max, context),
    };
  }
  if (functionName(node) === 'repeat') throw new ValueFault('repeat() does not stand in repeat()');
  if (isFr(node)) return { kind: 'fr', value: fraction(node) };
  if (identifier(node) === 'auto') return { kind: 'auto' };
  return { kind: 'length', value: nonNegative(node, context) };
}

type Fr = CssNode & { type: 'Dimension'; value: string };

function isFr(node: CssNode): node is Fr {
  return node.type === 'Dimension' && node.unit.toLowerCase() === 'fr';
}

function fraction(node: Fr): number {
  const value = Number(node.value);
  if (!(value >= 0 && value <= 1000)) throw new ValueFault('a fraction from 0fr to 1000fr is wanted');
  return value;
}

/** `auto`, `2`, `1 / 3`, `1 / span 2` (CSS Grid 1 §8.3). @throws ValueFault */
export function gridLine(nodes: readonly CssNode[]): ComputedStyle['gridColumn'] {
  if (nodes.length === 1 && identifier(nodes[0]) === 'auto') return undefined;
  const [first, slash, ...end] = nodes;
  const start = whole(first);
  if (slash === undefined) return { start, span: 1 };
  if (!isSlash(slash)) throw new ValueFault('a slash is wanted between two lines');
  if (identifier(end[0]) === 'span' && end.length === 2) return { start, span: whole(end[1]) };
  const span = end.length === 1 ? whole(end[0]) - start : Number.NaN;
  if (Number.isNaN(span)) throw new ValueFault('one line, or span and a count, is wanted after the slash');
  if (span < 1) throw new ValueFault('the second line must come after the first');
  return { start, span };
}

function whole(node: CssNode | undefined): number {
  const value = node?.type === 'Number' ? Number(node.value) : Number.NaN;
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new ValueFault(`auto, a line from 1 to ${most}, "1 / 3" or "1 / span 2" is wanted`);
  return value;
}
