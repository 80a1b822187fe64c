import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reference } from '../../scripts/reference/page.ts';
import { command } from '../press/workshop.ts';

const root = resolve(import.meta.dirname, '../..');

/** The pages that people read: README and docs, with those of the roles. */
const pages = ['README.md', 'docs', 'docs/start'].flatMap((path) =>
  path.endsWith('.md')
    ? [path]
    : readdirSync(join(root, path))
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(path, name)),
);

/** The command as it is given in blocks of code, one a line, without what comes before and after it. */
function given(page: string): string[][] {
  const text = readFileSync(join(root, page), 'utf8');
  const blocks = [...text.matchAll(/^ *```(?:sh|bash)?\n([\s\S]*?)^ *```/gm)].map(([, code]) => code!);
  return blocks.flatMap((block) =>
    [...block.matchAll(/^\s*(?:npx )?(?:helpline-press|node dist\/cli\.js) (.*)$/gm)]
      .map(([, rest]) => rest!.replace(/ (?:[>|&]|#).*$/, ''))
      // How it is called, with all that may be given: no line that is run.
      .filter((rest) => !/[[<…]/.test(rest))
      .map((rest) => rest.match(/"[^"]*"|\S+/g)!),
  );
}

describe('the docs', () => {
  it('have a reference that is made of the code', async () => {
    expect(readFileSync(join(root, 'docs/reference.md'), 'utf8')).toBe(await reference());
  });

  it('lead to pages and pictures that ship with them', () => {
    const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
    const ships = (path: string) =>
      ['README.md', 'LICENSE', ...files].some((each) => path === each || path.startsWith(`${each}/`)) &&
      !files.some((each) => each.startsWith('!') && `${path}/`.startsWith(`${each.slice(1)}/`));
    const wrong = pages
      .filter((page) => ships(page))
      .flatMap((page) => {
        const text = readFileSync(join(root, page), 'utf8').replace(/^ *```[\s\S]*?^ *```$/gm, '');
        return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
          .map(([, target]) => target!)
          .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
          .map((target) => join(page, '..', target.split('#')[0]!))
          .filter((target) => !ships(target) || !existsSync(join(root, target)))
          .map((target) => `${page}: ${target}`);
      });
    expect(wrong).toEqual([]);
  });

  it('give the command only what it takes', async () => {
    const helps = new Map<string, string>();
    const help = async (words: readonly string[]) => {
      const key = words.join(' ');
      if (!helps.has(key)) helps.set(key, (await command(...words, '--help')).out);
      return helps.get(key)!;
    };
    const wrong: string[] = [];
    let seen = 0;
    for (const page of pages)
      for (const words of given(page)) {
        seen++;
        const top = await help([]);
        const isGroup = new RegExp(`^  (?:${words[0]}|${words[0]} .*)$`, 'm').test(top);
        if (!isGroup && !words[0]!.startsWith('--')) wrong.push(`${page}: ${words.join(' ')}`);
        const within = words[0]!.startsWith('--') ? [] : [words[0]!];
        const inner =
          /^Commands:/m.test(await help(within)) &&
          new RegExp(`^  ${words[1]}\\b`, 'm').test(await help(within));
        const said = [await help(within), ...(inner ? [await help([words[0]!, words[1]!])] : []), top].join(
          '\n',
        );
        for (const option of words.filter((word) => word.startsWith('--')))
          if (!new RegExp(`(?:^|[ ,])${option.split('=')[0]}\\b`, 'm').test(said))
            wrong.push(`${page}: ${option} of ${words.join(' ')}`);
      }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(30);
  });

  it('have a way for each role, which is followed to the letter from the packed package (scripts/installed.ts)', () => {
    const roles = pages
      .filter((page) => page.startsWith('docs/start/'))
      .map((page) => relative('docs/start', page));
    expect(roles.sort()).toEqual([
      'coordinator.md',
      'designer.md',
      'developer.md',
      'print-shop.md',
      'translator.md',
    ]);
    for (const role of roles) {
      const text = readFileSync(join(root, 'docs/start', role), 'utf8');
      expect(text.match(/^```(?:sh|js)\n/gm)?.length, role).toBeGreaterThan(2);
      // A block in a language that is not run would be a promise that nobody holds.
      expect(
        text.match(/^```\w+$/gm)?.filter((fence) => !['```sh', '```js'].includes(fence)),
        role,
      ).toEqual([]);
    }
  });
});
