import type { CssNode } from 'css-tree';
import { linearGradient, radialGradient } from './gradient.ts';
import { children, functionName, identifier, isSlash, one, parts, ValueFault } from './nodes.ts';
import { placeInBox } from './place-in-box.ts';
import type { Shorthand } from './sides.ts';
import type { ComputedStyle, Length } from './types.ts';
import { background, isColor, nonNegative, type ValueContext } from './values.ts';

const wanted = 'none, linear-gradient(), radial-gradient() or url() is wanted';

/** `background-image` (CSS Backgrounds 3 §2.3), of one layer. @throws ValueFault */
export function backgroundImage(
  nodes: readonly CssNode[],
  context: ValueContext,
): ComputedStyle['backgroundImage'] {
  const node = one(nodes);
  if (identifier(node) === 'none') return undefined;
  if (node.type === 'Url') {
    if (!/^(?:guide|template|scene):./.test(node.value))
      throw new ValueFault('url() opens guide:<path>, template:<path> or scene:<slot>');
    return { kind: 'picture', source: node.value };
  }
  const inner = parts(children(node));
  const name = functionName(node);
  if (name === 'linear-gradient') return linearGradient(inner, context);
  if (name === 'radial-gradient') return radialGradient(inner, context);
  throw new ValueFault(wanted);
}

/** `background-size` (CSS Backgrounds 3 §2.9). @throws ValueFault */
export function backgroundSize(
  nodes: readonly CssNode[],
  context: ValueContext,
): ComputedStyle['backgroundSize'] {
  const name = nodes.length === 1 ? identifier(nodes[0]) : undefined;
  if (name === 'cover' || name === 'contain') return name;
  if (nodes.length < 1 || nodes.length > 2)
    throw new ValueFault('cover, contain, auto, or one or two lengths or percentages are wanted');
  const [width, height = 'auto' as const] = nodes.map((node): Length | 'auto' =>
    identifier(node) === 'auto' ? 'auto' : nonNegative(node, context),
  );
  return [width!, height];
}

const repeats = ['repeat', 'repeat-x', 'repeat-y', 'no-repeat'] as const;

export function backgroundRepeat(nodes: readonly CssNode[]): ComputedStyle['backgroundRepeat'] {
  const found = repeats.find((word) => word === identifier(one(nodes)));
  if (found === undefined) throw new ValueFault(`one of ${repeats.join(', ')} is wanted`);
  return found;
}

/** `background`: a colour, an image, a place with a size after a slash, how it repeats; what is not said is as if it was never set. */
export const backgroundShorthand: Shorthand = (nodes, context) => {
  const found: { [name: string]: readonly CssNode[] } = {};
  const places: CssNode[] = [];
  const put = (name: string, node: CssNode): void => {
    if (found[name] !== undefined)
      throw new ValueFault(
        'a colour, an image, a place with its size after a slash, and how it repeats are wanted',
      );
    found[name] = [node];
  };
  const slash = nodes.findIndex(isSlash);
  nodes.forEach((node, i) => {
    if (slash >= 0 && i >= slash && i <= slash + 2) {
      if (i === slash) return;
      if (i === slash + 1 || isSize(node)) {
        found.size = [...(found.size ?? []), node];
        return;
      }
    }
    if (node.type === 'Url' || /^(?:linear|radial)-gradient$/.test(functionName(node) ?? ''))
      put('image', node);
    else if (repeats.some((word) => word === identifier(node))) put('repeat', node);
    else if (isColor(node) || identifier(node) === 'transparent') put('color', node);
    else if (identifier(node) === 'none' && nodes.length === 1) put('image', node);
    else places.push(node);
  });
  if (nodes.length === 0 || (slash >= 0 && (places.length === 0 || found.size === undefined)))
    throw new ValueFault('a size stands after a place and a slash');
  const { color, image, size, repeat } = found;
  // Nothing else was said: what is wrong is a colour.
  if (places.length === nodes.length && nodes.length === 1 && nodes[0]!.type !== 'Identifier')
    background(nodes[0]!, context);
  return [
    ['background-color', color === undefined ? undefined : background(color[0]!, context)],
    ['background-image', image === undefined ? undefined : backgroundImage(image, context)],
    ['background-position', places.length === 0 ? topLeft : placeInBox(places, context)],
    ['background-size', size === undefined ? autoSize : backgroundSize(size, context)],
    ['background-repeat', repeat === undefined ? 'repeat' : backgroundRepeat(repeat)],
  ];
};

const isSize = (node: CssNode): boolean =>
  identifier(node) === 'auto' || node.type === 'Dimension' || node.type === 'Percentage';

export const topLeft: ComputedStyle['backgroundPosition'] = [{ percent: 0 }, { percent: 0 }];
export const autoSize: ComputedStyle['backgroundSize'] = ['auto', 'auto'];

/** What is wrong with a ground that is an image, and the property that says it. */
export function backgroundFault({
  backgroundImage: image,
  backgroundSize: size,
  backgroundPosition: place,
  backgroundRepeat: repeat,
  borderRadius,
}: ComputedStyle): { readonly of: RegExp; readonly message: string } | undefined {
  const isPlaced = size !== autoSize || place !== topLeft || repeat !== 'repeat';
  if (image?.kind === 'picture') {
    const isRound = Object.values(borderRadius).some((radius) => radius !== 0);
    return isRound
      ? { of: /radius$/, message: 'a background picture is not cut: draw it with round corners' }
      : undefined;
  }
  if (image === undefined || !isPlaced) return undefined;
  return {
    of: /^background-(?:size|position|repeat)$|^background$/,
    message: 'a gradient fills its box and is neither placed nor repeated',
  };
}
