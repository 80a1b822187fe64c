export { type Bench, Benches, type BenchFolders, openBench } from './make/bench.ts';
export {
  type Bundled,
  type BundlesOptions,
  type Bundling,
  bundlings,
  type WrittenBundles,
  writeBundles,
} from './make/bundles.ts';
export { type Crew, inlineCrew, type Order, type Report, threadCrew } from './make/crew.ts';
export { outdatedDesk, refuseOthersDesk } from './make/desk-record.ts';
export { type Estimate, estimateOf, type Sample } from './make/estimate.ts';
export { keepHeapFlat } from './make/flat-heap.ts';
export { Ledger } from './make/ledger.ts';
export { madeIn } from './make/outcomes.ts';
export { type Guides, Plates } from './make/plates.ts';
export { Lost, openThreads, type PoolOptions, type Station, type Threads } from './make/pool.ts';
export type { CampaignPace, CampaignProgress, RunResult } from './make/progress.ts';
export { type RunOptions, runPlan } from './make/run.ts';
export { type Verification, type VerifyOptions, verifyCampaign } from './make/verify.ts';
export { failedEntry, makeBatch, type Result, storeBatch } from './make/work.ts';
export { type Merge, mergeCampaign } from './merge.ts';
export { batchesOf, plateOf } from './plan/batches.ts';
export { type Campaign, loadCampaign } from './plan/load-campaign.ts';
export { type NewFile, newCampaign } from './plan/new-campaign.ts';
export { type GuideFolders, PlaceGuides } from './plan/place-guides.ts';
export { type PlanOptions, planOf } from './plan/plan.ts';
export type { Batch, PlaceValues, Plan, Row, Totals } from './plan/row.ts';
export { jobOptionsOf } from './queue/queue-job.ts';
export { type WorkerResult, workQueue } from './queue/queue-worker.ts';
export { runOverQueue } from './queue/run-queue.ts';
export { type ReportOptions, type ReportProgress, type WrittenReport, writeReport } from './report/report.ts';
export type { Report as CampaignProof } from './report/report-data.ts';
export { type CampaignOptions, type CampaignResult, runCampaign } from './run-campaign.ts';
export { campaignJsonSchema } from './schema/schema.ts';
export { batchesOfShard, costs, parseShard, partOf, type Shard } from './shard.ts';
export type { Entry, FailedEntry, MadeEntry } from './store/entry.ts';
export { FolderStore } from './store/folder-store.ts';
export { isEntry, Manifest, manifestName, manifestsIn, readManifest } from './store/manifest.ts';
export { type Out, openOut, openStore, type Recorder } from './store/out.ts';
export { isStoreAddress } from './store/s3-address.ts';
export { openS3Store } from './store/s3-store.ts';
export type { Store, StoredFile } from './store/store.ts';
