import type { CssNode } from 'css-tree';
import { autoSize, backgroundImage, backgroundRepeat, backgroundSize, topLeft } from './background.ts';
import { content, counterNames } from './content.ts';
import { type CounterStyle, counterStyles } from './counter-styles.ts';
import { areas } from './grid-areas.ts';
import { gridLine, tracks } from './grid-values.ts';
import { children, functionName, identifier, one, parts, ValueFault } from './nodes.ts';
import { objectPosition } from './object-position.ts';
import { placeInBox } from './place-in-box.ts';
import { inherited, keyword, type Longhand, own, type Parse, words } from './property.ts';
import { radii } from './radius.ts';
import { border, sided, single } from './sides.ts';
import { transform } from './transform.ts';
import type { ComputedStyle, Length } from './types.ts';
import {
  absoluteLength,
  background,
  color,
  length,
  nonNegative,
  nonNegativeLength,
  type ValueContext,
} from './values.ts';

export function lengthOrAuto(node: CssNode, context: ValueContext): Length | 'auto' {
  return identifier(node) === 'auto' ? 'auto' : length(node, context);
}

/** One step from either of the two weights that there are is the other, or the same (§2.2.1). */
const weights: Readonly<Record<string, number>> = { normal: 400, bold: 700, lighter: 400, bolder: 700 };
const noNames: readonly string[] = [];
const noAreas: ComputedStyle['gridTemplateAreas'] = new Map();
const breaks = words('auto', 'page', 'column', 'avoid');
/** The flex names mean the same in rows, which are never reversed. */
const edges = { 'flex-start': 'start', 'flex-end': 'end' } as const;
const align = words('stretch', 'start', 'center', 'end');
const alignment = { ...align, ...words('baseline'), ...edges };
const sharing = {
  ...words('start', 'center', 'end', 'stretch', 'space-between', 'space-around', 'space-evenly'),
  ...edges,
};

const whole =
  (from: number, to: number): Parse<number> =>
  (nodes) => {
    const node = one(nodes);
    const value = node.type === 'Number' ? Number(node.value) : Number.NaN;
    if (!Number.isInteger(value) || value < from || value > to)
      throw new ValueFault(`a whole number from ${from} to ${to} is wanted`);
    return value;
  };

const factor: Parse<number> = (nodes) => {
  const node = one(nodes);
  const value = node.type === 'Number' ? Number(node.value) : Number.NaN;
  if (!(value >= 0 && value <= 1000)) throw new ValueFault('a number from 0 to 1000 is wanted');
  return value;
};

const hyphenLimits: ComputedStyle['hyphenateLimitChars'] = [6, 2, 3];

/** A second number stands for the third, too; `auto` for what is usual (CSS Text 4 §6.3.4). */
const limitChars: Parse<ComputedStyle['hyphenateLimitChars']> = (nodes, context) => {
  if (nodes.length > 3) throw new ValueFault('one to three whole numbers are wanted');
  const said = nodes.map((node, i) =>
    identifier(node) === 'auto' ? hyphenLimits[i]! : whole(1, 100)([node], context),
  );
  const [word, before, after] = said;
  return [word ?? hyphenLimits[0], before ?? hyphenLimits[1], after ?? before ?? hyphenLimits[2]];
};

const columnCount = whole(1, 20);
function columnWidth(node: CssNode, context: ValueContext): number | 'auto' {
  if (identifier(node) === 'auto') return 'auto';
  const width = nonNegativeLength(node, context);
  if (width === 0) throw new ValueFault('a width above 0 is wanted');
  return width;
}

/** `none`, `grow` (CSS Text 5), `fewer` with the least size. */
const textFit: Parse<ComputedStyle['textFit']> = (nodes, context) => {
  const [first, least, ...more] = nodes;
  if (first?.type === 'Identifier' && first.name === 'fewer' && more.length === 0)
    return { fewer: least === undefined ? 0 : nonNegativeLength(least, context) };
  return oneTextFit(nodes, context);
};
const oneTextFit = keyword(words('none', 'grow'));

const placement = keyword(words('static', 'relative', 'absolute'));
const size = single(nonNegative);
function sizeOr<T extends 'auto' | 'none'>(word: T): Parse<Length | T> {
  return single((node, context) => (identifier(node) === word ? word : nonNegative(node, context)));
}

/**
 * The whole vocabulary, a row a property: the field that it sets, the value where nothing sets it, whether it comes from
 * the parent, and how it is read. Shorthands are in `properties.ts`.
 */
