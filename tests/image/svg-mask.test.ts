import { describe, expect, it } from 'vitest';
import { decodePicture, type VectorPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';

const space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (body: string): VectorPicture =>
  decodePicture(Buffer.from(`<svg ${space} viewBox="0 0 100 50">${body}</svg>`), 'a.svg') as VectorPicture;
const door = 'M10 10h20v30h-20z';
const light = (more: string) => `<path d="M0 0h60v40z" fill="#f7b538" ${more}/>`;
const seenThrough = (mask: string) => svg(`${mask}${light('mask="url(#m)"')}`);
const clipped = svg(`<clipPath id="c"><path d="${door}"/></clipPath>${light('clip-path="url(#c)"')}`);

describe('a mask of white shapes', () => {
  // As the programs write what they cut, each of them.
  it.each([
    [
      'Sketch',
      `<defs><path id="p" d="${door}"/></defs><mask id="m" fill="white"><use xlink:href="#p"/></mask>`,
    ],
    ['a group', `<mask id="m"><g fill="#fff"><path d="${door}"/></g></mask>`],
    ['its opacity alone', `<mask id="m" style="mask-type:alpha"><path d="${door}" fill="#D9D9D9"/></mask>`],
    ['its opacity, said by an attribute', `<mask id="m" mask-type="alpha"><path d="${door}"/></mask>`],
    ['currentColor', `<mask id="m" color="white"><path d="${door}" fill="currentColor"/></mask>`],
    [
      'something that is not shown',
      `<mask id="m" fill="white"><path d="${door}"/><path d="M0 0h9v9z" fill="none"/><path d="M0 0h9v9z" visibility="hidden" opacity="1"/></mask>`,
    ],
    [
      'edges that are around all of it',
      `<mask id="m" fill="white" x="-10%" y="0" width="1.2" height="100%"><path d="${door}"/></mask>`,
    ],
  ])('cuts as a clipPath does: by %s', (_, mask) => {
    expect(seenThrough(mask)).toEqual(clipped);
  });

  it('has edges of its own where they are in user units', () => {
    const [group] = seenThrough(
      `<mask id="m" maskUnits="userSpaceOnUse" x="5" y="0" width="20" height="30"><path fill="white" d="${door}"/></mask>`,
    ).layers!;
    expect(group).toMatchObject({
      clips: [
        { path: { verbs: 'MLLLZ' } },
        { path: { points: new Float64Array([5, 0, 25, 0, 25, 30, 5, 30]) } },
      ],
    });
  });

  it('cuts what a clipPath cuts besides, and keeps nothing where it has none', () => {
    const [group] = svg(
      `<clipPath id="c"><path d="M0 0h9v9z"/></clipPath><mask id="m" fill="white"><path d="${door}"/></mask>${light('mask="url(#m)" clip-path="url(#c)"')}`,
    ).layers!;
    expect(group).toMatchObject({ clips: [{}, {}] });
    expect(seenThrough('<mask id="m"/>').shapes).toEqual([]);
  });

  it.each([
    ['<path d="M0 0h9v9z" fill="#fefefe"/>', 'of more than white shapes'],
    ['<path d="M0 0h9v9z" fill="white"/><circle r="3"/>', 'of more than white shapes'],
    ['<path d="M0 0h9v9z" fill="white" opacity=".99"/>', 'of more than white shapes'],
    ['<path d="M0 0h9v9z" fill="white" fill-opacity=".5"/>', 'of more than white shapes'],
    ['<path d="M0 0h9v9z" fill="rgba(255,255,255,.5)"/>', 'of more than white shapes'],
    ['<g opacity=".5"><path d="M0 0h9v9z" fill="white"/></g>', 'of more than white shapes'],
    ['<path d="M0 0h9v9z" fill="white" stroke="white"/>', 'with lines'],
    ['<path d="M0 0h9v9z" fill="url(#g)"/>', 'with a gradient'],
  ])('is nothing else: %s', (shapes, why) => {
    const gradient = '<linearGradient id="g"><stop stop-color="white"/></linearGradient>';
    const found = problemsOf(() => seenThrough(`${gradient}<mask id="m">${shapes}</mask>`));
    expect(found).toMatchObject([
      {
        code: 'IMAGE_INVALID',
        message: expect.stringContaining(`<path> is seen through a mask ${why}.`),
        hint: expect.stringContaining('Object > Clip'),
      },
    ]);
  });

  it.each([
    ['maskContentUnits="objectBoundingBox"', '', 'in units of a bounding box'],
    ['x="0.1"', '', 'in units of a bounding box'],
    ['width="99%" x="0"', '', 'in units of a bounding box'],
    ['', 'stroke="red"', 'in units of a bounding box'],
    ['clip-path="url(#c)"', '', 'that is cut itself'],
    ['mask="url(#m)"', '', 'that is cut itself'],
  ])('is refused where its edges cannot be told: %s %s', (own, more, why) => {
    const body = `<clipPath id="c"><path d="${door}"/></clipPath><mask id="m" fill="white" ${own}><path d="${door}"/></mask>`;
    const found = problemsOf(() => svg(body + light(`mask="url(#m)" ${more}`)));
    expect(found).toMatchObject([{ code: 'IMAGE_INVALID', message: expect.stringContaining(why) }]);
  });

  it('is told where a clipPath has one: it would count for nothing there', () => {
    const body = `<mask id="m" fill="white"><path d="${door}"/></mask><clipPath id="c" mask="url(#m)"><path d="${door}"/></clipPath>`;
    expect(problemsOf(() => svg(body + light('clip-path="url(#c)"')))).toMatchObject([
      { code: 'IMAGE_INVALID', message: expect.stringContaining('<clipPath> has a mask.') },
    ]);
  });

  it.each([
    ['', 'is seen through #m, which is no mask'],
    ['<clipPath id="m"/>', 'is seen through #m, which is no mask'],
    ['<mask id="m"><text>1</text></mask>', 'stands inside <mask>'],
    [`<mask id="m" fill="white"><path d="${door}" clip-path="url(#m)"/></mask>`, 'is cut inside of a mask'],
  ])('is told where it is none: %s', (mask, why) => {
    const found = problemsOf(() => seenThrough(mask));
    expect(found).toMatchObject([{ code: 'IMAGE_INVALID', message: expect.stringContaining(why) }]);
  });
});
