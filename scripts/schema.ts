import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideJsonSchema } from '../src/content/index.ts';

/** Writes the JSON Schema that editors check guides with: `npx tsx scripts/schema.ts`. */
writeFileSync(join(import.meta.dirname, '../guides/guide.schema.json'), guideJsonSchema());
