export { checkPages } from './collision.ts';
export { checkContrast } from './contrast.ts';
export { paintPages } from './paint.ts';
export { type Renumbering, renumberPage } from './renumber.ts';
export { checkPictures } from './resolution.ts';
export { checkSizes } from './size.ts';
export { itemPlace, itemText, type TextBox, textBoxes } from './text-box.ts';
export type * from './types.ts';
