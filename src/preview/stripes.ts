import type { Picture } from '../raster/index.ts';

/** Inches between stripes, their width, and how much of their colour they have. */
const [period, width, strength] = [0.55, 0.03, 0.5] as const;
const red = [190, 20, 50] as const;

/**
 * A picture with stripes from edge to edge, into its pixels: a page that is not proved is looked at, and a picture of it
 * handed out by nobody.
 */
export function striped({ pixels, ...picture }: Picture): Picture {
  const marked = Uint8Array.from(pixels);
  const step = Math.max(8, Math.round(period * picture.dpi));
  const thick = Math.max(1, Math.round(width * picture.dpi));
  for (let y = 0, at = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++, at += 4) {
      if ((x + y) % step >= thick) continue;
      for (let sample = 0; sample < 3; sample++)
        marked[at + sample] = pixels[at + sample]! * (1 - strength) + red[sample]! * strength;
    }
  return { ...picture, pixels: marked };
}
