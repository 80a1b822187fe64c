import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { shippedGuides } from '../../src/press/index.ts';
import { command } from '../press/workshop.ts';

const guide = `${shippedGuides()}/heroin-detox`;

describe('the command preview', () => {
  it('says where it is, answers there, and ends with Ctrl-C', async () => {
    let said = '';
    const out = new Writable({
      write(chunk: Buffer, _, done) {
        said += chunk.toString('utf8');
        done();
      },
    });
    const ended = run(['preview', guide], { out, err: new Writable({ write: (_, __, done) => done() }) });
    while (!said.endsWith('/\n')) await new Promise((done) => setTimeout(done, 20));
    const address = said.trim();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}\/$/);
    expect((await fetch(address)).status).toBe(200);
    process.emit('SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('says when another program has the port, and when there is no such guide', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const taken = await command('preview', guide, '--port', String(port));
    expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('another program has it')]);
    other.close();
    expect((await command('preview', '/nowhere/at/all')).code).toBe(1);
    expect((await command('preview', guide, '--port', '65536')).code).toBe(2);
  });
});
