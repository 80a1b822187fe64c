import { parseFragment } from 'parse5';

/** The characters that a character reference (`&eacute;`, `&#233;`) stands for; undefined: HTML knows none. */
export function decodeReference(reference: string): string | undefined {
  const [node] = parseFragment(reference).childNodes;
  const text = node !== undefined && 'value' in node ? node.value : '';
  return text.endsWith(';') && reference !== '&semi;' ? undefined : text;
}
