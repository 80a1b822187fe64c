/** What is faded, part by part: what lies below it, what is never faded, and the one drawing that comes of it. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/diagnostics/index.ts';
import type { Color } from '../../src/geometry/index.ts';
import { type Layer, type Picture, rectPath, type Shape, type VectorPicture } from '../../src/image/index.ts';
import { type Faded, settled, type Unsettled } from '../../src/paint/faded.ts';
import type { DisplayItem, Owner, PathItem, PictureItem, TextItem } from '../../src/paint/index.ts';
import { paintPages } from '../../src/paint/index.ts';
import { surfaceOf } from '../../src/paint/surface.ts';
import { element, lines, page, result, text } from './fragments.ts';

const [black, white, red]: Color[] = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 0],
];
const grounds: Owner = { kind: 'artifact', type: 'Background' };
const fill = (color: Color, x: number, y: number, width: number, height: number): PathItem => ({
  kind: 'path',
  owner: grounds,
  path: rectPath(x, y, width, height),
  fill: color,
  rule: 'nonzero',
  stroke: undefined,
});
const outlined = (color: Color, width: number): PathItem => ({
  ...fill(color, 30, 30, 20, 20),
  fill: undefined,
  stroke: { color, width, cap: 'butt', join: 'miter', dash: [] },
});
const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const shown = (picture: Picture, owner: Owner = grounds, at = rect(30, 30, 20, 20)): PictureItem => ({
  kind: 'picture',
  owner,
  picture,
  drawn: at,
  clip: at,
  flipped: false,
});
const drawing = (more: Partial<VectorPicture> = {}, shape: Partial<Shape> = {}): VectorPicture => ({
  kind: 'vector',
  name: 'drawing.svg',
  width: 10,
  height: 10,
  shapes: [{ path: rectPath(0, 0, 10, 10), fill: black, rule: 'nonzero', stroke: undefined, ...shape }],
  ...more,
});
const photo = (more: object = {}): Picture => ({
  kind: 'raster',
  name: 'photo.png',
  width: 2,
  height: 1,
  format: 'png',
  components: 3,
  data: new Uint8Array(6),
  ...more,
});
const p = element('p');
/** A text of 12 pt, painted. */
function words(content = 'words', of = text(content, p), color: Color = [0, 0, 0]): TextItem {
  const set = lines([{ node: of, content, size: 12, style: { color } }], { x: 32, y: 32 });
  return paintPages(result(page(set)))[0]!.items.find((item): item is TextItem => item.kind === 'text')!;
}
const origin = { file: 'style.css', line: 7 };
const faded = (opacity: number, ...items: Unsettled[]): Faded => ({ kind: 'faded', opacity, items, origin });
const turned = (...items: DisplayItem[]): DisplayItem => ({
  kind: 'group',
  matrix: [0, 1, -1, 0, 100, 0],
  items,
});

/** What comes of items that lie over others, and what is refused. */
function seen(items: readonly Unsettled[], below: readonly (PathItem | PictureItem)[] = []) {
  const faults: Problem[] = [];
  const done = settled(
    items,
    below.map((item) => surfaceOf(item, [])),
    faults,
  );
  return { done, faults, refused: faults.map(({ message }) => message).join(' ') };
}
/** The colour of black at 50 % over what lies below a box of 20 × 20 at (30, 30); else what becomes of it. */
const shade = (...below: (PathItem | PictureItem)[]) => {
  const [item] = seen([faded(0.5, fill(black!, 30, 30, 20, 20))], below).done;
  return item?.kind === 'path' ? item.fill : item?.kind;
};
/** Two grounds beside each other under all of it. */
const varied = [fill(red!, 0, 0, 40, 200), fill(white!, 40, 0, 200, 200)];

