import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, have } from '../tools.ts';
import { type Bench, openBench } from './bench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page in a browser as people use it. */
describe.skipIf(!have('chromium'))('the preview in a browser', () => {
  let browser: Browser;
  let bench: Bench;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bench = await openBench();
    faults = [];
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // What is refused on purpose is answered with 422.
      if (message.type() === 'error' && !message.text().includes('422')) faults.push(message.text());
    });
    await page.goto(`${bench.address}?product=poster`);
    await status(/^Proved/);
  });
  afterEach(async () => {
    await page.close();
    await bench.close();
    expect(faults).toEqual([]);
  });

  const status = (text: RegExp) =>
    page.waitForFunction(
      ([source]) => new RegExp(source!).test(document.querySelector('#status')?.textContent ?? ''),
      [text.source],
      { timeout: 60_000 },
    );
  const drawn = () =>
    page.waitForFunction(
      () => {
        const pictures = [...document.querySelectorAll('img')];
        return (
          pictures.length > 0 && pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)
        );
      },
      undefined,
      { timeout: 60_000 },
    );
  /** What axe finds, by rule and element. */
  async function violations(): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations: found } = await axe.run({ resultTypes: ['violations'] });
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
    });
  }
  const tab = (id: string) => page.click(`#tab-${id}`);

  it('shows the pages, what was found in them, and gives the finished file', async () => {
    await drawn();
    expect(await page.title()).toBe('What you must know to get through heroin detox – preview');
    expect(await page.getAttribute('#title', 'lang')).toBe('en');
    expect(await page.getAttribute('#page-1 img', 'alt')).toBe('Page 1 of 1: poster');
    await tab('proof');
    expect(await page.textContent('#proof')).toContain('800-315-1376');
    expect(await page.textContent('#proof .verdict')).toMatch(/^Proved/);
    const waiting = page.waitForEvent('download');
    await page.click('#save');
    expect((await waiting).suggestedFilename()).toBe('heroin-detox.poster.en.letter.standard.screen.pdf');
  });

  it('shows what is chosen, says so in the address, and keeps the focus where it was', async () => {
    await page.focus('#choose-locale');
    await page.selectOption('#choose-locale', 'ar');
    await page.waitForFunction(() => document.querySelector('#heard')?.textContent?.includes('الهيروين'));
    await drawn();
    expect(new URL(page.url()).searchParams.get('locale')).toBe('ar');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('choose-locale');
    await page.selectOption('#choose-product', 'starter');
    await page.waitForFunction(() => document.querySelector('figcaption')?.textContent?.includes('sheet'));
    await page.reload();
    await status(/^Proved/);
    expect(await page.inputValue('#choose-product')).toBe('starter');
    expect(await page.inputValue('#choose-locale')).toBe('ar');
  });

  it('follows the files: a text that is saved is on the page, and a fault stands beside it, at its line, until it is mended', async () => {
    await page.focus('#choose-theme');
    bench.change('line: Support is key.', 'line: Lean on others.');
    await page.waitForFunction(() =>
      document.querySelector('#heard')?.textContent?.includes('Lean on others.'),
    );
    const mended = bench.read();
    bench.change(
      'line: Lean on others.',
      `line: Lean on others. ${'Nobody has to do it alone. '.repeat(40)}`,
    );
    await status(/^Not proved · 1 error/);
    await drawn();
    expect(await page.textContent('main')).toContain('not proved');
    expect(await page.isVisible('#save')).toBe(false);
    expect(await page.textContent('#problem-1')).toContain('TEXT_OVERFLOW');
    expect(await page.textContent('#problem-1 .line')).toMatch(/^\d+ </);
    expect(await page.locator('#page-1 .mark.error').count()).toBeGreaterThan(0);
    await page.click('#show-1');
    expect(await page.textContent('#note')).toBe('Problem 1 is on page 1.');
    expect(await violations()).toEqual([]);
    // Not even YAML: the pages that were proved last stand beside it.
    bench.write(mended.replace('helplines:', 'helplines: ['));
    await status(/^Not proved .* earlier pages/);
    expect(await page.textContent('#problems')).toContain('YAML_SYNTAX');
    expect(await page.textContent('main')).toContain('proved last');
    expect(await violations()).toEqual([]);
    await page.focus('#choose-theme');
    bench.write(mended);
    await status(/^Proved/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('choose-theme');
  });

  it('writes the guide by its form: comments stay, what is wrong is told and not written, what was written is undone', async () => {
    const before = bench.read();
    await tab('guide');
    await page.fill('#guide-name', 'Rivers County Health');
    await page.fill('#guide-dial', '12');
    await page.click('#write');
    await page.waitForSelector('#form-told h3');
    expect(await page.textContent('#form-told')).toContain('HELPLINE_INVALID');
    expect(await page.getAttribute('#guide-dial', 'aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('form-told');
    expect(bench.read()).toBe(before);
    expect(await violations()).toEqual([]);
    await page.fill('#guide-dial', '+18003151376');
    await page.click('#write');
    await page.waitForSelector('#undo:not([hidden])');
    await page.waitForFunction(() =>
      document.querySelector('#heard')?.textContent?.includes('Rivers County'),
    );
    expect(bench.read()).toBe(`${before}publisher:\n  name: Rivers County Health\n`);
    expect(bench.read()).toContain('# Every other number that may be dialled.');
    await page.click('#undo');
    await page.waitForFunction(
      () => !document.querySelector('#heard')?.textContent?.includes('Rivers County'),
    );
    expect(bench.read()).toBe(before);
    expect(await page.inputValue('#guide-name')).toBe('');
  });

  it('keeps what was typed and not written yet when files change', async () => {
    await tab('guide');
    await page.fill('#guide-address', '12 Main St');
    bench.change('line: Support is key.', 'line: Lean on others.');
    await page.waitForFunction(() =>
      document.querySelector('#heard')?.textContent?.includes('Lean on others.'),
    );
    expect(await page.inputValue('#guide-address')).toBe('12 Main St');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('guide-address');
  });

  it('puts a logo into the folder of the guide, for the form to name', async () => {
    await tab('guide');
    await page.fill('#guide-name', 'Rivers County');
    const mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>';
    await page.setInputFiles('#logo-file', {
      name: 'Mark.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(mark),
    });
    await page.waitForFunction(
      () => (document.querySelector('#guide-logo') as HTMLInputElement | null)?.value === 'mark.svg',
    );
    await page.click('#write');
    await page.waitForFunction(() =>
      document.querySelector('#heard')?.textContent?.includes('Rivers County'),
    );
    expect(bench.read()).toContain('publisher:\n  name: Rivers County\n  logo: mark.svg\n');
    await page.setInputFiles('#logo-file', {
      name: 'no.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg'),
    });
    await page.waitForSelector('#form-told h3');
    expect(await page.textContent('#form-told')).toContain('IMAGE_INVALID');
  });

  it('writes a theme of own colours, and shows the pages in it', async () => {
    await tab('guide');
    await page.fill('#colour-accent', '#8fd3c8');
    await page.click('#write-colours');
    await page.waitForFunction(
      () => (document.querySelector('#choose-theme') as HTMLSelectElement | null)?.value === 'heroin-detox',
      undefined,
      { timeout: 60_000 },
    );
    await status(/^Proved/);
  });

  it('is used without a mouse: every control is reached in the order of the page, and seen to be', async () => {
    await page.keyboard.press('Tab');
    expect(await page.textContent(':focus')).toBe('Skip to the pages');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('pages');
    await page.focus('.skip');
    const reached: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return '';
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
          ? element.id || element.className
          : 'unseen';
      });
      if (at === '') break;
      reached.push(at);
    }
    const wanted = [
      'save-proof',
      'save',
      'choose-product',
      'choose-purpose',
      'overlay-boxes',
      'zoom',
      'tab-problems',
    ];
    expect(reached.filter((id) => wanted.includes(id))).toEqual(wanted);
    expect(reached).not.toContain('unseen');
    await page.focus('#tab-problems');
    await page.keyboard.press('ArrowRight');
    expect(await page.isVisible('#proof')).toBe(true);
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-guide');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-problems');
    await page.focus('#overlay-order');
    await page.keyboard.press('Space');
    expect(await page.locator('#page-1 circle.order').count()).toBeGreaterThan(10);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds, in any state, in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.selectOption('#choose-product', 'pamphlet-trifold');
      await page.selectOption('#choose-purpose', 'office');
      await page.waitForFunction(() =>
        document.querySelector('figcaption')?.textContent?.includes('outside'),
      );
      for (const name of ['boxes', 'baselines', 'order', 'tags', 'folds'])
        await page.check(`#overlay-${name}`);
      expect(await page.locator('#page-1 .fold').count()).toBe(2);
      for (const id of ['problems', 'proof', 'heard', 'guide']) {
        await tab(id);
        expect(await violations(), id).toEqual([]);
      }
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await violations(), 'narrow').toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const folder = process.env.PREVIEW_PICTURES;
      if (folder === undefined) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: `${folder}/narrow-${colorScheme}.png`, fullPage: true });
    },
  );

  it.each(['page', 'none'] as const)(
    'says so where pages cannot be drawn on the server (%s)',
    async (drawing) => {
      const other = await openBench({ drawing });
      try {
        await page.goto(`${other.address}?product=poster`);
        await status(/^Proved/);
        expect(await page.textContent('main')).toContain('npm install @hyzyla/pdfium');
        if (drawing === 'page')
          await page.waitForFunction(() => {
            const canvas = document.querySelector('canvas');
            if (canvas === null || canvas.width < 400) return false;
            const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
            return new Set(data).size > 50;
          });
        else expect(await page.getAttribute('embed', 'src')).toMatch(/^file\//);
        expect(await violations()).toEqual([]);
      } finally {
        await other.close();
      }
    },
  );
});
