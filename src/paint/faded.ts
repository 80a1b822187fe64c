import { type Problem, problem } from '../diagnostics/index.ts';
import type { DocumentElement, Origin } from '../document/index.ts';
import {
  type Color,
  cornersOf,
  grown,
  intersects,
  type Matrix,
  multiply,
  type Rect,
  union,
} from '../geometry/index.ts';
import {
  groupsWithin,
  type Layer,
  layersOf,
  mappedLayer,
  type Paint,
  type Picture,
  placeOf,
  rectPath,
  type Shape,
  shapesOf,
  type VectorPicture,
} from '../image/index.ts';
import { TOUCH } from './covered.ts';
import { inkBounds } from './ink.ts';
import { type Surface, surfaceOf } from './surface.ts';
import type { DisplayItem, Owner, PathItem, PictureItem } from './types.ts';
import { walkItems } from './walk.ts';

/** Items that are put on what lies below them as one, so far opaque (CSS Color 4 §3.2). */
export interface Faded {
  readonly kind: 'faded';
  readonly opacity: number;
  readonly items: readonly Unsettled[];
  /** Of the element that says so. */
  readonly origin: Origin;
}

export type Unsettled = DisplayItem | Faded;

/** Transparent groups that stand in each other in a file, at most. */
const deepest = 6;
/** Opacities of one picture that are kept. */
const mostFaint = 8;

/**
 * Items with what is faded as it is painted. Over one colour it has the colours that come of both, and hides what lies
 * below: so text stays text on a ground. Elsewhere it is one drawing that is seen through, which text cannot be.
 * @param below the grounds painted so far; undefined: within a turned group, where no colour below is looked for
 * @param faults is told of what cannot be
 */
export function settled(
  items: readonly Unsettled[],
  below: readonly Surface[] | undefined,
  faults: Problem[],
): DisplayItem[] {
  const done: DisplayItem[] = [];
  const grounds = below === undefined ? undefined : [...below];
  for (const item of items) {
    const now = item.kind === 'faded' ? fade(item, grounds, faults) : [item];
    done.push(...now);
    if (grounds !== undefined)
      walkItems({ items: now }, (each, turns) => {
        if (each.kind !== 'text') grounds.push(surfaceOf(each, turns));
      });
  }
  return done;
}

const tooDeep = `what is seen through stands ${deepest} deep at most`;

function fade(
  { items, opacity, origin }: Faded,
  below: readonly Surface[] | undefined,
  faults: Problem[],
): DisplayItem[] {
  const inner = settled(items, below, faults);
  const refuse = (message: string, hint: string): DisplayItem[] => {
    faults.push(problem('CSS_VALUE_INVALID', `opacity: ${message}.`, origin, hint));
    return inner;
  };
  const [hasText, kept] = [holds(inner, ({ kind }) => kind === 'text'), holds(inner, isKept)];
  if (kept)
    return refuse('a number, a code and who answers are never faded', 'Give it to what stands beside them.');
  const ground = below && groundUnder(inner, below);
  const hasPhoto = holds(inner, (item) => item.kind === 'picture' && item.picture.kind === 'raster');
  if (ground !== undefined && !hasPhoto) return inner.map((item) => mixed(item, ground, opacity));
  if (hasText)
    return refuse(
      hasPhoto ? 'text and a photograph are not faded together' : 'text is faded over one colour alone',
      'Give the text a colour of its own, or put a plain ground below.',
    );
  const [only, ...more] = inner;
  if (only?.kind === 'picture' && more.length === 0) {
    const picture = seenThrough(only.picture, opacity);
    const isDeep = picture.kind === 'vector' && groupsWithin(picture.layers ?? []) > deepest;
    return isDeep ? refuse(tooDeep, 'Fade the whole drawing in its file.') : [{ ...only, picture }];
  }
  if (hasPhoto) return refuse('a photograph is faded by itself', 'Give it to the img.');
  if (holds(inner, ({ owner }) => owner.kind !== 'artifact'))
    return refuse('a picture that is content is faded by itself', 'Give it to the img.');
  return together(inner, opacity, refuse);
}

