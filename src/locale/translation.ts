import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Guide, inlineNodes, parseInline, plainText } from '../content/index.ts';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { type JsonSource, readJson } from './json-source.ts';

/** State of a translation, from the file beside it. */
export interface TranslationState {
  readonly status: 'source' | 'machine-draft' | 'human-draft' | 'reviewed';
  readonly reviewedBy?: string;
  readonly reviewedOn?: string;
  /** A draft into a language in which drafts are less sure (`languages.ts`). */
  readonly unsure?: true;
}

/** First 16 hex digits of the SHA-256 of a source text: what a translation was made from. */
export function sourceHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

const statuses = ['machine-draft', 'human-draft', 'reviewed'] as const;

/** Reads the state and the hashes beside a translation. @throws PressError TRANSLATION_BROKEN */
export function readState(file: string): { state: TranslationState; hashes: ReadonlyMap<string, string> } {
  if (!existsSync(file))
    throw new PressError([
      problem(
        'TRANSLATION_BROKEN',
        `The translation has no state: ${file} is missing.`,
        { file },
        'It says whether the translation is a draft, and what it was made from.',
      ),
    ]);
  const { value } = readJson(file);
  const status = statuses.find((s) => s === value.status);
  const reviewed = value.reviewed as { by?: unknown; on?: unknown } | null | undefined;
  const signed = typeof reviewed?.by === 'string' && typeof reviewed.on === 'string';
  if (status === undefined || (status === 'reviewed' && !signed))
    throw new PressError([
      problem(
        'TRANSLATION_BROKEN',
        'The state must be machine-draft, human-draft, or reviewed with by and on.',
        { file },
        '{"status": "reviewed", "reviewed": {"by": "…", "on": "2026-11-23"}, "keys": {…}}',
      ),
    ]);
  const keys = Object.entries((value.keys ?? {}) as Record<string, unknown>);
  return {
    state: {
      status,
      ...(status === 'reviewed'
        ? { reviewedBy: String(reviewed?.by), reviewedOn: String(reviewed?.on) }
        : {}),
    },
    hashes: new Map(keys.map(([key, hash]): [string, string] => [key, String(hash)])),
  };
}

/** Everything that is wrong with a translation of a guide; without `hashes` nothing is known to be stale. */
export function checkTranslation(
  guide: Guide,
  tag: string,
  source: JsonSource,
  hashes: ReadonlyMap<string, string> | undefined,
): Problem[] {
  const problems: Problem[] = [];
  for (const [key, { text }] of guide.texts) {
    const translated = source.leaves.get(key);
    if (typeof translated !== 'string' || translated.trim() === '') {
      problems.push(
        problem(
          'TRANSLATION_MISSING',
          `"${key}" has no text in ${tag}.`,
          { ...source.place(key), locale: tag },
          `Translate: ${text.slice(0, 80)}`,
        ),
      );
      continue;
    }
    if (hashes !== undefined && hashes.get(key) !== sourceHash(text))
      problems.push(
        problem(
          'TRANSLATION_STALE',
          `The source of "${key}" changed after it was translated into ${tag}.`,
          { ...source.place(key), locale: tag },
          `Translate anew: ${text.slice(0, 80)}`,
        ),
      );
    const fault = brokenBy(text, translated);
    if (fault !== undefined)
      problems.push(
        problem(
          'TRANSLATION_BROKEN',
          `"${key}" in ${tag} ${fault}.`,
          { ...source.place(key), locale: tag },
          `The source is: ${text.slice(0, 100)}`,
        ),
      );
  }
  for (const key of source.leaves.keys())
    if (!guide.texts.has(key))
      problems.push(
        problem(
          'TRANSLATION_UNKNOWN',
          `"${key}" is not a text of the guide.`,
          { ...source.place(key), locale: tag },
          suggest(key, [...guide.texts.keys()]),
        ),
      );
  return problems;
}

/** What a translation lost or made up, against its source. */
export function brokenBy(source: string, translated: string): string | undefined {
  if (placeholders(source) !== placeholders(translated)) return 'has other placeholders than its source';
  let marks: { source: string; translated: string };
  try {
    marks = { source: signature(source), translated: signature(translated) };
  } catch (error) {
    if (error instanceof PressError)
      return `has a mark that texts do not take: ${error.problems[0]!.message}`;
    throw error;
  }
  if (marks.source !== marks.translated)
    return 'has other marks (bold, links, languages or helplines) than its source';
  const known = numbers(source);
  const made = numbers(translated).find((number) => !known.includes(number));
  return made === undefined ? undefined : `has the number ${made}, which its source does not have`;
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\{\s*[\w.]+\s*\}\}/g)]
    .map(([found]) => found)
    .sort()
    .join();
}

/** Kinds of the marks that must be kept, sorted: order may differ between languages. */
function signature(text: string): string {
  const marks = [...inlineNodes(parseInline(text))].flatMap((node) => {
    if (node.kind === 'strong') return ['strong'];
    if (node.kind === 'link') return [`link ${node.href}`];
    if (node.kind === 'helpline') return [`helpline ${node.name}`];
    return [];
  });
  return marks.sort().join();
}

/** Digits in a row that could be dialled, separators apart. */
function numbers(text: string): string[] {
  return [
    ...plainText(parseInline(text), { data: { helplines: {} } }).matchAll(/\p{Nd}(?:[\s().-]?\p{Nd}){2,}/gu),
  ].map(([found]) => found.replace(/\P{Nd}/gu, ''));
}
