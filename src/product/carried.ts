import { type GuideText, keyPatterns } from '../content/index.ts';
import { PressError, type Problem, problem, suggest, throwIfErrors } from '../diagnostics/index.ts';
import type { Product } from './product.ts';

/**
 * The content keys that a product must carry, in its reading order. A pattern names a key, a group of keys
 * (`sections`) or has `*` for one part (`sections.*.line`), `~main` for any but that one (`helplines.~main`). A guide may lack an optional part; a pattern that no guide
 * could meet is an error.
 * @throws PressError CONTENT_KEY_UNKNOWN
 */
export function carriedKeys(
  product: Product,
  texts: ReadonlyMap<string, Pick<GuideText, 'role'>>,
): readonly string[] {
  const known = carriedOf.get(product.carries);
  if (known?.texts === texts && known.disclosure === product.disclosure) return known.keys;
  const keys = findCarried(product, texts);
  carriedOf.set(product.carries, { texts, disclosure: product.disclosure, keys });
  return keys;
}

/** By the patterns, of a product in any edition: what they found last. */
const carriedOf = new WeakMap<
  Product['carries'],
  { readonly texts: object; readonly disclosure: Product['disclosure']; readonly keys: readonly string[] }
>();

function findCarried(product: Product, texts: ReadonlyMap<string, Pick<GuideText, 'role'>>): string[] {
  const keys = [...texts.keys()];
  const keyParts = keys.map((key) => key.split('.'));
  return product.carries.flatMap((pattern) => {
    const parts = pattern.split('.');
    throwIfErrors(unknownRoot(product, 'carries', pattern));
    const carried = keys.filter(
      (key, i) =>
        matches(parts, keyParts[i]!) && texts.get(key)!.role !== 'term' && !isOfOtherForm(product, key),
    );
    if (carried.length === 0 && !isLacking(parts, keyParts))
      throw new PressError([
        problem(
          'CONTENT_KEY_UNKNOWN',
          `${product.id} carries "${pattern}", which this guide does not have.`,
          { file: product.file, key: pattern },
          suggest(pattern, keys),
        ),
      ]);
    return carried;
  });
}

/** True for a text that a product leaves out by design. @throws PressError CONTENT_KEY_UNKNOWN */
export function leftOut(product: Product): (key: string) => boolean {
  throwIfErrors(product.leaves.flatMap((pattern) => unknownRoot(product, 'leaves', pattern)));
  const patterns = product.leaves.map((pattern) => pattern.split('.'));
  return (key) => isOfOtherForm(product, key) || patterns.some((pattern) => matches(pattern, key.split('.')));
}

/** The short form of the disclosure stands in place of its blocks, or they whole in place of it. */
export function isOfOtherForm({ disclosure }: Pick<Product, 'disclosure'>, key: string): boolean {
  if (!key.startsWith('disclosure.')) return false;
  return disclosure === 'short'
    ? !/^disclosure\.(?:heading$|short\.)/.test(key)
    : key.startsWith('disclosure.short.');
}

function unknownRoot({ id, file }: Product, what: 'carries' | 'leaves', pattern: string): Problem[] {
  if (roots.includes(pattern.split('.')[0]!)) return [];
  return [
    problem(
      'CONTENT_KEY_UNKNOWN',
      `${id} ${what} "${pattern}", which no guide has.`,
      { file },
      suggest(pattern, roots),
    ),
  ];
}

/** First parts of the keys that a guide may have. */
const roots: readonly string[] = [...new Set(keyPatterns().map(({ pattern }) => pattern.split('.')[0]!))];

/** What a guide may lack. */
const optional = keyPatterns().flatMap(({ pattern, isOptional }) => (isOptional ? [pattern.split('.')] : []));

/** True when a pattern speaks of an optional part, and the guide has nothing of it. */
function isLacking(pattern: readonly string[], keys: readonly (readonly string[])[]): boolean {
  // Whether one helpline says its hours is nothing to another.
  if (pattern[0] === 'helplines')
    return optional.some((shape) => matches(shape, pattern)) || pattern[1]!.startsWith('~');
  return optional.some((shape) => matches(shape, pattern) && !keys.some((key) => matches(shape, key)));
}

function matches(pattern: readonly string[], key: readonly string[]): boolean {
  return (
    pattern.length <= key.length &&
    pattern.every((part, i) =>
      part.startsWith('~') ? part.slice(1) !== key[i] : part === '*' || part === key[i],
    )
  );
}
