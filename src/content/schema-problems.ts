import type { z } from 'zod';
import { mostTold, type Problem, problem, suggest } from '../diagnostics/index.ts';
import type { YamlSource } from '../files/index.ts';
import { fieldNames } from './walk.ts';

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
          fieldNames().includes(key)
            ? 'It belongs to another part: docs/guides.md says where.'
            : suggest(key, fieldNames()),
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
  const isNumber =
    ['helplines', 'numbers'].includes(String(issue.path[0])) &&
    ['display', 'dial'].includes(String(issue.path.at(-1)));
  return [
    problem(
      isNumber ? 'HELPLINE_INVALID' : 'CONTENT_INVALID',
      `${field === '' ? 'The guide' : field}: ${issue.message}.`,
      place,
      'docs/guides.md lists the fields of a guide.',
    ),
  ];
}
