export { main } from './edge.ts';
export { choose, jobsOf, type PrintFlags } from './jobs.ts';
export { outputJsonSchema } from './json-form.ts';
export { type Outcome, runJobs } from './print.ts';
export { run } from './program.ts';
export { projectJsonSchema } from './project.ts';
export type { Streams } from './streams.ts';
