/** A thread that makes files of a campaign: its press, its store and its plates outlive its batches. */
import { workerData } from 'node:worker_threads';
import { problemsOf } from '../diagnostics/index.ts';
import { type Bench, openBench } from './bench.ts';
import type { Order, Report, Station } from './crew.ts';
import { openStore } from './out.ts';
import type { Store } from './store.ts';
import { storeBatch } from './work.ts';

const { bench, out, stopped } = workerData as Station;
let tools: Promise<{ readonly bench: Bench; readonly store: Store }> | undefined;

async function open() {
  return { bench: openBench(bench), store: await openStore(out) };
}

export async function work({ batch, port }: Order): Promise<Report> {
  try {
    tools ??= open();
    const { bench, store } = await tools;
    const isStopped = () => Atomics.load(stopped, 0) !== 0;
    for await (const entries of storeBatch(batch, bench, store, isStopped)) port.postMessage(entries);
    return {};
  } catch (error) {
    return { problems: problemsOf(error) };
  } finally {
    port.postMessage(null);
    port.close();
  }
}

export default work;
