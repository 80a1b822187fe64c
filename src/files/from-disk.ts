import { type Place, PressError, problem } from '../diagnostics/index.ts';

/** What the system says of a path, as a person says it, with what to do. */
const reasons: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOTDIR: ['a file stands where a folder is meant', 'Give the folder, or move the file away.'],
  EISDIR: ['it is no file, but a folder', 'Give the file, or move what is there away.'],
  EACCES: ['there is no right to read it', 'Give yourself the right to read it.'],
  EPERM: ['there is no right to read it', 'Give yourself the right to read it.'],
  ELOOP: ['its links lead in a circle', 'Put the file or folder itself there.'],
  ENAMETOOLONG: ['its name is too long', 'Give it a shorter name.'],
};

/**
 * Asks the disk: where the system does not give what is asked for that is a problem.
 * @param place where the path was named; without it the problem names the path
 * @param near what to do where there is no file, as far as anything is known
 * @throws PressError FILE_NOT_FOUND
 */
export function fromDisk<T>(
  path: string,
  ask: () => T,
  place: Place = { file: path },
  near: () => string | undefined = () => undefined,
): T {
  try {
    return ask();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof PressError || code === undefined) throw error;
    const [reason, hint] = reasons[code] ?? [`the system says ${code}`, 'Check the path, and the disk.'];
    throw new PressError([
      code === 'ENOENT'
        ? problem('FILE_NOT_FOUND', `There is no file ${path}.`, place, near() ?? 'Check the path.')
        : problem('FILE_NOT_FOUND', `${path} cannot be read: ${reason}.`, place, hint),
    ]);
  }
}
