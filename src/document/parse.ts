import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { checkAccessibility } from './accessibility.ts';
import { type ElementName, type ElementRule, elements } from './elements.ts';
import { checkLanguages } from './languages.ts';
import type { Direction, DocumentElement, HtmlDocument, Origin } from './tree.ts';
import { walk } from './walk.ts';

const largestDocument = 2_000_000;
const deepestTree = 100;
const everywhere = ['id', 'class', 'lang', 'dir'];
const schemes = /^(?:tel:\+?[0-9]{2,15}|https:\/\/\S+|mailto:\S+|#\S+)$/;

/** A node being built: its children are still being added. */
type Open = { -readonly [K in keyof DocumentElement]: DocumentElement[K] };

interface Building {
  readonly file: string;
  readonly lines: readonly string[];
  readonly origins: readonly Origin[];
  readonly problems: Problem[];
  readonly ids: Map<string, DocumentElement>;
  count: number;
}

/**
 * Parses a complete HTML document, made by a template, to a tree in the vocabulary of `elements.ts`.
 * `origins` is what `data-o` attributes count into.
 * @throws PressError HTML_SYNTAX, HTML_ELEMENT_UNKNOWN, HTML_ATTRIBUTE_UNKNOWN, HTML_NESTING, ID_DUPLICATE,
 * ALT_MISSING, LINK_UNNAMED, HEADING_SKIPPED, LANGUAGE_UNMARKED: all that are found.
 */
export function parseDocument(
  html: string,
  { file, origins = [] }: { file: string; origins?: readonly Origin[] },
): HtmlDocument {
  if (html.length > largestDocument)
    throw new PressError([problem('HTML_SYNTAX', `The document has ${html.length} characters.`, { file }, `The limit is ${largestDocument}.`)]);
  const lines = html.split('\n');
  const building: Building = { file, lines, origins, problems: [], ids: new Map(), count: 0 };
  const tree = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) =>
      building.problems.push(
        problem('HTML_SYNTAX', `The HTML does not parse: ${code}.`, { file, line: startLine, column: startCol, source: lines[startLine - 1] ?? '' }, 'The line is that of the HTML the template made.'),
      ),
  });
  const html5 = tree.childNodes.find((node): node is Tree.Element => node.nodeName === 'html')!;
  const root = build(html5, undefined, building, 0);
  const body = root.children.find((node): node is DocumentElement => node.kind === 'element' && node.name === 'body')!;
  const title = titleOf(root);
  if (title === '') building.problems.push(problem('METADATA_MISSING', 'The document has no title.', root.origin, 'Add <title> to <head>.'));
  const document: HtmlDocument = { root, body, title, lang: root.lang, dir: root.dir, ids: building.ids };
  building.problems.push(...checkAccessibility(document), ...checkLanguages(document));
  if (building.problems.length > 0) throw new PressError(building.problems);
  return document;
}

function titleOf(root: DocumentElement): string {
  for (const node of walk(root))
    if (node.kind === 'element' && node.name === 'title')
      return node.children.map((child) => (child.kind === 'text' ? child.text : '')).join('').trim();
  return '';
}

function build(node: Tree.Element, parent: DocumentElement | undefined, building: Building, depth: number): DocumentElement {
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const location = node.sourceCodeLocation;
  const origin: Origin = building.origins[Number(attributes['data-o'] ?? Number.NaN)] ?? {
    file: building.file,
    ...(location ? { line: location.startLine, column: location.startCol } : {}),
  };
  const { problems, ids } = building;
  const name = node.tagName as ElementName;
  const rule: ElementRule | undefined = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (rule === undefined) {
    problems.push(problem('HTML_ELEMENT_UNKNOWN', `<${node.tagName}> is not in the vocabulary.`, origin, suggest(node.tagName, Object.keys(elements))));
  } else {
    for (const attribute of Object.keys(attributes))
      if (attribute !== 'data-o' && !everywhere.includes(attribute) && !rule.attributes.includes(attribute))
        problems.push(problem('HTML_ATTRIBUTE_UNKNOWN', `<${name}> takes no attribute "${attribute}".`, origin, suggest(attribute, [...rule.attributes, ...everywhere])));
    checkPlace(name, rule, parent, origin, problems);
  }
  const { id, class: classes = '', lang, dir, 'data-o': _, ...rest } = attributes;
  const element: Open = {
    kind: 'element',
    name,
    attributes: rest,
    id,
    classes: classes.split(/\s+/).filter((c) => c !== ''),
    lang: languageOf(lang, parent, origin, problems),
    dir: directionOf(dir, parent, origin, problems),
    isolates: name === 'bdi' || (dir !== undefined && rule?.category === 'inline'),
    parent,
    children: [],
    origin,
    index: building.count++,
  };
  if (id !== undefined) {
    if (ids.has(id)) problems.push(problem('ID_DUPLICATE', `Two elements have the id "${id}".`, origin, 'Ids are unique in a document.'));
    else ids.set(id, element);
  }
  if (name === 'a' && !schemes.test(rest.href ?? ''))
    problems.push(problem('HTML_ATTRIBUTE_UNKNOWN', `The link address "${rest.href ?? ''}" is not allowed.`, origin, 'Use tel:, https:, mailto: or #id.'));
  if (depth > deepestTree) problems.push(problem('HTML_SYNTAX', `Elements are nested more than ${deepestTree} deep.`, origin));
  else addChildren(node, element, building, depth);
  return element;
}

