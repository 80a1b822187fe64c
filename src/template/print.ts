import { PressError, problem } from '../diagnostics/index.ts';
import { escapeHtml } from './html.ts';
import { Plain } from './plain.ts';

/** The name of the helper that bare mustaches are turned into; no template can call it, being no identifier. */
export const printName = 'print value';

/**
 * What `{{name}}` without arguments prints: a string, a number or HTML of ours as it is. A text of the guide or a list
 * has no one way to be printed; Handlebars would print `[object Object]`.
 */
export function print(value: unknown): unknown {
  if (typeof value === 'string') return { html: escapeHtml(value) };
  if (typeof value === 'number' || value instanceof Plain) return value;
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'html')) return value;
  const isText = typeof value === 'object' && value !== null && Object.hasOwn(value, 'key');
  throw new PressError([
    problem(
      'TEMPLATE_KEY_UNKNOWN',
      isText ? 'This is a text of the guide.' : 'This is not a value that can be printed.',
      {},
      isText ? 'Write {{say …}}, or {{plain …}} in an attribute.' : 'Print one of its parts.',
    ),
  ]);
}

/** Turns every `{{name}}` of a checked program into a call of {@link print}, so that one rule holds for all values. */
export function printBareValues(
  program: hbs.AST.Program | undefined,
  isHelper: (name: string) => boolean,
): void {
  for (const node of program?.body ?? []) {
    if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement;
      printBareValues(block.program, isHelper);
      printBareValues(block.inverse, isHelper);
    }
    if (node.type !== 'MustacheStatement') continue;
    const mustache = node as hbs.AST.MustacheStatement;
    if (mustache.params.length > 0 || isHelper(String((mustache.path as hbs.AST.PathExpression).original)))
      continue;
    mustache.params = [mustache.path];
    mustache.path = {
      type: 'PathExpression',
      data: false,
      depth: 0,
      parts: [printName],
      original: printName,
      loc: mustache.path.loc,
    } as hbs.AST.PathExpression;
  }
}
