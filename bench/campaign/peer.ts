/** A process that sets the campaign's texts with the peer: for each line with a number on stdin, so many documents. */
import { createInterface } from 'node:readline';
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
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  for (let i = 0; i < Number(line); i++) one();
  process.stdout.write(`${performance.now() - start}\n`);
}
