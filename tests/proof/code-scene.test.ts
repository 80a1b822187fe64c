import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import { sceneOf } from '../../src/proof/codes/code-scene.ts';
import type { PdfFile } from '../../src/proof/file/file.ts';
import { PdfStream } from '../../src/proof/file/object.ts';
import { Kept, prove } from '../../src/proof/index.ts';
import { DrawingKeys } from '../../src/proof/page/drawing-keys.ts';
import type { Bounds } from '../../src/proof/page/matrix.ts';
import type { Group, Look, Painted } from '../../src/proof/page/page-content.ts';
import type { Shading } from '../../src/proof/page/shading.ts';

const page: Bounds = [0, 0, 600, 800];
const area: Bounds = [100, 100, 160, 160];

function fill([left, top, right, bottom]: Bounds, change: Partial<Painted> = {}): Painted {
  return {
    kind: 'fill',
    outlines: [Float64Array.of(left, top, right, top, right, bottom, left, bottom)],
    evenOdd: false,
    plain: true,
    reach: 0,
    corner: 0,
    bounds: [left, top, right, bottom],
    clip: { bounds: page, turned: [] },
    color: [0, 0, 0],
    owner: { mcid: undefined, artifact: undefined },
    order: 1,
    ...change,
  };
}

const file = { dictionary: () => undefined } as unknown as PdfFile;
const keyIn = (items: readonly Painted[], { bounds }: { readonly bounds: Bounds } = { bounds: area }) =>
  new DrawingKeys().of(
    file,
    sceneOf([{ painted: items, runs: [] }], bounds).drawn.flatMap(({ painted }) => painted),
  );
const moved = ([left, top, right, bottom]: Bounds, x: number, y: number): Bounds => [
  left + x,
  top + y,
  right + x,
  bottom + y,
];
const one: Bounds = [110, 110, 113, 113];

describe('what an area of a page draws', () => {
  it('is the same wherever on a page it stands, before whatever ground', () => {
    const ground: Bounds = [0, 50, 600, 700];
    const key = keyIn([fill(ground), fill(one)]);
    for (const [x, y] of [
      [0.1, 0.2],
      [33.333, 471.07],
    ] as const)
      expect(keyIn([fill(ground), fill(moved(one, x, y))], { bounds: moved(area, x, y) })).toBe(key);
  });

  it('is another by each thing that is seen of it', () => {
    const image = (byte: number, width = 2) =>
      new PdfStream(
        new Map([
          ['Width', width],
          ['Height', 1],
          ['ColorSpace', '/DeviceGray'],
        ] as never),
        Uint8Array.of(byte, 1),
        7,
      );
    const turned = fill(one, { plain: false, outlines: [Float64Array.of(110, 110, 113, 111, 112, 113)] });
    const picture = { kind: 'picture', color: undefined } as const;
    const line: Painted = { ...turned, kind: 'stroke', reach: 0.5 };
    const plain: Look = { color: [0, 0, 0], opacity: 1, masks: [], groups: [], cuts: [] };
    const shading = (offset: number, more: Partial<Shading> = {}): Shading => ({
      kind: 'axial',
      coordinates: [0, 0, 1, 0],
      stops: [
        { offset, color: [0, 0, 0] },
        { offset: 1, color: [9, 9, 9] },
      ],
      toGradient: [1, 0, 0, 1, 0, 0],
      ...more,
    });
    const group: Group = { opacity: 0.5, masks: [] };
    const within = (...groups: Group[]): Look => ({ ...plain, groups });
    const corners = Float64Array.of(110, 110, 113, 110, 111, 113);
    const looks: Look[] = [
      plain,
      { ...plain, color: [1, 0, 0] },
      { ...plain, opacity: 0.5 },
      { ...plain, shading: shading(0) },
      { ...plain, shading: shading(0.1) },
      { ...plain, shading: shading(0, { kind: 'radial' }) },
      { ...plain, shading: shading(0, { coordinates: [0, 0, 2, 0] }) },
      { ...plain, shading: shading(0, { toGradient: [1, 0, 0, 1, 1, 0] }) },
      { ...plain, masks: [shading(0)] },
      within(group),
      within(group, group),
      within({ ...group, opacity: 0.6 }),
      within({ ...group, masks: [shading(0)] }),
      { ...plain, cuts: [{ outlines: [corners], evenOdd: false }] },
      { ...plain, cuts: [{ outlines: [corners], evenOdd: true }] },
      { ...plain, cuts: [{ outlines: [corners.slice(2)], evenOdd: false }] },
    ];
    const all: Painted[][] = [
      [],
      [fill(one)],
      [fill([110, 110, 113.01, 113])],
      [fill([110, 110.01, 113, 113])],
      [fill(one, { color: [0, 0, 1] })],
      [fill(one, { evenOdd: true })],
      [fill(one, { clip: { bounds: [0, 0, 112, 800], turned: [] } })],
      [fill(one), fill(one)],
      [fill(one, { color: [255, 255, 255] }), fill(one)],
      [fill(one), fill(one, { color: [255, 255, 255] })],
      [turned],
      [line],
      [{ ...turned, kind: 'stroke', reach: 0.6 }],
      [fill(one, { ...picture, image: image(1) })],
      [fill(one, { ...picture, image: image(2) })],
      [fill(one, { ...picture, image: image(1, 1) })],
      [fill(one, { ...picture, image: image(1), mask: image(2) })],
      [{ ...line, cap: 1 }],
      [{ ...line, cap: 2 }],
      [{ ...line, across: [1, 0, 0, 2] }],
      [{ ...line, across: [1, 0, 0, 3] }],
      [{ ...line, dashes: [Float64Array.of(110, 110, 111, 110)] }],
      [{ ...line, dashes: [Float64Array.of(110, 110, 112, 110)] }],
      ...looks.map((look) => [fill(one, { color: undefined, look })]),
      [fill(one, { look: within(group) }), fill(one, { look: within(group) })],
      [fill(one, { look: within(group) }), fill(one, { look: within({ ...group }) })],
    ];
    expect(new Set(all.map((items) => keyIn(items))).size).toBe(all.length);
  });

  it('leaves out what lies beside it', () => {
    expect(keyIn([fill(one), fill([200, 110, 203, 113])])).toBe(keyIn([fill(one)]));
  });
});

it('seeks no codes anew on pages that differ in a number', () => {
  const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
  const press = new Press();
  const kept = new Kept();
  const { get } = kept.searched;
  let searched = 0;
  kept.searched.get = (key, make) =>
    get.call(kept.searched, key, () => {
      searched++;
      return make();
    });
  const counts = ['2467', '2468'].map((last) => {
    const number = { display: `800-315-${last}`, dial: `+1800315${last}` };
    const job = { ...defaultJob, product: 'pamphlet-trifold', locale: 'ar', allowDrafts: true } as const;
    const { bytes, proof } = press.run(withHelpline(guide, 'main', number), job);
    const before = searched;
    expect(prove(bytes, proof.expectation!, 'x', kept).passed).toBe(true);
    return searched - before;
  });
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts[1]).toBe(0);
});
