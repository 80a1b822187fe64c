import { readFileSync, statSync } from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { fromDisk, noFile, type Place, PressError, problem } from '../diagnostics/index.ts';

const largestFile = 2_000_000;

const mostAliases = 100;
const deepest = 30;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A YAML file with the places of its values. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest enclosing one when it is not there. */
  place(path: readonly PropertyKey[]): Place;
}

/** @throws PressError FILE_NOT_FOUND, YAML_SYNTAX: all that are found. */
export function readYaml(file: string): YamlSource {
  const stat = fromDisk(file, () => statSync(file));
  if (!stat.isFile()) throw noFile(file);
  if (stat.size > largestFile)
    throw new PressError([problem('YAML_SYNTAX', `${file} is larger than 2 MB.`, { file })]);
  const text = fromDisk(file, () => readFileSync(file, 'utf8'));
  const counter = new LineCounter();
  const lines = text.split('\n');
  const document = parse(text, counter, file);
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col, source: lines[line - 1] ?? '' };
  };
  if (document.errors.length > 0)
    throw new PressError(
      document.errors.map((error) =>
        problem(
          'YAML_SYNTAX',
          `The YAML does not parse: ${error.message.split('\n')[0]!.replace(/ at line.*$/, '')}.`,
          at(error.pos[0]),
          'Check indentation and quotes; a text with ": " needs quotes.',
        ),
      ),
    );
  const unfit = unfitNode(document.contents);
  if (unfit !== undefined)
    throw new PressError([
      problem('YAML_SYNTAX', unfit.message, at(unfit.offset), 'Write the file out plainly.'),
    ]);
  return {
    file,
    value: document.toJS({ maxAliasCount: mostAliases }),
    place(path) {
      let node: Node | null = document.contents;
      let found = node?.range?.[0] ?? 0;
      for (const step of path) {
        const next: unknown = isMap(node)
          ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === step)
          : isSeq(node)
            ? { key: undefined, value: node.items[Number(step)] }
            : undefined;
        if (next === undefined) break;
        const { key, value } = next as { key: unknown; value: Node | null };
        found = (isScalar(key) ? key.range?.[0] : undefined) ?? value?.range?.[0] ?? found;
        node = value;
      }
      return { ...at(found), key: path.map(String).join('.') };
    },
  };
}

function parse(text: string, lineCounter: LineCounter, file: string): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: true, logLevel: 'silent' });
  } catch (error) {
    // The parser recurses: nesting without end overflows the stack.
    if (error instanceof RangeError)
      throw new PressError([
        problem('YAML_SYNTAX', 'Values are nested too deep.', { file }, 'Write the file out plainly.'),
      ]);
    throw error;
  }
}

/** The first thing that no file of ours needs: deep nesting, many aliases, names that reach into objects. */
function unfitNode(root: Node | null): { message: string; offset: number } | undefined {
  let aliases = 0;
  const stack: [Node | null, number][] = [[root, 0]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, depth] = next;
    const offset = node?.range?.[0] ?? 0;
    if (depth > deepest) return { message: `Values are nested more than ${deepest} deep.`, offset };
    if (isAlias(node) && ++aliases > mostAliases)
      return { message: `There are more than ${mostAliases} aliases.`, offset };
    if (isSeq(node)) for (const item of node.items) stack.push([item as Node, depth + 1]);
    if (!isMap(node)) continue;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? key.value : undefined;
      if (typeof name !== 'string' || forbidden.has(name))
        return {
          message: `"${String(name)}" cannot be the name of a field.`,
          offset: (key as Node).range?.[0] ?? offset,
        };
      stack.push([value as Node | null, depth + 1]);
    }
  }
  return undefined;
}
