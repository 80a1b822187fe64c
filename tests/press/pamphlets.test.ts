import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide, Press, type Printed } from '../../src/index.ts';
import { have, veraPdf } from '../tools.ts';

const guide = loadGuide(join(import.meta.dirname, '../../guides/heroin-detox'));
const pieces = [
  ['pamphlet-zfold', 'en', 'letter'],
  ['pamphlet-zfold', 'ar', 'a4'],
  ['pamphlet-bifold', 'en', 'a4'],
  ['pamphlet-bifold', 'ar', 'letter'],
] as const;

describe('pamphlets in other folds', () => {
  const printed = new Map<string, { screen: Printed; office: Printed }>();
  let press: Press;
  beforeAll(() => {
    press = new Press();
    for (const [product, locale, paper] of pieces) {
      const plate = press.plate(guide, { product, locale, paper });
      const print = (purpose: 'screen' | 'office') => press.print(plate, { purpose, allowDrafts: true });
      printed.set(`${product} ${locale}`, { screen: print('screen'), office: print('office') });
    }
  });
  afterAll(() => press.close());

  it.each(pieces)('%s in %s on %s is proved, page by page and sheet by sheet', (product, locale) => {
    const { screen, office } = printed.get(`${product} ${locale}`)!;
    for (const { proof } of [screen, office])
      expect(proof.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(office.proof.expectation!.sheets).toHaveLength(2);
    const pages = (of: Printed) =>
      of.proof.expectation!.sheets.flatMap(({ areas }) => areas.map(({ page }) => page));
    expect(pages(screen).toSorted()).toEqual(pages(office).toSorted());
  });

  it('has its cover right, and left where it is read from the right', () => {
    const coverOf = (name: string) => {
      const [outside] = printed.get(name)!.office.proof.expectation!.sheets;
      const cover = outside!.areas.find(({ page }) => page === 'cover')!;
      return (cover.x + cover.width / 2) / outside!.width;
    };
    for (const product of ['pamphlet-zfold', 'pamphlet-bifold']) {
      expect(coverOf(`${product} en`)).toBeGreaterThan(0.5);
      expect(coverOf(`${product} ar`)).toBeLessThan(0.5);
    }
  });

  it('is PDF/UA-1 and PDF/A-2a by veraPDF', () => {
    if (!have('veraPDF')) return;
    const folder = mkdtempSync(join(tmpdir(), 'pamphlets-'));
    const files = [...printed.values()].flatMap(({ screen, office }) =>
      [screen, office].map(({ name, bytes }) => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      }),
    );
    for (const flavour of ['ua1', '2a'] as const)
      for (const [name, verdict] of veraPdf(files, flavour)) expect(verdict, name).toBe('PASS');
    rmSync(folder, { recursive: true });
  });
});
