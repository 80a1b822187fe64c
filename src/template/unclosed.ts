/** A block that a template opens and does not close, or closes and did not open. */
export interface Unclosed {
  readonly message: string;
  readonly hint: string;
  /** Where it stands in the text. */
  readonly offset: number;
}

/** Comments, and what opens or closes a block. */
const tags = /\{\{~?!--[\s\S]*?(?:--~?\}\}|$)|\{\{~?![^}]*\}{0,2}|\{\{~?([#/])[>*]?\s*([^\s}~]+)/g;

/**
 * The first block that is closed and was not opened, or the innermost that is not closed: Handlebars says of both only which sign its
 * grammar expects, and of what is not closed where the file ends.
 */
export function unclosedBlock(text: string): Unclosed | undefined {
  const open: { name: string; offset: number }[] = [];
  for (const { 1: kind, 2: name, index: offset } of text.matchAll(tags)) {
    if (name === undefined) continue;
    if (kind === '#') open.push({ name, offset });
    else if (open.pop() === undefined)
      return {
        message: `{{/${name}}} closes no block`,
        hint: `Take it out, or write {{#${name} …}} before it.`,
        offset,
      };
  }
  const last = open.at(-1);
  return last === undefined
    ? undefined
    : {
        message: `{{#${last.name}}} is not closed`,
        hint: `Write {{/${last.name}}} where it ends.`,
        offset: last.offset,
      };
}
