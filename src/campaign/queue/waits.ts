import { setTimeout as wait } from 'node:timers/promises';

/** Asked for at a time. */
const askedAtOnce = 50;

/** Asks a server for many things, and not for all of them at once. */
export async function someAtATime<T>(all: readonly T[], ask: (one: T) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < all.length; i += askedAtOnce) await Promise.all(all.slice(i, i + askedAtOnce).map(ask));
}

/** Waits for something, but not for ever. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const end = new AbortController();
  await Promise.race([work.catch(() => {}), wait(ms, undefined, { signal: end.signal }).catch(() => {})]);
  end.abort();
}
