import * as z from 'zod';
import { Lettered } from '../../letters/index.ts';

/** What a text is to a reader, where that changes how it is treated. */
export type Role =
  | 'said'
  /** Read aloud to those who do not see a picture: never painted. */
  | 'alt'
  /** The word that a definition explains, and says in its text: it is not said for itself. */
  | 'term'
  /** What others said, and what they are called: not ours to reword. */
  | 'quoted'
  | 'name';

export interface TextField {
  readonly is: 'text';
  readonly schema: z.ZodType;
  /** What the text is, for a translator. */
  readonly note: string;
  readonly role: Role;
  /** The one text of its block or entry: it has that one's own key. */
  readonly isWhole: boolean;
  /** What a reader comes for, and no note beside it: it has a size of its own to keep to. */
  readonly isBody: boolean;
  readonly isOptional: boolean;
}

/** Something that is no text, or none that is translated. */
export interface ValueField {
  readonly is: 'value';
  readonly schema: z.ZodType;
  /** Who reads it: `press` sets it in the imprint, the metadata or the choice of what is printed; `template` may show it. */
  readonly use: 'press' | 'template' | 'nobody';
}

/** The id of a source. */
export interface SourceField {
  readonly is: 'source';
  readonly schema: z.ZodType;
}

export interface ImageField {
  readonly is: 'image';
  readonly schema: z.ZodType;
}

export interface BlocksField {
  readonly is: 'blocks';
  readonly schema: z.ZodType;
}

/** What holds fields: one of it, one for each name, or a list of them with ids. */
export interface GroupField {
  readonly is: 'part' | 'named' | 'things';
  readonly schema: z.ZodType;
  readonly fields: Fields;
  /** Heading under which translators and reviewers find its texts; `#` is its number. */
  readonly group: string;
  /** True where a guide may have none of it. */
  readonly isOptional: boolean;
  /** True for entries within an entry whose texts have keys beside its own: whoever moves one deeper keeps its key. */
  readonly isBeside?: true;
}

export type Field = TextField | ValueField | SourceField | ImageField | BlocksField | GroupField;
export type Fields = Readonly<Record<string, Field>>;

type Shape<F extends Fields> = { -readonly [N in keyof F]: F[N]['schema'] };

/** The schemas of a table of fields, as zod takes them. */
export function shapeOf<F extends Fields>(fields: F): Shape<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as Shape<F>;
}

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens')
  .max(60)
  .refine((value) => value !== 'constructor' && value !== 'prototype', 'this id is reserved')
  .describe('Its name, lower case words joined by hyphens: it never changes, as translations refer to it');
/** How a guide calls a helpline or a number, in any script: nobody reads it, and texts name it, `<helpline:crisis_text>`. */
export const name = z.string().regex(
  // Its length is counted ahead: V8 writes a class of letters out for each time that it may come.
  /^(?=.{1,60}$)\p{L}[\p{L}\p{M}\p{N}_-]*$/u,
  'its name begins with a letter and has up to 60 letters, digits, - and _, no spaces or dots',
);
const text = z.string().trim().min(1).max(4000);

const textField = {
  is: 'text',
  schema: text,
  role: 'said',
  isWhole: false,
  isBody: false as boolean,
  isOptional: false,
} as const;

/** Nobody reads a word in less than two letters, in any script. */
const readable = new Lettered(String.raw`\p{L}.*\p{L}`, 'su');

/** A text that must be there. */
export const say = (note: string, role: Role = 'said') => ({
  ...textField,
  note,
  schema: text.describe(note),
  role,
});
/** A text that may be left out. */
export const maySay = (note: string, role: Role = 'said') => ({
  ...textField,
  note,
  role,
  schema: text.describe(note).optional(),
  isOptional: true as const,
});
/** A text that must be there, of words that are read beside a number. */
export const sayWords = (note: string) => ({
  ...say(note),
  schema: text.refine((said) => readable.test(said), 'it must be words: two letters at least').describe(note),
});
/** The one text of a block or an entry. */
export const whole = (note: string, role: Role = 'said') => ({
  ...textField,
  note,
  schema: text.describe(note),
  role,
  isWhole: true as const,
});

/** The same where it may be left out. */
export const maybeWhole = (note: string) => ({ ...maySay(note), isWhole: true as const });

/** The same of a text that is read as the body of a page. */
export const body = <F extends TextField>(field: F) => ({ ...field, isBody: true as boolean });

export const value = <S extends z.ZodType>(schema: S, use: ValueField['use'] = 'press') => ({
  is: 'value' as const,
  schema,
  use,
});
export const source = <S extends z.ZodType>(schema: S) => ({ is: 'source' as const, schema });
export const image = <S extends z.ZodType>(schema: S) => ({ is: 'image' as const, schema });

/** A list of entries, each with an id. */
export function things<F extends Fields>(group: string, fields: F, least: number, most: number) {
  const entry = z.strictObject({ id, ...shapeOf(fields) });
  const schema = least === 0 ? z.array(entry).max(most) : z.array(entry).min(least).max(most);
  return { is: 'things' as const, schema, fields: fields as Fields, group, isOptional: least === 0 };
}

/** A field with what editors and the reference say of it. */
export const about = <F extends Field>(description: string, field: F): F => ({
  ...field,
  schema: field.schema.describe(description),
});

/** Such a list within an entry, its texts with keys beside that one's. */
export function beside<S extends z.ZodType>(field: GroupField & { readonly schema: S }) {
  return { ...field, isBeside: true as const };
}

export function part<F extends Fields>(group: string, fields: F) {
  const schema = z.strictObject(shapeOf(fields));
  return { is: 'part' as const, schema, fields: fields as Fields, group, isOptional: false as const };
}

/** The same where the guide may leave it out. */
export function maybe<S extends z.ZodType>(field: GroupField & { readonly schema: S }) {
  return { ...field, schema: field.schema.optional() as z.ZodOptional<S>, isOptional: true as const };
}
