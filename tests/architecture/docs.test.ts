import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsPage } from '../../scripts/errors.ts';
import { catalogue } from '../../src/diagnostics/index.ts';

const root = resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((n) => n.endsWith('.md'))
    .map((n) => `docs/${n}`),
];

describe('the docs', () => {
  it('list every error code as the catalogue has it', () => {
    expect(readFileSync(join(root, 'docs/errors.md'), 'utf8')).toBe(errorsPage());
  });

  it('lead only to files that are there', () => {
    let links = 0;
    const broken: string[] = [];
    for (const page of pages)
      for (const [, target] of readFileSync(join(root, page), 'utf8').matchAll(
        /\]\((?!https?:|#|tel:|lang:|mailto:)([^)#\s]+)/g,
      )) {
        if (target!.includes('…')) continue;
        links++;
        if (!existsSync(join(root, dirname(page), target!))) broken.push(`${page}: ${target}`);
      }
    expect(links).toBeGreaterThan(5);
    expect(broken).toEqual([]);
  });

  it('name every runtime dependency in docs/dependencies.md, with its version pinned', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d/);
      if (!name.startsWith('@types/')) expect(page, name).toContain(name);
    }
  });

  it('promise only codes that exist', () => {
    const known = Object.keys(catalogue);
    const named = [
      ...readFileSync(join(root, 'docs/promises.md'), 'utf8').matchAll(/`([A-Z]+_[A-Z_]*\*?)`/g),
    ].map(([, code]) => code!);
    expect(named.length).toBeGreaterThan(10);
    for (const code of named)
      expect(
        known.some((k) => (code.endsWith('*') ? k.startsWith(code.slice(0, -1)) : k === code)),
        code,
      ).toBe(true);
  });
});
