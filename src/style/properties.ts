import type { CssNode } from 'css-tree';
import type { Color } from '../geometry/index.ts';
import type { Draft } from './draft.ts';
import { gridLine, tracks } from './grid-values.ts';
import { children, functionName, identifier, one, parts, ValueFault } from './nodes.ts';
import { objectPosition } from './object-position.ts';
import type { Border, Length, Sides } from './types.ts';
import { background, color, length, nonNegative, nonNegativeLength, type ValueContext } from './values.ts';

/** Sets what a declaration says on a style that is being computed. @throws ValueFault */
type Apply = (draft: Draft, nodes: readonly CssNode[], context: ValueContext) => void;

type Side = keyof Sides<unknown>;
const logical: readonly (readonly [Side, string])[] = [
  ['blockStart', 'block-start'],
  ['inlineEnd', 'inline-end'],
  ['blockEnd', 'block-end'],
  ['inlineStart', 'inline-start'],
];

/** A property that takes one of a few keywords. */
function keyword<K extends keyof Draft>(key: K, values: Readonly<Record<string, Draft[K]>>): Apply {
  return (draft, nodes) => {
    const name = identifier(one(nodes));
    if (name === undefined || !Object.hasOwn(values, name))
      throw new ValueFault(`one of ${Object.keys(values).join(', ')} is wanted`);
    draft[key] = values[name]!;
  };
}

function words<const T extends string>(...names: T[]): Record<T, T> {
  return Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;
}

function lengthOrAuto(node: CssNode, context: ValueContext): Length | 'auto' {
  return identifier(node) === 'auto' ? 'auto' : length(node, context);
}

/** Values for the four sides, in the order of the CSS shorthand: block-start, inline-end, block-end, inline-start. */
function fourSides<T>(nodes: readonly CssNode[], parse: (node: CssNode) => T): Sides<T> {
  if (nodes.length < 1 || nodes.length > 4) throw new ValueFault('one to four values are wanted');
  const [a, b = a, c = a, d = b] = nodes.map(parse) as [T, T?, T?, T?];
  return { blockStart: a, inlineEnd: b as T, blockEnd: c as T, inlineStart: d as T };
}

/** `x`, `x-block`, `x-inline` and the four sides of `margin`, `padding` or `inset`. */
function sideFamily<K extends 'margin' | 'padding' | 'inset'>(
  key: K,
  parse: (node: CssNode, context: ValueContext) => Draft[K]['blockStart'],
): Record<string, Apply> {
  type Value = Draft[K]['blockStart'];
  const target = (draft: Draft) => draft[key] as Record<Side, Value>;
  const pair =
    (start: Side, end: Side): Apply =>
    (draft, nodes, context) => {
      if (nodes.length < 1 || nodes.length > 2) throw new ValueFault('one or two values are wanted');
      const [first, second = first] = nodes.map((node) => parse(node, context));
      target(draft)[start] = first!;
      target(draft)[end] = second!;
    };
  return {
    [key]: (draft, nodes, context) =>
      Object.assign(
        target(draft),
        fourSides(nodes, (node) => parse(node, context)),
      ),
    [`${key}-block`]: pair('blockStart', 'blockEnd'),
    [`${key}-inline`]: pair('inlineStart', 'inlineEnd'),
    ...Object.fromEntries(
      logical.map(([side, name]): [string, Apply] => [
        `${key}-${name}`,
        (draft, nodes, context) => {
          target(draft)[side] = parse(one(nodes), context);
        },
      ]),
    ),
  };
}

const borderStyles = ['none', 'solid', 'dashed'] as const;

/** A width, a style and a colour in any order, each at most once (CSS Backgrounds 3 §3.4). */
function border(nodes: readonly CssNode[], context: ValueContext): Border {
  let width: number | undefined;
  let style: Border['style'] | undefined;
  let line: Color | undefined;
  for (const node of nodes) {
    const name = identifier(node);
    const known = borderStyles.find((s) => s === name);
    if (known !== undefined && style === undefined) style = known;
    else if (
      width === undefined &&
      node.type !== 'Identifier' &&
      node.type !== 'Hash' &&
      functionName(node) !== 'rgb'
    )
      width = nonNegativeLength(node, context);
    else if (line === undefined) line = color(node, context);
    else throw new ValueFault('one width, one style (none, solid or dashed) and one colour are wanted');
  }
  if (style === undefined && nodes.length !== 1)
    throw new ValueFault('a style is wanted: none, solid or dashed');
  if (style === undefined && width !== 0) throw new ValueFault('a width, a style and a colour are wanted');
  return {
    width: style === undefined || style === 'none' ? 0 : (width ?? 0.75),
    style: style ?? 'none',
    color: line ?? context.color,
  };
}

