import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogue } from '../src/diagnostics/index.ts';

/** `docs/errors.md`, made from the catalogue of codes. */
export function errorsPage(): string {
  const rows = Object.entries(catalogue).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return `# Errors

Every problem has a permanent code, and says where it is (file, line and column with the line itself, content key,
locale, page) and what to do. All problems are listed, not just the first. Made from \`src/diagnostics/catalogue.ts\` by
\`npx tsx scripts/errors.ts\`.

| code | meaning |
|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(resolve(import.meta.dirname, '..'), 'docs/errors.md'), errorsPage());
