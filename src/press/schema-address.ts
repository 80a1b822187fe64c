import { basename, relative, resolve, sep } from 'node:path';
import { readBytes } from '../files/index.ts';
import type { Output } from './output.ts';

/** How a file names its JSON Schema, and the copy of the schema that must lie beside it for that. */
export interface SchemaAddress {
  readonly address: string;
  readonly copies: readonly Output[];
}

/**
 * Where editors find a shipped schema from a folder: in the package, where that is installed in a folder above, and moves
 * with it; else (installed for all, or for one run of npx) in a copy beside the file, which is always there.
 * @param root folder of the package that the schema lies in
 */
export function schemaAddress(folder: string, root: string, name: string): SchemaAddress {
  const [from, schema] = [resolve(folder), resolve(root, name)];
  const above = schema.split(`${sep}node_modules${sep}`, 1)[0]!;
  const home = above === schema ? resolve(root, '..') : above;
  const isBelow = from === home || from.startsWith(home.endsWith(sep) ? home : `${home}${sep}`);
  if (isBelow) return { address: relative(from, schema).replaceAll('\\', '/'), copies: [] };
  const copy = basename(name);
  return { address: copy, copies: [{ path: resolve(folder, copy), content: readBytes(root, name) }] };
}
