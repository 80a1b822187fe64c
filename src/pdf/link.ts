import { type Problem, problem, throwIfErrors } from '../diagnostics/index.ts';
import { type DocumentElement, type HtmlDocument, uriOf } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { LinkArea } from '../paint/index.ts';
import type { PdfFile } from './file.ts';
import { num } from './number.ts';
import type { Destination, PdfJob, PlacedLink } from './page.ts';
import { type PdfDictionary, type PdfReference, type PdfValue, pdfText } from './pdfkit.ts';
import type { Painting } from './piece-painter.ts';
import type { StructureNode } from './structure.ts';
import type { TargetSet } from './target.ts';
import { orderedText, type ShownNumbers } from './text-string.ts';

const print = 4; // annotation flag (ISO 32000-1 12.5.3); PDF/A-2 6.3.2 requires it

export interface WrittenLinks {
  /** The Link of each annotation, and its `StructParent` key. */
  readonly parents: readonly { readonly key: number; readonly node: StructureNode }[];
  /** The annotations of each page that has some. */
  readonly onPage: ReadonlyMap<PdfReference, readonly PdfReference[]>;
}

/**
 * Writes the link annotations and puts each under its Link (ISO 14289-1 7.18.5). `firstKey` is the first free key of the
 * parent tree. Throws when an internal link leads nowhere.
 */
export function writeLinks(
  file: PdfFile<PdfJob>,
  {
    document,
    structure,
    repeated,
  }: Pick<Painting, 'structure' | 'repeated'> & { readonly document: HtmlDocument },
  links: readonly PlacedLink[],
  targets: TargetSet,
  firstKey: number,
  numbers: ShownNumbers,
): WrittenLinks {
  const problems: Problem[] = [];
  const parents: { key: number; node: StructureNode }[] = [];
  const onPage = new Map<PdfReference, PdfReference[]>();
  for (const { area, now, page, rect, lines } of links) {
    const node = (area.page === undefined ? structure : repeated.get(area.page))?.links.get(area.element);
    const action = linkAction(area.href, document, targets);
    if (node === undefined || action === undefined) {
      problems.push(nowhere(area.href, area.element));
      continue;
    }
    const key = firstKey + parents.length;
    const placed = {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [num(rect.x), num(rect.y), num(rect.x + rect.width), num(rect.y + rect.height)],
      QuadPoints: lines.length > 1 ? lines.flatMap(quad) : undefined,
      Border: [0, 0, 0],
      F: print,
      P: page,
    };
    const dictionary = ({ href, description }: LinkArea, shown: ShownNumbers) => ({
      ...placed,
      A: linkAction(href, document, targets),
      Contents: orderedText(description, shown),
      StructParent: key,
    });
    const annotation = file.varying({ dictionary: dictionary(area, numbers) }, (input) => {
      const other = now(input);
      return other === area ? 'same' : { dictionary: dictionary(other, input.shown) };
    });
    node.annotations.push({ annotation, page });
    parents.push({ key, node });
    const annotations = onPage.get(page) ?? [];
    annotations.push(annotation);
    onPage.set(page, annotations);
  }
  throwIfErrors(problems);
  return { parents, onPage };
}

/**
 * Corners of an active line (ISO 32000-1 12.5.6.5): top left, top right, bottom left, bottom right, as viewers read them,
 * whatever the order that the specification names.
 */
function quad({ x, y, width, height }: Rect): number[] {
  const [left, right, bottom, top] = [num(x), num(x + width), num(y), num(y + height)];
  return [left, top, right, top, left, bottom, right, bottom];
}

function linkAction(href: string, document: HtmlDocument, targets: TargetSet): PdfDictionary | undefined {
  if (!href.startsWith('#')) return { Type: 'Action', S: 'URI', URI: pdfText(uriOf(href)) };
  const target = document.ids.get(href.slice(1));
  const place = target === undefined ? undefined : targets.place(target);
  if (target === undefined || place === undefined) return undefined;
  const [, ...where] = explicitDestination(place);
  const element = targets.element(target);
  // ISO 32000-2 12.3.2.3: readers of 1.7 take no notice of it.
  const SD = element === undefined ? undefined : [element, ...where];
  return { Type: 'Action', S: 'GoTo', D: explicitDestination(place), SD };
}

/** Shows the place at the top left, at the zoom the reader has (ISO 32000-1 12.3.2.2). */
export function explicitDestination({ page, x, y }: Destination): readonly PdfValue[] {
  return [page, 'XYZ', num(x), num(y), null];
}

function nowhere(href: string, element: DocumentElement): Problem {
  return problem(
    'HTML_ATTRIBUTE_UNKNOWN',
    `The link "${href}" leads to nothing that is printed.`,
    element.origin,
    'Give the element that it should lead to this id, or remove the link.',
  );
}
