import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replacing, rooms } from '../../vitest.config.ts';

const tests = resolve(import.meta.dirname, '..');

/** What would be replaced for the next file too. */
const replaces =
  /\bvi\.(?:mock|doMock|resetModules|stubGlobal|stubEnv|useFakeTimers|spyOn)\b|\bprocess\.(?:chdir|env\.\w+ = )|\b(?:delete |Object\.assign\()process\.env\b/;

const filesOf = (room: string) =>
  readdirSync(join(tests, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${room}/${name.replace('.test.ts', '')}`);

describe('files of tests that share their modules', () => {
  const files = rooms.flatMap(filesOf);

  it('replace no module, and nothing that a process has, but those that say so', () => {
    const found = files.filter((name) => replaces.test(readFileSync(join(tests, `${name}.test.ts`), 'utf8')));
    expect(found.toSorted()).toEqual(replacing.toSorted());
  });
});
