import { createHash } from 'node:crypto';
import {
  batchesOf,
  batchesOfShard,
  costs,
  type PlaceValues,
  plateOf,
  type Row,
} from '../src/campaign/index.ts';

/**
 * How evenly ways of dividing a campaign divide it, by counts: no clock. 400 places, a fifth with names of their own, 12
 * locales, 3 products. Cost of the dearest part against the mean, and of all parts against the whole in one.
 * `npx tsx bench/shards.ts`
 */
const [places, locales, products] = [400, 12, 3];

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const whole: Row[] = [];
for (let product = 0; product < products; product++)
  for (let locale = 0; locale < locales; locale++)
    for (let i = 0; i < places; i++) {
      const number = `800-315-${1000 + i}`;
      const place: PlaceValues = {
        id: `place-${i}`,
        helpline: { display: number, dial: `+1${number.replaceAll('-', '')}` },
        ...(i % 5 === 0 ? { publisher: { name: `County ${i}` } } : {}),
      };
      const file = `l${locale}/p${product}/place-${i}.pdf`;
      whole.push({
        file,
        input: hash(file),
        guide: 'guide',
        setting: {
          product: `p${product}`,
          locale: `l${locale}`,
          paper: 'letter',
          orientation: undefined,
          edition: 'standard',
          theme: 'calm',
          qr: undefined,
        },
        impression: { purpose: 'screen', duplex: 'short', allowDrafts: false, date: undefined },
        place,
        quantity: 1,
      });
    }

const partOf = (text: string, count: number) =>
  Number(BigInt(`0x${hash(text).slice(0, 16)}`) % BigInt(count));
const all = batchesOf(whole);
const ways: Record<string, (number: number, count: number) => readonly Row[]> = {
  'hash of the row': (number, count) => whole.filter((row) => partOf(row.file, count) === number - 1),
  'hash of the plate': (number, count) => whole.filter((row) => partOf(plateOf(row), count) === number - 1),
  'a line, cut': (number, count) => batchesOfShard(all, { number, count }).flatMap(({ rows }) => rows),
};

function costOf(rows: readonly Row[]): { cost: number; plates: number } {
  const plates = new Set(rows.map(plateOf)).size;
  const made = rows.reduce((sum, { place }) => sum + (place?.publisher ? costs.set : costs.patched), 0);
  return { cost: made + plates * costs.plate, plates };
}

const single = costOf(whole).cost;
process.stdout.write(
  `| parts | way | dearest / mean | all / whole in one | plates a part, most | dearest / ideal |\n|---|---|---|---|---|---|\n`,
);
for (const count of [2, 8, 32, 100])
  for (const [name, rowsOf] of Object.entries(ways)) {
    const parts = Array.from({ length: count }, (_, i) => costOf(rowsOf(i + 1, count)));
    const sum = parts.reduce((total, { cost }) => total + cost, 0);
    const dearest = Math.max(...parts.map(({ cost }) => cost));
    const cells = [
      count,
      name,
      (dearest / (sum / count)).toFixed(2),
      (sum / single).toFixed(2),
      Math.max(...parts.map(({ plates }) => plates)),
      (dearest / (single / count)).toFixed(2),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
