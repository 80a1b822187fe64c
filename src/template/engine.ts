import Handlebars from 'handlebars';
import type { Guide } from '../content/index.ts';
import { type Place, PressError, problem } from '../diagnostics/index.ts';
import type { Locale } from '../locale/index.ts';
import { closedPartials } from './closed.ts';
import type { Divided } from './divided.ts';
import { dividedLinks, holdsLinkInLink } from './divided-links.ts';
import { type Helper, helpers } from './helpers.ts';
import { type Call, callKey, callsIn, missingName } from './missing.ts';
import type { PageFacts } from './page-facts.ts';
import { type PrintPlace, print, printName } from './print.ts';
import { type Printed, type Sayings, sayings } from './sayings.ts';
import { placeAt, type Rendering, type TemplateFile } from './types.ts';
import { views } from './views.ts';

const longestOutput = 2_000_000;
/** Calls of helpers and partials in one rendering; what ships makes some hundreds. */
const mostCalls = 100_000;

/** A page of a guide as HTML; the keys of the texts that are printed are added to `said`, the lists it divides to `divided`. */
export type Render = (
  guide: Guide,
  locale: Locale,
  facts: PageFacts,
  said?: Set<string>,
  divided?: Divided[],
) => string;

/** What one rendering has done so far: bounded, since loops in loops and partials in partials multiply. */
class Work implements Rendering {
  readonly guide: Guide;
  readonly locale: Locale;
  readonly links: PageFacts['links'];
  readonly division: number | undefined;
  readonly heights: ReadonlyMap<string, number> | undefined;
  readonly breaking: PageFacts['breaking'];
  readonly sayings: Sayings;
  readonly divided: Divided[];
  said: Set<string>;
  /** What the whole page is made of. */
  view: unknown;
  #calls = 0;
  #printed = 0;

  constructor(
    guide: Guide,
    locale: Locale,
    { links, division, heights, breaking }: PageFacts,
    sayings: Sayings,
    said: Set<string>,
    divided: Divided[],
  ) {
    this.guide = guide;
    this.locale = locale;
    this.links = links;
    this.division = division;
    this.heights = heights;
    this.breaking = breaking;
    this.sayings = sayings;
    this.said = said;
    this.divided = divided;
  }

  /** @throws PressError TEMPLATE_SYNTAX */
  count(printed: unknown): void {
    this.#add(1, typeof printed === 'string' ? printed.length : 0);
  }

  /** What a partial prints, which may be known: it counts as if it were not. @throws PressError TEMPLATE_SYNTAX */
  once(name: string, context: unknown, print: () => string): string {
    let isNew = false;
    const known = this.sayings.partial(name, context, () => {
      isNew = true;
      return this.#recorded(print);
    });
    for (const key of known.said) this.said.add(key);
    if (!isNew) this.#add(known.calls, known.characters);
    return known.html;
  }

