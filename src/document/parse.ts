import { type Place, PressError, type Problem, problem } from '../diagnostics/index.ts';
import { checkAccessibility } from './accessibility.ts';
import { checkTargets } from './attributes.ts';
import { type Building, build, type Written } from './build.ts';
import type { KnownParts } from './known-parts.ts';
import { checkLanguages } from './languages.ts';
import type { DocumentNumber } from './number-marks.ts';
import { readPlainHtml, type WrittenNode } from './plain-html.ts';
import { mostErrors, readTree, shownLine } from './read-tree.ts';
import { checkTables } from './table.ts';
import type { DocumentElement, HtmlDocument, Origin } from './tree.ts';
import { titleOf } from './walk.ts';
import { asWritten } from './wording.ts';

const largestDocument = 2_000_000;
const bounds = { depth: 100, elements: 20_000, faults: 100 };

/**
 * Parses a complete HTML document, made by a template, to a tree in the vocabulary of `elements.ts`.
 * `origins` is what `data-o` attributes count into; `numbers` are the helplines whose numbers stand in it, by name; `parts`
 * are copied where they stand in it again, and change nothing.
 * @throws PressError HTML_SYNTAX, HTML_ELEMENT_UNKNOWN, HTML_ATTRIBUTE_UNKNOWN, HTML_NESTING, ID_DUPLICATE,
 * METADATA_MISSING, ALT_MISSING, LINK_UNNAMED, HEADING_SKIPPED, LANGUAGE_UNMARKED: all that are found.
 */
export function parseDocument(
  html: string,
  {
    file,
    origins = [],
    numbers = {},
    parts,
  }: {
    file: string;
    origins?: readonly Origin[];
    numbers?: Readonly<Record<string, DocumentNumber>>;
    parts?: KnownParts | undefined;
  },
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
  const plain = readPlainHtml(html, bounds, parts && ((offset) => parts.at(html, offset, origins)));
  const { html5, parents } = plain
    ? { html5: plain, parents: undefined }
    : readTree(html, bounds, file, lines, problems);
  const building: Building = {
    ...{ file, lines, origins, numbers, problems, parents },
    ...{ ids: new Map(), placed: new Set(), count: 0, dialled: 0 },
    parts: plain && parts && { html, known: parts, whole: wholeBody(html) },
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

function wholeBody(html: string): Written['whole'] {
  let children: readonly WrittenNode[] | undefined;
  return () => {
    children ??= readPlainHtml(html, bounds)!.childNodes.flatMap((node) =>
      'childNodes' in node && node.tagName === 'body' ? node.childNodes : [],
    );
    return children;
  };
}

/** What a loop of a template makes many times is told once. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((p) => [JSON.stringify(p), p])).values()];
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
