import type { Form } from './schema/block-schema.ts';
import type { Role } from './schema/fields.ts';
import type { GuideData } from './schema/schema.ts';
import { type Found, fieldsOf } from './schema/walk.ts';

/** One translatable text of a guide. */
export interface GuideText {
  readonly key: string;
  readonly text: string;
  /** Path in the YAML. */
  readonly path: readonly (string | number)[];
  readonly role: Role;
  readonly isBody: boolean;
  /** What it is, for a translator. */
  readonly note: string;
  /** Heading under which translators and reviewers find it: `Section 1`. */
  readonly group: string;
  /** True where the note needs the group to be understood. */
  readonly isWithin: boolean;
  /** The forms of products that print it. */
  readonly forms: readonly Form[];
  /** The language of a text that is said as it is in every locale: what a place that hands the piece out is called. */
  readonly language?: string;
}

/** What is said of each field that is a text: guides that have it in common share it. */
const said = new WeakMap<Found, GuideText>();

function textOf(found: Found): GuideText | undefined {
  const { field, value, key, path, group, isWithin, forms } = found;
  if (field.is !== 'text') return undefined;
  let text = said.get(found);
  if (text === undefined) {
    const { role, isBody, note } = field;
    text = { key, text: value as string, path, role, isBody, note, group, isWithin, forms };
    said.set(found, text);
  }
  return text;
}

/** Every text in reading order, keyed by stable ids: `sections.center.gives.therapy`. */
export function collectTexts(data: GuideData): Map<string, GuideText> {
  const texts = new Map<string, GuideText>();
  for (const found of fieldsOf(data)) {
    const text = textOf(found);
    if (text !== undefined) texts.set(text.key, text);
  }
  for (const [key, term] of texts)
    if (term.role === 'term' && !explains(texts.get(key.replace(/\.term$/, '.text'))?.text ?? '', term.text))
      texts.set(key, { ...term, role: 'said' });
  return texts;
}

/** Whether an explanation says the word that it explains: then that word is not said before it. */
function explains(explanation: string, term: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/\]\([^)]*\)|[*_[\]\\]/g, '')
      .replace(/\s+/g, ' ')
      .toLowerCase();
  return plain(explanation).includes(plain(term));
}

/** The countries that a guide is handed out in. */
export function countriesHere({ country, countries = [] }: GuideData): readonly string[] {
  return [...new Set([country, ...countries])];
}

/** The texts that a product of a form prints in the guide's countries: emergency blocks of others are not among them. */
export function textsHere(
  { data, texts }: { readonly data: GuideData; readonly texts: ReadonlyMap<string, GuideText> },
  form: Form,
): ReadonlyMap<string, GuideText> {
  const elsewhere = new Set(
    (data.emergency ?? []).flatMap(({ id, country }) =>
      countriesHere(data).includes(country) ? [] : [`emergency.${id}`],
    ),
  );
  return new Map([...texts].filter(([key, { forms }]) => forms.includes(form) && !elsewhere.has(key)));
}
