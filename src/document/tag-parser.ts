import { type DefaultTreeAdapterMap, Parser, type ParserOptions, type Token } from 'parse5';

/** Elements without end tag (HTML §13.1.2), known here so that an unknown one is told once. */
const voids: readonly string[] = [
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
];

const ofTables: readonly string[] = ['table', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr'];

/** A tag that does not pair with another, and where. */
export interface TagFault {
  readonly message: string;
  readonly hint: string;
  readonly line: number;
  readonly column: number;
}

interface OpenTag {
  readonly name: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** How much of a document is parsed at all. */
export interface Bounds {
  readonly depth: number;
  readonly elements: number;
  /** Tags that do not pair: each may be opened again in all that follows (HTML §13.2.4.3). */
  readonly faults: number;
}

/** The document is more than the parser may take: it ends, since what follows could take quadratic time. */
export class TooMuch extends Error {
  readonly line: number;
  readonly column: number;
  constructor(what: string, { line, column }: OpenTag) {
    super(what);
    this.line = line;
    this.column = column;
  }
}

/**
 * The parser of the HTML standard, which repairs what is wrong, made to remember the tags as they were written: which
 * do not pair, and the parent that each has in the text. A parent that is another in the tree was repaired.
 */
export class TagParser extends Parser<DefaultTreeAdapterMap> {
  readonly faults: TagFault[] = [];
  /** Offset of each start tag to that of the start tag it stands in; -1: in none. */
  readonly parents = new Map<number, number>();
  readonly #open: OpenTag[] = [];
  #ended: Token.TagToken | undefined;
  readonly #bounds: Bounds;

  constructor(options: ParserOptions<DefaultTreeAdapterMap>, bounds: Bounds) {
    super(options);
    this.#bounds = bounds;
  }

  /** @throws TooMuch */
  read(html: string): DefaultTreeAdapterMap['document'] {
    this.tokenizer.write(html, true);
    for (const tag of this.#open)
      if (tag.name !== 'html' && tag.name !== 'body')
        this.#fault(`<${tag.name}> is never closed.`, `Add </${tag.name}>.`, tag);
    return this.document;
  }

  override onStartTag(token: Token.TagToken): void {
    const tag = openTag(token);
    this.parents.set(tag.offset, this.#open.at(-1)?.offset ?? -1);
    if (!voids.includes(tag.name) && !token.selfClosing) this.#open.push(tag);
    const { depth, elements } = this.#bounds;
    if (this.#open.length > depth) throw new TooMuch(`Elements are nested more than ${depth} deep.`, tag);
    if (this.parents.size > elements)
      throw new TooMuch(`The document has more than ${elements} elements.`, tag);
    super.onStartTag(token);
  }

  /** In a table text stands in cells: elsewhere the parser would move it before the table (HTML §13.2.6.1). */
  override onCharacter(token: Token.CharacterToken): void {
    const top = this.#open.at(-1);
    if (top !== undefined && ofTables.includes(top.name))
      this.#fault(`Text stands directly in <${top.name}>.`, 'Put it in a <th> or <td>.', top);
    super.onCharacter(token);
  }

  override onEndTag(token: Token.TagToken): void {
    // Behind white space in a table the parser hands itself the same tag once more (HTML §13.2.6.4.10).
    if (token === this.#ended) {
      super.onEndTag(token);
      return;
    }
    this.#ended = token;
    const top = this.#open.at(-1);
    if (top?.name === token.tagName) this.#open.pop();
    else {
      const at = this.#open.findLastIndex(({ name }) => name === token.tagName);
      if (at < 0 || top === undefined)
        this.#fault(
          `</${token.tagName}> closes nothing.`,
          'Take it out, or add the start tag.',
          openTag(token),
        );
      else {
        this.#fault(
          `</${token.tagName}> comes while <${top.name}> is open.`,
          `Close <${top.name}> first.`,
          openTag(token),
        );
        this.#open.length = at;
      }
    }
    super.onEndTag(token);
  }

  #fault(message: string, hint: string, tag: OpenTag): void {
    const { line, column } = tag;
    this.faults.push({ message, hint, line, column });
    const { faults } = this.#bounds;
    if (this.faults.length > faults) throw new TooMuch(`More than ${faults} tags do not pair.`, tag);
  }
}

function openTag({ tagName, location }: Token.TagToken): OpenTag {
  return {
    name: tagName,
    offset: location?.startOffset ?? -1,
    line: location?.startLine ?? 1,
    column: location?.startCol ?? 1,
  };
}
