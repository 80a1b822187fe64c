export { faceTable, openFace } from './face.ts';
export { breakLines } from './lines.ts';
export { setParagraphMemo, shapeParagraph } from './paragraph.ts';
export type * from './types.ts';
