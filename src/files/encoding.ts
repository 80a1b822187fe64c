import { type Place, PressError, problem } from '../diagnostics/index.ts';

/** How a file begins that says itself what it is; UTF-32 before UTF-16, whose mark it begins with. */
const marks: readonly [name: string, bytes: readonly number[]][] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
const [nul, lineFeed] = [0x00, 0x0a];

/**
 * A text file's bytes as text: strict UTF-8, a byte order mark taken off. `shown` is the file's path in messages.
 * @throws PressError FILE_ENCODING, which names the encoding that it looks like, and the first line that is not UTF-8
 */
export function decodeText(bytes: Uint8Array, shown: string): string {
  const text = decoded(bytes);
  // Text in UTF-16 without a mark is UTF-8 full of NUL; no text of ours holds one.
  if (text !== undefined && !bytes.includes(nul)) return text;
  throw new PressError([
    problem(
      'FILE_ENCODING',
      `This file is not UTF-8; it looks like ${encodingOf(bytes)}.`,
      { file: shown, ...firstFault(bytes) },
      `Save it anew as UTF-8${/\.(?:hbs|css|ya?ml|json|svg|po|xlf)$/i.test(shown) ? '' : '; in Excel: Save as, “CSV UTF-8 (comma delimited)”'}.`,
    ),
  ]);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The encoding that bytes look like which are not UTF-8, as a person knows it. */
function encodingOf(bytes: Uint8Array): string {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) return marked[0];
  const sample = bytes.subarray(0, 20_000);
  const nuls = [0, 0];
  let [high, alone] = [0, 0];
  const isHigh = (byte: number | undefined) => byte !== undefined && byte >= 0x80;
  sample.forEach((byte, i) => {
    if (byte === nul) nuls[i % 2]!++;
    if (!isHigh(byte)) return;
    high++;
    if (!isHigh(sample[i - 1]) && !isHigh(sample[i + 1])) alone++;
  });
  // In UTF-16 the zero bytes of Latin letters, digits, and spaces stand all on the even or all on the odd places.
  const [few, many] = nuls[0]! < nuls[1]! ? [nuls[0]!, nuls[1]!] : [nuls[1]!, nuls[0]!];
  if (many > 0) return few === 0 && many * 10 >= sample.length ? 'UTF-16' : 'no text (it holds the byte 0)';
  if (isMacRoman(sample)) return 'Mac OS Roman';
  // Languages in Latin script have few letters with marks, and seldom two in a row.
  return alone * 2 > high ? 'Windows-1252' : 'an older encoding (Windows-1251, Shift_JIS, GBK or the like)';
}

/**
 * Whether bytes look like what Excel saves on a Mac as plain CSV: letters with marks are where Windows-1252 has punctuation
 * and capitals, which do not stand within words (`JosŽ`, `H™pital`, `Fundaci—n`).
 */
export function isMacRoman(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return !ofWindows.test(text) && ofMac.test(text);
}

const ofWindows = /[a-z][\xe0-\xff]/;
const ofMac =
  /[A-Za-z][\x81\x88\x8d\x8f\x90\x9d]|[a-z][\x8a\x8c\x8e\x9f]|[A-Za-z][\x80\x82\x84\x86\x87\x89\x8b\x93\x94\x98\x99\x9b][A-Za-z]|[a-z](?:\x97n|\x96[ao]s?)\b|\x83[a-z]|[A-Z][\x8e\x9f][a-z]/;

/** The line of the first byte that is not UTF-8, or is 0: a line feed is never a part of another character. */
function firstFault(bytes: Uint8Array): Pick<Place, 'line' | 'source'> {
  if (decoded(bytes) !== undefined) return { line: lineAt(bytes, bytes.indexOf(nul)) };
  for (let line = 1, start = 0; ; line++) {
    const next = bytes.indexOf(lineFeed, start);
    const content = bytes.subarray(start, next < 0 ? bytes.length : next);
    if (decoded(content) === undefined) return { line, source: lenient.decode(content.subarray(0, 1000)) };
    if (next < 0) return {};
    start = next + 1;
  }
}

/** The line that a byte stands in, from 1. */
function lineAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).reduce((line, byte) => (byte === lineFeed ? line + 1 : line), 1);
}
