import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '../diagnostics/index.ts';
import type { Answer, Task } from './proof-task.ts';

/** A file of the press takes a tenth of a second and 100 MB; the reader's own budget ends earlier than these do. */
export const limits = { seconds: 20, megabytes: 768 } as const;

/** What a thread says when it is loaded. */
export const present = 'present';

/** A thread that opens files; it says when it is there, and then gives an answer to each task. */
interface Thread {
  readonly worker: Worker;
  isThere: boolean;
}

/** Opens files in a thread that is given up when it takes too long or too much memory: each file gets an answer. */
export class Bounded {
  readonly #seconds: number;
  readonly #megabytes: number;
  #thread: Thread | undefined;

  constructor({ seconds, megabytes }: { seconds: number; megabytes: number } = limits) {
    this.#seconds = seconds;
    this.#megabytes = megabytes;
  }

  async run(task: Task): Promise<Answer> {
    this.#thread ??= { worker: open(this.#megabytes), isThere: false };
    const thread = this.#thread;
    const { worker } = thread;
    return new Promise<Answer>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const end = (answer: Answer) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(answer);
      };
      const giveUp = (problem: Problem) => {
        this.#thread = undefined;
        end({ problems: [problem] });
        // What it may still say is nobody's business.
        worker.on('error', () => {});
        void worker.terminate();
      };
      const onError = (error: NodeJS.ErrnoException) =>
        giveUp(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? tooCostly(`more than ${this.#megabytes} MB`)
            : problem('INTERNAL', `The proof broke off: ${error.message}.`, {}, 'Please report the file.'),
        );
      const onExit = () => giveUp(tooCostly('more than there is'));
      /** The time is that of the file: to be loaded may take a thread long on a machine that is busy. */
      const begin = () => {
        timer = setTimeout(
          () => giveUp(tooCostly(`more than ${this.#seconds} seconds`)),
          this.#seconds * 1000,
        );
        worker.postMessage(task);
      };
      const onMessage = (said: Answer | typeof present) => {
        if (said === present) {
          thread.isThere = true;
          begin();
        } else end(said);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      if (thread.isThere) begin();
    });
  }

  async close(): Promise<void> {
    await this.#thread?.worker.terminate();
    this.#thread = undefined;
  }
}

/** Node 20 reads no TypeScript: where this runs from its sources, in tests, a loader is brought in. */
const fromSources =
  "import('tsx/esm/api').then(({ register }) => { register(); return import(workerData); });";

function open(maxOldGenerationSizeMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./proof-worker.js', import.meta.url), { resourceLimits });
  const workerData = new URL('./proof-worker.ts', import.meta.url).href;
  const code = `const { workerData } = require('node:worker_threads'); ${fromSources}`;
  return new Worker(code, { eval: true, workerData, resourceLimits });
}

function tooCostly(reason: string): Problem {
  return problem(
    'PDF_TOO_COSTLY',
    `Reading the file takes ${reason}: no file of the press does.`,
    {},
    'It is not a file of helpline-press as it was printed. Do not hand it out.',
  );
}
