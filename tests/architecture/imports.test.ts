import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const src = join(root, 'src');

/** Rows of the table in ARCHITECTURE.md: room to the rooms it may import. */
function allowedImports(): Map<string, ReadonlySet<string>> {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` \|.*\| ([^|]+) \|$/gm)];
  const allowed = new Map<string, ReadonlySet<string>>();
  for (const [, room, imports] of rows) {
    const names =
      imports!.trim() === 'all above' ? [...allowed.keys()] : imports!.split(',').map((n) => n.trim());
    allowed.set(room!, new Set(names.filter((n) => n !== '-')));
  }
  return allowed;
}

function files(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : []));
}

describe('the rooms', () => {
  const allowed = allowedImports();
  const rooms = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory());

  it('are all listed in ARCHITECTURE.md, and it lists no others', () => {
    expect(rooms.sort()).toEqual([...allowed.keys()].sort());
  });

  it.each(rooms)('%s imports only what ARCHITECTURE.md allows, through index.ts', (room) => {
    const wrong: string[] = [];
    let seen = 0;
    for (const file of files(join(src, room)))
      for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
        seen++;
        const path = relative(src, resolve(dirname(file), target!)).split('/');
        if (path[0] === room) continue;
        if (!allowed.get(room)!.has(path[0]!) || path[1] !== 'index.ts')
          wrong.push(`${relative(root, file)} imports ${target}`);
      }
    expect(seen).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('only src/pdf/pdfkit.ts imports pdfkit', () => {
    const importers = files(src).filter((file) =>
      /from 'pdfkit'|import\('pdfkit'\)/.test(readFileSync(file, 'utf8')),
    );
    expect(importers.map((file) => relative(src, file))).toEqual(['pdf/pdfkit.ts']);
  });
});
