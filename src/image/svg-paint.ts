import { uniformScale } from '../geometry/index.ts';
import { hasSharpCorner, pathBounds } from './path.ts';
import { ValueError } from './path-data.ts';
import { type Around, inheritedBy, styleOf } from './svg-around.ts';
import type { SvgColor } from './svg-color.ts';
import { checkAttributes } from './svg-elements.ts';
import { isGradient, resolveGradient } from './svg-gradient.ts';
import type { SvgNode } from './svg-node.ts';
import type { SvgReading } from './svg-reading.ts';
import type { Inherited, SvgPaint } from './svg-style.ts';
import type { LayerStroke, Paint, PathData } from './types.ts';

/** What a shape is filled or stroked with; undefined: nothing that is seen. */
export function paintOf(
  reading: SvgReading,
  node: SvgNode,
  paint: SvgPaint,
  opacity: number,
  { color }: Inherited,
  around: Around,
  path: PathData,
): Paint | undefined {
  const plain = (given: SvgColor | 'currentColor' | undefined): Paint | undefined => {
    const { color: of, opacity: own } =
      given === 'currentColor' ? color : (given ?? { color: color.color, opacity: 0 });
    return own * opacity === 0 ? undefined : { of, opacity: own * opacity };
  };
  if (paint === undefined || paint === 'currentColor' || 'color' in paint) return plain(paint);
  const gradient = reading.find(paint.ref);
  if (gradient === undefined || !isGradient(gradient)) {
    if (gradient === undefined && paint.otherwise !== undefined) return plain(paint.otherwise);
    const what = gradient === undefined ? `#${paint.ref}, which is not there` : `a <${gradient.name}>`;
    reading.report(
      node,
      `is painted with ${what}`,
      'Paint it with a colour or a gradient, or export it as PNG.',
    );
    return undefined;
  }
  checkAttributes(reading, gradient);
  try {
    const found = resolveGradient(gradient, {
      find: (id) => reading.find(id),
      stop: (stop) => stopOf(reading, stop, around),
      viewport: around.viewport,
      bounds: pathBounds(path) ?? { x: 0, y: 0, width: 0, height: 0 },
      matrix: around.matrix,
    });
    // A flat line takes the colour behind the gradient, where there is one.
    if (found === 'ignored') return paint.otherwise === undefined ? undefined : plain(paint.otherwise);
    return found === undefined || found.opacity * opacity === 0
      ? undefined
      : { ...found, opacity: found.opacity * opacity };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    reading.report(node, error.message, 'Use a gradient that ends with its last colour (pad).');
    return undefined;
  }
}

function stopOf(reading: SvgReading, node: SvgNode, around: Around): SvgColor {
  reading.enter(around.depth, node);
  checkAttributes(reading, node);
  const outer = inheritedBy(reading, node, around.viewport);
  const { inherited, own } = styleOf(reading, node, outer, around.viewport);
  const { color, opacity } = own.stopColor === 'currentColor' ? inherited.color : own.stopColor;
  return { color, opacity: opacity * own.stopOpacity };
}

/** The line of a shape, in the picture's coordinates. */
export function strokeOf(
  reading: SvgReading,
  node: SvgNode,
  style: Inherited,
  around: Around,
  path: PathData,
): LayerStroke | undefined {
  const paint =
    style.width === 0
      ? undefined
      : paintOf(reading, node, style.stroke, style.strokeOpacity, style, around, path);
  if (paint === undefined) return undefined;
  if (style.dash.length > 0 && node.attributes.has('pathLength'))
    reading.report(
      node,
      'has dashes in parts of its pathLength',
      'Write the dashes in user units, without pathLength.',
    );
  const { matrix } = around;
  const [a, b, c, d] = matrix;
  const even = uniformScale(matrix);
  const scale = even ?? Math.max(Math.hypot(a, b), Math.hypot(c, d));
  const { cap, join, miterLimit } = style;
  const isLimited = join === 'miter' && hasSharpCorner(path, Math.min(miterLimit, 10), 10);
  if (join === 'miter' && miterLimit > 10 && hasSharpCorner(path, 10, miterLimit))
    reading.report(
      node,
      `has corners that reach further than 10 widths`,
      'Round the corners, or turn the stroke into an outline.',
    );
  const pen = (by: number) => ({
    width: style.width * by,
    dash: (cap === 'square' ? squared(style.dash, style.width) : style.dash).map((length) => length * by),
    ...(style.phase === 0 || style.dash.length === 0 ? {} : { phase: style.phase * by }),
  });
  const rest = { paint, cap, join, ...(isLimited ? { miterLimit: Math.min(miterLimit, 10) } : {}) };
  // A pen that is distorted is told in its own coordinates; as it is seen it is as wide as it is anywhere.
  if (even === undefined)
    return { ...rest, ...pen(1), distorted: { path, matrix }, width: style.width * scale };
  return { ...rest, ...pen(scale) };
}

/** Dashes of no length with square caps are squares (SVG 2 §13.5.6); PDF paints none, but of a hair's length. */
function squared(dash: readonly number[], width: number): readonly number[] {
  const hair = width / 100;
  const lengthened = (i: number): boolean => i % 2 === 0 && dash[i] === 0;
  return dash.map((length, i) => {
    if (lengthened(i)) return hair;
    return lengthened(i - 1) ? Math.max(0, length - hair) : length;
  });
}
