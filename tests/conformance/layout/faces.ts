import { join } from 'node:path';
import type { FamilySetting, LanguageSetting } from '../../../src/layout/index.ts';
import { Faces, Typesetter } from '../../../src/text/index.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const names: Readonly<Record<string, string>> = {
  atkinson: 'fonts/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext',
  sans: 'fonts/noto-sans/NotoSans',
  naskh: 'fonts/noto-naskh-arabic/NotoNaskhArabic',
  devanagari: 'fonts/noto-sans-devanagari/NotoSansDevanagari',
  thai: 'fonts/noto-sans-thai-looped/NotoSansThaiLooped',
  chinese: 'packages/cjk/NotoSansSC',
};
const weights = { 400: 'Regular', 700: 'Bold' } as const;

/** Face files by the names of their families. */
export const faces = Object.entries(names).flatMap(([name, path]) =>
  ([400, 700] as const).map((weight) => ({
    name,
    weight,
    path: join(root, `${path}-${weights[weight]}.ttf`),
  })),
);

/** Families of a language, the first first. */
export function familyNames(language: string): readonly string[] {
  const own: Readonly<Record<string, string>> = {
    ar: 'naskh',
    hi: 'devanagari',
    th: 'thai',
    zh: 'chinese',
  };
  const first = own[language.slice(0, 2)];
  return first === undefined ? ['atkinson', 'sans'] : [first, 'sans'];
}

const opened = new Faces();
export const typesetter = new Typesetter(opened);

const settings = new Map<string, LanguageSetting>();

/** Faces and breaking of a language: the rules of Unicode alone, without what the locale table adds. */
export function settingOf(language: string): LanguageSetting {
  let setting = settings.get(language);
  if (setting === undefined) {
    const stack = (weight: 400 | 700) =>
      familyNames(language).map((name) =>
        opened.open(faces.find((face) => face.name === name && face.weight === weight)!.path),
      );
    const family: FamilySetting = { regular: stack(400), bold: stack(700), size: 1, leading: 1.5 };
    setting = {
      language,
      direction: language.startsWith('ar') ? 'rtl' : 'ltr',
      families: { text: family, display: family, number: family },
      breaking: { strictness: 'normal', words: 'normal' },
    };
    settings.set(language, setting);
  }
  return setting;
}
