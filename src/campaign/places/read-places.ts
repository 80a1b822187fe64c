import { type Guide, withHelpline, withPublisher } from '../../content/index.ts';
import { PressError, problem, suggest } from '../../diagnostics/index.ts';
import { askedLocale } from '../../locale/index.ts';
import type { Folders } from '../../press/index.ts';
import type { Faults } from '../plan/faults.ts';
import type { PlaceValues } from '../plan/row.ts';
import { bounds, type CampaignData } from '../schema/schema.ts';
import { checkTogether } from './across.ts';
import { checkBeside } from './beside-number.ts';
import { type Columns, columnsOf, folded, indicesOf } from './columns.ts';
import { isConfirmed } from './confirmed.ts';
import { isInLanguage, Lettering } from './lettering.ts';
import { Logos } from './logos.ts';
import type { Place } from './place.ts';
import { type HomeNumber, numberOf } from './place-number.ts';
import { publisherOf } from './place-publisher.ts';
import { RowReader } from './row-reader.ts';
import { tellSecond } from './second-columns.ts';
import { tellSpoilt } from './spoilt.ts';
import { emptyCell, placeOf, type Table, type TableRow } from './table.ts';
import { tellSwapped, tellUnread, tellUnreadLanguages, tellUnseen } from './taken-for-another.ts';
import { isTotal } from './totals.ts';

/** What the places of a campaign are held to. */
export interface PlacesContext {
  /** Folder of the campaign. */
  readonly folder: string;
  readonly said: NonNullable<CampaignData['places']>;
  readonly guides: readonly Guide[];
  readonly locales: readonly string[];
  readonly products: readonly string[];
  readonly papers: readonly string[];
  /** Columns that filters ask for. */
  readonly asked: readonly string[];
  /** Where faces are. */
  readonly folders: Folders;
  /** Numbers that somebody called. */
  readonly confirmed: readonly string[];
}

const idForm = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const longestId = 60;

/** The places of a table; everything that is wrong in it is told, row by row. */
export function readPlaces(table: Table, context: PlacesContext, faults: Faults): readonly Place[] {
  const { said, guides, folder } = context;
  const columns = columnsOf(table, said.columns, context.asked, faults);
  // A title stands above the names, or they are in two rows, or another sign divides them: of the rows below nothing can be said.
  if (columns.size === 0 || isDividedOtherwise(table, faults)) return [];
  const countryOf = ({ data }: (typeof guides)[number]) => data.helplines.main.country ?? data.country;
  const own = countryOf(guides[0]!);
  const country = said.country ?? own;
  const home = {
    country,
    display: country === own ? guides[0]!.data.helplines.main.display : '',
    isOfGuides: guides.every((guide) => countryOf(guide) === country),
  };
  const looks = { logos: new Logos(folder), lettering: new Lettering(context.folders) };
  tellUnread(table, columns, country, faults);
  tellUnreadLanguages(table, columns, faults);
  tellSecond(table, columns, country, faults);
  tellSwapped(table, columns, faults);
  tellUnseen(table, columns, said.sheet, faults);
  const names = table.header.cells.map(({ text }) => folded(text));
  const asked = indicesOf(table, context.asked);
  const places = table.rows.flatMap((row) => {
    if (isTotal(table, row, columns, faults) || !isWhole(table, row, faults)) return [];
    tellStruck(table, row, columns, faults);
    tellSpoilt(table, row, columns, asked, faults);
    const place = placeIn(new RowReader(table, row, columns, faults), context, home, looks);
    if (place === undefined) return [];
    const cell = (name: string) => {
      const index = names.indexOf(folded(name));
      return index < 0 ? undefined : (row.cells[index]?.text ?? '');
    };
    return [{ ...place, source: { file: table.file, line: row.line }, cell }];
  });
  looks.lettering.close();
  checkTogether(
    places,
    { table, columns, guides, confirmed: context.confirmed, country: home.country },
    faults,
  );
  return places;
}

