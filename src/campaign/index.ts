export type { Entry, FailedEntry, MadeEntry } from './entry.ts';
export type { Batch, PlaceValues, Row } from './row.ts';
export type { Store, StoredFile } from './store.ts';
