import type { Purpose } from '../imposition/index.ts';

/** Where the shipped templates, translations and fonts are; a caller may point elsewhere. */
export interface Folders {
  readonly templates: string;
  readonly locales: string;
  readonly fonts: string;
}

/** One file to make: one guide, product, locale, paper, edition and purpose. */
export interface Job {
  readonly product: string;
  readonly locale: string;
  /** `letter`, `tabloid`, `a4`, `a3`, `a2`. */
  readonly paper: string;
  /** Undefined: the product's first orientation. Named in the file name only when given. */
  readonly orientation: 'landscape' | 'portrait' | undefined;
  readonly edition: 'standard';
  readonly purpose: Purpose;
  /** How the printer turns the paper; only for folded products made for `office`. */
  readonly duplex: 'short' | 'long';
  /** Address for the QR code; undefined: the code dials the helpline. */
  readonly qr: string | undefined;
  readonly theme: string;
  /** Print translations that no person reviewed for handing out. */
  readonly allowDrafts: boolean;
}

/** What a job is when nothing is said. */
export const defaultJob = {
  paper: 'letter',
  orientation: undefined,
  edition: 'standard',
  purpose: 'screen',
  duplex: 'short',
  qr: undefined,
  theme: 'dawn',
  allowDrafts: false,
} as const satisfies Partial<Job>;

/** `<guide>.<product>.<locale>.<paper>.<edition>.<purpose>.pdf` */
export function fileName(guideId: string, job: Job): string {
  const paper = job.orientation === undefined ? job.paper : `${job.paper}-${job.orientation}`;
  const purpose = job.duplex === 'long' ? `${job.purpose}-long` : job.purpose;
  return `${guideId}.${job.product}.${job.locale}.${paper}.${job.edition}.${purpose}.pdf`;
}
