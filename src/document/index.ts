export { type ElementName, type ElementRule, elements, type StructureType } from './elements.ts';
export type * from './tree.ts';