const borders: Record<string, Apply> = {
  border: (draft, nodes, context) => {
    const value = border(nodes, context);
    for (const [side] of logical) draft.border[side] = value;
  },
  ...Object.fromEntries(
    logical.map(([side, name]): [string, Apply] => [
      `border-${name}`,
      (draft, nodes, context) => {
        draft.border[side] = border(nodes, context);
      },
    ]),
  ),
};

const breaks = words('auto', 'page', 'avoid');
const align = words('stretch', 'start', 'center', 'end');

function count(key: 'orphans' | 'widows'): Apply {
  return (draft, nodes) => {
    const node = one(nodes);
    const value = node.type === 'Number' ? Number(node.value) : 0;
    if (!Number.isInteger(value) || value < 1 || value > 20)
      throw new ValueFault('a whole number from 1 to 20 is wanted');
    draft[key] = value;
  };
}

function size(
  key: 'width' | 'height' | 'minWidth' | 'minHeight' | 'maxWidth' | 'maxHeight',
  word?: 'auto' | 'none',
): Apply {
  return (draft, nodes, context) => {
    const node = one(nodes);
    Object.assign(draft, {
      [key]: word !== undefined && identifier(node) === word ? word : nonNegative(node, context),
    });
  };
}

/** The whole vocabulary: a property that is not here is refused. */
export const properties: Readonly<Record<string, Apply>> = {
  display: keyword('display', words('block', 'inline', 'list-item', 'grid', 'none')),
  position: (draft, nodes) => {
    const node = one(nodes);
    if (functionName(node) === 'running' && node.type === 'Function') {
      const [name, ...more] = parts(children(node));
      if (name?.type !== 'Identifier' || more.length > 0) throw new ValueFault('running() takes a name');
      draft.position = { running: name.name };
    } else
      keyword('position', words('static', 'relative', 'absolute'))(draft, nodes, {
        rem: 0,
        em: 0,
        color: [0, 0, 0],
        air: 1,
      });
  },
  ...sideFamily('inset', lengthOrAuto),
  ...sideFamily('margin', lengthOrAuto),
  ...sideFamily('padding', nonNegative),
  ...borders,
  width: size('width', 'auto'),
  height: size('height', 'auto'),
  'inline-size': size('width', 'auto'),
  'block-size': size('height', 'auto'),
  'min-width': size('minWidth'),
  'min-height': size('minHeight'),
  'max-width': size('maxWidth', 'none'),
  'max-height': size('maxHeight', 'none'),
  'background-color': (draft, nodes, context) => {
    draft.backgroundColor = background(one(nodes), context);
  },
  color: (draft, nodes, context) => {
    draft.color = color(one(nodes), context);
  },
  'font-family': keyword('fontFamily', words('text', 'display', 'number')),
  'font-size': (draft, nodes, context) => {
    const value = nonNegative(one(nodes), context);
    const size = typeof value === 'number' ? value : (value.percent / 100) * context.em;
    if (!(size > 0) || size > 2000) throw new ValueFault('a size above 0 and up to 2000 pt is wanted');
    draft.fontSize = size;
  },
  'font-weight': (draft, nodes) => {
    const node = one(nodes);
    const name = node.type === 'Number' ? node.value : identifier(node);
    if (name === '400' || name === 'normal') draft.fontWeight = 400;
    else if (name === '700' || name === 'bold') draft.fontWeight = 700;
    else throw new ValueFault('400, 700, normal or bold is wanted');
  },
  'line-height': (draft, nodes, context) => {
    const node = one(nodes);
    if (identifier(node) === 'normal') draft.lineHeight = 'normal';
    else if (node.type === 'Number' && Number(node.value) > 0 && Number(node.value) <= 100)
      draft.lineHeight = Number(node.value);
    else draft.lineHeight = { pt: nonNegativeLength(node, context) };
  },
  'text-align': keyword('textAlign', words('start', 'end', 'center')),
  'text-wrap': keyword('textWrap', words('wrap', 'nowrap', 'balance')),
  'word-break': keyword('wordBreak', words('normal', 'auto-phrase')),
  'white-space': keyword('textWrap', { normal: 'wrap', nowrap: 'nowrap' }),
  'text-fit': keyword('textFit', words('none', 'grow')),
  'text-decoration': keyword('textDecoration', words('none', 'underline')),
  'list-style-type': keyword('listStyleType', words('none', 'disc', 'decimal')),
  /** `auto` is made the parent's page when the style is whole (CSS Paged Media 3 §8.2). */
  page: (draft, nodes) => {
    const node = one(nodes);
    if (node.type !== 'Identifier') throw new ValueFault('the name of a page is wanted');
    draft.page = node.name;
  },
  'break-before': keyword('breakBefore', breaks),
  'break-after': keyword('breakAfter', breaks),
  'break-inside': keyword('breakInside', words('auto', 'avoid')),
  orphans: count('orphans'),
  widows: count('widows'),
  'grid-template-columns': (draft, nodes, context) => {
    draft.gridTemplateColumns = tracks(nodes, context);
  },
  'grid-template-rows': (draft, nodes, context) => {
    draft.gridTemplateRows = tracks(nodes, context);
  },
  'column-gap': (draft, nodes, context) => {
    draft.columnGap = nonNegative(one(nodes), context);
  },
  'row-gap': (draft, nodes, context) => {
    draft.rowGap = nonNegative(one(nodes), context);
  },
  gap: (draft, nodes, context) => {
    if (nodes.length < 1 || nodes.length > 2) throw new ValueFault('one or two values are wanted');
    const [row, column = row] = nodes.map((node) => nonNegative(node, context));
    draft.rowGap = row!;
    draft.columnGap = column!;
  },
  'grid-column': (draft, nodes) => {
    draft.gridColumn = gridLine(nodes);
  },
  'grid-row': (draft, nodes) => {
    draft.gridRow = gridLine(nodes);
  },
  'align-items': keyword('alignItems', align),
  'align-self': keyword('alignSelf', { auto: 'auto', ...align }),
  'justify-self': keyword('justifySelf', align),
  'align-content': keyword(
    'alignContent',
    words('start', 'center', 'end', 'stretch', 'space-between', 'space-evenly'),
  ),
  'object-fit': keyword('objectFit', words('fill', 'contain', 'cover')),
  'object-position': (draft, nodes) => {
    draft.objectPosition = objectPosition(nodes);
  },
  transform: (draft, nodes) => {
    const node = one(nodes);
    const [argument, ...more] = node.type === 'Function' ? parts(children(node)) : [];
    const name = more.length > 0 ? undefined : functionName(node);
    if (identifier(node) === 'none') draft.transform = { kind: 'none' };
    else if (name === 'scalex' && argument?.type === 'Number' && Number(argument.value) === -1)
      draft.transform = { kind: 'flip' };
    else if (
      name === 'rotate' &&
      argument?.type === 'Dimension' &&
      argument.unit === 'deg' &&
      Math.abs(Number(argument.value)) <= 360
    )
      draft.transform = { kind: 'rotate', degrees: Number(argument.value) };
    else throw new ValueFault('none, scaleX(-1) or rotate(<angle>deg) is wanted');
  },
};

/** What replaces a physical side, for the hint. */
export function logicalName(property: string): string | undefined {
  const physical: Record<string, string> = {
    left: 'inline-start',
    right: 'inline-end',
    top: 'block-start',
    bottom: 'block-end',
  };
  const match = /^(margin|padding|border|inset)-(left|right|top|bottom)$/.exec(property);
  if (match !== null) return `${match[1]}-${physical[match[2]!]}`;
  return Object.hasOwn(physical, property) ? `inset-${physical[property]}` : undefined;
}
