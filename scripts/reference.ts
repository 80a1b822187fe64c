/**
 * Writes docs/reference.md from the code's own tables: the command with its options, fields of guides, products, campaigns and a
 * project's file.
 *
 *   npx tsx scripts/reference.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reference } from './reference/page.ts';

writeFileSync(join(import.meta.dirname, '../docs/reference.md'), await reference());
