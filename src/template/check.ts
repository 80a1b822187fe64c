import { type Place, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { hasWords } from '../document/index.ts';
import { type Helper, helpers } from './helpers.ts';
import { placeAt, refusal, type TemplateFile } from './types.ts';

type Node = hbs.AST.Node;

const forbiddenParts = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__lookupGetter__',
  '__defineSetter__',
  '__lookupSetter__',
]);
const knownData = new Set(['index', 'first', 'last', 'key']);

/** What a place takes: a block its helper, a mustache what prints, an argument a value. */
const taken: Readonly<Record<'block' | 'print' | 'argument', readonly Helper['gives'][]>> = {
  block: ['block'],
  print: ['html', 'plain'],
  argument: ['html', 'plain', 'condition', 'list'],
};
type Use = keyof typeof taken;

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

function placeOf(node: Node, { template }: Visit): Place {
  return placeAt(template, node.loc.start.line, node.loc.start.column);
}

function refuse(node: Node, at: Visit, message: string, hint: string): void {
  at.problems.push(refusal(at.template, node, message, hint));
}

function unknown(node: Node, at: Visit, message: string, name: string, known: readonly string[]): void {
  at.problems.push(problem('TEMPLATE_HELPER_UNKNOWN', message, placeOf(node, at), suggest(name, [...known])));
}

function visit(program: hbs.AST.Program | undefined, at: Visit): void {
  for (const node of program?.body ?? []) visitStatement(node, at);
}

function visitStatement(node: Node, at: Visit): void {
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return;
    case 'MustacheStatement': {
      const mustache = node as hbs.AST.MustacheStatement;
      if (!mustache.escaped)
        refuse(
          node,
          at,
          'Raw output is refused.',
          'Use {{say …}} or {{word …}}: they escape what must be escaped.',
        );
      if (isCall(mustache)) visitCall(mustache, 'print', at);
      else if (mustache.path.type === 'PathExpression') visitValue(mustache.path, at);
      else
        at.problems.push(
          problem(
            'TEMPLATE_TEXT',
            "A literal is printed: it would be a text of the template's own.",
            placeOf(node, at),
            'Print a text of the guide or a word of the product.',
          ),
        );
      return;
    }
    case 'BlockStatement': {
      const block = node as hbs.AST.BlockStatement;
      if ((block.program?.blockParams?.length ?? 0) > 0 || (block.inverse?.blockParams?.length ?? 0) > 0)
        refuse(node, at, 'Block parameters are refused.', 'Use this.');
      visitCall(block, 'block', at);
      visit(block.program, at);
      visit(block.inverse, at);
      return;
    }
    case 'PartialStatement': {
      const partial = node as hbs.AST.PartialStatement;
      const name =
        partial.name.type === 'PathExpression' ? (partial.name as hbs.AST.PathExpression).original : '';
      if (!at.partials.includes(name)) unknown(node, at, `There is no partial "${name}".`, name, at.partials);
      if (partial.params.length > 0 || (partial.hash?.pairs.length ?? 0) > 0)
        refuse(node, at, 'Partials take no arguments.', 'A partial sees what stands around it.');
      return;
    }
    default:
      refuse(
        node,
        at,
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

/** A mustache with arguments, or with the name of a helper that needs none. */
export function isCall({ path, params, hash }: Call): boolean {
  return params.length > 0 || hash !== undefined || helperNamed(path)?.least === 0;
}

function helperNamed(path: hbs.AST.Expression): Helper | undefined {
  const name = path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
  return Object.hasOwn(helpers, name) ? helpers[name] : undefined;
}

function visitCall(node: Call, use: Use, at: Visit): void {
  const { original } = node.path as hbs.AST.PathExpression;
  const name = String(original);
  const helper = helperNamed(node.path);
  if (node.path.type !== 'PathExpression')
    refuse(node, at, 'A helper is called by something other than its name.', 'Write {{helper argument}}.');
  else if (use === 'block' && helper?.gives !== 'block')
    unknown(node, at, `{{#${name}}} is not a block helper.`, name, namesOf('block'));
  else if (helper === undefined)
    unknown(node, at, `There is no helper "${name}".`, name, Object.keys(helpers));
  else {
    if (!taken[use].includes(helper.gives))
      refuse(
        node,
        at,
        `"${name}" gives a ${helper.gives}, which does not stand here.`,
        'Conditions and lists are arguments of {{#if}} and {{#each}}.',
      );
    checkArguments(node, name, helper, at);
  }
  for (const param of node.params) visitValue(param, at);
  for (const { value } of node.hash?.pairs ?? []) {
    visitValue(value, at);
    checkWords(value, at);
  }
}

function namesOf(gives: Helper['gives']): string[] {
  return Object.keys(helpers).filter((name) => helpers[name]!.gives === gives);
}

function checkArguments(node: Call, name: string, { least, most, named }: Helper, at: Visit): void {
  const wrong = (message: string) => refuse(node, at, message, 'docs/templates.md lists the helpers.');
  const count = node.params.length;
  if (count < least || count > most)
    wrong(
      `"${name}" takes ${least === most ? least : `${least} to ${most}`} argument${most === 1 ? '' : 's'}, and got ${count}.`,
    );
  if (named !== true && (node.hash?.pairs.length ?? 0) > 0) wrong(`"${name}" takes no named arguments.`);
}

/** A value that is put into a word is printed: typed in a template, it would be the template's own text. */
function checkWords(node: hbs.AST.Expression, at: Visit): void {
  const value =
    node.type === 'StringLiteral' || node.type === 'NumberLiteral' || node.type === 'BooleanLiteral'
      ? String((node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value)
      : '';
  if (hasWords(value))
    at.problems.push(
      problem(
        'TEMPLATE_TEXT',
        `"${value}" is a text of the template's own.`,
        placeOf(node, at),
        'Put in a text of the guide, or write the whole sentence as a word of the product.',
      ),
    );
}

function visitValue(node: hbs.AST.Expression, at: Visit): void {
  switch (node.type) {
    case 'SubExpression':
      visitCall(node as unknown as Call, 'argument', at);
      return;
    case 'PathExpression':
      checkPath(node as hbs.AST.PathExpression, at);
      return;
    default:
      // A literal of any type.
      return;
  }
}

function checkPath(path: hbs.AST.PathExpression, at: Visit): void {
  const bad = path.parts.map(String).find((part) => forbiddenParts.has(part));
  if (bad !== undefined)
    refuse(path, at, `"${bad}" is refused in a path.`, 'Templates see the guide, not the program.');
  if (path.data && !knownData.has(String(path.parts[0])))
    at.problems.push(
      problem(
        'TEMPLATE_KEY_UNKNOWN',
        `"@${path.parts.join('.')}" is not there.`,
        placeOf(path, at),
        suggest(String(path.parts[0]), [...knownData]),
      ),
    );
}
