import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import type { DocumentElement } from '../../src/document/index.ts';
import type { Color } from '../../src/geometry/index.ts';
import { type Picture, qrPicture, rectPath } from '../../src/image/index.ts';
import type { Fragment } from '../../src/layout/index.ts';
import { checkContrast, checkPages, type DisplayItem, paintPages } from '../../src/paint/index.ts';
import { box, element, lines, page, pictureFragment, result, style, text } from './fragments.ts';

const [black, white, red]: Color[] = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 0],
];
const p = element('p');
const words = (color: Color) =>
  lines([{ node: text('words', p), content: 'words', size: 12, style: { color } }], {
    x: 45,
    y: 30,
  });
const drawing = (fill: Color): Picture => ({
  kind: 'vector',
  name: 'drawing',
  width: 10,
  height: 10,
  shapes: [{ path: rectPath(0, 0, 10, 10), fill, rule: 'nonzero', stroke: undefined }],
});
const photo: Picture = {
  kind: 'raster',
  name: 'photo.png',
  width: 2,
  height: 2,
  format: 'png',
  components: 3,
  data: new Uint8Array(12),
};
type Four = readonly [x: number, y: number, width: number, height: number];
const whole: Four = [20, 20, 100, 60];
const picture = (of: DocumentElement, picture: Picture, opacity: number, [x, y, width, height] = whole) =>
  pictureFragment(of, picture, { x, y, width, height }, { style: style({ opacity }) });
const img = (of: Picture, opacity: number, alt = '', rect = whole) =>
  picture(element('img', { alt }), of, opacity, rect);
const paint = (...children: Fragment[]) => paintPages(result(page(children)))[0]!;
const items = (...children: Fragment[]): readonly DisplayItem[] => paint(...children).items;
const refusal = (...children: Fragment[]): string => {
  try {
    paint(...children);
  } catch (error) {
    if (error instanceof PressError)
      return error.problems.map(({ code, message }) => `${code} ${message}`).join();
    throw error;
  }
  return 'painted';
};
const div = (given: Parameters<typeof box>[1], children: readonly Fragment[] = [], rect = whole) =>
  box(rect, given, children, { element: element('div') });
/** A ground of two colours. */
const varied = () => [
  div({ backgroundColor: red! }, [], [0, 0, 70, 200]),
  div({ backgroundColor: white! }, [], [70, 0, 300, 200]),
];

describe('what is faded over one colour', () => {
  it('has the colours that come of both, and hides what lies below', () => {
    const [ground, faint] = items(
      div({ backgroundColor: red! }),
      div({ backgroundColor: white!, opacity: 0.4 }),
    );
    expect(ground).toMatchObject({ kind: 'path', fill: red });
    expect(faint).toMatchObject({ kind: 'path', fill: [255, 102, 102] });
    expect(items(div({ backgroundColor: black!, opacity: 0.5 }))[0]).toMatchObject({ fill: [128, 128, 128] });
  });

  it('is one with what is in it, and fades twice where it is said twice', () => {
    const inner = div({ backgroundColor: black!, opacity: 0.5 }, [], [30, 30, 20, 20]);
    const [ground, faint] = items(div({ backgroundColor: white!, opacity: 0.5 }, [inner], [20, 20, 100, 60]));
    expect(ground).toMatchObject({ fill: white });
    expect(faint).toMatchObject({ fill: [192, 192, 192] });
  });

  it('fades an element once, though a picture has a frame around it', () => {
    const of = element('img', { alt: '' });
    const inner = picture(of, drawing(black!), 0.5, [22, 22, 96, 56]);
    const framed = box([20, 20, 100, 60], { opacity: 0.5, backgroundColor: white! }, [inner], {
      element: of,
    });
    expect(items(framed)[1]).toMatchObject({ picture: { shapes: [{ fill: [128, 128, 128] }] } });
  });

  it('is text that is held to its contrast as it is seen: near misses on both sides', () => {
    // Black at 70 % on white is #4D4D4D, 8.4:1; at 60 % #666666, 5.7:1.
    const codes = (opacity: number) =>
      checkContrast([paint(div({ opacity }, words(black!)))]).map(({ code }) => code);
    expect(codes(0.7)).toEqual([]);
    expect(codes(0.6)).toEqual(['CONTRAST_LOW']);
  });
});

