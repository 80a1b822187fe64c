import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemsOf } from '../diagnostics/index.ts';
import { toldProblems } from './told.ts';

/**
 * Of every answer: scripts, styles and pictures are the server's own; nothing is sent elsewhere, kept, or framed by others.
 */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; object-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const;

export function reply(
  response: ServerResponse,
  type: string,
  body: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { ...headers, 'Content-Type': type, ...more }).end(body);
}

export function replyJson(response: ServerResponse, value: unknown, status = 200): void {
  response
    .writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}

export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

/** What went wrong, as problems: 422 of what was sent or stands in files. */
export function replyProblems(response: ServerResponse, error: unknown): void {
  replyJson(response, { problems: toldProblems(problemsOf(error), []) }, 422);
}

/** An open line to the page, on which it is told when something changed. */
export function openEvents(response: ServerResponse): void {
  response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
}

/** The bytes of a request; undefined: more than these. */
export async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Bytes of the longest form. */
const longestForm = 64_000;

/** The JSON of a request; undefined: it is none, or longer than anything that the page sends. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request, longestForm);
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
