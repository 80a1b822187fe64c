export { areas } from './areas.ts';
export { impose } from './impose.ts';
export { checkMargins } from './margins.ts';
export type * from './types.ts';
