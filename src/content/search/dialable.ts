import type { Span } from '../digits/marks.ts';
import type { Meant } from '../numbers/nearness.ts';

/** Digits of a text that could be dialled and are no declared number in its declared form. */
export interface Dialable extends Span {
  readonly digits: string;
  /** The declared number that was probably meant. */
  readonly meant?: Meant | undefined;
}

/** From here on, digits and words are a telephone number wherever they stand. */
export const shortestNumber = 7;
export const shortestCode = 3;
