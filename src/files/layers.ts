/** A folder, or folders that lie over each other: what the first has not is looked for in the next. */
export type Root = string | readonly string[];

/** The folders of a root, the uppermost first. */
export function layersOf(root: Root): readonly string[] {
  return typeof root === 'string' ? [root] : root;
}
