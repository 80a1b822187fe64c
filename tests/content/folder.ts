import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';

export const whole = join(import.meta.dirname, 'fixtures/whole');

/** A copy of the fixture guide in which each text is replaced once; fails when a text is not there. */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  cpSync(whole, folder, { recursive: true });
  const file = join(folder, 'guide.yaml');
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`The fixture does not hold "${from}"`);
    text = text.replace(from, () => to);
  }
  writeFileSync(file, text);
  return folder;
}

/** What a call is refused with; none when it is not. A fault that is no PressError goes on. */
export function problemsOf(call: () => unknown): readonly Problem[] {
  try {
    call();
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
  return [];
}

/** `CODE:line` of each problem. */
export function codesOf(call: () => unknown): string[] {
  return problemsOf(call).map(({ code, place }) => `${code}:${place.line ?? ''}`);
}
