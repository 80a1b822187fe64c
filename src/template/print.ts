import { PressError, problem } from '../diagnostics/index.ts';
import { escapeHtml } from './html.ts';
import { Plain } from './plain.ts';

/** The name of the helper that bare mustaches are turned into; no template can call it, being no identifier. */
export const printName = 'print value';

/**
 * Where a value is printed: between tags, in an attribute or title that is read, in an attribute that names something;
 * or in a working paper, where names are words.
 */
export type PrintPlace = 'text' | 'attribute' | 'name' | 'anywhere';

/** Turns `{{name}}` of a checked template into a call of {@link print}, so that one rule holds for all values. */
export function printInPlace(mustache: hbs.AST.MustacheStatement, place: PrintPlace): void {
  const { loc } = mustache.path;
  const literal = { type: 'StringLiteral', value: place, original: place, loc } as hbs.AST.StringLiteral;
  mustache.params = [mustache.path, literal];
  mustache.path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [printName],
    original: printName,
    loc,
  } as hbs.AST.PathExpression;
}

/**
 * What `{{name}}` without arguments prints: a number, a text without marks, HTML of ours as it is; in a name only a
 * name. A text of the guide or a list has no one way to be printed; Handlebars would print `[object Object]`.
 * @throws PressError
 */
export function print(value: unknown, place: PrintPlace): unknown {
  const isHtml = typeof value === 'object' && value !== null && Object.hasOwn(value, 'html');
  const isText = isHtml || value instanceof Plain;
  if (place === 'name' && isText)
    throw refused('TEMPLATE_SYNTAX', 'A text stands where a name is wanted.', 'Use id, kind and so on.');
  if (isHtml && place === 'attribute')
    throw refused(
      'TEMPLATE_SYNTAX',
      'This makes HTML, and stands in an attribute or a title.',
      'Use {{plain …}} or {{wordPlain …}}.',
    );
  if (typeof value === 'string') {
    if ((place === 'text' || place === 'attribute') && !isAddress(value))
      throw refused(
        'TEMPLATE_TEXT',
        `"${value.slice(0, 40)}" is a name that the program uses, and no text in any language.`,
        'Names stand in class="…", id="…" and conditions. Texts come from the guide, or are words of the product.',
      );
    return { html: escapeHtml(value) };
  }
  if (typeof value === 'number' && place === 'text' && !/^\d{1,2}$/.test(String(value)))
    throw refused(
      'TEMPLATE_TEXT',
      `${value} is a measure, and no numeral.`,
      'Print the numbers of sections.',
    );
  if (typeof value === 'number' || isText) return value;
  const hasKey = typeof value === 'object' && value !== null && Object.hasOwn(value, 'key');
  throw hasKey
    ? refused(
        'TEMPLATE_KEY_UNKNOWN',
        'This is a text of the guide.',
        'Write {{say …}}, or {{plain …}} in an attribute.',
      )
    : refused('TEMPLATE_KEY_UNKNOWN', 'This is not a value that can be printed.', 'Print one of its parts.');
}

/** The address of a source, which is the same in every language. */
function isAddress(text: string): boolean {
  return /^(?:https:\/\/|mailto:)\S+$/.test(text);
}

function refused(
  code: 'TEMPLATE_SYNTAX' | 'TEMPLATE_TEXT' | 'TEMPLATE_KEY_UNKNOWN',
  message: string,
  hint: string,
): PressError {
  return new PressError([problem(code, message, {}, hint)]);
}
