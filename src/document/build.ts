import { type Place, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { checkAttributes, directionOf, everywhere, languageOf, originMark } from './attributes.ts';
import { checkPlace, checkText, ruleOf } from './content-model.ts';
import { type ElementName, elements } from './elements.ts';
import { cast, elementNode, type KnownParts, type OpenElement, textNode } from './known-parts.ts';
import { type DocumentNumber, partsOf, readAttributes } from './number-marks.ts';
import type { WrittenElement, WrittenNode } from './plain-html.ts';
import { shownLine } from './read-tree.ts';
import type { DocumentElement, Origin } from './tree.ts';

/** What a document is built with, and what is found meanwhile. */
export interface Building {
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
  /** Parts built before; undefined: what is written may be moved, and is built anew. */
  readonly parts: Written | undefined;
  count: number;
  /** Texts that show how a number is dialled: nobody can tell from the node. */
  dialled: number;
}

/** What was built before, and the HTML that it is looked up by. */
export interface Written {
  readonly html: string;
  readonly known: KnownParts;
  /** The children of `body`, with all that was passed over as known. */
  readonly whole: () => readonly WrittenNode[];
}

/**
 * An element with all that is in it. `outer`: offset of the nearest start tag around, -1: none. `key`: content key in force.
 */
export function build(
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
  const { problems, parents } = building;
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
  const element = elementNode(
    {
      name,
      attributes: besides(attributes),
      ...(parts === undefined ? {} : { numbers: parts }),
      id,
      classes: classes === '' ? [] : classes.split(/\s+/).filter((c) => c !== ''),
      lang: languageOf(lang, parent, place, problems),
      dir: directionOf(dir, parent, place, problems),
      declares: { lang: lang !== undefined, dir: dir !== undefined },
      isolates: name === 'bdi' || (dir !== undefined && rule?.category === 'inline'),
      origin,
    },
    parent,
    building.count++,
  );
  if (known !== undefined) building.placed.add(element);
  noteId(element, place, building);
  addChildren(node, element, building, offset, key);
  return element;
}

function noteId(element: DocumentElement, place: Place, { ids, problems }: Building): void {
  const { id } = element;
  if (id === undefined) return;
  if (ids.has(id))
    problems.push(
      problem('ID_DUPLICATE', `Two elements have the id "${id}".`, place, 'Ids are unique in a document.'),
    );
  else ids.set(id, element);
}

/**
 * A part of a page, which stands in `body`: copied, where one was built before from the same HTML that inherits the same. One
 * in which nothing was wrong, and each place of which is known, is kept.
 */
function buildPart(
  node: WrittenElement,
  parent: DocumentElement,
  building: Building,
  outer: number,
  key: string | undefined,
): DocumentElement {
  const { parts, numbers, problems, placed } = building;
  const start = node.sourceCodeLocation?.startOffset;
  if (parts === undefined || parent.name !== 'body' || start === undefined || node.end === undefined)
    return build(node, parent, building, outer, key);
  const inherited = `${parent.lang} ${parent.dir} ${key ?? ''}\n`;
  const known = node.known?.find((part) => part.inherited === inherited);
  if (known !== undefined)
    return cast(parts.known.use(known), parent, {
      numbers,
      next: () => building.count++,
      check: (element) => {
        const { name, attributes, origin } = element;
        if (element.numbers !== undefined)
          problems.push(...checkAttributes(name, elements[name], attributes, origin));
        noteId(element, origin, building);
      },
    });
  const { dialled } = building;
  const faults = problems.length;
  const read =
    node.known === undefined || node.known.length === 0 ? node : parts.whole().find(standsAt(start))!;
  const element = build(read as WrittenElement, parent, building, outer, key);
  if (problems.length === faults && building.dialled === dialled && placed.has(element))
    parts.known.keep(parts.html.slice(start, node.end), inherited, element);
  return element;
}

const standsAt = (offset: number) => (node: WrittenNode) =>
  'tagName' in node && node.sourceCodeLocation?.startOffset === offset;

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
  element: OpenElement,
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
      for (const part of partsOf(child.value)) {
        if (typeof part !== 'string' && 'what' in part && part.what === 'dial') building.dialled++;
        element.children.push(textNode(part, building.numbers, element, origin, building.count++));
      }
    } else if ('tagName' in child) element.children.push(buildPart(child, element, building, offset, key));
  }
}
