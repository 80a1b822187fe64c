import { PressError, problem } from '../diagnostics/index.ts';
import type { Root } from '../files/index.ts';
import type { Purpose } from '../imposition/index.ts';
import { editions as all, type EditionName } from '../product/index.ts';

/** Where the shipped templates, translations and fonts are; a caller may point elsewhere. */
export interface Folders {
  /** Own products, partials, themes and art, over the shipped ones: of several, the first that has a file is taken. */
  readonly templates: Root;
  /** The same of translations and words. */
  readonly locales: Root;
  /** Faces of the user's own, over those of the press, which are always the last. */
  readonly fonts: Root;
}

/** Who a product is set for: each with what `list` says of it. */
export const editions = Object.fromEntries(
  Object.entries(all).map(([name, { about }]) => [name, about]),
) as Readonly<Record<EditionName, string>>;
export type Edition = EditionName;

/** What decides a layout. Jobs of one guide and one setting are printed from one plate. */
export interface Setting {
  readonly product: string;
  readonly locale: string;
  /** `letter`, `tabloid`, `a4`, `a3`, `a2`. */
  readonly paper: string;
  /** Undefined: the product's first orientation. Named in the file name only when given. */
  readonly orientation: 'landscape' | 'portrait' | undefined;
  readonly edition: Edition;
  readonly theme: string;
  /** Address for the QR code; undefined: the code dials the helpline. */
  readonly qr: string | undefined;
}

/** How a plate is printed. */
export interface Impression {
  readonly purpose: Purpose;
  /** How the printer turns the paper; only for folded products made for `office`. */
  readonly duplex: 'short' | 'long';
  /** Print translations that no person reviewed for handing out. */
  readonly allowDrafts: boolean;
  /** Date that the file bears, `2026-11-23T00:00:00Z`; undefined: the guide's. */
  readonly date: string | undefined;
}

/** One file to make. */
export type Job = Setting & Impression;

/** What a job is when nothing is said. */
export const defaultJob = {
  paper: 'letter',
  orientation: undefined,
  edition: 'standard',
  theme: 'dawn',
  qr: undefined,
  purpose: 'screen',
  duplex: 'short',
  allowDrafts: false,
  date: undefined,
} as const satisfies Partial<Job>;

const settingFields: { readonly [field in keyof Setting]: true } = {
  product: true,
  locale: true,
  paper: true,
  orientation: true,
  edition: true,
  theme: true,
  qr: true,
};

/** The setting of a job, and nothing else of it. */
export function settingOf(job: Setting): Setting {
  return Object.fromEntries(
    Object.keys(settingFields).map((field) => [field, job[field as keyof Setting]]),
  ) as unknown as Setting;
}

/** True when what is set for one job serves the other. */
export function isSameSetting(a: Setting, b: Setting): boolean {
  return (Object.keys(settingFields) as (keyof Setting)[]).every((field) => a[field] === b[field]);
}

/**
 * The instant that `SOURCE_DATE_EPOCH` names (reproducible-builds.org); undefined where it is not set, or empty.
 * @throws PressError USAGE where it names none: files would bear no date, and nobody would know
 */
export function sourceDate(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return undefined;
  if (!/^\d{1,11}$/.test(epoch))
    throw new PressError([
      problem(
        'USAGE',
        `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch.slice(0, 40))}, and no count of seconds.`,
        {},
        'Give the seconds since 1970, such as SOURCE_DATE_EPOCH=$(git log -1 --format=%ct), or unset it.',
      ),
    ]);
  return `${new Date(Number(epoch) * 1000).toISOString().slice(0, 19)}Z`;
}

/** `<guide>.<product>.<locale>.<paper>.<edition>.<purpose>.pdf` */
export function fileName(guideId: string, setting: Setting, impression: Impression): string {
  const { product, locale, orientation, edition } = setting;
  const paper = orientation === undefined ? setting.paper : `${setting.paper}-${orientation}`;
  const purpose = impression.duplex === 'long' ? `${impression.purpose}-long` : impression.purpose;
  return `${guideId}.${product}.${locale}.${paper}.${edition}.${purpose}.pdf`;
}
