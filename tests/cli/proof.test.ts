import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bounded, limits } from '../../src/cli/bounded.ts';
import type { Proof } from '../../src/proof/index.ts';
import { command } from '../press/workshop.ts';
import { leaflet } from '../proof/leaflet.ts';

const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');
const poster = 'heroin-detox.poster.en.letter.standard.screen';
const pamphlet = 'heroin-detox.pamphlet-trifold.es.a4.standard.office-long';

describe('proof', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'proof-'));
    const jobs: readonly (readonly string[])[] = [
      ['--product', 'poster'],
      [
        ...['--product', 'pamphlet-trifold', '--locale', 'es', '--paper', 'a4'],
        ...['--for', 'office', '--duplex', 'long', '--allow-drafts'],
      ],
      ['--product', 'poster', '--qr', 'https://example.org/a', '--out', at('qr')],
    ];
    for (const job of jobs) expect((await command('print', guide, '--out', folder, ...job)).code).toBe(0);
    mkdirSync(at('alone'));
    copyFileSync(at(`${poster}.pdf`), at('alone/poster.pdf'));
    copyFileSync(at(`${pamphlet}.pdf`), at('alone/pamphlet.pdf'));
    writeFileSync(at('alone/junk.pdf'), 'no PDF');
    writeFileSync(at('alone/other.pdf'), leaflet());
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A folder with a file of one name and a record of another. */
  const pair = (name: string, pdf: string, record: string | Buffer): string => {
    mkdirSync(at(name), { recursive: true });
    copyFileSync(at(pdf), at(`${name}/x.pdf`));
    writeFileSync(at(`${name}/x.proof.json`), record);
    return at(`${name}/x.pdf`);
  };

  it('asks how a file was printed of which only the pages are other ones', async () => {
    await command('print', guide, '--product', 'poster', '--theme', 'clay', '--out', at('clay'));
    rmSync(at(`clay/${poster}.proof.json`));
    const prove = (...flags: string[]) =>
      command('proof', at(`clay/${poster}.pdf`), '--guide', guide, ...flags);
    const without = await prove();
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('printed with --theme')]);
    expect(without.out).toMatch(/NOT PRINTED_OTHER/);
    expect(await prove('--theme', 'clay')).toMatchObject({ code: 0, err: '' });
    // What is wrong in more than its looks was printed from something else.
    const other = await prove('--locale', 'es');
    expect([other.code, other.err]).toEqual([1, '']);
  });

  describe('without a guide', () => {
    it.each([
      ['a file with its record', [`${poster}.pdf`], 0],
      ['a file alone', ['alone/poster.pdf'], 3],
      ['what cannot be read', ['alone/junk.pdf'], 1],
      ['a file that is not there', ['alone/none.pdf'], 1],
      ['one proved, one alone', [`${poster}.pdf`, 'alone/poster.pdf'], 3],
      ['one alone, one proved', ['alone/poster.pdf', `${poster}.pdf`], 3],
      ['one unreadable, one alone', ['alone/junk.pdf', 'alone/poster.pdf'], 1],
      ['one alone, one unreadable', ['alone/poster.pdf', 'alone/junk.pdf'], 1],
    ])('ends for %s with the worst exit', async (_, files, code) => {
      expect((await command('proof', ...files.map(at))).code).toBe(code);
    });

    it.each([
      ['--product', 'poster'],
      ['--locale', 'en'],
      ['--paper', 'letter'],
      ['--orientation', 'landscape'],
      ['--edition', 'standard'],
      ['--for', 'screen'],
      ['--duplex', 'long'],
      ['--qr', 'https://example.org/a'],
      ['--theme', 'dawn'],
      ['--templates', resolve(import.meta.dirname, '../../templates')],
    ])('takes no option that it would do nothing with: %s', async (option, value) => {
      const { code, out, err } = await command('proof', at(`${poster}.pdf`), option, value);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(
        `error USAGE: Without --guide a file is held to the record beside it, and ${option} would`,
      );
    });

    it('says of a file alone what was looked at and what was not, and never that it is proved', async () => {
      const { out } = await command('proof', at('alone/poster.pdf'));
      expect(out).toMatch(/poster\.pdf: not checked: readable/);
      expect(out).toMatch(/- {3}HELPLINE_MISSING +No expectation was given/);
      expect(out).toMatch(/ok {2}PDF_STRUCTURE/);
    });

    it('never proves a file with the record of another print', async () => {
      const file = pair('pair', `qr/${poster}.pdf`, readFileSync(at(`${poster}.proof.json`)));
      const { code, out } = await command('proof', file);
      expect(code).toBe(1);
      expect(out).toMatch(/NOT PDF_OTHER +the record beside it was made of another file/);
    });

    it('says that a file is the one that was printed', async () => {
      const { out } = await command('proof', at(`${poster}.pdf`));
      expect(out).toMatch(/ok {2}PDF_OTHER +It is the file that was printed: SHA-256 [0-9a-f]{12}…/);
    });

    it.each([
      ['no JSON', () => '{', 'JSON_SYNTAX'],
      ['no record', () => '[]', 'EXPECTATION_INVALID'],
      [
        'one that shows nothing',
        () => readFileSync(at(`${poster}.proof.json`), 'utf8').replaceAll('800-315-1376', ''),
        'EXPECTATION_INVALID',
      ],
      [
        'one of an earlier version',
        () => readFileSync(at(`${poster}.proof.json`), 'utf8').replaceAll('"format": 2', '"format": 1'),
        'EXPECTATION_INVALID',
      ],
    ])('refuses a file whose record is %s', async (name, record, says) => {
      const { code, err } = await command('proof', pair(name, `${poster}.pdf`, record()));
      expect(code).toBe(1);
      expect(err).toContain(says);
      expect(err).toContain('x.proof.json');
    });

    it('refuses a file of absurd size before it reads it', async () => {
      writeFileSync(at('alone/huge.pdf'), '');
      truncateSync(at('alone/huge.pdf'), 200_000_001);
      const { code, err } = await command('proof', at('alone/huge.pdf'));
      rmSync(at('alone/huge.pdf'));
      expect(code).toBe(1);
      expect(err).toContain('FILE_TOO_LARGE');
    });

    it('gives results for machines: file, then proof or problems', async () => {
      const { out } = await command('proof', '--json', at('alone/poster.pdf'), at('alone/junk.pdf'));
      const results = JSON.parse(out) as { file: string; proof?: Proof; problems?: { code: string }[] }[];
      expect(results.map(({ file }) => file)).toEqual([at('alone/poster.pdf'), at('alone/junk.pdf')]);
      expect(results[0]!.proof).toMatchObject({ format: 2, verdict: 'not checked', passed: false });
      expect(results[0]!.proof!.made).toMatchObject({
        node: process.versions.node,
        zlib: process.versions.zlib,
        icu: process.versions.icu,
      });
      expect(results[1]!.problems!.map(({ code }) => code)).toEqual(['PDF_UNREADABLE']);
    });
  });

  describe('with a guide', () => {
    const proof = (...args: string[]) => command('proof', '--guide', guide, ...args);

    it.each(['poster', 'pamphlet'])('proves a %s that came back without its record', async (name) => {
      const { code, out } = await proof(at(`alone/${name}.pdf`));
      expect(out).toMatch(/pdf: proved\n/);
      expect(code).toBe(0);
    });

    it('proves a file that bears another day than the guide only where that is asked for', async () => {
      const print = ['print', guide, '--product', 'poster', '--out', at('dated')];
      try {
        process.env.SOURCE_DATE_EPOCH = '1700000000';
        expect((await command(...print)).code).toBe(0);
        rmSync(at(`dated/${poster}.proof.json`));
        expect((await proof(at(`dated/${poster}.pdf`))).code).toBe(0);
      } finally {
        delete process.env.SOURCE_DATE_EPOCH;
      }
      const { code, out, err } = await proof(at(`dated/${poster}.pdf`));
      expect([code, err]).toEqual([1, expect.stringContaining('or with SOURCE_DATE_EPOCH?')]);
      expect(out).toMatch(/NOT PRINTED_OTHER +it bears the date "2023-11-14T22:13:20Z"/);
    });

    it('holds a file with its record to both', async () => {
      const { code, out } = await proof(at(`${poster}.pdf`));
      expect(code).toBe(0);
      expect(out).toMatch(/ok {2}RECORD_OTHER/);
      expect(out).toMatch(/ok {2}PDF_OTHER/);
    });

    it('is not deceived by a record that was changed with its file', async () => {
      const record = readFileSync(at(`${poster}.proof.json`), 'utf8');
      const file = pair('changed', `${poster}.pdf`, record.replaceAll('Who answers?', 'Call now'));
      const { code, out } = await proof(file);
      expect(code).toBe(1);
      expect(out).toMatch(/NOT RECORD_OTHER +the record beside it expects another "pointer" than the guide/);
    });

    it('checks a file as the options say it is', async () => {
      const { code, out } = await proof('--locale', 'es', at('alone/poster.pdf'));
      expect(code).toBe(1);
      expect(out).toMatch(/NOT LANGUAGE_UNMARKED +the file says en, not es/);
    });

    it.each([
      ['--product', 'leaflet'],
      ['--paper', 'napkin'],
      ['--duplex', 'middle'],
    ])('refuses %s %s, which there is not', async (...option) => {
      const { code, err } = await proof(...option, at('alone/pamphlet.pdf'));
      expect(code).toBe(1);
      expect(err).toContain(`"${option[1]}"`);
    });

    it('says that it cannot know the job of a file that says nothing of it', async () => {
      const { code, err } = await proof(at('alone/other.pdf'));
      expect(code).toBe(1);
      expect(err).toContain('USAGE');
    });
  });
});

