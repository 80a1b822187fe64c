export { type Fitted, fit } from './fit.ts';
export { resolve } from './lengths.ts';
export { layoutDocument } from './page.ts';
export { fitted, naturalSize } from './replaced.ts';
export type * from './types.ts';
