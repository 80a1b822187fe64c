import { type Matrix, multiply } from '../geometry/index.ts';
import { isFlat, rectPath, transformPath, withDots } from './path.ts';
import { type Around, styleOf, targetOf, transformOf } from './svg-around.ts';
import { clipsOf } from './svg-clip.ts';
import { checkAttributes, paintsNothing, refusalOf } from './svg-elements.ts';
import { maskOf } from './svg-mask.ts';
import type { SvgNode } from './svg-node.ts';
import { paintOf, strokeOf } from './svg-paint.ts';
import type { SvgReading } from './svg-reading.ts';
import { type ShapeName, shapePath, type Viewport } from './svg-shape.ts';
import { initialStyleOf, type SvgStyle } from './svg-style.ts';
import { parseAspect, parseLength, parseViewBox, viewBoxMatrix } from './svg-value.ts';
import type { Layer, LayerStroke, Paint, PathData } from './types.ts';

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
    const style = styleOf(this.#reading, root, initialStyleOf(this.#reading.palette), viewport);
    const around = { style: style.inherited, matrix, viewport, depth: 1, using: [] };
    if (!style.own.displayed) return;
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
    // Of a switch what asks for something is passed over before.
    if (node.attributes.has('systemLanguage'))
      this.#reading.report(
        node,
        'is for readers of some languages only',
        'Take systemLanguage away, or make a picture for each language.',
      );
    if (node.attributes.has('requiredExtensions')) return [];
    const style = styleOf(this.#reading, node, around.style, around.viewport);
    if (!style.own.displayed || style.own.opacity === 0) return [];
    const transform = transformOf(this.#reading, node, style);
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

  /** Layers with the opacity, the clip and the mask of the element that they are of. */
  #grouped(
    node: SvgNode,
    { own }: SvgStyle,
    around: Around,
    layers: readonly Layer[],
    path?: PathData,
  ): readonly Layer[] {
    if (layers.length === 0) return [];
    const cut = own.clip === undefined ? [] : clipsOf(this.#reading, node, own.clip, around, path);
    const masked = own.mask === undefined ? [] : maskOf(this.#reading, node, own.mask, around, layers);
    if (cut === undefined || masked === undefined) return [];
    const clips = [...cut, ...masked];
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
    const target = targetOf(this.#reading, node, around);
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
    const style = styleOf(this.#reading, target, around.style, around.viewport);
    if (!style.own.displayed) return [];
    const within = {
      ...inner,
      style: style.inherited,
      matrix: multiply(inner.matrix, transformOf(this.#reading, target, style)),
    };
    const [width, height] = [length('width', across), length('height', down)];
    const given = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
    return this.#grouped(target, style, within, this.#nested(target, style, within, given));
  }

  #shape(node: SvgNode, name: ShapeName, style: SvgStyle, around: Around): readonly Layer[] {
    for (const child of node.children)
      if (!paintsNothing(child.name)) this.#reading.report(child, `stands inside <${name}>`);
    const drawn = shapePath(
      name,
      this.#reading.attributes(node),
      around.viewport,
      this.#reading.left,
      style.inherited.dash.length > 0,
    );
    if (drawn === undefined || !style.inherited.visible) return [];
    this.#reading.count(drawn.verbs.length);
    const { inherited } = style;
    const local = inherited.cap === 'square' ? withDots(drawn, inherited.width / 100) : drawn;
    const within = paintOf(
      this.#reading,
      node,
      inherited.fill,
      inherited.fillOpacity,
      inherited,
      around,
      local,
    );
    const fill = isFlat(local) ? undefined : within;
    const stroke = strokeOf(this.#reading, node, inherited, around, local);
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
}
