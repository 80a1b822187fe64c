import type { Place } from '../diagnostics/index.ts';
import type { DisplayList, PictureItem, TextItem } from './types.ts';

/** The text of an item for a message: controls removed, at most 60 characters. */
export function itemText({ paragraph, start, end }: TextItem): string {
  const text = paragraph.text
    .slice(start, end)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffc]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Where an item comes from: its template's line, its content key, its page. */
export function itemPlace(
  { owner, origin: ground = {} }: Pick<TextItem, 'owner'> & Pick<PictureItem, 'origin'>,
  page: DisplayList,
): Place {
  const origin =
    owner.kind === 'content' ? owner.node.origin : owner.kind === 'marker' ? owner.element.origin : ground;
  return { ...origin, page: page.page };
}
