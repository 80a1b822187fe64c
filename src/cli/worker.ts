import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { listFolder } from '../files/index.ts';
import { interruptible } from './interrupt.ts';
import { beginAnew, isAnew, overseen } from './single-threaded.ts';
import { type Streams, say } from './streams.ts';
import { tellAll } from './teller.ts';

interface WorkerFlags {
  readonly queue: string;
  readonly root: string;
  readonly workers?: number;
  readonly idle?: number;
  readonly json?: boolean;
}

async function work(flags: WorkerFlags, streams: Streams): Promise<number> {
  const { workers = availableParallelism() } = flags;
  if (streams.isOwn === true && workers > 0 && !isAnew()) return beginAnew(process.argv.slice(2));
  // It would take no job, and nobody would see why.
  listFolder(flags.root);
  const { keepHeapFlat, workQueue } = await import('../campaign/index.ts');
  keepHeapFlat();
  const result = await interruptible(
    (signal) => {
      signal.addEventListener('abort', () =>
        say(streams, 'Ending with the files in hand; once more ends at once.\n'),
      );
      return workQueue({
        queue: flags.queue,
        root: resolve(flags.root),
        workers,
        idle: flags.idle,
        signal,
        onWarning: (told) => tellAll([told], streams.err),
      });
    },
    isAnew() ? overseen() : process,
  );
  const said = flags.json
    ? JSON.stringify(result)
    : `${result.made} files made, ${result.failed} failed, in ${result.batches} batches.`;
  streams.out.write(`${said}\n`);
  return 0;
}

const whole =
  (most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value > most) throw new InvalidArgumentError(`0 to ${most} are possible.`);
    return value;
  };

/** Adds `worker` to the command; `done` takes the exit code. */
export function addWorker(program: Command, streams: Streams, done: (code: number) => void): void {
  program
    .command('worker')
    .description('makes files of campaigns that other machines give to a queue, until it is ended')
    .requiredOption('--queue <address>', 'redis://…, rediss://…, postgres://…')
    .option('--root <folder>', 'where its campaigns and their outputs lie; nothing outside is touched', '.')
    .option('--workers <n>', 'threads (default: one a core)', whole(256))
    .option('--idle <seconds>', 'end when nothing was to do for so long (default: never)', whole(1_000_000))
    .option('--json', 'results for machines')
    .action(async (flags: WorkerFlags) => done(await work(flags, streams)));
}
