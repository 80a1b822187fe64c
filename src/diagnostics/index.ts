export { type Code, catalogue } from './catalogue.ts';
export { netted, nettedLater, problemsOf } from './fault.ts';
export { formatProblem } from './format.ts';
export { harmless } from './harmless.ts';
export { nearest, suggest } from './hint.ts';
export { type Lint, warningCodes, weighed } from './lint.ts';
export {
  mostTold,
  type Place,
  PressError,
  type Problem,
  problem,
  type Severity,
  throwIfErrors,
  warning,
} from './problem.ts';
export { meantIssues, schemaFault, valueAt } from './schema-fault.ts';
