import * as z from 'zod';
import { PressError, type Problem, problem, schemaFault, valueAt } from '../diagnostics/index.ts';
import { numberFault } from './numbers/number.ts';
import { sheetFaults } from './reading/shared-sheets.ts';
import type { BundleExpectation, Expectation } from './types.ts';

/** Pieces that a file may have. */
const mostPieces = 1000;

/** Bounds of what is read from a record: far above any job, far below what could keep a machine busy. */
const most = {
  text: 20_000,
  texts: 20_000,
  sheets: 5000,
  areas: 64,
  numbers: 200,
  links: 2000,
  faces: 200,
} as const;

/** What a `.proof.json` says of the file that it was made of; all that it found is found anew. */
export interface PrintRecord {
  readonly expectation: Expectation | BundleExpectation;
  /** SHA-256 of that file, hex. */
  readonly sha256: string;
}

/** Of all that is read: made when the first record is read, for most that load this read none. */
function makeSchemas() {
  const text = z.string().min(1).max(most.text);
  const name = z.string().min(1).max(200);
  /** A size or place on paper, pt: up to about 7 m. */
  const length = z.number().min(0).max(20_000);
  const size = z.number().positive().max(2000);
  const date = z.iso.date();
  const shown = z.string().min(2).max(40).regex(/\d/, 'a number has digits');
  const uri = z
    .string()
    .regex(
      /^(?:tel|sms):(?:\+?\d{2,15}(?:;ext=\d{1,7})?|(?:\*|%23)\d{2,6})$/,
      'a number is dialled by tel: or sms: and its digits, after a star or hash (%23) where it has one',
    );

  const area = z.strictObject({
    page: name,
    x: z.number().min(-20_000).max(20_000),
    y: z.number().min(-20_000).max(20_000),
    width: length,
    height: length,
    rotate: z.literal([0, 90, 180, 270]),
    copy: z.literal(true).exactOptional(),
  });

  const tile = z.strictObject({
    page: name,
    x: length,
    y: length,
    width: length,
    height: length,
    left: length,
    top: length,
  });

  /** The hash of what a part of a file holds. */
  const part = z.string().regex(/^[0-9a-f]{32}$/, 'the hash of a part has 32 hexadecimal digits');

  const printed = z.strictObject({
    pages: z
      .array(z.strictObject({ content: part, links: part }))
      .min(1)
      .max(most.sheets),
    fonts: part,
    pictures: part,
    structure: part,
    bookmarks: part,
    view: part,
    date: z.iso.datetime(),
  });

  const expectationSchema: z.ZodType<Expectation> = z.strictObject({
    format: z.literal(2),
    guide: z.strictObject({ id: name, version: name, date }),
    locale: name,
    direction: z.enum(['ltr', 'rtl']),
    product: name,
    paper: name,
    edition: name,
    purpose: z.enum(['screen', 'office', 'press']),
    title: text,
    helpline: z.strictObject({ display: shown, uri, minSize: size }),
    numbers: z
      .array(z.strictObject({ display: shown, uri }))
      .min(1)
      .max(most.numbers),
    codes: z
      .array(z.strictObject({ display: z.string().regex(/^\d\d$/), uri: z.string().regex(/^tel:\d\d$/) }))
      .min(1)
      .max(most.numbers)
      .exactOptional(),
    faces: z
      .strictObject({
        number: name,
        outlines: z
          .record(name, z.string().regex(/^[0-9a-f]{1504}$/))
          .refine((faces) => Object.keys(faces).length <= most.faces, 'there are too many faces'),
        others: z.record(name, z.array(z.string().regex(/^[!-~][0-9a-f]{16}$/)).max(most.texts)),
      })
      .exactOptional(),
    loud: z.array(name).max(most.areas),
    pointer: z
      .string()
      .max(most.text)
      .regex(/\p{L}.*\p{L}/su, 'words that are read have letters'),
    sheets: z
      .array(
        z.strictObject({
          width: length,
          height: length,
          areas: z.array(area).min(1).max(most.areas),
          scale: z.number().min(0.01).lt(1).exactOptional(),
          tile: tile.exactOptional(),
        }),
      )
      .min(1)
      .max(most.sheets),
    numbered: z.literal(true).exactOptional(),
    texts: z
      .array(
        z.strictObject({
          key: z.string().min(1).max(500),
          text,
          language: name,
          alt: z.boolean().exactOptional(),
        }),
      )
      .min(1)
      .max(most.texts),
    words: z.array(text).max(most.texts),
    others: z
      .array(z.strictObject({ display: shown, uri }))
      .max(most.numbers)
      .exactOptional(),
    everyday: z.array(text.regex(/\p{N}/u, 'a number has digits')).max(most.texts).exactOptional(),
    called: z
      .array(z.strictObject({ display: shown, by: text, on: date }))
      .max(most.numbers)
      .exactOptional(),
    links: z.array(z.strictObject({ uri: z.string().min(1).max(2000), text })).max(most.links),
    qr: z.strictObject({ content: z.string().min(1).max(3000), pages: z.array(name).max(most.areas) }),
    disclosure: z.strictObject({
      version: name,
      form: z.literal('short').exactOptional(),
      hash: z.string().min(1).max(128),
      keys: z.array(z.string().min(1).max(500)).max(most.texts),
      minSize: size,
    }),
    phrases: z.array(z.strictObject({ text, language: name })).max(most.texts),
    imprint: text,
    translation: z.strictObject({
      status: z.enum(['source', 'machine-draft', 'human-draft', 'reviewed']),
      reviewedBy: text.exactOptional(),
      reviewedOn: date.exactOptional(),
      unsure: z.literal(true).exactOptional(),
      mark: text.regex(/\p{L}/u, 'what is read has letters').exactOptional(),
    }),
    minSize: size,
    numberMinSize: size.exactOptional(),
    printed: printed.exactOptional(),
  });

  const bundleSchema: z.ZodType<BundleExpectation> = z.strictObject({
    format: z.literal(2),
    title: text,
    language: name,
    facing: z.literal(true).exactOptional(),
    pieces: z
      .array(z.strictObject({ label: text, expectation: expectationSchema }))
      .min(1)
      .max(mostPieces),
    printed: printed.exactOptional(),
  });

  const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 has 64 hexadecimal digits');
  // What another version means by its record nobody knows here.
  const format = z.literal(2).exactOptional();
  const recordSchema: z.ZodType<PrintRecord> = z
    .object({ format, expectation: expectationSchema, sha256 })
    .transform(({ expectation, sha256 }) => ({ expectation, sha256 }));
  const bundleRecordSchema: z.ZodType<PrintRecord> = z
    .object({ format, bundle: bundleSchema, sha256 })
    .transform((record) => ({ expectation: record.bundle, sha256: record.sha256 }));
  return {
    expectation: expectationSchema,
    bundle: bundleSchema,
    record: recordSchema,
    bundleRecord: bundleRecordSchema,
  };
}

