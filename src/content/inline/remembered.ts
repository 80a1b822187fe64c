/** Texts that one function remembers, and characters of the longest. */
const mostTexts = 4000;
const longestText = 4000;

/**
 * A pure function of a text that remembers what it gave: the texts of a guide are looked through again for each document,
 * and few of them change. What it gives is shared, and must not be written to.
 */
export function remembered<T extends object | string | boolean | number>(
  of: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longestText) return of(text);
    let value = known.get(text);
    if (value === undefined) {
      value = of(text);
      if (known.size >= mostTexts) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

/** The same of two texts. */
export function rememberedPair<T extends object | string | boolean>(
  of: (one: string, other: string) => T,
): (one: string, other: string) => T {
  const known = new Map<string, T>();
  return (one, other) => {
    if (one.length + other.length > longestText) return of(one, other);
    const key = `${one.length} ${one}${other}`;
    let value = known.get(key);
    if (value === undefined) {
      value = of(one, other);
      if (known.size >= mostTexts) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
