import { describe, expect, it } from 'vitest';
import { decodePicture, type Gradient, type Layer, type VectorPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';

function svg(body: string, attributes = ''): VectorPicture {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" ${attributes}>${body}</svg>`;
  return decodePicture(Buffer.from(text), 'a.svg') as VectorPicture;
}
const group = (picture: VectorPicture) => picture.layers![0] as Extract<Layer, { kind: 'group' }>;
const clipOf = (picture: VectorPicture) => group(picture).clips[0]!;
const messages = (body: string) => problemsOf(() => svg(body)).map(({ message }) => message);
const shape = '<rect width="90" height="90" clip-path="url(#c)"/>';
const star = 'M50 0L80 90L0 30H100L20 90z';

describe('a definition in an SVG', () => {
  // Affinity and CorelDRAW say it once, on the root.
  it.each([
    ['the root', `<clipPath id="c"><path d="${star}"/></clipPath>${shape}`, 'style="clip-rule:evenodd"'],
    ['a group', `<g clip-rule="evenodd"><clipPath id="c"><path d="${star}"/></clipPath></g>${shape}`, ''],
  ])('inherits from what it stands in, and not from what it cuts: %s', (_, body, attributes) => {
    expect(clipOf(svg(body, attributes)).rule).toBe('evenodd');
    const used = shape.replace('<rect', '<rect clip-rule="evenodd"');
    expect(clipOf(svg(`<clipPath id="c"><path d="${star}"/></clipPath>${used}`)).rule).toBe('nonzero');
  });

  it('takes the colour of a stop from what its gradient stands in', () => {
    const stops = '<stop stop-color="#fff"/><stop offset="1" stop-color="currentColor"/>';
    const picture = svg(
      `<g color="#f00"><linearGradient id="g">${stops}</linearGradient></g><rect color="#0f0" width="9" height="9" fill="url(#g)"/>`,
    );
    const [layer] = picture.layers as [Extract<Layer, { kind: 'shape' }>];
    expect((layer.fill!.of as Gradient).stops[1]!.color).toEqual([255, 0, 0]);
  });

  /** What strokes a line from 5,5 by the steps given. */
  const strokeOf = (
    steps: string,
    paint: string,
    units = '',
    stops = '<stop/><stop offset="1" stop-color="red"/>',
  ) => {
    const gradient = `<linearGradient id="g" ${units}>${stops}</linearGradient>`;
    const picture = svg(
      `${gradient}<path d="M5 5${steps}" stroke="${paint}"/><rect x="50" width="9" height="9"/>`,
    );
    const line = [...(picture.layers ?? []), ...picture.shapes].find(
      (one) => 'stroke' in one && one.stroke !== undefined,
    );
    const stroke = (line as { stroke?: { paint?: { of: unknown }; color?: unknown } } | undefined)?.stroke;
    return stroke?.paint?.of ?? stroke?.color;
  };

  it('is no gradient on a flat line by its box: the colour behind it is taken, where there is one', () => {
    expect(strokeOf('h90', 'url(#g) #0a0')).toEqual([0, 170, 0]);
    expect(strokeOf('v90', 'url(#g) #0a0')).toEqual([0, 170, 0]);
    expect(strokeOf('h90', 'url(#g)')).toBeUndefined();
    expect(strokeOf('h90', 'url(#g) none')).toBeUndefined();
    expect(strokeOf('l90 1', 'url(#g) #0a0')).toMatchObject({ stops: [{}, {}] });
    expect(strokeOf('h90', 'url(#g) #0a0', 'gradientUnits="userSpaceOnUse" x2="90"')).toMatchObject({
      stops: [{}, {}],
    });
    // Without stops it paints as “none” does, whatever stands behind it.
    expect(strokeOf('h90', 'url(#g) #0a0', '', '')).toBeUndefined();
  });

  it('has units that there are, or is refused', () => {
    const of = (units: string) =>
      svg(
        `<linearGradient id="g" gradientUnits="${units}"><stop/><stop offset="1"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`,
      );
    expect(() => of('objectBoundingBox')).not.toThrow();
    expect(() => of('boundingBox')).toThrow(/gradientUnits boundingBox/);
  });

  it('is turned as it lies on the shape, whatever its units', () => {
    const clip =
      '<clipPath id="c" clipPathUnits="objectBoundingBox" transform="translate(10 20)"><rect width=".5" height="1"/></clipPath>';
    expect([...clipOf(svg(clip + shape)).path.points]).toEqual([10, 20, 55, 20, 55, 110, 10, 110]);
  });

  it.each([
    ['clipPath', `<clipPath id="c" transform-origin="5 5"><rect width="9" height="9"/></clipPath>${shape}`],
    [
      'linearGradient',
      '<linearGradient id="g" transform-origin="5 5"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
    ],
    [
      'stop',
      '<linearGradient id="g"><stop ofset="0"/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
    ],
  ])('says nothing that is passed over: %s', (name, body) => {
    expect(messages(body)).toEqual([
      expect.stringMatching(new RegExp(`<${name}> has the attribute .*not in the subset`)),
    ]);
  });

  it.each([
    [-0.1, false],
    [0, true],
    [0.4, true],
    [0.5, false],
    [0.7, false],
  ])('is a gradient that begins within its circle: fr=%d', (fr, isTaken) => {
    const body = `<radialGradient id="g" fr="${fr}"><stop/><stop offset="1" stop-color="red"/></radialGradient><rect width="9" height="9" fill="url(#g)"/>`;
    expect(messages(body)).toEqual(isTaken ? [] : [expect.stringContaining('within its circle')]);
  });
});

describe('a clip of several shapes', () => {
  const clip = (inside: string) => `<clipPath id="c">${inside}</clipPath>${shape}`;
  const round = '<circle cx="50" cy="50" r="10"/>';

  it.each([
    ['a star with a hole and a circle in it', `<path d="${star}" clip-rule="evenodd"/>${round}`],
    ['a star that crosses itself', `<path d="${star}"/>${round}`],
    ['a curve that crosses itself', `<path d="M0 0C200 100 -100 100 100 0z"/>${round}`],
  ])('that overlap is refused where one crosses itself: %s', (_, inside) => {
    expect(messages(clip(inside))).toEqual([expect.stringContaining('overlap')]);
  });

  it.each([
    ['simple ones', `<rect x="30" y="30" width="40" height="40" clip-rule="evenodd"/>${round}`],
    ['a curve that bends', `<path d="M0 0C100 100 0 100 100 0z"/>${round}`],
    ['a star by itself', `<path d="${star}" clip-rule="evenodd"/>`],
    ['a star and what is apart', `<path d="${star}"/><rect x="200" width="1" height="1"/>`],
  ])('is taken: %s', (_, inside) => {
    expect(messages(clip(inside))).toEqual([]);
  });
});

describe('a line in dashes', () => {
  const first = (body: string) => [...svg(body).shapes[0]!.path.points.subarray(0, 2)];

  it('begins at the right of a circle, where it is dashed', () => {
    const circle = (more: string) => `<circle cx="50" cy="50" r="40" stroke="red" ${more}/>`;
    expect(first(circle('stroke-dasharray="70 30"'))).toEqual([90, 50]);
    expect(first(circle(''))).toEqual([50, 10]);
    const { path } = svg(circle('stroke-dasharray="70 30"')).shapes[0]!;
    expect(path.verbs).toBe('MCCCCZ');
    // With the clock: down from the right.
    expect([...path.points.subarray(6, 8)]).toEqual([50, 90]);
  });

  it('is told in user units: pathLength is passed over only without dashes', () => {
    const line = (more: string) => `<path d="M0 0H9" stroke="red" pathLength="100" ${more}/>`;
    expect(messages(line('stroke-dasharray="50 50"'))).toEqual([expect.stringContaining('pathLength')]);
    expect(messages(line(''))).toEqual([]);
  });
});

describe('what an SVG shows to some', () => {
  it('is refused where it asks for a language, but in a switch', () => {
    expect(messages('<rect width="9" height="9" systemLanguage="en"/>')).toEqual([
      expect.stringContaining('some languages only'),
    ]);
    const chosen = svg(
      '<switch><rect width="9" height="9" systemLanguage="en"/><rect width="9" height="9" fill="red"/></switch>',
    );
    expect(chosen.shapes.map(({ fill }) => fill)).toEqual([[255, 0, 0]]);
  });

  it('is not painted where it asks for an extension, or the whole is not displayed', () => {
    expect(svg('<rect width="9" height="9" requiredExtensions="http://x"/>').shapes).toEqual([]);
    expect(svg('<rect width="9" height="9"/>', 'display="none"').shapes).toEqual([]);
  });
});
