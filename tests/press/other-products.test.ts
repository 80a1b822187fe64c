/** What could be printed instead, as it is told: the nearest first, and nothing that would be refused too. */
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import { Stock } from '../../src/files/index.ts';
import { hasDisclosureFor, oneLanguageProblem, refuseFew, withoutShort } from '../../src/press/suits.ts';
import { loadProduct } from '../../src/product/index.ts';
import { problemsOf } from '../content/folder.ts';
import { folderOf } from '../files/folder.ts';

const guide = {
  folder: 'guides/rest',
  data: { locale: 'en', sections: [{ id: 'a' }, { id: 'b' }], disclosure: {} },
  place: (key: string) => ({ file: 'guide.yaml', key }),
} as unknown as Guide;

const yaml = (id: string, loud: string, more: string) => `id: ${id}
name: ${id}
fit: { min: 11.5, max: 14 }
carries: [title, disclosure]
floors: { text: 9, body: 11.5, disclosure: 9 }
helpline: { loud: [${loud}], minSize: 14 }
${more}`;
const papers = 'papers: [letter, a4]\n';
const piece = '{ width: 4in, height: 5in, across: 2, down: 2 }';
const on = `on: { letter: ${piece}, a4: ${piece} }`;
const kinds = {
  folded: ['cover', `${papers}fold: bi-fold\n`],
  flat: ['one', `${papers}pages: [one]\n`],
  flowing: ['one-1', `${papers}pages: { flow: one, most: 9 }\n`],
  bound: ['one-1', `${papers}pages: { flow: one, most: 8 }\nbinding: { kind: saddle, facing: true }\n`],
  alone: ['one-1', `${papers}pages: { flow: one, most: 8 }\nbinding: { kind: saddle }\n`],
  cut: ['one', `${papers}pages: [one]\nsheet: { sides: [[one]], ${on} }\n`],
  tent: ['one', `${papers}pages: [one]\nsheet: { sides: [[one]], over: head, ${on} }\n`],
  card: ['one', `${papers}pages: [one, two]\nsheet: { sides: [[one], [two]], ${on} }\n`],
  like: ['one', `like: card\n${papers}pages: [one]\nsheet: { sides: [[one]], ${on} }\n`],
  large: ['one', 'papers: [a3]\npages: [one]\n'],
  brief: ['one', `${papers}pages: [one]\ndisclosure: short\nqr: [one]\n`],
  briefcard: [
    'one',
    `${papers}pages: [one, two]\nsheet: { sides: [[one], [two]], ${on} }\ndisclosure: short\nqr: [two]\n`,
  ],
} as const;
/** Products by their names, each of the kind that its name begins with: `card-b` is a card. */
function lend(...names: string[]) {
  const files = names.map((name) => {
    const [loud, more] = kinds[name.split('-')[0] as keyof typeof kinds];
    return [`${name}/product.yaml`, yaml(name, loud, more)] as const;
  });
  const templates = folderOf({ ...Object.fromEntries(files), 'broken/product.yaml': 'id: [' });
  return { folders: { templates, locales: '', fonts: '' }, stock: new Stock(0) };
}

describe('of a product that has no side for another language', () => {
  const named = (id: string, ...names: string[]) => {
    const lent = lend(id, ...names);
    const product = loadProduct(id, lent.folders.templates);
    const { code, hint } = oneLanguageProblem(product, { guide, locales: 'en,es', paper: 'a4' }, lent);
    expect(code).toBe('BUNDLE_MIXED');
    return /--product (\S+) --locale en,es\.$/.exec(hint!)?.[1] ?? hint;
  };

  it('of what is folded: what is turned over like it, what is bound, what flows, then what is flat', () => {
    expect(named('folded', 'cut', 'bound', 'flat', 'flowing', 'tent')).toBe('tent,bound,flowing,cut,flat');
  });

  it('of a card: what is cut out too', () => {
    expect(named('card', 'bound', 'flat', 'tent', 'cut')).toBe('cut,tent,bound,flat');
  });

  it('before all else what is made like it', () => {
    const own = lend('card', 'like-card', 'cut');
    const { hint } = oneLanguageProblem(
      loadProduct('card', own.folders.templates),
      { guide, locales: 'en,es', paper: 'a4' },
      own,
    );
    expect(hint).toContain('--product like-card,cut ');
  });

  it('never what has no side for two languages either, nor what is not made on its paper', () => {
    expect(named('folded', 'folded-b', 'alone', 'card', 'large', 'flat')).toBe('flat');
    expect(named('folded', 'card', 'large')).toBe('Print each language by itself.');
  });
});

describe('of a product that has no room for the whole disclosure', () => {
  const named = (id: string, ...names: string[]) => {
    const lent = lend(id, ...names);
    const { hint } = withoutShort(guide, loadProduct(id, lent.folders.templates), lent);
    return /--product (\S+)\.$/.exec(hint!)?.[1];
  };

  it('what has the whole, of cards cards and of pages pages, the one that it is a kind of first', () => {
    expect(named('brief', 'flat', 'card', 'folded', 'brief-b')).toBe('flat,folded');
    expect(named('briefcard', 'flat', 'card', 'cut', 'briefcard-b')).toBe('card,cut');
    expect(named('brief', 'briefcard')).toBeUndefined();
    expect(named('brief', 'briefcard', 'flat')).toBe('flat');
    const lent = lend('card', 'cut', 'tent');
    const product = { ...loadProduct('tent', lent.folders.templates), id: 'cut-flat' };
    expect(withoutShort(guide, product, lent).hint).toContain('--product cut,card,tent.');
  });

  it('is asked of no guide that declares a short form, and of no product that prints the whole', () => {
    const short = { text: 'Paid for by us.', address: 'https://example.org/' };
    const has = (disclosure: object, form: 'whole' | 'short') =>
      hasDisclosureFor({ data: { disclosure } } as unknown as Guide, { disclosure: form });
    expect(has({}, 'whole')).toBe(true);
    expect(has({ short }, 'whole')).toBe(true);
    expect(has({ short }, 'short')).toBe(true);
    expect(has({}, 'short')).toBe(false);
  });
});

describe('of a product that a guide does not fill', () => {
  it('what takes as few, but no card and no other that needs as many', () => {
    const lent = lend('flat', 'flat-b', 'cut', 'folded', 'flowing');
    const product = { ...loadProduct('flat', lent.folders.templates), leastSections: 3 };
    const [found] = problemsOf(() => refuseFew(guide, product, lent));
    expect(found).toMatchObject({
      code: 'PAGE_BLANK',
      hint: 'Divide a section in two, or print what takes fewer: helpline-press print guides/rest --product flat-b,flowing,folded.',
    });
    expect(problemsOf(() => refuseFew(guide, { ...product, leastSections: 2 }, lent))).toEqual([]);
  });
});
