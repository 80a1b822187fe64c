import type { Row } from '../plan/row.ts';

/** A bundle or archive by its name: of what it is, and the value of it; undefined for papers. */
const bundleName = /^bundles\/(place|locale|product)\/([^./]+)\..*?(pdf|zip)$/;

/** What a bundle, or an archive of a campaign, is one of: all of these have each file of their place, language or product. */
function seriesOf(name: string, campaign: string): string | undefined {
  const [, by, value, kind] = bundleName.exec(name) ?? [];
  if (by !== undefined) return `${by}/${value}.${kind}`;
  return name.startsWith(`${campaign}.`) && name.endsWith('.zip') ? '.zip' : undefined;
}

const seriesOfRow = ({ place, setting: { locale, product } }: Row): readonly string[] =>
  [`place/${place?.id ?? 'all'}`, `locale/${locale}`, `product/${product}`]
    .flatMap((of) => [`${of}.pdf`, `${of}.zip`])
    .concat('.zip');

/**
 * Bundles and archives that lack files, each by the first of its series, with the files: those were made since, and no other of
 * the series has them.
 * @param recorded names of bundles and archives, with the files that they have
 * @param made rows whose files were made
 */
export function lackingOf(
  recorded: Iterable<readonly [name: string, rows: readonly string[]]>,
  made: readonly Row[],
  campaign: string,
): ReadonlyMap<string, readonly string[]> {
  const series = new Map<string, { readonly first: string; readonly files: Set<string> }>();
  for (const [name, rows] of recorded) {
    const of = seriesOf(name, campaign);
    if (of === undefined) continue;
    const known = series.get(of);
    if (known === undefined) series.set(of, { first: name, files: new Set(rows) });
    else for (const file of rows) known.files.add(file);
  }
  const lacking = new Map<string, string[]>();
  if (series.size === 0) return lacking;
  for (const row of made)
    for (const of of seriesOfRow(row)) {
      const one = series.get(of);
      if (one === undefined || one.files.has(row.file)) continue;
      const found = lacking.get(one.first);
      if (found === undefined) lacking.set(one.first, [row.file]);
      else found.push(row.file);
    }
  return lacking;
}
