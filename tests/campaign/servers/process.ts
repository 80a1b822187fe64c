import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A server of this machine, as a process that a test may end as it likes. */
export class Server {
  readonly port: number;
  readonly #start: () => ChildProcess;
  #process: ChildProcess | undefined;
  #said = '';

  private constructor(port: number, start: () => ChildProcess) {
    this.port = port;
    this.#start = start;
  }

  static async run(port: number, start: () => ChildProcess): Promise<Server> {
    const server = new Server(port, start);
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const child = this.#start();
    this.#process = child;
    const note = (data: Buffer) => {
      this.#said = (this.#said + data).slice(-4000);
    };
    child.stdout?.on('data', note);
    child.stderr?.on('data', note);
    for (let i = 0; i < 600; i++) {
      if (child.exitCode !== null) throw new Error(`A server ended at once: ${this.#said}`);
      if (await answers(this.port)) return;
      await wait(100);
    }
    throw new Error(`A server does not answer: ${this.#said}`);
  }

  /** Ends it, in whichever way; returns when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT' = 'SIGKILL'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}

export function launch(path: string, args: readonly string[], options: { cwd?: string; uid?: number } = {}) {
  return spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.on('connect', () => end(true)).on('error', () => end(false));
  });
}