describe('the ground under what is faded', () => {
  it('is the paper where nothing lies', () => {
    expect(shade()).toEqual([128, 128, 128]);
    expect(shade(fill(red!, 60, 60, 20, 20))).toEqual([128, 128, 128]);
  });

  it('is the colour that lies under all of it, the topmost one', () => {
    const [blue, green]: Color[] = [
      [0, 0, 200],
      [0, 200, 0],
    ];
    expect(shade(fill(blue!, 20, 20, 90, 90))).toEqual([0, 0, 100]);
    expect(shade(fill(blue!, 20, 20, 90, 90), fill(green!, 20, 20, 90, 90))).toEqual([0, 100, 0]);
    expect(shade(fill(blue!, 20, 20, 90, 90), fill(green!, 60, 20, 90, 90))).toEqual([0, 0, 100]);
    // Of the very same place, or short of it by no more than rounding.
    expect(shade(fill(blue!, 30, 30, 20, 20))).toEqual([0, 0, 100]);
    expect(shade(fill(blue!, 30.02, 30.02, 19.96, 19.96))).toEqual([0, 0, 100]);
  });

  it.each([
    ['left', fill(red!, 0, 0, 30.1, 90)],
    ['top', fill(red!, 0, 0, 90, 30.1)],
    ['right', fill(red!, 49.9, 0, 90, 90)],
    ['bottom', fill(red!, 0, 49.9, 90, 90)],
    ['middle', fill(red!, 39, 39, 2, 2)],
  ])('is not one where another begins under its %s edge', (_, ground) => {
    expect(shade(ground)).toBe('picture');
  });

  it.each([
    ['left', fill(red!, 0, 0, 30, 90)],
    ['top', fill(red!, 0, 0, 90, 30)],
    ['right', fill(red!, 50, 0, 90, 90)],
    ['bottom', fill(red!, 0, 50, 90, 90)],
  ])('is one where another only touches its %s edge', (_, ground) => {
    expect(shade(ground)).toEqual([128, 128, 128]);
  });

  it('is what a drawing shows there, if that is one colour; a photograph is none', () => {
    const large = rect(0, 0, 100, 100);
    expect(shade(shown(drawing({}, { fill: [0, 0, 200] }), grounds, large))).toEqual([0, 0, 100]);
    expect(shade(shown(drawing({}, { fill: [0, 0, 200], mixed: true }), grounds, large))).toBe('picture');
    expect(shade(shown(photo(), grounds, large))).toBe('picture');
    // Its box lies below, what it draws does not.
    const corner = drawing({}, { path: rectPath(0, 0, 2, 2) });
    expect(shade(shown(corner, grounds, large))).toEqual([128, 128, 128]);
  });

  it('is also what was painted before it, faded or not, but no text', () => {
    const over = (...before: Unsettled[]) =>
      seen([...before, faded(0.5, fill(black!, 30, 30, 20, 20))]).done.at(-1);
    expect(over(fill(red!, 0, 0, 90, 90))).toMatchObject({ fill: [128, 0, 0] });
    expect(over(faded(0.5, fill(red!, 0, 0, 90, 90)))).toMatchObject({ fill: [128, 64, 64] });
    expect(over(words())).toMatchObject({ fill: [128, 128, 128] });
    // A quarter turn takes (0, 0) to (100, 0): this lies from (20, 10) to (90, 90).
    expect(over(turned(fill(red!, 10, 10, 80, 70)))).toMatchObject({ fill: [128, 0, 0] });
    expect(over(turned(fill(red!, 10, 60, 80, 70)))).toMatchObject({ kind: 'picture' });
  });

  it('is looked for under all that fades together', () => {
    const pair = faded(0.5, fill(black!, 10, 30, 5, 5), fill(black!, 60, 30, 5, 5));
    const part = (...below: PathItem[]) => seen([pair], below).done.map(({ kind }) => kind);
    expect(part()).toEqual(['path', 'path']);
    expect(part(fill(red!, 55, 0, 90, 90))).toEqual(['picture']);
    expect(part(fill(red!, 0, 0, 20, 90))).toEqual(['picture']);
    // A text is as wide as its ink.
    const text = faded(0.5, words());
    expect(seen([text], [fill(red!, 50, 0, 90, 90)]).refused).toMatch(/one colour/);
    expect(seen([text], [fill(red!, 0, 0, 200, 90)]).done).toMatchObject([{ color: [128, 0, 0] }]);
    expect(seen([text], [fill(red!, 90, 0, 90, 90)]).done).toMatchObject([{ color: [128, 128, 128] }]);
  });

  it('is not looked for where everything is turned', () => {
    const faults: Problem[] = [];
    const [item] = settled([faded(0.5, fill(black!, 30, 30, 20, 20))], undefined, faults);
    expect(item).toMatchObject({ kind: 'picture', picture: { layers: [{ opacity: 0.5 }] } });
    settled([faded(0.5, words())], undefined, faults);
    expect(faults.map(({ code, place }) => [code, place])).toEqual([['CSS_VALUE_INVALID', origin]]);
  });
});

