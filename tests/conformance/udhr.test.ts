import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declarations, mapTexts, textsOf } from '../../scripts/udhr/declaration.ts';
import { differences } from '../../scripts/udhr/read-back.ts';
import { exceptions } from '../../scripts/udhr/report.ts';
import { setAll } from '../../scripts/udhr/run.ts';
import { writingOf } from '../../scripts/udhr/script-of.ts';
import { fitted, jobOf, setDeclaration } from '../../scripts/udhr/set.ts';
import { openWorkshop } from '../../scripts/udhr/workshop.ts';

/** Fragments: too short for two pages. */
const fragments = ['taj'];

describe('the Universal Declaration of Human Rights', () => {
  it('is set, proved and read back whole in every language whose script there are faces for', async () => {
    const outcomes = await setAll();
    const set = outcomes.filter(({ refused }) => refused === undefined);
    expect(
      set.flatMap(({ code, faults }) => faults.map((fault) => `${code}: ${fault.slice(0, 300)}`)),
    ).toEqual([]);
    expect(set.length).toBeGreaterThanOrEqual(500);
    expect(set.filter(({ pages }) => pages < 2).map(({ code }) => code)).toEqual(fragments);
    await expect(exceptions(outcomes)).toMatchFileSnapshot('golden/udhr.exceptions.txt');
  }, 1_500_000);

  it('would be found to break pages badly', () => {
    const workshop = openWorkshop();
    const style = join(workshop.folders.templates, 'declaration/style.css');
    const spoilt = 'h2 { break-after: auto; } p, li { orphans: 1; widows: 1; }';
    writeFileSync(style, `${readFileSync(style, 'utf8')}\n${spoilt}\n`);
    const faults = declarations()
      .filter(({ code }) => ['spa', 'hin', 'arb', 'tha', 'fra', 'rus'].includes(code))
      .flatMap((declaration) => setDeclaration(declaration, writingOf(declaration), workshop).faults)
      .map((fault) => fault.replace(/[^a-z ]/g, ''));
    expect(faults.some((fault) => fault.includes('ends with a heading'))).toBe(true);
    expect(faults.some((fault) => fault.includes('stands alone'))).toBe(true);
    workshop.clear();
  });

  it('is found not to be whole when a letter, a paragraph or their order differs', () => {
    const workshop = openWorkshop();
    const arabic = declarations().find(({ code }) => code === 'arb')!;
    const { guide, set } = fitted(arabic, writingOf(arabic), workshop);
    const printed = workshop.press.run(guide, jobOf(guide));
    expect(differences(set, guide, printed)).toEqual([]);
    const long = textsOf(set).find((text) => text.length > 100)!;
    const changed = [
      mapTexts(set, (text) => (text === long ? text.replace('ا', '') : text)),
      mapTexts(set, (text) => (text === long ? '' : text)),
      mapTexts(set, (text) => (text === long ? `${text}\u200f` : text)),
      { ...set, articles: set.articles.toReversed() },
    ];
    expect(changed.map((other) => differences(other, guide, printed).length > 0)).toEqual([
      true,
      true,
      false,
      true,
    ]);
    workshop.clear();
  });
});
