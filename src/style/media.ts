/** Kinds of editions: `large-print` is that of all its sizes. */
const kinds = ['standard', 'large-print', 'high-contrast', 'ink-saving', 'easy-read'] as const;

/** What a page is made for, as `@media` asks (Media Queries 4). */
export interface Media {
  readonly edition: (typeof kinds)[number];
  /** Light on dark, all over; undefined: dark on light. */
  readonly dark?: boolean;
}

/** Any page, where nothing else is said. */
export const plainMedia: Media = { edition: 'standard' };

/** A condition that is not in the vocabulary; the message says what of it. */
export class MediaFault extends Error {}

/** Kinds of editions for which the standard's own features are true. */
const contrasty: readonly string[] = ['high-contrast'];
const gray: readonly string[] = ['high-contrast', 'ink-saving'];

/**
 * Whether a media query list is true: `(edition: large-print)`, `(prefers-contrast: more)`, `(prefers-color-scheme: dark)`,
 * `(monochrome)`, with `not`, `and`, commas, and the types `print` and `all` before `and`: alone they would tell nothing.
 * @throws MediaFault
 */
export function mediaMatches(list: string, media: Media): boolean {
  return list
    .split(',')
    .map((query) => queryMatches(query.trim().toLowerCase(), media))
    .some(Boolean);
}

function queryMatches(query: string, media: Media): boolean {
  const inner = /^not\s*(?=[\s(])(.*)$/.exec(query)?.[1];
  if (inner !== undefined) return !queryMatches(inner.trim(), media);
  if (/^(?:print|all|screen)$/.test(query))
    throw new MediaFault(`"${query}" alone tells no page from another`);
  const parts = query.split(/(?<=^|[\s)])and(?=[\s(])/).map((part) => part.trim());
  return parts.map((part, i) => partMatches(part, i === 0, media)).every(Boolean);
}

function partMatches(part: string, mayBeType: boolean, { edition, dark = false }: Media): boolean {
  if (mayBeType && (part === 'print' || part === 'all')) return true;
  const [, name, value] = /^\(\s*([a-z-]+)\s*(?::\s*([a-z0-9-]+)\s*)?\)$/.exec(part) ?? [];
  if (name === 'edition' && value !== undefined) {
    if (kinds.some((kind) => kind === value)) return edition === value;
    throw new MediaFault(`there is no kind of edition "${value}"; there are ${kinds.join(', ')}`);
  }
  if (name === 'prefers-contrast' && (value === 'more' || value === 'no-preference'))
    return (value === 'more') === contrasty.includes(edition);
  if (name === 'prefers-color-scheme' && (value === 'dark' || value === 'light'))
    return (value === 'dark') === dark;
  if (name === 'monochrome' && value === undefined) return gray.includes(edition);
  throw new MediaFault(`"${part.slice(0, 60)}" is not in the vocabulary`);
}
