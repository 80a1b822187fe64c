import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import {
  type BundleExpectation,
  type Expectation,
  type Inspection,
  inspect,
  type PrintRecord,
  type Proof,
  proveAgain,
  secondOpinion,
  withChecks,
} from '../proof/index.ts';

/** What is asked of the thread that opens files; plain data. */
export type Task =
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'prove';
      readonly bytes: Uint8Array;
      readonly expectation: Expectation | BundleExpectation | undefined;
      readonly record: PrintRecord | undefined;
      readonly secondOpinion: boolean;
    };

export type Answer =
  | { readonly inspection: Inspection }
  | { readonly proof: Proof }
  | { readonly problems: readonly Problem[] };

/** Does a task; what goes wrong is an answer too. */
export async function answer(task: Task): Promise<Answer> {
  try {
    if (task.kind === 'inspect') return { inspection: inspect(task.bytes) };
    const { bytes, expectation, record } = task;
    const proof = proveAgain(bytes, expectation, record);
    if (!task.secondOpinion) return { proof };
    return { proof: withChecks(proof, await secondOpinion(bytes, expectation ?? record?.expectation)) };
  } catch (error) {
    if (error instanceof PressError) return { problems: error.problems };
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problems: [problem('INTERNAL', `The proof broke off: ${reason}.`, {}, 'Please report the file.')],
    };
  }
}
