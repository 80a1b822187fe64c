import { harmless } from './harmless.ts';
import type { Problem } from './problem.ts';

/** Characters of a line on the terminal, and of a code frame. */
const [longest, frame] = [300, 110];

/** A text from anywhere, on one line of bounded length. */
function bounded(text: string): string {
  const shown = harmless(text.slice(0, longest + 1));
  return shown.length > longest ? `${shown.slice(0, longest).toWellFormed()}…` : shown;
}

/** A problem as text for a terminal: headline, place, code frame, hint. No colour, no trailing newline. */
export function formatProblem(p: Problem): string {
  const lines = [`${p.severity} ${p.code}: ${bounded(p.message)}`];
  const { file, line, column, source, key, locale, product, page } = p.place;
  // A path is never cut: half of it names another file.
  if (file !== undefined)
    lines.push(
      `  at ${harmless(file)}${line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`}`,
    );
  const facts = [
    key === undefined ? '' : `key ${bounded(key)}`,
    locale === undefined ? '' : `locale ${bounded(locale)}`,
    product === undefined ? '' : `product ${bounded(product)}`,
    page === undefined ? '' : `page ${bounded(page)}`,
  ].filter((fact) => fact !== '');
  if (facts.length > 0) lines.push(`  in ${facts.join(', ')}`);
  if (source !== undefined && line !== undefined) {
    const gutter = String(line);
    const start = column !== undefined && column > 90 ? column - 60 : 0;
    lines.push(`  ${gutter} | ${bounded(source.slice(start, start + frame))}`);
    if (column !== undefined) {
      const before = bounded(source.slice(start, Math.max(start, column - 1)));
      lines.push(`  ${' '.repeat(gutter.length)} | ${' '.repeat(before.length)}^`);
    }
  }
  if (p.hint !== undefined) lines.push(`  hint: ${bounded(p.hint)}`);
  return lines.join('\n');
}
