/**
 * Sets every `of`-th declaration, from number `part` on, and prints what became of each, a line of JSON each.
 *
 *   tsx scripts/udhr/part.ts <part> <of> [code,code]
 */
import { declarations } from './declaration.ts';
import { writingOf } from './script-of.ts';
import { setDeclaration } from './set.ts';
import { openWorkshop } from './workshop.ts';

const [part = '0', of = '1', only] = process.argv.slice(2);
const codes = only?.split(',');
const workshop = openWorkshop();
let turn = 0;
for (const declaration of declarations()) {
  if (codes !== undefined && !codes.includes(declaration.code)) continue;
  const writing = writingOf(declaration);
  if (writing.locale === undefined) continue;
  if (turn++ % Number(of) !== Number(part)) continue;
  process.stdout.write(`${JSON.stringify(setDeclaration(declaration, writing, workshop))}\n`);
}
workshop.clear();
