/** A tag, a comment or what stands between them. Attributes are written by us: no `>` stands in one. */
const token = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+|</g;
/** How a number begins that is typed in a text, and dials nothing: no link lies over it, for that would open something else. */
export const typedNumber = '<bdi class="typed"';
const linkOrNumber = new RegExp(`<(/?)a\\b[^>]*>|${typedNumber}`, 'g');
const isVoid = (name: string) => name === 'img' || name === 'br';

/** An element that is to be opened before what is next seen, or is open. */
interface Open {
  readonly name: string;
  readonly tag: string;
  isWritten: boolean;
}

/**
 * HTML in which a link or a number within a link divides it: HTML holds no link in a link, and a number in a heading that is
 * pointed to still dials. What is seen before and after it stays the outer link.
 */
export function dividedLinks(html: string): string {
  let out = '';
  /** The outer link and what is open in it, from the outside. */
  let open: Open[] = [];
  let inner: string | undefined;
  for (const [piece, closes, name, rest] of html.matchAll(token)) {
    const isLink = name === 'a';
    if (open.length === 0) {
      if (isLink && closes === '') open = [{ name: 'a', tag: piece, isWritten: false }];
      else out += piece;
    } else if (inner === undefined && closes === '' && (isLink || piece.startsWith(typedNumber))) {
      // What is open ends before the inner link or number, and goes on behind it.
      for (const each of open.toReversed()) {
        if (each.isWritten) out += `</${each.name}>`;
        each.isWritten = false;
      }
      inner = name!;
      out += piece;
    } else if (inner !== undefined) {
      if (name === inner && closes !== '') inner = undefined;
      out += piece;
    } else if (name === undefined) {
      if (piece.startsWith('<!--') || piece.trim() === '') out += piece;
      else out += `${opened(open)}${piece}`;
    } else if (closes !== '') {
      const last = open.at(-1)!;
      if (last.isWritten) out += piece;
      open = open.slice(0, -1);
    } else if (isVoid(name) || rest!.endsWith('/')) out += `${opened(open)}${piece}`;
    else open.push({ name, tag: piece, isWritten: false });
  }
  return out;
}

/** The tags that are still to be written. */
function opened(open: readonly Open[]): string {
  let tags = '';
  for (const each of open) {
    if (!each.isWritten) tags += each.tag;
    each.isWritten = true;
  }
  return tags;
}

/** True where a link or a number stands in a link: few pages have one. */
export function holdsLinkInLink(html: string): boolean {
  let depth = 0;
  for (const [piece, closes] of html.matchAll(linkOrNumber)) {
    if (piece === typedNumber) {
      if (depth > 0) return true;
      continue;
    }
    depth += closes === '' ? 1 : -1;
    if (depth > 1) return true;
  }
  return false;
}
