import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide, Press, type Printed } from '../../src/index.ts';
import { whole } from '../content/folder.ts';
import { have, veraPdf } from '../tools.ts';

const folder = join(import.meta.dirname, '../../guides/heroin-detox');
const guide = loadGuide(folder);

describe('a booklet', () => {
  const press = new Press();
  const made = new Map<string, Printed>();
  beforeAll(() => {
    for (const [locale, paper] of [
      ['en', 'letter'],
      ['fa', 'a4'],
    ] as const) {
      const plate = press.plate(guide, { product: 'booklet', locale, paper });
      for (const purpose of ['screen', 'office'] as const)
        made.set(`${locale} ${purpose}`, press.print(plate, { purpose, allowDrafts: true }));
    }
  });
  afterAll(() => press.close());

  it.each(['en', 'fa'])('in %s is proved, page by page, on sheets of four', (locale) => {
    const [screen, office] = ['screen', 'office'].map((purpose) => made.get(`${locale} ${purpose}`)!);
    for (const { proof } of [screen!, office!])
      expect(proof.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    const { sheets } = screen!.proof.expectation!;
    expect(sheets.length % 4).toBe(0);
    expect(sheets.length).toBeGreaterThanOrEqual(8);
    expect(office!.proof.expectation!.sheets.length).toBe(sheets.length / 2);
  });

  it('opens from the right side in Persian', () => {
    const coverOf = (locale: string) => {
      const [outside] = made.get(`${locale} office`)!.proof.expectation!.sheets;
      return outside!.areas.find(({ page }) => page === 'sheet-1')!.x;
    };
    expect([coverOf('en') > 0, coverOf('fa')]).toEqual([true, 0]);
  });

  it('has pages for notes where its guide fills no sheet of four, each with its number', () => {
    const { proof } = press.print(press.plate(loadGuide(whole), { product: 'booklet', locale: 'en' }));
    expect(proof.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(proof.expectation!.sheets.length).toBe(8);
  });

  it('is one folded sheet for a guide of few pages', () => {
    const own = mkdtempSync(join(tmpdir(), 'booklet-'));
    cpSync(whole, own, { recursive: true });
    const file = join(own, 'guide.yaml');
    const text = readFileSync(file, 'utf8')
      .replace(/^opening:[\s\S]*?(?=^sections:)/m, '')
      .replace(/^ {6}- id: picture[\s\S]*?(?=^closing:)/m, '');
    writeFileSync(file, text);
    const few = loadGuide(own);
    const plate = press.plate(few, { product: 'booklet', locale: 'en' });
    const { proof } = press.print(plate);
    expect(proof.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(proof.expectation!.sheets.length).toBe(4);
    rmSync(own, { recursive: true });
  });

  it('is PDF/UA-1 and PDF/A-2a by veraPDF', () => {
    if (!have('veraPDF')) return;
    const out = mkdtempSync(join(tmpdir(), 'booklet-'));
    const files = [...made.values()].map(({ name, bytes }) => {
      writeFileSync(join(out, name), bytes);
      return join(out, name);
    });
    for (const flavour of ['ua1', '2a'] as const)
      for (const [name, verdict] of veraPdf(files, flavour)) expect(verdict, name).toBe('PASS');
    rmSync(out, { recursive: true });
  });
});
