/**
 * The numeric styles of counters, each with its digit 0 (CSS Counter Styles 3 §6.1). Those of letters are left out: what
 * a style sheet says of its own is no word of any language.
 */
const zeros = {
  decimal: 0x30,
  'arabic-indic': 0x660,
  persian: 0x6f0,
  devanagari: 0x966,
  bengali: 0x9e6,
  gurmukhi: 0xa66,
  gujarati: 0xae6,
  oriya: 0xb66,
  tamil: 0xbe6,
  telugu: 0xc66,
  kannada: 0xce6,
  malayalam: 0xd66,
  thai: 0xe50,
  lao: 0xed0,
  tibetan: 0xf20,
  myanmar: 0x1040,
  khmer: 0x17e0,
} as const;

export type CounterStyle = keyof typeof zeros;

export const counterStyles = Object.keys(zeros) as readonly CounterStyle[];

export function isCounterStyle(name: string): name is CounterStyle {
  return Object.hasOwn(zeros, name);
}

/** A whole number from 0 in the digits of a style. */
export function inDigits(value: number, style: CounterStyle): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(zeros[style] + Number(digit)));
}
