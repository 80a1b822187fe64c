import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { workerManifest } from '../../src/campaign/queue/tail.ts';
import type { Entry } from '../../src/campaign/store/entry.ts';
import { isOfWhole, openOut } from '../../src/campaign/store/out.ts';
import { openS3Store } from '../../src/campaign/store/s3-store.ts';
import type { StoredFile } from '../../src/campaign/store/store.ts';
import { program } from './servers/found.ts';
import type { Server } from './servers/process.ts';
import { environment, s3AddressOf, startS3 } from './servers/s3.ts';

const file = (name: string, text: string): StoredFile => {
  const content = new TextEncoder().encode(text);
  return { name, content, sha256: createHash('sha256').update(content).digest('hex') };
};
const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

async function all(names: AsyncIterable<string>): Promise<string[]> {
  const result: string[] = [];
  for await (const name of names) result.push(name);
  return result.sort();
}

describe.each(['moto', 'versitygw'] as const)('a bucket of %s', (name) => {
  const path = program(name);
  let server: Server;
  beforeAll(async () => {
    if (path !== undefined) server = await startS3(name, path);
  });
  afterAll(() => server?.end());
  afterEach(() => vi.unstubAllEnvs());
  const open = (prefix: string) => openS3Store(s3AddressOf(server, prefix), environment);

  describe.skipIf(path === undefined)('as a store', () => {
    it('gives back what was put there, its size and its SHA-256', async () => {
      const store = await open('first');
      const files = Array.from({ length: 20 }, (_, i) => file(`en/poster/place-${i}.pdf`, `page ${i}`));
      await store.put(files);
      expect(text(await store.get('en/poster/place-7.pdf'))).toBe('page 7');
      expect(await store.head('en/poster/place-19.pdf')).toEqual({ bytes: 7, sha256: files[19]!.sha256 });
      expect(await store.get('en/poster/place-20.pdf')).toBeUndefined();
      expect(await store.head('en/poster/place-20.pdf')).toBeUndefined();
    });

    it('takes the same content twice, and another one in its place', async () => {
      const store = await open('second');
      await store.put([file('a.pdf', 'one')]);
      await store.put([file('a.pdf', 'one')]);
      expect(text(await store.get('a.pdf'))).toBe('one');
      await store.put([file('a.pdf', 'two')]);
      expect(text(await store.get('a.pdf'))).toBe('two');
    });

    it('puts a new file where there is none, and says when another is there', async () => {
      const store = await open('new');
      expect(await store.putNew(file('segment', 'mine'))).toBe(true);
      expect(await store.putNew(file('segment', 'mine'))).toBe(true);
      expect(await store.putNew(file('segment', 'theirs'))).toBe(false);
      expect(text(await store.get('segment'))).toBe('mine');
    });

    it('lists page after page, below its own prefix only, names of any letters whole', async () => {
      const store = await open('many');
      const names = [...Array.from({ length: 7 }, (_, i) => `es/${i}.pdf`), 'es/año+1 & <2>%41.pdf'];
      await store.put(names.map((n) => file(n, n)));
      await (await open('many-others')).put([file('es/9.pdf', 'x')]);
      expect(await all(store.list('es/', 3))).toEqual([...names].sort());
      expect(await all(store.list('fr/'))).toEqual([]);
      expect(text(await store.get('es/año+1 & <2>%41.pdf'))).toBe('es/año+1 & <2>%41.pdf');
    });

    it('works at the root of the bucket', async () => {
      const store = await open('');
      await store.put([file('root.pdf', 'at the root')]);
      expect(text(await store.get('root.pdf'))).toBe('at the root');
      expect(await all(store.list('root'))).toEqual(['root.pdf']);
    });

    it('tells parts of the manifest of the whole from those of shards and workers, which made a file again', async () => {
      for (const [key, value] of Object.entries(environment)) vi.stubEnv(key, value);
      const out = await openOut(s3AddressOf(server, 'parts'));
      const entry: Entry = { outcome: 'failed', file: 'a.pdf', input: '0'.repeat(64), problems: [] };
      const names = ['campaign.manifest', 'campaign.3-of-8.manifest', workerManifest('host-12-ab')];
      for (const name of names) await (await out.begin(name, 'clinics', [])).append([entry]);
      // What a Mac puts beside what it copies is no manifest.
      for (const name of ['.DS_Store', '._campaign.manifest'])
        await out.store.put([file(`campaign.manifests/${name}`, 'Mac OS X')]);
      const whole: string[] = [];
      for await (const { name } of out.manifests()) {
        const own = name.slice(name.lastIndexOf('/') + 1);
        expect(own).toMatch(/^campaign\./);
        if (isOfWhole(own)) whole.push(own);
      }
      expect(whole).toEqual([expect.stringMatching(/^campaign\.[a-z0-9]+\.000001\.manifest$/)]);
      expect(isOfWhole('campaign.manifest')).toBe(true);
    });

    it('tells that a bucket is not there', async () => {
      const address = s3AddressOf(server, '').replace('posters', 'leaflets');
      await expect(openS3Store(address, environment)).rejects.toMatchObject({
        problems: [{ code: 'STORE_MISSING', message: expect.stringContaining('leaflets') }],
      });
    });
  });

  describe.skipIf(path === undefined || name === 'moto')('as a judge', () => {
    it('takes no content that is not the one its SHA-256 says', async () => {
      const store = await openS3Store(s3AddressOf(server, 'bad'), environment, async () => {});
      const { sha256 } = file('a.pdf', 'one');
      await expect(store.put([{ ...file('a.pdf', 'two'), sha256 }])).rejects.toThrow('STORE_UNREACHABLE');
      expect(await store.get('a.pdf')).toBeUndefined();
    });

    it('lets nobody in with another secret, and the secret is not told', async () => {
      const secret = 'another-secret-of-somebody';
      const failure = openS3Store(s3AddressOf(server, ''), {
        ...environment,
        AWS_SECRET_ACCESS_KEY: secret,
      }).catch(String);
      expect(await failure).toContain('STORE_DENIED');
      expect(await failure).not.toContain(secret);
    });
  });
});
