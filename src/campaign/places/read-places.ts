import type { NumberPair } from '../../content/index.ts';
import { numberWritten } from '../../content/index.ts';
import { type Problem, problem, suggest } from '../../diagnostics/index.ts';
import type { PlaceValues } from '../row.ts';
import type { CampaignData } from '../schema.ts';
import { type ColumnName, columnNames } from './columns.ts';
import { emptyCell, placeOf, type Table, type TableRow } from './table.ts';

/** A place, with what its row says beside what is printed. */
export interface Place {
  readonly values: PlaceValues;
  readonly source: { readonly file: string; readonly line: number };
  /** What it is made in and on; undefined: all that the campaign has. */
  readonly locales: readonly string[] | undefined;
  readonly products: readonly string[] | undefined;
  readonly papers: readonly string[] | undefined;
  readonly copies: number | undefined;
  /** Its cells by the names of their columns, folded: what filters ask for. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface Places {
  readonly places: readonly Place[];
  readonly problems: readonly Problem[];
}

/** What the places' numbers are held to. */
export interface HomeNumber {
  readonly country: string;
  readonly display: string;
}

/** A name of a column as it is looked for: letters composed, without case (UAX #15, UTS #10 aside). */
export const folded = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The places of a table, with everything that is wrong in it. */
export function readPlaces(
  table: Table,
  said: NonNullable<CampaignData['places']>,
  home: HomeNumber,
): Places {
  const problems: Problem[] = [];
  const columns = columnsOf(table, said, problems);
  const places = table.rows.flatMap((row) => {
    const place = placeIn(row, table, columns, said, home, problems);
    return place === undefined ? [] : [place];
  });
  return { places, problems };
}

type Columns = ReadonlyMap<ColumnName, number>;

function columnsOf(table: Table, said: NonNullable<CampaignData['places']>, problems: Problem[]): Columns {
  const names = table.header.cells.map(({ text }) => text);
  const byName = new Map(names.map((name, i) => [folded(name), i]));
  const columns = new Map<ColumnName, number>();
  for (const field of Object.keys(columnNames) as ColumnName[]) {
    const wanted = said.columns[field];
    const index = byName.get(folded(wanted ?? field));
    if (index !== undefined) columns.set(field, index);
    else if (wanted !== undefined || field === 'id')
      problems.push(
        problem(
          'SHEET_COLUMN',
          `There is no column "${wanted ?? field}".`,
          { file: table.file, line: table.header.line },
          suggest(wanted ?? field, names),
        ),
      );
  }
  return columns;
}

function placeIn(
  row: TableRow,
  table: Table,
  columns: Columns,
  said: NonNullable<CampaignData['places']>,
  home: HomeNumber,
  problems: Problem[],
): Place | undefined {
  const text = (field: ColumnName): string | undefined => {
    const index = columns.get(field);
    const found = index === undefined ? '' : (row.cells[index] ?? emptyCell).text;
    return found === '' ? undefined : found;
  };
  const list = (field: ColumnName) =>
    text(field)
      ?.split(/[,;\s]+/)
      .filter((each) => each !== '');
  const id = text('id');
  if (id === undefined || !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(id)) {
    problems.push(
      problem(
        'PLACE_ID_INVALID',
        `"${id ?? ''}" is no id of a place.`,
        placeOf(table, row.line, columns.get('id') ?? 0),
      ),
    );
    return undefined;
  }
  const publisher = Object.fromEntries(
    (['name', 'address', 'web', 'logo'] as const).flatMap((field) => {
      const value = text(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const written = text('helpline');
  const country = text('country') ?? said.country ?? home.country;
  const own = country === home.country ? {} : { country };
  const dial = text('dial');
  let helpline: NumberPair | undefined;
  if (written !== undefined) {
    helpline =
      dial === undefined ? numberWritten(written, country, home.display) : { display: written, dial };
    if (helpline === undefined)
      problems.push(
        problem(
          'PLACE_NUMBER_INVALID',
          `${written} is no number that is dialled in ${country}.`,
          placeOf(table, row.line, columns.get('helpline')!),
          'Write it as people there read it, or in full: +1 800 315 1376.',
        ),
      );
  }
  const copies = text('copies');
  return {
    values: {
      id,
      ...(helpline === undefined ? {} : { helpline: { ...helpline, ...own } }),
      ...(Object.keys(publisher).length === 0
        ? {}
        : {
            publisher: { ...publisher, ...(said.language === undefined ? {} : { language: said.language }) },
          }),
    },
    source: { file: table.file, line: row.line },
    locales: list('locales'),
    products: list('products'),
    papers: list('papers'),
    copies: copies === undefined ? undefined : Number(copies),
    cells: new Map(
      table.header.cells.map(({ text: name }, i) => [folded(name), (row.cells[i] ?? emptyCell).text]),
    ),
  };
}
