import type { Problem } from './problem.ts';

/** A problem as text for a terminal: headline, place, code frame, hint. No colour, no trailing newline. */
export function formatProblem(p: Problem): string {
  const lines = [`${p.severity} ${p.code}: ${p.message}`];
  const { file, line, column, source, key, locale, page } = p.place;
  if (file !== undefined)
    lines.push(
      `  at ${file}${line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`}`,
    );
  const facts = [
    key === undefined ? '' : `key ${key}`,
    locale === undefined ? '' : `locale ${locale}`,
    page === undefined ? '' : `page ${page}`,
  ].filter((fact) => fact !== '');
  if (facts.length > 0) lines.push(`  in ${facts.join(', ')}`);
  if (source !== undefined && line !== undefined) {
    const gutter = String(line);
    const start = column !== undefined && column > 90 ? column - 60 : 0;
    lines.push(`  ${gutter} | ${source.slice(start, start + 110)}`);
    if (column !== undefined)
      lines.push(`  ${' '.repeat(gutter.length)} | ${' '.repeat(column - 1 - start)}^`);
  }
  if (p.hint !== undefined) lines.push(`  hint: ${p.hint}`);
  return lines.join('\n');
}
