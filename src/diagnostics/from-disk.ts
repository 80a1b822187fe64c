import { PressError, problem } from './problem.ts';

/** What the system says of a path, as a person says it, with what to do. */
const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOTDIR: ['a file stands where a folder is meant', 'Give the folder, or move the file away.'],
  EISDIR: ['it is no file, but a folder or a device', 'Give the file, or move what is there away.'],
  EACCES: ['there is no right to read it', 'Give yourself the right to read it.'],
  EPERM: ['there is no right to read it', 'Give yourself the right to read it.'],
  ELOOP: ['its links lead in a circle', 'Put the file or folder itself there.'],
};

function unreadable(path: string, code: string): PressError {
  const [reason, hint] = reasons[code] ?? [`the system says ${code}`, 'Check the path, and the disk.'];
  return new PressError([
    code === 'ENOENT'
      ? problem('FILE_NOT_FOUND', `There is no file ${path}.`, { file: path }, 'Check the path.')
      : problem('FILE_NOT_FOUND', `${path} cannot be read: ${reason}.`, { file: path }, hint),
  ]);
}

/** Reads a file or folder: where the system does not give it that is a problem. @throws PressError FILE_NOT_FOUND */
export function fromDisk<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : unreadable(path, code);
  }
}

/** For what must be a file, and is a folder, or a pipe that might never end. */
export function noFile(path: string): PressError {
  return unreadable(path, 'EISDIR');
}
