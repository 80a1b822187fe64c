import * as z from 'zod';
import { parseYaml } from '../../files/index.ts';
import { guideSchema } from './schema.ts';

/** What is read of a JSON Schema. */
interface Described {
  readonly description?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: Described | boolean;
  readonly items?: Described;
  readonly oneOf?: readonly Described[];
}

/** What a beginner meets first: the guide's own fields, those of the first helpline, of the first section, of each kind. */
const shown = [/^[^.]+$/, /^helplines\.main\.[^.]+$/, /^sections\.0\.(?:line|blocks)$/, /\.kind$/];

/** A guide's YAML with what the schema says of its fields as comments above them, each once; comments that stand there stay. */
export function taught(yaml: string): string {
  const source = parseYaml(yaml, 'guide.yaml');
  const lines = yaml.split('\n');
  const said = new Set<string>();
  const above = new Map<number, string>();
  for (const { path, description } of described(z.toJSONSchema(guideSchema) as Described, source.value, [])) {
    const line = source.place(path).line;
    if (line === undefined || said.has(description) || !shown.some((each) => each.test(path.join('.'))))
      continue;
    said.add(description);
    if (!above.has(line) && !/^\s*#/.test(lines[line - 2] ?? ''))
      above.set(line, `${description[0]!.toUpperCase()}${description.slice(1)}`);
  }
  return lines
    .flatMap((line, i) => {
      const comment = above.get(i + 1);
      return comment === undefined ? [line] : [`${/^\s*/.exec(line)![0]}# ${comment}`, line];
    })
    .join('\n');
}

/** Every field of a value with what its schema says of it, in reading order. */
function* described(
  schema: Described,
  value: unknown,
  path: readonly (string | number)[],
): Generator<{ readonly path: readonly (string | number)[]; readonly description: string }> {
  if (schema.description !== undefined) yield { path, description: schema.description };
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries())
      if (schema.items !== undefined) yield* described(schema.items, item, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value as Record<string, unknown>);
    const { kind } = value as { readonly kind?: unknown };
    const of = schema.oneOf?.find(({ properties }) => properties?.kind?.const === kind) ?? schema;
    for (const [name, inner] of fields) {
      const rest = of.additionalProperties;
      const next = of.properties?.[name] ?? (typeof rest === 'object' ? rest : undefined);
      if (next !== undefined) yield* described(next, inner, [...path, name]);
    }
  }
}
