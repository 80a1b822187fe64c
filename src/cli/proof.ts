import { existsSync, readFileSync } from 'node:fs';
import { formatProblem, fromDisk, harmless, PressError, problem } from '../diagnostics/index.ts';
import { type Expectation, formatProof, type Proof, prove, secondOpinion } from '../proof/index.ts';
import type { Streams } from './streams.ts';

export interface ProofFlags {
  readonly json?: boolean;
  readonly secondOpinion?: boolean;
}

/** The expectation beside a file, if there is one. @throws PressError JSON_SYNTAX */
function expectationOf(file: string): Expectation | undefined {
  const beside = file.replace(/\.pdf$/i, '.proof.json');
  if (beside === file || !existsSync(beside)) return undefined;
  try {
    const { expectation } = JSON.parse(readFileSync(beside, 'utf8')) as Proof;
    if (expectation?.format === 1) return expectation;
  } catch {
    // told below, as one problem
  }
  throw new PressError([
    problem(
      'JSON_SYNTAX',
      `${beside} is not a proof.`,
      { file: beside },
      'Print the file again, or move the .proof.json away.',
    ),
  ]);
}

/** Runs `proof`; the exit code: 0 when every file is proved, else 1. */
export async function proof(files: readonly string[], flags: ProofFlags, streams: Streams): Promise<number> {
  let failed = false;
  const results: { file: string; proof?: Proof; problems?: PressError['problems'] }[] = [];
  for (const file of files)
    try {
      const bytes = fromDisk(file, () => readFileSync(file));
      const expectation = expectationOf(file);
      let result = prove(bytes, expectation);
      if (flags.secondOpinion === true) {
        const checks = [...result.checks, ...(await secondOpinion(bytes, expectation))];
        result = { ...result, checks, passed: checks.every(({ status }) => status !== 'failed') };
      }
      failed ||= !result.passed;
      results.push({ file, proof: result });
      const lines = `${file}: ${formatProof(result)}`.split('\n');
      if (flags.json !== true) streams.out.write(`${lines.map(harmless).join('\n')}\n`);
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      failed = true;
      const problems = error.problems.map((p) => ({ ...p, place: { file, ...p.place } }));
      results.push({ file, problems });
      for (const p of problems) streams.err.write(`${formatProblem(p)}\n`);
    }
  if (flags.json === true) streams.out.write(`${JSON.stringify(results, null, 2)}\n`);
  return failed ? 1 : 0;
}
