/** Drawings with colours of their own, as agencies' logos have, in editions without colours: as gray, or black and white, as they are. */
import { describe, expect, it } from 'vitest';
import { decodePicture, type VectorPicture } from '../../src/image/index.ts';
import { contrast, luminance } from '../../src/paint/index.ts';
import { plainColors } from '../../src/press/plain-colors.ts';
import { editions } from '../../src/product/index.ts';
import { openWorkshop } from './workshop.ts';

const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${inner}</svg>`;
const drawn = (inner: string) => decodePicture(Buffer.from(svg(inner)), 'logo.svg') as VectorPicture;
const [navy, amber, green, pale] = ['#0B2545', '#F2A65A', '#0A6B4F', '#F6E7B0'];
const bar = (fill: string, x = 8, more = '') => `<path d="M${x} 8h8v8h-8z" fill="${fill}"${more}/>`;
const fills = (picture: VectorPicture) => picture.shapes.map(({ fill }) => fill?.join(' '));
const inEdition = (inner: string, edition: keyof typeof editions) =>
  fills(plainColors(drawn(inner), editions[edition]));
const [black, white] = ['0 0 0', '255 255 255'];

describe('a drawing with colours of its own', () => {
  it('is as it was where an edition has colours, and where it keeps to it', () => {
    for (const edition of ['standard', 'large-print', 'easy-read'] as const) {
      const picture = drawn(bar(green!));
      expect(plainColors(picture, editions[edition])).toBe(picture);
    }
    const plain = drawn(bar('#000') + bar('#fff', 20));
    for (const edition of ['high-contrast', 'high-contrast-dark', 'ink-saving'] as const)
      expect(plainColors(plain, editions[edition])).toBe(plain);
    const gray = drawn(bar('#777'));
    expect(plainColors(gray, editions['ink-saving'])).toBe(gray);
  });

  it('is gray of the same lightness', () => {
    const [before, after] = [
      drawn(bar(green!) + bar(amber!, 20)),
      plainColors(drawn(bar(green!) + bar(amber!, 20)), editions['ink-saving']),
    ];
    after.shapes.forEach(({ fill }, i) => {
      expect(new Set(fill)).toHaveProperty('size', 1);
      expect(luminance(fill!)).toBeCloseTo(luminance(before.shapes[i]!.fill!), 2);
    });
    expect(contrast(after.shapes[0]!.fill!, after.shapes[1]!.fill!)).toBeGreaterThan(2.5);
  });

  it.each([
    ['one colour', bar(green!), [black]],
    ['one light colour, which is not lost on the paper', bar(pale!), [black]],
    ['light on dark', bar(navy!) + bar(amber!, 10), [black, white]],
    ['two dark ones', bar(navy!) + bar(green!, 20), [black, black]],
    ['dark on white', bar('#fff') + bar(navy!, 10), [white, black]],
  ])('is black and white: %s', (_, inner, wanted) => {
    expect(inEdition(inner, 'high-contrast')).toEqual(wanted);
  });

  it('shows nothing through, and blends nothing, in black and white', () => {
    const gradient = `<defs><linearGradient id="g"><stop offset="0" stop-color="${navy}"/><stop offset="1" stop-color="${green}"/></linearGradient></defs>`;
    const { layers } = plainColors(
      drawn(`${gradient}${bar('url(#g)')}<g opacity=".9">${bar(amber!, 20)}</g>`),
      editions['high-contrast'],
    );
    const said = JSON.stringify(layers);
    expect(said).not.toContain('stops');
    expect(said.match(/"opacity":[\d.]+/g)!.every((each) => each === '"opacity":1')).toBe(true);
    expect(said.match(/"of":\[[^\]]*\]/g)).toEqual(['"of":[0,0,0]', '"of":[255,255,255]']);
    // What hardly shows is paper.
    const faint = plainColors(
      drawn(bar(navy!) + bar(navy!, 20, ' fill-opacity=".1"')),
      editions['high-contrast'],
    ).layers;
    expect(JSON.stringify(faint).match(/"of":\[[^\]]*\]/g)).toEqual(['"of":[0,0,0]', '"of":[255,255,255]']);
  });

  it('has of a gradient the mean of its colours, whichever comes first', () => {
    const made = (from: string, to: string) => {
      const stops = `<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`;
      const inner = `<defs><linearGradient id="g">${stops}</linearGradient></defs>${bar('url(#g)')}`;
      const { layers } = plainColors(drawn(`${inner}${bar('#777', 20)}`), editions['high-contrast']);
      return JSON.stringify(layers).match(/"of":\[[^\]]*\]/g);
    };
    // Beside a gray: darker than it as a whole, and lighter.
    expect(made('#000', '#eee')).toEqual(made('#eee', '#000'));
    expect(made('#222', '#fff')).toEqual(made('#fff', '#222'));
    expect(made('#000', '#888')).not.toEqual(made('#fff', '#888'));
    // Green is light, and blue is dark: each part has its own mean.
    expect(made('#0c0', '#0f0')).toEqual(made('#ccc', '#fff'));
    expect(made('#00c', '#00f')).toEqual(made('#000', '#222'));
    expect(made('#ccc', '#fff')).not.toEqual(made('#000', '#222'));
  });

  it('is the same on black pages, where pictures have a white plate', () => {
    expect(inEdition(bar(green!), 'high-contrast-dark')).toEqual([black]);
  });
});

it('a publisher’s coloured logo prints in every edition of a product', () => {
  const w = openWorkshop();
  try {
    w.write('guide/figures/logo.svg', svg(bar(green!) + bar(amber!, 20)));
    w.change(
      'guide/guide.yaml',
      /^(?=sources:)/m,
      'publisher: { name: Northside, logo: figures/logo.svg }\n',
    );
    for (const edition of ['high-contrast', 'high-contrast-dark', 'ink-saving'] as const) {
      const { plate, print } = w.set({ product: 'pamphlet-trifold', edition });
      expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(print().proof.verdict).toBe('proved');
    }
  } finally {
    w.clear();
  }
});
