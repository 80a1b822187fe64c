/**
 * The picture of docs/preview.md: a preview of the shipped guide, in a real Chromium.
 *
 *   npx tsx scripts/preview-picture.ts [file]
 */
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { shippedFolders, shippedGuides } from '../src/press/index.ts';
import { startPreview } from '../src/preview/index.ts';

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
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
    await preview.close();
  }
}

await draw();
