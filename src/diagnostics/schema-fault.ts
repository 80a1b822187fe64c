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
  /** Whether the bound itself is taken. */
  readonly inclusive?: boolean;
  /** Of each form that a value may have, what it lacks. */
  readonly errors?: readonly (readonly SchemaIssue[])[];
  readonly path?: readonly PropertyKey[];
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
    const forms = code === 'invalid_union' && words.length === 0 ? formsOf(issue) : [];
    if (forms.length > 0) return `${forms.join(', or ')}`;
    if (words.length === 1) return `it is ${words[0]}, or left out`;
    return words.length === 0 ? issue.message : `it is one of ${words.join(', ')}`;
  }
  if (code === 'too_small') return amount(issue, 'at least', issue.minimum);
  if (code === 'too_big') return amount(issue, 'at most', issue.maximum);
  return formats[issue.format ?? ''] ?? issue.message;
}

/** The forms that a value may have, where it has none of them. */
function formsOf({ errors = [] }: SchemaIssue): string[] {
  const wanted = errors.flatMap(([first]) =>
    first?.code === 'invalid_type' ? (kinds[String(first.expected)] ?? []) : [],
  );
  return [...new Set(wanted)].map((each, i) => (i === 0 ? each : each.replace(/ (?:is|are) wanted/, '')));
}

/**
 * What is wrong with a value that may have several forms: with the one form that it has, where it is of one's kind; else that it has
 * none of them.
 */
export function meantIssues<Issue extends SchemaIssue & { readonly path: readonly PropertyKey[] }>(
  issue: Issue,
): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const forms = (issue.errors ?? []) as readonly (readonly Issue[])[];
  const meant = forms.find((each) =>
    each.every(({ code, path }) => path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value')),
  );
  if (meant === undefined) return [issue];
  return meant.flatMap((inner) => meantIssues({ ...inner, path: [...issue.path, ...inner.path] }));
}

function amount({ origin, inclusive }: SchemaIssue, how: string, bound: number | bigint | undefined): string {
  const isLeast = how === 'at least' && Number(bound) === 1;
  if (origin === 'string') return isLeast ? 'it is empty' : `${how} ${bound} letters`;
  if (origin === 'array') return isLeast ? 'the list is empty' : `${how} ${bound} entries`;
  if (inclusive === false) return `it is ${how === 'at least' ? 'more' : 'less'} than ${bound}`;
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