describe('faded over one colour', () => {
  const over = (item: DisplayItem) =>
    seen([faded(0.25, item)], [fill([200, 100, 0], 0, 0, 300, 300)]).done[0];

  it('each part of a colour is mixed by itself, and rounded', () => {
    expect(over(fill([0, 40, 255], 30, 30, 9, 9))).toMatchObject({ fill: [150, 85, 64] });
  });

  it('strokes, texts and turned groups are mixed as fills are, with all else as it was', () => {
    expect(over(outlined(black!, 3))).toEqual({
      ...outlined(black!, 3),
      stroke: { ...outlined(black!, 3).stroke, color: [150, 75, 0] },
    });
    const said = words();
    expect(over(said)).toEqual({ ...said, color: [150, 75, 0] });
    const group = turned(fill(black!, 30, 30, 9, 9), turned(outlined(white!, 1)));
    expect(over(group)).toMatchObject({
      kind: 'group',
      matrix: [0, 1, -1, 0, 100, 0],
      items: [{ fill: [150, 75, 0] }, { items: [{ stroke: { color: [214, 139, 64], width: 1 } }] }],
    });
  });

  it('drawings are mixed in their shapes and in all their layers', () => {
    const plain: Layer = {
      kind: 'shape',
      path: rectPath(0, 0, 10, 10),
      rule: 'nonzero',
      fill: { of: black!, opacity: 0.5 },
      stroke: { paint: { of: white!, opacity: 1 }, width: 2, cap: 'round', join: 'round', dash: [1] },
    };
    const blended: Layer = {
      ...plain,
      fill: {
        of: {
          kind: 'linear',
          coordinates: [0, 0, 10, 0],
          matrix: [1, 0, 0, 1, 0, 0],
          stops: [
            { offset: 0, color: black!, opacity: 1 },
            { offset: 1, color: white!, opacity: 0.5 },
          ],
        },
        opacity: 1,
      },
      stroke: undefined,
    };
    const layers: Layer[] = [plain, { kind: 'group', opacity: 0.5, clips: [], layers: [blended] }];
    const mixed = over(shown(drawing({ layers }, { stroke: outlined(white!, 1).stroke }))) as PictureItem;
    expect(mixed.picture).toMatchObject({
      name: 'drawing.svg',
      shapes: [{ fill: [150, 75, 0], stroke: { color: [214, 139, 64], width: 1 } }],
      layers: [
        {
          fill: { of: [150, 75, 0], opacity: 0.5 },
          stroke: { paint: { of: [214, 139, 64], opacity: 1 }, width: 2, dash: [1] },
        },
        {
          opacity: 0.5,
          layers: [
            {
              fill: {
                of: {
                  coordinates: [0, 0, 10, 0],
                  stops: [
                    { offset: 0, color: [150, 75, 0], opacity: 1 },
                    { offset: 1, color: [214, 139, 64], opacity: 0.5 },
                  ],
                },
              },
              stroke: undefined,
            },
          ],
        },
      ],
    });
    expect(over(shown(drawing()))).not.toHaveProperty('picture.layers');
  });
});

