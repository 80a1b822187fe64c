/**
 * One family of one language: face files relative to the fonts' folder, or `cjk:` and a file of the package
 * `helpline-press-cjk`. The first face that has a character wins.
 */
export interface FamilyRow {
  readonly regular: readonly string[];
  readonly bold: readonly string[];
  /** The face of the digits 0 to 9, where the first face's zero is slashed, or its digits are of another style. */
  readonly digits?: { readonly regular: string; readonly bold: string };
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
  readonly breaking: {
    readonly strictness: 'normal' | 'strict';
    readonly words: 'normal' | 'keep-all';
    /** No line ends with a word of one letter. */
    readonly bindsLetters?: true;
    /** No line begins with a dash between spaces. */
    readonly bindsDashes?: true;
    /** Words, in small letters, after which no line ends. */
    readonly withNext?: readonly string[];
    /** Words before which no line ends. */
    readonly withPrevious?: readonly string[];
    /** Words of the language that ICU's dictionary lacks, and would divide. Those of one guide are its `terms`. */
    readonly whole?: readonly string[];
  };
  /** Machine drafts into this language are less sure: its notices say so more strongly. */
  readonly unsure?: true;
  /** A locale for developers, made from the source and never a translation: see `pseudo.ts`. */
  readonly pseudo?: 'longer' | 'mirrored';
}

type Files = { readonly regular: string; readonly bold: string };

const face = (folder: string, name: string): Files => ({
  regular: `${folder}/${name}-Regular.ttf`,
  bold: `${folder}/${name}-Bold.ttf`,
});
const atkinson = face('atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext');
const sans = face('noto-sans', 'NotoSans');
const noto = (script: string): Files =>
  face(`noto-sans-${script.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`, `NotoSans${script}`);
/** Faces of the package `helpline-press-cjk`. */
const cjk = (region: string): Files => ({
  regular: `cjk:NotoSans${region}-Regular.ttf`,
  bold: `cjk:NotoSans${region}-Bold.ttf`,
});

const family = (faces: readonly Files[], size: number, leading: number): FamilyRow => ({
  regular: faces.map((f) => f.regular),
  bold: faces.map((f) => f.bold),
  size,
  leading,
});

/** A zero without a stroke: a slashed one reads as 8 to weak eyes. */
const plainly = (row: FamilyRow): FamilyRow => ({ ...row, digits: sans });

const anywhere = { strictness: 'normal', words: 'normal' } as const;
const alphabetic = { ...anywhere, bindsLetters: true } as const;
const bound = (withNext: string, withPrevious = '') => ({
  ...alphabetic,
  ...(withNext === '' ? {} : { withNext: withNext.split(' ') }),
  ...(withPrevious === '' ? {} : { withPrevious: withPrevious.split(' ') }),
});
const slavic = (withNext: string) => ({ ...bound(withNext), bindsDashes: true as const });

/**
 * What the languages of one script share. The script's own face comes first, so that spaces and digits stay in it;
 * `text` and `display` are the size factor and the leading.
 */
const set = (
  script: string,
  faces: readonly Files[],
  text: readonly [size: number, leading: number],
  display: readonly [size: number, leading: number],
) => ({
  script,
  direction: 'ltr' as const,
  text: family(faces, ...text),
  display: family(faces, ...display),
  breaking: anywhere,
});

const hyperlegible = set('Latn', [atkinson, sans], [1, 1.31], [1, 1.1]);
const latin = {
  ...hyperlegible,
  text: plainly(hyperlegible.text),
  display: plainly(hyperlegible.display),
  breaking: alphabetic,
};
const cyrillic = set('Cyrl', [sans], [0.95, 1.36], [0.93, 1.16]);
const devanagari = set('Deva', [noto('Devanagari'), atkinson, sans], [1, 1.36], [0.95, 1.28]);
const hanzi = (script: string, region: string) =>
  set(script, [cjk(region), sans], [0.96, 1.46], [0.93, 1.28]);

