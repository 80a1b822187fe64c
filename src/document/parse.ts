import { type Place, PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { checkAccessibility } from './accessibility.ts';
import {
  checkAttributes,
  checkTargets,
  directionOf,
  everywhere,
  languageOf,
  originMark,
} from './attributes.ts';
import { checkPlace, checkText, ruleOf } from './content-model.ts';
import { type ElementName, elements } from './elements.ts';
import { checkLanguages } from './languages.ts';
import { type DocumentNumber, joinParts, partsOf, readAttributes } from './number-marks.ts';
import { readPlainHtml, type WrittenElement } from './plain-html.ts';
import { checkTables } from './table.ts';
import { type Bounds, TagParser, TooMuch } from './tag-parser.ts';
import type { DocumentElement, HtmlDocument, Origin } from './tree.ts';
import { titleOf } from './walk.ts';
import { asWritten } from './wording.ts';

const largestDocument = 2_000_000;
const bounds: Bounds = { depth: 100, elements: 20_000, faults: 100 };
/** Parse errors that are told; what comes after is most often of the same cause. */
const mostErrors = 100;

/** A node being built: its children are still being added. */
type Open = { -readonly [K in keyof DocumentElement]: DocumentElement[K] };

interface Building {
  readonly file: string;
  readonly lines: readonly string[];
  readonly origins: readonly Origin[];
  readonly numbers: Readonly<Record<string, DocumentNumber>>;
  readonly problems: Problem[];
  readonly ids: Map<string, DocumentElement>;
  /** Parents of the start tags as written. Each is taken out when its element is met; what is left made no element. */
  readonly parents: Map<number, number> | undefined;
  /** Elements whose place in a template is known. */
  readonly placed: Set<DocumentElement>;
  count: number;
}

/**
 * Parses a complete HTML document, made by a template, to a tree in the vocabulary of `elements.ts`.
 * `origins` is what `data-o` attributes count into; `numbers` are the helplines whose numbers stand in it, by name.
 * @throws PressError HTML_SYNTAX, HTML_ELEMENT_UNKNOWN, HTML_ATTRIBUTE_UNKNOWN, HTML_NESTING, ID_DUPLICATE,
 * METADATA_MISSING, ALT_MISSING, LINK_UNNAMED, HEADING_SKIPPED, LANGUAGE_UNMARKED: all that are found.
 */
export function parseDocument(
  html: string,
  {
    file,
    origins = [],
    numbers = {},
  }: { file: string; origins?: readonly Origin[]; numbers?: Readonly<Record<string, DocumentNumber>> },
): HtmlDocument {
  if (html.length > largestDocument)
    throw new PressError([
      problem(
        'HTML_SYNTAX',
        `The document has ${html.length} characters.`,
        { file },
        `The limit is ${largestDocument}.`,
      ),
    ]);
  const lines = html.split('\n');
  const problems: Problem[] = [];
  const plain = readPlainHtml(html, bounds);
  const { html5, parents } = plain
    ? { html5: plain, parents: undefined }
    : readTree(html, file, lines, problems);
  const building: Building = {
    ...{ file, lines, origins, numbers, problems, parents },
    ...{ ids: new Map(), placed: new Set(), count: 0 },
  };
  const root = build(html5, undefined, building, -1, undefined);
  problems.push(...lostTags(building, html));
  const body = root.children.find(
    (node): node is DocumentElement => node.kind === 'element' && node.name === 'body',
  );
  if (body === undefined)
    throw new PressError(
      unique([...problems, problem('HTML_SYNTAX', 'The document has no body.', root.origin, 'Add <body>.')]),
    );
  const title = titleOf(root);
  if (title === '')
    problems.push(
      problem('METADATA_MISSING', 'The document has no title.', root.origin, 'Add <title> to <head>.'),
    );
  if (root.lang === 'und')
    problems.push(
      problem('METADATA_MISSING', 'The document has no language.', root.origin, 'Add lang="…" to <html>.'),
    );
  const { lang, dir } = root;
  const document: HtmlDocument = { root, body, title, lang, dir, ids: building.ids, wording: asWritten };
  problems.push(
    ...checkTargets(document),
    ...checkTables(body),
    ...checkAccessibility(document),
    ...checkLanguages(document),
  );
  if (problems.length > 0) throw new PressError(unique(problems));
  return document;
}

/** What a loop of a template makes many times is told once. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((p) => [JSON.stringify(p), p])).values()];
}

/** As the standard reads it, with what is wrong. */
function readTree(
  html: string,
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
function shownLine(lines: readonly string[], line: number): string {
  const text = lines[line - 1] ?? '';
  return text.length > 2_000 ? '' : text;
}

/** Tags that the parser dropped, such as a second <body>. */
function lostTags({ parents, file, lines }: Building, html: string): Problem[] {
  return [...(parents?.keys() ?? [])].slice(0, mostErrors).map((offset) => {
    const before = html.slice(0, offset).split('\n');
    const place: Place = {
      file,
      line: before.length,
      column: before.at(-1)!.length + 1,
      source: shownLine(lines, before.length),
    };
    return problem('HTML_NESTING', 'This tag makes no element where it stands.', place, 'Take it out.');
  });
}

/** `outer`: offset of the nearest start tag around, -1: none. `key`: content key in force. */
function build(
  node: WrittenElement,
  parent: DocumentElement | undefined,
  building: Building,
  outer: number,
  key: string | undefined,
): DocumentElement {
  const written = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const { attributes, parts, refused } = readAttributes(written, building.numbers);
  const { id, class: classes = '', lang, dir, [originMark]: counted = '' } = attributes;
  const location = node.sourceCodeLocation;
  // A mark of a text stands where the template says the text: lines of the made HTML are nobody's.
  const marked = parent !== undefined && building.placed.has(parent) ? placeOf(parent.origin) : undefined;
  const known = (/^\d{1,9}$/.test(counted) ? building.origins[Number(counted)] : undefined) ?? marked;
  const at: Origin = known ?? {
    file: building.file,
    ...(location ? { line: location.startLine, column: location.startCol } : {}),
  };
  const origin: Origin = key === undefined ? at : { ...at, key };
  const place: Place =
    known === undefined && location
      ? { ...origin, source: shownLine(building.lines, location.startLine) }
      : origin;
  const { problems, ids, parents } = building;
  const name = node.tagName as ElementName;
  for (const attribute of refused)
    problems.push(
      problem(
        'HTML_ATTRIBUTE_UNKNOWN',
        `A helpline's number stands in ${attribute}="…".`,
        place,
        'A number may stand in a text, a title or an alt, and in the link that dials it.',
      ),
    );
  const rule = ruleOf(name);
  if (rule === undefined)
    problems.push(
      problem(
        'HTML_ELEMENT_UNKNOWN',
        `<${name}> is not in the vocabulary.`,
        place,
        suggest(name, Object.keys(elements)),
      ),
    );
  else
    problems.push(
      ...checkAttributes(name, rule, attributes, place),
      ...checkPlace(name, rule, parent, place),
    );
  const offset = location?.startOffset ?? outer;
  if (location && parents !== undefined) {
    if (parents.get(offset) !== outer)
      problems.push(
        problem(
          'HTML_NESTING',
          `<${name}> may not stand where it is written: HTML ${parents.has(offset) ? `moves it into <${parent?.name ?? ''}>` : 'divides it in two'}.`,
          place,
          'A paragraph holds only text and inline elements; a link holds no other link.',
        ),
      );
    parents.delete(offset);
  }
  const element: Open = {
    kind: 'element',
    name,
    attributes: besides(attributes),
    ...(parts === undefined ? {} : { numbers: parts }),
    id,
    classes: classes === '' ? [] : classes.split(/\s+/).filter((c) => c !== ''),
    lang: languageOf(lang, parent, place, problems),
    dir: directionOf(dir, parent, place, problems),
    declares: { lang: lang !== undefined, dir: dir !== undefined },
    isolates: name === 'bdi' || (dir !== undefined && rule?.category === 'inline'),
    parent,
    children: [],
    origin,
    index: building.count++,
  };
  if (known !== undefined) building.placed.add(element);
  if (id !== undefined) {
    if (ids.has(id))
      problems.push(
        problem('ID_DUPLICATE', `Two elements have the id "${id}".`, place, 'Ids are unique in a document.'),
      );
    else ids.set(id, element);
  }
  addChildren(node, element, building, offset, key);
  return element;
}

/** Attributes without those that have fields of their own. */
function besides(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const rest: Record<string, string> = {};
  for (const name in attributes)
    if (!everywhere.includes(name) && name !== originMark) rest[name] = attributes[name]!;
  return rest;
}

function placeOf({ key: _, ...place }: Origin): Origin {
  return place;
}

/** A comment `<!--key:center.line-->` names the content that what follows in its parent came from, up to `<!--/key-->`. */
function addChildren(
  node: WrittenElement,
  element: Open,
  building: Building,
  offset: number,
  inherited: string | undefined,
): void {
  const here = placeOf(element.origin);
  let key = inherited;
  for (const child of node.childNodes) {
    if (child.nodeName === '#comment' && 'data' in child) {
      const mark = /^(?:key:([\w.:[\]-]+)|\/key)$/.exec(child.data);
      if (mark === null) continue;
      key = mark[1] ?? inherited;
      if (mark[1] !== undefined && element.children.every((c) => c.kind === 'text' && c.text.trim() === ''))
        element.origin = { ...here, key: mark[1] };
    } else if (child.nodeName === '#text' && 'value' in child) {
      const origin: Origin = key === undefined ? here : { ...here, key };
      building.problems.push(...checkText(child.value, element, origin));
      for (const part of partsOf(child.value))
        element.children.push({
          kind: 'text',
          text: joinParts([part], building.numbers),
          ...(typeof part === 'string' ? {} : 'page' in part ? { page: part.page } : { number: part.number }),
          parent: element,
          origin,
          index: building.count++,
        });
    } else if ('tagName' in child) element.children.push(build(child, element, building, offset, key));
  }
}
