export { adopted } from './adopt.ts';
export { type Filled, filled } from './fill.ts';
export { type FormatName, formatNames, readReturned, writeExchange } from './formats.ts';
export { type Claim, checkClaim, type Imported, importReturned } from './import.ts';
export { canonicalTag, checkTag, presentLocales, strayEntries, targetLocales } from './locales.ts';
export { type NewGuide, newGuide } from './new-guide.ts';
export { reviewSheet } from './review.ts';
export { formatStatus, isWhole, type LocaleStatus, statusOf } from './status.ts';
export { type Exchange, exchangeOf, type Unit, type UnitState } from './unit.ts';
