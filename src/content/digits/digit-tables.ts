/**
 * What is read as a digit and is no decimal digit (Nd) itself. Data. Compatibility characters (wide, raised, circled,
 * mathematical) need no row: NFKC makes digits of them.
 */

/** Numerals with the value of a digit that NFKC leaves as they are: first code point, first value, how many (UAX #44, Numeric_Type=Digit). */
export const otherDigits: readonly (readonly [first: number, value: number, count: number])[] = [
  [0x1369, 1, 9], // Ethiopic
  [0x19da, 1, 1], // New Tai Lue tham
  [0x2776, 1, 9], // dingbats, negative circled
  [0x2780, 1, 9], // dingbats, circled sans-serif
  [0x278a, 1, 9], // dingbats, negative circled sans-serif
  [0x24ea, 0, 1], // circled zero
  [0x24f5, 1, 9], // double circled
  [0x24ff, 0, 1], // negative circled zero
  [0x1f10b, 0, 1], // dingbat circled sans-serif zero
  [0x1f10c, 0, 1], // dingbat negative circled sans-serif zero
];

/** Digits as they are written in Chinese, Japanese and Korean, in their order from zero; fewer than three in a row count things. */
export const ideographs: readonly string[] = [
  '〇零○',
  '一壹弌',
  '二贰貳弐',
  '三叁參参',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];

/**
 * Letters that look like a digit, by digit: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic. Signs (°, |, !) need no row:
 * between digits they count as what stands between.
 */
export const lookAlikes: readonly string[] = [
  'OoQΟοОоՕօØøס',
  'lIiıΙιІіӀӏǀǃוןا',
  'ZzΖƧƨ',
  'ЗзӠӡƷʒȜȝƎ',
  'Чч',
  'SsЅѕƼƽ',
  'Gbб',
  'ᒣ',
  'BВΒȢȣß',
  'gq',
];

/** Letters of a telephone's keys, by digit (ITU-T E.161). */
export const keys: readonly string[] = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** Capitals of Greek and Cyrillic that look like Latin ones: each with what it looks like. */
export const capitals: readonly (readonly [string, string])[] = [
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['АВСЕНІЈКМОРЅТУХ', 'ABCEHIJKMOPSTYX'],
];
