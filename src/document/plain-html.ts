import { elements } from './elements.ts';
import type { KnownPart } from './known-parts.ts';

/** An element of HTML as it was written: what a tree is built from, whoever read it. */
export interface WrittenElement {
  readonly nodeName: string;
  readonly tagName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes: readonly WrittenNode[];
  readonly sourceCodeLocation?: WrittenPlace | null | undefined;
  /** Offset behind its end tag, where its reader tells. */
  readonly end?: number;
  /** Parts that were built before of this HTML, which was not read once more: its content is not told. */
  readonly known?: readonly KnownPart[];
}

export type WrittenNode =
  | WrittenElement
  | { readonly nodeName: '#text'; readonly value: string }
  | { readonly nodeName: '#comment'; readonly data: string }
  | { readonly nodeName: '#documentType' | 'template' };

/** Where a start tag stands: line and column from 1. */
export interface WrittenPlace {
  readonly startLine: number;
  readonly startCol: number;
  readonly startOffset: number;
}

/** How much of a document is read. */
interface Bounds {
  readonly depth: number;
  readonly elements: number;
}

/** What a parser of HTML passes over without a word: anything else is its business (HTML §13.2.3.5). */
const unusual = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;
const blank = /^[ \t\n]*$/;
const startTag = /<([a-z][a-z0-9]*)/y;
const attribute = /[ \t\n]+([a-z][a-z-]*)(?:="([^"]*)")?/y;
const tagEnd = /[ \t\n]*>/y;
const endTag = /<\/([a-z][a-z0-9]*)>/y;
/** Such as templates make: none that the end of a comment could be misread in. */
const comment = /<!--([\w.:[\]/]+(?:-[\w.:[\]/]+)*)-->/y;
const doctype = /[ \t\n]*<!doctype html>/iy;
const reference = /&(?:(amp|lt|gt|quot|nbsp|shy)|#x(27|60|3D));/g;
const characters: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\xa0', shy: '\xad' },
  ...{ 27: "'", 60: '`', '3D': '=' },
};

/** Of one element: each is held against those before it. */
const mostAttributes = 20;
const voids: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
/** Read elsewhere: tables, whose content a parser moves (HTML §13.2.6.4.9 to 15). */
const ofTables = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'colgroup', 'col', 'tr', 'th', 'td'];
const known: ReadonlySet<string> = new Set(Object.keys(elements).filter((name) => !ofTables.includes(name)));
/** Whose start tag ends an open `p` (HTML §13.2.6.4.7). */
const endsParagraph: ReadonlySet<string> = new Set(
  [...known].filter((name) => ['block', 'item'].includes(elements[name as keyof typeof elements].category)),
);
const isHeading = /^h[1-6]$/;

const nothing: readonly KnownPart[] = [];

/** The parts that were built before of what stands at a place of the page: all of one HTML, in which nothing was repaired. */
type KnownAt = (offset: number) => readonly KnownPart[];

class Written implements WrittenElement {
  readonly nodeName: string;
  readonly tagName: string;
  readonly attrs: { readonly name: string; readonly value: string }[];
  readonly childNodes: WrittenNode[] = [];
  readonly sourceCodeLocation: WrittenPlace;
  readonly known: readonly KnownPart[];
  end = 0;

  constructor(
    name: string,
    attrs: Written['attrs'],
    place: WrittenPlace,
    known: readonly KnownPart[] = nothing,
  ) {
    this.nodeName = name;
    this.tagName = name;
    this.attrs = attrs;
    this.sourceCodeLocation = place;
    this.known = known;
  }
}

/**
 * The `html` element of a document in which a parser of HTML repairs nothing: each tag is closed where it was opened, and
 * each element may stand where it stands. What is not surely so is read by the parser of the standard, which also says
 * what is wrong: undefined. Both make the same tree; this takes a quarter of the time.
 * @param knownAt of children of `body`: they are passed over
 */
export function readPlainHtml(
  html: string,
  bounds: Bounds,
  knownAt: KnownAt = () => nothing,
): WrittenElement | undefined {
  return unusual.test(html) ? undefined : new PlainReader(html, bounds, knownAt).read();
}

class PlainReader {
  readonly #html: string;
  readonly #bounds: Bounds;
  readonly #knownAt: KnownAt;
  readonly #open: Written[] = [];
  #root: Written | undefined;
  #at = 0;
  #count = 0;
  #line = 1;
  #lineStart = 0;
  #nextBreak: number;

  constructor(html: string, bounds: Bounds, knownAt: KnownAt) {
    this.#html = html;
    this.#bounds = bounds;
    this.#knownAt = knownAt;
    this.#nextBreak = html.indexOf('\n');
  }

