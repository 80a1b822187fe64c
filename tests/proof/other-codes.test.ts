/** No code stands anywhere on a page but the one that the press places: however it is drawn, coloured, turned or divided. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prove } from '../../src/proof/index.ts';
import { Kept } from '../../src/proof/kept.ts';
import { code, type Drawing, modulesOf } from './drawn-codes.ts';
import { type Change, expectation, leaflet, leafletObjects } from './leaflet.ts';
import { pressFile } from './pdf-file.ts';

const other = 'tel:+18005550199';
const figure = '0.2 0.4 0.6 rg 20 150 60 40 re f';
const drawn = (content: string): Change => [7, figure, content];
const check = (bytes: Uint8Array, kept?: Kept) =>
  prove(bytes, expectation, 'test', kept).checks.find((c) => c.code === 'QR_WRONG')!;
const says = `"${other}"`;

describe('QR_WRONG: another code is found', () => {
  it.each<[string, Drawing]>([
    ['light on dark', { ink: '1 1 1', paper: '0.1 0.2 0.3' }],
    ['in the mirror', { mirrored: true }],
    ['in the mirror, light on dark', { mirrored: true, ink: '1 1 0.9', paper: '0.3 0 0' }],
    ['red on a green of the same lightness', { ink: '0.85 0.1 0.1', paper: '0.1 0.47 0.1' }],
    ['blue on a red of the same lightness', { ink: '0.3 0.3 1', paper: '0.92 0.1 0.1' }],
    ['in two greys that are nearly one', { ink: '0.5 0.5 0.5', paper: '0.54 0.54 0.54' }],
    ['turned by 30 degrees', { turn: 30, x: 80, y: 80 }],
    ['turned by 45 degrees, in dots', { turn: 45, x: 100, y: 60, shape: 'dots' }],
    ['turned by 100 degrees, in dots', { turn: 100, x: 130, y: 60, shape: 'dots' }],
    ['turned by 10 degrees, in small dots', { turn: 10, x: 60, shape: 'dots', module: 1 }],
    ['turned by 200 degrees, in rows', { turn: 200, x: 120, y: 180, shape: 'rows' }],
    ['with modules of 0.7 pt', { module: 0.7 }],
    ['with modules of 0.7 pt, turned', { module: 0.7, turn: 10, x: 60 }],
    ['with modules of 5.5 pt', { module: 5.5, x: 5, y: 60 }],
  ])('%s', (_, drawing) => {
    expect(check(leaflet(drawn(code(other, drawing)))).detail).toContain(says);
  });

  it('wherever it stands, however large, turned and coloured', () => {
    const level = fc.double({ min: 0, max: 1, noNaN: true });
    const drawing = fc.record({
      x: fc.integer({ min: 85, max: 115 }),
      y: fc.integer({ min: 90, max: 200 }),
      module: fc.double({ min: 0.75, max: 1.5, noNaN: true }),
      shape: fc.constantFrom('squares' as const, 'rows' as const),
      mirrored: fc.boolean(),
      turn: fc.integer({ min: 0, max: 359 }),
      ink: fc.tuple(level, level, level),
      paper: fc.tuple(level, level, level),
    });
    const isTold = ({ ink, paper }: { ink: readonly number[]; paper: readonly number[] }) =>
      ink.some((value, i) => Math.abs(value - paper[i]!) > 0.4);
    const spelled = (color: readonly number[]) => color.map((value) => value.toFixed(3)).join(' ');
    fc.assert(
      fc.property(drawing.filter(isTold), ({ ink, paper, ...rest }) => {
        const content = code(other, { ...rest, ink: spelled(ink), paper: spelled(paper) });
        expect(check(leaflet(drawn(content))).detail).toContain(says);
      }),
      { numRuns: 25, seed: 27 },
    );
  });

  const half = Math.floor(modulesOf(other).length / 2);
  const [left, right] = [code(other, { columns: [0, half] }), code(other, { columns: [half, 99] })];

  it('in two halves that belong to different things', () => {
    const apart = `${left} EMC\n/Artifact << /Type /Layout >> BDC ${right}`;
    expect(check(leaflet(drawn(apart))).detail).toContain(says);
    expect(check(leaflet(drawn(left))).status).toBe('passed');
  });

  it('in two halves that are pieces of the contents', () => {
    const objects = new Map(leafletObjects(drawn(left)));
    const { value, stream } = objects.get(7)!;
    const { stream: more } = leafletObjects([7, figure, right]).get(7)!;
    const second = more!.slice(0, more!.indexOf('EMC', more!.indexOf('/Figure')));
    const own = second.replace(/\/H2 [\s\S]*?\/Figure <<\/MCID 3>> BDC/, '/Artifact <</Type /Layout>> BDC');
    objects.set(7, { value, stream: `q\n${stream}Q\n% next\nq\n${own}EMC\nQ\n` });
    expect(check(pressFile(objects)).detail).toContain(says);
  });

  it('under letters that lie over it', () => {
    const over = `${code(other)} EMC\n/Artifact << /Type /Layout >> BDC 0 0 0 rg BT /F1 9 Tf 60 150 Td «Drink water.» Tj ET`;
    expect(check(leaflet(drawn(over))).detail).toContain(says);
  });

  it('beside what only looks like the corners of one', () => {
    const corner = (x: number, y: number) =>
      `0 0 0 rg ${x} ${y} 14 14 re f 1 1 1 rg ${x + 2} ${y + 2} 10 10 re f 0 0 0 rg ${x + 4} ${y + 4} 6 6 re f`;
    const corners = [corner(10, 230), corner(150, 230), corner(10, 60)].join(' ');
    expect(check(leaflet(drawn(`${corners} ${code(other, { x: 100, y: 140 })}`))).detail).toContain(says);
    expect(check(leaflet(drawn(corners))).status).toBe('passed');
  });

  it('the same with what was kept of other pages', () => {
    const kept = new Kept();
    for (let i = 0; i < 2; i++) {
      expect(check(leaflet(drawn(code(other))), kept).detail).toContain(says);
      expect(check(leaflet(), kept).status).toBe('passed');
      expect(check(leaflet(drawn(`${left} ${right}`)), kept).detail).toContain(says);
      expect(check(leaflet(drawn(left)), kept).status).toBe('passed');
    }
  });
});

/** The leaflet with a picture in place of its figure. */
function withPicture(
  image: {
    readonly width: number;
    readonly height: number;
    readonly color: string;
    readonly filter: string;
    readonly bytes: Buffer;
  },
  side = 66,
): Uint8Array {
  const objects = new Map(leafletObjects([7, figure, `q ${side} 0 0 -${side} 20 ${110 + side} cm /I1 Do Q`]));
  objects.set(60, {
    value: `<< /Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /BitsPerComponent 8 /ColorSpace /${image.color} /Filter /${image.filter} >>`,
    stream: image.bytes.toString('latin1'),
  });
  objects.set(18, { value: '<< /Font 19 0 R /XObject << /I1 60 0 R >> >>' });
  return pressFile(objects);
}

