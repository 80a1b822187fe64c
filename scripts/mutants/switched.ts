import { parseSync } from 'vite';

/** A fault of a file: what is exchanged, and the number that switches it on. */
export interface Switch {
  readonly id: number;
  readonly kind: string;
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The nodes that hold a range, from the program to the smallest. */
function pathTo(node: AstNode, start: number, end: number): AstNode[] {
  for (const value of Object.values(node).flat())
    if (isNode(value) && value.start <= start && value.end >= end)
      return [node, ...pathTo(value, start, end)];
  return [node];
}

/** Types of nodes that are values: such a node may stand in parentheses. */
const value = /^(?:Binary|Logical|Unary|Call|Chain)Expression$|^(?:Template)?Literal$/;
const spine = /^(?:Member|Call|TSNonNull)Expression$/;

/** How the source is said with a fault that can be switched on: the range of a node, and its two readings. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly as: 'value' | 'element' | 'property' | 'statement';
}

function placeOfRow(path: readonly AstNode[], start: number, end: number): Place | undefined {
  const at = path.findIndex((node) => node.start === start && node.end === end);
  const [node, parent] = [path[at], path[at - 1]];
  if (node === undefined || parent === undefined) return;
  if (node.type === 'ExpressionStatement') return { start, end, as: 'statement' };
  if (parent.type === 'ObjectExpression') return { start, end, as: 'property' };
  if (/^(?:Array|Call|New)Expression$/.test(parent.type)) return { start, end, as: 'element' };
  return;
}

function placeOfSwap(path: readonly AstNode[]): Place | undefined {
  let at = path.length - 1;
  while (at > 0 && !value.test(path[at]!.type)) at--;
  // The rest of an optional chain ends with what it stands on.
  let top = at;
  while (spine.test(path[top]!.type) && spine.test(path[top - 1]?.type ?? '')) top--;
  if (path[top - 1]?.type === 'ChainExpression') at = top - 1;
  const [node, parent] = [path[at]!, path[at - 1]];
  if (parent === undefined || !value.test(node.type)) return;
  if ('key' in parent && parent.key === node) return;
  if (/^TS\w*Type$|Tagged|Import|Export/.test(parent.type)) return;
  return { start: node.start, end: node.end, as: 'value' };
}

/** A file in which faults are switched on by `__mutant(id)`, and the numbers of those that cannot be. */
export function switched(
  text: string,
  switches: readonly Switch[],
): { text: string; left: readonly number[] } {
  const { program } = parseSync('file.ts', text);
  const places = new Map<string, { place: Place; by: Switch[] }>();
  const left: number[] = [];
  for (const each of switches) {
    const found = text.slice(each.at, each.at + each.length);
    const start = each.at + found.length - found.trimStart().length;
    const row = found.trim().replace(/,$/, '');
    const end = start + row.length;
    const path = pathTo(program as AstNode, start, end);
    const place = each.kind === 'left out' ? placeOfRow(path, start, end) : placeOfSwap(path);
    if (place === undefined) {
      left.push(each.id);
      continue;
    }
    const key = `${place.start}-${place.end}-${place.as}`;
    places.set(key, { place, by: [...(places.get(key)?.by ?? []), each] });
  }
  const sorted = [...places.values()].sort(
    (a, b) => a.place.start - b.place.start || b.place.end - a.place.end,
  );
  /** What stands from `start` to `end`, with the switches from the `next` place on. */
  const write = (start: number, end: number, from: number): string => {
    let [out, at] = ['', start];
    for (let next = from; next < sorted.length && sorted[next]!.place.start < end; next++) {
      const { place, by } = sorted[next]!;
      if (place.start < at || place.end > end) continue;
      out += text.slice(at, place.start) + switchOf(place, by, write(place.start, place.end, next + 1));
      at = place.end;
    }
    return out + text.slice(at, end);
  };
  const switchOf = ({ start, end, as }: Place, by: readonly Switch[], sound: string): string => {
    const isOn = by.map(({ id }) => `__mutant(${id})`).join('||');
    if (as === 'statement') return `if(!(${isOn})){${sound}}`;
    if (as === 'element') return `...((${isOn})?[]:[${sound}])`;
    if (as === 'property') return `...((${isOn})?{}:{${sound}})`;
    const faulty = by.map((each) => {
      const put = text.slice(start, each.at) + each.by + text.slice(each.at + each.length, end);
      return `__mutant(${each.id})?(${put}):`;
    });
    return `(${faulty.join('')}(${sound}))`;
  };
  return { text: write(0, text.length, 0), left };
}
