import { readFileSync, statSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Place, PressError, problem } from '../diagnostics/index.ts';

const largestFile = 2_000_000;

/** A YAML file with the places of its values. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest enclosing one when it is not there. */
  place(path: readonly PropertyKey[]): Place;
}

/** @throws PressError FILE_NOT_FOUND, YAML_SYNTAX: all that are found. */
export function readYaml(file: string): YamlSource {
  let text: string;
  try {
    if (statSync(file).size > largestFile)
      throw new PressError([problem('YAML_SYNTAX', `${file} is larger than 2 MB.`, { file })]);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof PressError) throw error;
    throw new PressError([
      problem('FILE_NOT_FOUND', `There is no file ${file}.`, { file }, 'Check the path.'),
    ]);
  }
  const counter = new LineCounter();
  const lines = text.split('\n');
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
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
  return {
    file,
    value: document.toJS({ maxAliasCount: 100 }),
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
