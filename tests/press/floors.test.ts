import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { elementsOf, parseDocument } from '../../src/document/index.ts';
import type { TextItem } from '../../src/paint/index.ts';
import { floorOf } from '../../src/press/floors.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const guide = loadGuide(join(import.meta.dirname, '../../guides/heroin-detox'));
const floors = { text: 9.25, body: 11.5, disclosure: 10 };

/** An item that prints a text, in a language. */
function item(key: string | undefined, lang: string): TextItem {
  const text = key === undefined ? 'a' : `<!--key:${key}-->a<!--/key-->`;
  const document = parseDocument(
    `<!doctype html><html lang="${lang}"><head><title>t</title></head><body><h1>${text}</h1></body></html>`,
    { file: 'test' },
  );
  const element = [...elementsOf(document.root)].find(({ name }) => name === 'h1')!;
  return { owner: { kind: 'content', node: element.children[0]!, element } } as unknown as TextItem;
}

describe('the floor of a text', () => {
  it.each([
    ['sections.center.line', 11.5],
    ['sections.center.home', 11.5],
    ['sections.center.gives.therapy', 11.5],
    ['sections.center.cost', 11.5],
    ['sections.center.mild', 11.5],
    ['opening.withdrawal.text', 11.5],
    ['closing.many', 11.5],
    ['sections.support.table.caption', 9.25],
    ['sections.support.table.alt', 9.25],
    ['opening.heading', 9.25],
    ['title', 9.25],
    ['helplines.main.answers', 9.25],
    ['emergency.us', 9.25],
    ['sources.nds', 9.25],
    ['disclosure.heading', 10],
    ['disclosure.terms', 10],
    ['disclosure.providers.alli', 10],
    ['press:who', 9.25],
    [undefined, 9.25],
  ])('%s is %d pt', (key, floor) => {
    expect(floorOf(item(key, 'en'), guide, floors)).toBe(floor);
  });

  it.each([
    ['vi', 10.695],
    ['ta', 9.89],
    ['ur', 10.12],
    ['hi', 10.925],
  ])('of the body is as much smaller as letters of %s look larger: %d pt', (tag, floor) => {
    expect(floorOf(item('sections.center.home', tag), guide, floors)).toBeCloseTo(floor, 9);
    expect(floorOf(item('disclosure.terms', tag), guide, floors)).toBe(10);
  });

  it('of a number that stands by itself is that of the body; in a text, that of the text', () => {
    const number = (key: string | undefined) =>
      floorOf({ ...item(key, 'ur'), number: 'night' }, guide, floors);
    expect(number(undefined)).toBe(11.5);
    expect(number('emergency.us')).toBe(9.25);
    expect(number('disclosure.terms')).toBe(10);
  });

  it('of the body is never below that of any text', () => {
    expect(floorOf(item('sections.center.home', 'ta'), guide, { ...floors, text: 10 })).toBe(10);
  });

  it('of what is repeated on each page is that of any text', () => {
    const artifact = { owner: { kind: 'artifact', type: 'Pagination' } } as unknown as TextItem;
    expect(floorOf(artifact, guide, floors)).toBe(9.25);
  });
});

describe('a product keeps to its floors', () => {
  let w: Workshop;
  beforeEach(() => {
    w = openWorkshop();
  });
  afterEach(() => w.clear());

  const trifold = 'templates/pamphlet-trifold';
  function codes(product = 'pamphlet-trifold'): string[] {
    return w
      .set({ product })
      .plate.problems.flatMap(({ severity, code, place }) =>
        severity === 'error' ? [`${code} ${place.key ?? place.page}`] : [],
      );
  }

  it.each([
    ['.things p { font-size: 11.5pt; }', []],
    [
      '.things .finding > p:first-child { font-size: 11.4pt; }',
      ['mild', 'complication', 'dose', 'suffering'],
    ],
    [
      '.gives p { font-size: 11.4pt; }',
      ['gives.therapy', 'gives.symptoms', 'gives.cravings', 'gives.people'],
    ],
    ['.above figcaption { font-size: 9pt; }', []],
    ['.callout { font-size: 11.4pt; }', ['cost']],
  ])('%s', (css, keys) => {
    w.write(`${trifold}/style.css`, `${w.read(`${trifold}/style.css`)}\n${css}\n`);
    const found = codes();
    expect(found.every((problem) => problem.startsWith('TEXT_TOO_SMALL sections.'))).toBe(true);
    expect(new Set(found.map((problem) => problem.split('.').slice(2).join('.')))).toEqual(new Set(keys));
  });

  it('in the disclosure too, whatever its class is called', () => {
    w.write('templates/base.css', w.read('templates/base.css').replaceAll('.disclosure', '.legal'));
    w.change('templates/partials/disclosure.hbs', 'class="disclosure"', 'class="legal"');
    w.change(
      'templates/base.css',
      '.legal p, .legal li { font-size: max(9.8pt, .875rem)',
      '.legal p, .legal li { font-size: max(9.8pt, .8rem)',
    );
    w.change(`${trifold}/product.yaml`, 'disclosure: 9 }', 'disclosure: 10.5 }');
    expect(codes()).toContain('TEXT_TOO_SMALL disclosure.terms');
    expect(codes()).not.toContain('TEXT_TOO_SMALL disclosure.heading');
  });

  it('prints the number as content where a page is loud', () => {
    expect(codes()).toEqual([]);
    w.change(`${trifold}/product.yaml`, 'loud: [cover, back]', 'loud: [cover, inside-2, back]');
    expect(codes()).toEqual(['HELPLINE_MISSING inside-2']);
  });

  it('prints it there as large as it says', () => {
    w.change(`${trifold}/product.yaml`, 'minSize: 14', 'minSize: 80');
    expect(new Set(codes())).toEqual(new Set(['HELPLINE_TOO_SMALL helplines.main.display']));
  });
});
