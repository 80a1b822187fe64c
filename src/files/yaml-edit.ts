import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import { PressError, problem } from '../diagnostics/index.ts';
import { parseYaml } from './yaml-source.ts';

/** A text at a path of mappings; undefined: it is taken out. */
export interface YamlEdit {
  readonly path: readonly [string, ...string[]];
  readonly value: string | undefined;
}

/**
 * A YAML text with other values: all that is not named stays as it is, byte for byte, comments and order too. What was
 * not there stands at the end of its mapping; a mapping that nothing is left of goes.
 * @param text holds mappings where the paths lead
 * @throws PressError YAML_SYNTAX for a text that does not parse, or that is written in a way that cannot be edited so
 */
export function editYaml(text: string, edits: readonly YamlEdit[], file: string): string {
  const edited = edits.reduce(editOne, text);
  const wanted = edits.reduce(withValue, parseYaml(text, file).value);
  if (!isDeepStrictEqual(wanted, valueIn(edited, file)))
    throw new PressError([
      problem(
        'YAML_SYNTAX',
        `${file} is written in a way that only a person can change.`,
        { file },
        'Change it in an editor.',
      ),
    ]);
  return edited;
}

type Values = { readonly [key: string]: unknown };

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueIn(text: string, file: string): unknown {
  try {
    return parseYaml(text, file).value;
  } catch {
    return undefined;
  }
}

/** What the file's value is to be. */
function withValue(all: unknown, { path, value }: YamlEdit): unknown {
  const [first, ...rest] = path;
  const { [first]: own, ...others } = isValues(all) ? all : {};
  const [next] = rest;
  const changed = next === undefined ? value : withValue(own, { path: [next, ...rest.slice(1)], value });
  const isGone =
    changed === undefined || (next !== undefined && isValues(changed) && Object.keys(changed).length === 0);
  return isGone ? others : { ...others, [first]: changed };
}

function editOne(text: string, { path, value }: YamlEdit): string {
  const document = parseDocument(text);
  const { map, pair, rest } = find(document, path);
  if (map === undefined) return text;
  if (value === undefined)
    return rest.length > 0 || pair === undefined ? text : without(text, map, pair, document);
  if (rest.length > 0) return withPair(text, map, rest, value);
  return replaced(text, pair!.value, value, map.flow === true);
}

/** The innermost mapping of a path that is there, its field if that is there too, and what of the path is not. */
function find(document: Document, path: readonly string[]) {
  let map = isMap(document.contents) ? document.contents : undefined;
  for (const [i, name] of path.entries()) {
    const pair = map?.items.find(({ key }) => isScalar(key) && key.value === name) as
      | Pair<Node, Node>
      | undefined;
    if (pair === undefined || map === undefined) return { map, pair: undefined, rest: path.slice(i) };
    if (i === path.length - 1) return { map, pair, rest: [] };
    map = isMap(pair.value) ? pair.value : undefined;
  }
  return { map, pair: undefined, rest: path };
}

/** A text as a scalar, on one line. Within `{…}` always in quotes: a comma would end it. */
function scalar(value: string, isFlow: boolean): string {
  if (isFlow || /[\r\n]/.test(value)) return JSON.stringify(value);
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function replaced(text: string, node: Node | null, value: string, isFlow: boolean): string {
  const [start, end] = node!.range!;
  // A block scalar has the end of its last line, and is the only one that has.
  const tail = /\r?\n[ \t]*$/.exec(text.slice(start, end))?.[0] ?? '';
  return `${text.slice(0, start)}${scalar(value, isFlow)}${tail}${text.slice(end)}`;
}

/** With a field at the end of a mapping, in mappings of its own where several names are left. */
function withPair(text: string, map: YAMLMap, names: readonly string[], value: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (map.flow === true) {
    const close = map.range![1] - 1;
    const inner = names
      .reduceRight((inside, name) => `{ ${name}: ${inside} }`, scalar(value, true))
      .slice(2, -2);
    const comma = map.items.length > 0 ? ', ' : ' ';
    return `${text.slice(0, close).trimEnd()}${comma}${inner} ${text.slice(close)}`;
  }
  const indent = columnOf(text, map.range![0]);
  const lines = names.map((name, i) => {
    const own = i === names.length - 1 ? ` ${scalar(value, false)}` : '';
    return `${' '.repeat(indent + 2 * i)}${name}:${own}${newline}`;
  });
  const at = endOfLine(text, lastEnd(map));
  const before = text.slice(0, at);
  return `${before}${before === '' || before.endsWith('\n') ? '' : newline}${lines.join('')}${text.slice(at)}`;
}

/** Without a field: its lines, from the first of its key to the last of its value; without the mapping that it was alone in. */
function without(text: string, map: YAMLMap, pair: Pair<Node, Node>, document: Document): string {
  if (map.items.length === 1) {
    const holder = holderOf(document.contents, map);
    if (holder !== undefined) return without(text, holder.map, holder.pair, document);
  }
  const start = pair.key.range![0];
  const end = pair.value?.range?.[1] ?? pair.key.range![1];
  if (map.flow !== true)
    return text.slice(0, start - columnOf(text, start)) + text.slice(endOfLine(text, end));
  const rest = text.slice(end);
  const next = /^\s*,\s*/.exec(rest)?.[0];
  if (next !== undefined) return text.slice(0, start) + rest.slice(next.length);
  return text.slice(0, start).replace(/\s*,\s*$/, ' ') + rest.trimStart();
}

function holderOf(node: Node | null, inner: YAMLMap): { map: YAMLMap; pair: Pair<Node, Node> } | undefined {
  if (!isMap(node)) return undefined;
  for (const pair of node.items as Pair<Node, Node>[]) {
    if (pair.value === inner) return { map: node, pair };
    const found = holderOf(pair.value, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the last value of a mapping ends, however deep it is. */
function lastEnd(map: YAMLMap): number {
  const { key, value } = map.items.at(-1) as Pair<Node, Node | null>;
  if (isMap(value) && value.flow !== true) return lastEnd(value);
  return value?.range?.[1] ?? key.range![1];
}

const columnOf = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1);

/** Behind the line that something ends on; a block scalar ends behind its line already. */
function endOfLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const at = text.indexOf('\n', end);
  return at < 0 ? text.length : at + 1;
}
