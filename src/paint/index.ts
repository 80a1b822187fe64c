export { checkContrast } from './contrast.ts';
export { itemPlace, itemText } from './item-text.ts';
export { type TextBox, textBoxes } from './marks.ts';
export { checkPages, recheckNumber } from './page-checks.ts';
export { paintPages } from './paint.ts';
export { type Renumbering, renumberPage } from './renumber.ts';
export { checkPictures } from './resolution.ts';
export { checkSizes } from './size.ts';
export type * from './types.ts';
