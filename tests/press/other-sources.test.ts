/** Guides that are not written in English, and helplines that say all that there is to say: what the shipped guide has not. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide, PressError, print } from '../../src/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';
import { command } from './workshop.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/guides.md'), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;
const { templates } = shippedFolders();
const whole = listProducts(templates).filter((id) => loadProduct(id, templates).disclosure === 'whole');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'other-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const said = `    for: For anyone in distress.
    hours: Day and night.
    cost: Free.
    languages: English and Spanish.
    text: { to: "741741", word: HOME }
    web: https://example.org
  second:
    display: 800-555-0199
    dial: "+18005550199"
    call: Help with money
    answers: Advisers answer.
    for: For families.
    hours: By day.
    cost: Free of charge.
    languages: English.
`;

describe('a helpline that says for whom it is, when, at what cost and in which languages', () => {
  it.each(whole)('is printed by %s', (product) => {
    writeFileSync(join(folder, 'guide.yaml'), example.replace('numbers:', `${said}numbers:`));
    const guide = loadGuide(folder);
    const paper = loadProduct(product, templates).papers[0]!;
    try {
      expect(print(guide, { product, locale: 'en', paper }).proof.verdict).toBe('proved');
    } catch (error) {
      // The smallest pieces have no room for all of it, and say so.
      if (!(error instanceof PressError)) throw error;
      expect([...new Set(error.problems.map(({ code }) => code))]).toEqual(['TEXT_OVERFLOW']);
      expect(['pamphlet-accordion', 'postcard', 'sticker', 'wallet-card']).toContain(product);
    }
  });
});

describe('a line with a number at either end of it', () => {
  const numbered = example
    .replace('line: Support is key.', 'line: 911 helps in danger.')
    .replace('line: Give yourself time.', 'line: "For all: <helpline:main>"')
    .replace('line: Go on to treatment.', 'line: Do not wait, and dial 911');
  const editions = ['standard', 'large-print', 'high-contrast', 'high-contrast-dark', 'ink-saving'] as const;

  it.each(whole.flatMap((product) => editions.map((edition) => [product, edition] as const)))(
    'keeps off what is drawn beside it: %s, %s',
    (product, edition) => {
      const { papers, editions: made } = loadProduct(product, templates);
      if (!made.includes(edition)) return;
      writeFileSync(join(folder, 'guide.yaml'), numbered);
      const guide = loadGuide(folder);
      expect(print(guide, { product, locale: 'en', paper: papers[0]!, edition }).proof.verdict).toBe(
        'proved',
      );
    },
  );
});

describe('a guide whose language is set smaller than Latin', () => {
  it.each(['el', 'vi', 'ru'])('is printed in English, too: %s', async (locale) => {
    const own = join(folder, 'my-guide');
    mkdirSync(join(own, 'locales'), { recursive: true });
    writeFileSync(join(own, 'guide.yaml'), example.replace('locale: en', `locale: ${locale}`));
    const texts = [...loadGuide(own).texts].map(([key, { text }]) => [key, `${text} Indeed.`]);
    writeFileSync(join(own, 'locales/en.json'), JSON.stringify(nested(texts as [string, string][])));
    await command('translations', 'adopt', own, '--locale', 'en', '--status', 'human-draft');
    const products = 'pamphlet-trifold,handout,booklet,rack-card';
    const { code, err } = await command(
      'print',
      own,
      '--locale',
      'en',
      '--product',
      products,
      '--out',
      join(folder, 'out'),
    );
    expect(err).not.toContain('error');
    expect(code).toBe(0);
  });
});

/** Texts by their keys, as a translation file has them. */
function nested(texts: readonly [string, string][]): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [key, text] of texts) {
    const path = key.split('.');
    let at = all;
    for (const part of path.slice(0, -1)) {
      at[part] ??= {};
      at = at[part] as Record<string, unknown>;
    }
    at[path.at(-1)!] = text;
  }
  return all;
}

describe('a guide in Arabic', () => {
  const arabic = `id: lubnan
version: 1.0.0
date: 2026-11-25
locale: ar
country: LB
title: لست وحدك
helplines:
  main: { display: "1564", dial: "1564", call: أريد أن أتحدث مع أحد الآن, answers: متطوعون يجيبون. }
numbers:
  emergency: { display: "140", dial: "140" }
emergency:
  - { id: lb, country: LB, text: "في الخطر اتصل بـ [140](tel:140)." }
sections:
  - id: a
    line: تعال إلينا.
    blocks:
      - { id: p, kind: paragraph, text: "بناية بيضون، بيروت. ص.ب. 116-5042. من الاثنين إلى الجمعة." }
disclosure:
  version: 2026-11-25
  heading: من يجيب؟
  blocks:
    - { id: d, kind: paragraph, text: الخط وطني. }
sources: []
`;

  it('has its post box in order: between letters from right to left its two groups would change places', () => {
    mkdirSync(join(folder, 'lubnan'));
    writeFileSync(join(folder, 'lubnan/guide.yaml'), arabic);
    const guide = loadGuide(join(folder, 'lubnan'));
    expect(print(guide, { product: 'handout', locale: 'ar', paper: 'a4' }).proof.verdict).toBe('proved');
  });
});

it('that do not fit are told that, and not that words stand beside another number', () => {
  const many = Array.from(
    { length: 5 },
    (_, i) =>
      `  l${i}: { display: "55${i}5", dial: "55${i}5", call: Line ${'abcde'[i]}, answers: People answer., text: { to: "66${i}6" } }\n`,
  ).join('');
  mkdirSync(join(folder, 'many'));
  const text = { to: '800-315-1376', dial: '+18003151376' };
  writeFileSync(
    join(folder, 'many/guide.yaml'),
    example
      .replace('  main:\n', `  main:\n    text: ${JSON.stringify(text)}\n`)
      .replace(/(?=^numbers:)/m, many),
  );
  const guide = loadGuide(join(folder, 'many'));
  try {
    print(guide, { product: 'wallet-card', locale: 'en', paper: 'letter' });
    expect.unreachable();
  } catch (error) {
    const { problems } = error as PressError;
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'TEXT_OVERFLOW',
    ]);
  }
});
