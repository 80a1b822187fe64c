import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsOf, leftOut } from '../../src/cli/jobs.ts';
import { Stock } from '../../src/files/index.ts';
import type { Proof } from '../../src/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct, takesTwoLanguages } from '../../src/product/index.ts';
import { command } from '../press/workshop.ts';
import { have, pdfToText, veraPdf } from '../tools.ts';

const guide = resolve(import.meta.dirname, '../../guides/heroin-detox');
const nameOf = (purpose: string) => `heroin-detox.poster.en+ar.letter.standard.${purpose}`;

describe('a piece in two languages', () => {
  let out: string;
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'two-'));
    const flags = ['--product', 'poster', '--locale', 'en+ar', '--for', 'screen,office', '--allow-drafts'];
    expect((await command('print', guide, ...flags, '--out', out)).code).toBe(0);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const proofOf = (purpose: string) =>
    JSON.parse(readFileSync(join(out, `${nameOf(purpose)}.proof.json`), 'utf8')) as Proof;

  it.each(['screen', 'office'])('is one file for %s, each language a part of it, proved whole', (purpose) => {
    const { bundle, verdict, checks } = proofOf(purpose);
    expect(verdict).toBe('proved');
    expect(checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(bundle!.pieces.map(({ expectation }) => expectation.locale)).toEqual(['en', 'ar']);
    for (const { expectation } of bundle!.pieces)
      expect(expectation.disclosure.keys.length).toBeGreaterThan(2);
    const pages = pdfToText(join(out, `${nameOf(purpose)}.pdf`))
      .split('\f')
      .slice(0, 2);
    for (const page of pages) expect(page).toContain('800-315-1376');
  });

  it('has a language on each side of one sheet, the back as upright as the front', () => {
    const lying = readFileSync(join(out, `${nameOf('office')}.pdf`), 'latin1');
    expect(lying).toContain('/Duplex /DuplexFlipShortEdge');
  });

  it('is proved against its guide again, as it was printed', async () => {
    const files = ['screen', 'office'].map((purpose) => join(out, `${nameOf(purpose)}.pdf`));
    const { code, out: said } = await command('proof', ...files, '--guide', guide);
    expect(said).not.toContain('  NOT ');
    expect(code).toBe(0);
  });

  it('has both covers outside where a sheet of three panels is folded as a Z, whichever way lines go', async () => {
    const flags = ['--product', 'pamphlet-accordion', '--locale', 'en+ar', '--for', 'office'];
    expect((await command('print', guide, ...flags, '--allow-drafts', '--out', out)).code).toBe(0);
    const file = join(out, 'heroin-detox.pamphlet-accordion.en+ar.letter.standard.office.pdf');
    const proof = JSON.parse(readFileSync(file.replace(/pdf$/, 'proof.json'), 'utf8')) as Proof;
    expect(proof.verdict).toBe('proved');
    const sides = proof.bundle!.pieces.map(({ expectation }) =>
      expectation.sheets.map(({ areas }) => areas.toSorted((a, b) => a.y - b.y).map(({ page }) => page)),
    );
    expect(sides).toEqual([[['cover', 'five', 'back']], [['cover', 'five', 'back']]]);
    // A standing sheet that is turned about its short edge, head to foot: behind a panel is the one as far from the foot.
    expect(readFileSync(file, 'latin1')).toContain('/Duplex /DuplexFlipShortEdge');
    const [[front], [behind]] = sides as [[string[]], [string[]]];
    const leaves = front.map((page, i) => ({ page, behind: behind.toReversed()[i]! }));
    // Folded as a Z, the first leaf lies with its front up, and the last one with its back down.
    expect([leaves[0]!.page, leaves.at(-1)!.behind]).toEqual(['cover', 'cover']);
    const { code, out: said } = await command('proof', file, '--guide', guide);
    expect([code, said.includes('  NOT ')]).toEqual([0, false]);
  });

  it('is a rack card of a side for each, which lie on each other, each proved in its own areas', async () => {
    const flags = ['--product', 'rack-card-side', '--locale', 'en+ar', '--for', 'office'];
    expect((await command('print', guide, ...flags, '--allow-drafts', '--out', out)).code).toBe(0);
    const file = join(out, 'heroin-detox.rack-card-side.en+ar.letter.standard.office.pdf');
    const proof = JSON.parse(readFileSync(file.replace(/pdf$/, 'proof.json'), 'utf8')) as Proof;
    expect(proof.verdict).toBe('proved');
    const [front, back] = proof.bundle!.pieces.map(({ expectation }) => expectation.sheets!);
    expect([front!.length, back!.length]).toEqual([1, 1]);
    const placesOf = (sheets: typeof front) =>
      sheets![0]!.areas.map(({ x, y, width, height }) => [x, y, width, height]);
    expect(placesOf(front).length).toBe(2);
    const asSet = (places: number[][]) => new Set(places.map((place) => place.join()));
    expect(asSet(placesOf(front))).toEqual(asSet(placesOf(back)));
  });

  it('is refused on paper where a product has two sides itself, and in more than two languages', async () => {
    const folded = await command(
      ...['print', guide, '--product', 'pamphlet-trifold', '--locale', 'en+es', '--for', 'office'],
      ...['--allow-drafts', '--out', out],
    );
    expect(folded.code).toBe(1);
    expect(folded.err).toContain('BUNDLE_MIXED');
    expect(folded.err).toContain('--product pamphlet-accordion,booklet,handout,');
    expect(folded.err).toContain('--locale en+es');
    for (const locale of ['en+es+ar', 'en+en', 'en+']) {
      const { code, err } = await command('print', guide, '--locale', locale, '--out', out);
      expect([code, err.includes('USAGE')], locale).toEqual([2, true]);
    }
  });

  it('is refused by no product without one that takes it, and left out of all with a line', async () => {
    const stock = new Stock(0);
    const root = shippedFolders().templates;
    const products = listProducts(root).map((id) => loadProduct(id, root, stock));
    const taking = products.filter(takesTwoLanguages).map(({ id }) => id);
    expect(taking).toContain('booklet');
    for (const { id, papers } of products)
      for (const paper of papers)
        expect(
          products.some(
            (each) => taking.includes(each.id) && (each.id === id || each.papers.includes(paper)),
          ),
          `${id} on ${paper}`,
        ).toBe(true);
    const flags = { product: 'all', locale: 'en+es', paper: 'letter', edition: 'standard', for: 'office' };
    const options = { ...flags, duplex: 'short', theme: 'dawn', out };
    const known = { folders: shippedFolders(), stock };
    const jobs = jobsOf(options, 'en', known);
    expect([...new Set(jobs.map(({ product }) => product))]).toEqual(taking);
    const lines = leftOut(options, jobs, known);
    for (const { id } of products)
      expect(
        lines.some((line) => line.startsWith(`${id} has no side`)),
        id,
      ).toBe(!taking.includes(id));
    const screen = { ...options, for: 'screen' };
    expect(leftOut(screen, jobsOf(screen, 'en', known), known)).toEqual([]);
  });

  it('is PDF/UA-1 and PDF/A-2a by veraPDF', () => {
    if (!have('veraPDF')) return;
    const files = ['screen', 'office'].map((purpose) => join(out, `${nameOf(purpose)}.pdf`));
    for (const flavour of ['ua1', '2a'] as const)
      for (const [name, verdict] of veraPdf(files, flavour)) expect(verdict, name).toBe('PASS');
  });
});
