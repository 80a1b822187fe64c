import { type Budget, costs } from '../file/budget.ts';
import type { Bounds } from '../page/matrix.ts';
import type { Color, Group, Look, Painted } from '../page/page-content.ts';
import { colorAt, type Shading } from '../page/shading.ts';
import { blended, pixelOf, type Raster } from './raster.ts';

/** Pixels on which little is done, for a unit of work. */
const pixelsAUnit = 16;

/** What a group has painted so far, to be put on what lies below it as one. */
interface Layer {
  readonly group: Group;
  readonly pixels: Uint32Array;
  /** How opaque each pixel is, 0 to 255. */
  readonly opacities: Uint8Array;
}

/** Paints what drawings paint as it is seen: through clips, gradients, masks, opacity and groups (ISO 32000-1 11.3). */
export class Layers {
  readonly #raster: Raster;
  readonly #budget: Budget;
  readonly #open: Layer[] = [];
  /** Where a shape covers pixels; a bit for itself, and one for each of its clips in turn. */
  #covered = new Uint8Array(0);

  constructor(raster: Raster, budget: Budget) {
    this.#raster = raster;
    this.#budget = budget;
  }

  /** Paints one thing; `clip` is the upright part of what it is cut by. */
  paint(item: Painted, look: Look, clip: Bounds): void {
    const { kind, outlines, dashes, evenOdd } = item;
    this.#enter(look.groups);
    const raster = this.#raster;
    if (this.#covered.length === 0) this.#covered = new Uint8Array(raster.pixels.length);
    let [first, end] = [raster.pixels.length, 0];
    let painted = 0;
    const cover = (from: number, to: number) => {
      this.#covered.fill(1, from, to);
      [first, end, painted] = [Math.min(first, from), Math.max(end, to), painted + to - from];
    };
    if (kind === 'stroke') raster.strokeSpans(dashes ?? outlines, item, clip, cover);
    else raster.spans(outlines, evenOdd, clip, cover);
    if (end <= first) return;
    this.#budget.spend((painted + (end - first) * (1 + look.cuts.length)) / pixelsAUnit);
    look.cuts.forEach((cut) => {
      this.#budget.spend(costs.point * cut.outlines.reduce((sum, { length }) => sum + length, 0));
      raster.spans(cut.outlines, cut.evenOdd, clip, (from, to) => {
        for (let i = Math.max(from, first); i < Math.min(to, end); i++) this.#covered[i]! |= 2;
      });
      for (let i = first; i < end; i++) this.#covered[i] = this.#covered[i] === 3 ? 1 : 0;
    });
    const color = pixelOf(look.color);
    for (let i = first; i < end; i++) {
      if (this.#covered[i] === 0) continue;
      this.#covered[i] = 0;
      this.#put(i, look, color);
    }
  }

  /** Puts all groups on what lies below them. */
  end(): void {
    this.#enter([]);
  }

  #put(pixel: number, { shading, opacity, masks }: Look, plain: number): void {
    let [color, part] = [plain, opacity];
    if (shading !== undefined) {
      this.#budget.spend(1 / pixelsAUnit);
      const found = colorAt(shading, ...this.#raster.middle(pixel));
      if (found === undefined) return;
      color = pixelOf(found);
    }
    for (const mask of masks) part *= this.#maskedAt(mask, pixel);
    if (part > 0) over(this.#open.at(-1) ?? this.#raster, pixel, color, part);
  }

  #maskedAt(mask: Shading, pixel: number): number {
    const [red, green, blue] = colorAt(mask, ...this.#raster.middle(pixel)) ?? ([0, 0, 0] satisfies Color);
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
  }

  /** Ends the groups that these are not in, and begins those that they are. */
  #enter(groups: readonly Group[]): void {
    let same = 0;
    while (same < this.#open.length && this.#open[same]!.group === groups[same]) same++;
    while (this.#open.length > same) this.#close(this.#open.pop()!);
    for (const group of groups.slice(same)) {
      const { length } = this.#raster.pixels;
      this.#budget.spend(length / pixelsAUnit);
      this.#open.push({ group, pixels: new Uint32Array(length), opacities: new Uint8Array(length) });
    }
  }

  #close({ group, pixels, opacities }: Layer): void {
    this.#budget.spend(pixels.length / pixelsAUnit);
    for (let i = 0; i < pixels.length; i++) {
      if (opacities[i] === 0) continue;
      let part = (group.opacity * opacities[i]!) / 255;
      for (const mask of group.masks) part *= this.#maskedAt(mask, i);
      over(this.#open.at(-1) ?? this.#raster, i, pixels[i]!, part);
    }
  }
}

/** Paints a pixel of a layer, or of the page, which is all opaque. */
function over(
  on: Pick<Layer, 'pixels'> & { readonly opacities?: Uint8Array },
  at: number,
  color: number,
  part: number,
): void {
  const below = on.opacities === undefined ? 1 : on.opacities[at]! / 255;
  const sum = part + below * (1 - part);
  if (sum === 0) return;
  on.pixels[at] = below === 0 || part === 1 ? color : blended(on.pixels[at]!, color, part / sum);
  if (on.opacities !== undefined) on.opacities[at] = Math.round(sum * 255);
}
