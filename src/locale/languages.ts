/** One family of one language: face files relative to the fonts' folder, the first that has a character wins. */
export interface FamilyRow {
  readonly regular: readonly string[];
  readonly bold: readonly string[];
  /** Factor on the font size, so that scripts look equally large beside each other. */
  readonly size: number;
  /** `line-height: normal`, as a multiple of the size. */
  readonly leading: number;
}

export interface LanguageRow {
  /** Name of the language in itself. */
  readonly name: string;
  /** ISO 15924. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  readonly text: FamilyRow;
  readonly display: FamilyRow;
  readonly breaking: { readonly strictness: 'normal' | 'strict'; readonly words: 'normal' | 'keep-all' };
}

const face = (folder: string, name: string) => ({
  regular: `${folder}/${name}-Regular.ttf`,
  bold: `${folder}/${name}-Bold.ttf`,
});
const atkinson = face('atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext');
const sans = face('noto-sans', 'NotoSans');
const naskh = face('noto-naskh-arabic', 'NotoNaskhArabic');
const sansArabic = face('noto-sans-arabic', 'NotoSansArabic');
const devanagari = face('noto-sans-devanagari', 'NotoSansDevanagari');

const family = (
  faces: readonly { regular: string; bold: string }[],
  size: number,
  leading: number,
): FamilyRow => ({
  regular: faces.map((f) => f.regular),
  bold: faces.map((f) => f.bold),
  size,
  leading,
});

const latin = {
  script: 'Latn',
  direction: 'ltr',
  text: family([atkinson, sans], 1, 1.31),
  display: family([atkinson, sans], 1, 1.16),
  breaking: { strictness: 'normal', words: 'normal' },
} as const;

/** The table of languages. To add a locale, add a row here and two files in `locales/`. */
export const languages: Readonly<Record<string, LanguageRow>> = {
  en: { name: 'English', ...latin },
  es: { name: 'Español', ...latin },
  ar: {
    name: 'العربية',
    script: 'Arab',
    direction: 'rtl',
    text: family([naskh, atkinson, sans], 1, 1.5),
    display: family([sansArabic, atkinson, sans], 0.93, 1.4),
    breaking: { strictness: 'normal', words: 'normal' },
  },
  hi: {
    name: 'हिन्दी',
    script: 'Deva',
    direction: 'ltr',
    text: family([devanagari, atkinson, sans], 1, 1.36),
    display: family([devanagari, atkinson, sans], 0.95, 1.28),
    breaking: { strictness: 'normal', words: 'normal' },
  },
};

/** Helpline numbers are set in a face with a plain zero, in every language: a slashed zero reads as 8 to weak eyes. */
export const numberFamily: FamilyRow = { regular: [sans.bold], bold: [sans.bold], size: 1, leading: 1.25 };