let made: ReturnType<typeof makeSchemas> | undefined;

function schemas(): ReturnType<typeof makeSchemas> {
  made ??= makeSchemas();
  return made;
}

const hint = 'Print the file again: a record is never written by hand.';

/**
 * Takes what a record or a caller says a file must hold. `file` is where it was read from.
 * @throws PressError EXPECTATION_INVALID: all that is wrong, each with its path.
 */
export function parseExpectation(value: unknown, file?: string): Expectation {
  return parse(schemas().expectation, value, file, (expectation) => expectation);
}

/** The same of a bundle. @throws PressError EXPECTATION_INVALID */
export function parseBundleExpectation(value: unknown): BundleExpectation {
  return parse(schemas().bundle, value, undefined, (expectation) => expectation);
}

/** The same of a whole `.proof.json`. @throws PressError EXPECTATION_INVALID */
export function parseRecord(value: unknown, file?: string): PrintRecord {
  const { record, bundleRecord } = schemas();
  return parse(has(value, 'bundle') ? bundleRecord : record, value, file, ({ expectation }) => expectation);
}

const has = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);

function parse<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string | undefined,
  part: (read: T) => Expectation | BundleExpectation,
): T {
  const refuse = (key: string, message: string): Problem =>
    problem(
      'EXPECTATION_INVALID',
      `${key === '' ? 'The expectation' : key}: ${message}.`,
      { ...(file === undefined ? {} : { file }), ...(key === '' ? {} : { key }) },
      hint,
    );
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new PressError(
      parsed.error.issues
        .slice(0, 20)
        .map((issue) =>
          refuse(issue.path.map(String).join('.'), schemaFault(issue, valueAt(issue.path, value))),
        ),
    );
  const problems = contradictions(part(parsed.data)).map(([key, message]) => refuse(key, message));
  if (problems.length > 0) throw new PressError(problems);
  return parsed.data;
}

/** Parts that are right by themselves, and wrong together. */
function contradictions(expectation: Expectation | BundleExpectation): [key: string, message: string][] {
  if ('pieces' in expectation)
    return [
      ...sheetFaults(expectation),
      ...expectation.pieces.flatMap((piece, i) =>
        contradictions(piece.expectation).map(([key, message]): [string, string] => [
          `pieces.${i}.expectation.${key}`,
          message,
        ]),
      ),
    ];
  const { helpline, numbers, codes = [], texts, disclosure, qr } = expectation;
  const wrong: [string, string][] = [];
  if (!numbers.some(({ display, uri }) => display === helpline.display && uri === helpline.uri))
    wrong.push(['helpline', 'it is not among the numbers']);
  numbers.forEach((number, i) => {
    const fault = numberFault(number);
    if (fault !== undefined) wrong.push([`numbers.${i}`, fault]);
  });
  codes.forEach((code, i) => {
    if (code.uri !== `tel:${code.display}`)
      wrong.push([`codes.${i}`, `${code.display} is shown, and ${code.uri} dialled`]);
  });
  const keys = new Set(texts.map(({ key }) => key));
  disclosure.keys.forEach((key, i) => {
    if (!keys.has(key)) wrong.push([`disclosure.keys.${i}`, `there is no text "${key}"`]);
  });
  if (disclosure.form === 'short' && (!/^https:/i.test(qr.content) || qr.pages.length === 0))
    wrong.push(['qr', 'beside a short disclosure a code opens the whole']);
  return wrong;
}