describe('what is faded over several colours', () => {
  it('is a picture that is seen through', () => {
    expect(items(...varied(), img(drawing(black!), 0.5)).at(-1)).toMatchObject({
      kind: 'picture',
      picture: { layers: [{ kind: 'group', opacity: 0.5 }], shapes: [{ mixed: true }] },
    });
    const faint = items(...varied(), img(photo, 0.5)).at(-1)!;
    expect(faint).toMatchObject({ picture: { alpha: Uint8Array.of(128, 128, 128, 128) } });
  });

  it('of a photograph is seen through wherever it stands, once for each opacity', () => {
    const [a, b, c] = items(img(photo, 0.5), img(photo, 0.5), img(photo, 0.25)) as readonly {
      picture: Picture;
    }[];
    expect(a!.picture).toBe(b!.picture);
    expect(c!.picture).not.toBe(b!.picture);
  });

  it('is one drawing, of grounds, borders and drawings', () => {
    const side = { width: 2, style: 'solid', color: red! } as const;
    const border = { blockStart: side, blockEnd: side, inlineStart: side, inlineEnd: side };
    const inner = img(drawing(black!), 1, '', [30, 30, 20, 20]);
    const list = paint(...varied(), div({ backgroundColor: white!, border, opacity: 0.5 }, [inner]));
    expect(list.items.at(-1)).toMatchObject({
      owner: { kind: 'artifact' },
      picture: { layers: [{ opacity: 0.5, layers: [{}, {}, { kind: 'group' }] }] },
      drawn: { x: 20, y: 20, width: 100, height: 60 },
    });
  });

  it('is no ground for text, and covers it', () => {
    const over = paint(...varied(), img(drawing(white!), 0.9), ...words(black!));
    expect(checkContrast([over]).map(({ code }) => code)).toEqual(['CONTRAST_LOW']);
    const under = paint(...varied(), ...words(black!), img(drawing(white!), 0.1));
    expect(checkPages([under]).map(({ code }) => code)).toContain('TEXT_COVERED');
  });
});

describe('what is not faded is refused', () => {
  it('a number, a code, who answers', () => {
    const number = Object.assign(text('words', p), { number: 'main' });
    const dialled = lines([{ node: number, content: 'words', size: 12, style: {} }], { x: 45, y: 30 });
    expect(refusal(div({ opacity: 0.9 }, dialled))).toMatch(/^CSS_VALUE_INVALID .*number/);
    expect(refusal(img(qrPicture('https://example.org', black!), 0.9))).toMatch(/^CSS_VALUE_INVALID/);
    const said = text('words', p);
    Object.assign(said.origin, { key: 'disclosure.text' });
    const line = lines([{ node: said, content: 'words', size: 12, style: {} }], { x: 45, y: 30 });
    expect(refusal(div({ opacity: 0.9 }, line))).toMatch(/^CSS_VALUE_INVALID/);
    expect(refusal(div({ opacity: 0.9 }, words(black!)))).toBe('painted');
  });

  it('text over several colours, or with a photograph', () => {
    expect(refusal(...varied(), div({ opacity: 0.9 }, words(black!)))).toMatch(/one colour/);
    expect(refusal(div({ opacity: 0.9 }, [img(photo, 1), ...words(black!)]))).toMatch(/photograph/);
  });

  it('a photograph, or a picture that is content, together with more', () => {
    const ground = { backgroundColor: red!, opacity: 0.9 };
    expect(refusal(...varied(), div(ground, [img(photo, 1)]))).toMatch(/photograph/);
    expect(refusal(...varied(), div(ground, [img(drawing(red!), 1, 'a door')]))).toMatch(/content/);
    expect(refusal(...varied(), div(ground, [img(drawing(red!), 1)]))).toBe('painted');
    expect(refusal(...varied(), div({ opacity: 0.9 }, [img(drawing(red!), 1, 'a door')]))).toBe('painted');
  });
});
