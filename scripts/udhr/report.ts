import { leftOut } from './run.ts';
import type { Outcome } from './set.ts';

/** What is not set, or not whole, by name and with the reason: one line each. */
export function exceptions(outcomes: readonly Outcome[]): string {
  const lines = [
    ...leftOut().map(({ declaration: { code, name }, script }) => `${code}, ${name}: no faces for ${script}`),
    ...outcomes.flatMap(({ code, name, refused }) =>
      refused === undefined ? [] : [`${code}, ${name}: not set, ${refused}`],
    ),
    ...outcomes.flatMap(({ code, name, without }) =>
      without.length === 0 ? [] : [`${code}, ${name}: set without ${without.join(' ')}`],
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Milliseconds a page by script, one row each, most texts first. */
export function speedTable(outcomes: readonly Outcome[]): string {
  const scripts = new Map<string, { texts: number; pages: number; milliseconds: number }>();
  for (const { script, pages, milliseconds, refused, faults } of outcomes) {
    if (refused !== undefined || faults.length > 0) continue;
    const sums = scripts.get(script) ?? { texts: 0, pages: 0, milliseconds: 0 };
    sums.texts++;
    sums.pages += pages;
    sums.milliseconds += milliseconds;
    scripts.set(script, sums);
  }
  const rows = [...scripts]
    .sort((a, b) => b[1].texts - a[1].texts || (a[0] < b[0] ? -1 : 1))
    .map(
      ([script, { texts, pages, milliseconds }]) =>
        `| ${script} | ${texts} | ${pages} | ${(milliseconds / pages).toFixed(1)} |`,
    );
  return ['| script | texts | pages | ms a page |', '|---|---|---|---|', ...rows, ''].join('\n');
}
