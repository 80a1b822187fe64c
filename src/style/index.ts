export { matchStyles, styleDocument } from './compute.ts';
export { parseStyleSheet, type StyleSheet } from './sheet.ts';
export type * from './types.ts';
