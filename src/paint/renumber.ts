import type { DocumentNumber, Wording } from '../document/index.ts';
import type { Picture } from '../image/index.ts';
import { type GlyphRun, reshapeRun } from '../text/index.ts';
import { rewordLink } from './link.ts';
import type { DisplayItem, DisplayList, LinkArea, TextItem } from './types.ts';

/** What pages show of other numbers. */
export interface Renumbering {
  /** Of all helplines, by name. */
  readonly numbers: Readonly<Record<string, DocumentNumber>>;
  /** What the document says with these numbers. */
  readonly wording: Wording;
  /**
   * Runs of numbers that were set anew, with their texts: bands have the very same run on each page, made of one shaped
   * paragraph.
   */
  readonly reshaped: Map<GlyphRun, { readonly text: string; readonly run: GlyphRun | undefined }>;
  /** A picture as it is with these numbers: the given one where it shows none. */
  readonly picture: (picture: Picture) => Picture;
}

/**
 * A page with other numbers. Whatever shows none is the very item of the given page. Undefined where the digits would
 * not stand as those of the given page do, glyph for glyph.
 */
export function renumberPage(page: DisplayList, numbers: Renumbering): DisplayList | undefined {
  const items = renumberAll(page.items, numbers);
  if (items === undefined) return undefined;
  const links = page.links.map((link) => renumberLink(link, numbers.wording));
  const isSame = items === page.items && links.every((link, i) => link === page.links[i]);
  return isSame ? page : { ...page, items, links };
}

function renumberAll(
  items: readonly DisplayItem[],
  numbers: Renumbering,
): readonly DisplayItem[] | undefined {
  let changed = false;
  const renumbered: DisplayItem[] = [];
  for (const item of items) {
    const now = renumberItem(item, numbers);
    if (now === undefined) return undefined;
    changed ||= now !== item;
    renumbered.push(now);
  }
  return changed ? renumbered : items;
}

function renumberItem(item: DisplayItem, numbers: Renumbering): DisplayItem | undefined {
  switch (item.kind) {
    case 'path':
      return item;
    case 'text':
      return item.number === undefined ? item : renumberText(item, item.number, numbers);
    case 'picture': {
      const picture = numbers.picture(item.picture);
      return picture === item.picture ? item : { ...item, picture };
    }
    case 'group': {
      const items = renumberAll(item.items, numbers);
      if (items === undefined || items === item.items) return items && item;
      return { ...item, items };
    }
  }
}

function renumberText(
  item: TextItem,
  number: string,
  { numbers, reshaped }: Renumbering,
): TextItem | undefined {
  const { paragraph, start, end } = item;
  const { display } = numbers[number]!;
  const { text } = paragraph;
  if (text.slice(start, end) === display) return item;
  if (end - start !== display.length) return undefined;
  const now = { ...paragraph, text: `${text.slice(0, start)}${display}${text.slice(end)}` };
  const runs: GlyphRun[] = [];
  for (const run of item.runs) {
    let again = reshaped.get(run);
    if (again?.text !== now.text) {
      again = { text: now.text, run: reshapeRun(run, now) };
      reshaped.set(run, again);
    }
    if (again.run === undefined) return undefined;
    runs.push(again.run);
  }
  return { ...item, paragraph: now, runs };
}

function renumberLink(link: LinkArea, wording: Wording): LinkArea {
  if (!link.varies) return link;
  const now = rewordLink(link, wording);
  return now.href === link.href && now.description === link.description ? link : now;
}
