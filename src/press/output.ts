import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';

/** A file to be written. */
export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes files that belong together, whole or not at all: each to a temporary file beside its target; when all are on
 * disk they are renamed, in the order given. Earlier files of those names stay as they were until then.
 * @throws PressError OUTPUT_UNWRITABLE
 */
export function writeWhole(outputs: readonly Output[]): void {
  const staged: { temporary: string; path: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of outputs) {
      current = path;
      const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.part`);
      mkdirSync(dirname(path), { recursive: true });
      staged.push({ temporary, path });
      writeFileSync(temporary, content, { flag: 'wx' });
    }
    for (const { temporary, path } of staged) {
      current = path;
      renameSync(temporary, path);
    }
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    const place = { file: current };
    const hint = 'Choose another folder with --out.';
    throw new PressError([
      problem('OUTPUT_UNWRITABLE', `${current} cannot be written: ${reason}`, place, hint),
    ]);
  }
}
