import type { z } from 'zod';
import {
  mostTold,
  nearest,
  type Problem,
  problem,
  schemaFault,
  suggest,
  valueAt,
} from '../../diagnostics/index.ts';
import type { YamlSource } from '../../files/index.ts';
import { fieldNames, fieldNamesAt } from './walk.ts';

/** What zod says of one field, as problems of ours. */
export function schemaProblems(issue: z.core.$ZodIssue, source: YamlSource): Problem[] {
  const place = source.place(issue.path);
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, mostTold)
      .map((key) =>
        problem(
          'CONTENT_INVALID',
          `"${key}" is not a field of ${field === '' ? 'a guide' : field}.`,
          source.place([...issue.path, key]),
          hintFor(key, issue.path, source),
        ),
      );
  if (issue.path.at(-1) === 'alt')
    return [
      problem(
        'ALT_MISSING',
        `The figure ${field.replace(/\.alt$/, '')} has no alternative text.`,
        place,
        'Say in alt: what the picture shows, for those who do not see it.',
      ),
    ];
  const value = valueAt(issue.path, source.value);
  const isUnquoted =
    issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    (typeof value === 'number' || typeof value === 'boolean');
  const comment = value === null ? /: +(#\S[^"]*)$/.exec(place.source?.trimEnd() ?? '')?.[1] : undefined;
  const isNumber =
    ['helplines', 'numbers'].includes(String(issue.path[0])) &&
    ['display', 'dial'].includes(String(issue.path.at(-1)));
  return [
    problem(
      isNumber ? 'HELPLINE_INVALID' : 'CONTENT_INVALID',
      isUnquoted
        ? `${field} is written as a ${typeof value === 'number' ? 'number' : 'yes or no'}, and a text is wanted.`
        : `${field === '' ? 'The guide' : field}: ${schemaFault(issue, value)}.`,
      place,
      // The value is not said: YAML reads 0800 as 800.
      isUnquoted
        ? `Write it in quotes: ${String(issue.path.at(-1))}: "…".`
        : comment !== undefined
          ? `After a space # begins a comment, which is not read; in quotes it is said: ${String(issue.path.at(-1))}: "${comment}".`
          : value === null
            ? fieldsAnywhere
            : fieldsHere(issue, source),
    ),
  ];
}

const fieldsAnywhere = 'docs/guides.md lists the fields of a guide.';

/** The fields that stand where something else was written: a list, right below `opening:`. */
function fieldsHere(issue: z.core.$ZodIssue, { value }: YamlSource): string {
  const known =
    issue.code === 'invalid_type' && issue.expected === 'object'
      ? fieldNamesAt(issue.path, value)
      : undefined;
  return known === undefined || known.length === 0
    ? fieldsAnywhere
    : `Write them below it, each on a line of its own: ${known.join(', ')}.`;
}

/** What helps where a key is no field: the fields of that very place; or it is what follows a comma in a text. */
function hintFor(key: string, path: readonly PropertyKey[], source: YamlSource): string {
  const known = fieldNamesAt(path, source.value);
  if (valueAt([...path, key], source.value) === null && /[^\p{L}\p{N}_-]/u.test(key))
    return 'Within { } a comma ends a text. Write the text in quotes: { id: …, text: "one, two" }.';
  const near = nearest(key, known ?? fieldNames());
  if (near === undefined && fieldNames().includes(key)) {
    const here = known === undefined ? '' : ` Here stand: ${known.join(', ')}.`;
    return `It belongs to another part: docs/guides.md says where.${here}`;
  }
  return suggest(key, known ?? fieldNames());
}
