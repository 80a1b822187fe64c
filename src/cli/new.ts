import type { Command } from 'commander';
import { newCampaign } from '../campaign/index.ts';
import { writeWhole } from '../press/index.ts';
import { newTemplate } from './new-template.ts';
import type { Streams } from './streams.ts';

/** Adds `new` to the command: what makes something to begin with. */
export function addNew(program: Command, streams: Streams): void {
  const made = program.command('new').description('something to begin with, which works as it is');
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
