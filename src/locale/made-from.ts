import { createHash } from 'node:crypto';
import { remembered } from '../content/index.ts';

/** What a translation may be said to be, in the file beside it. */
export const translationStatuses = ['machine-draft', 'human-draft', 'reviewed'] as const;
export type TranslationStatus = (typeof translationStatuses)[number];

/** First 16 hex digits of the SHA-256 of a source text: what a translation was made from. */
export const sourceHash = remembered((text) =>
  createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16),
);
