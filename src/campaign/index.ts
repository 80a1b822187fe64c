export type { Entry, FailedEntry, MadeEntry } from './entry.ts';
export { type Campaign, loadCampaign } from './load-campaign.ts';
export { type GuideFolders, PlaceGuides } from './place-guides.ts';
export { type PlanOptions, planOf } from './plan.ts';
export type { Batch, PlaceValues, Plan, Row, Totals } from './row.ts';
export { isS3Address } from './s3-address.ts';
export { openS3Store } from './s3-store.ts';
export { campaignJsonSchema } from './schema.ts';
export type { Store, StoredFile } from './store.ts';
