/** A bundle that came back is proved from its record, and against the guide that it was printed from. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press, printBoth } from '../../src/press/index.ts';
import { command } from '../press/workshop.ts';
import { have, veraPdf } from '../tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'proof-bundle-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true, force: true });
});
const guide = 'guides/heroin-detox';
const file = (name: string) => join(folder, name);

beforeAll(() => {
  const loaded = loadGuide(guide);
  const office = { purpose: 'office', allowDrafts: true, duplex: 'long' } as const;
  const folded = ['en', 'ar'].map((locale) => press.plate(loaded, { product: 'pamphlet-trifold', locale }));
  const poster = press.plate(loaded, { product: 'poster', locale: 'en', orientation: 'portrait' });
  const other = press.withNumber(poster, { display: '800-555-0142', dial: '+18005550142' })!;
  const put = (name: string, { bytes, proof }: ReturnType<Press['bundle']>, record = true) => {
    writeFileSync(file(name), bytes);
    if (record) writeFileSync(file(name.replace('.pdf', '.proof.json')), JSON.stringify(proof));
  };
  const bundle = (plates: typeof folded, impression: object) =>
    press.bundle(
      plates.map((plate, i) => ({ plate, impression, label: `Piece ${i + 1}` })),
      { name: 'x.pdf', title: 'Clinic', language: 'en' },
    );
  put('folded.pdf', bundle(folded, office));
  put('screen.pdf', bundle([...folded, poster], { allowDrafts: true }));
  put('alone.pdf', bundle([poster], {}), false);
  put('place.pdf', bundle([poster, other], {}));
}, 120_000);

it.each(['folded.pdf', 'screen.pdf'])('%s is proved from its record and against the guide', async (name) => {
  expect((await command('proof', file(name))).code).toBe(0);
  const { code, out } = await command('proof', file(name), '--guide', guide);
  expect(out).toContain('RECORD_OTHER');
  expect(code).toBe(0);
});

it('is not checked where its record is gone, and asks for it where a guide is given', async () => {
  expect((await command('proof', file('alone.pdf'))).code).toBe(3);
  const { code, err } = await command('proof', file('alone.pdf'), '--guide', guide);
  expect(code).toBe(1);
  expect(err).toContain('Put the .proof.json of that name beside it.');
});

it('is not proved against a guide that has another number than a piece', async () => {
  expect((await command('proof', file('place.pdf'))).code).toBe(0);
  const { code, out } = await command('proof', file('place.pdf'), '--guide', guide);
  expect(code).toBe(1);
  expect(out).toMatch(/NOT HELPLINE_MISSING +piece 2/);
});

describe('a piece in two languages whose record is gone', () => {
  const both = (
    name: string,
    product: string,
    locales: readonly [string, string],
    purpose: 'office' | 'screen',
  ) => {
    const impression = { ...defaultJob, purpose, allowDrafts: true };
    const plates = press.pair(loadGuide(guide), { product, locale: locales[0] }, locales[1]);
    const path = file(`${name}.pdf`);
    writeFileSync(path, printBoth(press, plates, impression, `${name}.pdf`).bytes);
    return path;
  };

  it.each([
    ['facing', 'booklet', ['es', 'ar'], 'office'],
    ['in turn', 'handout', ['en', 'es'], 'screen'],
    ['front and back', 'poster', ['en', 'km'], 'office'],
  ] as const)(
    '%s, is proved against the guide: it says what it is',
    async (name, product, locales, purpose) => {
      const path = both(name, product, locales, purpose);
      expect((await command('proof', path)).code).toBe(3);
      const { code, out } = await command('proof', path, '--guide', guide);
      expect(out).toMatch(/ok +PRINTED_OTHER/);
      expect(code).toBe(0);
    },
  );

  it('is not proved as a piece in other languages, or as the same in another order', async () => {
    const path = both('order', 'poster', ['en', 'es'], 'screen');
    expect((await command('proof', path, '--guide', guide, '--locale', 'en+es')).code).toBe(0);
    for (const locales of ['en+vi', 'es+en'])
      expect((await command('proof', path, '--guide', guide, '--locale', locales)).code, locales).toBe(1);
  });

  it('asks for the record where one language is named', async () => {
    const { code, err } = await command('proof', file('order.pdf'), '--guide', guide, '--locale', 'en');
    expect(code).toBe(1);
    expect(err).toContain('Put the .proof.json of that name beside it.');
  });
});

it('asks for its record where its two pieces are of one language, or of two products', async () => {
  const poster = press.plate(loadGuide(guide), { product: 'poster', locale: 'en' });
  const card = press.plate(loadGuide(guide), { product: 'handout', locale: 'es' });
  for (const [i, plates] of [
    [poster, poster],
    [poster, card],
  ].entries()) {
    const pieces = plates.map((plate) => ({ plate, impression: { allowDrafts: true } }));
    writeFileSync(file(`two-${i}.pdf`), press.bundle(pieces, { name: 'x.pdf', title: 'Clinic' }).bytes);
    const { code, err } = await command('proof', file(`two-${i}.pdf`), '--guide', guide);
    expect(code).toBe(1);
    expect(err).toContain('Put the .proof.json of that name beside it.');
  }
});

it('is PDF/UA-1 and PDF/A-2a by veraPDF', () => {
  if (!have('veraPDF')) return;
  const files = ['folded.pdf', 'screen.pdf', 'place.pdf'].map(file);
  for (const flavour of ['ua1', '2a'] as const)
    for (const [name, verdict] of veraPdf(files, flavour)) expect(verdict, name).toBe('PASS');
});
