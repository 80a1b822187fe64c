import { type Place, type Problem, problem } from '../../diagnostics/index.ts';
import { filled } from '../digits/read-digits.ts';
import { splitAtAddresses } from '../inline/addresses.ts';
import { addressesShown, hostOf } from '../inline/hosts.ts';
import { escapeInline, type InlineNode, inlineNodes, plainText } from '../inline/inline.ts';
import { isDialling, searchedIn, withoutDeclared } from '../inline/link-target.ts';
import { type DeclaredNumber, dialledBy, isLinkedCode } from '../numbers/declared.ts';
import { digitsShown } from '../numbers/display.ts';
import type { Nearness } from '../numbers/nearness.ts';
import { declaredIn, splitAtNumbers } from './declared-in-text.ts';
import type { Dialable } from './dialable.ts';
import { findDialable } from './find-dialable.ts';
import { linkedCode, withoutLinkedCodes } from './linked-codes.ts';

const none: ReadonlySet<string> = new Set();

/**
 * Everything in a text that could be dialled, or misread as a number, and is no declared number in its declared form.
 * Pure. `known` holds the digits of numbers that the source of a translation has.
 */
export function dialableFaults(
  text: string,
  declared: readonly DeclaredNumber[],
  place: Place,
  known: ReadonlySet<string> = none,
): Problem[] {
  return findDialable(text, declared, known).map((found) => faultOf(found, text, place));
}

/** The same of a text with marks, and its links: each dials what it shows. */
export function numberFaults(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
  place: Place,
  known: ReadonlySet<string> = none,
): Problem[] {
  const shown = (inner: readonly InlineNode[]) =>
    plainText(inner, { data: { helplines: displays(declared) } });
  const links = [...inlineNodes(nodes)].flatMap((node) =>
    node.kind === 'link' && linkedCode(node, declared) === undefined
      ? linkFault(node.href, shown(node.children), declared, place)
      : [],
  );
  const text = withoutChats(shown(withoutLinkedCodes(nodes, declared)), declared);
  // What an undeclared link shows was told with the link.
  const told = links.flatMap(({ dial }) => dial ?? []);
  const found = findDialable(text, declared, known).filter(
    ({ digits }) => !told.some((dial) => dial.endsWith(digits)),
  );
  return [
    ...links.map(({ fault }) => fault),
    ...targetFaults(nodes, declared, place),
    ...dividedFaults(nodes, text, declared, place),
    ...typedFaults(text, found, declared, place),
    ...found.map((one) => faultOf(one, text, place)),
  ];
}

/** What a link opens is no way to dial another number either: a chat, a mail, an address with a number in it. */
function targetFaults(
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  return [...inlineNodes(nodes)].flatMap((node) =>
    node.kind === 'link' && !isDialled(node.href) ? addressFaults(node.href, declared, place) : [],
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
function withoutChats(text: string, declared: readonly DeclaredNumber[]): string {
  if (!/wa\.me|whatsapp|signal\.me/i.test(text)) return text;
  return splitAtAddresses(text)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const { address } = piece;
      const known = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
      const rest = withoutOwn(known, declared);
      return rest === known
        ? address
        : address.replace(/\+?\d{5,15}/, (digits) => filled.repeat(digits.length));
    })
    .join('');
}

/** The same of an address that is typed, to be typed again: `wa.me/…`. What was found in the text is not told twice. */
function typedFaults(
  text: string,
  found: readonly Dialable[],
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  return splitAtAddresses(text).flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const address = /^[a-z]+:/i.test(piece.address) ? piece.address : `https://${piece.address}`;
    if (
      !isDialling(address) ||
      found.some(({ start, end }) => piece.address.includes(text.slice(start, end)))
    )
      return [];
    return addressFaults(address, declared, place);
  });
}

