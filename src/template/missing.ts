import { suggest } from '../diagnostics/index.ts';

/** A call in a template: a mustache, a block or a subexpression. */
export type Call = hbs.AST.Node & {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
};

/** Where a call starts, as a key: what Handlebars tells a helper about its call. */
export function callKey(loc: hbs.AST.SourceLocation): string {
  return `${loc.source}:${loc.start.line}:${loc.start.column}`;
}

/** Every call of a program, by {@link callKey}. */
export function callsIn(program: hbs.AST.Program | undefined, calls: Map<string, Call>): void {
  for (const node of program?.body ?? []) {
    if (node.type === 'MustacheStatement' || node.type === 'BlockStatement') addCall(node as Call, calls);
    if (node.type !== 'BlockStatement') continue;
    const block = node as hbs.AST.BlockStatement;
    callsIn(block.program, calls);
    callsIn(block.inverse, calls);
  }
}

function addCall(call: Call, calls: Map<string, Call>): void {
  calls.set(callKey(call.loc), call);
  for (const value of [...call.params, ...(call.hash?.pairs ?? []).map((pair) => pair.value)])
    if (value.type === 'SubExpression') addCall(value as unknown as Call, calls);
}

/** What to say of a call with an argument that does not exist: the name, and the nearest that does. */
export function missingName(call: Call | undefined, context: unknown): { message: string; hint: string } {
  const paths = [...(call?.params ?? []), ...(call?.hash?.pairs ?? []).map((pair) => pair.value)].filter(
    (value): value is hbs.AST.PathExpression => value.type === 'PathExpression',
  );
  for (const path of paths) {
    if (path.depth > 0 || path.data) continue;
    let at: unknown = context;
    for (const part of path.parts.map(String)) {
      if (typeof at !== 'object' || at === null) break;
      if (!Object.hasOwn(at, part))
        return { message: `"${path.original}" does not exist here.`, hint: suggest(part, Object.keys(at)) };
      at = (at as Record<string, unknown>)[part];
    }
  }
  const names = paths.map((path) => `"${path.original}"`).join(' or ');
  return {
    message: `${names === '' ? 'An argument' : names} does not exist here.`,
    hint: 'Ask for what may be absent: {{#if (has this "caption")}}.',
  };
}
