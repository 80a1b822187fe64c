import * as z from 'zod';

/** Number of the form of what `--json` and `--json-lines` write; another form has another number. */
export const jsonFormat = 1;

/** What is written, as schemas. */
export function jsonForms() {
  const place = z
    .looseObject({
      file: z.string().optional(),
      line: z.number().optional(),
      column: z.number().optional(),
      key: z.string().optional(),
      locale: z.string().optional(),
      page: z.string().optional(),
    })
    .describe('Where it is: file, line and column, content key, locale, page');

  const told = z
    .looseObject({
      code: z.string().describe('docs/errors.md lists them'),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      hint: z.string().optional().describe('What to do about it'),
      place,
    })
    .describe('A problem');

  const outcome = {
    name: z.string().describe('Name of the file'),
    path: z.string().optional().describe('Where it was written; not there where it was not made'),
    pictures: z.array(z.string()).optional().describe('Pictures of its pages (--png)'),
    pages: z.number().int().optional().describe('Sheets of the PDF'),
    size: z.number().int().optional().describe('Bytes'),
    milliseconds: z.number().describe('How long it took'),
    proved: z.boolean().describe('Whether it is there and proved'),
    problems: z.array(told).describe('Why it was not made, or warnings'),
  };

  /** What `print --json` writes: a list of what became of each file. */
  const print = z.array(z.looseObject(outcome)).describe('print --json');

  /** What any command with `--json` writes where it ends before it did anything. */
  const failed = z
    .strictObject({
      format: z.literal(jsonFormat),
      kind: z.literal('failed'),
      problems: z.array(told).min(1),
    })
    .describe('Any command with --json, where nothing could be begun');

  /** A line of `print --json-lines`. */
  const line = z
    .discriminatedUnion('kind', [
      z.looseObject({ format: z.literal(jsonFormat), kind: z.literal('file'), ...outcome }),
      z.strictObject({
        format: z.literal(jsonFormat),
        kind: z.literal('ended'),
        made: z.number().int().describe('Files that were made'),
        failed: z.number().int().describe('Files that were not'),
      }),
      failed,
    ])
    .describe('print --json-lines: a line for each file as it is made, then one that says that it ended');

  return { print, line, failed };
}

/** JSON Schema of what the command writes for machines. */
export function outputJsonSchema(): string {
  const of = (form: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(form);
    return rest;
  };
  const { print, line, failed } = jsonForms();
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: { print: of(print), line: of(line), failed: of(failed) },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
