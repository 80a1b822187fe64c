import { PressError, problem, suggest } from '../diagnostics/index.ts';
import type { Product } from './product.ts';

/**
 * The content keys that a product must carry, in its reading order. A pattern names a key, a group of keys
 * (`sections`) or has `*` for one part (`sections.*.line`). A guide may lack an optional part; a pattern that no guide
 * could meet is an error.
 * @throws PressError CONTENT_KEY_UNKNOWN
 */
export function carriedKeys(product: Product, keys: readonly string[]): string[] {
  return product.carries.flatMap((pattern) => {
    const parts = pattern.split('.');
    if (!roots.includes(parts[0]!))
      throw new PressError([
        problem(
          'CONTENT_KEY_UNKNOWN',
          `${product.id} carries "${pattern}", which no guide has.`,
          { file: `${product.folder}/product.yaml` },
          suggest(pattern, roots),
        ),
      ]);
    return keys.filter((key) => matches(parts, key.split('.')) && !key.endsWith('.term'));
  });
}

const roots: readonly string[] = [
  'title',
  'kicker',
  'overview',
  'helplines',
  'opening',
  'sections',
  'closing',
  'emergency',
  'disclosure',
  'sources',
];

function matches(pattern: readonly string[], key: readonly string[]): boolean {
  return pattern.length <= key.length && pattern.every((part, i) => part === '*' || part === key[i]);
}
