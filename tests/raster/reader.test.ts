import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { Press, shippedGuides } from '../../src/press/index.ts';
import { openReader } from '../../src/raster/index.ts';

const poster = () => {
  const press = new Press();
  const guide = loadGuide(`${shippedGuides()}/heroin-detox`);
  return press.print(press.plate(guide, { product: 'poster', locale: 'en', paper: 'a2' })).bytes;
};

describe('the reader that draws', () => {
  afterEach(() => {
    vi.doUnmock('@hyzyla/pdfium');
    vi.resetModules();
  });

  it('draws a page as large as asked for, and refuses what has more pixels than it can hold', async () => {
    const reader = await openReader();
    const bytes = poster();
    const [page] = reader.draw(bytes, 72);
    expect([page!.width, page!.height]).toEqual([1684, 1191]);
    expect(new Set(page!.pixels).size).toBeGreaterThan(50);
    expect(() => [...reader.draw(bytes, 600)]).toThrow(/14032 × 9921 pixels/);
    expect([...reader.draw(bytes, 24, [1])]).toEqual([]);
  });

  it('says of junk that it cannot be opened', async () => {
    const reader = await openReader();
    expect(() => [...reader.draw(Buffer.from('%PDF-1.7 no'), 72)]).toThrow('PDF_UNREADABLE');
  });

  it('says what to install where it is not there', async () => {
    vi.resetModules();
    vi.doMock('@hyzyla/pdfium', () => {
      throw new Error('Cannot find package');
    });
    const { openReader: open } = await import('../../src/raster/index.ts');
    await expect(open()).rejects.toMatchObject({
      problems: [{ code: 'READER_MISSING', hint: 'npm install @hyzyla/pdfium' }],
    });
  });
});
