import { join } from 'node:path';
import {
  Composer,
  CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type Code, mostTold, type Place, PressError, problem } from '../diagnostics/index.ts';
import { readText } from './reader.ts';
import { writingFault } from './writing.ts';

/** Tokens (marks, scalars, spaces, line ends): some forty times those of the largest guide there is. */
const mostTokens = 100_000;
const deepest = 30;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const plainly = 'Write the file out plainly.';
const named = 'A name begins with a letter: emergency, not 911.';
const quoted = 'Write the file out plainly; a text that begins with * & ! or % needs quotes: "*4141".';

/** Something wrong, at an offset of the text. */
interface Fault {
  readonly code?: Code;
  readonly message: string;
  readonly offset: number;
  readonly key?: string;
  readonly hint: string;
}

/** What YAML has and no file of ours needs: each names, or reads, a value that is written elsewhere. */
const refused: Readonly<Record<string, string>> = {
  alias: 'An alias (*name) is not taken',
  anchor: 'An anchor (&name) is not taken',
  tag: 'A tag (!name) is not taken',
  'directive-line': 'A directive (%) is not taken',
};

/** A YAML file with the places of its values. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest enclosing one when it is not there. */
  place(path: readonly PropertyKey[]): Place;
}

/**
 * Reads a YAML file of one document with neither anchors, aliases nor tags.
 * @throws PressError YAML_SYNTAX with all that are found, and what `readText` throws
 */
export function readYaml(root: string, path: string, most?: number): YamlSource {
  return parseYaml(readText(root, path, most), join(root, path));
}

