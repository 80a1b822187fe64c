/** What of a guide a product does not print, as it is told: each kind of field by itself, without a page. */
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { numberMark, parseDocument } from '../../src/document/index.ts';
import { unusedFields } from '../../src/press/unused.ts';
import type { Product } from '../../src/product/index.ts';
import { changed } from '../content/folder.ts';

/** It carries the title and who answers, and leaves out what tests do not look at. */
const product = {
  id: 'note',
  form: 'short',
  disclosure: 'whole',
  carries: ['title', 'disclosure'],
  leaves: ['kicker', 'overview', 'helplines', 'sections', 'closing', 'sources', 'emergency'],
} as unknown as Product;
const without = (...keys: string[]): Partial<Product> => ({
  leaves: product.leaves.filter((key) => !keys.includes(key)),
});

const numbers = {
  main: { display: '800-315-1376', dial: '+18003151376' },
  crisis: { display: '988', dial: '988' },
};
const both = `${numberMark('main', 'display')} ${numberMark('crisis', 'display')}`;
/** A page that shows the guide's numbers, and the address of its source. */
const page = (more = '<a href="https://example.org/book">A book</a>', shown = both) =>
  parseDocument(
    `<!doctype html><html lang="en"><head><title>t</title></head><body><p>${shown} ${more}</p></body></html>`,
    { file: 'a.hbs', numbers },
  );

interface Case {
  readonly changes?: readonly (readonly [from: string, to: string])[];
  readonly product?: Partial<Product>;
  readonly said?: readonly string[];
  readonly document?: ReturnType<typeof page>;
}
const told = ({ changes = [], product: more, said = [], document = page() }: Case) =>
  unusedFields(
    loadGuide(changed(...changes)),
    { ...product, ...more },
    document,
    new Set(['opening.heading', 'opening.word.text', ...said]),
  ).map(({ message }) => message.replace('note does not print ', '').replaceAll(/ \(line \d+\)|\.$/g, ''));

describe('of what a product does not print is told', () => {
  it('nothing that it prints, carries, or leaves out by design', () => {
    expect(told({})).toEqual([]);
  });

  it('a text that it neither prints nor leaves out, and no text that it prints', () => {
    expect(told({ product: without('kicker', 'overview') })).toEqual(['kicker, overview']);
    expect(told({ product: without('kicker', 'overview'), said: ['kicker'] })).toEqual(['overview']);
  });

  it('nothing that the guide has for products of the other form', () => {
    const line = '    line: The second line\n';
    const long = [line, `    forms: [long]\n${line}`] as const;
    const one = [
      'line',

      'said.text',
      'said.cite',
      'list.first',
      'list.second',
      'picture.alt',
      'picture.caption',
    ];
    const how = { product: without('sections'), said: one.map((key) => `sections.one.${key}`) };
    const two = ['sections.two.line, sections.two.found, sections.two.loud'];
    expect(told(how)).toEqual(two);
    expect(told({ ...how, changes: [long] })).toEqual([]);
    expect(told({ ...how, product: { ...how.product, form: 'long' }, changes: [long] })).toEqual(two);
    const four = told({ ...how, said: how.said.filter((key) => key !== 'sections.one.line') });
    expect(four).toEqual(['4 fields of sections, the first sections.one.line']);
    expect(told({ product: without('sections') })).toEqual([
      '10 fields of sections, the first sections.one.line',
    ]);
  });

  it('no scene: not each product has a place for one', () => {
    const scene = 'scenes: { cover: { image: figures/door.svg, alt: A green door } }\nclosing:\n';
    expect(told({ changes: [['closing:\n', scene]] })).toEqual([]);
  });

  it('a term whose text it does not print, and none whose text it prints, which has it', () => {
    const guide = loadGuide(changed());
    expect(guide.texts.get('opening.word.term')?.role).toBe('term');
    const found = unusedFields(guide, product, page(), new Set(['opening.heading']));
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^note does not print opening\.word\.term .*, opening\.word\.text /),
    ]);
  });

  it('an address that nothing shows, in an attribute or a text', () => {
    expect(told({ document: page('') })).toEqual(['sources.book.address']);
    expect(told({ document: page('https://example.org/book') })).toEqual([]);
    expect(told({ document: page('read it at https://example.org/book, all of it') })).toEqual([]);
    const other = page('<a href="https://example.org/boo">A book</a>');
    expect(told({ document: other })).toEqual(['sources.book.address']);
  });

  it('nothing of the form of the disclosure that it does not print', () => {
    const short =
      '  short: { text: Paid by us., address: https://example.org/who }\nsources:\n  - id: book\n';
    const changes = [['sources:\n  - id: book\n', short]] as const;
    expect(told({ changes })).toEqual([]);
    expect(told({ changes, product: { disclosure: 'short' } })).toEqual(['disclosure.short.address']);
    const document = page('<a href="https://example.org/book">A book</a> https://example.org/who');
    expect(told({ changes, product: { disclosure: 'short' }, document })).toEqual([]);
  });

  it('a number that is not shown, also of a helpline whose texts are left out by design', () => {
    expect(told({ document: page(undefined, numberMark('main', 'display')) })).toEqual([
      'helplines.crisis.display',
    ]);
    expect(told({ document: page(undefined, '') })).toEqual([
      'helplines.main.display, helplines.crisis.display',
    ]);
  });
});
