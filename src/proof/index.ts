export { bundleRecord } from './checks/check-bundle.ts';
export {
  type PrintRecord,
  parseBundleExpectation,
  parseExpectation,
  parseRecord,
} from './expectation-schema.ts';
export { type Inspection, inspect } from './inspect.ts';
export { photographFault, readPhotograph } from './jpeg/jpeg.ts';
export { Kept } from './kept.ts';
export type { CountedNumber } from './numbers/number-printings.ts';
export { faceOutlines, letterShapes, outlined } from './page/face-outlines.ts';
export { proofProblems, prove, proveCounted, proveNew, verdictOf } from './prove.ts';
export { proveAgain, proveRecorded, withChecks } from './record.ts';
export { formatProof } from './report.ts';
export { secondOpinion } from './second-opinion.ts';
export { type Tagged, taggedIn } from './tagged.ts';
export type * from './types.ts';
