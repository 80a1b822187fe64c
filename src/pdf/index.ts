export type * from './types.ts';
export { writePdf } from './write.ts';
