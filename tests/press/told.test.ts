import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { tell } from '../../src/press/told.ts';
import { loadProduct } from '../../src/product/index.ts';
import { changed } from '../content/folder.ts';

const { templates, locales } = shippedFolders();
const product = loadProduct('pamphlet-trifold', templates);

/** What every file must say of a small guide with these changes, in English. */
function told(...changes: readonly (readonly [from: string, to: string])[]) {
  const guide = loadGuide(changed(...changes));
  return tell(guide, loadLocale('en', guide, locales), product);
}

describe('what a guide says, whichever way it is printed', () => {
  it('has phrases in another language, but not those of what is said of a picture', () => {
    const phrases = [{ text: 'hola', language: 'es' }];
    expect(told().phrases).toEqual(phrases);
    const picture = told(['alt: A door', 'alt: "[Una puerta](lang:es)"']);
    expect(picture.texts.find(({ key }) => key === 'sections.one.picture.alt')).toMatchObject({
      text: 'Una puerta',
      alt: true,
    });
    expect(picture.phrases).toEqual(phrases);
    expect(told(['caption: An open door', 'caption: "[Una puerta](lang:es)"']).phrases).toEqual([
      ...phrases,
      { text: 'Una puerta', language: 'es' },
    ]);
  });

  it('has everyday numbers of its texts, its words and its imprint, and the number of an order', () => {
    expect(told().everyday).toBeUndefined();
    expect(told(['Go well.', 'Take 100/250/400 mg.']).everyday).toEqual(['100/250/400 mg']);
    const sender = 'publisher: { name: North, orderNumber: NHC-2345678 }\n';
    expect(told(['opening:\n', `${sender}opening:\n`]).everyday).toContain('NHC-2345678');
    const plain = 'publisher: { name: North, orderNumber: NHC }\n';
    expect(told(['opening:\n', `${plain}opening:\n`]).everyday).toBeUndefined();
  });

  it('has everyday numbers of the products’ words too', () => {
    const guide = loadGuide(changed());
    const locale = loadLocale('en', guide, locales);
    const words = [...locale.words(), 'Take 100/250/400 mg.'];
    expect(tell(guide, { ...locale, words: () => words }, product).everyday).toEqual(['100/250/400 mg']);
  });

  it('may link a source by its name, as the web reads it, and by its address', () => {
    const before = told().links;
    const { links } = told([
      '\nsources:\n',
      '\nsources:\n  - { id: page, name: A page, address: https://example.org/p }\n',
    ]);
    const uri = 'https://example.org/p';
    expect(links.filter((link) => !before.some((other) => other.uri === link.uri))).toEqual([
      { uri, text: 'A page' },
      { uri, text: 'example.org/p' },
    ]);
  });
});
