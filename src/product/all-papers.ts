import { PressError } from '../diagnostics/index.ts';
import type { Root, Stock } from '../files/index.ts';
import { type Paper, papers } from './papers.ts';
import { listProducts, loadProduct } from './product.ts';

/** The table of papers, and those that products of a folder have of their own; a product that cannot be read has none. */
export function allPapers(templates: Root, stock?: Stock): Readonly<Record<string, Paper>> {
  const own = listProducts(templates).flatMap((id) => {
    try {
      return Object.entries(loadProduct(id, templates, stock).ownPapers);
    } catch (error) {
      if (error instanceof PressError) return [];
      throw error;
    }
  });
  return { ...papers, ...Object.fromEntries(own) };
}
