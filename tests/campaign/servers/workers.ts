import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { builtCommand } from '../../built.ts';

/** `helpline-press worker …` as a process of its own. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;
  said = '';

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.#child = spawn(process.execPath, [builtCommand(), 'worker', '--workers', '0', ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#gone = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.on('data', (data) => {
        this.said += data;
      });
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#child.kill(signal);
  }

  /** Waits for its end; gives its exit code. */
  async end(): Promise<number | null> {
    await this.#gone;
    return this.#child.exitCode;
  }

  async stop(): Promise<void> {
    this.kill();
    await this.#gone;
  }
}

/** Waits until something is so, for a minute and a half at most. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 900; i++) {
    if (await isSo()) return;
    await wait(100);
  }
  throw new Error(`It never came: ${what}`);
}
