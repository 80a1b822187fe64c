import { type Place, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { helpers } from './helpers.ts';

type Node = hbs.AST.Node;

const forbiddenParts = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__lookupGetter__',
]);
const knownData = new Set(['index', 'first', 'last', 'key']);
const noArguments = new Set(['helpline']);
/** Least and most arguments of each helper; those with named arguments take any names. */
const arity: Readonly<
  Record<string, { readonly least: number; readonly most: number; readonly named?: true }>
> = {
  say: { least: 1, most: 1 },
  plain: { least: 1, most: 1 },
  word: { least: 1, most: 1, named: true },
  wordPlain: { least: 1, most: 1, named: true },
  helpline: { least: 0, most: 1 },
  is: { least: 2, most: 2 },
  has: { least: 2, most: 2 },
  not: { least: 1, most: 1 },
  and: { least: 1, most: 20 },
  or: { least: 1, most: 20 },
  distribute: { least: 2, most: 2 },
  if: { least: 1, most: 1 },
  unless: { least: 1, most: 1 },
  each: { least: 1, most: 1 },
};
const blockHelpers = new Set(['if', 'unless', 'each']);

/** One template file, parsed. */
export interface TemplateFile {
  readonly file: string;
  readonly lines: readonly string[];
  readonly program: hbs.AST.Program;
}

/** Everything in a template that is refused before it is ever run: raw output, unknown helpers and partials, and so on. */
export function checkTemplate(template: TemplateFile, partials: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  visit(template.program, { template, partials, problems });
  return problems;
}

interface Visit {
  readonly template: TemplateFile;
  readonly partials: readonly string[];
  readonly problems: Problem[];
}

function placeOf(node: Node, { file, lines }: TemplateFile): Place {
  const { line, column } = node.loc.start;
  return { file, line, column: column + 1, source: lines[line - 1] ?? '' };
}

function visit(program: hbs.AST.Program | undefined, at: Visit): void {
  for (const node of program?.body ?? []) visitStatement(node, at);
}

function visitStatement(node: Node, at: Visit): void {
  const refuse = (message: string, hint: string) =>
    at.problems.push(problem('TEMPLATE_SYNTAX', message, placeOf(node, at.template), hint));
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return;
    case 'MustacheStatement': {
      const mustache = node as hbs.AST.MustacheStatement;
      if (!mustache.escaped)
        refuse('Raw output is refused.', 'Use {{say …}} or {{word …}}: they escape what must be escaped.');
      call(mustache, at, mustache.params.length > 0 || mustache.hash !== undefined);
      return;
    }
    case 'BlockStatement': {
      const block = node as hbs.AST.BlockStatement;
      const name = (block.path as hbs.AST.PathExpression).original;
      if (!blockHelpers.has(name)) {
        at.problems.push(
          problem(
            'TEMPLATE_HELPER_UNKNOWN',
            `{{#${name}}} is not a block helper.`,
            placeOf(node, at.template),
            suggest(name, [...blockHelpers]),
          ),
        );
        return;
      }
      if ((block.program.blockParams?.length ?? 0) > 0) refuse('Block parameters are refused.', 'Use this.');
      call(block, at, true);
      visit(block.program, at);
      visit(block.inverse, at);
      return;
    }
    case 'PartialStatement': {
      const partial = node as hbs.AST.PartialStatement;
      const name =
        partial.name.type === 'PathExpression' ? (partial.name as hbs.AST.PathExpression).original : '';
      if (!at.partials.includes(name))
        at.problems.push(
          problem(
            'TEMPLATE_HELPER_UNKNOWN',
            `There is no partial "${name}".`,
            placeOf(node, at.template),
            suggest(name, at.partials),
          ),
        );
      if (partial.params.length > 0 || (partial.hash?.pairs.length ?? 0) > 0)
        refuse('Partials take no arguments.', 'A partial sees what stands around it.');
      return;
    }
    default:
      refuse(
        `${node.type.replace(/Statement$/, '')} is refused.`,
        'Decorators and inline partials are not in the vocabulary.',
      );
  }
}

type Call = {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
} & Node;

function call(node: Call, at: Visit, isCall: boolean): void {
  const path = node.path as hbs.AST.PathExpression;
  const isBare = !isCall && !(noArguments.has(path.original) && Object.hasOwn(helpers, path.original));
  if (isBare) expression(node.path, at);
  else if (!Object.hasOwn(helpers, path.original))
    at.problems.push(
      problem(
        'TEMPLATE_HELPER_UNKNOWN',
        `There is no helper "${path.original}".`,
        placeOf(node, at.template),
        suggest(path.original, Object.keys(helpers)),
      ),
    );
  else checkArguments(node, path.original, at);
  for (const param of node.params) expression(param, at);
  for (const pair of node.hash?.pairs ?? []) expression(pair.value, at);
}

function checkArguments(node: Call, name: string, at: Visit): void {
  const { least, most, named } = arity[name]!;
  const refuse = (message: string) =>
    at.problems.push(
      problem('TEMPLATE_SYNTAX', message, placeOf(node, at.template), 'docs/templates.md lists the helpers.'),
    );
  const count = node.params.length;
  if (count < least || count > most)
    refuse(
      `"${name}" takes ${least === most ? least : `${least} to ${most}`} argument${most === 1 ? '' : 's'}, and got ${count}.`,
    );
  if (!named && (node.hash?.pairs.length ?? 0) > 0) refuse(`"${name}" takes no named arguments.`);
}

function expression(node: hbs.AST.Expression, at: Visit): void {
  if (node.type === 'SubExpression') {
    call(node as unknown as Call, at, true);
    return;
  }
  if (node.type !== 'PathExpression') return;
  const path = node as hbs.AST.PathExpression;
  const bad = path.parts.map(String).find((part) => forbiddenParts.has(part));
  if (bad !== undefined)
    at.problems.push(
      problem(
        'TEMPLATE_SYNTAX',
        `"${bad}" is refused in a path.`,
        placeOf(node, at.template),
        'Templates see the guide, not the program.',
      ),
    );
  if (path.data && !knownData.has(String(path.parts[0])))
    at.problems.push(
      problem(
        'TEMPLATE_KEY_UNKNOWN',
        `"@${path.parts.join('.')}" is not there.`,
        placeOf(node, at.template),
        suggest(String(path.parts[0]), [...knownData]),
      ),
    );
}
