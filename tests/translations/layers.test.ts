import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { Press, shippedFolders } from '../../src/press/index.ts';
import { adopted, exchangeOf, importReturned } from '../../src/translations/index.ts';
import { folderOf, problemsOf } from '../files/folder.ts';

const detox = resolve(import.meta.dirname, '../../guides/heroin-detox');
const shipped = shippedFolders().locales;

function guideIn(at: string) {
  cpSync(detox, at, { recursive: true });
  return loadGuide(at);
}

function put(root: string, path: string, value: object): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(value));
}

/** What a translator sends back: everything as it was, but for some texts. */
function returned(
  guide: ReturnType<typeof loadGuide>,
  tag: string,
  locales: string,
  changes: Record<string, string>,
) {
  const { units, targetLanguage } = exchangeOf(guide, tag, locales);
  const entries = units.map(({ key, source, target }) => ({
    key,
    source,
    target: changes[key] ?? target,
    marked: undefined,
  }));
  return { file: 'back.json', text: '', language: targetLanguage, entries } as never;
}

describe("a guide's own words of the products", () => {
  it('lie over those of a named folder, and those over the shipped, word by word', () => {
    const [own, at] = [folderOf(), folderOf()];
    put(own, 'es/press.json', { who: '¿Quién responde aquí?', source: 'Fuente nuestra: {{name}}' });
    const guide = guideIn(at);
    const plain = loadLocale('es', guide, shipped);
    const over = loadLocale('es', guide, [own, shipped]);
    expect(over.word('who')).toBe('¿Quién responde aquí?');
    expect(over.word('read')).toBe(plain.word('read'));
    put(at, 'locales/press.es.json', { who: '¿Quién contesta aquí?' });
    expect(loadLocale('es', guide, [own, shipped]).word('who')).toBe('¿Quién contesta aquí?');
    expect(loadLocale('es', guide, [own, shipped]).word('source', { name: 'x' })).toBe('Fuente nuestra: x');
    expect(loadLocale('es', guide, shipped).word('who')).toBe('¿Quién contesta aquí?');
  });

  it('are held to the English ones as the shipped are', () => {
    const at = folderOf();
    const guide = guideIn(at);
    put(at, 'locales/press.es.json', { nobody: 'Nadie' });
    expect(problemsOf(() => loadLocale('es', guide, shipped))).toMatchObject([
      { code: 'TRANSLATION_UNKNOWN', place: { file: join(at, 'locales/press.es.json') } },
    ]);
  });
});

describe('an import', () => {
  it('writes nothing into the package: texts and the words that changed go to the guide', () => {
    const at = folderOf();
    const guide = guideIn(at);
    const { outputs, changed } = importReturned(
      guide,
      'es',
      returned(guide, 'es', shipped, { 'press:who': '¿Quién contesta aquí?' }),
      {},
      shipped,
      'guide',
    );
    expect(changed).toEqual(['press:who']);
    expect(outputs.map(({ path }) => path)).toEqual(
      ['es.json', 'es.state.json', 'press.es.json'].map((name) => join(at, 'locales', name)),
    );
    expect(JSON.parse(outputs[2]!.content)).toEqual({ who: '¿Quién contesta aquí?' });
    mkdirSync(join(at, 'locales'));
    for (const { path, content } of outputs) writeFileSync(path, content);
    const locale = loadLocale('es', loadGuide(at), shipped);
    expect(locale.word('who')).toBe('¿Quién contesta aquí?');
    expect(locale.text('title')).toBe(loadLocale('es', loadGuide(detox), shipped).text('title'));
    // A second one keeps the words that changed before.
    const again = importReturned(
      guide,
      'es',
      returned(guide, 'es', shipped, { 'press:read': 'Las fuentes' }),
      {},
      shipped,
      'guide',
    );
    expect(JSON.parse(again.outputs[2]!.content)).toEqual({
      who: '¿Quién contesta aquí?',
      read: 'Las fuentes',
    });
  });

  it('writes no words where none changed', () => {
    const at = folderOf();
    const guide = guideIn(at);
    const { outputs } = importReturned(guide, 'es', returned(guide, 'es', shipped, {}), {}, shipped, 'guide');
    expect(outputs.map(({ path }) => path)).toEqual(
      ['es.json', 'es.state.json'].map((name) => join(at, 'locales', name)),
    );
  });

  it('writes into the folder that was named, never into what lies below it', () => {
    const [own, at] = [folderOf(), folderOf()];
    const guide = guideIn(at);
    const { outputs } = importReturned(
      guide,
      'es',
      returned(guide, 'es', shipped, { 'press:who': '¿Quién contesta aquí?' }),
      {},
      [own, shipped],
      'folder',
    );
    expect(outputs.map(({ path }) => path)).toEqual([
      join(at, 'locales/es.json'),
      join(at, 'locales/es.state.json'),
      join(own, 'es/press.json'),
    ]);
  });
});

describe('the words of the products in the language that a guide is written in', () => {
  function spanish(): string {
    const at = folderOf();
    cpSync(detox, at, { recursive: true });
    const text = readFileSync(join(at, 'guide.yaml'), 'utf8').replace(/^locale: en$/m, 'locale: es');
    writeFileSync(join(at, 'guide.yaml'), text);
    return at;
  }

  it('are a draft until somebody reviewed them, and are handed out only where that is asked for', () => {
    const guide = loadGuide(spanish());
    expect(loadLocale('es', guide, shipped).wordsStatus).toBe('machine-draft');
    expect(loadLocale('en', loadGuide(detox), shipped).wordsStatus).toBe('source');
    const press = new Press();
    const plate = press.plate(guide, { product: 'poster', locale: 'es', paper: 'letter' });
    expect(problemsOf(() => press.print(plate, { purpose: 'office' }))).toMatchObject([
      { code: 'TRANSLATION_DRAFT', place: { locale: 'es' } },
    ]);
    expect(press.print(plate, { purpose: 'office', allowDrafts: true }).proof.passed).toBe(true);
    const { warnings } = press.print(plate, { purpose: 'screen' });
    expect(warnings.filter(({ code }) => code === 'TRANSLATION_DRAFT')).toHaveLength(1);
  });

  it('are reviewed as long as they are those that were reviewed', () => {
    const at = spanish();
    const guide = loadGuide(at);
    const claim = { status: 'reviewed', by: 'A. Person', on: '2026-01-31' } as const;
    const { outputs } = adopted(guide, 'es', claim, shipped);
    expect(outputs.map(({ path }) => path)).toEqual([join(at, 'locales/press.es.state.json')]);
    mkdirSync(join(at, 'locales'));
    writeFileSync(outputs[0]!.path, outputs[0]!.content);
    expect(loadLocale('es', guide, shipped).wordsStatus).toBe('reviewed');
    put(at, 'locales/press.es.json', { who: '¿Quién contesta aquí?' });
    expect(loadLocale('es', guide, shipped).wordsStatus).toBe('human-draft');
    expect(readdirSync(join(at, 'locales')).sort()).toEqual(['press.es.json', 'press.es.state.json']);
    expect(existsSync(join(shipped, 'es/press.state.json'))).toBe(false);
  });
});
