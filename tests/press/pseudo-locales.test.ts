import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, hasDisclosureFor, Press } from '../../src/press/index.ts';
import { listProducts, loadProduct } from '../../src/product/index.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const press = new Press();
afterAll(() => press.close());
const products = listProducts(press.folders.templates).filter((id) =>
  hasDisclosureFor(guide, loadProduct(id, press.folders.templates)),
);

describe('pseudo-locales, by which a template is seen before there are translations', () => {
  it.each(products.flatMap((product) => ['en-XA', 'en-XB'].map((locale) => [product, locale])))(
    'print a shipped %s: %s',
    (product, locale) => {
      const job = { ...defaultJob, product: product!, locale: locale!, paper: undefined, allowDrafts: true };
      expect(press.print(press.plate(guide, job), { purpose: 'screen' }).proof.verdict).toBe('proved');
    },
  );
});
