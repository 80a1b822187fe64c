import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Entry } from './entry.ts';

/** SHA-256, hex. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Below the output folder: no run writes elsewhere. */
const name = z
  .string()
  .regex(/^[^/\\]/)
  .refine((path) => !path.split('/').includes('..'));
const common = { file: name, input: hash, campaign: z.string().optional() };
const schema = z.discriminatedUnion('outcome', [
  z.object({
    ...common,
    outcome: z.literal('made'),
    sha256: hash,
    bytes: z.int().min(0),
    pages: z.int().min(0),
    numbers: z.array(
      z.object({
        display: z.string(),
        dial: z.string(),
        country: z.string().optional(),
        printings: z.int().min(0),
      }),
    ),
    translation: z.string(),
    held: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
    warnings: z.array(z.string()),
  }),
  z.object({
    ...common,
    outcome: z.literal('failed'),
    problems: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        hint: z.string().optional(),
        place: z.looseObject({}).optional(),
      }),
    ),
  }),
]);

/** A line of a manifest: the first eight digits of the SHA-256 of the JSON, a space, the JSON, a line feed. */
export function manifestLine(entry: Entry): string {
  const json = JSON.stringify(entry);
  return `${sumOf(json)} ${json}\n`;
}

/**
 * The entry of a line, without its line feed; undefined: the line is not as it was written. A return before it is none of
 * it: programs that move texts between systems put one there.
 */
export function parseLine(line: Uint8Array): Entry | undefined {
  const end = line.at(-1) === 0x0d ? line.byteLength - 1 : line.byteLength;
  const text = Buffer.from(line.buffer, line.byteOffset, end);
  const json = text.subarray(9);
  if (text[8] !== 0x20 || text.toString('latin1', 0, 8) !== sumOf(json)) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(json.toString('utf8')));
    return parsed.success ? (parsed.data as Entry) : undefined;
  } catch {
    return undefined;
  }
}

function sumOf(json: string | Uint8Array): string {
  return createHash('sha256').update(json).digest('hex').slice(0, 8);
}
