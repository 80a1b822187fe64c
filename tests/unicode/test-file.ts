import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The lines of one of Unicode's test files in this folder, without comments and empty lines. */
export function testLines(name: string): string[] {
  const text = gunzipSync(readFileSync(join(import.meta.dirname, `${name}.txt.gz`))).toString('utf8');
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** `0061 0301` as a string. */
export function fromHex(codePoints: string): string {
  return codePoints
    .trim()
    .split(/\s+/)
    .map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .join('');
}
