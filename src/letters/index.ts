export { isEveryday } from './everyday.ts';
export { Lettered } from './lettered.ts';
