export { shippedFolders } from './folders.ts';
export { defaultJob, type Folders, fileName, type Job } from './job.ts';
export { writeWhole } from './output.ts';
export { type Prepared, prepare } from './prepare.ts';
export { type Printed, printJob } from './print.ts';
export {
  type PrintedReview,
  printReview,
  type ReviewGroup,
  type ReviewPair,
  type ReviewPaper,
  reviewPapers,
} from './review.ts';
