import { setFlagsFromString } from 'node:v8';
import { formatProblem, problem, problemsOf } from '../diagnostics/index.ts';
import { run } from './program.ts';
import { tellAll } from './teller.ts';

/** What of the process the command's edge uses. */
type Edge = Pick<NodeJS.Process, 'argv' | 'stdout' | 'stderr' | 'exitCode' | 'on' | 'exit'>;

const failed = 1;

/**
 * What a function runs through before V8 optimizes it, bytes of bytecode; V8's own figure is 67584. A command is short:
 * optimizing what runs for a moment costs more than it saves, and what runs for long is optimized all the same.
 */
const budget = 1_000_000;

/**
 * What a function of HarfBuzz runs through before V8 compiles it once more, bytes; V8's own figure is a tenth of it. As above.
 */
const budgetOfHarfBuzz = 20_000_000;

/**
 * Runs the command for a process. Whatever happens is told as a problem: what nobody caught, a full disk behind stdout.
 * Where a reader went away (`| head`) what is left to say goes nowhere; what is to be done is done all the same.
 */
export async function main(edge: Edge): Promise<void> {
  // V8 says aloud that it has no such flag any more: in Node 22 and later.
  if (Number.parseInt(process.versions.v8, 10) < 12) {
    setFlagsFromString(`--interrupt-budget=${budget}`);
    setFlagsFromString(`--wasm-tiering-budget=${budgetOfHarfBuzz}`);
  }
  let isLost = false;
  const lose = (name: string) => (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isLost) return;
    isLost = true;
    edge.exitCode = failed;
    const message = `What was to be said on ${name} could not be written: ${error.code ?? error.message}.`;
    const hint = 'Is the disk full? Files that were made are whole; have the results written elsewhere.';
    if (name === 'stdout')
      edge.stderr.write(`${formatProblem(problem('OUTPUT_UNWRITABLE', message, {}, hint))}\n`);
  };
  edge.stdout.on('error', lose('stdout'));
  edge.stderr.on('error', lose('stderr'));
  const end = (error: unknown) => {
    tellAll(problemsOf(error), edge.stderr);
    edge.exit(failed);
  };
  edge.on('uncaughtException', end);
  edge.on('unhandledRejection', end);
  const code = await run(edge.argv.slice(2), { out: edge.stdout, err: edge.stderr, isOwn: true });
  edge.exitCode = isLost ? failed : code;
}
