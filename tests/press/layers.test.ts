import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { Press, shippedFolders } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';
import { folderOf } from '../files/folder.ts';

const detox = resolve(import.meta.dirname, '../../guides/heroin-detox');
const shipped = shippedFolders();

const read = (path: string) => readFileSync(join(shipped.templates, path), 'utf8');
const job = { product: 'poster', locale: 'en', paper: 'letter' } as const;

describe("own templates over the package's", () => {
  const guide = loadGuide(detox);

  it('a product of three files takes partials, themes and drawings from below', () => {
    const folder = folderOf({
      'wall/product.yaml': read('poster/product.yaml').replace(/^name: .*$/m, 'name: Wall'),
      'wall/template.hbs': read('poster/template.hbs'),
      'wall/style.css': read('poster/style.css'),
    });
    const templates = [folder, shipped.templates];
    expect(listProducts(templates)).toEqual(expect.arrayContaining(['wall', 'poster', 'handout']));
    const press = new Press({ templates });
    const { name, proof } = press.print(press.plate(guide, { ...job, product: 'wall' }));
    expect(name).toBe('heroin-detox.wall.en.letter.standard.screen.pdf');
    // Its product.yaml was copied, and its id with it: whose words it has its folder says.
    expect(loadProduct('wall', templates).id).toBe('wall');
    expect(proof.passed).toBe(true);
  });

  it('a style sheet alone changes a product that ships, and nothing else of it', () => {
    const folder = folderOf({
      'poster/style.css': `${read('poster/style.css')}\n.landscape h1 span { color: #f4f4f4; }\n`,
    });
    const press = new Press({ templates: [folder, shipped.templates] });
    const changed = press.print(press.plate(guide, job));
    const plain = new Press();
    expect(changed.proof.passed).toBe(true);
    expect(changed.bytes).not.toEqual(plain.print(plain.plate(guide, job)).bytes);
  });

  it('a theme alone is one more, and the wrong name of one is answered with all', () => {
    const dusk = read('themes/dawn.css');
    const press = new Press({ templates: [folderOf({ 'themes/dusk.css': dusk }), shipped.templates] });
    expect(press.print(press.plate(guide, { ...job, theme: 'dusk' })).proof.passed).toBe(true);
    expect(() => press.plate(guide, { ...job, theme: 'duskk' })).toThrow(/no theme "duskk"/);
  });

  it('prints the same bytes as one folder with all of it', () => {
    const press = new Press({ templates: [folderOf({}), shipped.templates] });
    const plain = new Press();
    expect(press.print(press.plate(guide, job)).bytes).toEqual(plain.print(plain.plate(guide, job)).bytes);
  });
});
