import type { Command } from 'commander';
import { PressError, problem } from '../diagnostics/index.ts';

/**
 * What a shell makes of a variable that is not set is an empty text: `--out "$OUT"` would write where one stands.
 * @throws PressError USAGE
 */
export function refuseEmpty(command: Command): void {
  const faults: string[] = command.args.includes('') ? ['An argument is empty.'] : [];
  for (let asked: Command | null = command; asked !== null; asked = asked.parent)
    for (const option of asked.options)
      if (asked.getOptionValue(option.attributeName()) === '') faults.push(`${option.long} is empty.`);
  if (faults.length === 0) return;
  const hint = 'Is a variable of the shell not set? Give it a value, or leave it out.';
  throw new PressError(faults.map((fault) => problem('USAGE', fault, {}, hint)));
}
