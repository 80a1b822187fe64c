import type { Guide } from '../content/index.ts';
import type { BundleExpectation, Expectation } from '../proof/index.ts';
import type { PrintedBundle } from './bundle.ts';
import type { Impression, Job } from './job.ts';
import type { Plate } from './plate.ts';
import type { Press } from './press.ts';

/**
 * What the file of a job must hold, and what it looks like: it is printed anew, and nothing is written. For a file that
 * came back alone. Drafts are printed too: whether one may be handed out was asked when it was.
 * @throws PressError for a guide, locale or product that the job cannot be printed with
 */
export function expectAgain(guide: Guide, job: Job, press: Press): Expectation {
  return press.run(guide, { ...job, allowDrafts: true }).proof.expectation!;
}

/** A piece in two languages: the one, then the other; of one side each, the front and the back of a sheet. */
export function printBoth(
  press: Press,
  plates: readonly Plate[],
  impression: Impression,
  name: string,
): PrintedBundle {
  return press.bundle(
    plates.map((plate) => ({ plate, impression })),
    { name, title: press.titleOf(plates[0]!), backToBack: true },
  );
}

/** What the file of a piece in two languages must hold, as `expectAgain` finds it of one. @param other its second language */
export function expectBothAgain(guide: Guide, job: Job, other: string, press: Press): BundleExpectation {
  const impression = { ...job, allowDrafts: true };
  return printBoth(press, press.pair(guide, job, other), impression, 'again.pdf').proof.bundle!;
}

/**
 * The same of a bundle, whose record says how its pieces are called: each is set anew from the guide, with the guide's
 * numbers.
 * @param isTwoSided the file is to be printed on both sides of the paper
 * @throws PressError for a guide, locale or product that a piece cannot be printed with
 */
export function expectBundleAgain(
  guide: Guide,
  { title, language, facing, pieces }: BundleExpectation,
  jobs: readonly Job[],
  press: Press,
  isTwoSided = false,
): BundleExpectation {
  const [first, second] = jobs;
  const pair =
    facing === true && first !== undefined && second !== undefined
      ? press.pair(guide, first, second.locale)
      : undefined;
  const wanted = jobs.map((job, i) => ({
    plate: pair?.[i] ?? press.plate(guide, job),
    impression: { ...job, allowDrafts: true },
    label: pieces[i]!.label,
  }));
  // Two pieces of one side each that a printer is told to print on both are on one sheet.
  const backToBack =
    isTwoSided && pieces.length === 2 && pieces.every(({ expectation: { sheets } }) => sheets.length === 1);
  return press.bundle(wanted, { name: 'again.pdf', title, language, backToBack }).proof.bundle!;
}
