import { describe, expect, it } from 'vitest';
import { FoundOfDocument } from '../../src/proof/file/found.ts';
import { PdfString } from '../../src/proof/file/object.ts';
import type { Document } from '../../src/proof/page/read.ts';
import { pageLabel, pageNames } from '../../src/proof/reading/page-label.ts';

/** A catalog with these ranges of labels. */
const labelled = (...ranges: readonly [from: number, label: Record<string, unknown>][]) => {
  const nums = ranges.flatMap(([from, label]) => [from, new Map(Object.entries(label))]);
  return {
    file: {
      get: (value: unknown) => value,
      dictionary: (value: unknown) => (value instanceof Map ? value : undefined),
    },
    catalog: new Map([['PageLabels', new Map([['Nums', nums]])]]),
    found: new FoundOfDocument(),
  } as unknown as Document;
};

describe('what a viewer calls a page', () => {
  const { file } = labelled();
  it('is its place where the file has no labels', () => {
    expect(pageLabel({ file, catalog: new Map() } as unknown as Document, 2)).toBe('3');
  });

  it.each([
    [0, '1'],
    [1, '2'],
    [2, '1'],
    [3, '2'],
    [4, '7'],
  ])('is the number of its range: page %i is %s', (page, label) => {
    expect(pageLabel(labelled([0, { S: '/D' }], [2, { S: '/D' }], [4, { S: '/D', St: 7 }]), page)).toBe(
      label,
    );
  });

  it('is its name, and its name before its number', () => {
    const pages = labelled([0, { P: new PdfString('Cover') }], [1, { P: new PdfString('A-'), S: '/D' }]);
    expect([0, 1, 2].map((page) => pageLabel(pages, page))).toEqual(['Cover', 'A-1', 'A-2']);
    expect(pageNames(pages)).toEqual(['Cover', 'A-']);
  });

  it('is nothing where its range has neither number nor name', () => {
    expect(pageLabel(labelled([0, {}]), 0)).toBe('');
  });
});
