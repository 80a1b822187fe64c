/** An entry of a PO file as it stands in the text, before two of the same become one. */
export interface PoEntry {
  readonly offset: number;
  /** Taken out of use (`#~`). */
  readonly obsolete: boolean;
  /** Undefined: it has none, or an empty one. */
  readonly context: string | undefined;
  readonly id: string | undefined;
  readonly plural: boolean;
  /** How many `msgstr` it has. */
  readonly translations: number;
}

/** `#~` before what is obsolete, a comment, a string, a keyword. */
const token =
  /\s*(?:(?<obsolete>#~(?![ \t]*\|))|#[^\n]*|"(?<double>[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*)"|'(?<single>[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*)'|(?<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?![\w\-[\]]))/y;

interface Part {
  readonly keyword: string;
  readonly offset: number;
  readonly obsolete: boolean;
  /** Its strings as they are written, joined. */
  strings: string;
}

/** The entries of a PO file; where it is no PO, the offset of that. */
export function poEntries(text: string): readonly PoEntry[] | number {
  const parts: Part[] = [];
  let obsolete = false;
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const { groups, 0: whole } = token.exec(text) ?? { 0: '' };
    if (groups === undefined) break;
    at = token.lastIndex;
    const { keyword, double, single } = groups;
    if (keyword !== undefined)
      parts.push({ keyword, offset: at - whole.trimStart().length, obsolete, strings: '' });
    const string = double ?? single;
    const last = parts.at(-1);
    if (string !== undefined && last !== undefined) last.strings += string;
    obsolete = groups.obsolete !== undefined;
  }
  const rest = text.slice(at);
  return rest.trim() === '' ? joined(parts) : at + (rest.length - rest.trimStart().length);
}

type Draft = { -readonly [Name in keyof PoEntry]: PoEntry[Name] };

function joined(parts: readonly Part[]): PoEntry[] {
  const entries: Draft[] = [];
  for (const { keyword, offset, obsolete, strings } of parts) {
    let entry = entries.at(-1);
    const isNew =
      obsolete !== entry?.obsolete ||
      keyword === 'msgctxt' ||
      (keyword === 'msgid' && (entry.id !== undefined || entry.translations > 0));
    if (entry === undefined || isNew) {
      entry = { offset, obsolete, context: undefined, id: undefined, plural: false, translations: 0 };
      entries.push(entry);
    }
    if (keyword === 'msgctxt') entry.context = strings === '' ? undefined : unescaped(strings);
    else if (keyword === 'msgid') entry.id = unescaped(strings);
    else if (keyword === 'msgid_plural') entry.plural = true;
    else entry.translations++;
  }
  return entries;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

function unescaped(string: string): string {
  return string.replace(/\\([\s\S])/g, (_, character: string) => escapes[character] ?? character);
}
