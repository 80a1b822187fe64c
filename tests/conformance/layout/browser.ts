import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../tools.ts';
import type { LayoutCase } from './case.ts';
import { faces, familyNames } from './faces.ts';
import type { Measured } from './measured.ts';

const measureInPage = readFileSync(join(import.meta.dirname, 'measure-in-page.js'), 'utf8');

/** What our vocabulary starts from, where HTML's own style sheet starts elsewhere. */
const initial = `
* { margin: 0; padding: 0; border: 0 solid; box-sizing: border-box; font: inherit; }
html { font-size: 10pt; line-height: 1.5; text-rendering: geometricPrecision; }
h1, h2, h3, h4, h5, h6, th, strong, b, em { font-weight: 700; }
ol, ul { list-style: none; }
table { border-spacing: 0; }
th, caption { text-align: inherit; }
td, th { vertical-align: top; }
sup, sub { font-size: smaller; }
a { color: inherit; text-decoration: none; }
q::before, q::after { content: none; }
dd { margin: 0; }
hr { border: 0 solid; color: inherit; }
`;

function fontFaces(): string {
  return faces
    .map(
      ({ name, weight, path }) =>
        `@font-face { font-family: ${name}; font-weight: ${weight}; src: url("${pathToFileURL(path)}"); }`,
    )
    .join('\n');
}

/** The page that Chromium sets: the same HTML and CSS, with our initial values and faces. */
function pageOf({ css = '', body, lang = 'en', dir = 'ltr' }: LayoutCase): string {
  const pictures = body.replace(/src="art:(\d+)x(\d+)"/g, (_, width, height) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"/>`;
    return `src="data:image/svg+xml,${encodeURIComponent(svg)}"`;
  });
  const languages = ['en', 'ar', 'hi', 'th', 'zh']
    .map((tag) => `:lang(${tag}) { font-family: ${familyNames(tag).join(', ')}; }`)
    .join('\n');
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Case</title><style>${fontFaces()}${initial}${languages}</style><style>${css}</style></head><body>${pictures}</body></html>`;
}

/** Chromium with our faces, to be asked how it sets a case. */
export class ReferenceBrowser {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #folder: string;

  private constructor(browser: Browser, page: Page, folder: string) {
    this.#browser = browser;
    this.#page = page;
    this.#folder = folder;
  }

  static async open(): Promise<ReferenceBrowser> {
    // A page of the file system may load the faces beside it.
    const folder = mkdtempSync(join(tmpdir(), 'layout-'));
    writeFileSync(join(folder, 'blank.html'), '<!doctype html><title>Case</title>');
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--font-render-hinting=none', '--allow-file-access-from-files'],
    });
    const page = await browser.newPage({ deviceScaleFactor: 4 });
    await page.goto(pathToFileURL(join(folder, 'blank.html')).href);
    return new ReferenceBrowser(browser, page, folder);
  }

  async measure(given: LayoutCase, width: number): Promise<Measured> {
    const height = given.height ?? 4000;
    await this.#page.setViewportSize({
      width: Math.ceil((width * 4) / 3),
      height: Math.ceil((height * 4) / 3),
    });
    await this.#page.setContent(pageOf({ ...given, css: `body { width: ${width}pt }\n${given.css ?? ''}` }));
    await this.#page.evaluate('document.fonts.ready.then(() => undefined)');
    await this.#page.evaluate(measureInPage);
    return await this.#page.evaluate<Measured>('measureLayout()');
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}
