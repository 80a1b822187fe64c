import { declaredNumbers } from '../../content/index.ts';
import type { NamedGuide } from './draft.ts';
import type { Plan, Row, Totals } from './row.ts';

/** How many files a plan makes, of what, and for how many places and numbers. */
export function totalsOf(batches: Plan['batches'], guides: readonly NamedGuide[]): Totals {
  const own = new Map(guides.map(({ name, guide }) => [name, declaredNumbers(guide.data)[0]!.dial]));
  const kinds = { patched: 0, set: 0 };
  const places = new Set<string | undefined>();
  const numbers = new Set<string | undefined>();
  const counts = ['guide', 'locale', 'product', 'paper', 'purpose'].map(
    (field) => [field, new Map<string, number>()] as const,
  );
  let copies = 0;
  for (const { kind, rows } of batches)
    for (const { guide, setting, impression, place, quantity } of rows) {
      kinds[kind]++;
      copies += quantity;
      places.add(place?.id);
      numbers.add(place?.helpline?.dial ?? own.get(guide));
      const values: Readonly<Record<string, string>> = {
        guide,
        ...pick(setting),
        purpose: impression.purpose,
      };
      for (const [field, count] of counts) count.set(values[field]!, (count.get(values[field]!) ?? 0) + 1);
    }
  return {
    files: kinds.patched + kinds.set,
    ...kinds,
    places: [...places].filter((id) => id !== undefined).length,
    copies,
    numbers: numbers.size,
    by: Object.fromEntries(
      counts.map(([field, count]) => [field, Object.fromEntries(count)]),
    ) as unknown as Totals['by'],
  };
}

const pick = ({ locale, product, paper }: Row['setting']) => ({ locale, product, paper });
