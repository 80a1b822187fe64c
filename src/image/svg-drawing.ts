import { suggest } from '../diagnostics/index.ts';
import { type Matrix, multiply, uniformScale } from '../geometry/index.ts';
import { hasSharpCorner, pathBounds, rectPath, transformPath } from './path.ts';
import { ValueError } from './path-data.ts';
import { united } from './svg-clip.ts';
import type { SvgColor } from './svg-color.ts';
import { checkAttributes, paintsNothing, refusalOf, shapeNames } from './svg-elements.ts';
import { isGradient, resolveGradient } from './svg-gradient.ts';
import type { SvgNode } from './svg-node.ts';
import type { SvgReading } from './svg-reading.ts';
import { diagonalOf, type ShapeName, shapePath, type Viewport } from './svg-shape.ts';
import { type Declaration, parseDeclarations } from './svg-sheet.ts';
import {
  computeStyle,
  type Inherited,
  initialStyle,
  isProperty,
  type SvgPaint,
  type SvgStyle,
} from './svg-style.ts';
import { parseAspect, parseLength, parseTransform, parseViewBox, viewBoxMatrix } from './svg-value.ts';
import type { Clip, Layer, LayerStroke, Paint, PathData } from './types.ts';

/** Where an element stands. */
interface Around {
  readonly style: Inherited;
  /** From its coordinates to the picture's. */
  readonly matrix: Matrix;
  readonly viewport: Viewport;
  readonly depth: number;
  /** What is being used, from the outside in. */
  readonly using: readonly SvgNode[];
}

const middle = { fit: 'meet', align: [0.5, 0.5] } as const;

/** Reads the elements of an SVG into layers. */
export class SvgDrawing {
  readonly layers: Layer[] = [];
  readonly #reading: SvgReading;

  constructor(reading: SvgReading) {
    this.#reading = reading;
  }

  /** `matrix` takes the viewBox to the picture. @throws PressError IMAGE_TOO_LARGE, LimitError */
  readRoot(root: SvgNode, matrix: Matrix, viewport: Viewport): void {
    this.#reading.enter(1);
    checkAttributes(this.#reading, root);
    if (root.attributes.has('transform'))
      this.#reading.report(
        root,
        'is turned as a whole',
        'Put what it holds into a group with this transform.',
      );
    const style = this.#style(root, initialStyle, viewport);
    const around = { style: style.inherited, matrix, viewport, depth: 1, using: [] };
    this.layers.push(...this.#grouped(root, style, around, this.#children(root, around)));
  }

  #children(node: SvgNode, around: Around): Layer[] {
    const { report } = this.#reading;
    if (node.text.trim() !== '')
      report.call(
        this.#reading,
        node,
        'holds text',
        'Turn text into outlines (Inkscape: Path > Object to Path).',
      );
    return node.children.flatMap((child) => this.#element(child, { ...around, depth: around.depth + 1 }));
  }

  #element(node: SvgNode, around: Around): readonly Layer[] {
    this.#reading.enter(around.depth, node);
    const { name } = node;
    if (paintsNothing(name)) return [];
    const refusal = refusalOf(name);
    if (refusal !== undefined) {
      this.#reading.report(node, refusal.what, refusal.hint);
      return [];
    }
    checkAttributes(this.#reading, node);
    const style = this.#style(node, around.style, around.viewport);
    if (!style.own.displayed || style.own.opacity === 0) return [];
    const transform = this.#transform(node, style);
    const here: Around = { ...around, style: style.inherited, matrix: multiply(around.matrix, transform) };
    switch (name) {
      case 'g':
        return this.#grouped(node, style, here, this.#children(node, here));
      case 'switch': {
        // The first that asks for nothing: what asks for an extension or a language is for other programs.
        const asks = ['requiredExtensions', 'systemLanguage'];
        const taken = node.children.find(({ attributes }) => !asks.some((key) => attributes.has(key)));
        const layers = taken === undefined ? [] : this.#element(taken, { ...here, depth: here.depth + 1 });
        return this.#grouped(node, style, here, layers);
      }
      case 'svg':
        return this.#grouped(node, style, here, this.#nested(node, style, here, {}));
      case 'use':
        return this.#grouped(node, style, here, this.#used(node, here));
      default:
        return this.#shape(node, name as ShapeName, style, here);
    }
  }

  #style(node: SvgNode, parent: Inherited, viewport: Viewport): SvgStyle {
    const declarations: Declaration[] = [];
    for (const [property, value] of node.attributes)
      if (isProperty(property)) declarations.push({ property, value: value.trim(), important: false });
    declarations.push(...this.#reading.sheet.of(node));
    declarations.push(...this.#reading.attributes(node).read('style', parseDeclarations, []));
    return computeStyle(parent, declarations, diagonalOf(viewport), (what, hint) =>
      this.#reading.report(node, what, hint),
    );
  }

  #transform(node: SvgNode, { own }: SvgStyle): Matrix {
    const attributes = new Map(node.attributes);
    if (own.transform !== undefined) attributes.set('transform', own.transform);
    return this.#reading
      .attributes({ ...node, attributes })
      .read('transform', parseTransform, [1, 0, 0, 1, 0, 0]);
  }

  /** Layers with the opacity and the clip of the element that they are of. */
  #grouped(
    node: SvgNode,
    { own }: SvgStyle,
    around: Around,
    layers: readonly Layer[],
    path?: PathData,
  ): readonly Layer[] {
    if (layers.length === 0) return [];
    const clips = own.clip === undefined ? [] : this.#clips(node, own.clip, around, path);
    if (clips === undefined) return [];
    if (own.opacity === 1 && clips.length === 0) return layers;
    return [{ kind: 'group', opacity: own.opacity, clips, layers }];
  }

