import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadCampaign, planOf } from '../../src/campaign/index.ts';
import { readTable } from '../../src/campaign/places/read-table.ts';
import { PressError } from '../../src/diagnostics/index.ts';
import { folderWith } from './folder.ts';
import { numberCell, textCell, workbook } from './zipped.ts';

const runs = { numRuns: 150, seed: 20261126 };
const said = { file: 'places', encoding: 'utf-8', separator: 'auto', columns: {} } as const;

/** Does something that may be refused, and then with codes of its own only. */
async function refusable(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    expect(error.problems.map(({ code }) => code)).not.toContain('INTERNAL');
  }
}

const signs = fc.constantFrom(
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '=',
  '\ufeff',
  'sep=',
  'id',
  'a',
  '0',
  '#N/A',
  '8E+9',
  ' ',
  '\u202a',
  'é',
);

it('reads any text as a table, or says why not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(signs, { maxLength: 60 }), async (parts) => {
      const folder = folderWith({ places: parts.join('') });
      await refusable(() => readTable(folder, said));
    }),
    runs,
  );
});

it('plans with any cells, or says why not', async () => {
  const cell = fc.oneof(
    fc.array(signs, { maxLength: 6 }).map((parts) => `"${parts.join('').replaceAll('"', '""')}"`),
    fc.constantFrom('202-555-0101', 'north', 'https://example.org', 'en', 'x.svg', '__proto__', '-5'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
      async (rows) => {
        const header = 'id,helpline,dial,country,name,address,web,logo,copies';
        const folder = folderWith({
          'campaign.yaml':
            'id: a\nguides: [heroin-detox]\nproducts: [poster]\nplaces: { file: places.csv }\n',
          'places.csv': [header, ...rows.map((row) => row.join(','))].join('\n'),
        });
        await refusable(() => planOf(loadCampaign(folder)));
      },
    ),
    { ...runs, numRuns: 60 },
  );
});

it('reads a workbook with any bytes changed, or says why not', async () => {
  const bytes = workbook([
    textCell('A1', 'id') + textCell('B1', 'helpline'),
    textCell('A2', 'a') + numberCell('B2', 2025550101),
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        await refusable(() => readTable(folderWith({ places: changed }), said));
      },
    ),
    { ...runs, numRuns: 12 },
  );
});