/** The same of a text that was read already. @throws PressError YAML_SYNTAX: all that are found. */
export function parseYaml(text: string, file: string): YamlSource {
  const counter = new LineCounter();
  const lines = text.split('\n');
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { file, line, column: col, source: lines[line - 1] ?? '' };
  };
  const faults: Fault[] = [];
  const tokens = tokensOf(text, counter, (message, offset) =>
    faults.push({ message, offset, hint: /\((?:\*|&|!|%)/.test(message) ? quoted : plainly }),
  );
  const documents = faults.length > 0 ? [] : compose(tokens, text.length);
  const [document, second] = documents;
  for (const { message, pos } of toldOf(document?.errors ?? [])) {
    const hint = isLost.test(message)
      ? `A quote within quotes is written \\", or '' in single ones; within { } and [ ] a text that has brackets, a comma or ": " needs quotes: { id: a, text: "[one](https://…), two" }.`
      : 'Check indentation and quotes; a text with ": " needs quotes.';
    faults.push({ message: `The YAML does not parse: ${message.split('\n')[0]!}.`, offset: pos[0], hint });
  }
  if (second !== undefined)
    faults.push({
      message: 'The file holds more than one document.',
      offset: second.range[0],
      hint: 'Take out the line "---" between them.',
    });
  if (faults.length === 0) faults.push(...unfitNodes(document!.contents));
  if (faults.length > 0)
    throw new PressError(
      faults.slice(0, mostTold).map(({ code = 'YAML_SYNTAX', message, offset, key, hint }) => {
        const place = at(offset);
        return problem(code, message, key === undefined ? place : { ...place, key }, hint);
      }),
    );
  return {
    file,
    value: document!.toJS(),
    place(path) {
      let node: Node | null = document!.contents;
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

/** Said where something stands that nothing led to: from there on the parser does not know where it is. */
const isLost = /^Unexpected .*(?:at node end|in YAML stream)/;

/** Errors up to the one at which the parser lost its place: each of those after it is about what is right. */
function toldOf<E extends { readonly message: string }>(errors: readonly E[]): readonly E[] {
  const lost = errors.findIndex(({ message }) => isLost.test(message));
  return lost < 0 ? errors : errors.slice(0, lost + 1);
}

/**
 * The file's concrete syntax, read only as far as it is what files of ours are: its size, its depth and its kinds of marks
 * are known before anything is built of them that grows faster than the file.
 */
function tokensOf(
  text: string,
  counter: LineCounter,
  refuse: (message: string, offset: number) => void,
): CST.Token[] {
  const parser = new Parser(counter.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  let isScalarNext = false;
  counter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    const type = isScalarNext ? 'scalar' : CST.tokenType(lexeme);
    isScalarNext = lexeme === CST.SCALAR;
    const reason =
      ++count > mostTokens
        ? `The file has more than ${mostTokens} values and marks`
        : // A level of a mapping in a sequence is two of the parser's, and the scalar is one.
          parser.stack.length > 2 * deepest + 4
          ? `Values are nested more than ${deepest} deep`
          : (refused[type ?? ''] ?? (type === 'double-quoted-scalar' ? escapeFault(lexeme) : undefined));
    if (reason !== undefined) {
      refuse(`${reason}.`, parser.offset);
      return [];
    }
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  return tokens;
}

/** Escapes of a double-quoted scalar (YAML 1.2 5.7); what is left over is a backslash alone. */
const escapes =
  /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}|\r?\n|[0abt\tnvfre "/\\N_LP])|\\/g;

/** The first escape that there is not: a text may hold a million, and the library makes an error of each. */
function escapeFault(scalar: string): string | undefined {
  for (const { 0: found, index } of scalar.matchAll(escapes))
    if (found === '\\') return `"${scalar.slice(index, index + 2)}" is no escape of a quoted text`;
  return undefined;
}

function compose(tokens: Iterable<CST.Token>, length: number): Document.Parsed[] {
  // Keys that stand twice are sought in `unfitNodes`: the library compares each with each.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  return [...composer.compose(tokens, true, length)] as Document.Parsed[];
}

/** What no file of ours needs: deep nesting, keys that stand twice or are no names, names that reach into objects. */
function unfitNodes(root: Node | null): Fault[] {
  const faults: Fault[] = [];
  const stack: { node: Node | null; path: readonly (string | number)[] }[] = [{ node: root, path: [] }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, path } = next;
    const offset = node?.range?.[0] ?? 0;
    if (path.length > deepest)
      return [{ message: `Values are nested more than ${deepest} deep.`, offset, hint: plainly }];
    if (isScalar(node)) faults.push(...unfitText(node, path));
    if (isSeq(node))
      for (const [i, item] of node.items.entries()) stack.push({ node: item as Node, path: [...path, i] });
    if (isMap(node))
      for (const name of unfitNames(node, offset, faults)) {
        stack.push({ node: name.value, path: [...path, name.name] });
      }
  }
  return faults.sort((a, b) => a.offset - b.offset);
}

function unfitText({ value, range }: Scalar, path: readonly (string | number)[]): Fault[] {
  const fault = typeof value === 'string' ? writingFault(value) : undefined;
  if (fault === undefined) return [];
  const hint = 'Write it as people read it.';
  return [
    {
      code: 'TEXT_UNNATURAL',
      message: `The text ${fault}.`,
      offset: range?.[0] ?? 0,
      key: path.join('.'),
      hint,
    },
  ];
}

/** The fields of a mapping that have names; what is wrong with the others is added to the faults. */
function unfitNames(map: YAMLMap, offset: number, faults: Fault[]): { name: string; value: Node | null }[] {
  const names = new Set<string>();
  return map.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    const at = (key as Node | null)?.range?.[0] ?? offset;
    if (typeof name !== 'string' || forbidden.has(name)) {
      faults.push({ message: `"${String(name)}" cannot be the name of a field.`, offset: at, hint: named });
      return [];
    }
    if (names.has(name)) {
      const hint = 'Keep one of them; of two texts nobody knows which is meant.';
      faults.push({ message: `The field "${name}" stands twice.`, offset: at, hint });
    }
    names.add(name);
    return [{ name, value: value as Node | null }];
  });
}