type Single = Exclude<DisplayItem, { kind: 'group' }>;

function holds(items: readonly DisplayItem[], is: (item: Single) => boolean): boolean {
  let found = false;
  walkItems({ items }, (item) => {
    found ||= is(item);
  });
  return found;
}

/** What promises hold to its own colour: numbers, codes, the disclosure. */
function isKept(item: Single): boolean {
  if (item.kind === 'picture') return item.picture.kind === 'vector' && item.picture.code !== undefined;
  if (item.kind !== 'text') return false;
  const { owner, number } = item;
  const key = owner.kind === 'content' ? owner.node.origin.key : undefined;
  return number !== undefined || key?.startsWith('disclosure.') === true || dials(owner);
}

/** True for words that dial: a number that is typed in a text. */
function dials(owner: Owner): boolean {
  if (owner.kind !== 'content') return false;
  for (let e: DocumentElement | undefined = owner.element; e !== undefined; e = e.parent)
    if (e.attributes.href?.startsWith('tel:') === true) return true;
  return false;
}

/** Around all that items paint, as they are seen. */
function around(items: readonly DisplayItem[]): Rect | undefined {
  let bounds: Rect | undefined;
  walkItems({ items }, (item, turns) => {
    const own = item.kind === 'text' ? inkBounds(item) : surfaceOf(item, turns).bounds;
    if (own !== undefined) bounds = bounds === undefined ? own : union(bounds, own);
  });
  return bounds;
}

/** The one colour that lies below all of some items; undefined: several do, or a photograph. */
function groundUnder(items: readonly DisplayItem[], below: readonly Surface[]): Color | undefined {
  const bounds = around(items);
  if (bounds === undefined) return undefined;
  const inner = grown(bounds, -TOUCH);
  const area = cornersOf(inner).flatMap(({ x, y }) => [x, y]);
  for (const surface of below.toReversed()) {
    if (!intersects(surface.bounds, inner)) continue;
    const cover = surface.cover(area);
    if (cover === 'none') continue;
    const shown = surface.at({ x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 });
    return cover === 'all' && shown !== 'photo' ? shown : undefined;
  }
  return [255, 255, 255];
}

function mix(color: Color, ground: Color, opacity: number): Color {
  const part = (i: 0 | 1 | 2) => Math.round(color[i] * opacity + ground[i] * (1 - opacity));
  return [part(0), part(1), part(2)];
}

/** An item in the colours that come of its own and the ground's. */
function mixed(item: DisplayItem, ground: Color, opacity: number): DisplayItem {
  const of = (color: Color): Color => mix(color, ground, opacity);
  if (item.kind === 'group')
    return { ...item, items: item.items.map((each) => mixed(each, ground, opacity)) };
  if (item.kind === 'text') return { ...item, color: of(item.color) };
  if (item.kind === 'path') return recolored(item, of);
  return item.picture.kind === 'raster' ? item : { ...item, picture: recoloredPicture(item.picture, of) };
}

function recolored<T extends Pick<Shape, 'fill' | 'stroke'>>(shape: T, of: (color: Color) => Color): T {
  const { fill, stroke } = shape;
  return { ...shape, fill: fill && of(fill), stroke: stroke && { ...stroke, color: of(stroke.color) } };
}

function recoloredPicture(picture: VectorPicture, of: (color: Color) => Color): VectorPicture {
  const { shapes, layers } = picture;
  return {
    ...picture,
    shapes: shapes.map((shape) => recolored(shape, of)),
    ...(layers === undefined ? {} : { layers: layers.map((layer) => recoloredLayer(layer, of)) }),
  };
}

