import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { PressError, problem } from '../diagnostics/index.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xmlNamespaces = ['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/'];

/** An element in the namespace of SVG, named without its prefix. */
export interface SvgNode {
  readonly name: string;
  /** Those of no namespace, and `href` of XLink; those of other namespaces mean nothing to SVG. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements of other namespaces, with all that is in them, are left out. */
  readonly children: readonly SvgNode[];
  /** Text right in it. */
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
}

const declares = /<!DOCTYPE\s[^[>]{0,500}\[\s{0,50}<!ENTITY/;

function declaresFault(start: number): XmlFault {
  return {
    what: 'has a DOCTYPE with declarations of its own',
    hint: 'Delete the DOCTYPE; in Illustrator, save with “Preserve Illustrator Editing Capabilities” off.',
    start,
  };
}

/** What is wrong with the XML, at an offset. */
export interface XmlFault {
  readonly what: string;
  readonly hint: string;
  readonly start: number;
}

/** Elements nested deeper are a mistake or an attack. */
export const DEEPEST = 64;

/**
 * The elements of SVG in a file; undefined where its root is none. What editors keep for themselves (other namespaces,
 * comments, processing instructions, a DOCTYPE without entities) is left out.
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE
 */
export function readNodes(
  text: string,
  name: string,
  tooLarge: (what: string) => PressError,
): SvgNode | XmlFault {
  let root: XmlElement;
  try {
    const document = parseXml(text, { includeOffsets: true, preserveDocumentType: true });
    const doctype = document.children.find((node) => node.type === 'doctype');
    if (
      doctype !== undefined &&
      'internalSubset' in doctype &&
      /<!/.test(String(doctype.internalSubset ?? ''))
    )
      return declaresFault(doctype.start);
    root = document.root!;
  } catch (error) {
    if (error instanceof XmlError) {
      // The parser stops where what was declared is named.
      const declared = declares.exec(text.slice(0, 10_000));
      if (declared !== null) return declaresFault(declared.index);
      const message = error.message.split(/ \(line \d+/)[0]!.split('\n')[0]!;
      const place = { file: name, line: error.line, column: error.column };
      throw new PressError([problem('IMAGE_INVALID', `${name} is not XML: ${message}.`, place)]);
    }
    // The parser descends by recursion: thousands of open elements exhaust the stack.
    if (error instanceof RangeError) throw tooLarge(`nests more than ${DEEPEST} elements`);
    throw error;
  }
  const found = nodeOf(
    root,
    new Map([
      ['xml', xmlNamespaces[0]!],
      // Inlined in HTML it needs no declaration, and is copied from there.
      ['xlink', xlinkNamespace],
    ]),
    1,
    tooLarge,
  );
  if (found !== undefined) return found;
  return {
    what: 'is not in the SVG namespace',
    hint: `Write <svg xmlns="${svgNamespace}" …>.`,
    start: root.start,
  };
}

type Prefixes = ReadonlyMap<string, string>;

function nodeOf(
  element: XmlElement,
  around: Prefixes,
  depth: number,
  tooLarge: (what: string) => PressError,
): SvgNode | undefined {
  if (depth > DEEPEST) throw tooLarge(`nests more than ${DEEPEST} elements`);
  let prefixes = around;
  const entries = Object.entries(element.attributes);
  for (const [key, value] of entries)
    if (key === 'xmlns' || key.startsWith('xmlns:')) {
      prefixes = new Map(prefixes).set(key === 'xmlns' ? '' : key.slice(6), value);
    }
  const [prefix, name] = split(element.name);
  if (prefixes.get(prefix) !== svgNamespace) return undefined;
  const attributes = new Map<string, string>();
  for (const [key, value] of entries) {
    const [of, local] = split(key);
    if (key === 'xmlns' || of === 'xmlns') continue;
    if (of === '') attributes.set(key, value);
    else if (prefixes.get(of) === xlinkNamespace && local === 'href' && !attributes.has('href'))
      attributes.set('href', value);
  }
  const children: SvgNode[] = [];
  let text = '';
  for (const child of element.children) {
    if (child instanceof XmlElement) {
      const node = nodeOf(child, prefixes, depth + 1, tooLarge);
      if (node !== undefined) children.push(node);
    } else if (child.type !== 'comment' && 'text' in child) text += child.text;
  }
  return { name, attributes, children, text, start: element.start };
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
