import { type Place, type Problem, problem, warning } from '../../diagnostics/index.ts';
import type { InlineNode } from '../inline/inline.ts';

/** How much a rule of language weighs. */
export const weights = ['error', 'warning', 'off'] as const;
export type Weight = (typeof weights)[number];

interface WordingRule {
  /** Words of which it has one: most texts have none of them, and are not looked through for long. */
  readonly has: readonly string[];
  readonly pattern: RegExp;
  readonly instead: string;
  readonly weight: Weight;
}

const who =
  '(?:I|you|he|she|they|we|who|people|person|(?:some|any|every)(?:one|body)|friend|son|daughter|child|user|patient|client)s?';
const isOr = "(?:['’](?:m|re|s)|\\s+(?:am|is|are|was|were|be|been|being|will be|has been|have been))";
const becomes = '(?:get|gets|got|getting|stay|stays|stayed|staying|come|came|become|became)';
/** What may follow where the word is said of someone: of “clean water” it is not, nor of “clean and dry”. */
const atEnd =
  '(?=\\s*(?:[.,;:!?…)”"—–-]|$)|\\s+(?:for|from|if|when|while|with|without|after|before|again|now|so|but|because|until|in|at|on|or|and(?! (?:dry|tidy|safe|healthy|neat|clear|fresh)\\b))\\b)';

/** Words that stigmatize, with what to say instead. English. Each has a name, by which a guide sets its weight. */
export const wordingRules = {
  addict: {
    has: ['addict'],
    pattern: /\b(?:former |ex-)?addicts?\b/i,
    instead: 'person with a substance use disorder, or person in recovery',
    weight: 'error',
  },
  abuser: {
    has: ['abuse'],
    pattern: /\b(?:drug |substance )?abusers?\b/i,
    instead: 'person with a substance use disorder',
    weight: 'error',
  },
  junkie: {
    has: ['junk'],
    pattern: /\bjunk(?:ie|y)s?\b/i,
    instead: 'person who uses drugs',
    weight: 'error',
  },
  abuse: {
    has: ['abuse'],
    pattern: /\b(?:drug|substance|alcohol|opioid) abuse\b/i,
    instead: 'use',
    weight: 'error',
  },
  habit: {
    has: ['habit'],
    pattern:
      /\b(?:(?:drug|heroin|cocaine|opioid|meth|crack|alcohol|drinking) habit|(?:kick|feed|support)\w* (?:the|a|an|your|their|his|her|my) habit)s?\b/i,
    instead: 'use disorder',
    weight: 'warning',
  },
  clean: {
    has: ['clean'],
    pattern: new RegExp(
      `\\b(?:${who}${isOr}(?: now| still| not| finally)?|(?:${who}(?: can| could| will| may| want to| need to| try to)?|to|how to|[.!?]|^)\\s*\\b${becomes}) clean\\b${atEnd}`,
      'i',
    ),
    instead: 'in recovery, not using',
    weight: 'error',
  },
  test: {
    has: ['clean', 'dirty'],
    pattern: /\b(?:clean|dirty) (?:drug )?(?:tests?|urine|sample)\b/i,
    instead: 'negative or positive',
    weight: 'error',
  },
  high: {
    has: ['high'],
    pattern: /\b(?:get|got|getting|gets) high\b(?! (?:marks|scores|grades|up|enough|quality))/i,
    instead: 'intoxicated',
    weight: 'warning',
  },
} as const satisfies Readonly<Record<string, WordingRule>>;

export type WordingName = keyof typeof wordingRules;

/**
 * The words of a text that are the guide's own: phrases that are marked with a language are names or another language's,
 * and what stands in quotation marks was said by others.
 */
export function ownWords(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'helpline' || node.kind === 'language' ? '…' : ownWords(node.children);
    })
    .join('')
    .replace(/“[^”]*”|"[^"]*"|«[^»]*»/g, '…');
}

const capital = /^\p{Lu}/u;
/** Words that a name has without a capital. */
const joining = /^(?:of|on|and|for|the|in|to|&)$/;

/** A name: “National Institute on Drug Abuse”. Its words have capitals, and one beside them has one too. */
function isName(text: string, at: number, found: string): boolean {
  const words = found.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  if (words.length === 0 || !words.every((word) => capital.test(word))) return false;
  const before = (text.slice(0, at).match(/\p{L}[\p{L}’'-]*|[.!?]/gu) ?? []).reverse();
  const after = text.slice(at + found.length).match(/^,? ?\p{L}[\p{L}’'-]*/u)?.[0] ?? '';
  const last = before.find((word) => !joining.test(word)) ?? '.';
  return capital.test(last) || capital.test(after.replace(/^,? ?/, ''));
}

/** Words of the list that a text uses. `weigh` gives the weight that the guide has set, if any. */
export function checkWording(
  nodes: readonly InlineNode[],
  place: Place,
  weigh: (rule: WordingName) => Weight | undefined,
): Problem[] {
  const text = ownWords(nodes);
  const small = text.toLowerCase();
  return Object.entries<WordingRule>(wordingRules).flatMap(
    ([name, { has, pattern, instead, weight: own }]) => {
      const weight = weigh(name as WordingName) ?? own;
      if (weight === 'off' || !has.some((word) => small.includes(word)) || !pattern.test(text)) return [];
      const found = [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))].find(
        ({ 0: words, index }) => !isName(text, index, words),
      );
      if (found === undefined) return [];
      const make = weight === 'error' ? problem : warning;
      return [
        make(
          'WORDING',
          `"${found[0].replace(/^[.!?\s]+/, '')}" is a word that stigmatizes.`,
          place,
          `Say "${instead}". Where it is meant otherwise: lint: { ${name}: off } in guide.yaml.`,
        ),
      ];
    },
  );
}
