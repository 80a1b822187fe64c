import type { DisplayList } from '../paint/index.ts';
import type { Imposed, SheetAreas } from './types.ts';

/** Where each page lies on each sheet: what the proof needs to look for things page by page. */
export function areas(imposed: Imposed): readonly SheetAreas[] {
  const seen = new Set<DisplayList>();
  return imposed.sheets.map(({ width, height, placements }) => ({
    width,
    height,
    areas: placements.map(({ page, x, y, rotate }) => {
      const upright = rotate % 180 === 0;
      const copy = seen.has(page);
      seen.add(page);
      return {
        page: page.page,
        x,
        y,
        width: upright ? page.width : page.height,
        height: upright ? page.height : page.width,
        rotate,
        ...(copy ? { copy } : {}),
      };
    }),
  }));
}
