import { declaredNumbers, type Guide, type NumberPair } from '../../content/index.ts';
import { type Code, catalogue } from '../../diagnostics/index.ts';
import type { Root } from '../../files/index.ts';
import { survey } from '../../locale/index.ts';
import { type Plan, type Row, rowsOf } from '../plan/row.ts';
import type { Entry, FailedEntry, MadeEntry } from '../store/entry.ts';

/** What a campaign made, for the person who answers for it: `campaign.proof.json`. */
export interface Report {
  readonly format: 1;
  readonly campaign: string;
  /** The day that it was made on, ISO 8601. */
  readonly asOf: string;
  readonly totals: {
    readonly planned: number;
    readonly made: number;
    readonly failed: number;
    /** Neither made nor failed yet. */
    readonly open: number;
    readonly places: number;
    readonly numbers: number;
    readonly pages: number;
    /** Pages that the print shop prints, copies and all. */
    readonly impressions: number;
    readonly copies: number;
    readonly bytes: number;
  };
  /** Files made, by locale and product. */
  readonly byLocale: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Every distinct number once, by how many files carry it, the most first. */
  readonly numbers: readonly CalledNumber[];
  readonly failed: readonly (Pick<FailedEntry, 'file' | 'problems'> & { readonly place?: string })[];
  readonly translations: readonly TranslationFound[];
  readonly reviews: readonly ReviewFound[];
  readonly warnings: readonly { readonly code: string; readonly meaning: string; readonly files: number }[];
  readonly secondReader: readonly SecondReading[];
}

export type NumberKind = 'helpline' | 'number' | 'emergency';

/** A number that somebody must call before anything is handed out. */
export interface CalledNumber extends NumberPair {
  /** What it is to the guide that prints it; an emergency number is compared, and not called. */
  readonly kind: NumberKind;
  /** It takes messages, and no calls. */
  readonly way?: 'text';
  readonly files: number;
  readonly printings: number;
  readonly places: readonly NamedPlace[];
}

export interface NamedPlace {
  readonly id: string;
  /** Of its publisher, where the spreadsheet gives one. */
  readonly name?: string;
}

/** A translation that files were printed from. */
export interface TranslationFound {
  readonly guide: string;
  readonly locale: string;
  readonly status: string;
  readonly files: number;
  /** Texts whose source changed after they were translated. */
  readonly stale: number;
}

/** The review of what a guide says. */
export interface ReviewFound {
  readonly guide: string;
  readonly state: 'never' | 'without a next date' | 'expired' | 'expires soon' | 'in date';
  readonly by?: string;
  readonly on?: string;
  readonly next?: string;
}

/** What another reader found in a file. */
export interface SecondReading {
  readonly file: string;
  readonly passed: boolean;
  /** False: the reader is not installed, and nobody looked. */
  readonly checked: boolean;
  readonly detail: string;
}

/** Days before a review's next date from which it is told. */
const soon = 90;

/** What a report is made with beside the plan. */
export interface ReportSources {
  readonly guideOf: (row: Row) => Guide;
  /** Folder of the shipped translations. */
  readonly locales: Root;
  /** ISO 8601, a day. */
  readonly asOf: string;
}

/** All but what a second reader says. */
export function reportOf(
  plan: Plan,
  outcomes: ReadonlyMap<string, Entry>,
  sources: ReportSources,
): Omit<Report, 'secondReader'> {
  const rows = rowsOf(plan);
  const made = rows.flatMap((row) => {
    const entry = outcomes.get(row.file);
    return entry?.outcome === 'made' ? [{ row, entry }] : [];
  });
  const failed = rows.flatMap(({ file, place }) => {
    const entry = outcomes.get(file);
    if (entry?.outcome !== 'failed') return [];
    return [{ file, problems: entry.problems, ...(place === undefined ? {} : { place: place.id }) }];
  });
  const numbers = numbersOf(made, sources);
  const sum = (of: (file: Made) => number) => made.reduce((all, file) => all + of(file), 0);
  return {
    format: 1,
    campaign: plan.id,
    asOf: sources.asOf,
    totals: {
      planned: rows.length,
      made: made.length,
      failed: failed.length,
      open: rows.length - made.length - failed.length,
      places: new Set(made.flatMap(({ row }) => row.place?.id ?? [])).size,
      numbers: numbers.length,
      pages: sum(({ entry }) => entry.pages),
      impressions: sum(({ entry, row }) => entry.pages * row.quantity),
      copies: sum(({ row }) => row.quantity),
      bytes: sum(({ entry }) => entry.bytes),
    },
    byLocale: byLocaleOf(made),
    numbers,
    failed,
    translations: translationsOf(made, sources),
    reviews: reviewsOf(rows, sources),
    warnings: warningsOf(made),
  };
}