describe('the thread that opens files', () => {
  const task = { kind: 'inspect', bytes: leaflet() } as const;

  it('answers', async () => {
    const bounded = new Bounded();
    expect(await bounded.run(task)).toMatchObject({ inspection: { pages: 3 } });
    expect(await bounded.run(task)).toMatchObject({ inspection: { pages: 3 } });
    await bounded.close();
  });

  it.each([
    ['time', { ...limits, seconds: 0.001 }, 'takes more than 0.001 seconds'],
    ['memory', { ...limits, megabytes: 1 }, 'takes more than 1 MB'],
  ])(
    'is given up when it takes too much %s, and the next file gets an answer too',
    async (_, few, reason) => {
      // So much to paint that no machine is done with it before the time is looked at.
      const ground = '/Artifact << /Type /Background >> BDC 1 1 0.9 rg 0 0 200 300 re f EMC 0 g\n';
      const box = '/Artifact << /Type /Background >> BDC 20 20 1 1 re f EMC\n';
      const bytes = leaflet([6, ground, ground + box.repeat(50_000)]);
      const bounded = new Bounded(few);
      for (let i = 0; i < 2; i++)
        expect(await bounded.run({ kind: 'inspect', bytes })).toMatchObject({
          problems: [{ code: 'PDF_TOO_COSTLY', message: expect.stringContaining(reason) }],
        });
      await bounded.close();
    },
  );
});
