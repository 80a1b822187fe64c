import { isDeepStrictEqual } from 'node:util';
import { addressOf } from '../../content/index.ts';
import { PressError, type Problem, problem, problemsOf } from '../../diagnostics/index.ts';
import { producer } from '../../press/index.ts';
import { type Kept, type Proof, parseRecord, proofProblems, proveRecorded } from '../../proof/index.ts';
import { sha256Of } from '../store/hash.ts';
import { proofName } from '../store/names.ts';
import type { Store } from '../store/store.ts';
import { holdsOf, sumOf, sumOfHeld } from './holds.ts';

/** What is known of a file that was made; plain data. */
export interface Claim {
  readonly file: string;
  /** Its SHA-256, and the sums of what it holds and is held to, by each manifest that knows it. */
  readonly said: readonly Said[];
  /** The number of its place or, where that has none, of its guide, as it is dialled; undefined: not known. */
  readonly dial: string | undefined;
  /** What its row prints; undefined: not known. */
  readonly prints: Prints | undefined;
}

export interface Said {
  readonly sha256: string;
  readonly holds: string;
  readonly held?: string | undefined;
}

/** What a file says of itself that its row says too. */
export type Prints = Readonly<Record<'locale' | 'product' | 'edition' | 'purpose', string>>;

/**
 * Reads a file again and proves it again, against its manifest, its proof and its place. Gives what is wrong; what cannot
 * be read is wrong too. `kept` is what the proof keeps of the files before.
 */
export async function verifyFile(claim: Claim, store: Store, kept: Kept): Promise<readonly Problem[]> {
  const { file, said } = claim;
  const found: Problem[] = [];
  try {
    const [pdf, record] = await Promise.all([store.get(file), store.get(proofName(file))]);
    if (pdf === undefined) return [missing(file)];
    const sha256 = sha256Of(pdf);
    const own = said.filter((each) => each.sha256 === sha256);
    if (own.length === 0)
      found.push(changed(file, `is not the one that was made: its SHA-256 is ${sha256.slice(0, 12)}…`));
    if (record === undefined) found.push(missing(proofName(file)));
    else found.push(...proved(pdf, saidBy(record, file), { ...claim, said: own, kept }));
  } catch (error) {
    found.push(...problemsOf(error).map((p) => ({ ...p, place: { ...p.place, file } })));
  }
  return found;
}

function proved(
  pdf: Uint8Array,
  value: unknown,
  { file, said, dial, prints, kept }: Claim & { readonly kept: Kept },
): Problem[] {
  const record = parseRecord(value, proofName(file));
  const { proof, numbers } = proveRecorded(pdf, record, kept);
  if (proof.verdict === 'not checked')
    return [changed(proofName(file), 'does not say what its file must hold', proofAnew)];
  const sum = sumOfHeld((value as Proof).expectation);
  const told =
    proof.passed && !isSaid(proof, value)
      ? 'says other things of its file than are proved again'
      : said.length > 0 && said.every(({ held }) => held !== undefined && held !== sum)
        ? 'holds its file to other things than it was made by'
        : undefined;
  const reworded = told === undefined ? [] : [changed(proofName(file), told, proofAnew)];
  const { expectation } = record;
  const uri = expectation !== undefined && 'helpline' in expectation ? expectation.helpline.uri : undefined;
  const other =
    dial === undefined || uri === addressOf({ dial })
      ? []
      : [
          problem(
            'HELPLINE_WRONG',
            `The file carries ${uri ?? 'no number'}, and its place is to have ${dial}.`,
            {},
            'Do not hand it out; run the campaign again.',
          ),
        ];
  const one = expectation !== undefined && 'locale' in expectation ? expectation : undefined;
  const turned = (Object.entries(prints ?? {}) as [keyof Prints, string][]).find(
    ([field, value]) => one?.[field] !== value,
  );
  if (turned !== undefined)
    other.push(
      problem(
        'CAMPAIGN_FILE_CHANGED',
        `The file is of another ${turned[0]} than its row: ${one?.[turned[0]] ?? 'none'}, not ${turned[1]}.`,
        {},
        'Do not hand it out; take it away, and run the campaign again.',
      ),
    );
  const holds = sumOf(holdsOf(proof, numbers));
  const line = said.every((each) => each.holds === holds)
    ? []
    : [
        problem(
          'CAMPAIGN_MANIFEST',
          'The manifest says of the file other numbers, pages or another translation than it holds.',
          {},
          "Take the file away and run the campaign again: the campaign's own proof says what the manifest does.",
        ),
      ];
  return [...proofProblems(proof), ...other, ...line, ...reworded].map((p) => ({
    ...p,
    place: { ...p.place, file },
  }));
}

function saidBy(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new PressError([changed(proofName(file), 'is no proof', proofAnew)]);
  }
}

/**
 * Whether a proof says, word by word, what is proved again of its file. What it was held to is looked at
 * by its sum. Another version of the press says the same in other words.
 */
function isSaid({ checks, expectation: _, made, ...proof }: Proof, value: unknown): boolean {
  const { expectation: _held, made: by, ...said } = value as Proof;
  if (by?.package !== producer()) return true;
  const own = checks.filter(({ code }) => code !== 'PDF_OTHER');
  return (
    isDeepStrictEqual(said, { ...proof, checks: own }) && Object.keys(by).join() === Object.keys(made).join()
  );
}

function missing(file: string): Problem {
  return problem('CAMPAIGN_FILE_MISSING', `${file} was made, and is not there.`, { file }, again);
}

function changed(file: string, what: string, advice = again): Problem {
  return problem('CAMPAIGN_FILE_CHANGED', `${file} ${what}.`, { file }, advice);
}

const again = 'Run the campaign again with --verify: it is made anew.';
/** A run looks whether a proof is of its file, and not at all that it says. */
const proofAnew = 'Take it away, and run the campaign again: it is made anew with its file.';
