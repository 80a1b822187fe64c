import { type Problem, problem } from '../diagnostics/index.ts';
import type { TemplateFile } from './check.ts';
import type { Origin } from './template.ts';

/** Helpers whose result is HTML. */
const makesHtml = new Set(['say', 'word', 'helpline', 'imprint']);

/** Where a scan of HTML stands: in text, in a tag, in a quoted value of a tag, in a comment. */
type State = 'text' | 'tag' | 'single' | 'double' | 'comment';

/**
 * Writes ` data-o="N"` into every start tag of a template's HTML, so that a fault found in layout or in the PDF points
 * back to the template's line. The state goes on from one piece of HTML to the next.
 */
export class OriginWriter {
  readonly #origins: Origin[];
  readonly #template: TemplateFile;
  readonly #problems: Problem[] = [];
  #state: State = 'text';

  constructor(origins: Origin[], template: TemplateFile) {
    this.#origins = origins;
    this.#template = template;
  }

  /** Rewrites the whole template; says what stands where it could break out of its place in the HTML. */
  writeAll(): readonly Problem[] {
    const { program, file } = this.#template;
    this.write(program, file);
    if (this.#state !== 'text')
      this.#refuse(
        program.body.at(-1) ?? program,
        'The template ends inside a tag or a comment.',
        'Close it with > or -->.',
      );
    return this.#problems;
  }

  #refuse(node: hbs.AST.Node, message: string, hint: string): void {
    const { file, lines } = this.#template;
    const { line, column } = node.loc.start;
    this.#problems.push(
      problem(
        'TEMPLATE_SYNTAX',
        message,
        { file, line, column: column + 1, source: lines[line - 1] ?? '' },
        hint,
      ),
    );
  }

  /** Values are escaped for text and for quoted attributes: only there may they stand. */
  #mustache(node: hbs.AST.MustacheStatement): void {
    const name = String((node.path as hbs.AST.PathExpression).original);
    if (this.#state === 'tag')
      this.#refuse(node, 'A value stands in a tag without quotes.', 'Write attribute="{{value}}".');
    else if (this.#state === 'comment')
      this.#refuse(node, 'A value stands in a comment.', 'Write {{!-- … --}}.');
    else if (this.#state !== 'text' && makesHtml.has(name))
      this.#refuse(
        node,
        `{{${name}}} makes HTML, and stands in an attribute.`,
        'Use {{plain …}} or {{wordPlain …}}.',
      );
  }

  /** Walks a program in order and rewrites its HTML in place. */
  write(program: hbs.AST.Program | undefined, file: string): void {
    for (const node of program?.body ?? []) {
      if (node.type === 'ContentStatement') this.#content(node as hbs.AST.ContentStatement, file);
      if (node.type === 'MustacheStatement') this.#mustache(node as hbs.AST.MustacheStatement);
      if (node.type === 'PartialStatement' && this.#state !== 'text')
        this.#refuse(node, 'A partial stands in a tag or a comment.', 'Use partials between elements.');
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      const before = this.#state;
      this.write(block.program, file);
      const after = this.#state;
      // Both branches start where the block does; a block without `else` may also print nothing.
      this.#state = before;
      this.write(block.inverse, file);
      if (this.#state !== after)
        this.#refuse(
          node,
          'The branches of this block do not end in the same place of the HTML.',
          'Close in a block what it opens: tags, quotes, comments.',
        );
      this.#state = after;
    }
  }

  #content(node: hbs.AST.ContentStatement, file: string): void {
    const { value } = node;
    const original = String(node.original);
    // White space may have been cut from the start; `loc` speaks of the original.
    const cut = Math.max(0, original.indexOf(value));
    const before = original.slice(0, cut);
    let line = node.loc.start.line + (before.split('\n').length - 1);
    let column = before.includes('\n')
      ? before.length - before.lastIndexOf('\n') - 1
      : node.loc.start.column + cut;
    let out = '';
    for (let i = 0; i < value.length; i++) {
      const character = value[i]!;
      if (this.#state === 'text' && character === '<') {
        const name = /^<[A-Za-z][A-Za-z0-9-]*/.exec(value.slice(i))?.[0];
        if (value.startsWith('<!--', i)) this.#state = 'comment';
        else if (name !== undefined) {
          this.#origins.push({ file, line, column: column + 1 });
          out += `${name} data-o="${this.#origins.length - 1}"`;
          i += name.length - 1;
          column += name.length;
          this.#state = 'tag';
          continue;
        }
      } else this.#step(character, value, i);
      out += character;
      if (character === '\n') [line, column] = [line + 1, 0];
      else column++;
    }
    node.value = out;
  }

  #step(character: string, value: string, at: number): void {
    if (this.#state === 'comment') {
      if (character === '>' && value.slice(Math.max(0, at - 2), at) === '--') this.#state = 'text';
    } else if (this.#state === 'tag') {
      if (character === '>') this.#state = 'text';
      else if (character === '"') this.#state = 'double';
      else if (character === "'") this.#state = 'single';
    } else if (
      (this.#state === 'double' && character === '"') ||
      (this.#state === 'single' && character === "'")
    )
      this.#state = 'tag';
  }
}
