import type { Guide } from '../content/index.ts';
import { harmless, type Problem } from '../diagnostics/index.ts';
import type { Root } from '../files/index.ts';
import { offersFor, type Survey, survey, type TranslationState } from '../locale/index.ts';
import { languageName } from './locales.ts';

/** How far the texts of one file are. */
export interface Progress {
  readonly complete: number;
  readonly total: number;
  readonly missing: readonly string[];
  /** Made from an older source; not known of the products' words. */
  readonly stale: readonly string[];
  /** Lost a mark, a placeholder or a number. */
  readonly broken: readonly string[];
  /** In the file, but not in the source. */
  readonly unknown: readonly string[];
}

/** How far a guide's translation into one locale is. */
export interface LocaleStatus {
  readonly locale: string;
  readonly name: string;
  /** `none`: nothing is there, or its state cannot be read. */
  readonly status: 'none' | TranslationState['status'];
  readonly reviewedBy?: string;
  readonly reviewedOn?: string;
  /** The guide that it was made for, where that is another one. */
  readonly from?: string;
  /** Texts that lack a sound translation, and whose source was translated elsewhere: by key, what for. */
  readonly offered: Readonly<Record<string, string>>;
  readonly texts: Progress;
  readonly words: Progress;
  /** What else is wrong: files that cannot be read, a state that is missing. */
  readonly problems: readonly Problem[];
}

/** @throws PressError FILE_NOT_FOUND, JSON_SYNTAX when the English words cannot be read */
export function statusOf(guide: Guide, tag: string, locales: Root): LocaleStatus {
  const found = survey(tag, guide, locales);
  const isSource = tag === guide.data.locale;
  const words = [...found.english.leaves.keys()];
  const texts = progressOf(isSource ? [] : found.textProblems, [...guide.texts.keys()]);
  const wanting = [...texts.missing, ...texts.stale];
  const offers = wanting.length === 0 ? [] : [...offersFor(tag, guide, locales)];
  return {
    locale: tag,
    name: languageName(tag),
    status: found.state?.status ?? 'none',
    ...(found.state?.reviewedBy === undefined ? {} : { reviewedBy: found.state.reviewedBy }),
    ...(found.state?.reviewedOn === undefined ? {} : { reviewedOn: found.state.reviewedOn }),
    ...(found.state?.from === undefined ? {} : { from: found.state.from }),
    offered: Object.fromEntries(
      offers.filter(([key]) => wanting.includes(key)).map(([key, { from }]) => [key, from]),
    ),
    texts,
    words: progressOf(found.wordProblems, words),
    problems: otherProblems(found),
  };
}

function progressOf(problems: readonly Problem[], keys: readonly string[]): Progress {
  const of = (code: Problem['code']) => [
    ...new Set(problems.flatMap((p) => (p.code === code && p.place.key !== undefined ? [p.place.key] : []))),
  ];
  const [missing, stale] = [of('TRANSLATION_MISSING'), of('TRANSLATION_STALE')];
  const broken = of('TRANSLATION_BROKEN');
  const wrong = new Set([...missing, ...stale, ...broken]);
  return {
    complete: keys.filter((key) => !wrong.has(key)).length,
    total: keys.length,
    missing,
    stale,
    broken,
    unknown: of('TRANSLATION_UNKNOWN'),
  };
}

function otherProblems(found: Survey): Problem[] {
  return [...found.unreadable, ...found.textProblems.filter(({ place }) => place.key === undefined)];
}

/** True when every text and every word is there, and nothing is stale, broken or unknown. */
export function isWhole({ texts, words, problems }: LocaleStatus): boolean {
  return (
    problems.length === 0 &&
    [texts, words].every(({ complete, total, unknown }) => complete === total && unknown.length === 0)
  );
}

const fewest = 12;

/** A status as lines for a terminal, without a trailing newline. */
export function formatStatus(status: LocaleStatus): string {
  const { locale, name, texts, words } = status;
  const counts = `${texts.complete} of ${texts.total} texts, ${words.complete} of ${words.total} words`;
  const isBegun = status.status !== 'none' || texts.complete + words.complete > 0;
  const keys = (isBegun ? (['missing', 'stale', 'broken', 'unknown'] as const) : []).flatMap((what) => {
    const all = [...texts[what].map((key) => `guide:${key}`), ...words[what].map((key) => `press:${key}`)];
    if (all.length === 0) return [];
    const rest = all.length > fewest ? `, and ${all.length - fewest} more (--json lists all)` : '';
    return [`    ${what} ${all.length}: ${harmless(all.slice(0, fewest).join(', '))}${rest}`];
  });
  const offered = Object.entries(status.offered);
  const origins = [...new Set(offered.map(([, from]) => from.split(',', 1)[0]!))].join(', ');
  if (offered.length > 0)
    keys.push(
      harmless(
        `    offered ${offered.length}: translated already for ${origins} (translations fill takes them)`,
      ),
    );
  const from = status.from === undefined ? '' : harmless(`, made for ${status.from}`);
  return [`${locale.padEnd(8)} ${counts.padEnd(36)} ${stateWords(status)}${from} (${name})`, ...keys].join(
    '\n',
  );
}

function stateWords({ status, reviewedBy, reviewedOn }: LocaleStatus): string {
  switch (status) {
    case 'none':
      return 'not begun';
    case 'source':
      return 'the source';
    case 'reviewed':
      return harmless(`reviewed by ${reviewedBy} on ${reviewedOn}`);
    case 'machine-draft':
    case 'human-draft':
      return `${status}, not reviewed`;
    default:
      return status satisfies never;
  }
}