/** Rows that all have fewer cells than there are names, the first of them one: another sign divides them. That is told once, for all of them. */
function isDividedOtherwise({ otherwise, header, rows }: Table, faults: Faults): boolean {
  if (otherwise === undefined || header.cells.length === 1) return false;
  if (rows.some(({ cells }) => cells.length >= header.cells.length)) return false;
  faults.add(otherwise);
  return true;
}

/** A row of a CSV file that is divided into more parts than there are columns, or fewer, says everything one column on. */
function isWhole(table: Table, { line, cells }: TableRow, faults: Faults): boolean {
  const columns = table.header.cells.length;
  const extra = cells.findIndex(
    ({ text }, i) => text !== '' && (i >= columns || table.header.cells[i]!.text === ''),
  );
  const isShort = table.isDivided && cells.length < columns;
  if (extra < 0 && !isShort) return true;
  faults.add(
    problem(
      'SHEET_RAGGED',
      isShort
        ? `The row has ${cells.length} cells, and there are ${columns} columns.`
        : 'The row has a cell that no column is named for.',
      placeOf(table, line, isShort ? cells.length : extra),
      table.isDivided
        ? 'A text with the dividing sign in it stands in quotes: "12 Main Street, Springfield".'
        : 'Name the column in the first row, or empty the cell.',
    ),
  );
  return false;
}

/** What somebody crossed out is not what they want printed; and whether the row still is a place nobody knows. */
function tellStruck(table: Table, { line, cells }: TableRow, columns: Columns, faults: Faults): void {
  for (const index of columns.values()) {
    const { text, isStruck } = cells[index] ?? emptyCell;
    if (isStruck === true && text !== '')
      faults.add(
        problem(
          'PLACE_VALUE_INVALID',
          `"${text.slice(0, 80)}" is crossed out in the sheet, or a part of it is.`,
          placeOf(table, line, index),
          'Take out what no longer holds, the row with it where its place is gone; or take the crossing out back.',
        ),
      );
  }
}

function placeIn(
  row: RowReader,
  context: PlacesContext,
  home: HomeNumber,
  { logos, lettering }: { readonly logos: Logos; readonly lettering: Lettering },
): Omit<Place, 'source' | 'cell'> | undefined {
  const { said, guides, locales, products, papers } = context;
  const id = idOf(row);
  const helpline = numberOf(row, home, guides);
  const confirmed = isConfirmed(row);
  if (helpline !== undefined) checkBeside(row, helpline, home.country, confirmed);
  const publisher = publisherOf(row, said.language, logos);
  if (publisher !== undefined) checkPublisher(row, publisher, helpline, context, lettering);
  const choices = {
    locales: chosen(row, 'locales', locales),
    products: chosen(row, 'products', products),
    papers: chosen(row, 'papers', papers),
  };
  const copies = copiesOf(row);
  if (id === undefined) return undefined;
  return {
    values: {
      id,
      ...(helpline === undefined ? {} : { helpline }),
      ...(publisher === undefined ? {} : { publisher }),
    },
    ...choices,
    copies,
    isConfirmed: confirmed,
  };
}

function idOf(row: RowReader): string | undefined {
  const id = row.text('id');
  const { kind } = row.cell('id');
  if (!row.has('id')) return undefined;
  const isSaid = kind === 'text' || kind === 'number';
  if (id !== undefined && idForm.test(id) && id.length <= longestId && isSaid) return id;
  const plain = (id ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestId);
  row.refuse(
    'PLACE_ID_INVALID',
    'id',
    id === undefined
      ? 'The place has no id.'
      : kind === 'formula'
        ? 'The id is a formula: when the sheet changes it is another one.'
        : `"${id.slice(0, 80)}" is no id of a place.`,
    `An id has letters (A to Z), digits and hyphens between${plain === '' ? ': north-clinic' : `, such as ${plain}`}.`,
  );
  return undefined;
}

