import { listFolder, type Root, readJson } from '../files/index.ts';
import { languages, publicLocales } from '../locale/index.ts';
import { type Face, faceTable, isBlank, scripts } from '../text/index.ts';

/** Scripts of Unicode that texts of a language are made of, where its own name covers several (ISO 15924). */
export const scriptParts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** Tags by which OpenType calls the scripts whose letters a face must join, or put in another order. */
const joining: Readonly<Record<string, readonly string[]>> = {
  Arab: ['arab'],
  Deva: ['dev3', 'dev2', 'deva'],
  Beng: ['bng3', 'bng2', 'beng'],
  Gujr: ['gjr3', 'gjr2', 'gujr'],
  Guru: ['gur3', 'gur2', 'guru'],
  Taml: ['tml3', 'tml2', 'taml'],
  Telu: ['tel3', 'tel2', 'telu'],
  Khmr: ['khmr'],
  Mymr: ['mym2', 'mymr'],
};

/** False: the script's letters join, or change their order, and the face has no rules for it (OpenType 1.9 `GSUB` ScriptList). */
export function writesScript(face: Face, script: string): boolean {
  const wanted = joining[script];
  return wanted === undefined || scriptsOf(faceTable(face, 'GSUB')).some((tag) => wanted.includes(tag));
}

function scriptsOf(gsub: Uint8Array | undefined): string[] {
  if (gsub === undefined || gsub.length < 10) return [];
  const view = new DataView(gsub.buffer, gsub.byteOffset, gsub.byteLength);
  const list = view.getUint16(4);
  if (list + 2 > gsub.length) return [];
  const tags: string[] = [];
  for (let at = list + 2, left = view.getUint16(list); left > 0 && at + 6 <= gsub.length; at += 6, left--)
    tags.push(String.fromCharCode(...gsub.subarray(at, at + 4)));
  return tags;
}

/** How a face covers a language: what of its letters and punctuation it lacks. */
export interface Coverage {
  readonly locale: string;
  readonly scripts: readonly string[];
  /** Letters, marks and punctuation of the shipped texts, in the order of Unicode. */
  readonly lacking: readonly string[];
}

/** How a face covers the languages of the table: by the texts that ship. */
export function coverageOf(face: Face, locales: Root): Coverage[] {
  return publicLocales.map((locale) => {
    const { script } = languages[locale]!;
    const parts = scriptParts[script] ?? [script];
    const wanted = [...lettersOf(locale, locales)].filter(({ of }) => of === undefined || parts.includes(of));
    const lacking = wanted.flatMap(({ character }) => {
      const code = character.codePointAt(0)!;
      const glyph = face.glyph(code);
      return glyph === 0 || isBlank(face, glyph, code) ? [character] : [];
    });
    return { locale, scripts: parts, lacking: lacking.sort() };
  });
}

/** Letters with their scripts, and punctuation, of all shipped texts of a language, small and large. */
function lettersOf(locale: string, locales: Root): { character: string; of: string | undefined }[] {
  const latin = languages[locale]!.script === 'Latn' ? 'abcdefghijklmnopqrstuvwxyz' : '';
  const all = shippedTexts(locale, locales) + latin;
  const found = new Set(all + all.toLocaleUpperCase(locale) + all.toLocaleLowerCase(locale));
  return [...found].flatMap((character) => {
    if (/[\p{L}\p{M}]/u.test(character)) return [{ character, of: scripts(character)[0] }];
    return /[\p{P}]/u.test(character) && character > '\u007f' ? [{ character, of: undefined }] : [];
  });
}

/** All shipped texts of a language. */
export function shippedTexts(locale: string, locales: Root): string {
  const files = listFolder(locales, locale).filter(({ name }) => /^[^.]+\.json$/.test(name));
  const texts = files.flatMap(({ name }) => [...readJson(locales, `${locale}/${name}`).leaves.values()]);
  return texts.filter((text) => typeof text === 'string').join(' ');
}
