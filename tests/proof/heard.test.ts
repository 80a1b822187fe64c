import { describe, expect, it } from 'vitest';
import type { PdfFile } from '../../src/proof/file/file.ts';
import { inspect, taggedIn } from '../../src/proof/index.ts';
import type { Element } from '../../src/proof/page/structure.ts';
import { cellsOf } from '../../src/proof/reading/table-cells.ts';
import { leaflet } from './leaflet.ts';

describe('a file as it is heard', () => {
  it('says pages, headings with their levels, lists, links, pictures and languages, and no artifact', () => {
    expect(inspect(leaflet()).heard.split('\n')).toEqual([
      'page 1',
      'heading level 1 Coming off heroin',
      'You can stop.',
      'Ask for [es] ayuda',
      'link [en] 800-315-1376',
      'Who answers?',
      'page 2',
      'heading level 2 At home',
      'list with 1 item',
      '1. Drink water.',
      'out of list',
      'graphic A bed by a window',
      'page 3',
      'heading level 2 Who answers?',
      'A treatment centre.',
      'It may be paid for it.',
      'guide 1.0.0',
      'link 800-315-1376',
      'Who answers?',
    ]);
  });
});

describe('what is tagged', () => {
  it('is each block and picture, in order, with its language, where its ink is', () => {
    const tagged = taggedIn(leaflet());
    expect(tagged.map(({ tag, text, page }) => [page, tag, text])).toEqual([
      [0, 'H1', 'Coming off heroin'],
      [0, 'P', 'You can stop.'],
      [0, 'P', 'Ask for ayuda'],
      [0, 'P', '800-315-1376'],
      [0, 'P', 'Who answers?'],
      [1, 'H2', 'At home'],
      [1, 'Lbl', '1.'],
      [1, 'LBody', 'Drink water.'],
      [1, 'Figure', 'A bed by a window'],
      [2, 'H2', 'Who answers?'],
      [2, 'P', 'A treatment centre.'],
      [2, 'P', 'It may be paid for it.'],
      [2, 'P', 'guide 1.0.0'],
      [2, 'P', '800-315-1376'],
      [2, 'P', 'Who answers?'],
    ]);
    expect(new Set(tagged.map(({ language }) => language))).toEqual(new Set(['en']));
    const figure = tagged.find(({ tag }) => tag === 'Figure')!;
    expect(figure.rect).toEqual({ x: 20, y: 110, width: 60, height: 40 });
    // Two pieces of one text: around both.
    const asked = tagged.find(({ text }) => text === 'Ask for ayuda')!.rect!;
    expect(asked.x).toBeGreaterThan(10);
    expect(asked.x + asked.width).toBeLessThan(76);
    expect(asked.width).toBeGreaterThan(60);
  });
});

describe('the cells of a table', () => {
  const attributes: Map<string, unknown>[] = [];
  const element = (type: string, kids: readonly Element[] = [], own?: Record<string, unknown>): Element => {
    attributes.push(own === undefined ? new Map() : new Map([['A', new Map(Object.entries(own))]]));
    return {
      type,
      number: attributes.length - 1,
      kids: kids.map((kid) => ({ kind: 'element', element: kid })),
    } as unknown as Element;
  };
  const file = {
    get objects() {
      return attributes;
    },
    dictionary: (value: unknown) => (value instanceof Map ? value : undefined),
  } as unknown as PdfFile;
  const places = (...rows: readonly (readonly Element[])[]) => {
    const body = element(
      'TBody',
      rows.slice(1).map((cells) => element('TR', cells)),
    );
    const table = element('Table', [element('Caption'), element('TR', rows[0]), body]);
    const { cells, rows: high, columns } = cellsOf(file, table);
    return [
      high,
      columns,
      ...cells.map(({ row, column, rows, columns, heads }) => [row, column, rows, columns, heads]),
    ];
  };

  it('are counted from 1, by rows and columns, with what they head', () => {
    expect(
      places(
        [element('TH', [], { Scope: '/Column' }), element('TH', [], { Scope: '/Column', ColSpan: 2 })],
        [element('TH', [], { Scope: '/Row' }), element('TD'), element('TD')],
      ),
    ).toEqual([
      ...[2, 3],
      [1, 1, 1, 1, 'column'],
      [1, 2, 1, 2, 'column'],
      [2, 1, 1, 1, 'row'],
      [2, 2, 1, 1, undefined],
      [2, 3, 1, 1, undefined],
    ]);
  });

  it('stand beside those that reach down from above, also from two rows above', () => {
    expect(
      places(
        [element('TD', [], { RowSpan: 3 }), element('TD'), element('TD', [], { RowSpan: 2 })],
        [element('TD')],
        [element('TD'), element('TD')],
      ),
    ).toEqual([
      ...[3, 3],
      [1, 1, 3, 1, undefined],
      [1, 2, 1, 1, undefined],
      [1, 3, 2, 1, undefined],
      [2, 2, 1, 1, undefined],
      [3, 2, 1, 1, undefined],
      [3, 3, 1, 1, undefined],
    ]);
  });
});
