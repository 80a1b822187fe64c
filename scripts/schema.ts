import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaignJsonSchema } from '../src/campaign/index.ts';
import { outputJsonSchema, projectJsonSchema } from '../src/cli/index.ts';
import { guideJsonSchema } from '../src/content/index.ts';
import { productJsonSchema } from '../src/product/index.ts';

/** Writes the JSON Schemas that editors check guides, campaigns and products with: `npx tsx scripts/schema.ts`. */
const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'guides/guide.schema.json'), guideJsonSchema());
mkdirSync(join(root, 'campaigns'), { recursive: true });
writeFileSync(join(root, 'campaigns/campaign.schema.json'), campaignJsonSchema());
writeFileSync(join(root, 'templates/product.schema.json'), productJsonSchema());
writeFileSync(join(root, 'docs/json.schema.json'), outputJsonSchema());
writeFileSync(join(root, 'docs/project.schema.json'), projectJsonSchema());
