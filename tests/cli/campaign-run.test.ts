import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import type { CampaignProgress, Plan, RunOptions, RunResult } from '../../src/campaign/index.ts';
import { runAndTell } from '../../src/cli/campaign-run.ts';
import { CampaignTeller, span } from '../../src/cli/campaign-teller.ts';
import { type Interruptible, interruptible } from '../../src/cli/interrupt.ts';
import type { Streams } from '../../src/cli/streams.ts';
import { warning } from '../../src/diagnostics/index.ts';
import { type CampaignResult, runCampaign } from '../../src/index.ts';
import { builtCommand } from '../built.ts';
import { campaignFolder } from '../campaign/campaigns.ts';
import { madeIn, pressFilesIn } from '../campaign/made.ts';
import { command } from '../press/workshop.ts';

const top = mkdtempSync(join(tmpdir(), 'campaign-cli-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

function collected(isTTY: boolean): { streams: Streams; out: () => string; err: () => string } {
  const texts = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _, done) {
        texts[name] += chunk.toString('utf8');
        done();
      },
    });
  const streams = { out: stream('out'), err: Object.assign(stream('err'), { isTTY }) };
  return { streams, out: () => texts.out, err: () => texts.err };
}

const begun: CampaignProgress = { kind: 'begun', files: 9600, kept: 1200, toMake: 8400, workers: 4 };
const file = (done: number, more: object = {}): CampaignProgress => ({
  kind: 'file',
  entry: {
    outcome: 'failed',
    file: `en/${done}.pdf`,
    input: '',
    problems: [{ code: 'TEXT_OVERFLOW', message: 'x' }],
  },
  done,
  failed: 1,
  toMake: 8400,
  perSecond: 298.4,
  secondsLeft: 27.2,
  ...more,
});
const result: RunResult = {
  files: 9600,
  made: 8398,
  kept: 1200,
  failed: [],
  open: 2,
  outdated: [],
  left: [],
  stopped: true,
  seconds: 29.5,
};

describe('how a campaign goes', () => {
  it('is lines now and then where nobody watches, and one for each file that failed', () => {
    let now = 0;
    const { streams, err } = collected(false);
    const teller = new CampaignTeller(streams, false, () => now);
    teller.tell(begun);
    for (const [time, done] of [
      [0, 1],
      [10, 2],
      [4990, 3],
      [5000, 4],
      [5001, 8400],
    ] as const) {
      now = time;
      teller.tell(file(done, done === 2 ? {} : { entry: { outcome: 'made' } }));
    }
    teller.tell({ kind: 'worker-lost', reason: 'out of memory' });
    teller.tell({ kind: 'worker-lost', reason: 'out of memory', file: 'en/7.pdf' });
    teller.tell({ kind: 'stopping' });
    teller.end(result);
    expect(err().split('\n')).toEqual([
      '9,600 files; 1,200 of them are there; 8,400 to make, 4 at a time.',
      '[1/8400] 298 files a second, 28 s left, 1 failed',
      'en/2.pdf was not made: TEXT_OVERFLOW',
      '[4/8400] 298 files a second, 28 s left, 1 failed',
      '[8400/8400] 298 files a second, 28 s left, 1 failed',
      'A worker died (out of memory); what it had in hand is made again.',
      'Workers died of en/7.pdf (out of memory); it is left out.',
      'Stopping: the files in hand are ended. Ctrl-C again ends at once; nothing is half written.',
      '8,398 made in 30 s, 1,200 were there, 2 not come to.',
      '',
    ]);
  });

  it('is a bar on a terminal, drawn ten times a second at most; what stays stands above it', () => {
    let now = 0;
    const { streams, err } = collected(true);
    const teller = new CampaignTeller(streams, false, () => now);
    for (const [time, done] of [
      [0, 4200],
      [99, 4201],
      [100, 4202],
    ] as const) {
      now = time;
      teller.tell(
        file(done, { entry: { outcome: 'made' }, failed: 0, secondsLeft: undefined, perSecond: 2.34 }),
      );
    }
    teller.tell({ kind: 'worker-lost', reason: 'killed' });
    expect(err().split('\r\x1b[2K')).toEqual([
      '',
      `${'█'.repeat(12)}${'░'.repeat(12)} 4,200/8,400 2.3 files a second`,
      `${'█'.repeat(12)}${'░'.repeat(12)} 4,202/8,400 2.3 files a second`,
      'A worker died (killed); what it had in hand is made again.\n',
    ]);
  });

  it('is lines of JSON with their form for machines, and nothing else', () => {
    const { streams, out, err } = collected(false);
    const teller = new CampaignTeller(streams, true);
    teller.tell(begun);
    teller.end(result);
    const lines = out()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      { format: 1, ...begun },
      { format: 1, kind: 'ended', ...result },
    ]);
    expect(err()).toBe('');
  });

  it.each([
    [0, '0 s'],
    [0.1, '1 s'],
    [59, '59 s'],
    [59.1, '1:00 min'],
    [65, '1:05 min'],
    [3599, '59:59 min'],
    [3600, '1:00 h'],
    [7805, '2:10 h'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(span(seconds)).toBe(text);
  });
});

