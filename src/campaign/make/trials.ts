import type { Batch, Plan, Row } from '../plan/row.ts';

/** Files that are tried at most: a minute of one core, or two. */
const most = 500;

/** Files that are tried before others are made. */
export interface Trials {
  /** Each a batch of one row; those of one language follow each other. */
  readonly batches: readonly Batch[];
  /** Products, papers and the like, in a language, of which none is tried: there are too many. */
  readonly left: number;
}

/**
 * Of each guide, product, language, paper and the like the files that are the first to have no room: the place with the
 * longest name, the one with the longest number, and the one that says most of itself. What is laid out for its place comes first.
 */
export function trialsOf({ batches }: Pick<Plan, 'batches'>): Trials {
  const hardest = new Map<string, { readonly kind: Batch['kind']; rows: readonly [Row, Row, Row] }>();
  for (const { kind, rows } of batches) {
    const { guide, setting } = rows[0]!;
    const of = JSON.stringify([kind, guide, setting]);
    for (const row of rows) {
      const { language, logo } = row.place?.publisher ?? {};
      const key = `${of} ${language} ${logo !== undefined}`;
      const known = hardest.get(key);
      if (known === undefined) hardest.set(key, { kind, rows: [row, row, row] });
      else {
        const [named, numbered, full] = known.rows;
        known.rows = [longer(named, row, nameOf), longer(numbered, row, numberOf), longer(full, row, allOf)];
      }
    }
  }
  const all = [...hardest.values()].toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'set' ? -1 : 1));
  const tried = all.slice(0, most);
  return {
    batches: tried
      .flatMap(({ kind, rows }) =>
        [...new Set(asked(rows))].map((row) => ({ id: row.input, kind, rows: [row] })),
      )
      .toSorted(({ rows: [a] }, { rows: [b] }) => orderOf(a!, b!)),
    left: all.length - tried.length,
  };
}

const orderOf = ({ setting: { locale: a } }: Row, { setting: { locale: b } }: Row): number =>
  a < b ? -1 : a > b ? 1 : 0;

const longer = (a: Row, b: Row, of: (row: Row) => string): Row => (of(b).length > of(a).length ? b : a);

const nameOf = ({ place }: Row): string => place?.publisher?.name ?? '';

/** Most numbers are of one length: only one that is longer is tried for it. */
function asked([named, numbered, full]: readonly [Row, Row, Row]): readonly Row[] {
  const isLonger = [named, full].every((row) => numberOf(row).length < numberOf(numbered).length);
  return isLonger ? [named, numbered, full] : [named, full];
}

const numberOf = ({ place }: Row): string => place?.helpline?.display ?? '';

function allOf({ place }: Row): string {
  const { name, address, web } = place?.publisher ?? {};
  return [name, address, web, place?.helpline?.display].join(' ');
}
