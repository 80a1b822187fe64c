import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Declaration } from './declaration.ts';
import { declarations } from './declaration.ts';
import { writingOf } from './script-of.ts';
import type { Outcome } from './set.ts';

const part = join(import.meta.dirname, 'part.ts');
/** Where `tsx` is found. */
const root = join(import.meta.dirname, '../..');

export interface Wanted {
  /** Empty: all of them. */
  readonly codes: readonly string[];
  /** Folder for the files, each with its proof; undefined: none is kept. */
  readonly out: string | undefined;
  /** Each is set once more, to say how long that takes. */
  readonly timed?: boolean;
}

function setPart(number: number, of: number, { codes, out, timed = false }: Wanted): Promise<Outcome[]> {
  const kept = out === undefined ? [] : ['--out', out];
  const args = [
    '--max-semi-space-size=64',
    '--import',
    'tsx',
    part,
    '--part',
    String(number),
    '--of',
    String(of),
    ...kept,
    ...(timed ? ['--timed'] : []),
    ...codes,
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', (code) => {
      if (code === 0)
        done(text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Outcome])));
      else fail(new Error(`setting declarations ended with ${code}`));
    });
  });
}

/** Sets the declarations of all scripts that there are faces for, or only some, in as many processes as there are cores. */
export async function setAll(wanted: Wanted = { codes: [], out: undefined }): Promise<Outcome[]> {
  const processes = wanted.codes.length === 1 ? 1 : availableParallelism();
  const parts = await Promise.all(Array.from({ length: processes }, (_, i) => setPart(i, processes, wanted)));
  return parts.flat().sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Declarations in scripts of which there is no face, with their script. */
export function leftOut(): { declaration: Declaration; script: string }[] {
  return declarations().flatMap((declaration) => {
    const { locale, script } = writingOf(declaration);
    return locale === undefined ? [{ declaration, script }] : [];
  });
}
