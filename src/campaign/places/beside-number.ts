import { type NumberPair, numberWritten } from '../../content/index.ts';
import type { RowReader } from './row-reader.ts';

/** What opens a call or a message when the cell is clicked, with the number that it opens. */
const opensCall = /^(?:tel|callto|sms|smsto):(?:\/\/)?([^?;]+)/i;

/** Digits with what people write between them, long enough to be no year and no count. */
const mayBeNumber = /[+(]?\d[\d\s().\-/]{5,}\d/g;

/**
 * What a cell says beside the number that it shows: the number that its link calls, and those of its note. A link that was left
 * when the text was changed, or a note with the new number, is seen by nobody who looks at what is printed.
 */
export function checkBeside(row: RowReader, number: NumberPair, home: string, isConfirmed: boolean): void {
  const { link = '', note = '' } = row.cell('helpline');
  const country = number.country ?? home;
  const isOther = (written: string) => {
    const dial = numberWritten(written.trim(), country)?.dial;
    return dial !== undefined && dial !== number.dial;
  };
  const called = opensCall.exec(link)?.[1];
  if (called !== undefined && !isConfirmed && isOther(plain(called)))
    row.refuse(
      'PLACE_NUMBER_DOUBTFUL',
      'helpline',
      `The cell shows ${number.display}, and its link calls ${plain(called)}.`,
      'Call both. Take the link away where the text is right; or write who called it into a column "confirmed".',
    );
  const other = note.match(mayBeNumber)?.find(isOther);
  if (other !== undefined)
    row.warn(
      'PLACE_NUMBER_DOUBTFUL',
      'helpline',
      `The cell shows ${number.display}, and its note says ${other.trim()}.`,
      'Is the number an old one? Notes are not read.',
    );
}

/** An address as it is written. */
function plain(address: string): string {
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address.trim();
  }
}
