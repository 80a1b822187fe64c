import { type Place, PressError, type Problem, problem } from '../../diagnostics/index.ts';
import { Lettered } from '../../letters/index.ts';
import { disguisedHost, dividedHost, hostFault, hostOf, shownOther } from './hosts.ts';
import { markdown } from './markdown.ts';
import { marksInNumbers, strayMarks } from './stray-marks.ts';

/** Inline content of a text: CommonMark's inline subset and two marks of our own. */
export type InlineNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'emphasis'; readonly children: readonly InlineNode[] }
  /** `short`: an address that leads there too and can be typed from paper. */
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly short?: string;
      readonly children: readonly InlineNode[];
    }
  /** `[palabra](lang:es)` */
  | { readonly kind: 'language'; readonly tag: string; readonly children: readonly InlineNode[] }
  /** `<helpline:main>` */
  | { readonly kind: 'helpline'; readonly name: string };

const address = new Lettered(
  String.raw`^(?:https:\/\/(?![^\s/?#]*@)[^\s/]\S*|mailto:[^\s@?,;%]+@[^\s@?,;%]+(?:\?(?:subject|body)=[^\s@&]*)?|(?:tel|sms):(?:\+?[0-9]{2,15}|(?:\*|%23)[0-9]{2,6}|\+[0-9]{5,15};ext=[0-9]{1,7})|lang:[A-Za-z0-9-]{2,35}|helpline:\p{L}[\p{L}\p{M}\p{N}_-]*(?:\.(?:text|tty))?)$`,
  'u',
);
/** A host, and a path that can be typed. */
const shortAddress = /^(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?:\/[\w.~-]{1,40}){0,4}$/i;
/** Control characters, and those that embed or override the direction of text (UAX #9): they could turn a number. */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/;

const cache = new Map<string, readonly InlineNode[]>();

/**
 * Parses a text. Pure, and kept.
 * @throws PressError INLINE_INVALID: all that are found.
 */
export function parseInline(source: string, place: Place = {}): readonly InlineNode[] {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const problems: Problem[] = [];
  const refuse = (what: string, hint: string) => problems.push(problem('INLINE_INVALID', what, place, hint));
  const tokens = markdown().parseInline(source, {})[0]?.children ?? [];
  // An entity (&#x202e;) is a character only once it is parsed; one that cannot be becomes U+FFFD.
  const read = tokens.map(({ content }) => content).join('');
  const isLost = read.includes('\ufffd') && !source.includes('\ufffd');
  if (!source.isWellFormed() || controls.test(source) || controls.test(read) || isLost)
    refuse(
      'The text holds a control character.',
      'Take it out; mark a phrase with its language instead: [phrase](lang:xx).',
    );
  const disguised = disguisedHost(read);
  if (disguised !== undefined)
    refuse(
      `The address "${disguised}" ${hostFault(disguised)}.`,
      'Write it with the letters that people type.',
    );
  for (const stray of [...strayMarks(source, tokens), ...marksInNumbers(tokens)]) refuse(...stray);
  const stack: { node: string; href: string; short?: string; children: InlineNode[] }[] = [
    { node: '', href: '', children: [] },
  ];
  const add = (node: InlineNode) => stack.at(-1)!.children.push(node);
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'text_special') add({ kind: 'text', text: token.content });
    else if (token.type === 'softbreak' || token.type === 'hardbreak') add({ kind: 'text', text: ' ' });
    else if (token.nesting === 1) {
      // As a link dials it, a code with a hash is written otherwise: tel:%238000.
      const href = String(token.attrGet('href') ?? '').replace(/^(tel|sms):#/, '$1:%23');
      if (token.type === 'link_open' && (token.markup === 'autolink') !== href.startsWith('helpline:'))
        refuse(
          `"${href}" is marked up wrongly.`,
          'Write [text](address) for a link and <helpline:main> for a number.',
        );
      if (opens(href) && stack.some((outer) => opens(outer.href)))
        refuse(`A link to "${href}" stands in a link.`, 'Close the outer link first.');
      const title = token.attrGet('title');
      const short = title === null ? undefined : String(title);
      stack.push({ node: token.type, href, ...(short === undefined ? {} : { short }), children: [] });
    } else if (token.nesting === -1) {
      const { node, href, short, children: inner } = stack.pop()!;
      const children = merge(inner);
      if (node === 'strong_open') add({ kind: 'strong', children });
      else if (node === 'em_open') add({ kind: 'emphasis', children });
      else if (!address.test(href))
        refuse(
          `The address "${href}" is not allowed.`,
          'Use https:, mailto:, tel:, sms:, lang:<tag> or <helpline:name>.',
        );
      else if (!href.startsWith('helpline:') && !children.some(isSeen))
        refuse(`The link to "${href}" has no words.`, 'Write what is read in [ ]: [phrase](lang:xx).');
      else if (href.startsWith('lang:') && !isLanguageTag(href.slice(5)))
        refuse(`"${href.slice(5)}" is not a language tag.`, 'Use a BCP 47 tag such as es or pt-BR.');
      else if (href.startsWith('lang:')) add({ kind: 'language', tag: href.slice(5), children });
      else if (href.startsWith('helpline:')) add({ kind: 'helpline', name: href.slice(9) });
      else if (short !== undefined && !(href.startsWith('https:') && shortAddress.test(short)))
        refuse(
          `"${short}" is no short address of ${href}.`,
          'In quotes after an https: address stands one that leads there too: "example.org/help".',
        );
      else {
        const fault = addressFault(href, short, children);
        if (fault !== undefined) refuse(...fault);
        add({ kind: 'link', href, ...(short === undefined ? {} : { short }), children });
      }
    } else
      refuse(
        `"${token.content || token.markup}" is a mark that texts do not take.`,
        'Use **strong**, *emphasis*, [link](https://…), [phrase](lang:xx) or <helpline:main>; escape others with \\.',
      );
  }
  const nodes = merge(stack[0]!.children);
  const divided = dividedHost(shownText(nodes, ''), shownText(nodes, ' '));
  if (divided !== undefined)
    refuse(
      `A link has a part of the address "${divided}".`,
      'A link opens what it shows: write the whole address in [ ].',
    );
  if (problems.length > 0) throw new PressError(problems);
  if (cache.size > 5000) cache.clear();
  cache.set(source, nodes);
  return nodes;
}

