import type { BundleExpectation, Expectation } from '../types.ts';

type Area = Expectation['sheets'][number]['areas'][number];

/** Do the pieces stand on the same sheets, each in areas of its own? */
export function sharesSheets({ facing, pieces }: Pick<BundleExpectation, 'facing' | 'pieces'>): boolean {
  return facing === true && pieces.some(({ expectation }) => expectation.purpose !== 'screen');
}

/** What is wrong between the sheets of languages that share them: each has the same ones, and no place twice. */
export function sheetFaults(
  bundle: Pick<BundleExpectation, 'facing' | 'pieces'>,
): [key: string, message: string][] {
  if (!sharesSheets(bundle)) return [];
  const [first, second, ...more] = bundle.pieces.map(({ expectation }) => expectation.sheets);
  if (second === undefined || more.length > 0) return [['facing', 'two languages face each other']];
  if (first!.length !== second.length) return [['facing', 'the two languages have other sheets']];
  return first!.flatMap((sheet, i): [string, string][] => {
    const other = second[i]!;
    const key = `pieces.1.expectation.sheets.${i}`;
    if (sheet.width !== other.width || sheet.height !== other.height)
      return [[key, 'the sheet has another size']];
    const isOver = sheet.areas.some((a) => other.areas.some((b) => isMiddleIn(a, b) || isMiddleIn(b, a)));
    return isOver ? [[key, "an area lies on the other language's"]] : [];
  });
}

/** Pages of inner sheets, which lie nearer to the fold, meet there; none lies on another. */
function isMiddleIn(a: Area, b: Area): boolean {
  const [x, y] = [a.x + a.width / 2, a.y + a.height / 2];
  return x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height;
}
