export { type MatchedStyles, matchStyles, styleDocument } from './compute.ts';
export { type CounterStyle, inDigits } from './counter-styles.ts';
export { laysOutItems } from './in-line.ts';
export type { Media } from './media.ts';
export { type Group, groups, type PropertyRow, type Reference, reference } from './reference.ts';
export { RuleSet } from './rule-set.ts';
export type { StyleSheet } from './rules.ts';
export { parseStyleSheet } from './sheet.ts';
export type * from './types.ts';
