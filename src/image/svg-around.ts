import type { Matrix } from '../geometry/index.ts';
import type { SvgNode } from './svg-node.ts';
import type { SvgReading } from './svg-reading.ts';
import { diagonalOf, type Viewport } from './svg-shape.ts';
import { type Declaration, parseDeclarations } from './svg-sheet.ts';
import { computeStyle, type Inherited, initialStyleOf, isProperty, type SvgStyle } from './svg-style.ts';
import { parseTransform } from './svg-value.ts';

/** Where an element stands. */
export interface Around {
  readonly style: Inherited;
  /** From its coordinates to the picture's. */
  readonly matrix: Matrix;
  readonly viewport: Viewport;
  readonly depth: number;
  /** What is being used, from the outside in. */
  readonly using: readonly SvgNode[];
}

export function styleOf(reading: SvgReading, node: SvgNode, parent: Inherited, viewport: Viewport): SvgStyle {
  const declarations: Declaration[] = [];
  for (const [property, value] of node.attributes)
    if (isProperty(property)) declarations.push({ property, value: value.trim(), important: false });
  const rules = reading.sheet.of(node);
  reading.weigh(rules.reduce((sum, { property, value }) => sum + property.length + value.length, 0));
  declarations.push(...rules);
  declarations.push(...reading.attributes(node).read('style', parseDeclarations, []));
  const say = (what: string, hint?: string) => reading.report(node, what, hint);
  return computeStyle(parent, declarations, diagonalOf(viewport), say, reading.palette);
}

/** What a definition inherits: from the elements that it stands in, not from those that use it (SVG 2 §13.2, CSS Masking 1 §5.2). */
export function inheritedBy(reading: SvgReading, node: SvgNode, viewport: Viewport): Inherited {
  const parent = reading.parents.get(node);
  if (parent === undefined) return initialStyleOf(reading.palette);
  let inherited = reading.inherited.get(parent);
  if (inherited === undefined) {
    ({ inherited } = styleOf(reading, parent, inheritedBy(reading, parent, viewport), viewport));
    reading.inherited.set(parent, inherited);
  }
  return inherited;
}

export function transformOf(reading: SvgReading, node: SvgNode, { own }: SvgStyle): Matrix {
  const attributes = new Map(node.attributes);
  if (own.transform !== undefined) attributes.set('transform', own.transform);
  return reading.attributes({ ...node, attributes }).read('transform', parseTransform, [1, 0, 0, 1, 0, 0]);
}

/** What a `use` names, if it may be used. */
export function targetOf(reading: SvgReading, node: SvgNode, { using }: Around): SvgNode | undefined {
  const href = node.attributes.get('href') ?? '';
  const target = href.startsWith('#') ? reading.find(href.slice(1)) : undefined;
  if (target === undefined) {
    const outside = href !== '' && !href.startsWith('#');
    reading.report(
      node,
      outside ? 'uses something outside of the file' : `uses ${href || 'nothing'}, which is not there`,
      outside ? 'Embed what is linked.' : undefined,
    );
  } else if (using.includes(target)) reading.report(node, 'uses itself');
  else return target;
  return undefined;
}
