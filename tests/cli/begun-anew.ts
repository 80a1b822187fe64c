/** A command that begins anew, says which process it is, and ends a moment after it is asked to. */
import { setTimeout } from 'node:timers/promises';
import { interruptible } from '../../src/cli/interrupt.ts';
import { beginAnew, isAnew, overseen } from '../../src/cli/single-threaded.ts';

if (!isAnew()) process.exitCode = await beginAnew(process.argv.slice(2));
else {
  await interruptible(async (signal) => {
    process.stdout.write(`${process.pid} ${process.execArgv.at(-1)} ${process.argv.slice(2).join()}\n`);
    await new Promise((done) => signal.addEventListener('abort', done));
    process.stdout.write('asked\n');
    await setTimeout(500);
  }, overseen());
  process.exitCode = 7;
}
