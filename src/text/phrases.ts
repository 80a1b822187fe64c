import { weights } from './tables/japanese-phrases.ts';

/** For each group of the model: texts and weights, and where a text of it begins and ends beside the place asked about. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly weights: ReadonlyMap<string, number>;
}

const places: Readonly<Record<string, readonly [from: number, to: number]>> = {
  UW1: [-3, -2],
  UW2: [-2, -1],
  UW3: [-1, 0],
  UW4: [0, 1],
  UW5: [1, 2],
  UW6: [2, 3],
  BW1: [-2, 0],
  BW2: [-1, 1],
  BW3: [0, 2],
  TW1: [-3, 0],
  TW2: [-2, 1],
  TW3: [-1, 2],
  TW4: [0, 3],
};

let model: { readonly groups: readonly Group[]; readonly base: number } | undefined;

function load() {
  const groups = Object.entries(weights).map(([name, packed]) => {
    const [from, to] = places[name]!;
    const entries = packed.split('\t').map((entry): [string, number] => {
      const [, text, weight] = /^(.+?)(-?\d+)$/u.exec(entry)!;
      return [text!, Number(weight)];
    });
    return { from, to, weights: new Map(entries) };
  });
  let sum = 0;
  for (const group of groups) for (const weight of group.weights.values()) sum += weight;
  return { groups, base: -sum / 2 };
}

/**
 * Where phrases (bunsetsu) of Japanese begin, as UTF-16 offsets: a line of a heading that ends elsewhere reads badly.
 * A linear model over the characters around each place (BudouX).
 */
export function phraseStarts(text: string): ReadonlySet<number> {
  model ??= load();
  const starts = new Set<number>();
  for (let at = 1; at < text.length; at++) {
    let score = model.base;
    for (const { from, to, weights: known } of model.groups)
      if (at + from >= 0) score += known.get(text.slice(at + from, at + to)) ?? 0;
    if (score > 0) starts.add(at);
  }
  return starts;
}
