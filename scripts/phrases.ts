/**
 * Makes `src/text/tables/japanese-phrases.ts` anew from the model of BudouX (Apache License 2.0).
 *
 *   npx tsx scripts/phrases.ts
 *
 * BudouX is no dependency: its package brings a command line and an HTML parser, and we need its weights.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = 'budoux@0.9.2';
const folder = mkdtempSync(join(tmpdir(), 'budoux-'));
try {
  const pack = execFileSync('npm', ['pack', '--silent', source], { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', pack], { cwd: folder });
  const module = readFileSync(join(folder, 'package/module/data/models/ja.js'), 'utf8');
  const json = module.slice(module.indexOf('{'), module.lastIndexOf('}') + 1);
  const model = JSON.parse(json) as Record<string, Record<string, number>>;
  const groups = Object.entries(model).map(
    ([name, weights]) =>
      `  ${name}: ${JSON.stringify(
        Object.entries(weights)
          .map(([text, weight]) => `${text}${weight}`)
          .join('\t'),
      )},`,
  );
  writeFileSync(
    join(import.meta.dirname, '../src/text/tables/japanese-phrases.ts'),
    `// Made by scripts/phrases.ts from ${source}. Do not edit.
// Copyright 2021 Google LLC. Licensed under the Apache License, Version 2.0.

/** Weights of BudouX's model for Japanese: by group, texts each with its weight, tabs between them. */
export const weights: Readonly<Record<string, string>> = {
${groups.join('\n')}
};
`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
