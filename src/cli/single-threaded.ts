import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { constants } from 'node:os';
import { dieOfHangup, type Interruptible, signals } from './interrupt.ts';

/** Has V8 do all that a thread needs in that thread. It can be said at the start of Node alone. */
const flag = '--single-threaded';

/** In the environment of the process that {@link beginAnew} starts. */
const mark = 'HELPLINE_PRESS_ANEW';
export const isAnew = (): boolean => process.env[mark] !== undefined;

/**
 * Runs the command of this process in another one, whose V8 keeps each thread to itself: where each core has a thread, those
 * that would help one of them are taken from another. What asks this process to end is handed on.
 * @returns the exit code of that process
 */
export async function beginAnew(args: readonly string[]): Promise<number> {
  const child = fork(process.argv[1]!, [...args], {
    execArgv: [...process.execArgv, flag],
    env: { ...process.env, [mark]: '1' },
  });
  const hand = (signal: NodeJS.Signals) => {
    if (signal === 'SIGHUP') process.on('exit', dieOfHangup);
    if (child.connected) child.send(signal);
  };
  for (const signal of signals) process.on(signal, hand);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  for (const name of signals) process.off(name, hand);
  return code ?? 128 + constants.signals[signal!];
}

/**
 * What asks such a process to end: the one that started it. A terminal's Ctrl-C reaches both, and counts once. Where that one
 * is gone, so is this: as it was killed.
 */
export function overseen(): Interruptible {
  for (const signal of signals) process.on(signal, () => {});
  const end = () => process.kill(process.pid, 'SIGKILL');
  if (!process.connected) end();
  process.once('disconnect', end);
  const heard = new EventEmitter();
  process.on('message', (signal) => {
    if (signal === 'SIGHUP') process.on('exit', dieOfHangup);
    heard.emit(String(signal), signal);
  });
  // What is done does not wait for that one.
  heard.on('removeListener', () => process.channel?.unref());
  return Object.assign(heard, { exit: process.exit }) as unknown as Interruptible;
}
