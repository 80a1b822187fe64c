import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'press-tests-';

/**
 * All that tests put into the folder for temporary files goes when they end: they make hundreds of guides and templates.
 * Each project of tests asks for it; the first makes it.
 */
export default function (): (() => void) | undefined {
  if (basename(tmpdir()).startsWith(prefix)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // As the folder around it: servers and commands that run as other users have things of their own there.
  chmodSync(folder, 0o1777);
  // By the names that systems have for it; programs that tests start are told so too.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
