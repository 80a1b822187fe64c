import { type Atom, atomsOf, joinsDigits } from './atoms.ts';

/** The digits of parts that are written one after the other. */
export const digitsOf = (parts: readonly { readonly digits: string }[]): string =>
  parts.map(({ digits }) => digits).join('');

/** Atoms that are written as one number. */
export function runsOf(text: string): Atom[][] {
  const runs: Atom[][] = [];
  let run: Atom[] = [];
  for (const atom of atomsOf(text)) {
    const before = run.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, atom.start);
    const isJoined =
      before !== undefined &&
      !before.lettersAfter &&
      !atom.lettersBefore &&
      joinsDigits(gap, before.digits.length, atom.digits.length) &&
      mayFollow(run, before, atom, gap);
    if (!isJoined) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    run.push(atom);
  }
  if (run.length > 0) runs.push(run);
  return runs.map(trimmed).filter((one) => one.some(({ hasDigit }) => hasDigit));
}

/** Prefixes after which capitals are dialled also when a space stands between. */
const vanity = /^(?:1?8(?:00|33|44|55|66|77|88)|1?900|1300|1800|0800|0808|0300)$/;
/** Prefixes after which small letters are dialled as well: `1-800-quit-now`, and no `800-mile-long` road. */
const free = /^1(?:8(?:00|33|44|55|66|77|88)|900)$/;

/** Digits follow digits; letters follow what touches them but for a sign. */
function mayFollow(run: readonly Atom[], before: Atom, atom: Atom, gap: string): boolean {
  if (before.hasDigit && atom.hasDigit) return true;
  const isApart = gap.includes(' ');
  const prefix = digitsOf(run.filter(({ hasDigit }) => hasDigit));
  if (atom.kind === 'letters' || before.kind === 'letters') return !isApart && free.test(prefix);
  return !isApart || (atom.kind === 'keys' && vanity.test(prefix));
}

/** A run without letters at its end that stand for nothing: `2026-I`. Keys at its end are dialled. */
function trimmed(run: readonly Atom[]): Atom[] {
  const kept = [...run];
  while (kept.length > 0 && !kept.at(-1)!.hasDigit && kept.at(-1)!.end - kept.at(-1)!.start < 3) kept.pop();
  while (kept.length > 0 && !kept[0]!.hasDigit && kept[0]!.kind !== 'look-alikes') kept.shift();
  return kept;
}