/** Values of a list, each of which the campaign has. */
function chosen(
  row: RowReader,
  field: 'locales' | 'products' | 'papers',
  known: readonly string[],
): readonly string[] | undefined {
  const find = (value: string) => known.find((each) => folded(each) === folded(value));
  const tagOf = (value: string) => (field === 'locales' ? askedLocale(value).tag : undefined);
  const said = row.list(field, (value) => tagOf(value) !== undefined);
  const values = said?.map((value) => find(value) ?? tagOf(value) ?? value);
  if (values?.length === 0)
    row.refuse(
      'PLACE_VALUE_INVALID',
      field,
      `"${row.text(field)}" names none of the ${field}, and nothing would be made for the place.`,
      'Name them; leave the cell empty where all are meant.',
    );
  for (const [i, value] of (values ?? []).entries()) {
    if (known.includes(value)) continue;
    const own = said![i]!;
    row.refuse(
      'PLACE_VALUE_INVALID',
      field,
      `"${own}"${own === value ? '' : ` (${value})`} is not among the ${field} of the campaign.`,
      // Another language that looks like it is no better one.
      tagOf(own) === undefined
        ? suggest(value, known)
        : `Add ${value} to the ${field} in campaign.yaml, or take it out of the cell.`,
    );
  }
  return values;
}

function copiesOf(row: RowReader): number | undefined {
  const text = row.text('copies');
  if (text === undefined) return undefined;
  const count = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  const { kind } = row.cell('copies');
  if (count >= 1 && count <= bounds.copies && kind !== 'formula') return count;
  row.refuse(
    'PLACE_VALUE_INVALID',
    'copies',
    kind === 'formula' ? 'The copies are a formula.' : `${text} is no count of copies.`,
    'A whole number from 1 on, such as 50.',
  );
  return undefined;
}

const asNumber =
  'Take it out: a place has its helpline alone. One that all places have is declared in guide.yaml, under numbers.';
const asName =
  'If it is part of a name that nobody dials, write the name with it into a column "undialled": School 912.';

/** Whether the guides can be handed out by this publisher. */
function checkPublisher(
  row: RowReader,
  { logo: _, ...texts }: NonNullable<PlaceValues['publisher']>,
  helpline: PlaceValues['helpline'],
  { guides }: PlacesContext,
  lettering: Lettering,
): void {
  for (const guide of guides) {
    const { language = guide.data.locale } = texts;
    if (!isInLanguage(row, texts, language) || !lettering.check(row, texts, language)) return;
    if (texts.name === undefined && guide.data.publisher === undefined) {
      row.refuse(
        'PLACE_TEXT_INVALID',
        'name',
        `The place has no name, and the guide ${guide.data.id} names no publisher: nobody would hand it out.`,
        'Write the name of the place, or leave its address, pages and logo out.',
      );
      return;
    }
    tellMixed(row, texts, guide);
    try {
      withPublisher(helpline === undefined ? guide : withHelpline(guide, 'main', helpline), texts);
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      for (const each of error.problems) {
        const field = each.place.key?.replace('publisher.', '') ?? 'name';
        const mayBeName = each.code === 'NUMBER_NEAR_MISS' && /^“\d{3,4}”/.test(each.message);
        // What a text of a guide is written with is no help in a cell: [911](tel:911).
        const hint = mayBeName ? `${asNumber} ${asName}` : asNumber;
        row.pass('PLACE_TEXT_INVALID', field === 'address' || field === 'web' ? field : 'name', [
          each.code.startsWith('NUMBER_') ? { ...each, hint } : each,
        ]);
      }
      return;
    }
  }
}

/** A name of its own above the address of another one. */
function tellMixed(
  row: RowReader,
  texts: Pick<NonNullable<PlaceValues['publisher']>, 'name' | 'address' | 'web'>,
  { data: { publisher } }: Guide,
): void {
  if (texts.name === undefined || publisher === undefined) return;
  const left = (['address', 'web'] as const).filter(
    (field) => texts[field] === undefined && publisher[field] !== undefined,
  );
  if (left.length > 0)
    row.warn(
      'PLACE_PUBLISHER_MIXED',
      'name',
      `Below ${texts.name} stands the ${left.join(' and ')} of ${publisher.name}, the guide's publisher.`,
      `Write the ${left.join(' and ')} of the place, or leave them out of the guide.`,
    );
}