  read(): WrittenElement | undefined {
    const html = this.#html;
    if (this.#match(doctype) === null) return undefined;
    while (this.#at < html.length) {
      const tag = html.indexOf('<', this.#at);
      const end = tag < 0 ? html.length : tag;
      if (end > this.#at && !this.#text(html.slice(this.#at, end))) return undefined;
      this.#at = end;
      if (tag >= 0 && !this.#tag()) return undefined;
    }
    return this.#open.length === 0 && this.#root?.childNodes.some(isBody) === true ? this.#root : undefined;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#html);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  /** White space around `html`, `head` and `body` goes where the standard says (HTML §13.2.6.4.2 to 22). */
  #text(written: string): boolean {
    const text = written.includes('&') ? resolved(written) : written;
    if (text === undefined) return false;
    const top = this.#open.at(-1);
    if (top !== undefined && top.tagName !== 'html' && top.tagName !== 'head') {
      top.childNodes.push({ nodeName: '#text', value: text });
      return true;
    }
    if (!blank.test(text)) return false;
    const body = this.#root?.childNodes.find(isBody);
    if (body !== undefined) addText(body, text);
    else if (top?.tagName === 'head' || (top !== undefined && top.childNodes.length > 0))
      top.childNodes.push({ nodeName: '#text', value: text });
    return true;
  }

  #tag(): boolean {
    const html = this.#html;
    switch (html[this.#at + 1]) {
      case '/':
        return this.#end();
      case '!': {
        const found = this.#match(comment);
        const top = this.#open.at(-1);
        if (found === null || top === undefined || ['html', 'head', 'title'].includes(top.tagName))
          return false;
        top.childNodes.push({ nodeName: '#comment', data: found[1]! });
        return true;
      }
      default:
        return this.#start();
    }
  }

  #end(): boolean {
    const name = this.#match(endTag)?.[1];
    const element = this.#open.pop();
    if (name === undefined || element?.tagName !== name) return false;
    element.end = this.#at;
    return true;
  }

  /** What was read before in the same place, to its end. */
  #known(): boolean {
    const offset = this.#at;
    const parts = this.#knownAt(offset);
    if (parts.length === 0) return false;
    const [{ html, elements }] = parts as readonly [KnownPart];
    const element = new Written('', [], this.#placeOf(offset), parts);
    this.#open.at(-1)!.childNodes.push(element);
    this.#count += elements;
    this.#at += html.length;
    element.end = this.#at;
    return true;
  }

  #start(): boolean {
    const offset = this.#at;
    if (this.#open.length === 2 && isBody(this.#open[1]!) && this.#known())
      return this.#count <= this.#bounds.elements;
    const name = this.#match(startTag)?.[1];
    if (name === undefined || !known.has(name) || ++this.#count > this.#bounds.elements) return false;
    const attrs: Written['attrs'] = [];
    for (let found = this.#match(attribute); found !== null; found = this.#match(attribute)) {
      const [, own, written = ''] = found;
      const value = written.includes('&') ? resolved(written) : written;
      if (
        value === undefined ||
        attrs.length === mostAttributes ||
        attrs.some(({ name: other }) => other === own)
      )
        return false;
      attrs.push({ name: own!, value });
    }
    if (this.#match(tagEnd) === null || !this.#mayStand(name)) return false;
    const element = new Written(name, attrs, this.#placeOf(offset));
    if (this.#open.length === 0) this.#root = element;
    else this.#open.at(-1)!.childNodes.push(element);
    if (!voids.has(name)) this.#open.push(element);
    return this.#open.length <= this.#bounds.depth;
  }

  /** Offsets only grow. */
  #placeOf(offset: number): WrittenPlace {
    while (this.#nextBreak >= 0 && this.#nextBreak < offset) {
      this.#line++;
      this.#lineStart = this.#nextBreak + 1;
      this.#nextBreak = this.#html.indexOf('\n', this.#lineStart);
    }
    return { startLine: this.#line, startCol: offset - this.#lineStart + 1, startOffset: offset };
  }

  /** Whether the start tag of an element ends no other, and the element stays where it is written. */
  #mayStand(name: string): boolean {
    const open = this.#open;
    const parent = open.at(-1)?.tagName;
    const isOpen = (other: string) => open.some(({ tagName }) => tagName === other);
    switch (name) {
      case 'html':
        return this.#root === undefined;
      case 'head':
        return parent === 'html' && open[0]!.childNodes.length === 0;
      case 'title':
        return parent === 'head';
      case 'body':
        return parent === 'html' && open[0]!.childNodes.some(isHead) && !open[0]!.childNodes.some(isBody);
      default:
    }
    if (parent === undefined || parent === 'html' || parent === 'head' || parent === 'title') return false;
    if (name === 'a') return !isOpen('a');
    if (endsParagraph.has(name) && isOpen('p')) return false;
    if (isHeading.test(name)) return !isHeading.test(parent);
    if (name === 'li') return parent === 'ul' || parent === 'ol';
    if (name === 'dt' || name === 'dd')
      return parent === 'dl' || (parent === 'div' && open.at(-2)!.tagName === 'dl');
    return true;
  }
}

const isHead = ({ nodeName }: WrittenNode) => nodeName === 'head';
const isBody = (node: WrittenNode): node is Written => node.nodeName === 'body';

/** Adds text to what an element holds: with text before it, it is one. */
function addText({ childNodes }: Written, text: string): void {
  const last = childNodes.at(-1);
  const isText = last !== undefined && 'value' in last;
  const value = isText ? last.value + text : text;
  childNodes.splice(isText ? -1 : childNodes.length, isText ? 1 : 0, { nodeName: '#text', value });
}

/** A text with its character references resolved; undefined where one is not among those that templates make. */
function resolved(text: string): string | undefined {
  const bare = text.replace(reference, '');
  if (bare.includes('&')) return undefined;
  return text.replace(reference, (_, name?: string, code?: string) => characters[name ?? code!]!);
}