/** A link opens what it shows, by an address that can be read: what is wrong, and what would help. */
function addressFault(
  href: string,
  short: string | undefined,
  children: readonly InlineNode[],
): readonly [string, string] | undefined {
  const host = hostOf(href);
  const fault = host === undefined ? undefined : hostFault(host);
  if (fault !== undefined)
    return [`The host of "${href}" ${fault}.`, 'Write the address with the letters that people type.'];
  if (host === undefined) return undefined;
  const other = shownOther(plainText(children, { data: { helplines: {} } }), href, short);
  return other === undefined
    ? undefined
    : [
        `The link shows ${other} and opens ${href}.`,
        'A link opens what it shows: write one address, or words.',
      ];
}

/** What is seen of a text without its numbers, with `end` at each end of a link. */
function shownText(nodes: readonly InlineNode[], end: string): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'helpline') return ' ';
      const inner = shownText(node.children, end);
      return node.kind === 'link' ? `${end}${inner}${end}` : inner;
    })
    .join('');
}

/** True for a link as it is typed; a phrase that is marked with its language may be or hold one. */
function opens(href: string): boolean {
  return href !== '' && !/^(?:lang|helpline):/.test(href);
}

const seen = new Lettered(String.raw`[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]`, 'u');

/** True for a text in which nothing can be seen: spaces, controls, marks without a base, blank letters. */
export function isBlank(text: string): boolean {
  return !seen.test(text);
}

function isSeen(node: InlineNode): boolean {
  if (node.kind === 'text') return !isBlank(node.text);
  return node.kind === 'helpline' || node.children.some(isSeen);
}

function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}

function merge(nodes: readonly InlineNode[]): InlineNode[] {
  const merged: InlineNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'text' && node.text === '') continue;
    const last = merged.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { kind: 'text', text: last.text + node.text };
    else merged.push(node);
  }
  return merged;
}

/** What `plainText` needs of a guide: the numbers by name. */
export interface Numbers {
  readonly data: {
    readonly helplines: Readonly<
      Record<
        string,
        {
          readonly display: string;
          readonly text?: { readonly to: string } | undefined;
          readonly tty?: { readonly display: string } | undefined;
        }
      >
    >;
  };
}

/** The text without its marks; a helpline as its number. */
export function plainText(nodes: readonly InlineNode[], guide: Numbers): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'helpline') return shownAs(guide, node.name) ?? '';
      return plainText(node.children, guide);
    })
    .join('');
}

/** How the number of a helpline, or of a way to reach it (`main.text`), is shown. */
function shownAs({ data: { helplines } }: Numbers, name: string): string | undefined {
  const [of, way] = name.split('.') as [string, string | undefined];
  const helpline = helplines[of];
  if (helplines[name] !== undefined) return helplines[name].display;
  return way === 'text' ? helpline?.text?.to : way === 'tty' ? helpline?.tty?.display : undefined;
}

/** All nodes, outer before inner. */
export function* inlineNodes(nodes: readonly InlineNode[]): Generator<InlineNode> {
  for (const node of nodes) {
    yield node;
    if ('children' in node) yield* inlineNodes(node.children);
  }
}

/** A plain string as inline text: what would be read as a mark is escaped. */
export function escapeInline(text: string): string {
  return text.replace(/[\\*_[\]<`!&]|(?<=\b(?:lang|helpline)):|~(?=~)|\$(?=t\()/gi, '\\$&');
}
