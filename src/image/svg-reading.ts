import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import { LimitError, ValueError } from './path-data.ts';
import { DEEPEST, type SvgNode } from './svg-node.ts';
import type { AttributeReader } from './svg-shape.ts';
import { SvgSheet } from './svg-sheet.ts';
import type { Inherited } from './svg-style.ts';
import type { Palette } from './svg-tokens.ts';

export const MOST_SEGMENTS = 200_000;
const MOST_ELEMENTS = 20_000;
/** Of attributes, each time that their element is used. */
const MOST_CHARACTERS = 8_000_000;
/** So many problems say enough about a file. */
const MOST_PROBLEMS = 50;

/** One SVG being read: its text, and what has been found so far. */
export class SvgReading {
  readonly name: string;
  readonly problems: Problem[] = [];
  readonly sheet = new SvgSheet();
  /** The colours of the theme; undefined: it is read for itself. */
  readonly palette: Palette | undefined;
  /** The element that each stands in. */
  readonly parents = new Map<SvgNode, SvgNode>();
  /** What definitions in an element inherit, as far as it was asked for. */
  readonly inherited = new Map<SvgNode, Inherited>();
  readonly #text: string;
  readonly #ids = new Map<string, SvgNode>();
  readonly #told = new Set<string>();
  #elements = 0;
  #segments = 0;
  #characters = 0;

  constructor(name: string, text: string, palette?: Palette) {
    this.name = name;
    this.palette = palette;
    this.#text = text;
  }

  /** Problems with an element; the same of one element is told once, however often it is used. */
  report(node: Pick<SvgNode, 'start'> & { readonly name?: string }, what: string, hint?: string): void {
    const key = `${node.start} ${what}`;
    if (this.problems.length >= MOST_PROBLEMS || this.#told.has(key)) return;
    this.#told.add(key);
    const element = node.name === undefined ? '' : `<${node.name}> `;
    const before = this.#text.slice(0, Math.max(0, node.start));
    const place = {
      file: this.name,
      line: before.split('\n').length,
      column: before.length - before.lastIndexOf('\n'),
    };
    this.problems.push(problem('IMAGE_INVALID', `${this.name}: ${element}${what}.`, place, hint));
  }

  attributes(node: SvgNode): AttributeReader {
    return {
      has: (name) => node.attributes.has(name),
      read: (name, parse, fallback) => {
        const text = node.attributes.get(name);
        if (text === undefined) return fallback;
        try {
          return parse(text);
        } catch (error) {
          if (!(error instanceof ValueError)) throw error;
          const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
          this.report(node, `has ${name}="${shown}", which ${error.message}`);
          return fallback;
        }
      },
    };
  }

  /** Counts an element, each time that it is used. @throws PressError IMAGE_TOO_LARGE */
  enter(depth: number, node?: SvgNode): void {
    this.#elements++;
    for (const value of node?.attributes.values() ?? []) this.weigh(value.length);
    if (this.#elements > MOST_ELEMENTS) throw this.tooLarge(`has more than ${MOST_ELEMENTS} elements`);
    if (depth > DEEPEST) throw this.tooLarge(`nests more than ${DEEPEST} elements`);
  }

  /** Counts characters of attributes, and of rules each time that they are followed. @throws PressError IMAGE_TOO_LARGE */
  weigh(characters: number): void {
    this.#characters += characters;
    if (this.#characters > MOST_CHARACTERS)
      throw this.tooLarge('has more than can be read in its attributes and rules');
  }

  /** Path segments that may still come. */
  get left(): number {
    return MOST_SEGMENTS - this.#segments;
  }

  /** @throws LimitError */
  count(segments: number): void {
    this.#segments += segments;
    if (this.#segments > MOST_SEGMENTS) throw new LimitError();
  }

  find(id: string): SvgNode | undefined {
    return this.#ids.get(id);
  }

  /** Takes note of ids and style sheets, wherever they stand. */
  prepare(node: SvgNode): void {
    const id = node.attributes.get('id');
    if (id !== undefined && !this.#ids.has(id)) this.#ids.set(id, node);
    if (node.name === 'style') {
      try {
        if (!/^(?:text\/css)?$/.test(node.attributes.get('type') ?? '')) throw new ValueError('is no CSS');
        if (!/^(?:all|screen|print|)$/.test(node.attributes.get('media') ?? ''))
          throw new ValueError('is for some media only');
        this.sheet.add(node.text);
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        this.report(
          node,
          `${error.message}, which is not taken`,
          'Write rules by class, id or element alone; or in Illustrator: Styling > Presentation Attributes.',
        );
      }
    }
    for (const child of node.children) {
      this.parents.set(child, node);
      this.prepare(child);
    }
  }

  tooLarge(what: string): PressError {
    return tooLarge(this.name, what);
  }
}

export function tooLarge(name: string, what: string): PressError {
  return new PressError([
    problem('IMAGE_TOO_LARGE', `${name} ${what}.`, { file: name }, 'Simplify the drawing, or use a PNG.'),
  ]);
}
