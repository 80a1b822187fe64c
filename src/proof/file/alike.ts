/**
 * Values of one object, at most: files in several languages, of which a guide has so many, have objects of the same bytes
 * that lead to others.
 */
const most = 64;

/** Values of objects, several for each: that of the same bytes differs by what they lead to. The oldest goes first. */
export class Alike<T> {
  readonly #values = new WeakMap<object, T[]>();

  find(first: object, is: (value: T) => boolean): T | undefined {
    return this.#values.get(first)?.find(is);
  }

  add(first: object, value: T): void {
    const values = this.#values.get(first);
    if (values === undefined) this.#values.set(first, [value]);
    else {
      values.unshift(value);
      if (values.length > most) values.pop();
    }
  }
}
