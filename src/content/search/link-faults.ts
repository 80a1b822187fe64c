import { type Place, type Problem, problem } from '../../diagnostics/index.ts';
import { filled } from '../digits/read-digits.ts';
import { splitAtAddresses } from '../inline/addresses.ts';
import { addressesShown, hostOf } from '../inline/hosts.ts';
import { escapeInline, type InlineNode, inlineNodes } from '../inline/inline.ts';
import { isDialling, searchedIn, withoutDeclared } from '../inline/link-target.ts';
import { type DeclaredNumber, dialledBy } from '../numbers/declared.ts';
import { declaredIn } from './declared-in-text.ts';
import type { Dialable } from './dialable.ts';
import { findDialable } from './find-dialable.ts';
import { declareIt, dialableFaults, written } from './told.ts';

/** An address that is typed, as a browser opens it. */
const asOpened = (address: string) => (/^[a-z]+:/i.test(address) ? address : `https://${address}`);

const opensDialler = (href: string) => /^(?:tel|sms):/.test(href);

/** What is wrong with a link by what it shows: it dials that and nothing else; with what it dials where nobody declared it. */
export function linkFault(
  href: string,
  label: string,
  declared: readonly DeclaredNumber[],
  place: Place,
): { readonly fault: Problem; readonly dial?: string }[] {
  const shown = declaredIn(label, declared);
  const displays = shown.map(({ display }) => display).join(' and ');
  if (!opensDialler(href)) {
    if (shown.length === 0) return [];
    const hint =
      asAddress(label, href, shown[0]!) ??
      `Write [${displays}](tel:${shown[0]!.dial}): a number that is a link dials itself.`;
    return [
      { fault: problem('LINK_DIALS_OTHER', `The link shows ${displays} and opens ${href}.`, place, hint) },
    ];
  }
  const dial = dialledBy(href);
  const target = declared.find((number) => number.dial === dial);
  if (target === undefined) {
    const meant = findDialable(`tel ${dial}`, declared)[0]?.meant?.number;
    const what = href.startsWith('sms:') ? 'writes to' : 'dials';
    const fault = problem(
      meant === undefined ? 'NUMBER_UNDECLARED' : 'NUMBER_NEAR_MISS',
      `A link ${what} ${dial}, which the guide does not declare.`,
      place,
      meant === undefined ? declareIt : `Did you mean ${meant.dial}? ${declareIt}`,
    );
    return [{ fault, dial }];
  }
  if (shown.length === 1 && shown[0]!.dial === dial) return [];
  const what =
    shown.length === 0
      ? `The link “${label}” does not show the number that it dials, ${target.display}.`
      : `The link shows ${displays} and dials ${dial}.`;
  const hint = `Write ${written(target)}: a link dials what it shows.`;
  return [{ fault: problem('LINK_DIALS_OTHER', what, place, hint) }];
}

/** What to write for a page that is called as a number is, where a link shows it: [3114.fr](https://3114.fr). */
function asAddress(label: string, href: string, { display }: DeclaredNumber): string | undefined {
  const host = hostOf(href);
  if (host?.startsWith(`${display}.`) !== true) return undefined;
  if (!addressesShown(label).some((shown) => shown.host === host)) return undefined;
  const typed = escapeInline(label.replace(host, `www.${host}`));
  return `Write [${typed}](${href}): without www. it begins with the number, which a link of its own dials.`;
}

/** What a link opens is no way to dial another number either: a chat, a mail, an address with a number in it. */
export function targetFaults(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  return [...inlineNodes(nodes)].flatMap((node) =>
    node.kind === 'link' && !opensDialler(node.href) ? addressFaults(node.href, declared, place) : [],
  );
}

/** Numbers in an address that opens something else than the dialler: a link's, a code's. */
export function addressFaults(address: string, declared: readonly DeclaredNumber[], place: Place): Problem[] {
  return dialableFaults(searchedIn(withoutOwn(address, declared)), declared, place);
}

const withoutOwn = (address: string, declared: readonly DeclaredNumber[]) =>
  withoutDeclared(
    address,
    declared.map(({ dial }) => dial),
  );

/** A text without the numbers of chats that are declared ones, as they are typed: each digit is something else that is seen. */
export function withoutChats(text: string, declared: readonly DeclaredNumber[]): string {
  if (!/wa\.me|whatsapp|signal\.me/i.test(text)) return text;
  return splitAtAddresses(text)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const { address } = piece;
      const known = asOpened(address);
      const rest = withoutOwn(known, declared);
      return rest === known
        ? address
        : address.replace(/\+?\d{5,15}/, (digits) => filled.repeat(digits.length));
    })
    .join('');
}

/** The same of an address that is typed, to be typed again: `wa.me/…`. What was found in the text is not told twice. */
export function typedFaults(
  text: string,
  found: readonly Dialable[],
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  return splitAtAddresses(text).flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const address = asOpened(piece.address);
    if (
      !isDialling(address) ||
      found.some(({ start, end }) => piece.address.includes(text.slice(start, end)))
    )
      return [];
    return addressFaults(address, declared, place);
  });
}