describe('what is never faded', () => {
  const refused = (...items: DisplayItem[]) => seen([faded(0.9, ...items)]).refused;
  const never = /a number, a code and who answers are never faded/;
  const said = (key: string) => {
    const node = text('words', p);
    Object.assign(node.origin, { key });
    return words('words', node);
  };
  const linked = (href: string, between: boolean) => {
    const a = element('a', { href }, p);
    return words('words', text('words', between ? element('strong', {}, a) : a));
  };

  it('is a number, also where it is no content', () => {
    expect(refused({ ...words(), number: 'main' })).toMatch(never);
    expect(refused({ ...words(), number: 'main', owner: grounds })).toMatch(never);
    expect(refused(words())).toBe('');
    expect(refused({ ...words(), owner: grounds })).toBe('');
  });

  it('is a text of who answers, and no other', () => {
    expect(refused(said('disclosure.text'))).toMatch(never);
    expect(refused(said('disclosures.text'))).toBe('');
    expect(refused(said('pages.disclosure.text'))).toBe('');
  });

  it('is what dials, whatever stands between, and no other link', () => {
    expect(refused(linked('tel:112', false))).toMatch(never);
    expect(refused(linked('tel:112', true))).toMatch(never);
    expect(refused(linked('https://tel.example.org', true))).toBe('');
  });

  it('is a code, and no other drawing', () => {
    expect(refused(shown(drawing({ code: 'https://example.org' })))).toMatch(never);
    expect(refused(shown(drawing()))).toBe('');
  });

  it('may be one of many, in what is turned, and is told once, where the fading is said', () => {
    const { faults, done } = seen([
      faded(0.9, fill(red!, 0, 0, 9, 9), turned(words(), { ...words(), number: 'main' })),
    ]);
    expect(faults).toEqual([
      {
        code: 'CSS_VALUE_INVALID',
        severity: 'error',
        message: 'opacity: a number, a code and who answers are never faded.',
        place: origin,
        hint: 'Give it to what stands beside them.',
      },
    ]);
    expect(done.map(({ kind }) => kind)).toEqual(['path', 'group']);
  });
});

describe('a picture that is seen through', () => {
  const through = (opacity: number, picture: Picture) =>
    (seen([faded(opacity, shown(picture))], varied).done[0] as PictureItem).picture;

  it('of pixels is as opaque as both say', () => {
    expect(through(0.3, photo())).toMatchObject({ alpha: Uint8Array.of(77, 77) });
    expect(through(0.3, photo({ alpha: Uint8Array.of(255, 5) }))).toMatchObject({
      alpha: Uint8Array.of(77, 2),
    });
  });

  it('of shapes is one group of them, or of its layers', () => {
    expect(through(0.3, drawing())).toMatchObject({
      shapes: [{ mixed: true, fill: black }],
      layers: [
        {
          kind: 'group',
          opacity: 0.3,
          clips: [],
          layers: [{ kind: 'shape', fill: { of: black, opacity: 1 }, path: rectPath(0, 0, 10, 10) }],
        },
      ],
    });
    const layers: Layer[] = [{ kind: 'group', opacity: 1, clips: [], layers: [] }];
    expect(through(0.3, drawing({ layers }))).toMatchObject({ layers: [{ opacity: 0.3, layers }] });
  });

  const deep = (count: number): Layer =>
    count === 0
      ? { kind: 'shape', path: rectPath(0, 0, 9, 9), rule: 'nonzero', fill: undefined, stroke: undefined }
      : { kind: 'group', opacity: 0.9, clips: [], layers: [deep(count - 1)] };

  it('stands six deep in others at most: near misses on both sides, alone and with more', () => {
    const alone = (count: number) => seen([faded(0.5, shown(drawing({ layers: [deep(count)] })))], varied);
    expect(alone(5).refused).toBe('');
    expect(alone(6).refused).toMatch(/6 deep at most/);
    expect(alone(6).done).toMatchObject([{ picture: { layers: [deep(6)] } }]);
    const more = (count: number) =>
      seen([faded(0.5, shown(drawing({ layers: [deep(count)] })), fill(red!, 30, 30, 20, 20))], varied);
    expect(more(5).refused).toBe('');
    expect(more(6).refused).toMatch(/6 deep at most/);
    expect(more(6).done.map(({ kind }) => kind)).toEqual(['picture', 'path']);
  });
});

