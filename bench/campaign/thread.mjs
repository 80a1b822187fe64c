/**
 * A thread of a campaign's workers, as `src/campaign/make/thread.ts` has it, with a clock around each row and a look at its
 * memory after each: what it found is said on a channel after each batch.
 */
import { getHeapStatistics } from 'node:v8';
import { BroadcastChannel, threadId, workerData } from 'node:worker_threads';
import { Benches, openStore, storeBatch } from '../../dist/campaign/index.js';
import { problemsOf } from '../../dist/diagnostics/index.js';

const channel = new BroadcastChannel('bench-campaign');
channel.unref();

let benches;
let store;
const watched = new WeakSet();
/** Time and files by kind, ms; memory after each file, bytes. */
let seen;
const forget = () => {
  seen = { number: { files: 0, ms: 0 }, name: { files: 0, ms: 0 }, layout: { files: 0, ms: 0 }, memory: [] };
};

/** A bench, with a clock around each of its rows. */
function timed(opened) {
  if (watched.has(opened)) return opened;
  watched.add(opened);
  const { press, plates } = opened;
  let [isNew, since] = [false, 0];
  const plate = press.plate.bind(press);
  press.plate = (...args) => {
    isNew = true;
    return plate(...args);
  };
  const of = plates.of.bind(plates);
  let row;
  plates.of = (asked) => {
    row = asked;
    isNew = false;
    since = performance.now();
    return of(asked);
  };
  const print = press.print.bind(press);
  press.print = (...args) => {
    const printed = print(...args);
    const kind = isNew ? (row.place?.publisher === undefined ? 'layout' : 'name') : 'number';
    seen[kind].files++;
    seen[kind].ms += performance.now() - since;
    const { used_heap_size, external_memory } = getHeapStatistics();
    seen.memory.push(used_heap_size + external_memory);
    return printed;
  };
  return opened;
}

const isStopped = () => Atomics.load(workerData.stopped, 0) !== 0;

/** Ends when the files of the batch are made, as the press's own does: its clock stops there. */
export default function work(order) {
  return new Promise((onMade) => void storeFiles(order, onMade).finally(onMade));
}

async function storeFiles({ batch, port }, onMade) {
  forget();
  const began = performance.now();
  const made = () => {
    channel.postMessage({ thread: threadId, ms: performance.now() - began, ...seen });
    onMade();
  };
  const report = await storing(batch, port, made).catch((error) => ({ problems: problemsOf(error) }));
  port.postMessage(report);
  port.close();
}

async function storing(batch, port, made) {
  benches ??= new Benches(workerData.bench);
  const bench = timed(benches.of(batch));
  store ??= openStore(workerData.out);
  for await (const entries of storeBatch(batch, bench, await store, isStopped, made))
    port.postMessage(entries);
  return {};
}
