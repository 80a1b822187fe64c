import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Shape, shapes } from './texts.ts';

/** Where the peer's documents go: nowhere, or into a folder, as those of a campaign do. */
export const places = ['memory', 'folder'] as const;

/** Processes of the peer, which set the same texts as the campaign, the number on each page. */
export interface Peers {
  /** Files that they set so far, and how long that took, ms, by where they went. */
  readonly spent: Readonly<Record<(typeof places)[number], { files: number; ms: number }>>;
  /** Each sets every text once for each place. */
  turn(): Promise<void>;
  end(): void;
}

/** @throws Error where one of them ends: nothing is compared with what is not there */
export async function startPeers(count: number, shape: Shape): Promise<Peers> {
  const texts = shape.products.length * shape.tags.length;
  const all = Array.from({ length: count }, (_, i) => startOne(shape, Math.floor((i * texts) / count)));
  const end = () => {
    for (const { child } of all) child.kill();
  };
  const spent = { memory: { files: 0, ms: 0 }, folder: { files: 0, ms: 0 } };
  try {
    await Promise.all(all.map(({ heard }) => heard()));
  } catch (error) {
    end();
    throw error;
  }
  return {
    spent,
    async turn() {
      for (const place of places) {
        const start = performance.now();
        for (const { child } of all) child.stdin!.write(`${texts} ${place}\n`);
        await Promise.all(all.map(({ heard }) => heard()));
        spent[place].files += texts * count;
        spent[place].ms += performance.now() - start;
      }
    },
    end,
  };
}

interface Peer {
  readonly child: ChildProcess;
  /** Waits for what it says next. */
  readonly heard: () => Promise<void>;
}

function startOne(shape: Shape, first: number): Peer {
  const name = shape === shapes.quick ? 'quick' : 'whole';
  const script = join(import.meta.dirname, 'peer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, name, String(first)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const heard = async () => {
    const { done } = await lines.next();
    if (done === true) throw new Error('The peer ended.');
  };
  return { child, heard };
}
