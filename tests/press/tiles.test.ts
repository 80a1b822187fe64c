import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import type { Imposed, Placement, Sheet } from '../../src/imposition/index.ts';
import type { DisplayItem, DisplayList } from '../../src/paint/index.ts';
import { writePdf } from '../../src/pdf/index.ts';
import { defaultJob, formeOf, type Job, Press } from '../../src/press/index.ts';
import { metadataOf } from '../../src/press/metadata.ts';
import type { Forme } from '../../src/press/plate.ts';
import { putOnSheets } from '../../src/press/print.ts';
import { inspect, type Proof, prove } from '../../src/proof/index.ts';

const guide = loadGuide(join(resolve(import.meta.dirname, '../..'), 'guides/heroin-detox'));
const press = new Press();
afterAll(() => press.close());

const job: Job = {
  ...defaultJob,
  product: 'poster-tiled',
  locale: 'en',
  paper: 'tabloid',
  purpose: 'office',
  allowDrafts: true,
};

function set(wanted: Partial<Job> = {}) {
  const whole = { ...job, ...wanted };
  const plate = press.plate(guide, whole);
  return { plate, forme: formeOf(plate, press as never) as Forme, printed: press.print(plate, whole) };
}

const detailOf = ({ checks }: Pick<Proof, 'checks'>, code: string) => {
  const { status, detail } = checks.find((check) => check.code === code)!;
  return status === 'failed' ? detail : status;
};

