import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Problem } from '../../diagnostics/index.ts';
import { makeFolders, unwritable } from '../../press/index.ts';
import type { Entry } from './entry.ts';
import { FolderStore } from './folder-store.ts';
import { sha256Of } from './hash.ts';
import { Lock } from './lock.ts';
import { Manifest, manifestName, manifestsIn, readLines, readManifest } from './manifest.ts';
import { manifestLine } from './manifest-line.ts';
import { isStoreAddress } from './s3-address.ts';
import { openS3Store } from './s3-store.ts';
import type { Store } from './store.ts';

/** Where a campaign's files go, and the record of what was made there. */
export interface Out {
  readonly store: Store;
  /** What each manifest says that is there, by name; a line that is damaged is a problem. */
  manifests(): AsyncIterable<{ readonly name: string; readonly entries: AsyncIterable<Entry | Problem> }>;
  /**
   * Begins to write, for a campaign of that id: nobody else writes that manifest from here on, and what killed runs left beside the files is taken away.
   * @throws PressError CAMPAIGN_RUNNING, OUTPUT_UNWRITABLE
   */
  begin(manifest: string, campaign: string, files: Iterable<string>): Promise<Recorder>;
}

/** A manifest that entries are added to; they are safe when `append` returns. */
export interface Recorder {
  append(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}

/** The store of an address, as each thread opens it. @throws PressError STORE_* */
export async function openStore(address: string): Promise<Store> {
  return isStoreAddress(address) ? openS3Store(address) : new FolderStore(address);
}

/** @throws PressError STORE_* */
export async function openOut(address: string): Promise<Out> {
  return isStoreAddress(address) ? bucket(await openS3Store(address)) : folder(new FolderStore(address));
}

function folder(store: FolderStore): Out {
  return {
    store,
    async *manifests() {
      for (const path of await manifestsIn(store.root))
        yield { name: basename(path), entries: readManifest(path) };
    },
    async begin(name, campaign, files) {
      const path = join(store.root, name);
      try {
        makeFolders(store.root, []);
      } catch (error) {
        throw unwritable(store.root, error, 'Give another folder with --out.');
      }
      const lock = new Lock(`${path}.lock`);
      try {
        store.sweep(files);
        const manifest = await Manifest.open(path);
        return {
          append: (entries) => manifest.append(entries.map(ofCampaign(campaign))),
          async close() {
            // What threads that died left.
            store.sweep(files);
            await manifest.close();
            lock.release();
          },
        };
      } catch (error) {
        lock.release();
        throw error;
      }
    },
  };
}

const ofCampaign =
  (campaign: string) =>
  (entry: Entry): Entry => ({ ...entry, campaign });

/** Below it lie the manifests of a bucket: nothing can be added to an object, so each part of one is an object. */
export const manifestParts = 'campaign.manifests/';

/** Whether a manifest, or a part of one, is that of a campaign as a whole, and of no shard or worker, whose names have hyphens. */
export const isOfWhole = (name: string): boolean =>
  name === manifestName || /^campaign\.[a-z0-9]+\.\d{6,}\.manifest$/.test(name);

function bucket(store: Store): Out {
  return {
    store,
    async *manifests() {
      const names: string[] = [];
      // What systems put beside (`._…`, `.DS_Store`, an object that stands for the folder) is none.
      for await (const name of store.list(manifestParts))
        if (/\/campaign\.[^/]*manifest$/.test(name)) names.push(name);
      for (const name of names.toSorted()) yield { name, entries: entriesOf(name, store) };
    },
    async begin(name, campaign) {
      const run = `${manifestParts}${name.replace(/\.manifest$/, '')}.${Date.now().toString(36)}${randomBytes(4).toString('hex')}`;
      let part = 0;
      return {
        async append(entries) {
          if (entries.length === 0) return;
          const content = Buffer.from(entries.map(ofCampaign(campaign)).map(manifestLine).join(''));
          const name = `${run}.${String(++part).padStart(6, '0')}.manifest`;
          await store.put([{ name, content, sha256: sha256Of(content) }]);
        },
        async close() {},
      };
    },
  };
}

async function* entriesOf(name: string, store: Store): AsyncGenerator<Entry | Problem> {
  const content = await store.get(name);
  if (content !== undefined) yield* readLines([Buffer.from(content)], name);
}
