import type { Guide } from '../content/index.ts';
import { PressError, type Problem, throwIfErrors } from '../diagnostics/index.ts';
import { checkMargins, impose } from '../imposition/index.ts';
import { languageOf } from '../locale/index.ts';
import { checkPictures } from '../paint/index.ts';
import { writePdf } from '../pdf/index.ts';
import { type Proof, proofProblems, prove } from '../proof/index.ts';
import { expect } from './expectation.ts';
import { type Folders, fileName, type Job } from './job.ts';
import { metadataOf, producer } from './metadata.ts';
import { checkDraft, type Prepared, prepare } from './prepare.ts';

/** A finished file: proved, not yet written anywhere. */
export interface Printed {
  /** `heroin-detox.poster.es.a3.standard.screen.pdf` */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly proof: Proof;
  readonly warnings: readonly Problem[];
  /** Root font size that copyfitting picked, pt. */
  readonly rem: number;
}

/**
 * One job, down the list: content and locale, template, document, style, layout, paint, imposition, PDF, proof.
 * `prepared` is the layout of another purpose of the same job. Nothing is written.
 * @throws PressError with everything that is wrong; then there is no file.
 */
export function printJob(
  guide: Guide,
  job: Job,
  folders: Folders,
  prepared: Prepared = prepare(guide, job, folders),
): Printed {
  const { locale, product, document, pages, plan, imprint, rem } = prepared;
  const drafts = checkDraft(locale, job);
  const { direction } = languageOf(locale.tag);
  const imposed = impose(pages, plan, job.purpose, { direction, duplex: job.duplex });
  const problems = [...checkMargins(imposed), ...checkPictures(pages, job.purpose)];
  throwIfErrors(problems);
  const expectation = expect(guide, locale, product, job, imposed, imprint);
  const bytes = writePdf({ document, imposed, metadata: metadataOf(expectation) });
  const proof = prove(bytes, expectation, producer());
  if (!proof.passed) throw new PressError(proofProblems(proof));
  return {
    name: fileName(guide.data.id, job),
    bytes,
    proof,
    warnings: [...prepared.warnings, ...drafts, ...problems],
    rem,
  };
}
