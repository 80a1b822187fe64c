import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press, shippedFolders } from '../../src/press/index.ts';
import { type ReadPage, readPages } from '../pdf/tags.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const { display, dial } = guide.data.helplines.main;

/** Whoever reads a page can call from it: by touch, by key, by voice. */
describe.each(['pamphlet-trifold', 'handout', 'poster'])('the number of a %s', (product) => {
  let pages: ReadPage[];
  beforeAll(async () => {
    const press = new Press(shippedFolders());
    const plate = press.plate(guide, { ...defaultJob, locale: 'en', product, paper: 'letter' });
    const { bytes } = press.print(plate, { ...defaultJob, purpose: 'screen' });
    pages = await readPages(bytes);
  }, 60_000);

  it('is content in a link on every page', () => {
    for (const { tags, annotations } of pages) {
      expect(tags).toMatch(new RegExp(`Link\\n\\s*"\\s*${display}`));
      expect(annotations.some(({ url, unsafeUrl }) => (url ?? unsafeUrl) === `tel:${dial}`)).toBe(true);
    }
  });

  it('is all that is content of what is repeated', () => {
    for (const { artifacts } of pages.slice(1, -1)) {
      expect(artifacts).toContain('Who answers?');
      expect(artifacts).not.toContain(display);
    }
  });
});
