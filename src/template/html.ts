import type { InlineNode } from '../content/index.ts';
import { nearestLanguage, sameLanguage } from '../locale/index.ts';

/** What inline marks need of the page that they stand on. */
export interface InlineContext {
  readonly locale: string;
  /** HTML of a helpline's number. */
  readonly helpline: (name: string) => string;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** Inline content as HTML, everything escaped. A phrase in the page's own language needs no mark. */
export function inlineHtml(nodes: readonly InlineNode[], context: InlineContext): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return escapeHtml(node.text);
      if (node.kind === 'helpline') return context.helpline(node.name);
      const inner = inlineHtml(node.children, context);
      if (node.kind === 'strong') return `<strong>${inner}</strong>`;
      if (node.kind === 'emphasis') return `<em>${inner}</em>`;
      if (node.kind === 'link') return `<a href="${escapeHtml(node.href)}">${inner}</a>`;
      if (sameLanguage(node.tag, context.locale)) return inner;
      return `<bdi lang="${escapeHtml(node.tag)}" dir="${nearestLanguage(node.tag).direction}">${inner}</bdi>`;
    })
    .join('');
}
