import { type Problem, problem } from '../diagnostics/index.ts';
import type { TemplateFile } from './types.ts';

/** Names of the partials that a program calls. */
export function calledBy(program: hbs.AST.Program | undefined): string[] {
  return (program?.body ?? []).flatMap((node) => {
    if (node.type === 'PartialStatement')
      return [String(((node as hbs.AST.PartialStatement).name as hbs.AST.PathExpression).original)];
    if (node.type !== 'BlockStatement') return [];
    const block = node as hbs.AST.BlockStatement;
    return [...calledBy(block.program), ...calledBy(block.inverse)];
  });
}

/** Partials that call themselves, at once or by way of others: they would never end. */
export function partialCycles(files: readonly TemplateFile[], names: readonly string[]): Problem[] {
  const calls = new Map(names.map((name, i) => [name, calledBy(files[i]?.program)]));
  return names.flatMap((name, i) => {
    const reached = new Set<string>();
    const open = [...(calls.get(name) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(calls.get(next) ?? []));
    }
    if (!reached.has(name)) return [];
    return [
      problem(
        'TEMPLATE_SYNTAX',
        `The partial "${name}" calls itself.`,
        { file: files[i]!.file, line: 1 },
        'Break the circle.',
      ),
    ];
  });
}
