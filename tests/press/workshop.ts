import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { run } from '../../src/cli/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** A copy of the shipped guide, its translations and the templates, to be broken. */
export interface Workshop {
  readonly folder: string;
  /** Replaces text in a file of the copy; fails when the text is not there. */
  readonly change: (file: string, from: string | RegExp, to: string) => void;
  readonly read: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly print: (...flags: string[]) => Promise<Result>;
  readonly clear: () => void;
}

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Names in the output folder. */
  readonly files: readonly string[];
}

function collector(): { stream: Writable; text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      done();
    },
  });
  return { stream, text: () => text };
}

/** Runs the command as a user would, and collects what it says. */
export async function command(...args: string[]): Promise<Omit<Result, 'files'>> {
  const out = collector();
  const err = collector();
  const code = await run(args, { out: out.stream, err: err.stream });
  return { code, out: out.text(), err: err.text() };
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
  cpSync(join(root, 'guides/heroin-detox'), join(folder, 'guide'), { recursive: true });
  cpSync(join(root, 'templates'), join(folder, 'templates'), { recursive: true });
  for (const tag of ['es', 'ar', 'hi'])
    for (const ending of ['json', 'state.json'])
      cpSync(
        join(root, `locales/${tag}/heroin-detox.${ending}`),
        join(folder, `guide/locales/${tag}.${ending}`),
      );
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, content: string | Uint8Array) => writeFileSync(join(folder, file), content);
  return {
    folder,
    read,
    write,
    change(file, from, to) {
      const text = read(file);
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
      write(file, changed);
    },
    async print(...flags) {
      const out = join(folder, 'out');
      const result = await command(
        'print',
        join(folder, 'guide'),
        '--templates',
        join(folder, 'templates'),
        '--out',
        out,
        ...flags,
      );
      let files: string[] = [];
      try {
        files = readdirSync(out);
      } catch {
        // nothing was written, not even the folder
      }
      return { ...result, files };
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
