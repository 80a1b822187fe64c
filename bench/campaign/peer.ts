/**
 * A process that sets the campaign's texts with the peer: for each line on stdin, `12 memory` or `12 folder`, so many
 * documents. Those that go to a folder are there as a campaign's files are: written beside, synced, renamed, some at a
 * time, while the next are made.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { fontFolders, newNumber, plainGuide, source } from '../guide.ts';
import { Typst } from '../peer.ts';
import { fonts, shapes } from './texts.ts';

const typst = new Typst(fontFolders);
const { products, tags } = shapes[process.argv[2] === 'quick' ? 'quick' : 'whole'];
const plain = products.flatMap((product) => tags.map((tag) => plainGuide(tag, source, fonts[tag], product)));
// The processes begin at different documents.
let serial = Number(process.argv[3]);
const one = () => typst.pdf({ ...plain[serial++ % plain.length]!, number: newNumber().display });
for (const _ of plain) one();
const folder = mkdtempSync(join(tmpdir(), 'bench-peer-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGTERM', () => process.exit());

async function store(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(`${path}.part`, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
}

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [count, where] = line.split(' ');
  const start = performance.now();
  const stored: Promise<void>[] = [];
  for (let i = 0; i < Number(count); i++) {
    const bytes = one();
    if (where === 'memory') continue;
    stored.push(store(join(folder, `${i}.pdf`), bytes));
    await setImmediate();
  }
  await Promise.all(stored);
  process.stdout.write(`${performance.now() - start}\n`);
}
