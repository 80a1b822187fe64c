import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../../src/campaign/index.ts';
import { FolderStore } from '../../src/campaign/index.ts';
import { type Disk, disk as realDisk } from '../../src/campaign/store/disk.ts';
import type { PressError } from '../../src/diagnostics/index.ts';
import { scratch, sha } from './rows.ts';

const top = scratch();
let serial = 0;
const newFolder = () => join(top, `out-${++serial}`);

const fileOf = (name: string, text: string): StoredFile => ({
  name,
  content: Buffer.from(text),
  sha256: sha(text),
});

/** A pair: what the proof says is of which PDF. */
const pair = (name: string, text: string): StoredFile[] => [
  fileOf(`${name}.pdf`, text),
  fileOf(`${name}.proof.json`, text),
];

const at = (folder: string, name: string) => {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

const tidy = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .filter((name) => name.startsWith('.'));

/** A disk on which one operation fails: of all from there on, as where the process is killed, or of that one only. */
function faulty(from: number, code: string, kills: boolean): { disk: Disk; operations: () => number } {
  let count = 0;
  const step = () => {
    const now = count++;
    if (now === from || (kills && now > from)) throw Object.assign(new Error(code), { code });
  };
  return {
    operations: () => count,
    disk: {
      async write(path, content) {
        step();
        await realDisk.write(path, content);
        step();
      },
      rename(source, to) {
        step();
        realDisk.rename(source, to);
      },
      remove(path) {
        step();
        realDisk.remove(path);
      },
      async sync(folder) {
        step();
        await realDisk.sync(folder);
      },
    },
  };
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: PressError) => error.problems[0]!.code,
  );
}

const before = [...pair('en/a', 'old a'), ...pair('en/b', 'old b'), ...pair('es/c', 'old c')];
const after = [
  ...pair('en/a', 'new a'),
  ...pair('en/b', 'new b'),
  ...pair('es/c', 'new c'),
  ...pair('es/d', 'new d'),
];

/** What must hold whatever happens: each name is the earlier file or the new one, and no PDF stands beside another's proof. */
function check(folder: string): void {
  for (const name of ['en/a', 'en/b', 'es/c', 'es/d']) {
    const [pdf, proof] = [at(folder, `${name}.pdf`), at(folder, `${name}.proof.json`)];
    const letter = name.at(-1);
    expect([`old ${letter}`, `new ${letter}`, name === 'es/d' ? undefined : `old ${letter}`]).toContain(pdf);
    if (proof !== undefined) expect(proof).toBe(pdf);
  }
}

describe('a folder', () => {
  it('holds what was put there, folders and all, and nothing else', async () => {
    const store = new FolderStore(newFolder());
    await store.put(before);
    for (const { name, content } of before) {
      expect(await store.get(name)).toEqual(content);
      expect(await store.head(name)).toEqual({ bytes: content.length });
    }
    const names: string[] = [];
    for await (const name of store.list('')) names.push(name);
    expect(names.toSorted()).toEqual(before.map(({ name }) => name).toSorted());
  });

  it('lists what begins so', async () => {
    const store = new FolderStore(newFolder());
    await store.put([...before, fileOf('en-x.pdf', ''), fileOf('en/deep/er.pdf', '')]);
    const names = async (prefix: string) => {
      const found: string[] = [];
      for await (const name of store.list(prefix)) found.push(name);
      return found.toSorted();
    };
    expect(await names('es/')).toEqual(['es/c.pdf', 'es/c.proof.json']);
    expect(await names('en/a')).toEqual(['en/a.pdf', 'en/a.proof.json']);
    expect(await names('en')).toHaveLength(6);
    expect(await names('nowhere/')).toEqual([]);
  });

  it('knows nothing of what is not there, is a folder, or lies below a file', async () => {
    const store = new FolderStore(newFolder());
    await store.put(before);
    for (const name of ['en/z.pdf', 'en', 'en/a.pdf/b.pdf']) expect(await store.head(name)).toBeUndefined();
    expect(await store.get('en/z.pdf')).toBeUndefined();
  });

  it('puts a file in the place of a link, and leaves alone what that leads to', async () => {
    const folder = newFolder();
    const other = join(top, 'other.pdf');
    writeFileSync(other, 'theirs');
    mkdirSync(join(folder, 'en'), { recursive: true });
    symlinkSync(other, join(folder, 'en/a.pdf'));
    await new FolderStore(folder).put(pair('en/a', 'new a'));
    expect(readFileSync(other, 'utf8')).toBe('theirs');
    expect(lstatSync(join(folder, 'en/a.pdf')).isFile()).toBe(true);
  });

  it.each(['../a.pdf', 'en/../../a.pdf', '/a.pdf', 'en//a.pdf', './a.pdf', 'en\\a.pdf', 'en/a\0.pdf', ''])(
    'refuses a name that leads elsewhere: %j',
    async (name) => {
      const store = new FolderStore(newFolder());
      expect(await codeOf(store.put([fileOf(name, 'x')]))).toBe('CAMPAIGN_FILE_NAME');
      expect(await codeOf(store.get(name))).toBe('CAMPAIGN_FILE_NAME');
    },
  );

  it('tells a name that cannot be by itself: others may be put', async () => {
    const folder = newFolder();
    const store = new FolderStore(folder);
    mkdirSync(join(folder, 'en/taken.pdf'), { recursive: true });
    for (const name of ['en/taken.pdf', `en/${'x'.repeat(300)}.pdf`]) {
      expect(await codeOf(store.put([...before, fileOf(name, 'x')]))).toBe('CAMPAIGN_FILE_NAME');
      expect(tidy(folder)).toEqual([]);
    }
    await store.put(before);
    check(folder);
  });
});

