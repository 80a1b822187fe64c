import { existsSync, readFileSync } from 'node:fs';
import { formatProblem, fromDisk, harmless, PressError, problem } from '../diagnostics/index.ts';
import {
  formatProof,
  type PrintRecord,
  type Proof,
  parseRecord,
  prove,
  secondOpinion,
  type Verdict,
  verdictOf,
} from '../proof/index.ts';
import type { Streams } from './streams.ts';

export interface ProofFlags {
  readonly json?: boolean;
  readonly secondOpinion?: boolean;
}

/** The record beside a file, if there is one. @throws PressError JSON_SYNTAX, EXPECTATION_INVALID */
function recordOf(file: string): PrintRecord | undefined {
  const beside = file.replace(/\.pdf$/i, '.proof.json');
  if (beside === file || !existsSync(beside)) return undefined;
  const text = fromDisk(beside, () => readFileSync(beside, 'utf8'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PressError([
      problem(
        'JSON_SYNTAX',
        `${beside} is not a proof.`,
        { file: beside },
        'Print the file again, or move the .proof.json away.',
      ),
    ]);
  }
  return parseRecord(value, beside);
}

/** Exit codes from the least bad to the worst: that of several files is the worst of them. */
const exits: Readonly<Record<Verdict, number>> = { proved: 0, 'not checked': 3, 'not proved': 1 };
const byBadness: readonly Verdict[] = ['proved', 'not checked', 'not proved'];
const worst = (a: Verdict, b: Verdict) => byBadness[Math.max(byBadness.indexOf(a), byBadness.indexOf(b))]!;

/** Runs `proof`; the exit code: 0 when every file is proved, 3 when one could not be checked, 1 when one is not proved. */
export async function proof(files: readonly string[], flags: ProofFlags, streams: Streams): Promise<number> {
  let verdict: Verdict = 'proved';
  const results: { file: string; proof?: Proof; problems?: PressError['problems'] }[] = [];
  for (const file of files)
    try {
      const bytes = fromDisk(file, () => readFileSync(file));
      const expectation = recordOf(file)?.expectation;
      let result = prove(bytes, expectation);
      if (flags.secondOpinion === true) {
        const checks = [...result.checks, ...(await secondOpinion(bytes, expectation))];
        const both = verdictOf(checks, expectation);
        result = { ...result, checks, verdict: both, passed: both === 'proved' };
      }
      verdict = worst(verdict, result.verdict);
      results.push({ file, proof: result });
      const lines = `${file}: ${formatProof(result)}`.split('\n');
      if (flags.json !== true) streams.out.write(`${lines.map(harmless).join('\n')}\n`);
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      verdict = 'not proved';
      const problems = error.problems.map((p) => ({ ...p, place: { file, ...p.place } }));
      results.push({ file, problems });
      for (const p of problems) streams.err.write(`${formatProblem(p)}\n`);
    }
  if (flags.json === true) streams.out.write(`${JSON.stringify(results, null, 2)}\n`);
  return exits[verdict];
}
