/**
 * The picture of docs/preview.md: a preview of the shipped guide, in a real Chromium.
 *
 *   npx tsx scripts/preview-picture.ts [file]
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { decodePicture } from '../src/image/index.ts';
import { shippedFolders, shippedGuides } from '../src/press/index.ts';
import { startPreview } from '../src/preview/index.ts';
import { indexedPng } from './gallery/indexed.ts';

const file = process.argv[2] ?? join(resolve(import.meta.dirname, '..'), 'docs/preview.png');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const query = '?product=pamphlet-trifold&locale=en&paper=letter&purpose=office';

async function draw(): Promise<void> {
  const preview = await startPreview(join(shippedGuides(), 'heroin-detox'), shippedFolders());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme: 'light' });
    await page.goto(preview.address + query);
    await page.waitForSelector('#status[data-kind="proved"]', { timeout: 60_000 });
    await page.check('#overlay-folds');
    await page.check('#overlay-order');
    await page.click('#tab-proof');
    await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {});
    await page.waitForFunction(
      '[...document.images].every((image) => image.complete && image.naturalWidth > 0)',
    );
    await page.mouse.move(0, 0);
    writeFileSync(file, inFewColors(await page.screenshot()));
  } finally {
    await browser.close();
    await preview.close();
  }
}

/** The package carries it: with a palette it takes a third. */
function inFewColors(png: Uint8Array): Uint8Array {
  const picture = decodePicture(png, 'the preview');
  if (picture.kind !== 'raster' || picture.components !== 3)
    throw new Error('The screenshot has no colours.');
  const { width, height, data } = picture;
  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at++) pixels.set(data.subarray(at * 3, at * 3 + 3), at * 4);
  return indexedPng({ width, height, pixels, dpi: 96 });
}

await draw();
