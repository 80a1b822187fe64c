import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromDisk, PressError, problem, suggest } from '../diagnostics/index.ts';
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
const templates = new Map<string, { stamp: string; template: Template }>();

function read(file: string): string {
  if (!existsSync(file))
    throw new PressError([problem('TEMPLATE_NOT_FOUND', `There is no file ${file}.`, { file })]);
  if (statSync(file).size > largestFile)
    throw new PressError([problem('TEMPLATE_SYNTAX', `${file} is larger than 500 kB.`, { file })]);
  return fromDisk(file, () => readFileSync(file, 'utf8'));
}

/** Names in a folder: nothing where there is none. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? fromDisk(folder, () => readdirSync(folder)) : [];
}

/**
 * Reads a product's template, its partials and its style sheets; kept until one of the files changes.
 * @throws PressError FILE_NOT_FOUND, TEMPLATE_NOT_FOUND, TEMPLATE_SYNTAX, TEMPLATE_HELPER_UNKNOWN: all that are found.
 */
export function compileTemplate(folder: string, templatesFolder: string, theme: string): Template {
  const partialsFolder = join(templatesFolder, 'partials');
  const partials = namesIn(partialsFolder)
    .filter((name) => name.endsWith('.hbs'))
    .sort();
  const main = join(folder, 'template.hbs');
  const themeFile = join(templatesFolder, 'themes', `${theme}.css`);
  if (!/^[a-z][a-z0-9-]*$/.test(theme) || !existsSync(themeFile))
    throw new PressError([themeProblem(theme, join(templatesFolder, 'themes'))]);
  const cssFiles = [themeFile, join(templatesFolder, 'base.css'), join(folder, 'style.css')].filter((file) =>
    existsSync(file),
  );
  const all = [main, ...partials.map((name) => join(partialsFolder, name)), ...cssFiles];
  const stamp = all
    .map((file) => (existsSync(file) ? `${file}:${statSync(file).mtimeMs}:${statSync(file).size}` : ''))
    .join('|');
  const key = `${folder}\0${templatesFolder}\0${theme}`;
  const known = templates.get(key);
  if (known !== undefined && known.stamp === stamp) return known.template;
  const css = cssFiles.map((file) => ({ file, text: read(file) }));
  const names = partials.map((name) => name.replace(/\.hbs$/, ''));
  if (names.length > mostPartials)
    throw new PressError([
      problem('TEMPLATE_SYNTAX', `There are more than ${mostPartials} partials.`, { file: partialsFolder }),
    ]);
  // What is no product is a working paper, in one language.
  const ownText = !existsSync(join(folder, 'product.yaml'));
  const files = [main, ...partials.map((name) => join(partialsFolder, name))].map((file) =>
    parseTemplate(file, read(file)),
  );
  const problems = files.flatMap((file) => checkTemplate(file, names));
  problems.push(...partialCycles(files.slice(1), names));
  const origins: Origin[] = [];
  problems.push(...files.flatMap((file) => new HtmlWalk(origins, file, ownText).walk()));
  if (problems.length > 0) throw new PressError(problems);
  const render = compileFiles(files, names);
  const template: Template = { file: main, origins, css, render };
  if (templates.size > 50) templates.clear();
  templates.set(key, { stamp, template });
  return template;
}

function themeProblem(theme: string, folder: string) {
  const themes = namesIn(folder).map((name) => name.replace(/\.css$/, ''));
  return problem(
    'TEMPLATE_NOT_FOUND',
    `There is no theme "${theme}".`,
    { file: folder },
    suggest(theme, themes),
  );
}
