import { parseXml, XmlElement, XmlError, XmlProcessingInstruction, XmlText } from '@rgrove/parse-xml';
import { type PressError, type Problem, throwIfErrors } from '../diagnostics/index.ts';
import { sameTag } from './locales.ts';
import { brief, type Entry, fault, invalid, lineFinder, lineIn, type Returned } from './returned.ts';

/** One file being read: what has been found so far. */
interface Reading {
  readonly file: string;
  readonly problems: Problem[];
  readonly lineOf: (node: { readonly start: number }) => number;
}

/**
 * XLIFF 1.2, read from a whole XML tree: no word and no line break is left out, and each thing has its place.
 * @throws PressError TRANSLATION_FILE_INVALID: all that is found
 */
export function readXliff(returned: string, file: string): Returned {
  // As XML has it (2.11), and before the parser does it, which takes the square of their number for it.
  const text = returned.replaceAll('\r', '\n');
  const declared = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (declared >= 0)
    throw invalid(
      file,
      'The XML declares a document type or entities, which are refused.',
      'Take the <!DOCTYPE …> out.',
      lineIn(text, declared),
    );
  const lineAt = lineFinder(text);
  const reading: Reading = { file, problems: [], lineOf: ({ start }) => lineAt(start) };
  const files = filesOf(parsed(text, file), reading);
  const language = languageOf(files, reading);
  const entries = entriesOf(files.flatMap(unitsOf), reading);
  throwIfErrors(reading.problems);
  return { file, language, entries, text };
}

function parsed(text: string, file: string): XmlElement {
  try {
    // Line ends as XML reads them (XML 1.0 2.11): the parser takes the square of their number for it.
    return parseXml(text.replaceAll('\r', '\n'), { includeOffsets: true }).root!;
  } catch (error) {
    if (error instanceof XmlError) throw notXliff(file, error.message.split(' (line ')[0]!, error.line);
    // The parser descends by recursion: thousands of open elements exhaust the stack.
    if (error instanceof RangeError) throw notXliff(file, 'its elements are nested too deep');
    throw error;
  }
}

function notXliff(file: string, reason: string, line?: number): PressError {
  return invalid(
    file,
    `The file is not XLIFF 1.2: ${brief(reason)}.`,
    'Send back the file that was exported, saved as XLIFF 1.2 by your tool.',
    line,
  );
}

function filesOf(root: XmlElement, { file, lineOf }: Reading): XmlElement[] {
  const version = root.attributes.version ?? '1.2';
  if (root.name === 'xliff' && !version.startsWith('1.'))
    throw notXliff(file, `it is XLIFF ${version}`, lineOf(root));
  const files = root.name === 'xliff' ? childrenOf(root, 'file') : [];
  if (files.length === 0 || files.some((each) => childrenOf(each, 'body').length === 0))
    throw notXliff(file, 'it has no file and body');
  return files;
}

/** The language of the files: a job may hold several files, but in one language. */
function languageOf(files: readonly XmlElement[], { file, problems, lineOf }: Reading): string | undefined {
  const tagOf = ({ attributes }: XmlElement) => attributes['target-language'] ?? '';
  const says = (tag: string) =>
    tag === '' ? 'does not say its language' : `is translated into ${brief(tag)}`;
  const first = tagOf(files[0]!);
  const other = files.find((each) => !sameTag(tagOf(each), first));
  if (other !== undefined)
    problems.push(
      fault(
        file,
        `A <file> ${says(tagOf(other))}, the first ${says(first)}.`,
        'Send one language in a file, and keep what the export says of languages.',
        lineOf(other),
      ),
    );
  return first;
}

/** The units of a file in their order, in groups or not. */
function unitsOf(file: XmlElement): XmlElement[] {
  const units: XmlElement[] = [];
  const open = childrenOf(file, 'body').reverse();
  // By a stack of its own: groups may be nested deep.
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    // The head of a PO file that was made XLIFF is no text.
    if (node.name === 'trans-unit' && node.attributes.restype === 'x-gettext-domain-header') continue;
    if (node.name === 'trans-unit') units.push(node);
    else for (const child of childrenOf(node, 'trans-unit', 'group').reverse()) open.push(child);
  }
  return units;
}

function entriesOf(units: readonly XmlElement[], reading: Reading): Entry[] {
  const { file, problems, lineOf } = reading;
  const seen = new Map<string, XmlElement>();
  return units.map((unit) => {
    const key = unit.attributes.id ?? '';
    const refuse = (message: string, hint: string, node: XmlElement = unit) =>
      problems.push(fault(file, message, hint, lineOf(node)));
    const first = seen.get(key);
    if (key === '') refuse('A unit has no id.', 'Keep the ids: they say which text is meant.');
    // Entities may have hidden it until here.
    else if (key === '__proto__') refuse('"__proto__" is not taken.', 'Take it out.');
    else if (first !== undefined)
      refuse(
        `"${brief(key)}" is there twice, first in line ${lineOf(first)}.`,
        'Each unit has an id of its own.',
      );
    else seen.set(key, unit);
    const only = (name: 'source' | 'target', said: string): XmlElement | undefined => {
      const [one, second] = childrenOf(unit, name);
      if (second !== undefined)
        refuse(`"${brief(key)}" has two ${said} (<${name}>).`, 'Keep the one that is right.', second);
      return one;
    };
    const source = only('source', 'sources');
    const target = only('target', 'translations');
    return {
      key,
      source: textOf(source, key, reading),
      target: textOf(target, key, reading),
      marked: markedByState(target?.attributes.state),
    };
  });
}

/** Elements that hold codes as they stand in our texts (XLIFF 1.2, 2.4); what tools make of a pair that a segment divides. */
const codes: readonly string[] = ['bpt', 'ept', 'ph', 'it'];

/**
 * The text of a source or a target. Tools divide texts into segments (`<mrk mtype="seg">`): those are joined, with what
 * stands between them; codes are what they hold. Our files hold no other elements: a tool that puts some in changed the
 * text.
 */
function textOf(element: XmlElement | undefined, key: string, { file, problems, lineOf }: Reading): string {
  const inside = (nodes: XmlElement['children'], isInside: (node: XmlElement) => boolean) =>
    nodes.flatMap((node) => (node instanceof XmlElement && isInside(node) ? node.children : [node]));
  const segments = inside(
    element?.children ?? [],
    ({ name, attributes }) => name === 'mrk' && attributes.mtype === 'seg',
  );
  const nodes = inside(segments, ({ name }) => codes.includes(name));
  const strange = nodes.find((node) => !(node instanceof XmlText));
  if (strange !== undefined)
    problems.push(
      fault(
        file,
        `"${brief(key)}" holds XML elements (${named(strange)}) where text is wanted.`,
        'Keep the codes that were exported, or write the marks as text: **bold**, [words](address).',
        lineOf(strange),
      ),
    );
  return nodes.map((node) => (node instanceof XmlText ? node.text : '')).join('');
}

function named(node: XmlElement['children'][number]): string {
  if (node instanceof XmlProcessingInstruction) return `<?${brief(node.name)}?>`;
  return node instanceof XmlElement ? `<${brief(node.name)}>` : node.type;
}

const finished: readonly (string | undefined)[] = ['translated', 'signed-off', 'final'];

/** What a `state` of XLIFF 1.2 says of {@link Entry.marked}; a tool's own states (`x-…`) say nothing. */
function markedByState(state: string | undefined): boolean | undefined {
  if (finished.includes(state)) return false;
  return state === 'new' || state?.startsWith('needs-') === true ? true : undefined;
}

function childrenOf(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement => node instanceof XmlElement && names.includes(node.name),
  );
}
