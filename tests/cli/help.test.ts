import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/cli/examples.ts';
import { folderOf } from '../files/folder.ts';
import { command } from '../press/workshop.ts';

/** Words and long options of a line of an example. */
const wordsOf = (line: string) =>
  line
    .replace(/ [>|].*$/, '')
    .match(/"[^"]*"|\S+/g)!
    .slice(1);

/** Every command that there is, found by asking each for its help. */
async function commands(words: readonly string[] = []): Promise<string[][]> {
  const { out } = await command(...words, '--help');
  const listed = /\nCommands:\n([\s\S]*?)(?:\n\n|$)/.exec(out)?.[1] ?? '';
  const names = [...listed.matchAll(/^ {2}(\w+)/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');
  const below = await Promise.all(names.map((name) => commands([...words, name])));
  return [...(words.length === 0 ? [] : [[...words]]), ...below.flat()];
}

describe('the help', () => {
  it('has an example for each command that does something, of what it takes', async () => {
    const all = (await commands()).map((words) => words.join(' '));
    const groups = ['new', 'translations'];
    expect(Object.keys(examples).sort()).toEqual(all.filter((words) => !groups.includes(words)).sort());
    for (const [words, lines] of Object.entries(examples)) {
      const { out, code } = await command(...words.split(' '), '--help');
      expect(code).toBe(0);
      for (const line of lines) {
        expect(line.startsWith(`helpline-press ${words}`)).toBe(true);
        expect(out).toContain(`  ${line}`);
        for (const option of wordsOf(line).filter((word) => word.startsWith('--')))
          expect([
            option,
            new RegExp(`^ +${option}\\b`, 'm').test(out) || ['campaign'].includes(words.split(' ')[0]!),
          ]).toEqual([option, true]);
      }
    }
  });
});

describe('completion', () => {
  it('completes words and options in bash', async () => {
    const { out, code } = await command('completion', 'bash');
    expect(code).toBe(0);
    const script = join(folderOf(), 'completion.bash');
    writeFileSync(script, out);
    const completed = (...words: string[]) => {
      const asked = `source ${script}; COMP_WORDS=(helpline-press ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _helpline_press; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', asked], { encoding: 'utf8' }).stdout.trim().split('\n');
    };
    expect(completed('tr')).toEqual(['translations']);
    expect(completed('translations', 'ex')).toEqual(['export']);
    expect(completed('translations', 'export', 'my-guide', '--lo')).toEqual(['--locale', '--locales']);
    expect(completed('list', 'pap')).toEqual(['papers']);
  });

  it.each(['zsh', 'fish'])('is made for %s, of the same words', async (shell) => {
    const { out, code } = await command('completion', shell);
    expect(code).toBe(0);
    for (const word of ['translations', 'glossary', 'papers', 'allow-drafts']) expect(out).toContain(word);
  });
});