  #recorded(print: () => string): Printed {
    const [before, calls, characters] = [this.said, this.#calls, this.#printed];
    const said = new Set<string>();
    this.said = said;
    try {
      return { html: print(), said, calls: this.#calls - calls, characters: this.#printed - characters };
    } finally {
      this.said = before;
    }
  }

  #add(calls: number, characters: number): void {
    this.#calls += calls;
    this.#printed += characters;
    if (this.#calls > mostCalls) throw tooMuch(`calls more than ${mostCalls} helpers and partials`);
    if (this.#printed > 20 * longestOutput) throw tooMuch('prints the same over and over');
  }
}

function tooMuch(what: string): PressError {
  return new PressError([
    problem(
      'TEMPLATE_SYNTAX',
      `The template ${what}.`,
      {},
      `A page has at most ${longestOutput} characters.`,
    ),
  ]);
}

const options: CompileOptions = { strict: true, noEscape: false, preventIndent: true };

/** Compiles the checked files; each rendering's guide and locale reach the helpers through private data. */
export function compileFiles(files: readonly TemplateFile[], names: readonly string[]): Render {
  const engine = Handlebars.create();
  for (const name of ['if', 'unless', 'each', 'with', 'lookup', 'log', 'helperMissing', 'blockHelperMissing'])
    engine.unregisterHelper(name);
  const calls = new Map<string, Call>();
  for (const { program } of files) callsIn(program, calls);
  const runs: Readonly<Record<string, Helper['run']>> = {
    ...Object.fromEntries(Object.entries(helpers).map(([name, { run }]) => [name, run])),
    [printName]: (_, [value, place]) => print(value, place as PrintPlace),
  };
  for (const [name, run] of Object.entries(runs))
    engine.registerHelper(name, function (this: unknown, ...args: unknown[]) {
      const call = args.pop() as Handlebars.HelperOptions;
      const { rendering } = call.data as { rendering: Work };
      const named = call.hash as Record<string, unknown>;
      let lacks = args.includes(undefined);
      for (const name in named) lacks ||= named[name] === undefined;
      const at = (call as { loc?: hbs.AST.SourceLocation }).loc;
      if (lacks) {
        const { message, hint } = missingName(at && calls.get(callKey(at)), this);
        throw new PressError([problem('TEMPLATE_KEY_UNKNOWN', message, placeIn(at, files), hint)]);
      }
      try {
        const result = run.call(this, rendering, args, call);
        const html =
          typeof result === 'object' && result !== null && 'html' in result ? String(result.html) : undefined;
        rendering.count(html);
        return html === undefined ? result : new engine.SafeString(html);
      } catch (error) {
        if (error instanceof PressError) throw located(error, at, files);
        throw error;
      }
    });
  const [main, ...partials] = files.map(({ program }) =>
    engine.compile(program, {
      ...options,
      knownHelpers: Object.fromEntries(Object.keys(runs).map((name) => [name, true])),
    }),
  );
  const closed = closedPartials(files.slice(1), names);
  for (const [i, name] of names.entries())
    engine.registerPartial(name, counted(partials[i]!, closed.has(name) ? name : undefined));
  const viewOf = views();
  const sayingsOf = sayings();
  return (guide, locale, facts, said = new Set(), divided = []) => {
    try {
      const rendering = new Work(guide, locale, facts, sayingsOf(guide, locale, facts.links), said, divided);
      const view = viewOf(guide, locale, facts);
      rendering.view = view;
      const html = main!(view, { data: { rendering } });
      if (html.length <= longestOutput) return holdsLinkInLink(html) ? dividedLinks(html) : html;
      throw tooMuch(`makes ${html.length} characters`);
    } catch (error) {
      if (error instanceof PressError) throw located(error, undefined, files);
      throw strictFault(error, files);
    }
  };
}

/** A partial that counts what it prints. `closed`: its name, where it prints the same wherever it stands in the same. */
function counted(
  partial: HandlebarsTemplateDelegate,
  closed: string | undefined,
): HandlebarsTemplateDelegate {
  return (context, runtime) => {
    const { rendering } = (runtime as { data: { rendering: Work } }).data;
    const print = () => partial(context, runtime);
    // The view of a whole page is another one each time.
    const html =
      closed === undefined || context === rendering.view ? print() : rendering.once(closed, context, print);
    rendering.count(html);
    return html;
  };
}

function placeIn(loc: hbs.AST.SourceLocation | undefined, files: readonly TemplateFile[]): Place {
  const file = files.find((f) => f.file === loc?.source) ?? files[0]!;
  return loc === undefined ? { file: file.file } : placeAt(file, loc.start.line, loc.start.column);
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
  const part = `.${name}`;
  const file = files.find(({ lines }) => lines.some((text) => text.includes(part))) ?? files[0]!;
  const line = file.lines.findIndex((text) => text.includes(part));
  return new PressError([
    problem(
      'TEMPLATE_KEY_UNKNOWN',
      `What "${name}" should be a part of does not exist.`,
      line < 0 ? { file: file.file } : placeAt(file, line + 1, file.lines[line]!.indexOf(part) + 1),
      'docs/templates.md lists what a template sees.',
    ),
  ]);
}
