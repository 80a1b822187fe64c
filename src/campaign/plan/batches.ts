import { createHash } from 'node:crypto';
import type { Batch, Row } from './row.ts';

/** Rows of a batch at most, by kind: some seconds of one core. */
const most = { patched: 64, set: 25 } as const;

/** Rows in batches: those of one plate together, in the order in which they came. */
export function batchesOf(rows: readonly Row[]): Batch[] {
  const groups = new Map<string, { readonly kind: Batch['kind']; readonly rows: Row[] }>();
  for (const row of rows) {
    const kind = kindOf(row);
    const key = plateOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { kind, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()].flatMap(({ kind, rows }) =>
    inParts(rows, most[kind]).map((part): Batch => ({ id: idOf(part), kind, rows: part })),
  );
}

function kindOf({ place }: Row): Batch['kind'] {
  return place?.publisher === undefined ? 'patched' : 'set';
}

/** Equal for rows of one plate; for rows that are laid out for their places, of one guide and setting. */
export function plateOf(row: Row): string {
  const kind = kindOf(row);
  return JSON.stringify([row.guide, row.setting, kind, kind === 'patched' ? shapeOf(row) : '']);
}

/** What numbers of one plate have in common. */
function shapeOf({ place }: Row): string {
  const number = place?.helpline;
  if (number === undefined) return '';
  return `${number.display.replace(/[0-9]/g, '0')} ${number.dial.length} ${number.country ?? ''}`;
}

/** Parts of nearly one size, none above the most. */
function inParts<T>(all: readonly T[], largest: number): T[][] {
  const count = Math.ceil(all.length / largest);
  return Array.from({ length: count }, (_, i) =>
    all.slice(Math.floor((i * all.length) / count), Math.floor(((i + 1) * all.length) / count)),
  );
}

function idOf(rows: readonly Row[]): string {
  const hash = createHash('sha256');
  for (const { input } of rows) hash.update(`${input}\n`);
  return hash.digest('hex');
}
