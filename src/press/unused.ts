import { type Found, fieldsOf, type Guide } from '../content/index.ts';
import { type Problem, warning } from '../diagnostics/index.ts';
import { type HtmlDocument, textContent, walk } from '../document/index.ts';
import { type Locale, languages } from '../locale/index.ts';
import { isOfOtherForm, leftOut, type Product } from '../product/index.ts';
import { termsOf } from './terms.ts';
import { carriedHere } from './told.ts';

/** So many fields of one part are told as a number. */
const fewest = 4;
/** Characters of a list of fields in one warning. */
const longest = 200;

/**
 * What is in the guide and not in the product: texts that its template neither prints nor `leaves` out by design, numbers
 * that are never shown, and fields that nothing prints. The same in every locale.
 */
export function unusedFields(
  guide: Guide,
  product: Product,
  document: HtmlDocument,
  said: ReadonlySet<string>,
): Problem[] {
  const isLeft = leftOut(product);
  const printed = new Set([...said, ...carriedHere(guide, product)]);
  const shown = shownBy(document);
  const unused = fieldsOf(guide.data).filter(({ field, key, value, forms }) => {
    // Not each product has each slot, and what is easy to read has an edition of its own.
    if (!forms.includes(product.form) || /^(?:scenes|easy)\./.test(key)) return false;
    switch (field.is) {
      case 'text':
        if (guide.texts.get(key)?.role === 'term' && printed.has(key.replace(/\.term$/, '.text')))
          return false;
        return !printed.has(key) && !isLeft(key);
      case 'value':
        // How a text is printed, which nothing shows by itself; and what is of a form that the product does not print.
        if (value === true || isOfOtherForm(product, key)) return false;
        if (field.use === 'template')
          return !shown.values.has(addressIn(value)) && !shown.text.includes(addressIn(value));
        return field.use === 'nobody' || isUnseenNumber(key, shown.numbers);
      case 'part':
      case 'named':
      case 'things':
      case 'blocks':
      case 'image':
      case 'source':
        return false;
      default:
        return field satisfies never;
    }
  });
  return inLines(described(guide, unused)).map(([first, text]) =>
    warning(
      'CONTENT_UNUSED',
      `${product.id} does not print ${text}.`,
      guide.place(first),
      first.startsWith('emergency.')
        ? 'A guide for more countries than one names the others: countries: [CA].'
        : 'Say it in a text that the product prints, or print it in a template of your own (docs/templates.md).',
    ),
  );
}

/** Terms of the locale that none of its texts has: they do nothing. */
export function unusedTerms(guide: Guide, locale: Locale): Problem[] {
  if (languages[locale.tag]?.pseudo !== undefined) return [];
  const terms = termsOf(guide, locale.tag);
  if (terms.length === 0) return [];
  const all = [...[...guide.texts.keys()].map((key) => locale.text(key)), ...locale.words()];
  const idle = terms.filter((term) => !all.some((text) => text.includes(term)));
  if (idle.length === 0) return [];
  return [
    warning(
      'CONTENT_UNUSED',
      `No text in ${locale.tag} has ${idle.map((term) => `"${term}"`).join(', ')}.`,
      { ...guide.place('terms'), locale: locale.tag },
      'Write the term as it stands in the texts, or take it out.',
    ),
  ];
}

/** Numbers that are shown, by the names of their helplines; and values as they stand in attributes and texts. */
function shownBy(document: HtmlDocument): {
  readonly numbers: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  readonly text: string;
} {
  const numbers = new Set<string>();
  const values = new Set<string>();
  for (const node of walk(document.root)) {
    if (node.kind === 'element') for (const name in node.attributes) values.add(node.attributes[name]!);
    else {
      if (node.number) numbers.add(node.number);
      values.add(node.text.trim());
    }
  }
  let text: string | undefined;
  return {
    numbers,
    values,
    get text() {
      text ??= textContent(document.body);
      return text;
    },
  };
}

function isUnseenNumber(key: string, numbers: ReadonlySet<string>): boolean {
  const [, of, field] = /^helplines\.([^.]+)\.(display|text|tty)$/.exec(key) ?? [];
  const name = field === 'display' ? of : `${of}.${field}`;
  return of !== undefined && !numbers.has(name!);
}

/** A value as it stands in an attribute: of a messenger its address. */
function addressIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'address' in value
    ? String(value.address)
    : String(value);
}

interface Item {
  readonly key: string;
  readonly text: string;
}

/** Fields by key and line; many of one part, but of the helplines, by their number and the first of them. */
function described(guide: Guide, unused: readonly Found[]): Item[] {
  const item = ({ key }: Found, before = ''): Item => ({
    key,
    text: `${before}${key} (line ${guide.place(key).line})`,
  });
  const partOf = ({ key }: Found) => key.split('.', 1)[0]!;
  return [...new Set(unused.map(partOf))].flatMap((part) => {
    const found = unused.filter((each) => partOf(each) === part);
    return part === 'helplines' || found.length < fewest
      ? found.map((each) => item(each))
      : [item(found[0]!, `${found.length} fields of ${part}, the first `)];
  });
}

/** Items in lines that a terminal shows whole, each with the key of its first. */
function inLines(items: readonly Item[]): [first: string, text: string][] {
  const lines: [string, string][] = [];
  for (const { key, text } of items) {
    const last = lines.at(-1);
    if (last === undefined || last[1].length + text.length > longest) lines.push([key, text]);
    else last[1] += `, ${text}`;
  }
  return lines;
}
