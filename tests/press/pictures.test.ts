import { describe, expect, it } from 'vitest';
import { elementsOf, parseDocument } from '../../src/document/index.ts';
import { Stock } from '../../src/files/index.ts';
import type { Picture } from '../../src/image/index.ts';
import { checkTogether, pictureOf } from '../../src/press/pictures.ts';
import { problemsOf } from '../content/folder.ts';

const address = 'https://example.org/help';

/** The picture of an `img` with this source, where the code opens `qr`, or dials. */
function picture(src: string, qr?: string) {
  const { root } = parseDocument(
    `<!doctype html><html lang="en"><head><title>t</title></head><body><p><img src="${src}" alt="A code"></p></body></html>`,
    { file: 'test' },
  );
  const element = [...elementsOf(root)].find(({ name }) => name === 'img')!;
  const sources = {
    guide: '/nowhere/guide',
    template: '/nowhere/template',
    dial: 'tel:988',
    qr,
    ink: { kind: 'gray', value: 0 },
  };
  return pictureOf(element, sources as unknown as Parameters<typeof pictureOf>[1], new Stock(0));
}

describe('a code of a template', () => {
  it('dials the helpline, or opens the address that was asked for', () => {
    expect(picture('qr:dial').name).toBe('qr:tel:988');
    expect(picture('qr:dial', address).name).toBe('qr:tel:988');
    expect(picture(`qr:${address}`, address).name).toBe(`qr:${address}`);
  });

  it.each([
    [`qr:${address}`, undefined],
    [`qr:${address}/other`, address],
    ['qr:tel:911', address],
    ['qr:', address],
    [`web:${address}`, address],
    [address, address],
    ['dial', undefined],
  ])('opens nothing else: %s', (src, qr) => {
    const [found] = problemsOf(() => picture(src, qr));
    expect([found?.code, typeof found?.hint]).toEqual(['HTML_ATTRIBUTE_UNKNOWN', 'string']);
  });
});

describe('the pictures of a document', () => {
  const png = (data: number, alpha = 0) =>
    ({
      kind: 'raster',
      data: { length: data },
      ...(alpha === 0 ? {} : { alpha: { length: alpha } }),
    }) as Picture;

  it('hold 200 MB together, and no more', () => {
    checkTogether([png(150e6), png(30e6, 20e6)], {});
    const [found] = problemsOf(() =>
      checkTogether([png(150e6), png(30e6, 20e6 + 1)], { file: 'a', line: 3 }),
    );
    expect(found).toMatchObject({ code: 'IMAGE_TOO_LARGE', place: { file: 'a', line: 3 } });
    expect(found?.hint).toContain('Scale');
  });

  it('hold their pixels, how opaque these are and their profile; drawings their paths', () => {
    const codes = (...pictures: object[]) =>
      problemsOf(() => checkTogether(pictures as Picture[], {})).map(({ code }) => code);
    const raster = (data: number, alpha: number, profile: number) => ({
      kind: 'raster',
      data: { length: data },
      alpha: { length: alpha },
      profile: { length: profile },
    });
    expect(codes(raster(100e6, 60e6, 40e6))).toEqual([]);
    expect(codes(raster(100e6, 60e6, 40e6 + 1))).toEqual(['IMAGE_TOO_LARGE']);
    const drawing = (...lengths: [points: number, verbs: number][]) => ({
      kind: 'vector',
      shapes: lengths.map(([byteLength, length]) => ({
        path: { points: { byteLength }, verbs: { length } },
      })),
    });
    expect(codes(drawing([100e6, 40e6], [30e6, 30e6]))).toEqual([]);
    expect(codes(drawing([100e6, 40e6], [30e6, 30e6 + 1]))).toEqual(['IMAGE_TOO_LARGE']);
  });
});
