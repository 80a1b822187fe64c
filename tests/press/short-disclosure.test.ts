/** The flat card, which has no room for the whole disclosure: its short form, the address of the whole and the code that opens it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, type Job, Press, type Printed } from '../../src/press/index.ts';
import { type Expectation, inspect, parseRecord, prove, proveAgain } from '../../src/proof/index.ts';
import { Rewritten } from '../proof/rewritten.ts';
import { have, veraPdf } from '../tools.ts';
import { command } from './workshop.ts';

const root = mkdtempSync(join(tmpdir(), 'short-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(root, { recursive: true });
});

const says = 'A paid advertiser answers: [Recovery Helpline](lang:en) or [Alli Addiction Services](lang:en).';
const shortForm = (text = says, address = 'https://example.org/who') =>
  `  short:\n    text: '${text}'\n    address: ${address}\n`;
let made = 0;
/** The shipped guide with other lines: its short form stands at the end of its disclosure. */
function folderWith(short: string, change: (yaml: string) => string = (yaml) => yaml): string {
  const folder = join(root, `guide-${made++}`);
  cpSync('guides/heroin-detox', folder, { recursive: true });
  const file = join(folder, 'guide.yaml');
  const yaml = readFileSync(file, 'utf8').replace(/^sources:$/m, `${short}\nsources:`);
  writeFileSync(file, change(yaml));
  return folder;
}
const guideWith = (short: string, change?: (yaml: string) => string) => loadGuide(folderWith(short, change));
const guide = guideWith(shortForm());
const print = (job: Partial<Job> = {}, of = guide): Printed => {
  const whole = { ...defaultJob, product: 'wallet-card-flat', locale: 'en', ...job };
  return press.print(press.plate(of, whole), whole);
};
const problemsOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
  return [];
};
const failed = (bytes: Uint8Array, expectation: Expectation) =>
  prove(bytes, expectation).checks.flatMap(({ code, status }) => (status === 'failed' ? [code] : []));
const expected = ({ proof }: Printed): Expectation => {
  const { printed: _, ...rest } = proof.expectation!;
  return rest;
};

describe('the flat card', () => {
  it('prints the short form word for word, with the address of the whole and its code, and says so', () => {
    for (const paper of ['letter', 'a4'])
      for (const purpose of ['screen', 'office'] as const) {
        const { bytes, proof } = print({ paper, purpose });
        expect(proof.verdict).toBe('proved');
        const { disclosure, qr, texts } = proof.expectation!;
        expect(disclosure).toMatchObject({
          form: 'short',
          keys: ['disclosure.heading', 'disclosure.short.text', 'disclosure.short.address'],
        });
        expect(qr).toEqual({ content: 'https://example.org/who', pages: ['back'] });
        expect(texts.filter(({ key }) => key.startsWith('disclosure.')).map(({ text }) => text)).toEqual([
          'Where do calls go?',
          'A paid advertiser answers: Recovery Helpline or Alli Addiction Services.',
          'example.org/who',
        ]);
        const { metadata, text } = inspect(bytes);
        expect(metadata.record.disclosureForm).toBe('short');
        expect(metadata.record.disclosureHash).toBe(disclosure.hash);
        expect(text).not.toContain('terms of use');
      }
  });

  it('stands ten times on a sheet, each card with its code', () => {
    const { proof } = print({ purpose: 'office' });
    expect(proof.expectation!.sheets.map(({ areas }) => areas.length)).toEqual([10, 10]);
    expect(proof.checks.find(({ code }) => code === 'QR_WRONG')!.detail).toContain('10 QR codes');
    const sizes = print().proof.expectation!.sheets.map(({ width, height }) => [width, height]);
    expect(sizes).toEqual([
      [3.5 * 72, 2 * 72],
      [3.5 * 72, 2 * 72],
    ]);
  });

  it('opens the whole disclosure by its code, whatever other address was asked for', () => {
    const { proof } = print({ qr: 'https://example.org/other' });
    expect(proof.verdict).toBe('proved');
    expect(proof.expectation!.qr.content).toBe('https://example.org/who');
  });

  it('has another record than the whole disclosure, and that of each is as it was', () => {
    const whole = print({ product: 'wallet-card' });
    const before = print({ product: 'wallet-card' }, loadGuide('guides/heroin-detox'));
    expect(whole.proof.expectation!.disclosure).toEqual(before.proof.expectation!.disclosure);
    expect(whole.proof.expectation!.disclosure.form).toBeUndefined();
    expect(inspect(whole.bytes).metadata.record.disclosureForm).toBeUndefined();
    const hash = (of: Printed) => of.proof.expectation!.disclosure.hash;
    const elsewhere = print({}, guideWith(shortForm(says, 'https://example.org/other')));
    expect(new Set([hash(whole), hash(print()), hash(elsewhere)]).size).toBe(3);
  });

  it('is silent of what the other form has, in each product', () => {
    const told = (product: string) =>
      press
        .plate(guide, { ...defaultJob, product, locale: 'en' })
        .problems.filter(({ code, message }) => code === 'CONTENT_UNUSED' && message.includes('disclosure'));
    expect(told('wallet-card-flat')).toEqual([]);
    expect(told('wallet-card')).toEqual([]);
    expect(told('handout')).toEqual([]);
  });

  it.each(['standard', 'high-contrast', 'ink-saving'] as const)(
    'keeps its number from where it is cut, however full it is, in the edition %s',
    (edition) => {
      const full = loadGuide('tests/guides/after-birth');
      for (const paper of ['letter', 'a4'])
        expect(print({ paper, edition }, full).proof.verdict, paper).toBe('proved');
    },
  );

  it('prints its publisher too', () => {
    const publisher = 'publisher:\n  name: Lakeside Health\n  web: https://lakeside.example\n\nsources:';
    const own = guideWith(shortForm('Paid advertisers answer.'), (yaml) =>
      yaml.replace(/^sources:$/m, publisher),
    );
    expect(print({}, own).proof.verdict).toBe('proved');
  });

  it('is PDF/UA-1 and PDF/A-2a by veraPDF', () => {
    if (!have('veraPDF')) return;
    const files = (['screen', 'office'] as const).map((purpose) => {
      const { name, bytes } = print({ purpose });
      writeFileSync(join(root, name), bytes);
      return join(root, name);
    });
    for (const flavour of ['ua1', '2a'] as const)
      for (const [name, verdict] of veraPdf(files, flavour)) expect(verdict, name).toBe('PASS');
  });
});

