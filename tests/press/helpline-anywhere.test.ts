import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { loadGuide } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { defaultJob, Press, shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';

const shipped = resolve(import.meta.dirname, '../../guides/heroin-detox');
const folder = mkdtempSync(join(tmpdir(), 'anywhere-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});

/** The shipped guide with the number in each of its texts. */
function saying(): string {
  cpSync(shipped, folder, { recursive: true });
  const yaml = parseDocument(readFileSync(join(shipped, 'guide.yaml'), 'utf8'));
  // Short words, another in each text: what is the same in two would stand in the place of the other.
  const vowels = [...'aeiou'];
  [...loadGuide(shipped).texts.values()].forEach(({ path }, i) => {
    const word = `${'bdfghklmnprstvwz'[Math.floor(i / 5)]}${vowels[i % 5]}t`;
    yaml.setIn(path, `At <helpline:main> they go ${word}.`);
  });
  writeFileSync(join(folder, 'guide.yaml'), String(yaml));
  return folder;
}

const { templates: shippedTemplates } = shippedFolders();
/** The shipped guide declares no short form of its disclosure. */
const wholeProducts = listProducts(shippedTemplates).filter(
  (id) => loadProduct(id, shippedTemplates).disclosure === 'whole',
);

describe('a helpline in a text', () => {
  it.each(wholeProducts)('may stand in each text of %s', (product) => {
    const guide = loadGuide(saying());
    const plate = press.plate(guide, { ...defaultJob, product, locale: 'en' });
    expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(press.print(plate, { ...defaultJob, purpose: 'screen' }).proof.verdict).toBe('proved');
  });

  it('is refused below the floor of the text, by its key and line', () => {
    const guide = loadGuide(saying());
    const templates = mkdtempSync(join(tmpdir(), 'templates-'));
    cpSync(shippedFolders().templates, templates, { recursive: true });
    const css = join(templates, 'pamphlet-trifold/style.css');
    writeFileSync(css, `${readFileSync(css, 'utf8')}\n.opening .tel { font-size: 8pt; }\n`);
    const own = new Press({ templates });
    try {
      const plate = own.plate(guide, { ...defaultJob, product: 'pamphlet-trifold', locale: 'en' });
      own.print(plate, { ...defaultJob, purpose: 'screen' });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      const small = error.problems.filter(({ code }) => code === 'TEXT_TOO_SMALL');
      expect(small.map(({ place }) => place.key)).toContain('opening.hard');
    } finally {
      own.close();
      rmSync(templates, { recursive: true });
    }
  });
});
