/** What a schema says of a value: an issue of zod, as far as it is told here. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
  /** What is wrong with the name of a field. */
  readonly issues?: readonly { readonly message: string }[];
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text is wanted',
  number: 'a number is wanted',
  int: 'a whole number is wanted',
  boolean: 'true or false is wanted',
  array: 'a list is wanted',
  object: 'fields are wanted, each with its name',
  record: 'fields are wanted, each with its name',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a day is written as 2026-11-23',
  url: 'an address begins with https://',
};

/**
 * What is wrong with a value, for those who wrote it and know no schema: `it is missing`, `a list is wanted`. What a schema
 * says in words of ours stays as it is.
 * @param given the value; undefined where it is missing
 */
export function schemaFault(issue: SchemaIssue, given: unknown): string {
  if (issue.code === 'invalid_key') return issue.issues?.[0]?.message ?? issue.message;
  if (given === undefined) return 'it is missing';
  if (given === null) return 'nothing is said there';
  if (!/^(Invalid|Too) /.test(issue.message)) return issue.message;
  const { code, values, options } = issue;
  if (code === 'invalid_type') return kinds[String(issue.expected)] ?? issue.message;
  if (code === 'invalid_value' || code === 'invalid_union') {
    const words = (values ?? options ?? []).map(String);
    if (words.length === 1) return `it is ${words[0]}, or left out`;
    return words.length === 0 ? issue.message : `it is one of ${words.join(', ')}`;
  }
  if (code === 'too_small') return amount(issue, 'at least', issue.minimum);
  if (code === 'too_big') return amount(issue, 'at most', issue.maximum);
  return formats[issue.format ?? ''] ?? issue.message;
}

function amount({ origin }: SchemaIssue, how: string, bound: number | bigint | undefined): string {
  const isLeast = how === 'at least' && Number(bound) === 1;
  if (origin === 'string') return isLeast ? 'it is empty' : `${how} ${bound} letters`;
  if (origin === 'array') return isLeast ? 'the list is empty' : `${how} ${bound} entries`;
  return `it is ${how} ${bound}`;
}

/** What stands at a path of data that was read; undefined where nothing does. */
export function valueAt(path: readonly PropertyKey[], data: unknown): unknown {
  return path.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, step)
        ? (found as Readonly<Record<PropertyKey, unknown>>)[step]
        : undefined,
    data,
  );
}
