import { describe, expect, it } from 'vitest';
import { decodePicture, type Palette, type VectorPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';

const tokens = { ink: [1, 2, 3], accent: [4, 5, 6], 'skin-1': [7, 8, 9] } as const;
const guides: Palette = { tokens, isArt: false };
const art: Palette = { tokens, isArt: true };

function svg(body: string, palette?: Palette): VectorPicture {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">\n${body}\n</svg>`;
  return decodePicture(Buffer.from(text), 'test.svg', palette) as VectorPicture;
}
const fills = (body: string, palette?: Palette) => svg(body, palette).shapes.map(({ fill }) => fill);
const faults = (body: string, palette?: Palette) => problemsOf(() => svg(body, palette));
const rect = (attributes: string) => `<rect width="9" height="9" ${attributes}/>`;

describe('a token in a drawing', () => {
  it('is the colour that the theme gives it, wherever a colour may stand', () => {
    const { shapes } = svg(
      `<style>.s { fill: var(--skin-1) }</style>
       ${rect('fill="var(--accent)" stroke="var( --ink )"')}
       <g color="var(--accent)">${rect('fill="currentColor"')}</g>
       ${rect('class="s"')}${rect('style="fill:var(--ink)"')}`,
      guides,
    );
    expect(shapes.map(({ fill }) => fill)).toEqual([
      [4, 5, 6],
      [4, 5, 6],
      [7, 8, 9],
      [1, 2, 3],
    ]);
    expect(shapes[0]!.stroke?.color).toEqual([1, 2, 3]);
  });

  it('is that of a gradient’s stops, too', () => {
    const { layers } = svg(
      `<linearGradient id="g"><stop stop-color="var(--ink)"/><stop offset="1" stop-color="var(--accent)"/></linearGradient>${rect('fill="url(#g)"')}`,
      art,
    );
    expect(JSON.stringify(layers)).toContain('"color":[4,5,6]');
  });

  it('is what it says for programs without a theme, where there is none', () => {
    expect(fills(rect('fill="var(--accent, #102030)"'))).toEqual([[16, 32, 48]]);
    expect(fills(rect('fill="var(--wall, #102030)"'), guides)).toEqual([[16, 32, 48]]);
    expect(fills(rect('fill="var(--accent, #102030)"'), guides)).toEqual([[4, 5, 6]]);
  });

  it('is refused where there is no such token, at its line, with those that there are', () => {
    const [fault] = faults(rect('fill="var(--acent)"'), guides);
    expect(fault).toMatchObject({ code: 'IMAGE_INVALID', place: { line: 2 } });
    expect(fault!.message).toContain('ink, accent, skin-1');
    expect(faults(rect('fill="var(--accent)"'))).toHaveLength(1);
    expect(faults(rect('fill="var(--accent) var(--ink)"'), guides)).toHaveLength(1);
    expect(faults(rect('fill="var(--toString)"'), guides)).toHaveLength(1);
  });
});

describe('art of templates', () => {
  it.each([
    'fill="#122C3A"',
    'stroke="black"',
    'fill="rgb(1,2,3)"',
    'style="fill: #fff"',
    'color="red"',
    'fill="url(#g) red"',
  ])('takes no colour of its own: %s', (attributes) => {
    const [fault] = faults(`\n${rect(attributes)}`, art);
    expect(fault).toMatchObject({ code: 'IMAGE_INVALID', place: { line: 3 } });
    expect(svg(`<linearGradient id="g"/>${rect(attributes)}`, guides).shapes.length).toBeLessThan(2);
  });

  it('takes none in a stop or a rule either', () => {
    const stop = `<linearGradient id="g"><stop stop-color="#fff"/></linearGradient>${rect('fill="url(#g)"')}`;
    expect(faults(stop, art)).toHaveLength(1);
    expect(faults(`<style>rect { fill: white }</style>${rect('')}`, art)).toHaveLength(1);
  });

  it('begins with the ink of the theme, where a drawing of a guide begins with black', () => {
    expect(fills(rect(''), art)).toEqual([[1, 2, 3]]);
    expect(fills(rect('fill="currentColor"'), art)).toEqual([[1, 2, 3]]);
    expect(fills(rect(''), guides)).toEqual([[0, 0, 0]]);
    expect(fills(rect('fill="none"'), art)).toEqual([]);
  });

  it('shows in a drawing program what the first theme prints', () => {
    expect(fills(rect('fill="var(--accent, #F7B538)"'), art)).toEqual([[4, 5, 6]]);
    expect(fills(rect('fill="var(--accent, #f7b538)"'), art)).toEqual([[4, 5, 6]]);
    expect(faults(rect('fill="var(--accent, #F7B539)"'), art)[0]!.message).toContain('#F7B538');
    expect(faults(rect('fill="var(--wall, #F7B538)"'), art)).toHaveLength(1);
  });
});
