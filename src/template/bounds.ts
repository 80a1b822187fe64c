/** How deep blocks may stand in blocks, `{{else if}}` counted, and calls in calls. */
const deepestBlocks = 40;
const deepestCalls = 20;
/** Characters between {{ and }}, and how many of those a file may have. */
const longestMustache = 2_000;
const mostMustaches = 5_000;

/** What is too much of a template, and where. */
export interface BoundFault {
  readonly offset: number;
  readonly message: string;
}

/**
 * Looks over a template before it is parsed: Handlebars takes time that grows with the square of depth and length, and
 * its own walk of the tree ends in a full stack. Undefined: it can be parsed.
 */
export function boundFault(text: string): BoundFault | undefined {
  /** Of each open block: how many programs it has in one another. */
  const open: number[] = [];
  let depth = 0;
  let count = 0;
  for (let at = text.indexOf('{{'); at >= 0; ) {
    const fault = (message: string): BoundFault => ({ offset: at, message });
    if (isEscaped(text, at)) {
      at = text.indexOf('{{', at + 2);
      continue;
    }
    if (++count > mostMustaches) return fault(`The file has more than ${mostMustaches} {{…}}.`);
    const { end, calls } = mustacheAt(text, at);
    if (end - at > longestMustache && !/^\{\{~?!/.test(text.slice(at, at + 4)))
      return fault(`A {{…}} has more than ${longestMustache} characters.`);
    if (calls > deepestCalls) return fault(`Calls stand in calls more than ${deepestCalls} deep.`);
    const inner = text.slice(at + 2, end).replace(/^~/, '');
    if (/^#|^\^(?!~?\}\})/.test(inner)) {
      open.push(1);
      depth++;
    } else if (/^\s*else\s+[^\s~}]/.test(inner) && open.length > 0) {
      open[open.length - 1]!++;
      depth++;
    } else if (inner.startsWith('/')) depth -= open.pop() ?? 0;
    if (depth > deepestBlocks) return fault(`Blocks stand in blocks more than ${deepestBlocks} deep.`);
    at = text.indexOf('{{', end);
  }
  return undefined;
}

/** `\{{` is text, `\\{{` a backslash before a mustache: so Handlebars' lexer has it. */
function isEscaped(text: string, at: number): boolean {
  return text[at - 1] === '\\' && text[at - 2] !== '\\';
}

/** Where a mustache ends, and how deep calls stand in it. Strings and `[names]` hold what they like. */
function mustacheAt(text: string, start: number): { end: number; calls: number } {
  const comment = /^\{\{~?!(--)?/.exec(text.slice(start, start + 6));
  if (comment !== null) {
    const close = comment[1] === undefined ? /\}\}/g : /--~?\}\}/g;
    close.lastIndex = start;
    return { end: close.exec(text) === null ? text.length : close.lastIndex, calls: 0 };
  }
  let depth = 0;
  let calls = 0;
  for (let at = start + 2; at < text.length; at++) {
    const character = text[at]!;
    if (character === '}' && text[at + 1] === '}') return { end: at + 2, calls };
    if (character === '(') calls = Math.max(calls, ++depth);
    else if (character === ')') depth--;
    else if (character === '"' || character === "'" || character === '[') {
      at = endOfQuoted(text, at, character === '[' ? ']' : character);
    }
  }
  return { end: text.length, calls };
}

/** Where a string or `[name]` ends; a quotation mark behind a backslash does not end it. `start`: it does not end. */
function endOfQuoted(text: string, start: number, close: string): number {
  for (let at = text.indexOf(close, start + 1); at >= 0; at = text.indexOf(close, at + 1))
    if (text[at - 1] !== '\\') return at;
  return start;
}