describe('what cannot be one drawing', () => {
  const content: Owner = { kind: 'content', node: p, element: p };
  const refused = (...items: DisplayItem[]) => seen([faded(0.9, ...items)], varied).refused;

  it('is a photograph with more, wherever it stands', () => {
    expect(refused(shown(photo()))).toBe('');
    expect(refused(shown(photo()), fill(red!, 30, 30, 9, 9))).toMatch(/photograph is faded by itself/);
    expect(refused(fill(red!, 30, 30, 9, 9), turned(shown(photo())))).toMatch(/by itself/);
  });

  it('is a picture that is content with more', () => {
    expect(refused(shown(drawing(), content))).toBe('');
    expect(refused(shown(drawing(), content), fill(red!, 30, 30, 9, 9))).toMatch(/content is faded/);
    expect(refused(turned(shown(drawing(), content, rect(30, 50, 20, 20))))).toMatch(/content is faded/);
    expect(refused(fill(red!, 30, 30, 9, 9), fill(red!, 40, 30, 9, 9))).toBe('');
  });

  it('is text with a photograph, or over several colours', () => {
    expect(seen([faded(0.9, shown(photo()), words())]).refused).toMatch(/text and a photograph/);
    expect(seen([faded(0.9, words())], varied).refused).toMatch(/over one colour alone/);
  });
});

describe('one drawing of all that is faded', () => {
  const one = (...items: DisplayItem[]) => seen([faded(0.5, ...items)], varied).done;

  it('is as large as all of it, strokes and turned parts too, in its own coordinates', () => {
    const [only, ...more] = one(fill(black!, 30, 30, 20, 20), outlined(red!, 4)) as PictureItem[];
    expect(more).toEqual([]);
    expect(only).toMatchObject({ drawn: rect(28, 28, 24, 24), clip: rect(28, 28, 24, 24), flipped: false });
    expect(only!.owner).toEqual(grounds);
    const { width, height, layers, shapes } = only!.picture as VectorPicture;
    expect([width, height]).toEqual([24, 24]);
    expect(layers).toMatchObject([
      { kind: 'group', opacity: 0.5, clips: [], layers: [{ fill: { of: black } }, { stroke: { width: 4 } }] },
    ]);
    expect(shapes.map(({ path }) => [...path.points])).toEqual([
      [2, 2, 22, 2, 22, 22, 2, 22],
      [2, 2, 22, 2, 22, 22, 2, 22],
    ]);
    expect(shapes.every(({ mixed }) => mixed === true)).toBe(true);
  });

  it('has what is turned where it is turned to', () => {
    const [only] = one(turned(fill(black!, 10, 20, 30, 60))) as PictureItem[];
    // (x, y) to (100 − y, x): from (20, 10) to (80, 40).
    expect(only!.drawn).toEqual(rect(20, 10, 60, 30));
    const { shapes } = only!.picture as VectorPicture;
    expect([...shapes[0]!.path.points]).toEqual([60, 0, 60, 30, 0, 30, 0, 0]);
  });

  it('has drawings cut off where they are, and turned over where they are', () => {
    const item: PictureItem = {
      ...shown(drawing({}, { path: rectPath(0, 0, 2, 10) })),
      drawn: rect(30, 30, 40, 20),
      clip: rect(32, 31, 10, 12),
    };
    const layersOf = (flipped: boolean) => {
      const [only] = one({ ...item, flipped }, fill(black!, 30, 30, 9, 9)) as PictureItem[];
      const [group] = (only!.picture as VectorPicture).layers as Extract<Layer, { kind: 'group' }>[];
      return group!.layers as [Extract<Layer, { kind: 'group' }>, Layer];
    };
    for (const [flipped, x] of [
      [false, 0],
      [true, 32],
    ] as const) {
      const [cut] = layersOf(flipped);
      expect(cut.opacity).toBe(1);
      expect(cut.clips.map(({ path, rule }) => [[...path.points], rule])).toEqual([
        [[2, 1, 12, 1, 12, 13, 2, 13], 'nonzero'],
      ]);
      const [shape] = cut.layers as Extract<Layer, { kind: 'shape' }>[];
      const xs = [...shape!.path.points].filter((_, i) => i % 2 === 0);
      const ys = [...shape!.path.points].filter((_, i) => i % 2 === 1);
      expect([Math.min(...xs), Math.max(...xs)]).toEqual([x, x + 8]);
      expect([Math.min(...ys), Math.max(...ys)]).toEqual([0, 20]);
    }
  });

  it('of nothing is nothing', () => {
    expect(seen([faded(0.5)], varied).done).toEqual([]);
  });
});
