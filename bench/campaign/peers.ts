import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Shape, shapes } from './texts.ts';

/** Processes of the peer, which set the same texts as the campaign, the number on each page. */
export interface Peers {
  /** Files that they set so far, and how long that took, ms. */
  readonly spent: { files: number; ms: number };
  /** Each sets every text once. */
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
  const spent = { files: 0, ms: 0 };
  try {
    await Promise.all(all.map(({ heard }) => heard()));
  } catch (error) {
    end();
    throw error;
  }
  return {
    spent,
    async turn() {
      const start = performance.now();
      for (const { child } of all) child.stdin!.write(`${texts}\n`);
      await Promise.all(all.map(({ heard }) => heard()));
      spent.files += texts * count;
      spent.ms += performance.now() - start;
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
