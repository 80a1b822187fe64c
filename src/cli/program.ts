import { Command, CommanderError, Option } from 'commander';
import { type Lint, mostTold, type Problem, problem, problemsOf } from '../diagnostics/index.ts';
import { defaultJob, producer } from '../press/index.ts';
import { addCampaign } from './campaign-commands.ts';
import { completionFor, type Shell, shells } from './completion.ts';
import { refuseEmpty } from './empty-options.ts';
import { addExamples } from './examples.ts';
import { type FolderFlags, foldersOf, ownFolder } from './folders.ts';
import type { PrintFlags } from './jobs.ts';
import { jsonFormat } from './json-form.ts';
import { list, listed } from './list.ts';
import { addNew } from './new.ts';
import { dpiOf, usualDpi } from './pictures.ts';
import { addPreview } from './preview.ts';
import { print } from './print.ts';
import { applyProject } from './project.ts';
import type { ProofFlags } from './proof.ts';
import type { Streams } from './streams.ts';
import { tellAll } from './teller.ts';
import { addTranslations } from './translation-commands.ts';
import { addWorker } from './worker.ts';

const codes = { done: 0, problems: 1, usage: 2 } as const;

/** Where colours are: on a terminal, or where they are asked for; `NO_COLOR` and `FORCE_COLOR` as people set them. */
function isColored(
  flag: string,
  err: Streams['err'],
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (flag !== 'auto') return flag === 'always';
  if ((environment.NO_COLOR ?? '') !== '') return false;
  return (environment.FORCE_COLOR ?? '') !== '' || err.isTTY === true;
}

/** Runs the command with its arguments. Gives the exit code: 0 done, 1 the input has problems, 2 wrong usage. */
export async function run(args: readonly string[], given: Streams): Promise<number> {
  let code: number = codes.done;
  let lint: Lint = {};
  const err = {
    write: (text: string) => given.err.write(text),
    isTTY: given.err.isTTY,
    quiet: false,
    color: false,
  };
  const streams: Streams = { ...given, err };
  const isJson = args.some((arg) => arg === '--json' || arg === '--json-lines');
  /** What ends a run is JSON for those who asked for it. */
  const failed = (problems: readonly Problem[]) => {
    if (isJson)
      streams.out.write(
        `${JSON.stringify({ format: jsonFormat, kind: 'failed', problems: problems.slice(0, mostTold) })}\n`,
      );
  };
  const program = new Command('helpline-press')
    .description(
      'Accessible pamphlets and posters from a structured guide, with the helpline proved on every page.',
    )
    .version(producer(), '--version', 'the version of the command')
    .option('--quiet', 'say nothing but what is wrong')
    .addOption(
      new Option('--color <when>', 'colours on the terminal')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .hook('preAction', (_, command) => {
      refuseEmpty(command);
      lint = applyProject(command);
      const { quiet, color } = program.opts<{ quiet?: boolean; color: string }>();
      err.quiet = quiet === true;
      err.color = isColored(color, given.err, process.env);
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.out.write(text),
      writeErr: (text) => streams.err.write(text),
    });
  program
    .command('print')
    .description('makes the files of a guide, each proved, with its proof beside it')
    .argument('<guide>', 'folder with guide.yaml')
    .option('--product <names>', 'products, or all', 'all')
    .option(
      '--locale <tags>',
      "locales, or all that the guide is begun in; en+es is a piece in two (default: the guide's own)",
    )
    .option('--paper <names>', "papers (default: letter, or the product's first)")
    .addOption(new Option('--orientation <way>', 'landscape or portrait'))
    .option('--edition <names>', 'editions, or all', defaultJob.edition)
    .option('--for <purposes>', 'screen, office', defaultJob.purpose)
    .option('--duplex <edge>', 'short or long', defaultJob.duplex)
    .option('--qr <address>', 'address of the QR code (default: it dials the helpline)')
    .option('--theme <name>', 'theme of the templates', defaultJob.theme)
    .option('--out <folder>', 'where the files go', 'out')
    .addOption(ownFolder('templates'))
    .addOption(ownFolder('locales'))
    .addOption(ownFolder('fonts'))
    .option('--allow-drafts', 'print translations that no person reviewed for handing out')
    .option('--png', 'pictures of the pages beside each file')
    .option('--dpi <n>', `pixels an inch of the pictures (default: ${usualDpi})`, dpiOf)
    .option('--json', 'results for machines, at the end: docs/json.md')
    .option('--json-lines', 'the same, a line for each file as it is made')
    .action(async (guide: string, flags: PrintFlags & FolderFlags) => {
      code = await print(guide, flags, foldersOf(flags), streams, lint);
    });
  program
    .command('proof')
    .description('proves finished files again, against the record beside them or their guide')
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
    .addOption(ownFolder('templates'))
    .addOption(ownFolder('locales'))
    .addOption(ownFolder('fonts'))
    .option('--second-opinion', 'ask pdf.js too')
    .option('--json', 'results for machines')
    .action(async (files: string[], flags: ProofFlags & FolderFlags) => {
      const { proof } = await import('./proof.ts');
      code = await proof(files, flags, foldersOf(flags), streams);
    });
  program
    .command('list')
    .description('what there is to choose from')
    .addArgument(program.createArgument('<what>', 'what there is').choices(listed))
    .addOption(ownFolder('templates'))
    .addOption(ownFolder('locales'))
    .addOption(ownFolder('fonts'))
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
  program
    .command('completion')
    .description('a script that completes the command in a shell')
    .addArgument(program.createArgument('<shell>', 'the shell').choices(shells))
    .action((shell: Shell) => {
      streams.out.write(completionFor(program, shell));
    });
  addExamples(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return codes.done;
      failed([problem('USAGE', error.message.replace(/^error: /, ''))]);
      return codes.usage;
    }
    const problems = problemsOf(error);
    failed(problems);
    tellAll(problems, streams.err);
    return problems.some((p) => p.code === 'USAGE') ? codes.usage : codes.problems;
  }
}
