import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';
import { command } from '../press/workshop.ts';

const { templates } = shippedFolders();
const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');

describe('the command', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'out-'));
  });
  afterEach(() => {
    rmSync(out, { recursive: true, force: true });
  });
  const files = () => readdirSync(out).sort();

  it('prints all products in the source locale on Letter for screen, each with its proof beside it', async () => {
    const { code, out: stdout, err } = await command('print', guide, '--out', out);
    // The shipped guide declares no short form of its disclosure.
    const made = listProducts(templates).filter((id) => {
      const { papers, disclosure } = loadProduct(id, templates);
      return papers.includes('letter') && disclosure === 'whole';
    });
    expect(err).toContain(
      'wallet-card-flat prints a short form of the disclosure, and the guide declares none: left out.',
    );
    expect(made).toEqual(expect.arrayContaining(['handout', 'pamphlet-trifold', 'poster']));
    const names = made.map((product) => `heroin-detox.${product}.en.letter.standard.screen`);
    expect(code).toBe(0);
    expect(files()).toEqual(names.flatMap((name) => [`${name}.pdf`, `${name}.proof.json`]).sort());
    expect(stdout).toBe(names.map((name) => `${join(out, name)}.pdf\n`).join(''));
    expect(err).toContain(`[1/${made.length}]`);
  });

  it('names orientation and long-edge duplex in the file, where they were asked for', async () => {
    await command(
      'print',
      guide,
      '--product',
      'poster',
      '--paper',
      'a3',
      '--orientation',
      'portrait',
      '--out',
      out,
    );
    await command(
      'print',
      guide,
      '--product',
      'pamphlet-trifold',
      '--for',
      'office',
      '--duplex',
      'long',
      '--out',
      out,
    );
    expect(files().filter((name) => name.endsWith('.pdf'))).toEqual([
      'heroin-detox.pamphlet-trifold.en.letter.standard.office-long.pdf',
      'heroin-detox.poster.en.a3-portrait.standard.screen.pdf',
    ]);
  });

  it('prints a draft for screen and refuses it for office, saying why, unless drafts are allowed', async () => {
    const flags = [
      'print',
      guide,
      '--product',
      'pamphlet-trifold',
      '--locale',
      'ar',
      '--for',
      'screen,office',
      '--out',
      out,
    ];
    const refused = await command(...flags);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('error TRANSLATION_DRAFT');
    expect(refused.err).toContain('--allow-drafts');
    expect(files().filter((name) => name.endsWith('.pdf'))).toEqual([
      'heroin-detox.pamphlet-trifold.ar.letter.standard.screen.pdf',
    ]);
    const allowed = await command(...flags, '--allow-drafts');
    expect(allowed.code).toBe(0);
    expect(files()).toContain('heroin-detox.pamphlet-trifold.ar.letter.standard.office.pdf');
    const proof = JSON.parse(
      readFileSync(join(out, 'heroin-detox.pamphlet-trifold.ar.letter.standard.office.proof.json'), 'utf8'),
    );
    expect(proof.notices.join()).toContain('needs review by a qualified translator');
  });

  it('gives results for machines on stdout', async () => {
    const { code, out: stdout } = await command(
      'print',
      guide,
      '--product',
      'poster',
      '--json',
      '--out',
      out,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'heroin-detox.poster.en.letter.standard.screen.pdf', pages: 1, proved: true },
    ]);
  });

  it('puts a given address into the QR code and says so', async () => {
    const { code } = await command(
      'print',
      guide,
      '--product',
      'poster',
      '--qr',
      'https://example.org/detox',
      '--out',
      out,
    );
    expect(code).toBe(0);
    const wrong = await command(
      'print',
      guide,
      '--product',
      'poster',
      '--qr',
      'javascript:alert(1)',
      '--out',
      out,
    );
    expect(wrong.code).toBe(2);
  });

  it.each([
    [['print', guide, '--product', 'postr'], 'Did you mean "poster"?'],
    [['print', guide, '--locale', 'xx'], 'There is no locale "xx"'],
    [['print', guide, '--for', 'wall'], 'There is no purpose "wall"'],
    [['print', guide, '--papr', 'a4'], '--paper'],
    [['print'], 'guide'],
    [['list', 'everything'], 'products'],
    [['unknown'], 'unknown'],
  ])('says what is wrong with %j and exits with 2', async (args, said) => {
    const {
      code,
      out: stdout,
      err,
    } = await command(...args, ...(args[0] === 'print' && args.length > 1 ? ['--out', out] : []));
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(stdout).toBe('');
    expect(files()).toEqual([]);
  });

  it('says when there is no guide', async () => {
    const { code, err } = await command('print', join(out, 'nowhere'), '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('FILE_NOT_FOUND');
  });

  it('shows its help on stdout', async () => {
    const { code, out: stdout } = await command('print', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--allow-drafts');
  });

  it('proves a file again, with what it must hold and without', async () => {
    await command('print', guide, '--product', 'poster', '--out', out);
    const pdf = join(out, 'heroin-detox.poster.en.letter.standard.screen.pdf');
    const whole = await command('proof', pdf, '--second-opinion');
    expect(whole.code).toBe(0);
    expect(whole.out).toContain('1 of 1 area show 800-315-1376');
    expect(whole.out).toContain('pdf.js reads');
    rmSync(pdf.replace('.pdf', '.proof.json'));
    const alone = await command('proof', pdf, '--json');
    expect(alone.code).toBe(3);
    const [{ proof }] = JSON.parse(alone.out);
    expect(proof.checks.find((check: { code: string }) => check.code === 'TEXT_LOST').status).toBe(
      'not-checked',
    );
    expect(proof.checks.find((check: { code: string }) => check.code === 'PDF_STRUCTURE').status).toBe(
      'passed',
    );
  });

  it('says of junk that it cannot be read, and goes on with the next file', async () => {
    const junk = join(out, 'junk.pdf');
    writeFileSync(junk, 'not a PDF');
    const { code, err } = await command('proof', junk, join(out, 'missing.pdf'));
    expect(code).toBe(1);
    expect(err).toContain('PDF_UNREADABLE');
    expect(err).toContain('FILE_NOT_FOUND');
    expect(err).not.toMatch(/\n\s+at .*\.ts:\d+/);
  });

  it.each([
    ['products', 'pamphlet-trifold'],
    ['locales', 'हिन्दी'],
    ['papers', 'tabloid'],
    ['editions', 'standard'],
  ])('lists %s', async (what, row) => {
    expect((await command('list', what)).out).toContain(row);
    expect(Object.keys(JSON.parse((await command('list', what, '--json')).out)).length).toBeGreaterThan(0);
  });

  it('is what package.json installs', () => {
    const { bin } = JSON.parse(readFileSync(resolve(guide, '../../package.json'), 'utf8'));
    expect(existsSync(resolve(guide, '../../src/cli.ts'))).toBe(true);
    expect(bin['helpline-press']).toBe('dist/cli.js');
  });
});
