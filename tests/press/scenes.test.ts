import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Code, PressError } from '../../src/diagnostics/index.ts';
import { decodePicture, shownTokens } from '../../src/image/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

const guide = 'guide/guide.yaml';
const choose = (scenes: string) => w.write(guide, `${w.read(guide)}\nscenes:\n${scenes}\n`);
/** Names of the pictures on a product's pages, with what they say. */
function pictures(product: string, locale = 'en'): readonly (readonly [string, string | undefined])[] {
  const { forme } = w.set({ product, locale });
  const found: [string, string | undefined][] = [];
  for (const { items } of forme.pages)
    for (const item of items)
      if (item.kind === 'picture')
        found.push([
          item.picture.name,
          'element' in item.owner ? item.owner.element.attributes.alt : undefined,
        ]);
  return found;
}
const codes = (call: () => unknown): readonly Code[] => {
  try {
    call();
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe('the stock', () => {
  const folder = join(import.meta.dirname, '../../templates/art/scenes');
  const files = readdirSync(folder);

  it.each(files)('has in %s a drawing of tokens alone, which every language says', (file) => {
    const tokens = Object.fromEntries(Object.keys(shownTokens).map((name) => [name, [1, 2, 3] as const]));
    const picture = decodePicture(readFileSync(join(folder, file)), file, { tokens, isArt: true });
    expect(picture.kind === 'vector' && picture.shapes.length).toBeGreaterThan(5);
    const name = file.replace(/(?:\.rtl)?\.svg$/, '').replace('path-cover', 'path');
    for (const tag of readdirSync(join(folder, '../../../locales'))) {
      const words = JSON.parse(readFileSync(join(folder, `../../../locales/${tag}/press.json`), 'utf8'));
      expect([tag, words.scenes[name]?.length > 10]).toEqual([tag, true]);
    }
  });

  it('is not mirrored where a drawing was made for right to left', () => {
    choose('  closing: waiting-room\n  cover: path');
    const found = pictures('handout', 'ar').map(([name]) => name);
    expect(found).toContain('art/scenes/waiting-room.rtl.svg');
    expect(found).toContain('art/scenes/path.svg');
    expect(pictures('handout').map(([name]) => name)).toContain('art/scenes/waiting-room.svg');
  });
});

describe('the slots of a guide', () => {
  it('take a scene of the stock with what it says in the language of the page', () => {
    choose('  cover: house\n  closing: house');
    const found = pictures('handout', 'es').filter(([name]) => name.startsWith('art/house'));
    expect(found).toEqual(Array(2).fill(['art/house.svg', expect.stringContaining('casa de noche')]));
  });

  it('take a picture of the guide’s own, with its text', () => {
    choose('  cover: { image: figures/week.svg, alt: Seven doors in a row. }');
    expect(pictures('pamphlet-trifold')).toContainEqual(['figures/week.svg', 'Seven doors in a row.']);
    expect(w.set({ product: 'poster' }).plate.problems.map(({ code }) => code)).not.toContain(
      'CONTENT_UNUSED',
    );
  });

  it('are as the product has them where the guide says nothing', () => {
    expect(pictures('poster').map(([name]) => name)).toContain('art/door-poster.svg');
    choose('  poster: house');
    expect(pictures('poster').map(([name]) => name)).toContain('art/house.svg');
  });

  it('refuse what is in no stock, and what cannot be said', () => {
    choose('  cover: hose\n  ground: house');
    expect(codes(() => w.set({ product: 'poster' }))).toEqual(['SCENE_UNKNOWN']);
    mkdirSync(join(w.folder, 'templates/art/scenes'), { recursive: true });
    w.write('templates/art/scenes/hose.svg', w.read('templates/art/house.svg'));
    expect(codes(() => w.set({ product: 'poster' }))).toEqual(['ALT_MISSING']);
  });

  it('refuse a picture without its text, and one that is not there', () => {
    const text = w.read(guide);
    choose('  cover: { image: figures/week.svg }');
    expect(codes(() => w.set({ product: 'poster' }))).toEqual(['CONTENT_INVALID']);
    w.write(guide, text);
    choose('  cover: { image: figures/wek.svg, alt: Seven doors in a row. }');
    expect(codes(() => w.set({ product: 'poster' }))).toContain('FILE_NOT_FOUND');
  });

  it('say no number that the guide does not declare', () => {
    choose('  cover: { image: figures/week.svg, alt: Call 800-555-0143 now. }');
    expect(codes(() => w.set({ product: 'poster' }))).not.toEqual([]);
  });
});
