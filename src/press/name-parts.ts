import { PressError } from '../diagnostics/index.ts';
import { fitsLanguage } from '../document/index.ts';
import type { LanguageSetting } from '../layout/index.ts';
import { nearestLanguage, publicLocales } from '../locale/index.ts';
import type { Face, Typesetter } from '../text/index.ts';
import type { LanguageSettings } from './settings.ts';

/** The name of who reviewed a translation, or a word of it, as a page sets it. */
export interface NamePart {
  readonly text: string;
  /** One that writes the script of the name; which language a name is of nobody knows. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Where a line may end within a word that is longer than a line. */
export const softBreak = '\u200b';
const longestWord = /(?:[^\s\p{M}]\p{M}*){40}(?=\S)/gu;
/** What no face draws, whatever it says: controls, parts of characters, none at all, and U+FFFC, which is a picture. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufffc]/u;

/**
 * A name, set: people sign in a script of their own, whatever they translate. Each part goes into the first language,
 * of the given ones and then of all, that writes its script and has its characters; most names are one part.
 * Undefined: there are characters that no face has.
 */
export function nameParts(
  by: string,
  languages: readonly string[],
  settings: LanguageSettings,
  typesetter: Typesetter,
): readonly NamePart[] | undefined {
  const name = by.trim().replace(/\s+/g, ' ').replace(longestWord, `$&${softBreak}`);
  if (name === '' || unprintable.test(name)) return undefined;
  const tags = [...new Set([...languages, ...publicLocales])];
  const canSet = (text: string, tag: string) => hasFaces(text, settings.of(tag), typesetter);
  const partOf = (text: string): NamePart | undefined => {
    const language = tags.find((tag) => fitsLanguage(text, tag) && canSet(text, tag));
    return language === undefined
      ? undefined
      : { text, language, direction: nearestLanguage(language).direction };
  };
  const whole = partOf(name);
  if (whole !== undefined) return [whole];
  const parts: NamePart[] = [];
  for (const word of name.split(' ')) {
    const part = partOf(word);
    if (part === undefined) return undefined;
    const last = parts.at(-1);
    // Words from right to left keep their order only within one part.
    if (last?.language === part.language) parts.splice(-1, 1, { ...last, text: `${last.text} ${word}` });
    else parts.push(part);
  }
  return parts;
}

/** Characters of a text that no face of its language has, each once. @throws PressError FONT_PACKAGE_MISSING */
export function lackingIn(text: string, setting: LanguageSetting, typesetter: Typesetter): readonly string[] {
  const { families, direction, breaking, language } = setting;
  const missingIn = (faces: readonly Face[]) => {
    const span = { start: 0, end: text.length, faces, size: 1, language };
    const { missing } = typesetter.shape({ text, direction, breaking, spans: [span] });
    return new Set(missing.map(({ character }) => character));
  };
  const bold = missingIn(families.text.bold);
  return bold.size === 0 ? [] : [...missingIn(families.text.regular)].filter((each) => bold.has(each));
}

function hasFaces(text: string, setting: LanguageSetting, typesetter: Typesetter): boolean {
  const { families, direction, breaking, language } = setting;
  let faces: readonly Face[];
  try {
    faces = families.text.bold;
  } catch (error) {
    // The faces of some scripts are in a package that is not always there.
    if (error instanceof PressError && error.problems[0]?.code === 'FONT_PACKAGE_MISSING') return false;
    throw error;
  }
  const span = { start: 0, end: text.length, faces, size: 1, language };
  const { missing, stacked } = typesetter.shape({ text, direction, breaking, spans: [span] });
  return missing.length === 0 && stacked.length === 0;
}
