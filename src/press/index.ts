export type { SheetAnatomy } from './anatomy.ts';
export {
  type BundleOptions,
  type BundlePiece,
  bundleLimit,
  bundlePieces,
  type PrintedBundle,
} from './bundle.ts';
export type { PressDoor } from './door.ts';
export type { Step, Watch } from './equipment.ts';
export { expectAgain, expectBothAgain, expectBundleAgain, printBoth } from './expect-again.ts';
export { dividedFonts, faceFolders, requireFaces } from './face-folders.ts';
export {
  guideFolder,
  overShipped,
  shippedCampaigns,
  shippedFolders,
  shippedGuides,
} from './folders.ts';
export {
  defaultJob,
  type Edition,
  editions,
  type Folders,
  fileName,
  type Impression,
  isSameSetting,
  type Job,
  type Setting,
  sourceDate,
} from './job.ts';
export { type Look, lookAt } from './look.ts';
export { producer } from './metadata.ts';
export type { NamePart } from './name-parts.ts';
export { type NewFont, newFont } from './new-font.ts';
export { listThemes, newTheme, usualColors } from './new-theme.ts';
export { parseOptions, qrOf, type SettingOptions } from './options.ts';
export { makeFolders, type Output, removeFiles, unwritable, writeWhole } from './output.ts';
export { faceUses, ownFaceSchema, readOwnFaces } from './own-faces.ts';
export { formeOf, type Plate } from './plate.ts';
export { Press, type PressOptions } from './press.ts';
export type { Printed } from './print.ts';
export {
  type PrintedReview,
  type ReviewGroup,
  type ReviewPair,
  type ReviewPaper,
  reviewPapers,
} from './review.ts';
export { type SchemaAddress, schemaAddress } from './schema-address.ts';
export { hasDisclosureFor, withoutShort } from './suits.ts';
export type { PrintedPaper, WorkingPaper } from './working-paper.ts';
