import { readFileSync } from 'node:fs';

/** Whether a process of this machine runs. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !hasEnded(pid);
}

/** One that was killed keeps its number until whoever started it asks for it: in a container, perhaps for ever. */
function hasEnded(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    // A system that does not say so.
    return false;
  }
}
