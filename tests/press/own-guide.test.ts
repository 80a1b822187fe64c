import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press, shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';
import { inspect } from '../../src/proof/index.ts';
import { whole } from '../content/folder.ts';
import { command, openWorkshop } from './workshop.ts';

describe("a user's own guide", () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'own-'));
  });
  afterEach(() => rmSync(out, { recursive: true, force: true }));

  it('prints as docs/guides.md shows it, in every product', async () => {
    const { templates } = shippedFolders();
    const page = readFileSync(resolve(import.meta.dirname, '../../docs/guides.md'), 'utf8');
    const example = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;
    mkdirSync(join(out, 'my-guide'));
    writeFileSync(join(out, 'my-guide/guide.yaml'), example);
    const { code, err } = await command('print', join(out, 'my-guide'), '--out', join(out, 'made'));
    expect(err).not.toContain('error');
    expect(code).toBe(0);
    expect(readdirSync(join(out, 'made')).filter((name) => name.endsWith('.pdf'))).toHaveLength(
      // It declares no short form of its disclosure.
      listProducts(templates).filter((id) => loadProduct(id, templates).disclosure === 'whole').length,
    );
  });

  it('with a quotation sets it as BlockQuote, word for word', async () => {
    const w = openWorkshop();
    const quote =
      '      - id: said\n        kind: quote\n        text: Somebody answered.\n        cite: A caller\n';
    w.change('guide/guide.yaml', '      - id: mild\n', `${quote}      - id: mild\n`);
    const { code, err, files } = await w.print('--product', 'pamphlet-trifold');
    expect(err).not.toContain('error');
    expect(code).toBe(0);
    const { tags } = inspect(
      readFileSync(join(w.folder, 'out', files.find((name) => name.endsWith('.pdf'))!)),
    );
    expect(tags).toMatch(/BlockQuote\n\s+P\n\s+"Somebody answered\."\n\s+P\n\s+BibEntry\n\s+"A caller"/);
    w.clear();
  });

  it('may mark a phrase with a tag that has a shorter form, and a word of the products with its language', async () => {
    const w = openWorkshop();
    w.change('guide/guide.yaml', 'Support is key.', '"[Suport](lang:cat) is key."');
    const locales = join(w.folder, 'locales/en');
    mkdirSync(locales, { recursive: true });
    const words = readFileSync(resolve(import.meta.dirname, '../../locales/en/press.json'), 'utf8');
    writeFileSync(join(locales, 'press.json'), words.replace('Who answers?', '[¿Quién?](lang:es)'));
    const guide = loadGuide(join(w.folder, 'guide'));
    const folders = { ...shippedFolders(), locales: join(w.folder, 'locales') };
    const { bytes, proof } = new Press(folders).run(guide, {
      ...defaultJob,
      product: 'poster',
      locale: 'en',
    });
    expect(proof.expectation?.phrases).toContainEqual({ text: 'Suport', language: 'ca' });
    expect(inspect(bytes).tags).toMatch(/Span lang=ca\n\s+"Suport"/);
    w.clear();
  });

  it('with fewer sections than inside panels is refused for the pamphlet, not printed with a blank panel', async () => {
    const { code, err } = await command('print', whole, '--product', 'pamphlet-trifold', '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('PAGE_BLANK');
    expect(readdirSync(out)).toEqual([]);
  });
});
