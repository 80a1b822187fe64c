import type { InlineNode } from '../../content/index.ts';
import { numbersIn } from '../quantities/numbers.ts';

/** Where a sentence ends, or a part of one that could be one. A number's own dots and a time's colon have no space behind them. */
export const sentenceEnd = /[.!?;؟؛۔।॥።։]+["'”’»)\]]*\s+|[。！？；]+[”’」』）]*\s*|\s*\n\s*/u;

/** Numbers and helplines of each sentence. */
function numbersBySentence(nodes: readonly InlineNode[]): string[][] {
  return said(nodes)
    .split(sentenceEnd)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map((sentence) => [
      ...[...sentence.matchAll(/\u{f0000}([^\u{f0001}]*)\u{f0001}/gu)].map(
        ([, name]) => `<helpline:${name}>`,
      ),
      ...numbersIn(sentence.replace(/\u{f0000}[^\u{f0001}]*\u{f0001}/gu, ' ')),
    ]);
}

/** A text with the names of its helplines between two signs that no text has. */
function said(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'helpline' ? `\u{f0000}${node.name}\u{f0001}` : said(node.children);
    })
    .join('');
}

/**
 * Two numbers of which each stands in the other's sentence: whoever reads “In danger call 800-315-1376. To talk call 911.”
 * calls the wrong one, though both are there. Sentences of a translation are told apart where it has as many; within one no
 * order is told, which differs between languages.
 */
export function exchangedNumbers(
  source: readonly InlineNode[],
  translated: readonly InlineNode[],
): string | undefined {
  const from = numbersBySentence(source);
  if (from.filter((numbers) => numbers.length > 0).length < 2) return undefined;
  const to = numbersBySentence(translated);
  if (from.length !== to.length) return undefined;
  const [places, others] = [placesOf(from), placesOf(to)];
  for (const [one, at] of places)
    for (const [other, next] of places)
      if (at < next && others.get(one) === next && others.get(other) === at)
        return `has ${one} in the sentence in which its source has ${other}, and ${other} in the other: keep the order of its sentences`;
  return undefined;
}

/** The sentence of each number that stands in one alone. */
function placesOf(sentences: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const places = new Map<string, number | undefined>();
  sentences.forEach((numbers, i) => {
    for (const number of new Set(numbers)) places.set(number, places.has(number) ? undefined : i);
  });
  return new Map([...places].filter((entry): entry is [string, number] => entry[1] !== undefined));
}