class Edge extends EventEmitter {
  exits: number[] = [];
  exit(code?: number): never {
    this.exits.push(code ?? 0);
    return undefined as never;
  }
}

describe('Ctrl-C', () => {
  it("asks to stop once, ends at once the second time, and is nobody's business afterwards", async () => {
    const edge = new Edge();
    const seen: boolean[] = [];
    const value = await interruptible(
      async (signal) => {
        seen.push(signal.aborted);
        edge.emit('SIGINT');
        seen.push(signal.aborted);
        expect(edge.exits).toEqual([]);
        edge.emit('SIGTERM');
        return 7;
      },
      edge as unknown as Interruptible,
    );
    expect(seen).toEqual([false, true]);
    expect(edge.exits).toEqual([130]);
    expect(value).toBe(7);
    expect(edge.listenerCount('SIGINT') + edge.listenerCount('SIGTERM')).toBe(0);
  });

  it('ends a campaign with 130, and says how to go on', async () => {
    const edge = new Edge();
    const { streams, err } = collected(false);
    const runs = async (_: Plan, { signal }: RunOptions): Promise<RunResult> => {
      edge.emit('SIGINT', 'SIGINT');
      expect(signal?.aborted).toBe(true);
      return result;
    };
    const code = await runAndTell({} as Plan, { out: top }, false, streams, {
      runs,
      edge: edge as unknown as Interruptible,
    });
    expect(code).toBe(130);
    expect(err()).toContain('Go on with the same command');
  });
});

describe.skipIf(process.platform === 'win32')('a campaign whose terminal is closed', () => {
  it('ends the files in hand, records them, and goes on from there', async () => {
    const campaign = campaignFolder(300);
    const out = join(top, 'hung-up');
    const args = ['campaign', campaign, '--out', out, '--workers', '0', '--no-proof', '--json'];
    const child = spawn(process.execPath, [builtCommand(), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (data) => {
      const isFirst = !said.includes('"kind":"file"');
      said += data;
      // Twice would end it at once.
      if (isFirst && said.includes('"kind":"file"')) child.kill('SIGHUP');
    });
    expect(await once(child, 'close')).toEqual([null, 'SIGHUP']);
    expect(said).toContain('"kind":"ended"');
    const made = madeIn(join(out, 'campaign.manifest'));
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThan(300);
    // Each PDF and each proof that is there is recorded, and nothing else is left.
    expect(pressFilesIn(out).size).toBe(2 * made.length);
    expect(readdirSync(out).toSorted()).toEqual(['campaign.manifest', 'en']);
  }, 120_000);
});

describe('what is told of a run while it goes on', () => {
  it('is told then: who waits for workers that nobody started sees it', async () => {
    const { streams, err } = collected(false);
    const runs = async (_: Plan, { onWarning }: RunOptions): Promise<RunResult> => {
      onWarning!(warning('QUEUE_NO_WORKER', '4 batches wait.'));
      expect(err()).toContain('QUEUE_NO_WORKER: 4 batches wait.');
      onWarning!(warning('QUEUE_NO_WORKER', '4 batches wait.'));
      return result;
    };
    await runAndTell({} as Plan, { out: top }, false, streams, { runs });
    expect(err().match(/QUEUE_NO_WORKER/g)).toHaveLength(1);
  });
});

describe('campaign', () => {
  const campaign = campaignFolder(3);
  const out = join(top, 'out');
  const args = [campaign, '--out', out, '--workers', '0'];

  it('makes what there is to make, and the second time nothing', async () => {
    const first = await command('campaign', ...args);
    expect(first).toMatchObject({ code: 0 });
    expect(first.err).toContain('3 made in');
    expect(existsSync(join(out, 'en/poster/p0001.heroin-detox.letter.screen.pdf'))).toBe(true);
    const second = await command('campaign', ...args, '--json');
    expect(second.code).toBe(0);
    const lines = second.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { format: 1, kind: 'begun', files: 3, kept: 3, toMake: 0 },
      { format: 1, kind: 'ended', made: 0, kept: 3, failed: [] },
      { format: 1, kind: 'desk', files: expect.arrayContaining(['campaign.report.pdf']) },
    ]);
  });

  it('ends with 1 where files cannot be made, says each reason once, and which old files are there', async () => {
    const problems = [
      { code: 'TEXT_OVERFLOW', message: 'Too long.', hint: 'Shorten it.', place: { locale: 'ar' } },
    ];
    const failed = ['ar/a.pdf', 'ar/b.pdf'].map((name) => ({
      outcome: 'failed' as const,
      file: name,
      input: '',
      problems,
    }));
    const ended = { ...result, failed, open: 0, stopped: false, outdated: ['ar/b.pdf'], left: ['ar/z.pdf'] };
    const { streams, err } = collected(false);
    expect(await runAndTell({} as Plan, { out: top }, false, streams, { runs: async () => ended })).toBe(1);
    expect(err().split('\n')).toEqual([
      '8,398 made in 30 s, 1,200 were there, 2 failed.',
      'error TEXT_OVERFLOW: Too long.',
      '  in locale ar',
      '  hint: Shorten it.',
      'Mend these and give the same command again: it makes only what is missing.',
      'warning CAMPAIGN_OUTDATED: This file was made by an earlier run and is no longer right; making it anew failed.',
      '  at ar/b.pdf',
      '  hint: Do not hand it out.',
      'warning CAMPAIGN_LEFT: This file was made by an earlier run, and is of no row of the campaign any more.',
      '  at ar/z.pdf',
      '  hint: Take it away if it is not wanted.',
      '',
    ]);
  });

  it('verify reads it again, by the campaign and by the folder alone', async () => {
    const by = await command('campaign', 'verify', ...args);
    expect(by).toMatchObject({
      code: 0,
      out: '3 of 3 files are there, are the ones that were made, and are proved again.\n',
    });
    expect(await command('campaign', 'verify', out, '--workers', '0')).toMatchObject({
      code: 0,
      out: by.out,
    });
    rmSync(join(out, 'en/poster/p0002.heroin-detox.letter.screen.pdf'));
    const gone = await command('campaign', 'verify', out, '--workers', '0', '--json');
    expect(gone.code).toBe(1);
    expect(JSON.parse(gone.out)).toMatchObject({
      format: 1,
      files: 3,
      proved: 2,
      problems: [{ code: 'CAMPAIGN_FILE_MISSING' }],
    });
  });

  it.each([
    ['--workers', 'many'],
    ['--workers', '-1'],
  ])('refuses %s %s', async (flag, value) => {
    expect(await command('campaign', campaign, '--out', out, flag, value)).toMatchObject({ code: 2 });
  });
});

