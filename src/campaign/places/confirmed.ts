import { folded } from './columns.ts';
import { damages } from './place-number.ts';
import type { RowReader } from './row-reader.ts';

/** Words for nobody, in lower case. */
const nobody: readonly string[] = [
  ...['no', 'not', 'none', 'nobody', 'false', 'na', 'tbd', 'todo', 'to do', 'open', 'pending', 'unknown'],
  ...[
    'not yet',
    'not called',
    'not confirmed',
    'unconfirmed',
    'yes',
    'true',
    'ok',
    'nein',
    'offen',
    'niemand',
  ],
  ...['non', 'personne', 'nadie', 'ninguno', 'pendiente', 'não', 'nao', 'ninguém', 'nessuno', 'нет', 'никто'],
];

/** Whether the row names somebody who called: a mark, a word for no, or what a spreadsheet made is nobody's name. */
export function isConfirmed(row: RowReader): boolean {
  const who = row.text('confirmed');
  if (who === undefined) return false;
  const letters = who.replace(/[^\p{L}\p{M} ]/gu, '').trim();
  const isDamaged = damages.some(([pattern]) => pattern.test(who));
  const isName =
    row.cell('confirmed').kind === 'text' &&
    /\p{L}\p{M}*[\p{L}\p{N}]/u.test(letters.replace(/ /g, '')) &&
    !isDamaged &&
    !nobody.includes(folded(letters));
  if (!isName)
    row.refuse(
      'PLACE_VALUE_INVALID',
      'confirmed',
      `"${who.slice(0, 40)}" does not say who called the number.`,
      'Write the name of whoever called it and heard the right answer; leave the cell empty where nobody did.',
    );
  return isName;
}
