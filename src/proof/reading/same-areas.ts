import type { PageArea } from './area.ts';

/** Lists that are kept: those of a few products on a few papers. The oldest goes first. */
const most = 64;

/** Lists of the areas of pages: one that lies as one before is that one, so that what was made of it can be known by it. */
export class SameAreas {
  readonly #known: (readonly PageArea[])[] = [];

  of(areas: readonly PageArea[]): readonly PageArea[] {
    const same = this.#known.find((known) => isSame(known, areas));
    if (same !== undefined) return same;
    this.#known.unshift(areas);
    if (this.#known.length > most) this.#known.pop();
    return areas;
  }
}

function isSame(a: readonly PageArea[], b: readonly PageArea[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((area, i) => {
        const { page, x, y, width, height, rotate, copy } = b[i]!;
        return (
          area.page === page &&
          area.x === x &&
          area.y === y &&
          area.width === width &&
          area.height === height &&
          area.rotate === rotate &&
          area.copy === copy
        );
      }))
  );
}
