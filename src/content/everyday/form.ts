import { Lettered, unpartedScripts } from '../../letters/index.ts';
import { goesOn, goneBefore } from './form-parts.ts';

/**
 * A form that is sought in texts, in two steps. To know all letters, in both cases above all, costs V8 milliseconds for each pattern
 * that asks for them: such a pattern is made where a quicker look finds that the form may be there, which is seldom.
 */
export interface Sought {
  /** False where a text certainly has none. */
  readonly mayBeIn: (text: string) => boolean;
  /** What finds each in a text. */
  readonly whole: (text: string) => RegExp;
}

/** A form of everyday numbers. What a call asks for in the same sentence is dialled all the same, whatever its form. */
export interface EverydayForm {
  /** What it is: the rows of docs/guides.md and of the tests are called so. */
  readonly what: string;
  readonly form: Sought;
  /** What must be true of it besides. */
  readonly is?: (found: string) => boolean;
  /** Says by itself what it is: no call asks for it. */
  readonly isPlain?: true;
  /** May be of a year, for which fewer words ask. */
  readonly isYear?: true;
  /** Digits that end with noughts, for which words behind them ask too. */
  readonly isRound?: true;
}

/** A pattern, and the look that sees whatever it finds. */
export function whole(look: RegExp, pattern: string, flags: 'gu' | 'giu' = 'gu'): Sought {
  let made: RegExp | undefined;
  return {
    mayBeIn: (text) => look.test(text),
    whole: () => {
      made ??= new RegExp(pattern, flags);
      return made;
    },
  };
}

/** A letter that a number may not touch: where words are not parted they touch it (平日9:00から). */
const touching = String.raw`(?![${unpartedScripts}])[\p{L}\d]`;

/**
 * A form beside which nothing stands that could make one number of it: no digit or letter, nothing that joins digits but a space
 * before letters. It is looked for anywhere first, after a quicker look where one is given.
 */
export function alone(pattern: string, look?: Pick<RegExp, 'test'>): Sought {
  const anywhere = new Lettered(pattern, 'u');
  const apart = new Lettered(`(?<!${touching}|${goneBefore})(?:${pattern})(?!${touching}|${goesOn})`, 'gu');
  return {
    mayBeIn: (text) => look?.test(text) !== false && anywhere.test(text),
    whole: (text) => apart.for(text),
  };
}