export const longhands = {
  display: own('display', 'inline', keyword(words('block', 'inline', 'list-item', 'grid', 'flex', 'none'))),
  position: own('position', 'static', (nodes, context) => {
    const node = one(nodes);
    if (functionName(node) !== 'running') return placement(nodes, context);
    const [name, ...more] = parts(children(node));
    if (name?.type !== 'Identifier' || more.length > 0) throw new ValueFault('running() takes a name');
    return { running: name.name };
  }),
  ...sided('inset', 'auto', single(lengthOrAuto)),
  ...sided('margin', 0, single(lengthOrAuto)),
  ...sided('padding', 0, single(nonNegative)),
  ...sided('border', { width: 0, style: 'none', color: [0, 0, 0] }, border),
  ...radii,
  width: own('width', 'auto', sizeOr('auto')),
  height: own('height', 'auto', sizeOr('auto')),
  'min-width': own('minWidth', 'auto', sizeOr('auto')),
  'min-height': own('minHeight', 'auto', sizeOr('auto')),
  'max-width': own('maxWidth', 'none', sizeOr('none')),
  'max-height': own('maxHeight', 'none', sizeOr('none')),
  'background-color': own('backgroundColor', undefined, single(background)),
  'background-image': own('backgroundImage', undefined, backgroundImage),
  'background-size': own('backgroundSize', autoSize, backgroundSize),
  'background-position': own('backgroundPosition', topLeft, placeInBox),
  'background-repeat': own('backgroundRepeat', 'repeat', backgroundRepeat),
  opacity: own('opacity', 1, (nodes) => {
    const node = one(nodes);
    const value =
      node.type === 'Percentage' ? Number(node.value) / 100 : node.type === 'Number' ? Number(node.value) : 0;
    if (!(value >= 0.1 && value <= 1))
      throw new ValueFault('a number from 0.1 to 1 is wanted, or a percentage');
    return value;
  }),
  color: inherited('color', [0, 0, 0], single(color)),
  'font-family': inherited('fontFamily', 'text', keyword(words('text', 'display', 'number'))),
  // The root's is the rem.
  'font-size': inherited('fontSize', 0, (nodes, context) => {
    const value = nonNegative(one(nodes), context);
    const points = typeof value === 'number' ? value : (value.percent / 100) * context.em + (value.plus ?? 0);
    if (!(points > 0) || points > 2000) throw new ValueFault('a size above 0 and up to 2000 pt is wanted');
    return points;
  }),
  // The faces are regular and bold: up to 500 is set in the one, beyond in the other (CSS Fonts 4 §5.2).
  'font-weight': inherited('fontWeight', 400, (nodes) => {
    const node = one(nodes);
    const weight = node.type === 'Number' ? Number(node.value) : weights[identifier(node) ?? ''];
    if (weight === undefined || !(weight >= 1 && weight <= 1000))
      throw new ValueFault(`a number from 1 to 1000, ${Object.keys(weights).join(', ')} is wanted`);
    return weight <= 500 ? 400 : 700;
  }),
  'line-height': inherited('lineHeight', 'normal', (nodes, context) => {
    const node = one(nodes);
    if (identifier(node) === 'normal') return 'normal';
    if (node.type === 'Number' && Number(node.value) > 0 && Number(node.value) <= 100)
      return Number(node.value);
    return { pt: nonNegativeLength(node, context) };
  }),
  'letter-spacing': inherited(
    'letterSpacing',
    0,
    single((node, context) => (identifier(node) === 'normal' ? 0 : absoluteLength(node, context))),
  ),
  'text-align': inherited('textAlign', 'start', keyword(words('start', 'end', 'center'))),
  'text-wrap': inherited('textWrap', 'wrap', keyword(words('wrap', 'nowrap', 'balance'))),
  hyphens: inherited('hyphens', 'manual', keyword(words('manual', 'auto'))),
  'hyphenate-limit-chars': inherited('hyphenateLimitChars', hyphenLimits, limitChars),
  'word-break': inherited('wordBreak', 'normal', keyword(words('normal', 'auto-phrase'))),
  'text-transform': inherited(
    'textTransform',
    'none',
    keyword(words('none', 'uppercase', 'lowercase', 'capitalize')),
  ),
  'text-fit': own('textFit', 'none', textFit),
  'text-decoration': own('textDecoration', 'none', keyword(words('none', 'underline'))),
  'vertical-align': own(
    'verticalAlign',
    'baseline',
    keyword(words('baseline', 'super', 'sub', 'top', 'middle', 'bottom')),
  ),
  'border-collapse': inherited('borderCollapse', 'separate', keyword(words('separate', 'collapse'))),
  'border-spacing': inherited('borderSpacing', { inline: 0, block: 0 }, (nodes, context) => {
    if (nodes.length < 1 || nodes.length > 2) throw new ValueFault('one or two lengths are wanted');
    const [inline, block = inline] = nodes.map((node) => nonNegativeLength(node, context));
    return { inline: inline!, block: block! };
  }),
  'list-style-type': inherited(
    'listStyleType',
    'none',
    keyword(words<'none' | 'disc' | CounterStyle>('none', 'disc', ...counterStyles)),
  ),
  content: own('content', undefined, content),
  'counter-reset': own('counterReset', noNames, counterNames(0)),
  'counter-increment': own('counterIncrement', noNames, counterNames(1)),
  // `auto` is made the parent's page when the style is whole (CSS Paged Media 3 §8.2).
  page: inherited('page', '', (nodes) => {
    const node = one(nodes);
    if (node.type !== 'Identifier') throw new ValueFault('the name of a page is wanted');
    return node.name;
  }),
  // Across pages: what no box of one page can say of another's.
  level: own('level', undefined, (nodes, context) => {
    const [name, within, ...more] = nodes;
    if (name?.type !== 'Identifier' || more.length > 0)
      throw new ValueFault('none, or a name and how much lower a box may be is wanted');
    if (name.name === 'none') return undefined;
    return {
      name: name.name,
      within: within === undefined ? Number.POSITIVE_INFINITY : nonNegativeLength(within, context),
    };
  }),
  'break-before': own('breakBefore', 'auto', keyword(breaks)),
  'break-after': own('breakAfter', 'auto', keyword(breaks)),
  'break-inside': own('breakInside', 'auto', keyword(words('auto', 'avoid'))),
  orphans: inherited('orphans', 2, whole(1, 20)),
  widows: inherited('widows', 2, whole(1, 20)),
  'grid-template-columns': own('gridTemplateColumns', [], tracks),
  'grid-template-rows': own('gridTemplateRows', [], tracks),
  'column-gap': own('columnGap', 0, size),
  'row-gap': own('rowGap', 0, size),
  'column-count': own('columnCount', 'auto', (nodes, context) =>
    identifier(one(nodes)) === 'auto' ? 'auto' : columnCount(nodes, context),
  ),
  'column-width': own('columnWidth', 'auto', single(columnWidth)),
  'column-fill': own('columnFill', 'balance', keyword(words('balance', 'auto'))),
  'column-rule': own('columnRule', { width: 0, style: 'none', color: [0, 0, 0] }, border),
  'grid-template-areas': own('gridTemplateAreas', noAreas, areas),
  'grid-area': own('gridArea', undefined, (nodes) => {
    const node = one(nodes);
    if (node.type !== 'Identifier') throw new ValueFault('the name of an area, or auto, is wanted');
    return identifier(node) === 'auto' ? undefined : node.name;
  }),
  'grid-column': own('gridColumn', undefined, gridLine),
  'grid-row': own('gridRow', undefined, gridLine),
  // What is placed and painted first (CSS Grid 1 §6.3); the structure keeps the document's order.
  order: own('order', 0, whole(-20, 20)),
  'align-items': own('alignItems', 'stretch', keyword(alignment)),
  'align-self': own('alignSelf', 'auto', keyword({ auto: 'auto', ...alignment } as const)),
  'justify-self': own('justifySelf', 'stretch', keyword(align)),
  'align-content': own('alignContent', 'stretch', keyword(sharing)),
  'justify-content': own('justifyContent', 'normal', keyword({ ...words('normal'), ...sharing })),
  'flex-wrap': own('flexWrap', 'nowrap', keyword(words('nowrap', 'wrap'))),
  'flex-grow': own('flexGrow', 0, factor),
  'flex-shrink': own('flexShrink', 1, factor),
  'flex-basis': own(
    'flexBasis',
    'auto',
    single((node, context) => {
      const name = identifier(node);
      return name === 'auto' || name === 'content' ? name : nonNegative(node, context);
    }),
  ),
  'object-fit': own('objectFit', 'auto', keyword(words('auto', 'fill', 'contain', 'cover'))),
  'object-position': own('objectPosition', [0.5, 0.5], objectPosition),
  transform: own('transform', { kind: 'none' }, transform),
  'transform-origin': own('transformOrigin', [{ percent: 50 }, { percent: 50 }], placeInBox),
} satisfies Readonly<Record<string, Longhand>>;

/** Every field of a style has a row: what is missing is named by the compiler. */
type Described = (typeof longhands)[keyof typeof longhands]['key'];
export const everyFieldIsDescribed: Exclude<keyof ComputedStyle, Described> extends never ? true : never =
  true;