  /** What is in an inner `svg` or a used `symbol`, in a viewport of its own. */
  #nested(node: SvgNode, { own }: SvgStyle, around: Around, given: Partial<Viewport>): Layer[] {
    const { width: across, height: down } = around.viewport;
    const attributes = this.#reading.attributes(node);
    const length = (key: string, base: number, initial: string): number =>
      attributes.read(
        key,
        (text) => parseLength(text === 'auto' ? initial : text, base),
        parseLength(initial, base),
      );
    const isSymbol = node.name === 'symbol';
    const [x, y] = isSymbol ? [0, 0] : [length('x', across, '0'), length('y', down, '0')];
    const width = given.width ?? length('width', across, '100%');
    const height = given.height ?? length('height', down, '100%');
    if (!(width > 0 && height > 0)) return [];
    const box = attributes.read('viewBox', parseViewBox, undefined);
    const aspect = attributes.read('preserveAspectRatio', parseAspect, middle);
    const placed = multiply(around.matrix, [1, 0, 0, 1, x, y]);
    const inner: Around = {
      ...around,
      matrix: box === undefined ? placed : multiply(placed, viewBoxMatrix(box, aspect, width, height)),
      viewport: box === undefined ? { width, height } : { width: box[2], height: box[3] },
    };
    const layers = this.#children(node, inner);
    if (layers.length === 0 || own.overflows) return layers;
    const path = transformPath(rectPath(0, 0, width, height), placed);
    return [{ kind: 'group', opacity: 1, clips: [{ path, rule: 'nonzero' }], layers }];
  }

  #used(node: SvgNode, around: Around): readonly Layer[] {
    const target = this.#target(node, around);
    if (target === undefined) return [];
    const attributes = this.#reading.attributes(node);
    const { width: across, height: down } = around.viewport;
    const length = (key: string, base: number): number | undefined =>
      attributes.read(key, (text) => (text === 'auto' ? undefined : parseLength(text, base)), undefined);
    const moved = multiply(around.matrix, [1, 0, 0, 1, length('x', across) ?? 0, length('y', down) ?? 0]);
    const inner: Around = {
      ...around,
      matrix: moved,
      depth: around.depth + 1,
      using: [...around.using, target],
    };
    if (target.name !== 'symbol' && target.name !== 'svg') return this.#element(target, inner);
    this.#reading.enter(inner.depth);
    checkAttributes(this.#reading, target);
    const style = this.#style(target, around.style, around.viewport);
    if (!style.own.displayed) return [];
    const within = {
      ...inner,
      style: style.inherited,
      matrix: multiply(inner.matrix, this.#transform(target, style)),
    };
    const [width, height] = [length('width', across), length('height', down)];
    const given = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
    return this.#grouped(target, style, within, this.#nested(target, style, within, given));
  }

  /** What a `use` names, if it may be used. */
  #target(node: SvgNode, { using }: Around): SvgNode | undefined {
    const href = node.attributes.get('href') ?? '';
    const target = href.startsWith('#') ? this.#reading.find(href.slice(1)) : undefined;
    if (target === undefined) {
      const outside = href !== '' && !href.startsWith('#');
      this.#reading.report(
        node,
        outside ? 'uses something outside of the file' : `uses ${href || 'nothing'}, which is not there`,
        outside ? 'Embed what is linked.' : undefined,
      );
    } else if (using.includes(target)) this.#reading.report(node, 'uses itself');
    else return target;
    return undefined;
  }

  #shape(node: SvgNode, name: ShapeName, style: SvgStyle, around: Around): readonly Layer[] {
    for (const child of node.children)
      if (!paintsNothing(child.name)) this.#reading.report(child, `stands inside <${name}>`);
    const local = shapePath(name, this.#reading.attributes(node), around.viewport, this.#reading.left);
    if (local === undefined || !style.inherited.visible) return [];
    this.#reading.count(local.verbs.length);
    const { inherited } = style;
    const fill = this.#paint(node, inherited.fill, inherited.fillOpacity, inherited, around, local);
    const stroke = this.#stroke(node, inherited, around, local);
    if (fill === undefined && stroke === undefined) return [];
    const path = transformPath(local, around.matrix);
    const shape = (f: Paint | undefined, s: LayerStroke | undefined): Layer => ({
      kind: 'shape',
      path,
      rule: inherited.rule,
      fill: f,
      stroke: s,
    });
    const isBoth = fill !== undefined && stroke !== undefined;
    const layers =
      isBoth && inherited.strokeFirst
        ? [shape(undefined, stroke), shape(fill, undefined)]
        : [shape(fill, stroke)];
    if (isBoth || style.own.opacity === 1) return this.#grouped(node, style, around, layers, local);
    // Of one paint alone: no group is needed to see through it.
    const seen = (paint: Paint): Paint => ({ ...paint, opacity: paint.opacity * style.own.opacity });
    const single =
      fill === undefined
        ? shape(undefined, { ...stroke!, paint: seen(stroke!.paint) })
        : shape(seen(fill), undefined);
    return this.#grouped(node, { ...style, own: { ...style.own, opacity: 1 } }, around, [single], local);
  }

  #paint(
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
    const gradient = this.#reading.find(paint.ref);
    if (gradient === undefined || !isGradient(gradient)) {
      if (gradient === undefined && paint.otherwise !== undefined) return plain(paint.otherwise);
      const what = gradient === undefined ? `#${paint.ref}, which is not there` : `a <${gradient.name}>`;
      this.#reading.report(
        node,
        `is painted with ${what}`,
        'Paint it with a colour or a gradient, or export it as PNG.',
      );
      return undefined;
    }
    try {
      const found = resolveGradient(gradient, {
        find: (id) => this.#reading.find(id),
        stop: (stop) => this.#stop(stop, around),
        viewport: around.viewport,
        bounds: pathBounds(path) ?? { x: 0, y: 0, width: 0, height: 0 },
        matrix: around.matrix,
      });
      return found === undefined || found.opacity * opacity === 0
        ? undefined
        : { ...found, opacity: found.opacity * opacity };
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      this.#reading.report(node, error.message, 'Use a gradient that ends with its last colour (pad).');
      return undefined;
    }
  }

  #stop(node: SvgNode, around: Around): SvgColor {
    this.#reading.enter(around.depth, node);
    const { inherited, own } = this.#style(node, around.style, around.viewport);
    const { color, opacity } = own.stopColor === 'currentColor' ? inherited.color : own.stopColor;
    return { color, opacity: opacity * own.stopOpacity };
  }

  #stroke(node: SvgNode, style: Inherited, around: Around, path: PathData): LayerStroke | undefined {
    const paint =
      style.width === 0
        ? undefined
        : this.#paint(node, style.stroke, style.strokeOpacity, style, around, path);
    if (paint === undefined) return undefined;
    const { matrix } = around;
    const [a, b, c, d] = matrix;
    const even = uniformScale(matrix);
    const scale = even ?? Math.max(Math.hypot(a, b), Math.hypot(c, d));
    const { cap, join, miterLimit } = style;
    const isLimited = join === 'miter' && hasSharpCorner(path, Math.min(miterLimit, 10), 10);
    if (join === 'miter' && miterLimit > 10 && hasSharpCorner(path, 10, miterLimit))
      this.#reading.report(
        node,
        `has corners that reach further than 10 widths`,
        'Round the corners, or turn the stroke into an outline.',
      );
    const pen = (by: number) => ({
      width: style.width * by,
      dash: style.dash.map((length) => length * by),
      ...(style.phase === 0 || style.dash.length === 0 ? {} : { phase: style.phase * by }),
    });
    const rest = { paint, cap, join, ...(isLimited ? { miterLimit: Math.min(miterLimit, 10) } : {}) };
    // A pen that is distorted is told in its own coordinates; as it is seen it is as wide as it is anywhere.
    if (even === undefined)
      return { ...rest, ...pen(1), distorted: { path, matrix }, width: style.width * scale };
    return { ...rest, ...pen(scale) };
  }

  /** The outlines that a clipPath keeps; undefined where it keeps nothing. */
  #clips(node: SvgNode, id: string, around: Around, path: PathData | undefined): readonly Clip[] | undefined {
    const clip = this.#reading.find(id);
    const refuse = (what: string, hint: string): readonly Clip[] => {
      this.#reading.report(node, what, hint);
      return [];
    };
    if (clip?.name !== 'clipPath')
      return refuse(`is cut by #${id}, which is no clipPath`, 'Take clip-path away.');
    if (around.using.includes(clip)) return refuse('is cut by what it is cut by', 'Take clip-path away.');
    this.#reading.enter(around.depth);
    let { matrix } = around;
    if (clip.attributes.get('clipPathUnits') === 'objectBoundingBox') {
      const bounds = path === undefined ? undefined : pathBounds(path);
      if (bounds === undefined)
        return refuse(
          'is a group that is cut by a clipPath in units of its bounding box',
          'Use clipPathUnits="userSpaceOnUse".',
        );
      matrix = multiply(matrix, [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y]);
    }
    const style = this.#style(clip, initialStyle, around.viewport);
    matrix = multiply(matrix, this.#transform(clip, style));
    const within: Around = {
      ...around,
      style: style.inherited,
      matrix,
      depth: around.depth + 1,
      using: [...around.using, clip],
    };
    try {
      const own = united(clip.children.flatMap((child) => this.#outlines(child, within)));
      if (own === undefined) return undefined;
      const outer = style.own.clip === undefined ? [] : this.#clips(clip, style.own.clip, within, undefined);
      return outer && [own, ...outer];
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return refuse(error.message, 'Unite them into one path (Inkscape: Path > Union).');
    }
  }

  /** What an element of a clipPath covers. */
  #outlines(node: SvgNode, around: Around): Clip[] {
    this.#reading.enter(around.depth, node);
    if (paintsNothing(node.name)) return [];
    const isUse = node.name === 'use';
    if (!isUse && !shapeNames.has(node.name)) {
      const hint = 'A clipPath takes shapes; turn text into paths.';
      this.#reading.report(node, 'stands inside <clipPath>', suggest(node.name, [...shapeNames]) ?? hint);
      return [];
    }
    checkAttributes(this.#reading, node);
    const style = this.#style(node, around.style, around.viewport);
    if (!style.own.displayed || !style.inherited.visible) return [];
    if (style.own.clip !== undefined)
      this.#reading.report(node, 'is cut inside of a clipPath', 'Intersect the two paths.');
    const matrix = multiply(around.matrix, this.#transform(node, style));
    const here: Around = { ...around, style: style.inherited, matrix, depth: around.depth + 1 };
    if (isUse) {
      const target = this.#target(node, here);
      if (target === undefined) return [];
      const attributes = this.#reading.attributes(node);
      const { width, height } = around.viewport;
      const x = attributes.read('x', (text) => parseLength(text, width), 0);
      const y = attributes.read('y', (text) => parseLength(text, height), 0);
      return this.#outlines(target, {
        ...here,
        matrix: multiply(matrix, [1, 0, 0, 1, x, y]),
        using: [...here.using, target],
      });
    }
    const path = shapePath(
      node.name as ShapeName,
      this.#reading.attributes(node),
      around.viewport,
      this.#reading.left,
    );
    if (path === undefined) return [];
    this.#reading.count(path.verbs.length);
    return [{ path: transformPath(path, matrix), rule: style.inherited.clipRule }];
  }
}
