export { type ElementName, type ElementRule, elements, type StructureType } from './elements.ts';
export { checkLanguages } from './languages.ts';
export { parseDocument } from './parse.ts';
export type * from './tree.ts';
export { elementsOf, textContent, walk } from './walk.ts';
