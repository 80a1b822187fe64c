import { join } from 'node:path';
import type { Command } from 'commander';
import { newCampaign } from '../campaign/index.ts';
import { writeWhole } from '../press/index.ts';
import { newGuide } from '../translations/index.ts';
import { type FolderFlags, foldersOf } from './folders.ts';
import { chooseLocales } from './locales.ts';
import { newTemplate } from './new-template.ts';
import type { Streams } from './streams.ts';

/** Adds `new` to the command: what makes something to begin with. */
export function addNew(program: Command, streams: Streams): void {
  const made = program.command('new').description('something to begin with, which works as it is');
  made
    .command('guide')
    .description('a guide that prints as it is, with its pictures, its translations, and what each field is')
    .argument('<folder>', 'a folder that is not there yet; the guide is called as it is')
    .option('--from <guide>', 'what it is made from: a folder, or a guide that ships', 'heroin-detox')
    .option('--locale <tags>', 'languages whose translations it takes along, or all, or none', 'all')
    .option('--locales <folder>', 'own translations and words, over the shipped ones')
    .action((folder: string, flags: FolderFlags & { from: string; locale: string }) => {
      const tags =
        flags.locale === 'all' ? undefined : flags.locale === 'none' ? [] : chooseLocales(flags.locale);
      const { files, locales } = newGuide(folder, flags.from, tags, foldersOf(flags).locales);
      writeWhole(files);
      for (const { path } of files) streams.out.write(`${path}\n`);
      const also = locales.length === 0 ? '' : `, also --locale ${locales.slice(0, 3).join(',')}`;
      streams.err.write(
        `Next: change ${join(folder, 'guide.yaml')}, then helpline-press print ${folder}${also}\n`,
      );
    });
  made
    .command('campaign')
    .description('a campaign.yaml with a spreadsheet of three places')
    .argument('<folder>', 'a folder that is not there yet')
    .action((folder: string) => {
      const files = newCampaign(folder);
      writeWhole(files);
      for (const { path } of files) streams.out.write(`${path}\n`);
      streams.err.write(`Next: helpline-press campaign ${folder} --dry-run\n`);
    });
  made
    .command('template')
    .description('a product of your own: a folder of three files, which prints as it is')
    .argument('<name>', "its name, and its folder's")
    .option('--templates <folder>', 'where own templates lie', 'templates')
    .action((name: string, { templates }: { templates: string }) => {
      const files = newTemplate(name, templates);
      writeWhole(files);
      for (const { path } of files) streams.out.write(`${path}\n`);
      streams.err.write(`Next: helpline-press print <guide> --templates ${templates} --product ${name}\n`);
    });
}
