import { type Guide, type InlineNode, inlineNodes, parseInline } from '../content/index.ts';
import { sameLanguage } from '../locale/index.ts';
import { cell } from './csv.ts';
import type { Exchange } from './unit.ts';

/** A term that a guide uses, as it is to be said in a translation. */
export interface Term {
  readonly term: string;
  /** Empty where nobody translated it yet. */
  readonly translation: string;
  readonly note: string;
}

/**
 * What a guide's translators must say alike: words that it explains, names, and what stays in its own language. Each once,
 * in reading order.
 */
export function glossaryOf(guide: Guide, { units, sourceLanguage }: Exchange): Term[] {
  const terms = new Map<string, Term>();
  const add = (term: Term) => {
    if (!terms.has(term.term)) terms.set(term.term, term);
  };
  for (const { key, source, target } of units) {
    const text = guide.texts.get(key.replace(/^guide:/, ''));
    const isTerm = text?.role === 'term' || key.endsWith('.term');
    if (isTerm) add({ term: source, translation: target, note: 'A word that the guide explains' });
    else if (text?.role === 'name' && !source.startsWith('['))
      add({ term: source, translation: target, note: text.note });
    for (const node of inlineNodes(parseInline(source)))
      if (node.kind === 'language') {
        const phrase = wordsOf(node.children);
        const stays = sameLanguage(node.tag, sourceLanguage);
        add({
          term: phrase,
          translation: phrase,
          note: stays ? `Stays as it is, marked [ ](lang:${node.tag})` : `Words in ${node.tag}`,
        });
      }
  }
  return [...terms.values()];
}

function wordsOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) =>
      node.kind === 'text' ? node.text : node.kind === 'helpline' ? '' : wordsOf(node.children),
    )
    .join('');
}

/** The glossary as CSV in UTF-8 with its mark, for the termbase of a tool or a spreadsheet. */
export async function writeGlossary(terms: readonly Term[]): Promise<string> {
  const { default: papa } = await import('papaparse');
  const rows = [
    ['term', 'translation', 'note'],
    ...terms.map(({ term, translation, note }) => [term, translation, note]),
  ];
  return `\uFEFF${papa.unparse(rows.map((row) => row.map(cell)))}\r\n`;
}
