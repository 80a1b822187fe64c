import type { Guide } from '../content/index.ts';
import { type Place, type Problem, problem } from '../diagnostics/index.ts';
import type { Divided, Dividing } from './divided.ts';
import type { PageFacts } from './page-facts.ts';
import type { Sayings } from './sayings.ts';

/** A place in a template. */
export type Origin = Pick<Place, 'file' | 'line' | 'column'>;

/** One template file, parsed. */
export interface TemplateFile {
  readonly file: string;
  readonly lines: readonly string[];
  readonly program: hbs.AST.Program;
}

/** What the helpers of one rendering work on. */
export interface Rendering extends Dividing {
  readonly guide: Guide;
  /** Whether links say their addresses after their words. */
  readonly links: PageFacts['links'];
  /** What was made of the guide's texts before; undefined: nothing is known. */
  readonly sayings?: Sayings;
  /** Keys of the texts that the template prints: they are added as it does. */
  readonly said?: Set<string>;
  /** The lists that it divides: they are added as it does. */
  readonly divided?: Divided[];
}

/** A place in a template file; the column counts from 0, as Handlebars counts. */
export function placeAt(
  { file, lines }: Pick<TemplateFile, 'file' | 'lines'>,
  line: number,
  column: number,
): Place {
  return { file, line, column: column + 1, source: lines[line - 1] ?? '' };
}

/** A form that is refused, at a node of a template. */
export function refusal(template: TemplateFile, node: hbs.AST.Node, message: string, hint: string): Problem {
  const { line, column } = node.loc.start;
  return problem('TEMPLATE_SYNTAX', message, placeAt(template, line, column), hint);
}
