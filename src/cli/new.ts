import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { harmless, PressError, problem } from '../diagnostics/index.ts';
import { isThere } from '../files/index.ts';
import {
  faceUses,
  type NewFont,
  newFont,
  newTheme,
  shippedFolders,
  usualColors,
  writeWhole,
} from '../press/index.ts';
import { type FolderFlags, foldersOf, ownFolder } from './folders.ts';
import { choose } from './jobs.ts';
import { chooseLocales } from './locales.ts';
import { newTemplate } from './new-template.ts';
import { type Streams, say } from './streams.ts';

/** Adds `new` to the command: what makes something to begin with. */
export function addNew(program: Command, streams: Streams): void {
  const made = program.command('new').description('something to begin with, which works as it is');
  made
    .command('guide')
    .description('a guide that prints as it is, with its pictures, its translations, and what each field is')
    .argument('<folder>', 'a folder that is not there yet; the guide is called as it is')
    .option('--from <guide>', 'what it is made from: a folder, or a guide that ships', 'heroin-detox')
    .option('--locale <tags>', 'languages whose translations it takes along, or all, or none', 'all')
    .addOption(ownFolder('locales'))
    .action(async (folder: string, flags: FolderFlags & { from: string; locale: string }) => {
      const tags =
        flags.locale === 'all' ? undefined : flags.locale === 'none' ? [] : chooseLocales(flags.locale);
      const { newGuide } = await import('../translations/index.ts');
      const { files, locales } = newGuide(folder, flags.from, tags, foldersOf(flags).locales);
      writeWhole(files);
      for (const { path } of files) streams.out.write(`${path}\n`);
      const also = locales.length === 0 ? '' : `, also --locale ${locales.slice(0, 3).join(',')}`;
      say(
        streams,
        `Next: change ${join(folder, 'guide.yaml')}, then helpline-press print ${folder}${also}\n`,
      );
    });
  made
    .command('campaign')
    .description('a campaign.yaml with a spreadsheet of three places')
    .argument('<folder>', 'a folder that is not there yet')
    .action(async (folder: string) => {
      const { newCampaign } = await import('../campaign/index.ts');
      const files = newCampaign(folder);
      writeWhole(files);
      for (const { path } of files) streams.out.write(`${path}\n`);
      say(streams, `Next: helpline-press campaign ${folder} --dry-run\n`);
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
      say(streams, `Next: helpline-press print <guide> --templates ${templates} --product ${name}\n`);
    });
  made
    .command('font')
    .description('a face of your own with its licence, for the languages whose letters it has')
    .argument('<files...>', 'static TrueType files of one family: one regular, one bold, or one of them')
    .requiredOption('--licence <file>', 'the text of its licence, which is kept beside it')
    .addOption(new Option('--for <uses>', 'what it sets: text, display or both').default('text,display'))
    .option('--fonts <folder>', 'where own faces lie', 'fonts')
    .action((named: string[], flags: { licence: string; for: string; fonts: string }) => {
      const uses = choose(flags.for, faceUses, 'for') as (typeof faceUses)[number][];
      const { files, ...about } = newFont(named, flags.licence, uses, flags.fonts);
      writeWhole(files);
      for (const { path } of files) streams.out.write(`${path}\n`);
      tellFont(about, flags.fonts, streams);
    });
  made
    .command('theme')
    .description('a theme of two colours, with the tints and skins that follow from them')
    .argument('<name>', 'its name')
    .option('--ink <color>', 'of text and walls, dark', usualColors.ink)
    .option('--accent <color>', 'of light and of the band of the number', usualColors.accent)
    .option('--templates <folder>', 'where own templates lie', 'templates')
    .action((name: string, { templates, ...colors }: { templates: string; ink: string; accent: string }) => {
      const content = newTheme(name, colors);
      const path = join('themes', `${name}.css`);
      if ([templates, shippedFolders().templates].some((folder) => isThere(folder, path)))
        throw new PressError([
          problem(
            'USAGE',
            `There is a theme "${name}" already.`,
            {},
            'Choose another name, or move it away.',
          ),
        ]);
      writeWhole([{ path: join(templates, path), content }]);
      streams.out.write(`${join(templates, path)}\n`);
      say(streams, `Next: helpline-press print <guide> --templates ${templates} --theme ${name}\n`);
    });
}

/** What a designer must know before the first page. */
function tellFont(
  { family, covered, nearly, without }: Omit<NewFont, 'files'>,
  fonts: string,
  streams: Streams,
): void {
  const lines = [
    `${family} sets ${covered.length} languages: ${covered.join(', ')}.`,
    ...nearly.map(({ locale, lacking }) => `Not ${locale}: it has no ${lacking.join(' ')}`),
    ...(without === undefined
      ? []
      : [`There is no ${without} file: the face of the press sets what is ${without}.`]),
    'Digits, and the number, are always set in the face of the press.',
    `Next: helpline-press print <guide> --fonts ${fonts}`,
  ];
  say(streams, `${lines.map(harmless).join('\n')}\n`);
}
