import { describe, expect, it } from 'vitest';
import { decodePicture, type Gradient, type Layer, type VectorPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';

const space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
function svg(body: string, attributes = 'viewBox="0 0 100 50"'): VectorPicture {
  const text = `<svg ${space} ${attributes}>${body}</svg>`;
  return decodePicture(Buffer.from(text), 'a.svg') as VectorPicture;
}
const fills = (body: string) => svg(body).shapes.map(({ fill }) => fill);

describe('transparent groups', () => {
  const nested = (depth: number, opacity: string) =>
    `${`<g opacity="${opacity}"><path d="M0 0h1v1z"/>`.repeat(depth)}<path d="M0 0h9v9z"/><path d="M1 1h9v9z"/>${'</g>'.repeat(depth)}`;

  it.each<[number, string, boolean]>([
    [6, '.9', true],
    [7, '.9', false],
    [20, '1', true],
  ])('stand %i deep with opacity %s: %s', (depth, opacity, isTaken) => {
    const found = problemsOf(() => svg(nested(depth, opacity)));
    expect(found.map(({ code }) => code)).toEqual(isTaken ? [] : ['IMAGE_INVALID']);
    if (!isTaken)
      expect(found[0]).toMatchObject({
        message: expect.stringContaining('more than 6 deep'),
        hint: expect.stringContaining('flatten'),
      });
  });
});
const points = (body: string) =>
  svg(body).shapes.map(({ path }) => [...path.points].map((v) => Math.round(v * 100) / 100));
const group = (body: string) => svg(body).layers![0] as Extract<Layer, { kind: 'group' }>;
const rect = (more: string) => `<rect width="10" height="10" ${more}/>`;

describe('numbers as minifiers write them', () => {
  it.each([
    ['points', '<polygon points="1.5.5-3e-2 4,5-6"/>', [1.5, 0.5, -0.03, 4, 5, -6]],
    [
      'a transform',
      '<path stroke="red" d="M0 0 1 1" transform="translate(10-5)scale(.5.25)"/>',
      [10, -5, 10.5, -4.75],
    ],
    ['an arc', '<path d="M0 0a1 1 0 01.5.5l1 1"/>', undefined],
  ])('are taken in %s', (_, body, wanted) => {
    const [found] = points(body);
    if (wanted !== undefined) expect(found).toEqual(wanted);
    else expect(found!.slice(-2)).toEqual([1.5, 1.5]);
  });

  it.each(['1,,2 3 4', '1 2 3,', ',1 2', '1 2 3 4 5', '1px 2'])(
    'are refused in points where they are none: %s',
    (list) => {
      expect(problemsOf(() => svg(`<polygon points="${list}"/>`)).length).toBe(1);
    },
  );
});

describe('the style of an SVG', () => {
  it('is by attributes, then rules by their weight, then style attributes, then what is important', () => {
    const css =
      '<style>/* a */ .a{fill:#010101} rect.a{fill:#020202} #b{fill:#030303!important} *{stroke:none}</style>';
    expect(fills(`${css}${rect('fill="#fff"')}${rect('class="x a" fill="#fff"')}`)).toEqual([
      [255, 255, 255],
      [2, 2, 2],
    ]);
    expect(fills(`${css}${rect('class="a" style="fill: #040404; stroke: none"')}`)).toEqual([[4, 4, 4]]);
    expect(fills(`${css}${rect('id="b" style="fill:#040404"')}`)).toEqual([[3, 3, 3]]);
  });

  it.each([
    ['#0f08', [0, 255, 0]],
    ['rgb(10%, 20, 0)', undefined],
    ['rgb(100% 0% 0%)', [255, 0, 0]],
    ['rgba(1,2,3,.5)', [1, 2, 3]],
    ['hsl(120 100% 25%)', [0, 128, 0]],
    ['RebeccaPurple', [102, 51, 153]],
  ])('takes the colour %s', (color, wanted) => {
    const [found] = fills(rect(`fill="${color}"`));
    expect(found).toEqual(wanted ?? [26, 20, 0]);
  });

  it('takes currentColor from the nearest color', () => {
    expect(fills(`<g color="red" fill="currentColor">${rect('')}${rect('color="#00f"')}</g>`)).toEqual([
      [255, 0, 0],
      [0, 0, 255],
    ]);
  });

  it('leaves out what is not displayed, not visible, or wholly transparent', () => {
    const hidden = [
      'display="none"',
      'visibility="hidden"',
      'opacity="0"',
      'fill-opacity="0"',
      'fill="none"',
      'fill="transparent"',
    ];
    expect(fills(hidden.map(rect).join(''))).toEqual([]);
    expect(fills(`<g visibility="hidden">${rect('visibility="visible"')}</g>`)).toHaveLength(1);
  });

  it('passes over what editors keep for themselves: namespaces, metadata, a DOCTYPE, unused masks, text settings', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:e="urn:e" viewBox="0 0 9 9" e:x="1" xml:space="preserve"><s:metadata><e:a>text</e:a></s:metadata>
<e:view><s:rect width="1" height="1"/></e:view><s:defs><s:mask id="m"/><s:text>a</s:text></s:defs>
<s:rect e:label="b" data-name="c" aria-hidden="true" width="2" height="2" style="-inkscape-stroke:none;block-progression:tb;font-family:x;mix-blend-mode:normal"/></s:svg>`;
    expect((decodePicture(Buffer.from(text), 'a.svg') as VectorPicture).shapes).toHaveLength(1);
  });
});

describe('what is used again', () => {
  it('is moved, and painted as its user says', () => {
    const body = `<defs><g id="g">${rect('')}</g></defs><use xlink:href="#g" x="5" fill="red"/><use href="#g" transform="scale(2)" y="1"/>`;
    expect(points(body)).toEqual([
      [5, 0, 15, 0, 15, 10, 5, 10],
      [0, 2, 20, 2, 20, 22, 0, 22],
    ]);
    expect(fills(body)).toEqual([
      [255, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('fits a symbol into its viewport, cut at its edges', () => {
    const body = `<symbol id="s" viewBox="0 0 10 10">${rect('')}</symbol><use href="#s" x="10" width="40" height="20"/>`;
    expect(points(body)).toEqual([[20, 0, 40, 0, 40, 20, 20, 20]]);
    expect([...svg(body).shapes[0]!.clips![0]!.path.points]).toEqual([10, 0, 50, 0, 50, 20, 10, 20]);
  });

  it.each([
    ['xMinYMin', [0, 0, 20, 20]],
    ['xMidYMid', [10, 0, 30, 20]],
    ['xMaxYMax meet', [20, 0, 40, 20]],
    ['xMidYMin slice', [0, 0, 40, 40]],
    ['xMidYMax slice', [0, -20, 40, 20]],
    ['none', [0, 0, 40, 20]],
  ])('lies in an inner svg as preserveAspectRatio="%s" says', (aspect, [x, y, right, bottom]) => {
    const body = `<svg width="40%" height="20" viewBox="0 0 10 10" preserveAspectRatio="${aspect}">${rect('')}</svg>`;
    expect(points(body)).toEqual([[x, y, right, y, right, bottom, x, bottom]]);
  });
});

describe('the size that an SVG asks for', () => {
  it.each([
    ['viewBox="0 0 30 20"', undefined],
    ['viewBox="0 0 30 20" width="100%" height="100%"', undefined],
    ['viewBox="0 0 30 20" width="60mm"', [170.08, 113.39]],
    ['viewBox="0 0 30 20" height="2in"', [216, 144]],
    ['viewBox="0 0 30 20" width="40" height="40px"', [30, 30]],
    ['viewBox="0 0 30 20" width="30pt" height="20pt"', undefined],
  ])('is by its sides in their units: %s', (attributes, wanted) => {
    const { natural } = svg('', attributes);
    const found = natural && [natural.width, natural.height].map((v) => Math.round(v * 100) / 100);
    expect(found).toEqual(wanted);
  });

  it('does not decide how exactly it is written: a small canvas is enlarged', () => {
    const { width, height, natural, shapes } = svg('<path d="M.0005 0 1 1 1 0"/>', 'viewBox="0 0 1 .5"');
    expect([width, height, natural]).toEqual([100, 50, { width: 1, height: 0.5 }]);
    expect(shapes[0]!.path.points[0]).toBeCloseTo(0.05, 9);
  });
});

describe('gradients', () => {
  const stops = '<stop offset=".25" stop-color="red"/><stop offset="75%" style="stop-color:#00f"/>';
  const painted = (gradient: string, shape = rect('fill="url(#g)"')) => {
    const layer = svg(`<defs>${gradient}</defs>${shape}`).layers![0]!;
    return layer.kind === 'shape' ? layer.fill : undefined;
  };

  it('go from the first stop to the last, in the box of what they paint', () => {
    const fill = painted(
      `<linearGradient id="g">${stops}</linearGradient>`,
      '<rect x="10" y="5" width="20" height="10" fill="url(#g)"/>',
    );
    expect(fill).toMatchObject({
      opacity: 1,
      of: { kind: 'linear', coordinates: [0, 0, 1, 0], matrix: [20, 0, 0, 10, 10, 5] },
    });
    expect(fill!.of).toHaveProperty('stops.length', 4);
  });

  it('take from others what they do not say, and are turned by their own transform', () => {
    const fill = painted(
      `<linearGradient id="a" x2="5">${stops}</linearGradient><radialGradient id="g" href="#a" gradientUnits="userSpaceOnUse" cx="50%" cy="10" r="5" gradientTransform="translate(1 2)"/>`,
    );
    expect(fill!.of).toMatchObject({
      kind: 'radial',
      coordinates: [50, 10, 0, 50, 10, 5],
      matrix: [1, 0, 0, 1, 1, 2],
    });
  });

  it('move a focus that is outside of the circle onto it', () => {
    const fill = painted(
      `<radialGradient id="g" cx="0" cy="0" r="1" fx="3" fy="4">${stops}</radialGradient>`,
    );
    const [x, y] = (fill!.of as Gradient).coordinates;
    expect([Math.hypot(x!, y!) < 1, Math.hypot(x!, y!) > 0.99]).toEqual([true, true]);
    expect(y! / x!).toBeCloseTo(4 / 3, 9);
  });

  it('come to a colour with one stop, without length, and to nothing without stops', () => {
    const one = '<linearGradient id="g"><stop stop-color="lime"/></linearGradient>';
    expect(fills(`${one}${rect('fill="url(#g)"')}`)).toEqual([[0, 255, 0]]);
    expect(fills(`<linearGradient id="g" x2="0">${stops}</linearGradient>${rect('fill="url(#g)"')}`)).toEqual(
      [[0, 0, 255]],
    );
    expect(fills(`<linearGradient id="g"/>${rect('fill="url(#g)"')}`)).toEqual([]);
  });

  it('give one opacity to all where all stops have the same, and keep each else', () => {
    const fade = (last: string) =>
      `<linearGradient id="g"><stop stop-opacity=".5"/><stop offset="1" stop-opacity="${last}"/></linearGradient>`;
    expect(painted(fade('.5'))).toMatchObject({
      opacity: 0.5,
      of: { stops: [{ opacity: 1 }, { opacity: 1 }] },
    });
    expect(painted(fade('0'))).toMatchObject({
      opacity: 1,
      of: { stops: [{ opacity: 0.5 }, { opacity: 0 }] },
    });
  });
});

describe('clips and transparency', () => {
  const clip = (inside: string, more = '') =>
    `<clipPath id="c" ${more}>${inside}</clipPath>${rect('clip-path="url(#c)"')}`;

  it('cut a shape by the outline, in user space or in its own box', () => {
    expect([...group(clip('<rect x="2" width="3" height="4"/>')).clips[0]!.path.points]).toEqual([
      2, 0, 5, 0, 5, 4, 2, 4,
    ]);
    const boxed = clip('<rect width=".5" height="1"/>', 'clipPathUnits="objectBoundingBox"');
    expect([...group(boxed).clips[0]!.path.points]).toEqual([0, 0, 5, 0, 5, 10, 0, 10]);
  });

  it('make one outline of shapes that overlap, all the same way round', () => {
    const { path, rule } = group(clip('<rect width="4" height="4"/><path d="M2 2V6H6V2z"/>')).clips[0]!;
    expect([path.verbs, rule]).toEqual(['MLLLZMLLLZ', 'nonzero']);
    expect([...path.points.subarray(8)]).toEqual([6, 2, 6, 6, 2, 6, 2, 2]);
    const holes = '<path d="M0 0H9V9H0zM2 2V4H4V2z"/><rect width="4" height="4"/>';
    expect(problemsOf(() => svg(clip(holes))).map(({ message }) => message)).toEqual([
      expect.stringContaining('overlap'),
    ]);
  });

  it('paint nothing of what is cut by nothing', () => {
    expect(svg(clip('')).shapes).toEqual([]);
  });

  it('see through one paint without a group, and through two as one', () => {
    expect(svg(rect('opacity=".5" fill-opacity=".5"')).layers).toMatchObject([
      { kind: 'shape', fill: { opacity: 0.25 } },
    ]);
    expect(svg(rect('opacity=".5" stroke="red"')).layers).toMatchObject([{ kind: 'group', opacity: 0.5 }]);
  });

  it('are told to whoever looks at the shapes: what is not one colour, and where it is cut', () => {
    const { shapes } = svg(
      `${rect('')}${rect('opacity=".5"')}<g opacity=".5">${rect('')}</g>${clip('<rect width="1" height="1"/>')}`,
    );
    expect(shapes.map(({ mixed, clips }) => [mixed ?? false, clips?.length ?? 0])).toEqual([
      [false, 0],
      [true, 0],
      [true, 0],
      [false, 1],
    ]);
  });

  it('need no layers where shapes say all', () => {
    expect(svg(`<g style="fill:red">${rect('')}</g><use href="#none" display="none"/>`)).not.toHaveProperty(
      'layers',
    );
  });
});

describe('strokes', () => {
  const stroke = (more: string) =>
    svg(`<path d="M0 0L8 1L0 2" fill="none" stroke="black" ${more}/>`).shapes[0]!.stroke!;

  it('keep the limit of their mitres only where a corner is sharp enough to need it', () => {
    expect(stroke('')).toMatchObject({ miterLimit: 4 });
    expect(stroke('stroke-miterlimit="10"')).not.toHaveProperty('miterLimit', 4);
    expect(stroke('stroke-linejoin="round"')).not.toHaveProperty('miterLimit');
    expect(svg('<path d="M0 0H9V9" stroke="red"/>').shapes[0]!.stroke).not.toHaveProperty('miterLimit');
  });

  it('begin their dashes where they say', () => {
    expect(stroke('stroke-dasharray="1,2" stroke-dashoffset="50%"').phase).toBeCloseTo(
      Math.sqrt((100 ** 2 + 50 ** 2) / 2) / 2,
      6,
    );
    expect(stroke('stroke-dashoffset="1"')).not.toHaveProperty('phase');
  });

  it('show squares where dashes and lines have no length, which PDF paints nothing of', () => {
    expect(stroke('stroke-width="2" stroke-dasharray="0 4"').dash).toEqual([0, 4]);
    expect(stroke('stroke-width="2" stroke-dasharray="0 4" stroke-linecap="square"').dash).toEqual([
      0.02, 3.98,
    ]);
    expect(stroke('stroke-width="2" stroke-dasharray="3 0" stroke-linecap="square"').dash).toEqual([3, 0]);
    const dots = (cap: string) => [
      ...svg(`<path d="M1 1h0M5 5zM3 3v4M9 9" stroke="red" stroke-linecap="${cap}"/>`).shapes[0]!.path.points,
    ];
    expect(dots('square')).toEqual([1, 1, 1.01, 1, 5.01, 5, 3, 3, 3, 7, 9, 9]);
    expect(dots('round')).toEqual([1, 1, 1, 1, 5, 5, 3, 3, 3, 7, 9, 9]);
  });

  it('lie below the fill where paint-order says so', () => {
    const { shapes } = svg(rect('stroke="red" paint-order="stroke"'));
    expect(shapes.map(({ fill, stroke }) => [fill !== undefined, stroke !== undefined])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

describe('rules that many elements follow', () => {
  const sheet = (rules: number, elements: number) =>
    svg(
      `<style>${'*{fill:#000;stroke:none}'.repeat(rules)}</style>${'<rect width="1" height="1"/>'.repeat(elements)}`,
    );

  it('count as often as they are followed', () => {
    // 8,000,000 characters: 18 for each rule and 2 for itself of an element, and the rules for the svg.
    expect(sheet(1000, 440).shapes.length).toBe(440);
    expect(problemsOf(() => sheet(1000, 446))).toMatchObject([
      { code: 'IMAGE_TOO_LARGE', message: expect.stringContaining('attributes and rules') },
    ]);
  });
});
