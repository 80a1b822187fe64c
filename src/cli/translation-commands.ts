import { type Command, Option } from 'commander';
import { translationStatuses } from '../locale/index.ts';
import { reviewPapers } from '../press/index.ts';
import type { FormatName } from '../translations/index.ts';
import { ownFolder } from './folders.ts';
import type { Streams } from './streams.ts';

/** What does the work is loaded when it is asked for. */
const work = () => import('./translations.ts');

/** In the order that the help says them in. */
const formats: Readonly<Record<FormatName, true>> = {
  xliff: true,
  po: true,
  csv: true,
  xlsx: true,
  json: true,
};
const formatNames = Object.keys(formats);

const ownLocales = () => new Option('--locales <folder>', 'own folder of translations, over the shipped one');

/** Adds `translations` and what it does to the command; `done` takes the exit code. */
export function addTranslations(program: Command, streams: Streams, done: (code: number) => void): void {
  const command = program
    .command('translations')
    .description('how far translations are; files for translators and back; proof sheets for reviewers');
  command
    .command('status')
    .description('what is missing, stale or broken in each locale, and who reviewed it')
    .argument('<guide>', 'folder with guide.yaml')
    .option('--locale <tags>', 'locales, or all', 'all')
    .addOption(ownLocales())
    .option('--json', 'results for machines')
    .action(async (guide: string, flags) => done(await (await work()).status(guide, flags, streams)));
  command
    .command('export')
    .description('a file for translators, one a locale')
    .argument('<guide>', 'folder with guide.yaml')
    .requiredOption('--locale <tags>', 'locales, or all')
    .addOption(
      new Option('--format <name>', formatNames.join(', ')).choices(formatNames).makeOptionMandatory(),
    )
    .option('--out <folder>', 'where the files go', 'out')
    .addOption(ownLocales())
    .action(async (guide: string, flags) => done(await (await work()).exportFiles(guide, flags, streams)));
  command
    .command('glossary')
    .description('what translators must say alike: words that are explained, names, what stays as it is')
    .argument('<guide>', 'folder with guide.yaml')
    .requiredOption('--locale <tags>', 'locales, or all')
    .option('--out <folder>', 'where the files go', 'out')
    .addOption(ownLocales())
    .action(async (guide: string, flags) => done(await (await work()).glossary(guide, flags, streams)));
  command
    .command('import')
    .description(
      'takes a file from a translator in, whole or not at all; with --partial what is finished of it',
    )
    .argument('<guide>', 'folder with guide.yaml')
    .argument('<file>', '.xlf, .po, .csv, .xlsx or .json')
    .requiredOption('--locale <tag>', 'what it is translated into')
    .addOption(new Option('--status <name>', 'what the translation is now').choices(translationStatuses))
    .option('--by <name>', 'who reviewed it')
    .option('--on <day>', 'when: YYYY-MM-DD')
    .option('--partial', 'take what is finished, and leave the rest as it is')
    .addOption(ownLocales())
    .action(async (guide: string, file: string, flags) =>
      done(await (await work()).importFile(guide, file, flags, streams)),
    );
  command
    .command('fill')
    .description('takes over, as drafts, what was translated for other guides from the same sources')
    .argument('<guide>', 'folder with guide.yaml')
    .requiredOption('--locale <tags>', 'locales, or all')
    .addOption(ownLocales())
    .action(async (guide: string, flags) => done(await (await work()).fill(guide, flags, streams)));
  command
    .command('adopt')
    .description('says of a translation made by hand that it was made from the guide as it is now')
    .argument('<guide>', 'folder with guide.yaml')
    .requiredOption('--locale <tag>', 'what it is translated into')
    .addOption(
      new Option('--status <name>', 'what the translation is')
        .choices(translationStatuses)
        .makeOptionMandatory(),
    )
    .option('--by <name>', 'who reviewed it')
    .option('--on <day>', 'when: YYYY-MM-DD')
    .addOption(ownLocales())
    .action(async (guide: string, flags) => done(await (await work()).adopt(guide, flags, streams)));
  command
    .command('review')
    .description('a PDF for a reviewer: source and translation side by side, with room to sign')
    .argument('<guide>', 'folder with guide.yaml')
    .requiredOption('--locale <tag>', 'the translation to be reviewed')
    .addOption(new Option('--paper <name>', 'letter or a4').choices(reviewPapers).default('letter'))
    .option('--out <folder>', 'where the file goes', 'out')
    .addOption(ownLocales())
    .addOption(ownFolder('fonts'))
    .action(async (guide: string, flags) => done(await (await work()).review(guide, flags, streams)));
}
