import type { DocumentElement } from '../../src/document/index.ts';
import type { DisplayList } from '../../src/paint/index.ts';

const blocks: ReadonlySet<string> = new Set(['h1', 'h2', 'p', 'li']);

/** The lines of each block on a page, in reading order; bands that repeat are not among them. */
function linesOn({ items }: DisplayList): Map<DocumentElement, Set<number>> {
  const found = new Map<DocumentElement, Set<number>>();
  for (const item of items) {
    if (item.kind !== 'text' || item.owner.kind !== 'content' || item.owner.page !== undefined) continue;
    let element: DocumentElement | undefined = item.owner.element;
    while (element !== undefined && !blocks.has(element.name)) element = element.parent;
    if (element === undefined) continue;
    const lines = found.get(element) ?? new Set();
    found.set(element, lines.add(Math.round(item.baseline)));
  }
  return found;
}

/** Where pages end as they should not: behind a heading, or so that one line of a paragraph stands alone. */
export function badBreaks(pages: readonly DisplayList[]): string[] {
  const lines = pages.map(linesOn);
  return lines.slice(1).flatMap((after, i) => {
    const before = lines[i]!;
    const last = [...before.keys()].at(-1);
    const isHeading = last !== undefined && /^h/.test(last.name);
    // A heading of many lines may itself be divided.
    const faults = isHeading && !after.has(last) ? [`page ${i + 1} ends with a heading`] : [];
    for (const [element, here] of before) {
      const there = after.get(element);
      if (there !== undefined && Math.min(here.size, there.size) < 2)
        faults.push(`a line of <${element.name}> stands alone between the pages ${i + 1} and ${i + 2}`);
    }
    return faults;
  });
}
