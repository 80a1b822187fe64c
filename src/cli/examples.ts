import type { Command } from 'commander';

/** What people give each command, by its words; a test holds each to what the command takes. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  print: [
    'helpline-press print my-guide',
    'helpline-press print my-guide --product poster --paper a3 --locale es,ar',
    'helpline-press print my-guide --product pamphlet-trifold --for office --locale es --allow-drafts',
  ],
  proof: [
    'helpline-press proof out/my-guide.poster.en.letter.standard.screen.pdf',
    'helpline-press proof came-back.pdf --guide my-guide',
  ],
  list: ['helpline-press list products', 'helpline-press list locales --json'],
  preview: ['helpline-press preview my-guide'],
  campaign: [
    'helpline-press campaign my-campaign --dry-run',
    'helpline-press campaign my-campaign --out out --workers 4',
  ],
  'campaign proof': ['helpline-press campaign proof my-campaign --out out'],
  'campaign verify': ['helpline-press campaign verify my-campaign --out out'],
  'campaign merge': ['helpline-press campaign merge my-campaign --out out'],
  worker: ['helpline-press worker --queue redis://127.0.0.1:6379 --idle 60'],
  'new guide': ['helpline-press new guide my-guide', 'helpline-press new guide my-guide --locale es,vi'],
  'new campaign': ['helpline-press new campaign my-campaign'],
  'new template': ['helpline-press new template door-sign'],
  'new font': [
    'helpline-press new font Our-Regular.ttf Our-Bold.ttf --licence OFL.txt',
    'helpline-press new font Our-Bold.ttf --licence OFL.txt --for display',
  ],
  'new theme': ['helpline-press new theme mint --ink "#123d32" --accent "#9fe0c4"'],
  'translations status': [
    'helpline-press translations status my-guide',
    'helpline-press translations status my-guide --locale es --json',
  ],
  'translations export': [
    'helpline-press translations export my-guide --locale es --format xlsx --out for-translators',
  ],
  'translations glossary': [
    'helpline-press translations glossary my-guide --locale es --out for-translators',
  ],
  'translations import': [
    'helpline-press translations import my-guide my-guide.es.xlsx --locale es',
    'helpline-press translations import my-guide my-guide.es.xlsx --locale es --partial',
    'helpline-press translations import my-guide my-guide.es.xlsx --locale es --status reviewed --by "Ana Ruiz" --on 2026-12-01',
  ],
  'translations fill': ['helpline-press translations fill my-guide --locale es'],
  'translations adopt': ['helpline-press translations adopt my-guide --locale es --status human-draft'],
  'translations review': [
    'helpline-press translations review my-guide --locale es --paper letter --out for-reviewers',
  ],
  completion: ['helpline-press completion bash > ~/.local/share/bash-completion/completions/helpline-press'],
};

/** The words of a command, without the program's name. */
export function wordsOf(command: Command): string {
  const above = command.parent;
  return above?.parent == null ? command.name() : `${wordsOf(above)} ${command.name()}`;
}

/** Every command below another. */
export function commandsBelow(command: Command): Command[] {
  return command.commands.flatMap((each) => [each, ...commandsBelow(each)]);
}

/** Puts the examples below the help of each command. */
export function addExamples(program: Command): void {
  for (const command of commandsBelow(program)) {
    const given = examples[wordsOf(command)];
    if (given !== undefined)
      command.addHelpText('after', `\nExamples:\n${given.map((line) => `  ${line}`).join('\n')}`);
  }
}
