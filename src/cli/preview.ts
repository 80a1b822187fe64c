import { type Command, InvalidArgumentError } from 'commander';
import { guideFolder } from '../press/index.ts';
import { type FolderFlags, foldersOf, ownFolder } from './folders.ts';
import { interruptible } from './interrupt.ts';
import { type Streams, say } from './streams.ts';

interface PreviewFlags extends FolderFlags {
  readonly port: number;
}

/** Adds `preview` to the command: it runs until it is ended. */
export function addPreview(program: Command, streams: Streams): void {
  program
    .command('preview')
    .description('shows a guide in the browser of this machine while it is worked on; ends with Ctrl-C')
    .argument('<guide>', 'folder with guide.yaml')
    .option('--port <n>', 'port on 127.0.0.1 (default: one that is free)', portOf, 0)
    .addOption(ownFolder('templates'))
    .addOption(ownFolder('locales'))
    .addOption(ownFolder('fonts'))
    .action(async (guide: string, flags: PreviewFlags) => {
      const { startPreview } = await import('../preview/index.ts');
      const preview = await startPreview(guideFolder(guide), foldersOf(flags), { port: flags.port });
      streams.out.write(`${preview.address}\n`);
      say(streams, 'Open the address in a browser of this machine. Ctrl-C ends the preview.\n');
      await interruptible((signal) => ended(signal));
      await preview.close();
    });
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('1 to 65535 are possible.');
  return port;
}
