import Handlebars from 'handlebars';
import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { boundFault } from './bounds.ts';
import { brokenTag } from './broken-tag.ts';
import { placeAt, type TemplateFile } from './types.ts';
import { unclosedBlock } from './unclosed.ts';

/** @throws PressError TEMPLATE_SYNTAX */
export function parseTemplate(file: string, text: string): TemplateFile {
  const lines = text.split('\n');
  const refused = (message: string, offset: number, hint?: string): Problem => {
    const before = text.slice(0, offset).split('\n');
    const place = placeAt({ file, lines }, before.length, before.at(-1)!.length);
    return problem('TEMPLATE_SYNTAX', message, place, hint);
  };
  const bound = boundFault(text);
  if (bound !== undefined)
    throw new PressError([refused(bound.message, bound.offset, 'Divide the template into partials.')]);
  try {
    return { file, lines, program: Handlebars.parse(text, { srcName: file }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Of the grammar: "Parse error on line 2:" and what was expected; of names and paths: "… - 2:3".
    const line = Number(/^Parse error on line (\d+)/.exec(message)?.[1] ?? 0);
    const from = lines.slice(0, line - 1).join('\n').length;
    const fault = line === 0 ? undefined : grammarFault(text, from, message);
    if (fault !== undefined)
      throw new PressError([
        refused(`The template does not parse: ${fault.message}.`, fault.offset, fault.hint),
      ]);
    const [, wrong, row, column] = /^(.*) - (\d+):(\d+)$/.exec(message) ?? [];
    if (wrong !== undefined) {
      const place = placeAt({ file, lines }, Number(row), Number(column));
      throw new PressError([problem('TEMPLATE_SYNTAX', `The template does not parse: ${wrong}.`, place)]);
    }
    throw new PressError([
      problem(
        'TEMPLATE_SYNTAX',
        'The template does not parse: what stands here is not written as Handlebars reads it.',
        { file, line, source: lines[line - 1] ?? '' },
        'An {{else}} stands once between {{#if …}} and {{/if}}.',
      ),
    ]);
  }
}

/** What was wrong where the grammar could not go on. */
const grammarFault = (text: string, from: number, message: string) =>
  (/got '(?:EOF|OPEN_ENDBLOCK)'$/.test(message) ? unclosedBlock(text) : undefined) ?? brokenTag(text, from);
