export { areas } from './areas.ts';
export { impose } from './impose.ts';
export { checkMargins } from './margins.ts';
export { matrixOf } from './placement.ts';
export type * from './types.ts';
