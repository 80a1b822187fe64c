import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Who writes a product of their own meets the rules of base.css by the names of its classes: the docs name all of them. */
describe('the classes that base.css has rules for', () => {
  it('are those that docs/templates.md names', () => {
    const selectors = read('templates/base.css')
      .replace(/\/\*.*?\*\//gs, '')
      .match(/[^{}]+(?=\{)/g)!;
    const classes = selectors.flatMap((selector) => selector.match(/(?<=\.)[a-z][a-z-]*/g) ?? []);
    const [, named] = /a class that `base\.css` has rules for:\n\n((?:> .*\n)+)/.exec(
      read('docs/templates.md'),
    )!;
    expect(named!.match(/(?<=`)[a-z-]+(?=`)/g)).toEqual([...new Set(classes)].sort());
  });
});
