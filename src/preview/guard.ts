import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is none of the page's: what is answered. */
export type Refusal = 400 | 403 | 404 | 405 | 415;

/** What a request is for: its path behind the secret, and its query. */
export interface Wanted {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What is sent to be written: neither is a type that a form of another site can send. */
const [jsonType, bytesType] = ['application/json', 'application/octet-stream'] as const;

/**
 * Lets through what the page itself asks for. The address has a secret, which no other site can guess; the name of the host is
 * this machine's, so that no other name can be led to it (DNS rebinding); what writes comes from this very origin, in a
 * type that no form of another site can send.
 */
export function wantedOf(request: IncomingMessage, port: number, secret: string): Wanted | Refusal {
  const { host, origin, 'sec-fetch-site': site, 'content-type': type } = request.headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return 403;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  if (!URL.canParse(request.url ?? '', `http://${host}`)) return 400;
  const { pathname, searchParams } = new URL(request.url!, `http://${host}`);
  const [, given = '', ...rest] = pathname.split('/');
  if (!isSame(given, secret) || rest.length === 0) return 404;
  if (request.method === 'POST') {
    if (origin === undefined) return 403;
    const [kind] = (type ?? '').split(';');
    if (kind!.trim().toLowerCase() !== (rest.join('/') === 'logo' ? bytesType : jsonType)) return 415;
  } else if (request.method !== 'GET') return 405;
  return { path: rest.join('/'), query: searchParams };
}

/** In time that says nothing of how much is right. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