function recoloredLayer(layer: Layer, of: (color: Color) => Color): Layer {
  if (layer.kind === 'group')
    return { ...layer, layers: layer.layers.map((each) => recoloredLayer(each, of)) };
  const paint = ({ of: own, opacity }: Paint): Paint => ({
    of:
      'kind' in own
        ? { ...own, stops: own.stops.map((stop) => ({ ...stop, color: of(stop.color) })) }
        : of(own),
    opacity,
  });
  const { fill, stroke } = layer;
  return { ...layer, fill: fill && paint(fill), stroke: stroke && { ...stroke, paint: paint(stroke.paint) } };
}

/** Pictures that are seen through, by how much: one that stands twice is one in the file. */
const faint = new WeakMap<Picture, Map<number, Picture>>();

function seenThrough(picture: Picture, opacity: number): Picture {
  const known = faint.get(picture) ?? new Map<number, Picture>();
  faint.set(picture, known);
  const through = known.get(opacity) ?? makeFaint(picture, opacity);
  if (known.size < mostFaint) known.set(opacity, through);
  return through;
}

function makeFaint(picture: Picture, opacity: number): Picture {
  if (picture.kind === 'raster') {
    const { width, height, alpha } = picture;
    const part = Math.round(opacity * 255);
    return {
      ...picture,
      alpha: alpha?.map((value) => Math.round(value * opacity)) ?? new Uint8Array(width * height).fill(part),
    };
  }
  const { shapes, layers = layersOf(shapes, [1, 0, 0, 1, 0, 0]) } = picture;
  return {
    ...picture,
    shapes: shapes.map((shape) => ({ ...shape, mixed: true })),
    layers: [{ kind: 'group', opacity, clips: [], layers }],
  };
}

/** Grounds, borders and drawings as one drawing that is seen through. */
function together(
  items: readonly DisplayItem[],
  opacity: number,
  refuse: (message: string, hint: string) => DisplayItem[],
): DisplayItem[] {
  const bounds = around(items);
  const first = firstOf(items);
  if (bounds === undefined || first === undefined) return [];
  const { x, y, width, height } = bounds;
  const layers = items.flatMap((item) => layersIn(item, [1, 0, 0, 1, -x, -y]));
  const group: Layer = { kind: 'group', opacity, clips: [], layers };
  if (groupsWithin([group]) > deepest) return refuse(tooDeep, 'Fade what is around them alone.');
  const picture: VectorPicture = {
    kind: 'vector',
    name: 'opacity()',
    width,
    height,
    shapes: shapesOf([group]),
    layers: [group],
  };
  const { owner } = first;
  return [{ kind: 'picture', owner, picture, drawn: bounds, clip: bounds, flipped: false }];
}

function firstOf(items: readonly DisplayItem[]): PathItem | PictureItem | undefined {
  let first: PathItem | PictureItem | undefined;
  walkItems({ items }, (item) => {
    if (item.kind !== 'text') first ??= item;
  });
  return first;
}

function layersIn(item: DisplayItem, matrix: Matrix): readonly Layer[] {
  if (item.kind === 'group') {
    const inner = multiply(matrix, item.matrix);
    return item.items.flatMap((each) => layersIn(each, inner));
  }
  if (item.kind === 'text') return [];
  if (item.kind === 'path') return layersOf([item], matrix);
  const { picture, clip, drawn, flipped } = item;
  if (picture.kind === 'raster') return [];
  const { layers = layersOf(picture.shapes, [1, 0, 0, 1, 0, 0]) } = picture;
  const place = multiply(matrix, placeOf(picture, drawn, flipped));
  const cut: Layer = {
    kind: 'group',
    opacity: 1,
    clips: [{ path: rectPath(clip.x, clip.y, clip.width, clip.height), rule: 'nonzero' }],
    layers: [],
  };
  const { clips } = mappedLayer(cut, matrix) as typeof cut;
  return [{ ...cut, clips, layers: layers.map((layer) => mappedLayer(layer, place)) }];
}
