/** Objects and lists in one another. */
const deepest = 12;
/** Names and items: some hundred times those of the largest guide there is. */
const mostPlaces = 50_000;

/** What `JSON.parse` does not tell of a text that it takes. */
export interface JsonPlaces {
  /** Names that stand in their object already, where they stand again. Of two values it takes the last. */
  readonly doubled: readonly { readonly name: string; readonly offset: number }[];
  /** Where names of objects and items of lists begin, by their path (`units.3`): of two the last, as `JSON.parse` takes. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Where the text is deeper, or longer, than any file of ours; nothing after it was looked at. */
  readonly limit: { readonly message: string; readonly offset: number } | undefined;
}

/** An object or a list that is open. */
interface Open {
  /** Path of what is in it, as far as its own name or number. */
  readonly prefix: string;
  /** Names of an object so far; undefined: a list. */
  readonly names: Set<string> | undefined;
  items: number;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/** Places in a text that is JSON. */
export function jsonPlaces(text: string): JsonPlaces {
  const doubled: { name: string; offset: number }[] = [];
  const offsets = new Map<string, number>();
  const open: Open[] = [];
  let path = '';
  let before = '';
  for (const { 0: word, index: offset } of text.matchAll(token)) {
    const inner = open.at(-1);
    const begins = before === '{' || before === '[' || before === ',';
    const isOpening = word === '{' || word === '[';
    if (isOpening && open.length === deepest)
      return { doubled, offsets, limit: { message: `Values are nested more than ${deepest} deep.`, offset } };
    if (offsets.size > mostPlaces)
      return { doubled, offsets, limit: { message: `There are more than ${mostPlaces} values.`, offset } };
    if (word === '}' || word === ']') open.pop();
    else if (inner !== undefined && begins) {
      const name: string = inner.names === undefined ? String(inner.items++) : JSON.parse(word);
      if (inner.names?.has(name) === true) doubled.push({ name, offset });
      inner.names?.add(name);
      path = inner.prefix + name;
      offsets.set(path, offset);
    }
    if (isOpening)
      open.push({
        prefix: open.length === 0 ? '' : `${path}.`,
        names: word === '{' ? new Set() : undefined,
        items: 0,
      });
    before = word;
  }
  return { doubled, offsets, limit: undefined };
}
