import type { Command } from 'commander';
import { commandsBelow, wordsOf } from './examples.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What may follow the words of a command: further words, and options. */
interface Follow {
  readonly words: string;
  readonly next: readonly { readonly word: string; readonly about: string }[];
}

function followsOf(program: Command): Follow[] {
  return [program, ...commandsBelow(program)].map((command) => ({
    words: command === program ? '' : wordsOf(command),
    next: [
      ...command.commands.map((each) => ({ word: each.name(), about: each.description() })),
      ...command.registeredArguments.flatMap(({ argChoices = [] }) =>
        argChoices.map((word) => ({ word, about: '' })),
      ),
      ...[...command.options, ...(command === program ? [] : program.options)].flatMap(
        ({ long, description }) => (long == null ? [] : [{ word: long, about: description }]),
      ),
      { word: '--help', about: 'what it does' },
    ],
  }));
}

/** A script that completes the command in a shell, made of the command's own tables. */
export function completionFor(program: Command, shell: Shell): string {
  const follows = followsOf(program);
  const lines = follows.map(
    ({ words, next }) => `    "${words}") echo "${next.map(({ word }) => word).join(' ')}" ;;`,
  );
  const wordsIn = `_helpline_press_next() {
  case "$1" in
${lines.join('\n')}
  esac
}`;
  if (shell === 'fish')
    return `${follows
      .flatMap(({ words, next }) =>
        next.map(({ word, about }) => {
          const seen = words
            .split(' ')
            .filter((each) => each !== '')
            .map((each) => `__fish_seen_subcommand_from ${each}`);
          const condition = seen.length === 0 ? '__fish_use_subcommand' : seen.join('; and ');
          const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
          return `complete -c helpline-press -n '${condition}' ${what} -d '${about.replace(/['\\]/g, '\\$&')}'`;
        }),
      )
      .join('\n')}\n`;
  const isZsh = shell === 'zsh';
  return `# Completion of helpline-press for ${shell}.
${isZsh ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}${wordsIn}
_helpline_press() {
  local words="" word at next
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    [[ "$word" == -* ]] && continue
    next="$(_helpline_press_next "\${words:+$words }$word")"
    [[ -n "$next" ]] && words="\${words:+$words }$word"
  done
  COMPREPLY=($(compgen -W "$(_helpline_press_next "$words")" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _helpline_press helpline-press
`;
}
