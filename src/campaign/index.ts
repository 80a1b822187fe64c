export { batchesOf, plateOf } from './batches.ts';
export { type Bench, Benches, type BenchFolders, openBench } from './bench.ts';
export {
  type Bundled,
  type BundlesOptions,
  type Bundling,
  bundlings,
  type WrittenBundles,
  writeBundles,
} from './bundles.ts';
export { type Crew, inlineCrew, type Order, type Report, threadCrew } from './crew.ts';
export type { Entry, FailedEntry, MadeEntry } from './entry.ts';
export { type Estimate, estimateOf, type Sample } from './estimate.ts';
export { keepHeapFlat } from './flat-heap.ts';
export { FolderStore } from './folder-store.ts';
export { Ledger } from './ledger.ts';
export { type Campaign, loadCampaign } from './load-campaign.ts';
export { isEntry, Manifest, manifestName, manifestsIn, readManifest } from './manifest.ts';
export { type Merge, mergeCampaign } from './merge.ts';
export { type NewFile, newCampaign } from './new-campaign.ts';
export { type Out, openOut, openStore, type Recorder } from './out.ts';
export { type GuideFolders, PlaceGuides } from './place-guides.ts';
export { type PlanOptions, planOf } from './plan.ts';
export { type Guides, Plates } from './plates.ts';
export { Lost, openThreads, type PoolOptions, type Station, type Threads } from './pool.ts';
export type { CampaignPace, CampaignProgress, CampaignResult } from './progress.ts';
export { jobOptionsOf } from './queue-job.ts';
export { type WorkerResult, workQueue } from './queue-worker.ts';
export { type ReportOptions, type ReportProgress, type WrittenReport, writeReport } from './report.ts';
export type { Report as CampaignProof } from './report-data.ts';
export type { Batch, PlaceValues, Plan, Row, Totals } from './row.ts';
export { type RunOptions, runPlan } from './run.ts';
export { type CampaignOptions, runCampaign } from './run-campaign.ts';
export { runOverQueue } from './run-queue.ts';
export { isStoreAddress } from './s3-address.ts';
export { openS3Store } from './s3-store.ts';
export { campaignJsonSchema } from './schema.ts';
export { batchesOfShard, costs, parseShard, partOf, type Shard } from './shard.ts';
export type { Store, StoredFile } from './store.ts';
export { type Verification, type VerifyOptions, verifyCampaign } from './verify.ts';
export { failedEntry, makeBatch, type Result, storeBatch } from './work.ts';
