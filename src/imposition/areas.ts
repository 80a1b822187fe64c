import type { DisplayList } from '../paint/index.ts';
import type { Imposed, Placement, SheetAreas } from './types.ts';

/** Where each page lies on each sheet: what the proof needs to look for things page by page. */
export function areas(imposed: Imposed): readonly SheetAreas[] {
  const seen = new Set<DisplayList>();
  return imposed.sheets.map(({ width, height, placements }) => {
    // What is drawn to scale is alone on its sheet.
    const scale = placements.find((placement) => placement.scale !== undefined)?.scale ?? 1;
    const tile = placements.find(({ window }) => window !== undefined);
    return {
      width: width / scale,
      height: height / scale,
      areas: placements.flatMap(({ page, x, y, rotate, window }) => {
        if (window !== undefined) return [];
        const upright = rotate % 180 === 0;
        const copy = seen.has(page);
        seen.add(page);
        return [
          {
            page: page.page,
            x: x / scale,
            y: y / scale,
            width: upright ? page.width : page.height,
            height: upright ? page.height : page.width,
            rotate,
            ...(copy ? { copy } : {}),
          },
        ];
      }),
      ...(scale === 1 ? {} : { scale }),
      ...(tile === undefined ? {} : { tile: tileOf(tile) }),
    };
  });
}

function tileOf({ page, x, y, window }: Placement): NonNullable<SheetAreas['tile']> {
  const { x: left, y: top, width, height } = window!;
  return { page: page.page, x: x + left, y: y + top, width, height, left, top };
}