describe('a disk that fails', () => {
  const codes = ['ENOSPC', 'EIO', 'EROFS'];

  it('at any one moment leaves each file whole, earlier or new, and nothing beside', async () => {
    let step = 0;
    for (let ended = false; !ended; step++) {
      const folder = newFolder();
      await new FolderStore(folder).put(before);
      const { disk, operations } = faulty(step, codes[step % codes.length]!, false);
      const code = await codeOf(new FolderStore(folder, disk).put(after));
      ended = operations() <= step;
      // What was only to be tidied away is in nobody's way.
      expect([undefined, 'OUTPUT_UNWRITABLE']).toContain(code);
      if (ended) expect(code).toBeUndefined();
      check(folder);
      // Where nothing was put in its place the earlier files stand with their proofs.
      if (at(folder, 'en/a.pdf') === 'old a') expect(at(folder, 'en/a.proof.json')).toBe('old a');
      const left = tidy(folder);
      expect(left.length).toBeLessThanOrEqual(1);
      await new FolderStore(folder).put(after);
      for (const { name, content } of after) expect(at(folder, name)).toBe(String(content));
    }
    expect(step).toBeGreaterThan(25);
  });

  it('with a kill at any moment leaves each file whole; the next run sweeps and ends the same', async () => {
    for (let step = 0; ; step++) {
      const folder = newFolder();
      await new FolderStore(folder).put(before);
      const { disk, operations } = faulty(step, 'EIO', true);
      await codeOf(new FolderStore(folder, disk).put(after));
      check(folder);
      const next = new FolderStore(folder);
      next.sweep(after.map(({ name }) => name));
      expect(tidy(folder)).toEqual([]);
      check(folder);
      await next.put(after);
      for (const { name, content } of after) expect(at(folder, name)).toBe(String(content));
      if (operations() <= step) break;
    }
  });

  it.each([...codes, 'EINVAL', 'ENOTSUP'])(
    'says what is wrong where a folder cannot be synced: %s',
    async (code) => {
      const sync = async () => {
        throw Object.assign(new Error(code), { code });
      };
      const store = new FolderStore(newFolder(), { ...realDisk, sync });
      // Which of these are no fault is known where the system is asked: `syncFolder`.
      expect(await codeOf(store.put(before))).toBe('OUTPUT_UNWRITABLE');
    },
  );

  it('is told with the file that it failed at', async () => {
    const folder = newFolder();
    const write: Disk['write'] = async (path, content) => {
      if (String(content) === 'old b') throw Object.assign(new Error('x'), { code: 'ENOSPC' });
      await realDisk.write(path, content);
    };
    const refused = await new FolderStore(folder, { ...realDisk, write })
      .put(before)
      .catch((error: PressError) => error.problems);
    expect(refused).toMatchObject([{ code: 'OUTPUT_UNWRITABLE', place: { file: join(folder, 'en/b.pdf') } }]);
    expect(readdirSync(join(folder, 'en'))).toEqual([]);
  });
});

describe('many files', () => {
  const many = Array.from({ length: 20 }, (_, i) => pair(`en/${i}`, `file ${i}`)).flat();

  it('are written sixteen at a time; where one fails all that were begun have ended', async () => {
    for (const failing of [undefined, 'file 11']) {
      const folder = newFolder();
      let [open, most] = [0, 0];
      const write: Disk['write'] = async (path, content) => {
        most = Math.max(most, ++open);
        try {
          if (String(content) === failing) throw Object.assign(new Error('x'), { code: 'ENOSPC' });
          await realDisk.write(path, content);
        } finally {
          open--;
        }
      };
      const code = await codeOf(new FolderStore(folder, { ...realDisk, write }).put(many));
      expect(open).toBe(0);
      expect(most).toBe(16);
      expect(code).toBe(failing === undefined ? undefined : 'OUTPUT_UNWRITABLE');
      for (const { name, content } of many)
        expect(at(folder, name)).toBe(failing === undefined ? String(content) : undefined);
      expect(tidy(folder)).toEqual([]);
    }
  });
});

describe('leftovers', () => {
  const host = () => {
    const folder = newFolder();
    return { folder, store: new FolderStore(folder) };
  };

  it('of this machine go where their process is gone, and stay while it runs; of others when they are old', async () => {
    const { folder, store } = host();
    await store.put(before);
    const kept: string[] = [];
    const write: Disk['write'] = async (path, content) => {
      kept.push(path);
      await realDisk.write(path, content);
      throw Object.assign(new Error('killed'), { code: 'EIO' });
    };
    const remove = () => {
      throw new Error('killed');
    };
    await codeOf(new FolderStore(folder, { ...realDisk, write, remove }).put([fileOf('en/x.pdf', 'x')]));
    const own = kept[0]!;
    const named = (machine: string, pid: string) =>
      own.replace(/\.campaign\.(\w+)\.(\d+)\./, (_, host: string) => `.campaign.${machine || host}.${pid}.`);
    const files = {
      own,
      dead: named('', '4194301'),
      running: named('', '1'),
      elsewhere: named('00000000', '4194301'),
      old: named('11111111', '4194301'),
    };
    for (const path of Object.values(files)) writeFileSync(path, 'x');
    const hours = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(files.old, hours, hours);
    writeFileSync(join(folder, 'en/.campaign.notes.tmp'), 'theirs');
    store.sweep(['en/a.pdf', 'nowhere/b.pdf']);
    const there = Object.entries(files).filter(([, path]) => existsSync(path));
    expect(there.map(([name]) => name)).toEqual(['running', 'elsewhere']);
    expect(existsSync(join(folder, 'en/.campaign.notes.tmp'))).toBe(true);
    for (const path of Object.values(files)) rmSync(path, { force: true });
  });
});