describe('QR_WRONG: another code is found in a picture', () => {
  const modules = modulesOf(other);
  const size = modules.length;
  const samples = (pixels: number, colour: (dark: boolean) => readonly number[]) =>
    Buffer.from(
      Array.from({ length: (size * pixels) ** 2 }, (_, i) => {
        const [x, y] = [i % (size * pixels), Math.floor(i / (size * pixels))];
        return colour(modules[Math.floor(y / pixels)]![Math.floor(x / pixels)]!);
      }).flat(),
    );
  const grey = { color: 'DeviceGray', filter: 'FlateDecode' };
  const coloured = { color: 'DeviceRGB', filter: 'FlateDecode' };

  it.each([1, 3])('of grey samples, %i a module', (pixels) => {
    const bytes = deflateSync(samples(pixels, (dark) => [dark ? 20 : 240]));
    const image = { width: size * pixels, height: size * pixels, ...grey, bytes };
    expect(check(withPicture(image)).detail).toContain(says);
    expect(check(withPicture(image, 24)).detail).toContain(says);
  });

  it('of coloured samples of one lightness', () => {
    const bytes = deflateSync(samples(2, (dark) => (dark ? [217, 26, 26] : [26, 120, 26])));
    expect(check(withPicture({ width: size * 2, height: size * 2, ...coloured, bytes })).detail).toContain(
      says,
    );
  });

  it.each(['baseline', 'progressive', 'grey', 'full-colour'])('in a photograph: %s', (name) => {
    const bytes = readFileSync(join(import.meta.dirname, `photographs/${name}.jpg`));
    const color = name === 'grey' ? 'DeviceGray' : 'DeviceRGB';
    const image = { width: 132, height: 132, color, filter: 'DCTDecode', bytes };
    expect(check(withPicture(image)).detail).toContain(says);
  });

  it('and none where it is too small for its modules to be told apart', () => {
    const bytes = deflateSync(samples(3, (dark) => [dark ? 20 : 240]));
    expect(check(withPicture({ width: size * 3, height: size * 3, ...grey, bytes }, 3)).status).toBe(
      'passed',
    );
  });
});
