import { Lettered } from '../../letters/index.ts';
import { remembered } from '../inline/remembered.ts';
import { ideographs, otherDigits } from './digit-tables.ts';
import type { Span } from './marks.ts';

/** A text as its digits are read: ASCII digits, nothing that is not seen. */
export interface Reading {
  readonly text: string;
  /** Where the character of each UTF-16 unit of `text` begins in the source; one more for its end. */
  readonly at: readonly number[];
  /** Where that character ends. */
  readonly ends: readonly number[];
}

/** Where in the source stands what stands there in the text that is read. */
export const inSource = ({ at, ends }: Reading, { start, end }: Span): Span => ({
  start: at[start]!,
  end: ends[end - 1]!,
});

/** Stands for a helpline's number or a value: something that is seen, and that no digit may touch. */
export const filled = '\ufffc';

/** What may become a digit when it is read: texts without any are the most. */
const mayBeDigit = new Lettered(String.raw`[\p{N}\p{S}${ideographs.join('')}\uf9b2\uf9d1]`, 'u');
/** Controls and what is no character: not seen. */
const unseen = new Lettered(String.raw`\p{C}`, 'u');
/** Marks: they belong to letters, and are nothing on digits. */
const mark = new Lettered(String.raw`[\p{Mn}\p{Me}]`, 'u');
/** 11º, 2ª: the sign is no zero where the digits before it are few and nothing goes on. */
const [ordinal, ordinalEnd, goesOn] = [
  /[ºª]/u,
  /(?:^|[^\p{L}\p{N}.º-])\d{1,3}$/u,
  /^[\p{L}\p{N}]|^[-. /(]\p{N}/u,
];
const letter = new Lettered(String.raw`[\p{L}\p{M}]$`, 'u');
/** Letters that are blank, and line ends: seen as a space. */
const blank = /[\s\u115f\u1160\u2800\u3164\uffa0\u0085]/u;
const dash = /[\p{Pd}\u2212\u2043\u02d7\u2500\u2501]/u;
const anyIdeograph = `[${ideographs.join('')}]`;
/** Three or more in a row, close by or with hyphens, dots or spaces between: fewer count things. */
const ideographic = new RegExp(`${anyIdeograph}(?:[ .·-]{0,3}${anyIdeograph}){2,}`, 'g');

/** True when a text may hold a digit of any kind. */
export const mayHoldDigits = remembered((text) => mayBeDigit.test(text));

/** The value of a digit of any script: digits of a script follow each other from zero (Unicode §4.6). */
function decimalValue(digit: string): number {
  let below = 0;
  for (let at = digit.codePointAt(0)! - 1; /\p{Nd}/u.test(String.fromCodePoint(at)); at--) below++;
  return below % 10;
}

function read(character: string): string {
  if (blank.test(character)) return ' ';
  if (unseen.test(character)) return '';
  if (character === '\u{1f51f}') return '10';
  const code = character.codePointAt(0)!;
  const other = otherDigits.find(([first, , count]) => code >= first && code < first + count);
  if (other !== undefined) return String(other[1] + code - other[0]);
  return character
    .normalize('NFKC')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(decimalValue(digit)))
    .replace(/[\u2044\u2215]/g, '/')
    .replace(dash, '-');
}

const isAsciiLetter = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** What is known of a character by itself. */
interface Character {
  readonly read: string;
  readonly isMark: boolean;
  readonly isOrdinal: boolean;
  /** What is read of it ends with a letter or its mark. */
  readonly isLetter: boolean;
}

/** By their code points, so many at most: texts have few that differ. */
const characters = new Map<number, Character>();
const mostCharacters = 4096;

function characterOf(code: number): Character {
  let known = characters.get(code);
  if (known === undefined) {
    const character = String.fromCodePoint(code);
    const seen = read(character);
    known = {
      read: seen,
      isMark: mark.test(character),
      isOrdinal: ordinal.test(character),
      isLetter: letter.test(seen),
    };
    if (characters.size >= mostCharacters) characters.clear();
    characters.set(code, known);
  }
  return known;
}

/**
 * A text as its digits are read: those of other scripts, raised, circled and wide ones in ASCII, all dashes and spaces
 * as one, without what is not seen between them.
 */
export const readDigits = remembered((source): Reading => {
  let text = '';
  // What stands from here on is read as it is written.
  let from = 0;
  let isAfterLetter = false;
  const at: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < source.length; ) {
    const code = source.codePointAt(i)!;
    const start = i;
    i += code > 0xffff ? 2 : 1;
    // ASCII that is seen is read as it is.
    if (code >= 0x20 && code <= 0x7e) {
      at.push(start);
      ends.push(i);
      isAfterLetter = isAsciiLetter(code);
      continue;
    }
    const character = characterOf(code);
    const isLost = character.isMark && !isAfterLetter;
    const isKept =
      character.isOrdinal &&
      ordinalEnd.test(text + source.slice(from, start)) &&
      !goesOn.test(source.slice(i, i + 2));
    const seen = isLost ? '' : isKept ? source.slice(start, i) : character.read;
    if (seen.length > 0) isAfterLetter = isKept || character.isLetter;
    for (let unit = 0; unit < seen.length; unit++) {
      at.push(start);
      ends.push(i);
    }
    if (seen.length === i - start && source.startsWith(seen, start)) continue;
    text += source.slice(from, start) + seen;
    from = i;
  }
  text += source.slice(from);
  at.push(source.length);
  const value = (ideograph: string) => ideographs.findIndex((row) => row.includes(ideograph));
  return {
    text: text.replace(ideographic, (run) =>
      run.replace(new RegExp(anyIdeograph, 'g'), (ideograph) => String(value(ideograph))),
    ),
    at,
    ends,
  };
});