describe('runCampaign', () => {
  const campaign = campaignFolder(3);

  it('makes the files, tells each, and stops by its signal', async () => {
    const out = join(top, 'library');
    const controller = new AbortController();
    const told: CampaignProgress[] = [];
    const stopped = await runCampaign(campaign, {
      out,
      workers: 0,
      signal: controller.signal,
      onProgress: (progress) => {
        told.push(progress);
        if (progress.kind === 'begun') controller.abort();
      },
    });
    expect(stopped).toMatchObject({ files: 3, made: 0, open: 3, stopped: true });
    const ended = await runCampaign(join(campaign, 'campaign.yaml'), {
      out,
      workers: 0,
      onProgress: (p) => told.push(p),
    });
    expect(ended).toMatchObject({ made: 3, failed: [], stopped: false });
    expect(told.map(({ kind }) => kind)).toEqual(['begun', 'begun', 'file', 'file', 'file']);
  });

  it('gives what somebody should look at, of the sheet and of the run', async () => {
    const own = campaignFolder(2);
    const sheet = join(own, 'places.csv');
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replaceAll('202-555-1001', '202-555-1000'));
    const { made, warnings }: CampaignResult = await runCampaign(own, {
      out: join(top, 'warned'),
      workers: 0,
      onProgress: ({ kind }) => kind === 'begun' && appendFileSync(sheet, 'more,202-555-1009,\n'),
    });
    expect(made).toBe(2);
    expect(warnings.map(({ code, place }) => [code, place.line])).toEqual([
      ['PLACE_NUMBER_TWICE', 2],
      ['CAMPAIGN_CHANGED', undefined],
    ]);
  });

  it.each([
    ['no path', undefined, { out: 'x' }],
    ['an empty path', '', { out: 'x' }],
    ['no options', campaign, undefined],
    ['no folder', campaign, {}],
    ['half a thread', campaign, { out: 'x', workers: 0.5 }],
    ['less than none', campaign, { out: 'x', workers: -1 }],
    ['too many threads', campaign, { out: 'x', workers: 1000 }],
    ['no layer of fonts', campaign, { out: 'x', folders: { fonts: [] } }],
    ['a folder that is none', campaign, { out: 'x', folders: { fonts: null } }],
    ['no function', campaign, { out: 'x', onProgress: 'x' }],
    ['no signal', campaign, { out: 'x', signal: {} }],
    ['no date', campaign, { out: 'x', date: 'yesterday' }],
    ['no folders', campaign, { out: 'x', folders: { templates: 5 } }],
    ['folders of a name that there is not', campaign, { out: 'x', folders: { template: 'x' } }],
    ['an option that there is not', campaign, { out: 'x', worker: 2 }],
    ['no folder of guides', campaign, { out: 'x', guides: 5 }],
    ['neither yes nor no', campaign, { out: 'x', verify: 'no' }],
  ])('refuses %s', async (_, path, options) => {
    await expect(runCampaign(path as string, options as never)).rejects.toMatchObject({
      name: 'PressError',
      problems: [{ code: 'USAGE' }],
    });
  });

  it('tells a campaign that is none as it is', async () => {
    await expect(runCampaign(join(top, 'nowhere'), { out: join(top, 'x') })).rejects.toMatchObject({
      name: 'PressError',
      problems: [{ code: 'FILE_NOT_FOUND' }],
    });
  });

  it.each([
    ['of fonts', { folders: { fonts: '/nowhere' } }],
    ['over another', { folders: { locales: ['/nowhere', 'locales'] } }],
    ['of guides, where a guide of that name is shipped', { guides: '/nowhere' }],
  ])('refuses a folder that is not there, and makes no file: %s', async (name, options) => {
    const out = join(top, `folder ${name}`);
    await expect(runCampaign(campaign, { out, workers: 0, ...options })).rejects.toMatchObject({
      problems: [{ code: 'FILE_NOT_FOUND', place: { file: '/nowhere' } }],
    });
    expect(existsSync(out)).toBe(false);
  });

  it('takes a folder that is said to be undefined for the shipped one', async () => {
    const options = { out: join(top, 'undefined'), workers: 0, folders: { fonts: undefined } };
    expect(await runCampaign(campaign, options as never)).toMatchObject({ made: 3, failed: [] });
  });

  it("tells what the caller's own function throws as that", async () => {
    const onProgress = () => {
      throw new Error('mine');
    };
    await expect(
      runCampaign(campaign, { out: join(top, 'mine'), workers: 0, onProgress }),
    ).rejects.toMatchObject({
      problems: [{ code: 'USAGE', message: 'The function onProgress threw: mine.' }],
    });
  });

  it.each([
    [
      'at once, and ends with the next file',
      async () => {
        throw new Error('mine');
      },
    ],
    [
      'when all files are made',
      () => new Promise<void>((_, reject) => setTimeout(() => reject(new Error('mine')), 2_000)),
    ],
    [
      'as others make promises',
      () =>
        Object.fromEntries([
          ['then', (_: unknown, reject: (error: Error) => void) => reject(new Error('mine'))],
        ]),
    ],
  ])('tells what it does not keep of what it promised: %s', async (name, promised) => {
    const onProgress = ({ kind }: CampaignProgress) => (kind === 'file' ? promised() : undefined);
    await expect(
      runCampaign(campaign, { out: join(top, `mine ${name}`), workers: 0, onProgress }),
    ).rejects.toMatchObject({
      problems: [{ code: 'USAGE', message: 'The function onProgress threw: mine.' }],
    });
  });

  it('waits for what it promised', async () => {
    let kept = 0;
    const onProgress = async ({ kind }: CampaignProgress) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (kind === 'file') kept++;
    };
    await runCampaign(campaign, { out: join(top, 'kept'), workers: 0, onProgress });
    expect(kept).toBe(3);
  });

  it.each([
    ['nothing', null],
    ['what is no text', Object.create(null)],
  ])('tells it where it throws %s', async (_, thrown) => {
    const onProgress = () => {
      throw thrown;
    };
    await expect(
      runCampaign(campaign, { out: join(top, 'odd'), workers: 0, onProgress }),
    ).rejects.toMatchObject({ problems: [{ code: 'USAGE' }] });
  });

  it('tells what it throws of a run that is stopped, too', async () => {
    const controller = new AbortController();
    const onProgress = ({ kind }: CampaignProgress) => {
      if (kind === 'stopping') throw new Error('mine');
      if (kind === 'file') controller.abort();
    };
    const out = join(top, 'stopped');
    await expect(
      runCampaign(campaign, { out, workers: 0, signal: controller.signal, onProgress }),
    ).rejects.toMatchObject({
      problems: [{ code: 'USAGE', message: 'The function onProgress threw: mine.' }],
    });
  });
});
