import { type Guide, loadGuide } from './content/index.ts';
import { type Code, PressError, type Problem } from './diagnostics/index.ts';
import {
  defaultJob,
  type Folders,
  type Impression,
  type Job,
  type Plate,
  Press,
  type Printed,
  type Setting,
  sourceDate,
} from './press/index.ts';
import {
  type Check,
  type Expectation,
  type Proof,
  parseExpectation,
  prove,
  type Verdict,
} from './proof/index.ts';

/** What to print: product and locale, and what differs from the defaults. */
export type PrintOptions = Pick<Job, 'product' | 'locale'> &
  Partial<Job> & { readonly folders?: Partial<Folders> };

/**
 * Prints one file of a guide: gives its name, bytes and proof, and writes nothing.
 * @throws PressError with everything that is wrong; then there are no bytes.
 */
export function print(guide: Guide, options: PrintOptions): Printed {
  const { folders, ...job } = options;
  return standing(folders).run(guide, { ...defaultJob, date: sourceDate(process.env), ...job });
}

let kept: { readonly key: string; readonly press: Press } | undefined;

/** The press that {@link print} works on, as long as it is asked for the same folders: faces are opened once. */
function standing(folders: Partial<Folders> | undefined): Press {
  const key = JSON.stringify([folders?.templates, folders?.locales, folders?.fonts]);
  if (kept?.key !== key) {
    kept?.press.close();
    kept = { key, press: new Press(folders) };
  }
  return kept.press;
}

/**
 * Proves a finished file again. Without an expectation (from a `.proof.json`) what would need one is not checked, and
 * the verdict is `not checked`: never `proved`.
 * @throws PressError PDF_UNREADABLE, EXPECTATION_INVALID
 */
export function proof(bytes: Uint8Array, expectation?: Expectation): Proof {
  return prove(bytes, expectation === undefined ? undefined : parseExpectation(expectation));
}

export {
  type Check,
  type Code,
  type Expectation,
  type Folders,
  type Guide,
  type Impression,
  type Job,
  loadGuide,
  type Plate,
  Press,
  PressError,
  type Printed,
  type Problem,
  type Proof,
  type Setting,
  type Verdict,
};
