/** Fields that a place may have, each a column of the spreadsheet, with what it holds. */
export const columnNames = {
  id: 'Id of the place: letters, digits, hyphens; part of the names of its files',
  helpline: 'Its number, as people read it',
  dial: 'Its number as phones dial it, where that does not follow from the first: +18003151376',
  country: 'Country in which the number is dialled so: two letters (ISO 3166)',
  confirmed: 'Who called the number and heard the right answer: then it is not doubted',
  name: 'Name of who hands the piece out',
  address: 'Postal address of who hands it out',
  written: 'Language that its name and address are written in: zh-Hans, Thai',
  undialled:
    'Words of name or address with a number that nobody dials, as they stand there: School 912; several with ; between',
  web: 'Address of its pages: https://…',
  logo: 'File of its logo, below the folder of the campaign',
  locales: 'Its locales, of those of the campaign: en, es',
  products: 'Its products, of those of the campaign',
  papers: 'Its papers, of those of the campaign',
  copies: 'How many of each file the print shop is asked for',
} as const satisfies Record<string, string>;

export type ColumnName = keyof typeof columnNames;
export const columnFields = Object.keys(columnNames) as readonly ColumnName[];
