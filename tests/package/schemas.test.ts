import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaignJsonSchema } from '../../src/campaign/index.ts';
import { guideJsonSchema } from '../../src/content/index.ts';
import { productJsonSchema } from '../../src/product/index.ts';

const root = resolve(import.meta.dirname, '../..');

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** Paths of the properties that say nothing of themselves. */
function undescribed(node: Node, path = ''): string[] {
  const inner = [node.items, node.additionalProperties, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, property]) => [
      ...(property.description === undefined ? [`${path}.${name}`] : []),
      ...undescribed(property, `${path}.${name}`),
    ]),
    ...inner.flatMap((each) => (typeof each === 'object' ? undescribed(each, `${path}[]`) : [])),
  ];
}

describe.each([
  ['guides/guide.schema.json', guideJsonSchema],
  ['campaigns/campaign.schema.json', campaignJsonSchema],
  ['templates/product.schema.json', productJsonSchema],
])('%s', (file, made) => {
  it('is what scripts/schema.ts makes of the code', () => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(made());
  });

  it('says of every field what it is', () => {
    expect(undescribed(JSON.parse(made()) as Node)).toEqual([]);
  });
});
