export type * from './types.ts';
export { writePdf } from './write.ts';
export { WrittenFiles } from './written-files.ts';
