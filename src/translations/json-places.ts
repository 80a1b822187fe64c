/** What `JSON.parse` does not tell of a text that it takes. */
export interface JsonPlaces {
  /** Names that stand in their object already, where they stand again. Of two values it takes the last. */
  readonly doubled: readonly { readonly name: string; readonly offset: number }[];
  /** Where the values of the list `units` of the outermost object begin. */
  readonly units: readonly number[];
}

/** An object or a list that is open. */
interface Open {
  /** Names of an object so far; undefined: a list. */
  readonly names: Set<string> | undefined;
  readonly isUnits: boolean;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/** Places in a text that is JSON. */
export function jsonPlaces(text: string): JsonPlaces {
  const doubled: { name: string; offset: number }[] = [];
  const units: number[] = [];
  const open: Open[] = [];
  let name = '';
  let before = '';
  for (const { 0: word, index: offset } of text.matchAll(token)) {
    const inner = open.at(-1);
    const begins = before === '{' || before === '[' || before === ',';
    if (word === '}' || word === ']') open.pop();
    else if (inner?.names !== undefined && begins) {
      name = JSON.parse(word);
      if (inner.names.has(name)) doubled.push({ name, offset });
      inner.names.add(name);
    } else if (inner?.isUnits && begins) units.push(offset);
    if (word === '{') open.push({ names: new Set(), isUnits: false });
    else if (word === '[') {
      const isUnits = open.length === 1 && name === 'units';
      // Of two lists the last counts, as for `JSON.parse`.
      if (isUnits) units.length = 0;
      open.push({ names: undefined, isUnits });
    }
    before = word;
  }
  return { doubled, units };
}
