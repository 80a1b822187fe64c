import { basename, dirname } from 'node:path';
import { PressError, problem } from '../diagnostics/index.ts';
import { isThere, readText } from '../files/index.ts';
import { removeFiles, writeWhole } from '../press/index.ts';
import { nearPath } from './told.ts';

/** A file that was written, as it was and as it is. */
interface Change {
  readonly path: string;
  /** Undefined: there was none. */
  readonly before: string | undefined;
  readonly after: string;
}

/** Changes that can be undone, at most. */
const most = 50;

/** The files that the page has written, and how they were. */
export class History {
  readonly #changes: Change[] = [];

  /** What undoing would change back. */
  get last(): string | undefined {
    const path = this.#changes.at(-1)?.path;
    return path === undefined ? undefined : nearPath(path);
  }

  /** Writes a file whole. @throws PressError OUTPUT_UNWRITABLE */
  write(path: string, content: string): void {
    const before = textOf(path);
    if (before === content) return;
    writeWhole([{ path, content }]);
    this.#changes.push({ path, before, after: content });
    if (this.#changes.length > most) this.#changes.shift();
  }

  /** Puts the file that was written last back. @throws PressError USAGE where another hand has changed it since */
  undo(): object {
    const change = this.#changes.at(-1);
    if (change === undefined) return {};
    const { path, before, after } = change;
    if (textOf(path) !== after)
      throw new PressError([
        problem(
          'USAGE',
          `${nearPath(path)} was changed elsewhere since.`,
          { file: path },
          'Change it back in an editor.',
        ),
      ]);
    if (before === undefined) removeFiles([path]);
    else writeWhole([{ path, content: before }]);
    this.#changes.pop();
    return {};
  }
}

function textOf(path: string): string | undefined {
  const [folder, name] = [dirname(path), basename(path)];
  return isThere(folder, name) ? readText(folder, name) : undefined;
}
