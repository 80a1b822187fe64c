import {
  type DeclaredNumber,
  type InlineNode,
  linkedCode,
  splitAtAddresses,
  splitAtNumbers,
} from '../content/index.ts';
import { PressError, problem } from '../diagnostics/index.ts';
import { numberMark } from '../document/index.ts';
import { nearestLanguage, sameLanguage } from '../locale/index.ts';
import { typedNumber } from './divided-links.ts';

/** What inline marks need of the page that they stand on. */
export interface InlineContext {
  readonly locale: string;
  /** HTML of a helpline's number. */
  readonly helpline: (name: string) => string;
  /** Numbers that the guide declares: typed in a text, a helpline's is what its mark is, and the others are isolated. */
  readonly numbers: readonly DeclaredNumber[];
  /** What a link does that shows nothing but this number: “Call 911”; undefined: no number of the guide. */
  readonly call?: (shown: readonly InlineNode[]) => string | undefined;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Refuses what is for private use: no reader knows what it means, and the marks of numbers are made of it.
 * @throws PressError INLINE_INVALID
 */
export function refusePrivateUse(text: string): void {
  const own = /[\ue000-\uf8ff]/.exec(text)?.[0];
  if (own === undefined) return;
  const code = own.charCodeAt(0).toString(16).toUpperCase();
  throw new PressError([
    problem(
      'INLINE_INVALID',
      `"${text.replace(/[\ue000-\uf8ff]/g, '\ufffd').slice(0, 40)}" holds U+${code}, a character for private use.`,
      {},
      'Write it with characters of Unicode that say what they are, or as a picture.',
    ),
  ]);
}

/** @throws PressError INLINE_INVALID */
export function escapeHtml(text: string): string {
  refusePrivateUse(text);
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** Inline content as HTML, everything escaped. A phrase in the page's own language needs no mark. */
export function inlineHtml(nodes: readonly InlineNode[], context: InlineContext, isInLink = false): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return textHtml(node.text, context, isInLink);
      if (node.kind === 'helpline') return context.helpline(node.name);
      const inner = inlineHtml(node.children, context, isInLink || node.kind === 'link');
      if (node.kind === 'strong') return `<strong>${inner}</strong>`;
      if (node.kind === 'emphasis') return `<em>${inner}</em>`;
      if (node.kind === 'link') {
        const name = node.href.startsWith('tel:') ? context.call?.(node.children) : undefined;
        const title = name === undefined ? '' : ` title="${escapeHtml(name)}"`;
        // Two digits are isolated where they are known to be a number.
        const shown =
          linkedCode(node, context.numbers) === undefined ? inner : `<bdi dir="ltr">${inner}</bdi>`;
        return `<a href="${escapeHtml(node.href)}"${title}>${shown}</a>`;
      }
      if (sameLanguage(node.tag, context.locale)) return inner;
      return `<bdi lang="${escapeHtml(node.tag)}" dir="${nearestLanguage(node.tag).direction}">${inner}</bdi>`;
    })
    .join('');
}

/**
 * Digits run from left to right in any text (UAX #9: between right-to-left letters groups of them would change places), and
 * so do addresses, whose signs would turn with the text around.
 */
function textHtml(text: string, { numbers, locale, helpline }: InlineContext, isInLink: boolean): string {
  const turns = nearestLanguage(locale).direction === 'rtl';
  return splitAtNumbers(text, numbers)
    .flatMap((piece) => {
      if (typeof piece !== 'string') {
        // A link that shows a number dials it: there only its look is the helpline's. A link of the template is divided by it.
        if (piece.kind === 'number')
          return [
            isInLink
              ? isolated(piece.display)
              : `${typedNumber} dir="ltr">${escapeHtml(piece.display)}</bdi>`,
          ];
        return [isInLink ? helplineDisplay(piece.name) : helpline(piece.name)];
      }
      if (!turns) return [escapeHtml(piece)];
      return splitAtAddresses(piece).map((part) =>
        typeof part === 'string' ? escapeHtml(part) : isolated(part.address),
      );
    })
    .join('');
}

/** The number of a helpline as it is shown: Latin digits in a left-to-right isolate. */
export function helplineDisplay(name: string): string {
  return `<bdi class="tel" dir="ltr">${numberMark(name, 'display')}</bdi>`;
}

const isolated = (text: string) => `<bdi dir="ltr">${escapeHtml(text)}</bdi>`;
