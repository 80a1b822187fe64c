import { isDeepStrictEqual } from 'node:util';
import { verdict } from './checks/verdict.ts';
import type { PrintRecord } from './expectation-schema.ts';
import type { Kept } from './kept.ts';
import type { CountedNumber } from './numbers/number-printings.ts';
import { prove, proveCounting, verdictOf } from './prove.ts';
import type { BundleExpectation, Check, Expectation, Proof } from './types.ts';

/**
 * Proves a file against what a guide asks for, against the record that was made when it was printed, or both. With a
 * record the file must be the very one of it; with both they must ask for the same. `kept` saves time, and changes no verdict.
 * @throws PressError PDF_UNREADABLE
 */
export function proveAgain(
  bytes: Uint8Array,
  expectation: Expectation | BundleExpectation | undefined,
  record: PrintRecord | undefined,
  kept?: Kept,
): Proof {
  const proof = prove(bytes, expectation ?? record?.expectation, undefined, kept);
  if (record === undefined) return proof;
  return withChecks(proof, [sameFile(proof, record), ...sameExpectation(expectation, record)]);
}

/** As {@link proveAgain} against a record alone, with how often the file prints each number of it. @throws PressError PDF_UNREADABLE */
export function proveRecorded(
  bytes: Uint8Array,
  record: PrintRecord,
  kept?: Kept,
): { readonly proof: Proof; readonly numbers: readonly CountedNumber[] } {
  const { proof, numbers } = proveCounting(bytes, record.expectation, undefined, kept);
  return { proof: withChecks(proof, [sameFile(proof, record)]), numbers };
}

/** A proof with further lines, and the verdict that they leave. */
export function withChecks(proof: Proof, more: readonly Check[]): Proof {
  const checks = [...proof.checks, ...more];
  const verdict = verdictOf(checks);
  return { ...proof, checks, verdict, passed: verdict === 'proved' };
}

function sameFile({ sha256 }: Proof, record: PrintRecord): Check {
  const wrong =
    sha256 === record.sha256
      ? []
      : [`the record beside it was made of another file: its SHA-256 is ${record.sha256.slice(0, 12)}…`];
  return verdict('PDF_OTHER', wrong, 1, `It is the file that was printed: SHA-256 ${sha256.slice(0, 12)}….`);
}

function sameExpectation(
  expectation: Expectation | BundleExpectation | undefined,
  record: PrintRecord,
): Check[] {
  if (expectation === undefined) return [];
  const [asked, known] = [expectation, record.expectation].map((each) => new Map(Object.entries(each)));
  const parts = [...new Set([...asked!.keys(), ...known!.keys()])];
  const wrong = parts
    .filter((part) => !isDeepStrictEqual(asked!.get(part), known!.get(part)))
    .map((part) => `the record beside it expects another "${part}" than the guide`);
  return [
    verdict('RECORD_OTHER', wrong, parts.length, 'The record beside it expects what the guide asks for.'),
  ];
}
