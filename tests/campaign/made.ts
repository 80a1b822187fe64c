import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha } from './rows.ts';

/** PDFs and proofs below a folder, with their hashes. */
export function pressFilesIn(out: string): Map<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(pdf|proof\.json)$/.test(name),
  );
  return new Map(names.toSorted().map((name) => [name, sha(readFileSync(join(out, name)))]));
}

/** Files that a manifest says were made, as often as it says it. */
export function madeIn(manifest: string): string[] {
  const lines = readFileSync(manifest, 'utf8').trimEnd().split('\n');
  return lines
    .map((line) => JSON.parse(line.slice(9)) as { outcome: string; file: string })
    .filter(({ outcome }) => outcome === 'made')
    .map(({ file }) => file);
}
