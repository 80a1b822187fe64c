import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jobsOf } from '../../src/cli/index.ts';
import { leftOut } from '../../src/cli/jobs.ts';
import { loadGuide } from '../../src/content/index.ts';
import { begunLocales, publicLocales } from '../../src/locale/index.ts';
import { type Folders, Press, parseOptions, shippedFolders } from '../../src/press/index.ts';
import { whole } from '../content/folder.ts';

/** A product of no pages to speak of, made on these papers. */
function writeProduct(templates: string, id: string, papers: string): void {
  mkdirSync(join(templates, id));
  writeFileSync(
    join(templates, id, 'product.yaml'),
    `id: ${id}\nname: ${id}\npapers: ${papers}\npages: [sheet]\nfit: { min: 11.5, max: 14 }\ncarries: [title, disclosure]\nhelpline: { loud: [sheet], minSize: 14 }\nfloors: { text: 9, body: 11.5, disclosure: 9 }\n`,
  );
}

const flags = {
  edition: 'standard',
  duplex: 'short',
  for: 'screen',
  theme: 'dawn',
  locale: 'en',
  out: 'out',
};
const made = (product: string, paper?: string, folders: Folders = shippedFolders()) =>
  jobsOf({ ...flags, product, ...(paper === undefined ? {} : { paper }) }, 'en', new Press(folders)).map(
    (job) => `${job.product} ${job.paper}`,
  );

/** What nobody asked for by name is left out; what was asked for by name is made, or its error told. */
describe('papers', () => {
  it('of all are those that each product is made on', () => {
    expect(made('poster', 'all')).toEqual(
      ['letter', 'tabloid', 'a4', 'a3', 'a2', 'a1'].map((paper) => `poster ${paper}`),
    );
    expect(made('handout,pamphlet-trifold', 'all').filter((job) => job.startsWith('pamphlet'))).toEqual([
      'pamphlet-trifold letter',
      'pamphlet-trifold a4',
    ]);
  });

  it('that are named go to those of all products that are made on them', () => {
    const all = made('all', 'a5,tabloid');
    expect(all).toEqual(expect.arrayContaining(['handout a5', 'poster tabloid']));
    expect(all.filter((job) => /^(?:handout|poster) /.test(job))).toEqual(['handout a5', 'poster tabloid']);
  });

  it('of nobody are letter, or the first that a product is made on: who names none prints', () => {
    const own = mkdtempSync(join(tmpdir(), 'papers-'));
    writeProduct(own, 'mat', '[tabloid, a3]');
    writeProduct(own, 'note', '[a5, letter]');
    const folders = { ...shippedFolders(), templates: [own, shippedFolders().templates].flat() };
    expect(made('mat', undefined, folders)).toEqual(['mat tabloid']);
    expect(made('note', undefined, folders)).toEqual(['note letter']);
    expect(made('all', undefined, folders)).toEqual(expect.arrayContaining(['mat tabloid', 'poster letter']));
    expect(made('all', 'letter', folders).filter((job) => job.startsWith('mat'))).toEqual([]);
    // The library does the same, also where a press is asked.
    const asked = { product: 'mat', locale: 'en' };
    expect(parseOptions({ ...asked, folders: { templates: folders.templates } }).job.paper).toBe('tabloid');
    rmSync(own, { recursive: true });
  });

  it('that are named stay where the product is named too', () => {
    expect(made('poster', 'a5')).toEqual(['poster a5']);
  });
});

describe('editions', () => {
  const asked = (edition: string, easy: unknown, product = 'handout') =>
    jobsOf({ ...flags, product, edition }, 'en', {
      ...new Press(shippedFolders()),
      guide: { data: { ...(easy === undefined ? {} : { easy }) } },
    } as never).map((job) => job.edition);

  it('of all are those that the guide has words for', () => {
    const sentences = [{ id: 'a', picture: 'path', text: 'Call.' }];
    expect(asked('all', sentences)).toContain('easy-read');
    expect(asked('all', undefined)).not.toContain('easy-read');
    expect(asked('all', undefined)).toContain('large-print');
  });

  it('that are named are made, or their error told', () => {
    expect(asked('easy-read', undefined)).toEqual(['easy-read']);
  });
});

describe('all locales', () => {
  it('are those in which the guide is begun; the others are told', () => {
    const begun = ['en', 'es'];
    const known = { folders: shippedFolders(), stock: new Press(shippedFolders()).stock, begun };
    const asked = { ...flags, locale: 'all', product: 'poster' };
    expect(jobsOf(asked, 'en', known).map(({ locale }) => locale)).toEqual(begun);
    expect(leftOut(asked, [], known)).toEqual([expect.stringMatching(/^38 languages have no translation/)]);
    expect(leftOut({ ...asked, locale: 'en' }, [], known)).toEqual([]);
    const { begun: _, ...every } = known;
    expect(jobsOf(asked, 'en', every)).toHaveLength(publicLocales.length);
    expect(leftOut(asked, [], every)).toEqual([]);
  });

  it('are begun where there is a translation, beside the guide or in a folder of translations', () => {
    const folder = mkdtempSync(join(tmpdir(), 'begun-'));
    cpSync(whole, folder, { recursive: true });
    mkdirSync(join(folder, 'locales'));
    mkdirSync(join(folder, 'more/fr'), { recursive: true });
    const guide = loadGuide(folder);
    const { locales } = shippedFolders();
    const all = () => begunLocales(guide, [join(folder, 'more'), locales].flat());
    expect(all()).toEqual(['en']);
    writeFileSync(join(folder, 'locales/es.json'), '{}');
    writeFileSync(join(folder, 'more/fr', `${guide.data.id}.json`), '{}');
    writeFileSync(join(folder, 'locales/de.state.json'), '{}');
    expect(all()).toEqual(['en', 'es', 'fr']);
    rmSync(folder, { recursive: true });
  });
});
