export { type ElementName, type ElementRule, elements, type StructureType } from './elements.ts';
export { checkLanguages, fitsLanguage } from './languages.ts';
export { type DocumentNumber, numberMark, pageMark } from './number-marks.ts';
export { parseDocument } from './parse.ts';
export { decodeReference } from './references.ts';
export { scopeOf, type Table, type TableCell, tableOf } from './table.ts';
export type * from './tree.ts';
export { elementsOf, textContent, walk } from './walk.ts';
export { asWritten, withNumbers } from './wording.ts';
