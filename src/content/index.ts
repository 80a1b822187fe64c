export { cover, type Span } from './digits/marks.ts';
export { filled, mayHoldDigits, readDigits } from './digits/read-digits.ts';
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
export {
  addressOf,
  type DeclaredNumber,
  declaredNumbers,
  dialledBy,
  helplineNumbers,
  isLinkedCode,
} from './numbers/declared.ts';
export { readDisplay } from './numbers/display.ts';
export { callingCodeOf, isCountry, isGivenOut } from './numbers/national.ts';
export { type Nearness, nearness } from './numbers/nearness.ts';
export type { NumberPair } from './numbers/number-pair.ts';
export { publicCodes } from './numbers/public-codes.ts';
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
export { declaredIn, splitAtNumbers } from './search/declared-in-text.ts';
export { digitsThatMatter, digitsToRead, digitsToReadIn } from './search/digits-that-matter.ts';
export { everydayIn } from './search/everyday-in.ts';
export { holdsGroupsOfLetters, lettersForNumbers } from './search/letters-for-numbers.ts';
export { addressFaults } from './search/link-faults.ts';
export { linkedCode } from './search/linked-codes.ts';
export { besideNumeral, numberFaults } from './search/number-faults.ts';
export { dialableFaults, displays } from './search/told.ts';
export { isLabel } from './search/undialled.ts';
export { type Spoken, spokenDigits, spokenNumbersIn } from './search/words-for-numbers.ts';
export { type PlacedCell, type Table, tableGrid } from './table-grid.ts';
export { countriesHere, type GuideText, textsHere } from './texts.ts';
export { withHelpline } from './with-helpline.ts';
export { type GivenPublisher, withPublisher } from './with-publisher.ts';
