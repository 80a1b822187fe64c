import { join } from 'node:path';
import { PressError, problem, suggest } from '../diagnostics/index.ts';
import { KnownParts } from '../document/index.ts';
import {
  type FolderEntry,
  isThere,
  listFolder,
  pathIn,
  type Root,
  readListedText,
  readText,
  Stock,
} from '../files/index.ts';
import { checkTemplate } from './check.ts';
import { compileFiles, type Render } from './engine.ts';
import { HtmlWalk } from './html-walk.ts';
import { type Call, callsIn } from './missing.ts';
import type { PageFacts } from './page-facts.ts';
import { parseTemplate } from './parse.ts';
import { calledBy, partialCycles } from './partials.ts';
import type { Origin, TemplateFile } from './types.ts';

/** A product's template, checked and compiled. */
export interface Template {
  readonly file: string;
  /** What `data-o` attributes count into. */
  readonly origins: readonly Origin[];
  readonly css: readonly { readonly file: string; readonly text: string }[];
  readonly render: Render;
  /** Parts of the pages that it made. */
  readonly parts: KnownParts;
  /** Whether it asks for a fact of its page: one that does not is the same with it and without. */
  readonly asksFor: (fact: keyof PageFacts) => boolean;
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
 * @param own the product's folder among the templates
 * @param likes the folders of the products that it is like, the nearest first: their style sheets lie under the own one, and the
 * first of their templates is taken where there is no own one
 * @param stock where what was made of the files is kept
 * @throws PressError TEMPLATE_NOT_FOUND, TEMPLATE_SYNTAX, TEMPLATE_HELPER_UNKNOWN with all that are found, and what the
 * reader throws
 */
export function compileTemplate(
  own: string,
  templates: Root,
  theme: string,
  stock: Stock = new Stock(0),
  likes: readonly string[] = [],
): Template {
  const sources = readSources(own, templates, theme, likes);
  const { files, css, ownText } = sources;
  const parts = [...files, ...css].flatMap(({ file, text }) => [file, text]);
  return stock.of('template', [String(ownText), ...parts], () => makeTemplate(sources));
}

function readSources(own: string, templates: Root, theme: string, likes: readonly string[]): Sources {
  const read = (path: string, entry?: FolderEntry) => ({
    file: pathIn(templates, path),
    text:
      entry === undefined
        ? readText(templates, path, largestFile)
        : readListedText(templates, path, entry, largestFile),
  });
  const folders = [...likes.toReversed(), own];
  const mains = folders.map((folder) => join(folder, 'template.hbs')).reverse();
  const main = mains.find((path) => isThere(templates, path)) ?? mains[0]!;
  if (!isThere(templates, main)) {
    const file = pathIn(templates, main);
    throw new PressError([problem('TEMPLATE_NOT_FOUND', `There is no file ${file}.`, { file })]);
  }
  const themeFile = join('themes', `${theme}.css`);
  if (!/^[a-z][a-z0-9-]*$/.test(theme) || !isThere(templates, themeFile))
    throw new PressError([themeProblem(theme, templates)]);
  const css = [themeFile, 'base.css', ...folders.map((folder) => join(folder, 'style.css'))]
    .filter((path) => isThere(templates, path))
    .map((path) => read(path));
  const partials = listed(templates, 'partials').filter(({ name }) => name.endsWith('.hbs'));
  if (partials.length > mostPartials) {
    const file = pathIn(templates, 'partials');
    throw new PressError([
      problem('TEMPLATE_SYNTAX', `There are more than ${mostPartials} partials.`, { file }),
    ]);
  }
  return {
    files: [read(main), ...partials.map((entry) => read(join('partials', entry.name), entry))],
    partials: partials.map(({ name }) => name.replace(/\.hbs$/, '')),
    css,
    ownText: !isThere(templates, join(own, 'product.yaml')),
  };
}

/** What is in a folder of the templates: nothing where there is no such folder. */
function listed(templates: Root, path: string): FolderEntry[] {
  return isThere(templates, path) ? listFolder(templates, path) : [];
}

function makeTemplate({ files: sources, partials: known, css, ownText }: Sources): Template {
  const { files, partials } = reached(sources, known);
  const problems = files.flatMap((file) => checkTemplate(file, known));
  problems.push(...partialCycles(files.slice(1), partials));
  const origins: Origin[] = [];
  problems.push(...files.flatMap((file) => new HtmlWalk(origins, file, ownText).walk()));
  if (problems.length > 0) throw new PressError(problems);
  const asked = askedIn(files);
  const asksFor = (fact: keyof PageFacts) => asked.has(fact) || asked.has(undefined);
  const render = compileFiles(files, partials);
  return { file: files[0]!.file, origins, css, render, parts: new KnownParts(), asksFor };
}

/** The template, and the partials that it calls or that these call: what no page is made of is not looked at. */
function reached(
  sources: Sources['files'],
  known: readonly string[],
): { files: TemplateFile[]; partials: string[] } {
  const partials: string[] = [];
  const parse = ({ file, text }: Sources['files'][number]) => parseTemplate(file, text);
  const files = [parse(sources[0]!)];
  for (let next = 0; next < files.length; next++)
    for (const name of calledBy(files[next]!.program)) {
      const at = known.indexOf(name);
      if (at < 0 || partials.includes(name)) continue;
      partials.push(name);
      files.push(parse(sources[at + 1]!));
    }
  return { files, partials };
}

/** The names that `has` is asked for; undefined: one that is looked up. */
function askedIn(files: readonly TemplateFile[]): ReadonlySet<string | undefined> {
  const calls = new Map<string, Call>();
  for (const { program } of files) callsIn(program, calls);
  return new Set(
    [...calls.values()].flatMap(({ path, params }) => {
      if ((path as hbs.AST.PathExpression).original !== 'has') return [];
      const [, name] = params;
      return [name?.type === 'StringLiteral' ? (name as hbs.AST.StringLiteral).value : undefined];
    }),
  );
}

function themeProblem(theme: string, templates: Root) {
  const themes = listed(templates, 'themes').map(({ name }) => name.replace(/\.css$/, ''));
  return problem(
    'TEMPLATE_NOT_FOUND',
    `There is no theme "${theme}".`,
    { file: pathIn(templates, 'themes') },
    suggest(theme, themes),
  );
}
