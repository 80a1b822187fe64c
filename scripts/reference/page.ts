import { Writable } from 'node:stream';
import * as z from 'zod';
import { campaignJsonSchema } from '../../src/campaign/index.ts';
import { outputJsonSchema, projectJsonSchema, run } from '../../src/cli/index.ts';
import { guideJsonSchema } from '../../src/content/index.ts';
import { ownFaceSchema } from '../../src/press/index.ts';
import { productJsonSchema } from '../../src/product/index.ts';
import { helpers } from '../../src/template/index.ts';

/** What is read of a JSON Schema. */
interface Node {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  /** What must not be there. */
  readonly not?: unknown;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** The page of reference. */
export async function reference(): Promise<string> {
  const fields = (schema: string) => table(rowsOf(JSON.parse(schema) as Node, '', new Set()));
  return `# Reference

Made from the code's own tables by \`npx tsx scripts/reference.ts\`; a test holds it to them. What the fields are for is told in [guides.md](guides.md),
[templates.md](templates.md), [campaigns.md](campaigns.md) and [project.md](project.md). Three tables are pages of their own, made of the code as this one is, and
ship beside it: the elements of HTML with what each becomes in the PDF in [html.md](html.md), the properties and values of CSS with their
pictures in [css.md](css.md), the codes with what they mean in [errors.md](errors.md).

## The command

${(await commandsOf([])).join('\n\n')}

## Fields of \`guide.yaml\`

\`*\` stands for a name of yours, \`[]\` for each of a list. A field in bold must be there.

${fields(guideJsonSchema())}

## Fields of \`product.yaml\`

${fields(productJsonSchema())}

## Fields of \`campaign.yaml\`

${fields(campaignJsonSchema())}

## Fields of \`helpline-press.yaml\`

${fields(projectJsonSchema())}

## Fields of the \`manifest.json\` of own faces

${fields(JSON.stringify(z.toJSONSchema(z.strictObject({ fonts: z.array(ownFaceSchema).describe('Each font file') }))))}

## Helpers of templates

| in a template | gives |
|---|---|
${Object.values(helpers)
  .map(({ call, about }) => `| \`${call}\` | ${about} |`)
  .join('\n')}

## What the command writes for machines

\`print --json-lines\` writes a line for each file, \`print --json\` a list of what stands in these lines, every command with \`--json\` a line of the kind
\`failed\` where nothing could be begun; [json.md](json.md) says which writes when. A field that there is stays what it is.

${fields(machineForm())}
`;
}

/** The lines of `print --json-lines`, by their kind. */
function machineForm(): string {
  const { $defs } = JSON.parse(outputJsonSchema()) as { $defs: Readonly<Record<string, Node>> };
  return JSON.stringify($defs.line);
}

async function helpOf(words: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const out = new Writable({
    write(part: Buffer, _, done) {
      parts.push(part.toString());
      done();
    },
  });
  await run([...words, '--help'], { out, err: out });
  return parts.join('').trimEnd();
}

/** The help of each command, as it is said. */
async function commandsOf(words: readonly string[]): Promise<string[]> {
  const said = await helpOf(words);
  const listed = /\nCommands:\n([\s\S]*?)(?:\n\n|$)/.exec(said)?.[1] ?? '';
  const names = [...listed.matchAll(/^ {2}(\w+)/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');
  const below = await Promise.all(names.map((name) => commandsOf([...words, name])));
  const title = `### \`${['helpline-press', ...words].join(' ')}\``;
  return [`${title}\n\n\`\`\`text\n${said}\n\`\`\``, ...below.flat()];
}

interface Row {
  readonly path: string;
  readonly isRequired: boolean;
  readonly value: string;
  readonly about: string;
}

/** A field that is alike in several places. */
const keyOf = (name: string, node: Node): string => `${name} ${node.description} ${JSON.stringify(node)}`;

/** Each field once: what stands alike in several places is told where it stands first, and named in the others. */
function rowsOf(node: Node, path: string, told: Set<string>): Row[] {
  const alternatives = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  const rest = typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, inner]): Row[] => {
      const at = path === '' ? name : `${path}.${name}`;
      const key = keyOf(name, inner);
      if (told.has(key) || inner.not !== undefined) return [];
      told.add(key);
      const isRequired = node.required?.includes(name) === true;
      const again = Object.entries(inner.properties ?? {}).flatMap(([field, of]) =>
        told.has(keyOf(field, of)) && of.not === undefined ? [`\`${field}\``] : [],
      );
      const about = `${inner.description ?? ''}${again.length === 0 ? '' : `. As above: ${again.join(', ')}`}`;
      return [{ path: at, isRequired, value: valuesOf(inner), about }, ...rowsOf(inner, at, told)];
    }),
    ...(node.items === undefined ? [] : rowsOf(node.items, `${path}[]`, told)),
    ...rest.flatMap((inner) => rowsOf(inner, `${path}.*`, told)),
    ...alternatives.flatMap((inner) => {
      const kind = inner.properties?.kind?.const;
      const of = path === '' ? String(kind) : `${path} (${String(kind)})`;
      return rowsOf(inner, kind === undefined ? path : of, told);
    }),
  ];
}

function valuesOf(node: Node): string {
  const given = node.default === undefined ? '' : `; else ${JSON.stringify(node.default)}`;
  const values = node.enum ?? (node.const === undefined ? undefined : [node.const]);
  if (values !== undefined && values.length < 12)
    return `${values.map((each) => `\`${String(each)}\``).join(', ')}${given}`;
  if (node.anyOf !== undefined) return `${[...new Set(node.anyOf.map(valuesOf))].join(' or ')}${given}`;
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'list',
    object: 'fields',
    integer: 'number',
    boolean: 'yes or no',
  };
  return `${names[node.type ?? ''] ?? node.type ?? ''}${given}`;
}

function table(rows: readonly Row[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\n/g, ' ');
  const lines = rows.map(({ path, isRequired, value, about }) => {
    const name = isRequired ? `**\`${path}\`**` : `\`${path}\``;
    return `| ${name} | ${cell(value)} | ${cell(about)} |`;
  });
  return ['| field | value | what it is |', '|---|---|---|', ...lines].join('\n');
}
