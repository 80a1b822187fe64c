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

/** The files that a file imports for what they do; types leave nothing behind when the program runs. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:([^'";]*?)\s+from\s+)?'(\.[^']+)'/gm)]
    .filter(([, names]) => {
      const listed = /^\{([^}]*)\}$/.exec(names?.trim() ?? '')?.[1]?.split(',');
      return (
        listed === undefined || listed.some((name) => name.trim() !== '' && !name.trim().startsWith('type '))
      );
    })
    .map(([, , target]) => resolve(dirname(file), target!));
}

/** Lists in ARCHITECTURE.md: room to its folders, each of which may import those before it. */
function foldersOf(): [room: string, folders: readonly string[]][] {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  return [...page.matchAll(/^- In `(\w+)`: ([\s\S]*?)\n(?=- |\n)/gm)].map(([, room, text]) => [
    room!,
    [...text!.matchAll(/`(\w+)`/g)].map(([, folder]) => folder!),
  ]);
}

/** Groups of files of which each needs each other. */
function circles(paths: readonly string[]): string[][] {
  const reached = new Map<string, Set<string>>();
  for (const start of paths) {
    const seen = new Set<string>();
    const open = [start];
    for (let file = open.pop(); file !== undefined; file = open.pop())
      for (const next of importsOf(file).filter((path) => paths.includes(path) && !seen.has(path))) {
        seen.add(next);
        open.push(next);
      }
    reached.set(start, seen);
  }
  const groups = paths
    .filter((path) => reached.get(path)!.has(path))
    .map((path) => paths.filter((other) => reached.get(path)!.has(other) && reached.get(other)!.has(path)));
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

/** A block holds lines, and a line may hold a picture in a box: these files of layout need each other. */
const naturalCircle = [
  'block.ts',
  'flex-lines.ts',
  'flex.ts',
  'grid-items.ts',
  'grid.ts',
  'inline-content.ts',
  'inline.ts',
  'position.ts',
  'table-columns.ts',
  'table.ts',
  'widths.ts',
];

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

  it.each(rooms)('%s has no circles among its files', (room) => {
    const found = circles(files(join(src, room))).map((group) =>
      group.map((path) => relative(join(src, room), path)),
    );
    expect(found).toEqual(room === 'layout' ? [naturalCircle] : []);
  });

  it.each(foldersOf())(
    '%s has its folders listed in ARCHITECTURE.md, each above those it imports',
    (room, folders) => {
      const home = join(src, room);
      const there = readdirSync(home).filter((name) => statSync(join(home, name)).isDirectory());
      expect(there.sort()).toEqual(folders.toSorted());
      const wrong = folders.flatMap((folder, floor) =>
        files(join(home, folder)).flatMap((file) =>
          importsOf(file)
            .map((path) => relative(home, path))
            .filter(
              (path) => !path.startsWith('..') && !folders.slice(0, floor + 1).includes(path.split('/')[0]!),
            )
            .map((path) => `${relative(home, file)} imports ${path}`),
        ),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('keep files in folders only where ARCHITECTURE.md says so', () => {
    const divided = rooms.filter((room) =>
      readdirSync(join(src, room)).some((name) => statSync(join(src, room, name)).isDirectory()),
    );
    expect(divided).toEqual(
      foldersOf()
        .map(([room]) => room)
        .sort(),
    );
  });

  it('are entered by scripts and the benchmark through index.ts too', () => {
    let seen = 0;
    const wrong = ['scripts', 'bench']
      .flatMap((folder) => files(join(root, folder)))
      .filter((file) =>
        [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].some(
          ([, target]) => {
            const path = relative(src, resolve(dirname(file), target!));
            if (path.startsWith('..')) return false;
            seen++;
            return path !== 'index.ts' && !/^[\w-]+\/index\.ts$/.test(path);
          },
        ),
      );
    expect(seen).toBeGreaterThan(0);
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  it('only src/pdf/pdfkit.ts imports pdfkit', () => {
    const importers = files(src).filter((file) =>
      /from 'pdfkit'|import\('pdfkit'\)/.test(readFileSync(file, 'utf8')),
    );
    expect(importers.map((file) => relative(src, file))).toEqual(['pdf/pdfkit.ts']);
  });

  /** Beside the reader: what writes, and what reads a file of this package or of a dependency, whose path is in the code. */
  const withDisk = [
    'load.ts',
    'press/output.ts',
    'press/exchange.ts',
    'press/metadata.ts',
    // What a campaign put into its own folder.
    'campaign/store/disk.ts',
    'campaign/store/folder-store.ts',
    'campaign/store/lock.ts',
    'campaign/store/manifest.ts',
    'pdf/pdfkit.ts',
    'text/harfbuzz.ts',
  ];

  it('files of others are read in src/files alone', () => {
    const readers = files(src)
      .filter((file) => /'(?:node:)?fs(?:\/promises)?'|process\.binding/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(src, file))
      .filter((file) => !file.startsWith('files/'));
    expect(readers.sort()).toEqual(withDisk.sort());
  });
});
