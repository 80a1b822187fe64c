import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isProcess } from '../../files/index.ts';
import { ageOf, type Disk, namesIn } from './disk.ts';

/** Nothing is written that long, ms: an older file was left by a run that ended. */
const longest = 3_600_000;

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const pattern = /^\.campaign\.([0-9a-f]{8})\.(\d+)\.[0-9a-f]{16}\.tmp$/;

/** A name that no file has, in the folder of the file that it becomes; short, whatever that is called. */
export function temporaryName(): string {
  return `.campaign.${host}.${process.pid}.${randomBytes(8).toString('hex')}.tmp`;
}

export const isTemporary = (name: string): boolean => pattern.test(name);

/**
 * Takes away what runs that were killed left in some folders. Processes of other machines count as running: nobody can
 * ask. Call it before this process writes anything.
 */
export function sweep(folders: Iterable<string>, disk: Disk): void {
  for (const folder of folders)
    for (const name of namesIn(folder)) {
      const [, machine, pid] = pattern.exec(name) ?? [];
      if (pid === undefined) continue;
      const isLeft = machine === host && !isRunning(Number(pid));
      if (isLeft || (ageOf(folder, name) ?? 0) > longest) disk.remove(join(folder, name));
    }
}

/** Of this machine. The number of a process is given again, in a container at once: that of this one is not another's. */
export function isRunning(pid: number): boolean {
  return pid !== process.pid && isProcess(pid);
}
