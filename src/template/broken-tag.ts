import Handlebars from 'handlebars';

/** A tag of a template that is not written as Handlebars reads it. */
export interface BrokenTag {
  readonly message: string;
  readonly hint: string;
  /** Where it stands in the text. */
  readonly offset: number;
}

/** What is no tag, comments, and tags: their braces, what stands in them as far as it goes on, and a quote that is not closed. */
const tags =
  /\\\{\{|\{\{~?!--[\s\S]*?(?:--~?\}\}|$)|\{\{~?![^}]*\}{0,2}|(\{{2,4})((?:"[^"]*"|'[^']*'|(?!\{\{)[^}<"'])*)(["']?)(\}*)/g;

/**
 * The tag that is the fault where a template does not parse, in the words of whoever writes it: Handlebars names the
 * tokens of its grammar, and the line alone. What is none of these is undefined.
 * @param from where the line begins on which Handlebars stopped
 */
export function brokenTag(text: string, from: number): BrokenTag | undefined {
  for (const { 0: whole, 1: open, 2: inside = '', 3: quote, 4: close = '', index: offset } of text.matchAll(
    tags,
  )) {
    if (open === undefined || offset + whole.length <= from) continue;
    const said = whole.trim().replace(/\s+/g, ' ').slice(0, 60);
    const told = (message: string, hint: string) => ({ message: `${said} ${message}`, hint, offset });
    if (quote !== '') return told('has a quote that is not closed', `Close it by the same sign: ${quote}`);
    if (close.length < 2) return told('is not closed', `End it with ${'}'.repeat(open.length)}.`);
    if (close.length !== open.length)
      return told(
        `opens with ${open.length} braces and closes with ${close.length}`,
        'Write two on each side.',
      );
    const name = inside.replace(/^~|~$/g, '').trim();
    if (/^[>#]?$/.test(name)) return told('names nothing', 'Name what is to be printed, or take it out.');
    if (!isRead(whole, name))
      return told(
        'is not written as Handlebars reads it',
        'Write {{name}}, {{say name}}, {{> name}} or {{#if name}}.',
      );
  }
  return undefined;
}

/** Whether Handlebars reads a tag where it may stand. */
function isRead(tag: string, name: string): boolean {
  const block = /^#[>*]?\s*([^\s}]+)/.exec(name)?.[1];
  const [before, after] = block === undefined ? ['{{#if a}}', '{{/if}}'] : ['', `{{/${block}}}`];
  try {
    Handlebars.parse(name.startsWith('/') ? '' : `${before}${tag}${after}`);
    return true;
  } catch {
    return false;
  }
}
