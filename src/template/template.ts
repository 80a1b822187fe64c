import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Guide } from '../content/index.ts';
import { fromDisk, type Place, PressError, problem, suggest } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { checkTemplate, type TemplateFile } from './check.ts';
import { helpers, type Rendering } from './helpers.ts';
import { type Call, callKey, callsIn, missingName } from './missing.ts';
import { OriginWriter } from './origins.ts';
import { partialCycles } from './partials.ts';
import { print, printBareValues, printName } from './print.ts';
import { type PageFacts, viewOf } from './view.ts';

/** A place in a template. */
export type Origin = Pick<Place, 'file' | 'line' | 'column'>;

/** A product's template, checked and compiled. */
export interface Template {
  readonly file: string;
  /** What `data-o` attributes count into. */
  readonly origins: readonly Origin[];
  readonly css: readonly { readonly file: string; readonly text: string }[];
  readonly render: (guide: Guide, locale: Locale, facts: PageFacts) => string;
}

const largestFile = 500_000;
const longestOutput = 2_000_000;
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
  const files = [main, ...partials.map((name) => join(partialsFolder, name))].map(parse);
  const problems = files.flatMap((file) => checkTemplate(file, names));
  problems.push(...partialCycles(files.slice(1), names));
  const origins: Origin[] = [];
  problems.push(...files.flatMap((file) => new OriginWriter(origins, file).writeAll()));
  if (problems.length > 0) throw new PressError(problems);
  const render = compile(files, names);
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

function parse(file: string): TemplateFile {
  const text = read(file);
  const lines = text.split('\n');
  try {
    return { file, lines, program: Handlebars.parse(text, { srcName: file }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/i.exec(message)?.[1] ?? 1);
    throw new PressError([
      problem('TEMPLATE_SYNTAX', `The template does not parse: ${message.split('\n').at(-1)}.`, {
        file,
        line,
        source: lines[line - 1] ?? '',
      }),
    ]);
  }
}

const options: CompileOptions = { strict: true, noEscape: false, preventIndent: true };

/** Compiles the checked files; each rendering's guide and locale reach the helpers through private data. */
function compile(files: readonly TemplateFile[], names: readonly string[]): Template['render'] {
  const engine = Handlebars.create();
  for (const name of ['if', 'unless', 'each', 'with', 'lookup', 'log', 'helperMissing', 'blockHelperMissing'])
    engine.unregisterHelper(name);
  const calls = new Map<string, Call>();
  for (const { program } of files) {
    printBareValues(program, (name) => Object.hasOwn(helpers, name));
    callsIn(program, calls);
  }
  const all: typeof helpers = { ...helpers, [printName]: (_, [value]) => print(value) };
  for (const [name, helper] of Object.entries(all))
    engine.registerHelper(name, function (this: unknown, ...args: unknown[]) {
      const call = args.pop() as Handlebars.HelperOptions;
      const { rendering } = call.data as { rendering: Rendering };
      const values = [...args, ...Object.values(call.hash as Record<string, unknown>)];
      const at = (call as { loc?: hbs.AST.SourceLocation }).loc;
      if (values.includes(undefined)) {
        const { message, hint } = missingName(at && calls.get(callKey(at)), this);
        throw new PressError([problem('TEMPLATE_KEY_UNKNOWN', message, placeIn(at, files), hint)]);
      }
      try {
        const result = helper.call(this, rendering, args, call);
        return typeof result === 'object' && result !== null && 'html' in result
          ? new engine.SafeString(String(result.html))
          : result;
      } catch (error) {
        if (error instanceof PressError) throw located(error, at, files);
        throw error;
      }
    });
  const [main, ...partials] = files.map(({ program }) =>
    engine.compile(program, {
      ...options,
      knownHelpers: Object.fromEntries(Object.keys(all).map((h) => [h, true])),
    }),
  );
  for (const [i, name] of names.entries()) engine.registerPartial(name, partials[i]!);
  return (guide, locale, facts) => {
    const rendering: Rendering = { guide, locale };
    try {
      const html = main!(viewOf(guide, locale, facts), { data: { rendering } });
      if (html.length > longestOutput)
        throw new PressError([
          problem(
            'TEMPLATE_SYNTAX',
            `The template makes ${html.length} characters.`,
            { file: files[0]!.file },
            `The limit is ${longestOutput}.`,
          ),
        ]);
      return html;
    } catch (error) {
      if (error instanceof PressError) throw error;
      throw strictFault(error, files);
    }
  };
}

function placeIn(loc: hbs.AST.SourceLocation | undefined, files: readonly TemplateFile[]): Place {
  const file = files.find((f) => f.file === loc?.source) ?? files[0]!;
  return loc === undefined
    ? { file: file.file }
    : {
        file: file.file,
        line: loc.start.line,
        column: loc.start.column + 1,
        source: file.lines[loc.start.line - 1] ?? '',
      };
}

function located(
  error: PressError,
  loc: hbs.AST.SourceLocation | undefined,
  files: readonly TemplateFile[],
): PressError {
  return new PressError(
    error.problems.map((p) =>
      p.place.file === undefined ? { ...p, place: { ...placeIn(loc, files), ...p.place } } : p,
    ),
  );
}

/** What Handlebars' own code stumbles over: a path that goes on after a name that is not there. */
function strictFault(error: unknown, files: readonly TemplateFile[]): PressError {
  const message = error instanceof Error ? error.message : String(error);
  const name = /reading '([\w-]+)'/.exec(message)?.[1];
  if (name === undefined)
    return new PressError([
      problem('TEMPLATE_SYNTAX', `The template cannot be rendered: ${message}.`, { file: files[0]!.file }),
    ]);
  const file = files.find(({ lines }) => lines.some((text) => text.includes(`.${name}`))) ?? files[0]!;
  const line = file.lines.findIndex((text) => text.includes(`.${name}`));
  return new PressError([
    problem(
      'TEMPLATE_KEY_UNKNOWN',
      `What "${name}" should be a part of does not exist.`,
      line < 0 ? { file: file.file } : { file: file.file, line: line + 1, source: file.lines[line]! },
      'docs/templates.md lists what a template sees.',
    ),
  ]);
}
