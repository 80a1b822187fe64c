/**
 * Sets every `of`-th declaration, from number `part` on, and prints what became of each, a line of JSON each.
 *
 *   tsx scripts/udhr/part.ts --part 0 --of 2 [--out folder] [--timed] [code …]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Printed, writeWhole } from '../../src/press/index.ts';
import { declarations } from './declaration.ts';
import { writingOf } from './script-of.ts';
import { setDeclaration } from './set.ts';
import { openWorkshop } from './workshop.ts';

const { values, positionals: codes } = parseArgs({
  options: {
    part: { type: 'string', default: '0' },
    of: { type: 'string', default: '1' },
    out: { type: 'string' },
    timed: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const { part, of, out, timed } = values;
const workshop = openWorkshop();
let turn = 0;
for (const declaration of declarations()) {
  const { code } = declaration;
  if (codes.length > 0 && !codes.includes(code)) continue;
  const writing = writingOf(declaration);
  if (writing.locale === undefined) continue;
  if (turn++ % Number(of) !== Number(part)) continue;
  const keep = ({ bytes, proof }: Printed) => {
    if (out === undefined) return;
    writeWhole([
      { path: join(out, `${code}.pdf`), content: bytes },
      { path: join(out, `${code}.proof.json`), content: JSON.stringify(proof) },
    ]);
  };
  const outcome = setDeclaration(declaration, writing, workshop, { timed, keep });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
workshop.clear();
