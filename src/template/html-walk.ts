import { type Code, type Problem, problem } from '../diagnostics/index.ts';
import { headAfter, useOf } from './attribute-value.ts';
import { isCall } from './check.ts';
import { helpers } from './helpers.ts';
import { type HtmlPlace, samePlace, scanHtml, start } from './html-place.ts';
import { ownTextFault } from './own-text.ts';
import { type PrintPlace, printInPlace } from './print.ts';
import { type Origin, placeAt, refusal, type TemplateFile } from './types.ts';

/**
 * Goes through the HTML of a template in order, from one piece to the next, and
 * - writes ` data-o="N"` into every start tag, so that a fault found in layout or in the PDF points back to the line,
 * - takes comments out, since comments of helpers say which text of the guide stands there,
 * - refuses what could break out of its place in the HTML, and text of the template's own,
 * - tells every value where it stands.
 */
export class HtmlWalk {
  readonly #origins: Origin[];
  readonly #template: TemplateFile;
  readonly #ownText: boolean;
  readonly #problems: Problem[] = [];
  #place: HtmlPlace = start;

  /** `ownText`: text of the template's own may stand, as in a working paper that has one language. */
  constructor(origins: Origin[], template: TemplateFile, ownText: boolean) {
    this.#origins = origins;
    this.#template = template;
    this.#ownText = ownText;
  }

  /** Rewrites the whole template in place. */
  walk(): readonly Problem[] {
    const { program } = this.#template;
    this.#program(program);
    if (this.#place.at !== 'text')
      this.#refuse(
        program.body.at(-1) ?? program,
        'The template ends inside a tag or a comment.',
        'Close it with > or -->.',
      );
    return this.#problems;
  }

