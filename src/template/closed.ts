import type { TemplateFile } from './types.ts';

/** What a partial asks for beside what it stands in. */
interface Asks {
  /** Something around what it stands in, or how a list is divided. */
  beyond: boolean;
  /** Its place in a list that it does not go through itself. */
  place: boolean;
  /** The partials that it calls, and whether it does so for each of a list. */
  readonly calls: { readonly name: string; readonly inEach: boolean }[];
}

const places: ReadonlySet<string> = new Set(['@first', '@last', '@index']);

/**
 * The names of the partials that print the same wherever they stand in the same: they ask for nothing around it, and neither
 * do those that they call. None calls itself.
 */
export function closedPartials(
  files: readonly TemplateFile[],
  names: readonly string[],
): ReadonlySet<string> {
  const asks = new Map(names.map((name, i) => [name, asksOf(files[i]!.program)]));
  const isClosed = (name: string, inEach: boolean): boolean => {
    const of = asks.get(name);
    return (
      of !== undefined &&
      !of.beyond &&
      (inEach || !of.place) &&
      of.calls.every((call) => isClosed(call.name, inEach || call.inEach))
    );
  };
  return new Set(names.filter((name) => isClosed(name, false)));
}

function asksOf(program: hbs.AST.Program): Asks {
  const asks: Asks = { beyond: false, place: false, calls: [] };
  look(program, false, asks);
  return asks;
}

function look(program: hbs.AST.Program | undefined, inEach: boolean, asks: Asks): void {
  for (const node of program?.body ?? []) {
    if (node.type === 'PartialStatement') {
      const { original } = (node as hbs.AST.PartialStatement).name as hbs.AST.PathExpression;
      asks.calls.push({ name: String(original), inEach });
    } else if (node.type === 'MustacheStatement' || node.type === 'BlockStatement') {
      lookAt(node as hbs.AST.MustacheStatement, inEach, asks);
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      const isEach = (block.path as hbs.AST.PathExpression).original === 'each';
      look(block.program, inEach || isEach, asks);
      look(block.inverse, inEach, asks);
    }
  }
}

type Call = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash'>;

function lookAt({ path, params, hash }: Call, inEach: boolean, asks: Asks): void {
  for (const value of [path, ...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]) {
    if (value.type === 'SubExpression') lookAt(value as hbs.AST.SubExpression, inEach, asks);
    if (value.type !== 'PathExpression') continue;
    const { original, depth, data } = value as hbs.AST.PathExpression;
    if (data && places.has(String(original))) asks.place ||= !inEach;
    else if (data || depth > 0 || original === 'distribute') asks.beyond = true;
  }
}
