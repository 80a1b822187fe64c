import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { readReturned } from '../../src/translations/index.ts';

/** Where files that came back are read, and nothing else is done with them. */
export interface Tray {
  readonly read: (name: string, content: string) => ReturnType<typeof readReturned>;
  /** The problems for which a file is refused, each as `line: message`; none where it is read. */
  readonly refused: (name: string, content: string) => Promise<string[]>;
  readonly problems: (name: string, content: string) => Promise<readonly Problem[]>;
  readonly clear: () => void;
}

export function openTray(): Tray {
  const folder = mkdtempSync(join(tmpdir(), 'tray-'));
  const read: Tray['read'] = (name, content) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return readReturned(file);
  };
  const problems: Tray['problems'] = async (name, content) => {
    try {
      await read(name, content);
      return [];
    } catch (error) {
      if (!(error instanceof PressError)) throw error;
      // Whatever is refused, it is said how to mend it.
      for (const { hint, message } of error.problems) if (!hint) throw new Error(`No hint: ${message}`);
      return error.problems;
    }
  };
  return {
    read,
    problems,
    refused: async (name, content) =>
      (await problems(name, content)).map(({ place, message }) => `${place.line}: ${message}`),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** How long the longest message of problems is. */
export function longest(problems: readonly Problem[]): number {
  return Math.max(...problems.map(({ message }) => message.length));
}
