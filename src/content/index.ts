export { type DeclaredNumber, declaredNumbers } from './declared.ts';
export type { Field, Fields, Role } from './fields.ts';
export { type Guide, loadGuide } from './guide.ts';
export type { NumberPair } from './helpline.ts';
export { escapeInline, type InlineNode, inlineNodes, isBlank, parseInline, plainText } from './inline.ts';
export {
  type Block,
  blockFields,
  type DeepReadonly,
  type GuideData,
  guideFields,
  guideJsonSchema,
  guideSchema,
  type Helpline,
} from './schema.ts';
export { collectTexts, type GuideText } from './texts.ts';
export { type Found, fieldsOf, keyPatterns } from './walk.ts';
export { withHelpline } from './with-helpline.ts';
