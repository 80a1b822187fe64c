import { join, relative } from 'node:path';
import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { isThere, listFolder, readText, Stock } from '../files/index.ts';
import { checkTemplate } from './check.ts';
import { compileFiles, parseTemplate, type Render } from './engine.ts';
import { HtmlWalk } from './html-walk.ts';
import { partialCycles } from './partials.ts';
import type { Origin } from './types.ts';

/** A product's template, checked and compiled. */
export interface Template {
  readonly file: string;
  /** What `data-o` attributes count into. */
  readonly origins: readonly Origin[];
  readonly css: readonly { readonly file: string; readonly text: string }[];
  readonly render: Render;
}

const largestFile = 500_000;
const mostPartials = 100;

/** What a template is made of, as it was read. */
interface Sources {
  /** The template, then its partials. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** Names of the partials. */
  readonly partials: readonly string[];
  readonly css: Template['css'];
  /** A working paper, in one language, may have text of its own; a product may not. */
  readonly ownText: boolean;
}

/**
 * Reads a product's template, its partials and its style sheets.
 * @param stock where what was made of the files is kept
 * @throws PressError TEMPLATE_NOT_FOUND, TEMPLATE_SYNTAX, TEMPLATE_HELPER_UNKNOWN with all that are found, and what the
 * reader throws
 */
export function compileTemplate(
  folder: string,
  templatesFolder: string,
  theme: string,
  stock: Stock = new Stock(0),
): Template {
  const sources = readSources(relative(templatesFolder, folder), templatesFolder, theme);
  const { files, css, ownText } = sources;
  const parts = [...files, ...css].flatMap(({ file, text }) => [file, text]);
  return stock.of('template', [String(ownText), ...parts], () => makeTemplate(sources));
}

function readSources(own: string, templatesFolder: string, theme: string): Sources {
  const read = (path: string) => ({
    file: join(templatesFolder, path),
    text: readText(templatesFolder, path, largestFile),
  });
  const main = join(own, 'template.hbs');
  if (!isThere(templatesFolder, main)) {
    const file = join(templatesFolder, main);
    throw new PressError([problem('TEMPLATE_NOT_FOUND', `There is no file ${file}.`, { file })]);
  }
  const themeFile = join('themes', `${theme}.css`);
  if (!/^[a-z][a-z0-9-]*$/.test(theme) || !isThere(templatesFolder, themeFile))
    throw new PressError([themeProblem(theme, templatesFolder)]);
  const css = [themeFile, 'base.css', join(own, 'style.css')]
    .filter((path) => isThere(templatesFolder, path))
    .map(read);
  const partials = namesIn(templatesFolder, 'partials').filter((name) => name.endsWith('.hbs'));
  if (partials.length > mostPartials) {
    const file = join(templatesFolder, 'partials');
    throw new PressError([
      problem('TEMPLATE_SYNTAX', `There are more than ${mostPartials} partials.`, { file }),
    ]);
  }
  return {
    files: [main, ...partials.map((name) => join('partials', name))].map(read),
    partials: partials.map((name) => name.replace(/\.hbs$/, '')),
    css,
    ownText: !isThere(templatesFolder, join(own, 'product.yaml')),
  };
}

/** Names in a folder of the templates: none where there is no such folder. */
function namesIn(templatesFolder: string, path: string): string[] {
  return isThere(templatesFolder, path) ? listFolder(templatesFolder, path).map(({ name }) => name) : [];
}

function makeTemplate({ files: sources, partials, css, ownText }: Sources): Template {
  const files = sources.map(({ file, text }) => parseTemplate(file, text));
  const problems = files.flatMap((file) => checkTemplate(file, partials));
  problems.push(...partialCycles(files.slice(1), partials));
  const origins: Origin[] = [];
  problems.push(...files.flatMap((file) => new HtmlWalk(origins, file, ownText).walk()));
  if (problems.length > 0) throw new PressError(problems);
  return { file: files[0]!.file, origins, css, render: compileFiles(files, partials) };
}

function themeProblem(theme: string, templatesFolder: string) {
  const themes = namesIn(templatesFolder, 'themes').map((name) => name.replace(/\.css$/, ''));
  return problem(
    'TEMPLATE_NOT_FOUND',
    `There is no theme "${theme}".`,
    { file: join(templatesFolder, 'themes') },
    suggest(theme, themes),
  );
}
