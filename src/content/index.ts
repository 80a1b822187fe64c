export { type Guide, loadGuide } from './guide.ts';
export { escapeInline, type InlineNode, inlineNodes, isBlank, parseInline, plainText } from './inline.ts';
export { type Block, type GuideData, guideJsonSchema, guideSchema, type Helpline } from './schema.ts';
export { collectTexts, type GuideText } from './texts.ts';