describe('a guide without a short form', () => {
  it('is refused by the flat card, at its disclosure, with what to add and what prints the whole', () => {
    const [found, ...more] = problemsOf(() => print({}, loadGuide('guides/heroin-detox')));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'DISCLOSURE_SHORT_MISSING', place: { key: 'disclosure' } });
    expect(found!.place.line).toBeGreaterThan(0);
    expect(found!.hint).toContain('disclosure.short');
    expect(found!.hint).toContain('--product wallet-card,');
  });

  it('prints all other products, with a line of what is left out', async () => {
    const out = join(root, 'all');
    const flags = ['--product', 'all', '--paper', 'a5', '--out', out];
    const bare = await command('print', 'guides/heroin-detox', ...flags);
    expect(bare.code).toBe(0);
    expect(bare.err).toContain('wallet-card-flat prints a short form of the disclosure');
    const short = await command('print', folderWith(shortForm()), ...flags);
    expect(short.err).not.toContain('prints a short form');
    expect(short.err).toContain('wallet-card-flat is not made on a5: left out.');
  });
});

describe('a short form is refused', () => {
  it.each<[string, string, string]>([
    ['without an address', "  short: { text: 'Paid advertisers answer.' }\n", 'disclosure.short.address'],
    ['without a text', '  short: { address: https://example.org/who }\n', 'disclosure.short.text'],
    [
      'with an address that is not https',
      shortForm(says, 'http://example.org/who'),
      'disclosure.short.address',
    ],
  ])('%s', (_, short, key) => {
    const found = problemsOf(() => guideWith(short));
    expect(found.map(({ place }) => place.key)).toEqual([key]);
  });

  it('with a number that nobody declares, in its text or its address', () => {
    for (const short of [
      shortForm('Paid advertisers answer: 800-555-0199.'),
      shortForm(says, 'https://example.org/8005550199'),
    ])
      expect(problemsOf(() => guideWith(short)).map(({ code }) => code)).toContain('NUMBER_UNDECLARED');
  });

  it('beside a block of that name', () => {
    const found = problemsOf(() =>
      guideWith(shortForm(), (yaml) => yaml.replace('- id: terms', '- id: short')),
    );
    expect(found.map(({ code }) => code)).toContain('ID_DUPLICATE');
  });
});

describe('a flat card is not proved', () => {
  const card = print();
  const wanted = expected(card);
  const withText = (key: string, text: string): Expectation => ({
    ...wanted,
    texts: wanted.texts.map((each) => (each.key === key ? { ...each, text } : each)),
  });

  it('as it was printed it is', () => {
    expect(failed(card.bytes, wanted)).toEqual([]);
    const record = parseRecord(JSON.parse(JSON.stringify(card.proof)));
    expect(proveAgain(card.bytes, undefined, record).verdict).toBe('proved');
  });

  it.each<[string, Expectation, string]>([
    [
      'whose short form says another word',
      withText(
        'disclosure.short.text',
        'A paid advertiser replies: Recovery Helpline or Alli Addiction Services.',
      ),
      'DISCLOSURE_MISSING',
    ],
    [
      'whose short form has a word more',
      withText('disclosure.short.text', 'A paid advertiser answers: Recovery Helpline or Alli Addiction.'),
      'DISCLOSURE_MISSING',
    ],
    [
      'whose address is another',
      withText('disclosure.short.address', 'example.org/why'),
      'DISCLOSURE_MISSING',
    ],
    [
      'whose code opens another page',
      { ...wanted, qr: { ...wanted.qr, content: 'https://example.org/why' } },
      'QR_WRONG',
    ],
    [
      'that says of itself that it has the whole',
      { ...wanted, disclosure: (({ form: _, ...whole }) => whole)(wanted.disclosure) },
      'METADATA_MISSING',
    ],
  ])('%s', (_, expectation, code) => {
    expect(failed(card.bytes, expectation)).toContain(code);
  });

  it('whose address leads elsewhere, or nowhere', () => {
    const file = new Rewritten(card.bytes);
    const [link] = file.find('/URI (https://example.org/who)');
    file.change(link!, 'example.org/who', 'example.org/why');
    expect(failed(file.bytes(), wanted)).toEqual(
      expect.arrayContaining(['DISCLOSURE_MISSING', 'LINK_WRONG']),
    );
  });

  it('by a record in which its code opens nothing', () => {
    const record = JSON.parse(JSON.stringify(card.proof)) as { expectation: { qr: object } };
    const codes = (qr: object) =>
      problemsOf(() => parseRecord({ ...record, expectation: { ...record.expectation, qr } })).map(
        ({ code }) => code,
      );
    expect(codes(wanted.qr)).toEqual([]);
    expect(codes({ ...wanted.qr, pages: [] })).toEqual(['EXPECTATION_INVALID']);
    expect(codes({ ...wanted.qr, content: wanted.helpline.uri })).toEqual(['EXPECTATION_INVALID']);
  });
});
