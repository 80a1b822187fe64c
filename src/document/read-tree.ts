import { type Place, PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { WrittenElement } from './plain-html.ts';
import { type Bounds, TagParser, TooMuch } from './tag-parser.ts';

/** Parse errors that are told; what comes after is most often of the same cause. */
export const mostErrors = 100;

/** As the standard reads it, with what is wrong. */
export function readTree(
  html: string,
  bounds: Bounds,
  file: string,
  lines: readonly string[],
  problems: Problem[],
): { html5: WrittenElement; parents: Map<number, number> | undefined } {
  const at = (line: number, column: number): Place => ({
    file,
    line,
    column,
    source: shownLine(lines, line),
  });
  const parser = new TagParser(
    {
      sourceCodeLocationInfo: true,
      onParseError: ({ code, startLine, startCol }) => {
        if (problems.length < mostErrors)
          problems.push(
            problem(
              'HTML_SYNTAX',
              `The HTML does not parse: ${code}.`,
              at(startLine, startCol),
              'The line is that of the HTML the template made.',
            ),
          );
      },
    },
    bounds,
  );
  try {
    const tree = parser.read(html);
    const html5 = tree.childNodes.find(
      (node): node is typeof node & WrittenElement => node.nodeName === 'html',
    )!;
    problems.push(
      ...parser.faults.map(({ message, hint, line, column }) =>
        problem('HTML_SYNTAX', message, at(line, column), hint),
      ),
    );
    // With tags that do not pair, parents say nothing.
    return { html5, parents: parser.faults.length > 0 ? undefined : parser.parents };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new PressError([
      ...problems,
      problem(
        'HTML_SYNTAX',
        error.message,
        at(error.line, error.column),
        'Look for elements that are never closed.',
      ),
    ]);
  }
}

/** A line of the HTML, for a message; none where a template made one line of a whole page. */
export function shownLine(lines: readonly string[], line: number): string {
  const text = lines[line - 1] ?? '';
  return text.length > 2_000 ? '' : text;
}
