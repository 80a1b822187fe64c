export { main } from './edge.ts';
export { outputJsonSchema } from './json-form.ts';
export { choose, jobsOf, type Outcome, type PrintFlags, runJobs } from './print.ts';
export { run } from './program.ts';
export { projectJsonSchema } from './project.ts';
export type { Streams } from './streams.ts';
