/** Cells that say nothing keep their places in the tags: what a cell stands under is heard right, and rows have as many cells as each other. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';
import type { PdfFile } from '../../src/proof/file/file.ts';
import type { Element } from '../../src/proof/page/structure.ts';
import { isWhole } from '../../src/proof/reading/table-cells.ts';
import { readPages } from '../pdf/tags.ts';
import { have, veraPdf } from '../tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'empty-cells-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true });
});
const source = readFileSync(resolve(import.meta.dirname, '../guides/after-birth/guide.yaml'), 'utf8');
const table = `      - id: times
        kind: table
        caption: Times
        head: both
        rows:
          - { id: h, cells: [{ id: corner }, { id: a, text: Morning }, { id: b, text: Night }] }
          - { id: m, cells: [{ id: d, text: Monday }, { id: a, text: Here }, { id: b }] }
          - { id: t, cells: [{ id: d, text: Tuesday }, { id: a, text: Closed, columns: 2 }] }
`;

describe('empty cells', () => {
  writeFileSync(
    join(folder, 'guide.yaml'),
    source.replace(/(?<=^ {2}- id: tell\n.*\n {4}blocks:\n)/m, table),
  );
  const plate = press.plate(loadGuide(folder), { ...defaultJob, locale: 'en', product: 'handout' });
  const { bytes, proof } = press.print(plate, { ...defaultJob, purpose: 'screen' });

  it('have their tags, and the corner of two heads heads nothing', async () => {
    expect(proof.verdict).toBe('proved');
    const tags = (await readPages(bytes)).map((page) => page.tags).join('\n');
    const shape = tags.match(/\b(?:TR|TH|TD)\b/g)!.join(' ');
    expect(shape).toBe('TR TD TH TH TR TH TD TD TR TH TD');
  });

  it.runIf(have('veraPDF'))('are as PDF/UA-1 asks for, and PDF/A-2a', () => {
    const file = join(folder, 'table.pdf');
    writeFileSync(file, bytes);
    for (const flavour of ['ua1', '2a'] as const) expect(veraPdf([file], flavour).get(file)).toBe('PASS');
  });
});

describe('a table’s rows in the proof', () => {
  const tableOf = (rows: readonly (readonly (readonly [rows: number, columns: number])[])[]) => {
    const objects: unknown[] = [];
    const cell = ([down, across]: readonly [number, number]) => {
      const attributes = new Map([
        ['RowSpan', down],
        ['ColSpan', across],
      ]);
      objects.push(new Map([['A', attributes]]));
      return { kind: 'element', element: { type: 'TD', kids: [], number: objects.length - 1 } };
    };
    const row = (cells: readonly (readonly [number, number])[]) => ({
      kind: 'element',
      element: { type: 'TR', kids: cells.map(cell) },
    });
    const element = { type: 'Table', kids: rows.map(row) } as unknown as Element;
    return isWhole({ objects, dictionary: (value: unknown) => value } as unknown as PdfFile, element);
  };

  it('have as many cells as each other, counting what they span', () => {
    expect(
      tableOf([
        [
          [1, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toBe(true);
    expect(
      tableOf([
        [[1, 2]],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toBe(true);
    expect(
      tableOf([
        [
          [2, 1],
          [1, 1],
        ],
        [[1, 1]],
      ]),
    ).toBe(true);
    expect(tableOf([])).toBe(true);
  });

  it('are told where one has fewer or more', () => {
    expect(
      tableOf([
        [
          [1, 1],
          [1, 1],
        ],
        [[1, 1]],
      ]),
    ).toBe(false);
    expect(
      tableOf([
        [[1, 1]],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toBe(false);
    expect(
      tableOf([
        [
          [2, 1],
          [1, 1],
        ],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toBe(false);
  });
});
