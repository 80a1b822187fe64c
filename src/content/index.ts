export { readableAddress, splitAtAddresses, withAddresses } from './addresses.ts';
export { digitsThatMatter, digitsToRead, digitsToReadIn } from './beside-numbers.ts';
export { blockFields, type Form, forms } from './block-schema.ts';
export {
  addressOf,
  type DeclaredNumber,
  declaredNumbers,
  helplineNumbers,
  isLinkedCode,
} from './declared.ts';
export { declaredIn, splitAtNumbers } from './declared-in-text.ts';
export { everydayIn } from './everyday.ts';
export type { Field, Fields, Role } from './fields.ts';
export { deepFreeze } from './frozen.ts';
export { guarded } from './guarded.ts';
export { loadGuide } from './guide.ts';
export { guideFrom } from './guide-from.ts';
export { type NumberPair, publicCodes } from './helpline.ts';
export { idFrom } from './ids.ts';
export { escapeInline, type InlineNode, inlineNodes, isBlank, parseInline, plainText } from './inline.ts';
export { holdsGroupsOfLetters, lettersForNumbers } from './letters-for-numbers.ts';
export { linkedCode } from './linked-codes.ts';
export { type Guide, loadedOf } from './loaded.ts';
export { type Nearness, nearness } from './near-miss.ts';
export { addressFaults, besideNumeral, dialableFaults, numberFaults } from './number-faults.ts';
export { addressesOf, numbersReached } from './reached.ts';
export { filled, mayHoldDigits, readDigits } from './read-digits.ts';
export { remembered, rememberedPair } from './remembered.ts';
export {
  type Block,
  type DeepReadonly,
  type GuideData,
  guideFields,
  guideJsonSchema,
  guideSchema,
  type Helpline,
  type SceneSlot,
  sceneSlots,
} from './schema.ts';
export { type PlacedCell, type Table, tableGrid } from './table-grid.ts';
export { taught } from './taught.ts';
export { collectTexts, countriesHere, type GuideText, textsHere } from './texts.ts';
export { isLabel } from './undialled.ts';
export { type Found, fieldsOf, formsOf, keyPatterns } from './walk.ts';
export { withHelpline } from './with-helpline.ts';
export { type GivenPublisher, withPublisher } from './with-publisher.ts';
export { spokenDigits, spokenNumbersIn } from './words-for-numbers.ts';
export { numberWritten, type WrittenNumber } from './written-number.ts';
