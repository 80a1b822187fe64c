export type * from './types.ts';
export { writeBundle, writePdf } from './write.ts';
export { WrittenFiles } from './written-files.ts';
