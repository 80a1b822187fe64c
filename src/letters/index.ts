export { isEveryday } from './everyday.ts';
export { Lettered } from './lettered.ts';
export { unpartedScripts } from './unparted.ts';
