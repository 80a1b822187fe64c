import type { Origin } from './template.ts';

/** Where a scan of HTML stands: in text, in a tag, in a quoted value of a tag, in a comment. */
type State = 'text' | 'tag' | 'single' | 'double' | 'comment';

/**
 * Writes ` data-o="N"` into every start tag of a template's HTML, so that a fault found in layout or in the PDF points
 * back to the template's line. The state goes on from one piece of HTML to the next.
 */
export class OriginWriter {
  readonly #origins: Origin[];
  #state: State = 'text';

  constructor(origins: Origin[]) {
    this.#origins = origins;
  }

  /** Walks a program in order and rewrites its HTML in place. */
  write(program: hbs.AST.Program | undefined, file: string): void {
    for (const node of program?.body ?? []) {
      if (node.type === 'ContentStatement') this.#content(node as hbs.AST.ContentStatement, file);
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      this.write(block.program, file);
      this.write(block.inverse, file);
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
