import { type Problem, problem } from '../diagnostics/index.ts';
import type { HtmlDocument } from './tree.ts';
import { walk } from './walk.ts';

/** Scripts that are told apart, with the letters of each. */
const scripts = ['Latn', 'Arab', 'Deva', 'Cyrl', 'Grek', 'Hebr', 'Thai', 'Khmr', 'Laoo', 'Mymr', 'Beng', 'Gujr', 'Guru', 'Taml', 'Telu', 'Ethi', 'Armn', 'Geor', 'Hani', 'Hang', 'Kana'].map(
  (code) => [code, code === 'Kana' ? /[\p{Script=Hira}\p{Script=Kana}]/gu : new RegExp(`\\p{Script=${code}}`, 'gu')] as const,
);
const writes: Record<string, readonly string[]> = { Jpan: ['Hani', 'Kana'], Kore: ['Hang', 'Hani'], Hans: ['Hani'], Hant: ['Hani'] };
const scriptsByTag = new Map<string, readonly string[]>();

function scriptsOf(tag: string): readonly string[] {
  let known = scriptsByTag.get(tag);
  if (known === undefined) {
    const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
    known = writes[script] ?? [script];
    scriptsByTag.set(tag, known);
  }
  return known;
}

/** Texts most of whose letters are of another script than their `lang` writes (PDF/UA-1 7.2). Acronyms are exempt. */
export function checkLanguages({ body }: HtmlDocument): Problem[] {
  const problems: Problem[] = [];
  for (const node of walk(body)) {
    if (node.kind !== 'text') continue;
    const { lang } = node.parent;
    if (lang === 'und' || (/^[\p{ASCII}]*$/u.test(node.text) && scriptsOf(lang).includes('Latn'))) continue;
    const text = node.text.replace(/\b[A-Z]{2,}\b/g, '');
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < 4) continue;
    const own = scriptsOf(lang);
    for (const [code, pattern] of scripts)
      if (!own.includes(code) && (text.match(pattern)?.length ?? 0) > 0.6 * letters)
        problems.push(problem('LANGUAGE_UNMARKED', `"${node.text.trim().slice(0, 40)}" is marked as ${lang}, but is written in ${code}.`, node.origin, 'Mark the phrase with its language: [phrase](lang:xx).'));
  }
  return problems;
}
