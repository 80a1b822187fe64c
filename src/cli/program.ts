import { Command, CommanderError, Option } from 'commander';
import { problemsOf } from '../diagnostics/index.ts';
import { defaultJob } from '../press/index.ts';
import { addCampaign } from './campaign.ts';
import { type FolderFlags, foldersOf } from './folders.ts';
import { list, listed } from './list.ts';
import { addNew } from './new.ts';
import { dpiOf, usualDpi } from './pictures.ts';
import { addPreview } from './preview.ts';
import { type PrintFlags, print } from './print.ts';
import { type ProofFlags, proof } from './proof.ts';
import type { Streams } from './streams.ts';
import { tellAll } from './teller.ts';
import { addTranslations } from './translations.ts';
import { addWorker } from './worker.ts';

const codes = { done: 0, problems: 1, usage: 2 } as const;

/** Runs the command with its arguments. Gives the exit code: 0 done, 1 the input has problems, 2 wrong usage. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let code: number = codes.done;
  const program = new Command('helpline-press')
    .description(
      'Accessible pamphlets and posters from a structured guide, with the helpline proved on every page.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.out.write(text),
      writeErr: (text) => streams.err.write(text),
    });
  program
    .command('print')
    .argument('<guide>', 'folder with guide.yaml')
    .option('--product <names>', 'products, or all', 'all')
    .option('--locale <tags>', "locales, or all (default: the guide's own)")
    .option('--paper <names>', 'papers', defaultJob.paper)
    .addOption(new Option('--orientation <way>', 'landscape or portrait'))
    .option('--edition <names>', 'editions, or all', defaultJob.edition)
    .option('--for <purposes>', 'screen, office', defaultJob.purpose)
    .option('--duplex <edge>', 'short or long', defaultJob.duplex)
    .option('--qr <address>', 'address of the QR code (default: it dials the helpline)')
    .option('--theme <name>', 'theme of the templates', defaultJob.theme)
    .option('--out <folder>', 'where the files go', 'out')
    .option('--templates <folder>', 'own templates, over the shipped ones')
    .option('--locales <folder>', 'own translations and words, over the shipped ones')
    .option('--allow-drafts', 'print translations that no person reviewed for handing out')
    .option('--png', 'pictures of the pages beside each file')
    .option('--dpi <n>', `pixels an inch of the pictures (default: ${usualDpi})`, dpiOf)
    .option('--json', 'results for machines')
    .action(async (guide: string, flags: PrintFlags & FolderFlags) => {
      code = await print(guide, flags, foldersOf(flags), streams);
    });
  program
    .command('proof')
    .argument('<files...>', 'finished PDF files')
    .option(
      '--guide <folder>',
      'prove against what this guide asks for; which job a file is of, it says itself, or:',
    )
    .option('--product <name>', 'its product')
    .option('--locale <tag>', 'its locale')
    .option('--paper <name>', 'its paper')
    .addOption(new Option('--orientation <way>', 'landscape or portrait'))
    .option('--edition <name>', 'its edition')
    .option('--for <purpose>', 'screen or office')
    .option('--duplex <edge>', 'short or long')
    .option('--qr <address>', 'address that its QR code must open (default: it dials the helpline)')
    .option('--theme <name>', `its theme (default: ${defaultJob.theme})`)
    .option('--templates <folder>', 'own templates, over the shipped ones')
    .option('--locales <folder>', 'own translations and words, over the shipped ones')
    .option('--second-opinion', 'ask pdf.js too')
    .option('--json', 'results for machines')
    .action(async (files: string[], flags: ProofFlags & FolderFlags) => {
      code = await proof(files, flags, foldersOf(flags), streams);
    });
  program
    .command('list')
    .addArgument(program.createArgument('<what>', 'what there is').choices(listed))
    .option('--templates <folder>', 'own templates, over the shipped ones')
    .option('--locales <folder>', 'own translations and words, over the shipped ones')
    .option('--json', 'results for machines')
    .action((what: string, flags: FolderFlags & { json?: boolean }) => {
      list(what, flags.json === true, foldersOf(flags), streams);
    });
  addCampaign(program, streams, (result) => {
    code = result;
  });
  addNew(program, streams);
  addPreview(program, streams);
  addTranslations(program, streams, (result) => {
    code = result;
  });
  addWorker(program, streams, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? codes.done : codes.usage;
    const problems = problemsOf(error);
    tellAll(problems, streams.err);
    return problems.some((p) => p.code === 'USAGE') ? codes.usage : codes.problems;
  }
}
