import { type Problem, warning } from '../diagnostics/index.ts';
import type { YamlSource } from '../files/index.ts';

/** Least sizes, pt: of any text, of what is read from a wall, of what is read in the hand, and of the number (docs/promises.md). */
export const least = { text: 9, wall: 9.5, hand: 11.5, number: 12 } as const;

/** What a product says of its least sizes, pt. */
interface Said {
  readonly floors: { readonly text: number; readonly body: number; readonly disclosure: number };
  readonly helpline: { readonly minSize: number };
}

/**
 * The floors of a product, none below the promises': letters that are smaller are not read by everyone. One that is lower
 * counts as what is promised, and that is told.
 * @param isHeld it is read in the hand, and not from a wall
 */
export function raisedFloors<P extends Said>(
  product: P,
  isHeld: boolean,
  place: YamlSource['place'],
): { readonly product: P; readonly raised: readonly Problem[] } {
  const raised: Problem[] = [];
  const raise = (path: readonly [string, string], said: number, promised: number) => {
    if (said >= promised) return said;
    raised.push(
      warning(
        'FLOOR_RAISED',
        `${path.join('.')} is ${said} pt, and the promises ask for at least ${promised} pt: it counts as ${promised}.`,
        place([...path]),
        `Say ${path[1]}: ${promised}.`,
      ),
    );
    return promised;
  };
  const { floors, helpline } = product;
  return {
    product: {
      ...product,
      floors: {
        text: raise(['floors', 'text'], floors.text, least.text),
        body: raise(['floors', 'body'], floors.body, isHeld ? least.hand : least.wall),
        disclosure: raise(['floors', 'disclosure'], floors.disclosure, least.text),
      },
      helpline: { ...helpline, minSize: raise(['helpline', 'minSize'], helpline.minSize, least.number) },
    },
    raised,
  };
}
