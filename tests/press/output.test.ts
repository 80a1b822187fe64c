import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeWhole } from '../../src/press/index.ts';
import { problemsOf } from '../content/folder.ts';

const disk = vi.hoisted(() => ({
  /** Called before a change; what it throws is what the system says. */
  before: (_name: string, _args: readonly unknown[]): void => {},
  after: (): void => {},
}));
vi.mock('node:fs', async (actual) => {
  const fs = await actual<typeof import('node:fs')>();
  // What changes the disk, as `exchange.ts` and `output.ts` do it.
  const changes = [
    ...(['writeFileSync', 'linkSync', 'copyFileSync', 'renameSync'] as const),
    ...(['rmSync', 'symlinkSync', 'mkdirSync', 'rmdirSync'] as const),
  ];
  const watched = changes.map((name) => [
    name,
    (...args: never[]) => {
      disk.before(name, args);
      const result = (fs[name] as (...args: never[]) => unknown)(...args);
      disk.after();
      return result;
    },
  ]);
  return { ...fs, ...Object.fromEntries(watched) };
});
const alone = { before: disk.before, after: disk.after };
afterEach(() => Object.assign(disk, alone));

describe('files that belong together', () => {
  let folder: string;
  const at = (...names: string[]) => join(folder, ...names);
  const contents = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')]));
  const outputs = (...names: string[]) => names.map((name) => ({ path: at(name), content: 'new' }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'whole-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are written, over earlier ones too, with nothing beside them', () => {
    writeFileSync(at('a'), 'old');
    writeWhole(outputs('a', 'b'));
    expect(contents()).toEqual({ a: 'new', b: 'new' });
  });

  it('are refused before the first is written where a folder has the name of one', () => {
    writeFileSync(at('a'), 'old');
    mkdirSync(at('b'));
    const [found] = problemsOf(() => writeWhole(outputs('a', 'b')));
    expect(found).toMatchObject({ code: 'OUTPUT_UNWRITABLE', place: { file: at('b') } });
    expect(found!.message).toContain('a folder has that name');
    expect(readdirSync(folder)).toEqual(['a', 'b']);
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
  });

  it.each([
    ['made a link', 'link', 'linkSync'],
    ['renamed', 'new/2', ''],
    ['made a link, and there are no second names', 'link', 'linkSync'],
    ['renamed, and there are no second names', 'new/2', 'linkSync'],
    ['renamed, and there are no links at all', 'new/2', 'symlinkSync'],
  ])('stay as they were when one in the middle cannot be %s', (_, from, missing) => {
    writeFileSync(at('a'), 'old a');
    if (missing !== 'symlinkSync') symlinkSync('a', at('link'));
    writeFileSync(at('z'), 'old z');
    const before = contents();
    disk.before = (name, args) => {
      if (name === missing) throw Object.assign(new Error('no'), { code: 'EPERM' });
      if (name === 'renameSync' && args[1] === at('z') && String(args[0]).endsWith(`/${from}`))
        throw new Error('EBUSY: resource busy or locked');
    };
    const problems = problemsOf(() => writeWhole(outputs('a', 'first', 'z', 'new', 'link')));
    expect(problems).toMatchObject([{ code: 'OUTPUT_UNWRITABLE', place: { file: at('z') } }]);
    expect(problems[0]!.message).toContain('EBUSY');
    expect(contents()).toEqual(before);
    if (missing !== 'symlinkSync') expect(readlinkSync(at('link'))).toBe('a');
  });

  it('are still there under another name, which is told, where they cannot be put back', () => {
    writeFileSync(at('a'), 'old');
    disk.before = (name, args) => {
      if (name === 'renameSync' && args[1] === at('a') && !String(args[0]).endsWith('/link'))
        throw new Error('EIO: i/o error');
    };
    const [found] = problemsOf(() => writeWhole(outputs('a', 'b')));
    const [, backup] = /a is now (\S+)\.$/.exec(found!.hint!) ?? [];
    expect(readFileSync(backup!, 'utf8')).toBe('old');
  });

  describe.each([
    ['both are there', ['a', 'b']],
    ['the first is there', ['a']],
    ['the second is there', ['b']],
    ['neither is there', []],
  ])('when %s', (_, there) => {
    /** What a reader finds: contents by name, as far as there are any. */
    const found = () =>
      Object.fromEntries(
        ['a', 'b'].flatMap((name) => {
          try {
            return [[name, readFileSync(at(name), 'utf8')]];
          } catch {
            return [];
          }
        }),
      );
    const earlier = Object.fromEntries(there.map((name) => [name, 'old']));
    const later = { a: 'new', b: 'new' };
    beforeEach(() => {
      for (const name of there) writeFileSync(at(name), 'old');
    });

    it('are all the earlier ones or all the new ones after each change of the disk', () => {
      const states: unknown[] = [];
      disk.after = () => states.push(found());
      writeWhole(outputs('a', 'b'));
      const decided = states.findIndex((state) => JSON.stringify(state) === JSON.stringify(later));
      expect(states.slice(0, decided)).toEqual(Array(decided).fill(earlier));
      expect(states.slice(decided)).toEqual(Array(states.length - decided).fill(later));
      expect(states.length).toBeGreaterThan(8);
    });

    it('never hold the new first beside the old second where the disk knows no links', () => {
      const states: Record<string, string>[] = [];
      disk.before = (name) => {
        if (name === 'symlinkSync') throw Object.assign(new Error('no'), { code: 'EPERM' });
      };
      disk.after = () => states.push(found());
      writeWhole(outputs('a', 'b'));
      expect(states.filter(({ a, b }) => a !== undefined && b !== undefined && a !== b)).toEqual([]);
      expect(contents()).toEqual(later);
    });

    it.each([
      ['links', ''],
      ['no links', 'symlinkSync'],
    ])(
      'are whole, with nothing beside them, in the run after one that was killed at any change: %s',
      (_, missing) => {
        for (let step = 1; ; step++) {
          let count = 0;
          disk.before = (name) => {
            if (count === step) throw new Error('killed');
            if (name === missing) throw Object.assign(new Error('no'), { code: 'EPERM' });
            count++;
          };
          // No process has that number.
          const pid = vi.spyOn(process, 'pid', 'get').mockReturnValue(2 ** 30);
          let isKilled = true;
          try {
            writeWhole(outputs('a', 'b'));
            isKilled = count < step ? false : readdirSync(folder).length > 2;
          } catch {
            // as its killer sees it
          }
          pid.mockRestore();
          Object.assign(disk, alone);
          // Killed before it said who it is: it counts as running until nothing runs so long.
          const old = Date.now() / 1000 - 3600;
          if (step === 1) for (const name of readdirSync(folder)) utimesSync(at(name), old, old);
          const between = found();
          if (missing === '') expect([earlier, later]).toContainEqual(between);
          // The next run that writes to the folder writes something else.
          writeWhole(outputs('c'));
          const { c, ...rest } = contents();
          expect(c).toBe('new');
          expect([earlier, later]).toContainEqual(rest);
          for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
          for (const name of there) writeFileSync(at(name), 'old');
          if (!isKilled) break;
        }
      },
    );
  });

  it('leaves alone what another run is writing', () => {
    const own = { pid: process.pid, host: hostname(), started: Date.now() - process.uptime() * 1000 };
    for (const [name, record] of [
      ['own', own],
      ['elsewhere', { ...own, host: 'another', pid: 1 }],
    ] as const) {
      mkdirSync(at(`.helpline-press.${name}`));
      writeFileSync(at(`.helpline-press.${name}`, 'record.json'), JSON.stringify({ ...record, paths: [] }));
    }
    writeWhole(outputs('a'));
    expect(readdirSync(folder).sort()).toEqual(['.helpline-press.elsewhere', '.helpline-press.own', 'a']);
    const old = Date.now() / 1000 - 3600;
    utimesSync(at('.helpline-press.elsewhere'), old, old);
    writeWhole(outputs('a'));
    expect(readdirSync(folder).sort()).toEqual(['.helpline-press.own', 'a']);
  });

  it('touches no file that a record of another hand names', () => {
    writeFileSync(at('mine'), 'mine');
    mkdirSync(at('.helpline-press.x'));
    const record = { pid: 2 ** 30, host: hostname(), started: 0, paths: ['../mine'] };
    mkdirSync(at('.helpline-press.x', 'new'));
    writeFileSync(at('.helpline-press.x', 'new', '0'), 'theirs');
    symlinkSync('new', at('.helpline-press.x', 'now'));
    writeFileSync(at('.helpline-press.x', 'record.json'), JSON.stringify(record));
    writeWhole(outputs('a'));
    expect(contents()).toEqual({ a: 'new', mine: 'mine' });
  });

  it.runIf(process.platform === 'linux')('are refused where no folder can be made, at once', () => {
    const [found] = problemsOf(() => writeWhole([{ path: '/proc/x/y/a', content: '' }]));
    expect(found!.message).toBe('/proc/x/y/a cannot be written: no folder can be made there (ENOENT).');
  });

  it('are refused with what is in the way where a file stands where a folder is meant', () => {
    writeFileSync(at('file'), 'old');
    for (const way of [['a'], ['deep', 'a']]) {
      const [found] = problemsOf(() => writeWhole(outputs(join('file', ...way))));
      expect(found!.message).toContain(`${at('file')} is a file, and no folder`);
    }
    expect(contents()).toEqual({ file: 'old' });
    rmSync(at('file'));
    symlinkSync('nowhere', at('link'));
    const [found] = problemsOf(() => writeWhole(outputs(join('link', 'a'))));
    expect(found!.message).toContain(`${at('link')} is a link that leads nowhere`);
  });

  it('stay as they were when a name is too long for the disk, and no folder is left that was made for them', () => {
    writeFileSync(at('a'), 'old');
    const long = at('made', 'deep', 'x'.repeat(300));
    const [found] = problemsOf(() =>
      writeWhole([...outputs('a', join('made', 'b')), { path: long, content: '' }]),
    );
    expect(found!.code).toBe('OUTPUT_UNWRITABLE');
    expect(contents()).toEqual({ a: 'old' });
  });

  it('leave a folder that was there before', () => {
    mkdirSync(at('there'));
    problemsOf(() => writeWhole(outputs(join('there', 'x'.repeat(300)))));
    expect(readdirSync(folder)).toEqual(['there']);
  });

  it('are told of with a hint that is right whatever writes them', () => {
    mkdirSync(at('b'));
    const [found] = problemsOf(() => writeWhole(outputs('b')));
    expect(found!.hint).toContain('nothing is in its way');
    expect(found!.hint).not.toContain('--out');
  });
});
