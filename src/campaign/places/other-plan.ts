import { callingCodeOf } from '../../content/index.ts';
import type { Place } from './place.ts';

/** So many numbers of the country make one of another stand out that few have: one in ten at most. */
const [crowd, few] = [5, 0.1] as const;

/**
 * Places whose number begins with the code of another country than theirs, with the code that theirs has: a digit of it is wrong
 * (+256 for +249), or the country is. Where no row says its country, and many have numbers of others, that is how they are meant.
 * @param home country of places that do not say theirs
 */
export function dialledAbroad(
  places: readonly Place[],
  home: string,
  saysCountry: (place: Place) => boolean,
): readonly { readonly place: Place; readonly country: string; readonly code: string }[] {
  const full = places.filter(({ values }) => values.helpline?.dial.startsWith('+'));
  const found = full.flatMap((place) => {
    const { dial, country = home } = place.values.helpline!;
    const code = callingCodeOf(country);
    return dial.startsWith(`+${code}`) ? [] : [{ place, country, code }];
  });
  const silent = full.filter((place) => !saysCountry(place)).length;
  const silentAbroad = found.filter(({ place }) => !saysCountry(place)).length;
  const isLonely = silent - silentAbroad >= crowd && silentAbroad <= silent * few;
  return found.filter(({ place }) => isLonely || saysCountry(place));
}
