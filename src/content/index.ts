export { type DeclaredNumber, declaredNumbers } from './declared.ts';
export { type Guide, loadGuide } from './guide.ts';
export type { NumberPair } from './helpline.ts';
export { escapeInline, type InlineNode, inlineNodes, isBlank, parseInline, plainText } from './inline.ts';
export {
  type Block,
  type DeepReadonly,
  type GuideData,
  guideJsonSchema,
  guideSchema,
  type Helpline,
} from './schema.ts';
export { collectTexts, type GuideText } from './texts.ts';
export { withHelpline } from './with-helpline.ts';
