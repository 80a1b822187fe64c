import { PressError, problem } from '../../diagnostics/index.ts';

/** A server that hands out the batches of campaigns. */
export interface QueueAddress {
  readonly kind: 'redis' | 'postgres';
  /** With its password: for the connection alone. */
  readonly url: string;
  /** Without what is secret, as it may be printed. */
  readonly shown: string;
  /** What must be nowhere in what is told. */
  readonly secrets: readonly string[];
}

const kinds: Readonly<Record<string, QueueAddress['kind']>> = {
  'redis:': 'redis',
  'rediss:': 'redis',
  'valkey:': 'redis',
  'valkeys:': 'redis',
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
};

/** @throws PressError QUEUE_ADDRESS; it does not repeat the address, which may hold a password */
export function parseQueueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const kind = url && kinds[url.protocol];
  // What is no number is nowhere told by a driver, and what is kept would lie in the first database.
  const isElsewhere = kind === 'redis' && !/^\/?\d*$/.test(url?.pathname ?? '');
  if (url === undefined || kind === undefined || url.hostname === '' || isElsewhere)
    throw new PressError([
      problem(
        'QUEUE_ADDRESS',
        'The address of the queue is none of a Redis, Valkey or PostgreSQL server.',
        {},
        'Write redis://host:6379, redis://host:6379/1 for its database 1, rediss://name:password@host:6379 or postgres://name:password@host:5432/database. It is not repeated here, for it may hold a password.',
      ),
    ]);
  const protocol = url.protocol.replace('valkey', 'redis');
  const shown = `${url.protocol}//${url.host}${/^\/[\w-]*$/.test(url.pathname) ? url.pathname : ''}`;
  const secrets = [
    url.password,
    ...['password', 'sslpassword'].map((name) => url.searchParams.get(name) ?? ''),
  ]
    .flatMap((secret) => [secret, decoded(secret)])
    .filter((secret) => secret !== '');
  return { kind, url: text.replace(/^[a-z]+:/i, protocol), shown, secrets: [...new Set(secrets)] };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What somebody says of a server, without its secrets. */
export function withoutSecrets(text: string, { url, shown, secrets }: QueueAddress): string {
  return [url, ...secrets].reduce(
    (rest, secret) => rest.replaceAll(secret, secret === url ? shown : '…'),
    text,
  );
}
