import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { blocksOf } from '../../scripts/installed/blocks.ts';
import { campaignSchema, selectionSchema } from '../../src/campaign/schema/schema.ts';
import { projectSchema } from '../../src/cli/project.ts';
import { guideSchema, loadGuide } from '../../src/content/index.ts';
import { parseYaml } from '../../src/files/index.ts';
import { productSchema } from '../../src/product/product-schema.ts';
import { sheetSchema } from '../../src/product/sheet.ts';
import { folderOf } from '../files/folder.ts';

const root = resolve(import.meta.dirname, '../..');

const blocks = ['README.md', ...below('docs'), ...below('docs/start')].flatMap((page) =>
  blocksOf(readFileSync(join(root, page), 'utf8')).map((block) => ({ page, ...block })),
);

function below(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  return names.map((name) => join(folder, name));
}

/** Of what each page's YAML says fields. */
const schemas: Readonly<Record<string, z.ZodObject>> = {
  'docs/guides.md': guideSchema,
  'docs/campaigns.md': campaignSchema.extend({ except: z.array(selectionSchema.loose()) }),
  'docs/templates.md': productSchema.extend({ sides: sheetSchema.shape.sides }),
  'docs/project.md': projectSchema(),
};

/** What is wrong with fields of a file, each held to what the file may say there. */
function faultsOf(value: object, schema: z.ZodObject): string[] {
  return Object.entries(value).flatMap(([key, said]) => {
    const field = schema.shape[key] as z.ZodType | undefined;
    if (field === undefined) return [`there is no ${key}`];
    return (
      field
        .safeParse(said)
        .error?.issues.map(({ path, message }) => `${key}.${path.join('.')}: ${message}`) ?? []
    );
  });
}

describe('blocks of code in the docs', () => {
  it('are each in a language that somebody holds them to', () => {
    const known = ['sh', 'bash', 'js', 'ts', 'yaml', 'css', 'html', 'text'];
    expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([]);
    expect(blocks.length).toBeGreaterThan(100);
  });

  const yaml = blocks.filter(({ language }) => language === 'yaml');

  it.each(yaml.map(({ page, code }) => [page, code.split('\n', 1)[0]!, code]))('%s: %s', (page, _, code) => {
    const { value } = parseYaml(code, page);
    const manifest = value as { apiVersion?: string; kind?: string; spec?: object };
    // A recipe for Kubernetes: that it can be read, and is a job.
    if (manifest.apiVersion !== undefined) return expect(manifest).toMatchObject({ kind: 'Job', spec: {} });
    // Blocks of a section.
    const fields = Array.isArray(value)
      ? { sections: [{ id: 'section', line: 'A line.', blocks: value }] }
      : value;
    expect(schemas[page], page).toBeDefined();
    expect(faultsOf(fields as object, schemas[page]!)).toEqual([]);
  });

  it('that is a whole guide is one', () => {
    const whole = yaml.find(({ code }) => code.includes('yaml-language-server'))!;
    const folder = folderOf({ 'guide.yaml': whole.code });
    expect(loadGuide(folder).data.id).toBe('my-guide');
  });
});