interface Made {
  readonly row: Row;
  readonly entry: MadeEntry;
}

function numbersOf(made: readonly Made[], sources: ReportSources): CalledNumber[] {
  const kinds = kindsOf(made, sources);
  const all = new Map<
    string,
    {
      pair: Pick<CalledNumber, 'display' | 'dial' | 'kind' | 'way'>;
      files: number;
      printings: number;
      places: Map<string, NamedPlace>;
    }
  >();
  for (const { row, entry } of made)
    for (const { display, dial, printings } of entry.numbers) {
      let found = all.get(dial);
      if (found === undefined) {
        found = {
          pair: { display, dial, ...(kinds.get(dial) ?? { kind: 'helpline' as const }) },
          files: 0,
          printings: 0,
          places: new Map(),
        };
        all.set(dial, found);
      }
      found.files++;
      found.printings += printings;
      if (row.place !== undefined) found.places.set(row.place.id, placeOf(row.place));
    }
  return [...all.values()]
    .map(({ pair, files, printings, places }) => ({
      ...pair,
      files,
      printings,
      places: [...places.values()],
    }))
    .toSorted((a, b) => b.files - a.files || (a.dial < b.dial ? -1 : 1));
}

/** What the guides' own numbers are; that of a place is a helpline. An emergency number is one that the emergency block says. */
function kindsOf(
  made: readonly Made[],
  { guideOf }: ReportSources,
): ReadonlyMap<string, Pick<CalledNumber, 'kind' | 'way'>> {
  const firsts = new Map(made.map(({ row }) => [row.guide, row]));
  const kinds = new Map<string, Pick<CalledNumber, 'kind' | 'way'>>();
  for (const row of firsts.values()) {
    const { data } = guideOf({ ...row, place: undefined });
    const emergency = (data.emergency ?? []).map(({ text }) => text).join(' ');
    for (const { display, dial, kind, way } of declaredNumbers(data)) {
      const isEmergency = kind === 'number' && emergency.includes(display);
      // One that takes calls too is called.
      if (way === 'text' && kinds.has(dial)) continue;
      kinds.set(dial, {
        kind: isEmergency ? 'emergency' : kind,
        ...(way === 'text' ? { way } : {}),
      });
    }
  }
  return kinds;
}

function placeOf({ id, publisher }: NonNullable<Row['place']>): NamedPlace {
  return publisher?.name === undefined ? { id } : { id, name: publisher.name };
}

function byLocaleOf(made: readonly Made[]): Record<string, Record<string, number>> {
  const all: Record<string, Record<string, number>> = {};
  for (const { row } of made) {
    const { locale, product } = row.setting;
    all[locale] ??= {};
    all[locale][product] = (all[locale][product] ?? 0) + 1;
  }
  return all;
}

function translationsOf(made: readonly Made[], { guideOf, locales }: ReportSources): TranslationFound[] {
  const all = new Map<string, { first: Made; files: number }>();
  for (const file of made) {
    const key = JSON.stringify([file.row.guide, file.row.setting.locale, file.entry.translation]);
    const found = all.get(key);
    if (found === undefined) all.set(key, { first: file, files: 1 });
    else found.files++;
  }
  return [...all.values()].map(({ first: { row, entry }, files }) => {
    const { textProblems, wordProblems } = survey(
      row.setting.locale,
      guideOf({ ...row, place: undefined }),
      locales,
    );
    const stale = [...textProblems, ...wordProblems].filter(
      ({ code }) => code === 'TRANSLATION_STALE',
    ).length;
    return { guide: row.guide, locale: row.setting.locale, status: entry.translation, files, stale };
  });
}

function reviewsOf(rows: readonly Row[], { guideOf, asOf }: ReportSources): ReviewFound[] {
  const firsts = new Map(rows.toReversed().map((row) => [row.guide, row]));
  return [...firsts.values()].toReversed().map((row) => {
    const { review } = guideOf({ ...row, place: undefined }).data;
    if (review === undefined) return { guide: row.guide, state: 'never' };
    const { by, on, next } = review;
    return { guide: row.guide, state: stateOf(next, asOf), by, on, ...(next === undefined ? {} : { next }) };
  });
}

function stateOf(next: string | undefined, asOf: string): ReviewFound['state'] {
  if (next === undefined) return 'without a next date';
  const days = (Date.parse(next) - Date.parse(asOf)) / 86_400_000;
  if (days < 0) return 'expired';
  return days <= soon ? 'expires soon' : 'in date';
}

function warningsOf(made: readonly Made[]): Report['warnings'] {
  const counts = new Map<string, number>();
  for (const { entry } of made)
    for (const code of entry.warnings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, files]) => ({ code, meaning: catalogue[code as Code] ?? '', files }))
    .toSorted((a, b) => b.files - a.files || (a.code < b.code ? -1 : 1));
}