describe('a poster in tiles', () => {
  const { plate, forme, printed } = set();
  const { printed: _, ...told } = printed.proof.expectation!;
  const whole = { ...defaultJob, purpose: 'office' as const };
  const imposed = putOnSheets(forme, { ...job, date: undefined }, { watch: (_what, work) => work() });

  /** What is proved of a file whose sheets are others than those that were asked for. */
  const proved = (change: (sheets: readonly Sheet[]) => readonly Sheet[]) => {
    const other: Imposed = { ...imposed, sheets: change(imposed.sheets) };
    const numbers = told.numbers.map(({ display }) => display);
    const metadata = metadataOf(told, undefined);
    return prove(
      writePdf({ document: forme.document, imposed: other, metadata, pageNames: [], numbers }),
      told,
    );
  };
  const inTile = (at: number, change: (tile: Placement, foot: Placement) => readonly Placement[]) =>
    proved((sheets) =>
      sheets.map((sheet, i) => {
        const [tile, foot] = sheet.placements;
        return i === at ? { ...sheet, placements: change(tile!, foot!) } : sheet;
      }),
    );
  const withItems = (
    page: DisplayList,
    change: (items: readonly DisplayItem[]) => readonly DisplayItem[],
  ) => ({
    ...page,
    items: change(page.items),
  });

  it('is proved as it was imposed: whole on the first sheet, in parts on the others, each with the number', () => {
    const proof = proved((sheets) => sheets);
    expect(proof.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    const { sheets } = printed.proof.expectation!;
    expect(sheets.map(({ areas }) => areas.map(({ page, copy }) => [page, copy === true]))).toEqual([
      [['poster', false]],
      [['foot', false]],
      ...Array.from({ length: sheets.length - 2 }, () => [['foot', true]]),
    ]);
    expect(sheets.slice(1).every(({ tile }) => tile !== undefined)).toBe(true);
    expect(detailOf(printed.proof, 'TILE_OTHER')).toBe('passed');
    expect(printed.proof.checks.find(({ code }) => code === 'HELPLINE_MISSING')!.detail).toBe(
      `${sheets.length} of ${sheets.length} areas show 800-315-1376.`,
    );
  });

  it('is heard once: its tiles say nothing', () => {
    const { heard, text } = inspect(printed.bytes);
    for (const said of [heard, text]) expect(said.match(/A detox center is affordable/g)).toHaveLength(1);
    expect(heard.match(/800-315-1376/g)!.length).toBeLessThan(5);
  });

  it.each<[string, number, (tile: Placement, foot: Placement) => readonly Placement[]]>([
    ['shifted', 2, (tile, foot) => [{ ...tile, x: tile.x + 1 }, foot]],
    [
      'shifted within its place',
      2,
      (tile, foot) => [{ ...tile, x: tile.x + 1, window: { ...tile.window!, x: tile.window!.x - 1 } }, foot],
    ],
    ['not there', 2, (_tile, foot) => [foot]],
    ['turned', 2, (tile, foot) => [{ ...tile, rotate: 180 }, foot]],
    [
      'cut off more narrowly',
      2,
      (tile, foot) => [{ ...tile, window: { ...tile.window!, width: tile.window!.width - 40 } }, foot],
    ],
    [
      'of another part',
      2,
      (tile, foot) => [
        {
          ...imposed.sheets[3]!.placements[0]!,
          x: tile.x + tile.window!.x - imposed.sheets[3]!.placements[0]!.window!.x,
        },
        foot,
      ],
    ],
    ['there twice', 2, (tile, foot) => [tile, tile, foot]],
    [
      'under a mark',
      2,
      (tile, foot) => [
        tile,
        foot,
        {
          page: withItems(foot.page, (items) => items.filter(({ kind }) => kind === 'text')),
          x: 60,
          y: 100,
          rotate: 0,
          clip: true,
        },
      ],
    ],
  ])('is refused with a tile that is %s', (_what, at, change) => {
    const proof = inTile(at, change);
    expect(proof.verdict).toBe('not proved');
    expect(detailOf(proof, 'TILE_OTHER')).toContain(`the tile on sheet ${at + 1}: `);
  });

  it('is refused with a tile of another size', () => {
    // Only a page by itself may be drawn smaller: text of other sizes cannot be read.
    expect(() => inTile(2, (tile, foot) => [{ ...tile, scale: 0.9 }, foot])).toThrow(/PDF_FOREIGN/);
  });

  it('is refused with a thing of a tile gone, or in another colour, and with another poster in its place', () => {
    const { forme: other } = set({ theme: 'clay' });
    const { width, height } = forme.pages[0]!;
    expect(other.pages[0]).toMatchObject({ width, height });
    const isDigits = (item: DisplayItem) =>
      item.kind === 'text' && item.paragraph.text.slice(item.start, item.end).includes('800-315');
    const pages = [
      withItems(forme.pages[0]!, (items) => items.filter((item) => !isDigits(item))),
      withItems(forme.pages[0]!, (items) =>
        items.map((item) =>
          isDigits(item) && item.kind === 'text' ? { ...item, color: [200, 0, 0] } : item,
        ),
      ),
      withItems(forme.pages[0]!, (items) => [...items].reverse()),
      { ...other.pages[0]!, links: [], places: [] },
    ];
    // Unseen, but read out of the file by whoever copies its text.
    const first = forme.pages[0]!.items.find((item) => item.kind === 'text')!;
    pages.push(withItems(forme.pages[0]!, (items) => [...items, { ...first, baseline: -40 }]));
    for (const page of pages) {
      const proof = proved((sheets) =>
        sheets.map((sheet) => ({
          ...sheet,
          placements: sheet.placements.map((placement) =>
            placement.window === undefined ? placement : { ...placement, page },
          ),
        })),
      );
      expect(proof.verdict).toBe('not proved');
      expect(detailOf(proof, 'TILE_OTHER')).toContain('the tile on sheet ');
    }
  });

  it("is refused without a tile, with one too many, and with two in each other's place", () => {
    for (const change of [
      (sheets: readonly Sheet[]) => sheets.slice(0, -1),
      (sheets: readonly Sheet[]) => [...sheets, sheets.at(-1)!],
      (sheets: readonly Sheet[]) =>
        sheets.map((sheet, i) => (i === 1 ? sheets[2]! : i === 2 ? sheets[1]! : sheet)),
    ])
      expect(proved(change).verdict).toBe('not proved');
  });

  it('is refused where the record leaves a part of the page to no tile', () => {
    const sheets = told.sheets.map((sheet, i) =>
      i === 1 ? { ...sheet, tile: { ...sheet.tile!, width: sheet.tile!.width - 80 } } : sheet,
    );
    expect(detailOf(prove(printed.bytes, { ...told, sheets }), 'TILE_OTHER')).toContain(
      'no tile shows a part of poster',
    );
  });

  it('is refused where the page that is there whole is drawn to another scale than the record says', () => {
    const proof = proved((sheets) =>
      sheets.map((sheet, i) =>
        i === 0 ? { ...sheet, placements: [{ ...sheet.placements[0]!, scale: 0.4 }] } : sheet,
      ),
    );
    expect(detailOf(proof, 'HELPLINE_MISSING')).toContain('the sheet is not there in its size');
  });

  it('is not proved, and not refused, where nobody says what it must hold', () => {
    expect(prove(printed.bytes).verdict).toBe('not checked');
  });

  it('is with another number, byte for byte, what one set anew is', () => {
    const number = { display: '800-662-4357', dial: '+18006624357' };
    const swift = press.print(press.withNumber(plate, number)!, whole);
    const anew = new Press();
    try {
      const slow = anew.print(anew.plate(withHelpline(guide, 'main', number), job), whole);
      expect(Buffer.from(swift.bytes).equals(Buffer.from(slow.bytes))).toBe(true);
    } finally {
      anew.close();
    }
  });

  it('begins at the right where lines go leftwards', () => {
    const { printed: arabic } = set({ locale: 'ar', paper: 'a3' });
    expect(arabic.proof.verdict).toBe('proved');
    const [, first, second] = arabic.proof.expectation!.sheets;
    expect(first!.tile!.left).toBeGreaterThan(second!.tile!.left);
  });
});