/** The table of languages. To add a locale, add a row here and two files in `locales/`. */
export const languages: Readonly<Record<string, LanguageRow>> = {
  en: { name: 'English', ...latin },
  es: { name: 'Español', ...latin, breaking: bound('no') },
  'zh-Hans': {
    name: '简体中文',
    ...hanzi('Hans', 'SC'),
    breaking: { strictness: 'strict', words: 'normal', whole: ['可承受'] },
  },
  'zh-Hant': {
    name: '繁體中文',
    ...hanzi('Hant', 'TC'),
    breaking: { strictness: 'strict', words: 'normal' },
  },
  vi: { name: 'Tiếng Việt', ...set('Latn', [sans], [0.95, 1.4], [0.93, 1.26]), breaking: bound('không') },
  ko: { name: '한국어', ...hanzi('Kore', 'KR'), breaking: { strictness: 'normal', words: 'keep-all' } },
  fil: { name: 'Filipino', ...latin },
  ru: { name: 'Русский', ...cyrillic, breaking: slavic('не ни во ко со об от до за из на по') },
  ar: {
    name: 'العربية',
    script: 'Arab',
    direction: 'rtl',
    text: plainly(family([face('noto-naskh-arabic', 'NotoNaskhArabic'), atkinson, sans], 1, 1.5)),
    display: family([noto('Arabic'), atkinson, sans], 0.93, 1.4),
    breaking: anywhere,
  },
  ht: { name: 'Kreyòl ayisyen', ...latin, breaking: bound('pa', 'w m l n y an la yo') },
  fr: { name: 'Français', ...latin, breaking: bound('ne') },
  pl: { name: 'Polski', ...latin, breaking: slavic('nie we ze do na za od po') },
  'pt-BR': { name: 'Português (Brasil)', ...latin, breaking: bound('não') },
  it: { name: 'Italiano', ...latin, breaking: bound('non') },
  ja: { name: '日本語', ...hanzi('Jpan', 'JP'), breaking: { strictness: 'strict', words: 'normal' } },
  de: { name: 'Deutsch', ...latin },
  fa: {
    name: 'فارسی',
    ...set('Arab', [face('vazirmatn', 'Vazirmatn'), atkinson, sans], [0.96, 1.48], [0.93, 1.38]),
    direction: 'rtl',
    breaking: bound('', 'است را'),
  },
  uk: {
    name: 'Українська',
    unsure: true,
    ...cyrillic,
    breaking: slavic('не ні від до за із на по'),
  },
  hi: {
    name: 'हिन्दी',
    unsure: true,
    ...devanagari,
    breaking: bound('', 'है हैं लिए में से को का की के पर'),
  },
  ne: { name: 'नेपाली', unsure: true, ...devanagari, breaking: bound('', 'छ हो हुन् छन् गर्न') },
  ur: {
    name: 'اردو',
    unsure: true,
    ...set(
      'Arab',
      [face('noto-nastaliq-urdu', 'NotoNastaliqUrdu'), atkinson, sans],
      [0.93, 1.94],
      [0.88, 2.02],
    ),
    direction: 'rtl',
    breaking: bound('', 'ہے ہیں کے کا کی کو سے میں پر لیے'),
  },
  bn: { name: 'বাংলা', unsure: true, ...set('Beng', [noto('Bengali'), atkinson, sans], [1, 1.4], [0.95, 1.3]) },
  gu: {
    name: 'ગુજરાતી',
    unsure: true,
    ...set('Gujr', [noto('Gujarati'), atkinson, sans], [1, 1.4], [0.95, 1.3]),
    breaking: bound('', 'છે માટે'),
  },
  pa: {
    name: 'ਪੰਜਾਬੀ',
    unsure: true,
    ...set('Guru', [noto('Gurmukhi'), atkinson, sans], [1, 1.4], [0.95, 1.3]),
    breaking: bound('', 'ਹੈ ਹਨ ਲਈ ਨੂੰ ਦਾ ਦੀ ਦੇ ਵਿੱਚ ਨਾਲ ਤੋਂ'),
  },
  ta: {
    name: 'தமிழ்',
    unsure: true,
    ...set('Taml', [noto('Tamil'), atkinson, sans], [0.92, 1.36], [0.86, 1.26]),
  },
  te: {
    name: 'తెలుగు',
    unsure: true,
    ...set('Telu', [noto('Telugu'), atkinson, sans], [1, 1.45], [0.95, 1.4]),
  },
  th: {
    name: 'ไทย',
    unsure: true,
    ...set('Thai', [noto('ThaiLooped'), atkinson, sans], [1, 1.44], [0.95, 1.42]),
    breaking: {
      ...anywhere,
      whole: [
        'ทางเลือก',
        'ต้องรู้',
        'ค่าใช้จ่าย',
        'ผ่านพ้น',
        'ทุกข์ทรมาน',
        'ตอนนี้',
        'ผู้ลงโฆษณา',
        'จากนั้น',
        'บางครั้ง',
        'มานาน',
        'แพทย์บอก',
      ],
    },
  },
  lo: {
    name: 'ລາວ',
    unsure: true,
    ...set('Laoo', [noto('Lao'), atkinson, sans], [1, 1.44], [0.95, 1.42]),
  },
  km: {
    name: 'ខ្មែរ',
    unsure: true,
    ...set('Khmr', [noto('Khmer'), atkinson, sans], [0.95, 1.46], [0.88, 1.4]),
  },
  my: {
    name: 'မြန်မာ',
    unsure: true,
    ...set('Mymr', [noto('Myanmar'), atkinson, sans], [0.92, 1.495], [0.86, 1.495]),
    breaking: {
      ...anywhere,
      whole: [
        'သိထား',
        'သိထားရမယ့်',
        'သင်သိထားရမယ့်',
        'ကျော်ဖြတ်ဖို့',
        'ကုသ',
        'ကာကွယ်',
        'မဖြစ်မနေ',
        'ဝမ်းလျှော',
        'ကြော်ငြာ',
        'ဖုန်းခေါ်',
        'စင်တာ',
        'စိတ်ကုထုံး',
        'ပိုလွယ်',
        'ဆေးပြန်စွဲ',
        'အကြီးဆုံး',
        'သင့်ခန္ဓာကိုယ်',
        'ဖုန်းလိုင်း',
      ],
    },
  },
  am: {
    name: 'አማርኛ',
    unsure: true,
    ...set('Ethi', [noto('Ethiopic'), atkinson, sans], [1, 1.4], [0.95, 1.26]),
  },
  hy: {
    name: 'Հայերեն',
    unsure: true,
    ...set('Armn', [noto('Armenian'), sans], [0.92, 1.33], [0.9, 1.2]),
    breaking: bound('', 'է են'),
  },
  ka: {
    name: 'ქართული',
    unsure: true,
    ...set('Geor', [noto('Georgian'), sans], [0.92, 1.3], [0.88, 1.18]),
    breaking: { ...anywhere, bindsDashes: true },
  },
  he: {
    name: 'עברית',
    unsure: true,
    ...set('Hebr', [noto('Hebrew'), atkinson, sans], [1, 1.36], [0.97, 1.2]),
    direction: 'rtl',
  },
  el: {
    name: 'Ελληνικά',
    unsure: true,
    ...set('Grek', [sans], [0.95, 1.36], [0.93, 1.16]),
    breaking: bound('δεν μην να'),
  },
  so: { name: 'Soomaali', unsure: true, ...latin },
  sw: { name: 'Kiswahili', unsure: true, ...latin, breaking: bound('ya wa za la cha vya kwa si') },
  ps: {
    name: 'پښتو',
    unsure: true,
    ...set('Arab', [noto('Arabic'), atkinson, sans], [0.95, 1.48], [0.93, 1.42]),
    direction: 'rtl',
    breaking: bound('د له په نه تر', 'دی ده دي شي وي'),
  },
  tr: { name: 'Türkçe', unsure: true, ...latin, breaking: bound('', 'için ile') },
  ro: { name: 'Română', unsure: true, ...latin },
  'en-XA': { name: '[Ⱥççéñŧš]', ...latin, pseudo: 'longer' },
  'en-XB': { name: '[Mirrored]', ...latin, direction: 'rtl', pseudo: 'mirrored' },
};

/** Helpline numbers are set in a face with a plain zero, in every language: a slashed zero reads as 8 to weak eyes. */
export const numberFamily: FamilyRow = { regular: [sans.bold], bold: [sans.bold], size: 1, leading: 1.25 };
