import {
  type CampaignOptions,
  type CampaignProgress,
  type CampaignResult,
  runCampaign,
} from './campaign/index.ts';
import {
  guideFrom as from,
  type Guide,
  guarded,
  loadGuide as load,
  type NumberPair,
  withHelpline as withNumber,
} from './content/index.ts';
import {
  type Code,
  netted,
  type Place,
  PressError,
  type Problem,
  type Severity,
} from './diagnostics/index.ts';
import { asTyped } from './files/index.ts';
import type { Purpose } from './imposition/index.ts';
import {
  type Folders,
  type Impression,
  type Job,
  type Plate,
  type PressDoor,
  Press as PressItself,
  type PressOptions,
  type Printed,
  parseOptions,
  type Setting,
  type SettingOptions,
  sourceDate,
} from './press/index.ts';
import {
  type BundleExpectation,
  type Check,
  type CheckStatus,
  type Expectation,
  type Proof,
  parseBundleExpectation,
  parseExpectation,
  prove,
  type Verdict,
} from './proof/index.ts';

/** {@inheritDoc PressDoor} */
export type Press = PressDoor;
/** A press for many documents. @throws PressError USAGE for folders and options that are none */
export const Press: new (folders?: Partial<Folders>, options?: PressOptions) => Press = PressItself;

/** What to print: product and locale, and what differs from the defaults. */
export type PrintOptions = Pick<Job, 'product' | 'locale'> &
  Partial<Job> & { readonly folders?: Partial<Folders> };

/**
 * Loads the guide of a folder and checks it whole. Nothing of it can be changed afterwards: that is refused with
 * GUIDE_CHANGED, at once.
 * @throws PressError with everything that is wrong
 */
export function loadGuide(folder: string): Guide {
  // What is no text is told as that, where it is loaded.
  return netted(() => guarded(load(typeof folder === 'string' ? asTyped(folder) : folder)));
}

/**
 * A guide from data in memory, as `guide.yaml` would say it, checked and fixed as one that is loaded. Its pictures and
 * translations lie in `folder`. Places in problems are those of the data written as JSON, with an indent of two.
 * @throws PressError USAGE for what is no data, and with everything that is wrong
 */
export function guideFrom(data: object | string, options: { readonly folder: string }): Guide {
  return netted(() => guarded(from(data, options)));
}

/**
 * The same guide with another number for one of its helplines (`main`), checked as when it is loaded.
 * @throws PressError HELPLINE_INVALID; NUMBER_* where a text prints the number that was; GUIDE_CHANGED
 */
export function withHelpline(guide: Guide, name: string, number: NumberPair): Guide {
  return netted(() => guarded(withNumber(guide, name, number)));
}

/**
 * Prints one file of a guide: gives its name, bytes and proof, and writes nothing. What is printed is the guide as it was
 * loaded.
 * @throws PressError USAGE for options that are none, GUIDE_CHANGED for a guide that was not loaded, and with everything
 * else that is wrong; then there are no bytes.
 */
export function print(guide: Guide, options: PrintOptions): Printed {
  return netted(() => {
    const { job, folders } = parseOptions(options, { date: sourceDate(process.env) });
    return standing(folders).run(guide, job);
  });
}

let kept: { readonly key: string; readonly press: PressItself } | undefined;

/** The press that {@link print} works on, as long as it is asked for the same folders: faces are opened once. */
function standing(folders: Partial<Folders>): PressItself {
  const key = JSON.stringify([folders.templates, folders.locales, folders.fonts]);
  if (kept?.key !== key) {
    kept?.press.close();
    kept = { key, press: new PressItself(folders) };
  }
  return kept.press;
}

/**
 * Proves a finished file again. Without an expectation (from a `.proof.json`) what would need one is not checked, and
 * the verdict is `not checked`: never `proved`.
 * @throws PressError PDF_UNREADABLE, EXPECTATION_INVALID
 */
export function proof(bytes: Uint8Array, expectation?: Expectation | BundleExpectation): Proof {
  return netted(() => prove(bytes, expectation === undefined ? undefined : parseAsked(expectation)));
}

function parseAsked(expectation: Expectation | BundleExpectation): Expectation | BundleExpectation {
  return Object.hasOwn(expectation, 'pieces')
    ? parseBundleExpectation(expectation)
    : parseExpectation(expectation);
}

export {
  guidesFolder,
  type Listed,
  listLocales,
  listPapers,
  listProducts,
  listThemes,
  templatesFolder,
} from './lists.ts';
export { type PrintJob, type PrintStep, printAll } from './print-all.ts';
export {
  exportTranslation,
  fillTranslation,
  importTranslation,
  type TakenIn,
  translationStatus,
} from './translate.ts';
export {
  type BundleExpectation,
  type CampaignOptions,
  type CampaignProgress,
  type CampaignResult,
  type Check,
  type CheckStatus,
  type Code,
  type Expectation,
  type Folders,
  type Guide,
  type Impression,
  type Job,
  type NumberPair,
  type Place,
  type Plate,
  PressError,
  type PressOptions,
  type Printed,
  type Problem,
  type Proof,
  type Purpose,
  runCampaign,
  type Setting,
  type SettingOptions,
  type Severity,
  type Verdict,
};
