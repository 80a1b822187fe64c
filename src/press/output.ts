import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';

/**
 * Writes a file whole or not at all: to a temporary file beside the target, renamed when it is on disk. An earlier
 * file of that name stays as it was until then.
 * @throws PressError OUTPUT_UNWRITABLE
 */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.part`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new PressError([
      problem(
        'OUTPUT_UNWRITABLE',
        `${path} cannot be written: ${reason}`,
        { file: path },
        'Choose another folder with --out.',
      ),
    ]);
  }
}
