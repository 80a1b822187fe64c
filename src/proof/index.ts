export { type Inspection, inspect } from './inspect.ts';
export { proofProblems, prove } from './prove.ts';
export { formatProof } from './report.ts';
export { secondOpinion } from './second-opinion.ts';
export type * from './types.ts';