  #refuse(node: hbs.AST.Node, message: string, hint: string): void {
    this.#problems.push(refusal(this.#template, node, message, hint));
  }

  #program(program: hbs.AST.Program | undefined): void {
    for (const node of program?.body ?? []) {
      if (node.type === 'ContentStatement') this.#content(node as hbs.AST.ContentStatement);
      if (node.type === 'MustacheStatement') this.#mustache(node as hbs.AST.MustacheStatement);
      if (node.type === 'BlockStatement') this.#block(node as hbs.AST.BlockStatement);
      if (node.type === 'PartialStatement' && (this.#place.at !== 'text' || this.#place.inTitle))
        this.#refuse(
          node,
          'A partial stands in a tag, a title or a comment.',
          'Use partials between elements.',
        );
    }
  }

  /** Both branches start where the block does; what may be left out, or comes again, also ends there. */
  #block(block: hbs.AST.BlockStatement): void {
    const before = this.#place;
    this.#program(block.program);
    const after = this.#place;
    this.#place = before;
    this.#program(block.inverse);
    const isLoop = (block.path as hbs.AST.PathExpression).original === 'each';
    if (!samePlace(this.#place, after) || (isLoop && !samePlace(before, after)))
      this.#refuse(
        block,
        'The branches of this block do not end in the same place of the HTML.',
        'Close in a block what it opens: tags, quotes, comments.',
      );
    this.#place = after;
  }

  /** Values are escaped for text and for quoted attributes: only there may they stand. */
  #mustache(node: hbs.AST.MustacheStatement): void {
    const { at, name, inTitle } = this.#place;
    const path = String((node.path as hbs.AST.PathExpression).original);
    const gives = isCall(node) && Object.hasOwn(helpers, path) ? helpers[path]!.gives : undefined;
    const isName = at === 'value' && useOf(name) !== 'read';
    if (at === 'comment') this.#refuse(node, 'A value stands in a comment.', 'Write {{!-- … --}}.');
    else if (at !== 'text' && at !== 'value')
      this.#refuse(node, 'A value stands in a tag without quotes.', 'Write attribute="{{value}}".');
    else if (gives === 'html' && (at === 'value' || inTitle))
      this.#refuse(
        node,
        `{{${path}}} makes HTML, and stands in ${inTitle ? 'a title' : 'an attribute'}.`,
        'Use {{plain …}} or {{wordPlain …}}.',
      );
    else if (gives === 'plain' && isName)
      this.#refuse(
        node,
        `{{${path}}} makes a text, and stands in ${name}="…".`,
        'Names are no texts: use id, kind and so on.',
      );
    if (at === 'value') {
      const { head, fault } = headAfter(name, this.#place.head, { value: gives === undefined ? path : '' });
      if (fault !== undefined) this.#refuse(node, ...fault);
      this.#place = { ...this.#place, head };
    }
    if (gives === undefined) printInPlace(node, this.#printPlace(isName));
  }

  #printPlace(isName: boolean): PrintPlace {
    if (isName) return 'name';
    const isRead = this.#place.at === 'value' || this.#place.inTitle;
    return this.#ownText ? 'anywhere' : isRead ? 'attribute' : 'text';
  }

  #content(node: hbs.AST.ContentStatement): void {
    const { events, place } = scanHtml(node.value, this.#place);
    const positionOf = positionsIn(node);
    const tell = (code: Code, at: number, message: string, hint: string) => {
      const { line, column } = positionOf(at);
      this.#problems.push(problem(code, message, placeAt(this.#template, line, column), hint));
    };
    let out = '';
    let copied = 0;
    let foreign = 0;
    for (const event of events) {
      const { kind, offset } = event;
      // What stands within it is no text, and told with it.
      if (offset < foreign) continue;
      const code = kind === 'tag' ? codeElement.exec(event.text)?.[1]?.toLowerCase() : undefined;
      const isCode = kind === 'value' && codeAttribute.test(event.in.name);
      if (code !== undefined) {
        tell('HTML_ELEMENT_UNKNOWN', offset, `<${code}> is not in the vocabulary.`, instead[code]!);
        const end = node.value.toLowerCase().indexOf(`</${code}`, offset);
        foreign = end < 0 ? node.value.length : end;
      } else if (isCode)
        tell(
          'HTML_ATTRIBUTE_UNKNOWN',
          offset,
          `No element takes an attribute "${event.in.name}".`,
          event.in.name === 'style'
            ? 'Give the element a class, and write its style into style.css beside the template.'
            : 'Take it out: nothing runs in a template.',
        );
      else if (kind === 'fault') tell(event.code, offset, event.message, event.hint);
      else if (kind === 'tag') {
        const { line, column } = positionOf(offset);
        this.#origins.push({ file: this.#template.file, line, column: column + 1 });
        out += `${node.value.slice(copied, offset)}${event.text} data-o="${this.#origins.length - 1}"`;
        copied = offset + event.text.length;
      } else if (kind === 'comment') {
        out += node.value.slice(copied, offset);
        copied = offset + event.text.length;
      } else if (!this.#ownText && (kind === 'text' || useOf(event.in.name) === 'read')) {
        const fault = ownTextFault(event.text);
        if (fault !== undefined) tell('TEMPLATE_TEXT', offset + fault.offset, fault.message, fault.hint);
      }
    }
    this.#place = place;
    node.value = out + node.value.slice(copied);
  }
}

/** Elements that hold code and no text, and where it belongs. */
const codeElement = /^<(script|style)$/i;
const instead: Readonly<Record<string, string>> = {
  script: 'Take it out: nothing runs in a template. {{#if}}, {{#each}} and {{#unless}} choose and repeat.',
  style: 'Write it into style.css beside the template.',
};
/** Attributes that hold code: no element takes them. */
const codeAttribute = /^(?:style|on[a-z]+)$/i;

/**
 * Line and column, from 0, of offsets into a piece of HTML. White space may have been cut from its start; `loc` speaks of
 * the original.
 */
function positionsIn({ value, original, loc }: hbs.AST.ContentStatement): (offset: number) => Position {
  const text = String(original);
  const cut = Math.max(0, text.indexOf(value));
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const at = cut + offset;
    const before = countUpTo(starts, at) - 1;
    return before === 0
      ? { line: loc.start.line, column: loc.start.column + at }
      : { line: loc.start.line + before, column: at - starts[before]! };
  };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** How many of the numbers, which rise, are not above one: bisection. */
function countUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
