export { choose, jobsOf, type Outcome, type PrintFlags, runJobs } from './print.ts';
export { run } from './program.ts';
export { allowClosing, type Streams } from './streams.ts';
