export { isEveryday } from './everyday.ts';
export { Lettered } from './lettered.ts';
export { literal } from './literal.ts';
export { unpartedScripts } from './unparted.ts';
