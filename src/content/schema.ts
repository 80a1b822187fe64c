import { z } from 'zod';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens')
  .max(60)
  .refine((value) => value !== 'constructor' && value !== 'prototype', 'this id is reserved');
const text = z.string().trim().min(1).max(4000);
const date = z.iso.date();
const country = z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters (ISO 3166)');

const paragraph = z.strictObject({ id, kind: z.literal('paragraph'), text });
const callout = z.strictObject({ id, kind: z.literal('callout'), text });
const list = z.strictObject({
  id,
  kind: z.literal('list'),
  items: z.array(z.strictObject({ id, text })).min(1).max(20),
});
const finding = z.strictObject({ id, kind: z.literal('finding'), text, source: id });
const quote = z.strictObject({ id, kind: z.literal('quote'), text, cite: text, source: id.optional() });
const figure = z.strictObject({
  id,
  kind: z.literal('figure'),
  image: z.string().min(1).max(200),
  alt: text,
  caption: text.optional(),
});
const definition = z.strictObject({
  id,
  kind: z.literal('definition'),
  term: text,
  text,
  source: id.optional(),
});

/** What a block of a guide may be. */
export const block = z.discriminatedUnion('kind', [
  paragraph,
  callout,
  list,
  finding,
  quote,
  figure,
  definition,
]);
const blocks = z.array(block).min(1).max(40);

/** A number as people read it, and as phones dial it. */
const pair = {
  display: z.string().regex(/^[0-9 ()+-]{3,24}$/, 'only digits, spaces, ( ) + and -'),
  dial: z.string().regex(/^\+?[0-9]{3,15}$/, 'an international number such as +18003151376, or a short code'),
};
export const numberSchema = z.strictObject(pair);
const helpline = z.strictObject({
  ...pair,
  call: text,
  answers: text,
  claims: text.optional(),
  hours: text.optional(),
  cost: text.optional(),
  languages: text.optional(),
});
const part = z.strictObject({ heading: text, blocks });

/** `guide.yaml`. `guides/guide.schema.json` is made from this. */
export const guideSchema = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version has three numbers: 1.0.0'),
  date,
  locale: z.string().min(2).max(35),
  country,
  title: text,
  kicker: text.optional(),
  overview: text.optional(),
  helplines: z.strictObject({ main: helpline }).catchall(helpline),
  /** Every other number that may be dialled. */
  numbers: z.record(id, numberSchema).optional(),
  opening: part.optional(),
  sections: z
    .array(z.strictObject({ id, line: text, blocks }))
    .min(1)
    .max(12),
  closing: part.optional(),
  emergency: z.array(z.strictObject({ id, country, text })).max(10).optional(),
  disclosure: z.strictObject({ version: z.string().min(1).max(40), heading: text, blocks }),
  sources: z.array(z.strictObject({ id, name: text, address: z.url().optional() })).max(60),
  review: z.strictObject({ by: text, on: date }).optional(),
});

/** The same, read-only all the way down. */
export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type GuideData = DeepReadonly<z.infer<typeof guideSchema>>;
export type Block = DeepReadonly<z.infer<typeof block>>;
export type Helpline = DeepReadonly<z.infer<typeof helpline>>;

/** JSON Schema of `guide.yaml`, for editors. */
export function guideJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(guideSchema), null, 2)}\n`;
}