/** A number stands in one piece: with a mark inside, its digits may be of two sizes, or turn round (UAX #9). */
function dividedFaults(
  nodes: readonly InlineNode[],
  text: string,
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  const whole = [...inlineNodes(nodes)].flatMap((node) => {
    if (node.kind === 'helpline')
      return declared.filter(({ kind, name }) => kind === 'helpline' && name === node.name);
    return node.kind === 'text' ? declaredIn(node.text, declared) : [];
  });
  return declaredIn(text, declared).flatMap((number) => {
    const at = whole.indexOf(number);
    if (at >= 0) {
      whole.splice(at, 1);
      return [];
    }
    return [
      problem(
        'NUMBER_DISGUISED',
        `A mark stands inside of ${number.display}, the ${number.kind} “${number.name}”.`,
        place,
        `Put the marks around it: **${number.display}**.`,
      ),
    ];
  });
}

/** Lines that products number. */
const numberedLine = /^sections\.[^.]+\.line$/;

/** So many digits are another number with the numeral of a line before them. */
const longBesideNumeral = 5;

/**
 * A line that begins with a declared number of five digits and more, where products put a numeral before each: where its places
 * are listed, and to ears, the two are another number, 3 116123. (3 988 is not.)
 */
export function besideNumeral(
  key: string,
  nodes: readonly InlineNode[],
  declared: readonly DeclaredNumber[],
  place: Place,
): Problem[] {
  if (!numberedLine.test(key)) return [];
  const text = plainText(nodes, { data: { helplines: displays(declared) } });
  const [first] = splitAtNumbers(text.replace(/^[\s\p{P}]+/u, ''), declared);
  if (typeof first !== 'object' || digitsShown(first.display).length < longBesideNumeral) return [];
  return [
    problem(
      'NUMBER_DISGUISED',
      `The line begins with ${first.display}, the ${first.kind} “${first.name}”, right beside the numeral that products put before it.`,
      place,
      `Begin it with a word: “Call ${first.display} at any hour.”`,
    ),
  ];
}

const isDialled = (href: string) => /^(?:tel|sms):/.test(href);

/** What stands for each helpline in a text: the number itself. */
export function displays(declared: readonly DeclaredNumber[]): Record<string, DeclaredNumber> {
  return Object.fromEntries(
    declared.filter(({ kind }) => kind === 'helpline').map((number) => [number.name, number]),
  );
}

function linkFault(
  href: string,
  label: string,
  declared: readonly DeclaredNumber[],
  place: Place,
): { readonly fault: Problem; readonly dial?: string }[] {
  const shown = declaredIn(label, declared);
  const displays = shown.map(({ display }) => display).join(' and ');
  if (!isDialled(href)) {
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

export const declareIt =
  'If people are to dial it, declare it in guide.yaml under numbers, with display and dial.';
const ways: Readonly<Record<Exclude<Nearness, 'same'>, string>> = {
  'other digits': 'with other digits',
  'a digit too many': 'with a digit too many',
  'a digit too few': 'with a digit too few',
};

function faultOf({ start, end, meant }: Dialable, text: string, place: Place): Problem {
  // A country's code begins with it.
  const found = seen(text.slice(text[start - 1] === '+' ? start - 1 : start, end));
  if (meant === undefined)
    return problem(
      'NUMBER_UNDECLARED',
      `“${found}” could be dialled, and the guide does not declare it.`,
      place,
      `${declareIt} Amounts, dates and codes are written as docs/guides.md says.`,
    );
  const { number, how } = meant;
  const name = `${number.kind} “${number.name}”`;
  if (how === 'same' && isLinkedCode(number))
    return problem(
      'NUMBER_DISGUISED',
      `“${found}” is the ${name} without its link: two digits alone may count.`,
      place,
      `Write ${written(number)}.`,
    );
  if (how === 'same')
    return problem(
      'NUMBER_DISGUISED',
      `“${found}” is ${number.display}, the ${name}, written in another way.`,
      place,
      `Write ${written(number)}, with nothing beside it that could be dialled too.`,
    );
  return problem(
    'NUMBER_NEAR_MISS',
    `“${found}” is nearly ${number.display}, the ${name}: ${ways[how]}.`,
    place,
    `Did you mean ${written(number)}? ${declareIt}`,
  );
}

function written({ kind, name, display, dial }: DeclaredNumber): string {
  return kind === 'helpline' ? `<helpline:${name}> or ${display}` : `[${escapeInline(display)}](tel:${dial})`;
}

/** What is not seen, by its code point. */
function seen(text: string): string {
  return text.replace(
    /[\p{Cf}\p{Mn}\p{Me}]/gu,
    (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
