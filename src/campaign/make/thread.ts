/** A thread that makes files of a campaign: its store outlives its batches, and so do its press and plates, of one language. */
import { type MessagePort, workerData } from 'node:worker_threads';
import { type Problem, problemsOf } from '../../diagnostics/index.ts';
import { Kept } from '../../proof/index.ts';
import type { Batch } from '../plan/row.ts';
import { openStore } from '../store/out.ts';
import type { Store } from '../store/store.ts';
import { Benches } from './bench.ts';
import type { Order, Report } from './crew.ts';
import type { Station } from './pool.ts';
import { type Claim, verifyFile } from './verify-file.ts';
import { storeBatch } from './work.ts';

let benches: Benches | undefined;
const kept = new Kept();
let store: Promise<Store> | undefined;

/** Ends when the files of the batch are made, so that the next can be begun; its last ones are stored meanwhile. */
export function work(order: Order): Promise<void> {
  return new Promise((onMade) => void storeFiles(order, onMade).finally(onMade));
}

async function storeFiles({ batch, port }: Order, onMade: () => void): Promise<void> {
  const report = await storing(batch, port, onMade).catch(
    (error: unknown): Report => ({ problems: problemsOf(error) }),
  );
  port.postMessage(report);
  port.close();
}

async function storing(batch: Batch, port: MessagePort, onMade: () => void): Promise<Report> {
  benches ??= new Benches(station().bench);
  store ??= openStore(station().out);
  for await (const entries of storeBatch(batch, benches.of(batch), await store, isStopped, onMade))
    port.postMessage(entries);
  return {};
}

/** Reads files again; what is wrong with each, in their order. One that was not come to is undefined. */
export async function verify(claims: readonly Claim[]): Promise<(readonly Problem[] | undefined)[]> {
  store ??= openStore(station().out);
  const found: (readonly Problem[] | undefined)[] = [];
  for (const claim of claims)
    found.push(isStopped() ? undefined : await verifyFile(claim, await store, kept));
  return found;
}

/** Read when it is asked for: the bundle of the package loads this in every thread. */
const station = () => workerData as Station;

const isStopped = () => Atomics.load(station().stopped, 0) !== 0;

export default work;
