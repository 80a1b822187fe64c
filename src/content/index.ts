export { deepFreeze } from './frozen.ts';
export { guarded } from './guarded.ts';
export { loadGuide } from './guide.ts';
export { guideFrom } from './guide-from.ts';
export { idFrom } from './ids.ts';
export { readableAddress, splitAtAddresses, withAddresses } from './inline/addresses.ts';
export {
  escapeInline,
  type InlineNode,
  inlineNodes,
  isBlank,
  parseInline,
  plainText,
} from './inline/inline.ts';
export { remembered, rememberedPair } from './inline/remembered.ts';
export { type Guide, loadedOf } from './loaded.ts';
export { digitsThatMatter, digitsToRead, digitsToReadIn } from './numbers/beside-numbers.ts';
export {
  addressOf,
  type DeclaredNumber,
  declaredNumbers,
  dialledBy,
  helplineNumbers,
  isLinkedCode,
} from './numbers/declared.ts';
export { declaredIn, splitAtNumbers } from './numbers/declared-in-text.ts';
export { everydayIn } from './numbers/everyday.ts';
export { type NumberPair, publicCodes } from './numbers/helpline.ts';
export { holdsGroupsOfLetters, lettersForNumbers } from './numbers/letters-for-numbers.ts';
export { linkedCode } from './numbers/linked-codes.ts';
export { isCountry } from './numbers/national.ts';
export { type Nearness, nearness } from './numbers/near-miss.ts';
export {
  addressFaults,
  besideNumeral,
  dialableFaults,
  displays,
  numberFaults,
} from './numbers/number-faults.ts';
export { filled, mayHoldDigits, readDigits } from './numbers/read-digits.ts';
export { isLabel } from './numbers/undialled.ts';
export { spokenDigits, spokenNumbersIn } from './numbers/words-for-numbers.ts';
export { numberWritten, type WrittenNumber } from './numbers/written-number.ts';
export { addressesOf, numbersReached } from './reached.ts';
export { blockFields, type Form, forms } from './schema/block-schema.ts';
export type { Field, Fields, Role } from './schema/fields.ts';
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
} from './schema/schema.ts';
export { taught } from './schema/taught.ts';
export { type Found, fieldsOf, formsOf, keyPatterns } from './schema/walk.ts';
export { type PlacedCell, type Table, tableGrid } from './table-grid.ts';
export { countriesHere, type GuideText, textsHere } from './texts.ts';
export { withHelpline } from './with-helpline.ts';
export { type GivenPublisher, withPublisher } from './with-publisher.ts';
