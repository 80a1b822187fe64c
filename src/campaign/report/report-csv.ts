import type { Report } from './report-data.ts';

/** What a spreadsheet takes for a formula (OWASP, CSV injection), and what must stand in quotes (RFC 4180). */
const [formula, special] = [/^[=+\-@\t\r\n＝＋－＠]/, /[",\r\n]/];

function cell(value: string | number): string {
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The numbers to call as a table: with a byte-order mark, so that spreadsheets read UTF-8, and what is dialled as an address,
 * which no spreadsheet takes for an amount.
 */
export function numbersCsv({ numbers }: Pick<Report, 'numbers'>): string {
  const rows = numbers.map(({ display, dial, way, files, printings, places }) => [
    display,
    `${way === 'text' ? 'sms' : 'tel'}:${dial}`,
    files,
    printings,
    places.map(({ id }) => id).join(' '),
    places.flatMap(({ name }) => name ?? []).join('; '),
    '',
    '',
    '',
  ]);
  const head = [
    'number',
    'dials',
    'files',
    'printings',
    'places',
    'names',
    'called on',
    'called by',
    'who answered',
  ];
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