function addChildren(node: Tree.Element, element: Open, building: Building, depth: number): void {
  let key: string | undefined;
  const rule: ElementRule | undefined = elements[element.name];
  for (const child of node.childNodes) {
    if (child.nodeName === '#comment' && 'data' in child) {
      const mark = /^(\/?)key:?([\w.:-]*)$/.exec(child.data);
      if (mark === null) continue;
      key = mark[1] === '/' ? undefined : mark[2];
      if (key !== undefined && element.children.every((c) => c.kind === 'text' && c.text.trim() === ''))
        element.origin = { ...element.origin, key };
    } else if (child.nodeName === '#text' && 'value' in child) {
      const origin = key === undefined ? element.origin : { ...element.origin, key };
      if (child.value.trim() !== '' && (rule?.contains === 'blocks' || rule?.contains === 'items'))
        building.problems.push(problem('HTML_NESTING', `Text stands directly in <${element.name}>.`, origin, 'Put it in a <p>.'));
      element.children.push({ kind: 'text', text: child.value, parent: element, origin, index: building.count++ });
    } else if ('tagName' in child) {
      const built = build(child, element, building, depth + 1);
      element.children.push(key === undefined || built.origin.key !== undefined ? built : withKey(built, key));
    }
  }
}

function withKey(element: DocumentElement, key: string): DocumentElement {
  (element as Open).origin = { ...element.origin, key };
  for (const child of element.children)
    if (child.kind === 'text') (child as { origin: Origin }).origin = { ...child.origin, key };
    else withKey(child, key);
  return element;
}

/** The content model: what may stand in what. */
function checkPlace(name: ElementName, rule: ElementRule, parent: DocumentElement | undefined, origin: Origin, problems: Problem[]): void {
  const wrong = (why: string, hint: string) => problems.push(problem('HTML_NESTING', why, origin, hint));
  if (parent === undefined || rule.category === 'document') return;
  if (rule.parents !== undefined && !rule.parents.includes(parent.name)) {
    wrong(`<${name}> stands in <${parent.name}>.`, `It may only stand in ${rule.parents.map((p) => `<${p}>`).join(' or ')}.`);
    return;
  }
  const outer: ElementRule = elements[parent.name] ?? elements.div;
  const inline = rule.category === 'inline' || name === 'br';
  if (outer.contains === 'inline' && rule.category === 'block')
    wrong(`<${name}> stands in <${parent.name}>, which takes only text and inline elements.`, 'Close the outer element first.');
  if (outer.contains === 'items' && name !== 'li') wrong(`<${name}> stands directly in <${parent.name}>.`, 'Put it in an <li>.');
  if (outer.contains === 'blocks' && inline) wrong(`<${name}> stands directly in <${parent.name}>.`, 'Put it in a <p>.');
  if (name === 'a')
    for (let up: DocumentElement | undefined = parent; up !== undefined; up = up.parent)
      if (up.name === 'a') wrong('A link stands in a link.', 'Close the outer <a> first.');
}

function languageOf(lang: string | undefined, parent: DocumentElement | undefined, origin: Origin, problems: Problem[]): string {
  if (lang === undefined) return parent?.lang ?? 'und';
  try {
    return new Intl.Locale(lang).toString();
  } catch {
    problems.push(problem('HTML_ATTRIBUTE_UNKNOWN', `"${lang}" is not a language tag.`, origin, 'Use a BCP 47 tag such as en, pt-BR or zh-Hant.'));
    return parent?.lang ?? 'und';
  }
}

function directionOf(dir: string | undefined, parent: DocumentElement | undefined, origin: Origin, problems: Problem[]): Direction {
  if (dir === undefined) return parent?.dir ?? 'ltr';
  if (dir === 'ltr' || dir === 'rtl') return dir;
  problems.push(problem('HTML_ATTRIBUTE_UNKNOWN', `"${dir}" is not a direction.`, origin, 'Use ltr or rtl.'));
  return parent?.dir ?? 'ltr';
}


