export { main } from './edge.ts';
export { choose, jobsOf, type Outcome, type PrintFlags, runJobs } from './print.ts';
export { run } from './program.ts';
export type { Streams } from './streams.ts';
