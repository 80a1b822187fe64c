import { loadavg } from 'node:os';

/** Times of works that took turns, round after round, ms. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Runs the works in turn, so that what slows the machine slows all of them; the rounds of warming up are not timed. */
export function inTurn(works: Readonly<Record<string, () => void>>, rounds: number, warmUp: number): Times {
  const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      work();
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  return times;
}

/** The value below which a part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

/** How two works compare: the ratio of their medians, and the middle eight tenths of the ratios round by round. */
export function compare(ours: readonly number[], peer: readonly number[]) {
  const ratios = ours.map((ms, i) => ms / peer[i]!);
  return {
    ours: quantile(ours, 0.5),
    peer: quantile(peer, 0.5),
    ratio: quantile(ours, 0.5) / quantile(peer, 0.5),
    low: quantile(ratios, 0.1),
    high: quantile(ratios, 0.9),
  };
}

/** What else the machine has to do. */
export function load(): string {
  return `load ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}`;
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
