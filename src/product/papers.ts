/** Paper, upright, pt. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** pt of each unit of length (CSS Values 4 §6.2). */
const units: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72 };

const inches = (width: number, height: number): Paper => ({ width: width * 72, height: height * 72 });
const mm = (width: number, height: number): Paper => ({
  width: width * units.mm!,
  height: height * units.mm!,
});

/**
 * ANSI and ISO 216 sizes, and those of what is handed out: `dl` is a third of a4, `4x9in` what racks hold, `4x6in` a
 * postcard, `business-card` and `card` (ISO/IEC 7810 ID-1) what goes into a wallet. A product may have others of its own.
 */
export const papers: Readonly<Record<string, Paper>> = {
  letter: inches(8.5, 11),
  legal: inches(8.5, 14),
  tabloid: inches(11, 17),
  a4: mm(210, 297),
  a3: mm(297, 420),
  a5: mm(148, 210),
  a2: mm(420, 594),
  a1: mm(594, 841),
  a6: mm(105, 148),
  dl: mm(99, 210),
  'half-letter': inches(5.5, 8.5),
  '4x9in': inches(4, 9),
  '4x6in': inches(4, 6),
  'business-card': inches(2, 3.5),
  card: mm(53.98, 85.6),
};

/** ISO 32000-1, Annex C: a page is at most 14,400 units high and wide. Nothing below half an inch is held in a hand. */
export const [leastSide, mostSide] = [36, 14400];

/** What a length may look like: `4in`, `99 mm`, `288pt`. */
export const lengthPattern = /^(\d{1,5}(?:\.\d{1,4})?) ?(pt|mm|cm|in)$/;

/** A length in pt; undefined: it is none. */
export function pointsOf(length: string): number | undefined {
  const [, number, unit] = lengthPattern.exec(length) ?? [];
  return number === undefined ? undefined : Number(number) * units[unit!]!;
}
