import { setTimeout as wait } from 'node:timers/promises';
import { PressError, type Problem, problem, warning } from '../../diagnostics/index.ts';
import type { QueueAddress } from './queue-address.ts';

/** What Redis answered, and no failure of the way to it. */
export const isReply = (error: unknown): boolean => error instanceof Error && error.name === 'ReplyError';

/** What it says where it is reached, and takes nothing. */
export const keepsNothing =
  /^(?:READONLY|OOM|MISCONF|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|LOADING)\b|read-only transaction/;

/** What a server says, without which script of the driver it was, and without the dot at its end. */
export const reasonOf = (said: string): string =>
  said.replace(/,? script: [0-9a-f]{40}.*$/s, '').replace(/[.\s]+$/, '');

/** What can be done about a server that is reached, and takes nothing. */
export function hintForReply(said: string): string {
  if (said.includes('read-only transaction'))
    return 'It is a copy of another server, give the address of that one; or nothing is written there by default (default_transaction_read_only).';
  if (said.includes('READONLY')) return 'It is a copy of another server: give the address of that one.';
  if (said.includes('OOM'))
    return 'Its memory is full: give it more (maxmemory), or take out what is not needed, and run the same again.';
  return 'Put that right on the server, and run the same again.';
}

/** Waits until a server has read what it kept. */
export async function loaded(
  client: { info(section: string): Promise<string> },
  longestMs: number,
): Promise<void> {
  for (const end = Date.now() + longestMs; Date.now() < end; await wait(250))
    if (!/^loading:1/m.test(await client.info('persistence'))) return;
}

/** Tries whether anything can be kept: a copy, a full server, and one without the right look like any other until then. */
export async function keepsSomething(
  client: { eval(script: string, keys: number, key: string): Promise<unknown> },
  key: string,
): Promise<void> {
  await client.eval("redis.call('SET', KEYS[1], '1', 'PX', 1000) redis.call('DEL', KEYS[1])", 1, key);
}

interface RedisSettings {
  /** `noeviction`, `allkeys-lru` … */
  readonly policy: string | undefined;
  readonly appends: string | undefined;
}

/** Asks for what is configured; servers that let nobody ask (managed ones) say it in their state too. */
export async function settingsOfRedis(client: {
  config(operation: 'GET', parameter: string): Promise<unknown>;
  info(section: string): Promise<string>;
}): Promise<RedisSettings> {
  const configured = async (name: string): Promise<string | undefined> => {
    try {
      const pair = await client.config('GET', name);
      return Array.isArray(pair) && pair.length > 1 ? String(pair[1]) : undefined;
    } catch {
      return undefined;
    }
  };
  const state = async (section: string, name: string): Promise<string | undefined> =>
    new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(await client.info(section))?.[1];
  const enabled = async () => {
    const value = await state('persistence', 'aof_enabled');
    return value === undefined ? undefined : value === '1' ? 'yes' : 'no';
  };
  return {
    policy: (await configured('maxmemory-policy')) ?? (await state('memory', 'maxmemory_policy')),
    appends: (await configured('appendonly')) ?? (await enabled()),
  };
}

/** @throws PressError QUEUE_EVICTS */
export function judgeRedis(
  { policy, appends }: RedisSettings,
  { shown }: Pick<QueueAddress, 'shown'>,
): Problem[] {
  if (policy !== undefined && policy !== 'noeviction')
    throw new PressError([
      problem(
        'QUEUE_EVICTS',
        `${shown} throws away what it was given when its memory is full (maxmemory-policy ${policy}): it is set up as a cache.`,
        {},
        'Use another server, or: CONFIG SET maxmemory-policy noeviction',
      ),
    ]);
  const warnings: Problem[] = [];
  if (policy === undefined)
    warnings.push(
      warning(
        'QUEUE_EVICTS',
        `${shown} does not say what it does when its memory is full.`,
        {},
        'Make sure that its maxmemory-policy is noeviction.',
      ),
    );
  if (appends !== 'yes')
    warnings.push(
      warning(
        'QUEUE_FORGETS',
        `${shown} forgets what waits when it is ended (appendonly ${appends ?? 'not known'}).`,
        {},
        'Nothing is lost: the campaign gives it what is not made yet again, as long as it runs. To keep the queue: CONFIG SET appendonly yes',
      ),
    );
  return warnings;
}
