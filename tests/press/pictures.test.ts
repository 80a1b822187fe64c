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
    `<!doctype html><html lang="en"><head><title>t</title></head><body><p><img src="${src}" alt=""></p></body></html>`,
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
});
